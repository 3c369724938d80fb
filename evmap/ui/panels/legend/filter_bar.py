"""The chips over the map that say what is hidden and how much of it: nothing is hidden without a trace."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout

from evmap.ui.bridge import Bridge
from evmap.ui.canvas import Canvas
from evmap.ui.parts.flow import Flow
from evmap.ui.theme import Theme
from evmap.ui.words.groups import trace_words
from evmap.ui.words.names import count
from evmap.ui.words.plain import ellipsis_end, showable, tip
from evmap.workspace import Change, Workspace
from evmap.workspace.filters import Trace

_OFF_EDGE = 12
_MOST = 44
_LEAST = 80
"""A name with less room than this beside its number stands on a line of its own."""


class TraceChip(QPushButton):
    """One filter; pressing it takes the filter away."""

    def __init__(self, workspace: Workspace, trace: Trace, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._theme, self.trace = workspace, theme, trace
        name, amount = trace_words(workspace, trace)
        joined = f"{name} {amount}" if amount.isdecimal() else f"{name}: {amount}"
        self.setProperty("look", "chip")
        self._name, self._rest = showable(ellipsis_end(name, _MOST)), showable(f"{joined[len(name) :]}  ×")
        self.setText(f"{self._name}{self._rest}".replace("&", "&&"))
        self.setAccessibleName(joined)
        self.setAccessibleDescription("A filter. Press Space to take it away.")
        self.setToolTip(tip(f"{joined}. Click to show it again"))
        self.setFont(theme.sans(theme.px(12), 600))
        self.clicked.connect(self._show_again)

    def fit(self, most: int) -> None:
        """Be no wider than this: how much there is stands below the name, or the name is shortened."""
        self.setText(f"{self._name}{self._rest}".replace("&", "&&"))
        self.ensurePolished()
        if self.sizeHint().width() <= most:
            return
        wide = self.fontMetrics().horizontalAdvance
        around = self.sizeHint().width() - wide(f"{self._name}{self._rest}")
        below = f"\n{self._rest.removeprefix(': ')}"
        for rest in (self._rest, below, below.replace(", ", ",\n")):
            beside, *lines = rest.split("\n")
            room = most - around - wide(beside)
            whole = room >= min(wide(self._name), self._theme.px(_LEAST))
            if whole and all(wide(line) <= most - around for line in lines):
                break
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(f"{name}{rest}".replace("&", "&&"))

    def _show_again(self) -> None:
        asking = self._workspace.asking
        asking.filter(asking.filters.showing(self.trace.lens, self.trace.groups))


class FilterBar(QFrame):
    """Lies over the top of the map while something is filtered, below the view's title.

    It lies over the map and not above it, so that nothing of the map moves when it comes and goes.

    Attributes:
        chips: one for each filter.
        fade: whether what is filtered fades instead of vanishing.
        clear: takes all filters away.
    """

    def __init__(self, workspace: Workspace, canvas: Canvas, theme: Theme) -> None:
        super().__init__(canvas)
        self._workspace, self._canvas, self._theme = workspace, canvas, theme
        self.chips: list[TraceChip] = []
        self.setObjectName("filters")
        self.setProperty("look", "popup")
        self.setAccessibleName("Filters")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._said = QLabel()
        self._total = QLabel()
        self.fade, self.clear = QPushButton("Fade"), QPushButton("Clear all")
        for label in (self._said, self._total):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("look", "muted")
        self.fade.setCheckable(True)
        self.fade.setProperty("look", "chip")
        self.fade.setAccessibleName("Fade what is filtered")
        self.fade.setToolTip(tip("What is filtered fades instead of vanishing"))
        self.fade.toggled.connect(workspace.asking.fade)
        self.clear.setProperty("look", "link")
        self.clear.setToolTip(tip("Show everything again (X)"))
        self.clear.clicked.connect(self._clear)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 6, 10, 6)
        self._flow: Flow | None = None
        self._fill()
        canvas.installEventFilter(self)
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    @property
    def text(self) -> str:
        """All that it says, for tests and for reading out."""
        said = [chip.accessibleName() for chip in self.chips]
        return f"{self._said.text()} {'; '.join(said)}. {self._total.text()}"

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type and colours."""
        self._theme = theme
        self._fill()

    def place(self) -> None:
        """Stand below the title, as wide as needed and as the map allows."""
        if self._flow is None or self.isHidden():
            return
        most = max(self._canvas.width() - 2 * _OFF_EDGE, 120)
        margins = self._layout.contentsMargins()
        around = margins.left() + margins.right() + 2
        for chip in self.chips:
            chip.fit(most - around)
        width = min(self._flow.natural_width() + around, most)
        height = self._flow.heightForWidth(width - around) + margins.top() + margins.bottom() + 2
        self.setGeometry(_OFF_EDGE, self._canvas.room_at_top() + 8, width, height)
        self.raise_()

    def _fill(self) -> None:
        asking, theme = self._workspace.asking, self._theme
        if not asking.filtering:
            self._leave()
            return
        focus = QApplication.focusWidget()
        at = next((i for i, chip in enumerate(self.chips) if chip is focus), None)
        self.chips = [TraceChip(self._workspace, trace, theme) for trace in asking.traces]
        self._say()
        flow = Flow(6)
        for part in (self._said, *self.chips, self._total, self.fade, self.clear):
            flow.add(part)
            part.show()
        for label in (self._said, self._total):  # as high as the chips, so that all stands on one line
            label.setMinimumHeight(self.chips[0].sizeHint().height())
        if self._flow is not None:
            self._layout.removeWidget(self._flow)
            self._flow.hide()  # until it is gone it would be seen between the new chips
            self._flow.deleteLater()
        self._flow = flow
        self._layout.addWidget(flow)
        self.show()
        self.place()
        if at is not None:
            self.chips[min(at, len(self.chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self) -> None:
        asking, theme = self._workspace.asking, self._theme
        for part in (self._said, self._total):
            part.setFont(theme.sans(theme.px(13)))
        for button in (self.fade, self.clear):
            button.setFont(theme.sans(theme.px(12), 600))
        hidden = asking.hidden
        self._said.setText("Faded:" if asking.fades else "Hidden:")
        self._total.setText(f"{count(len(hidden.concepts), 'concept')}, {count(len(hidden.links), 'link')}")
        self._total.setAccessibleName(f"In all {self._total.text()}")
        self.fade.blockSignals(True)
        self.fade.setChecked(asking.fades)
        self.fade.blockSignals(False)
        self.setAccessibleDescription(self.text)

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chips = []
        self.hide()

    def _clear(self) -> None:
        self._workspace.asking.clear()

    def _on_changed(self, change: Change) -> None:
        if change is Change.FILTERS:
            self._fill()
        elif change is Change.VIEW:
            self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map became wider or narrower."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
