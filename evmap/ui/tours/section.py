"""The legend's section of tours: a click chooses one and shows its page, another click there chooses none."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Tour
from evmap.ui.bridge import Bridge
from evmap.ui.parts.blocks import Block, BlockButton, Edges, Look
from evmap.ui.parts.pieces import SEMIBOLD, heading, prose
from evmap.ui.theme import Theme
from evmap.ui.words.names import count
from evmap.ui.words.plain import tip
from evmap.workspace import Change, Topic, Workspace

_NONE_YET = "No tour of your own yet: make one from what you see"


class TourRow(BlockButton):
    """One tour. Checked it is the chosen one; whether it is, the workspace says."""

    def __init__(self, theme: Theme, tour: Tour, *, own: bool, chosen: bool) -> None:
        steps = count(len(tour.steps), "step")
        self._number = str(len(tour.steps))
        self._font = theme.sans(theme.px(12.5))
        self._muted, self._accent, self._soft = (theme.colour(role) for role in ("muted", "accent", "accent.soft"))
        room = QFontMetricsF(self._font).horizontalAdvance(self._number) + 11
        blocks: list[Block] = [prose(theme, tour.title, 13, leading=1.28)]
        if own:
            blocks.append(prose(theme, "Yours", 12, "accent", weight=SEMIBOLD))
        super().__init__(blocks, theme, look=Look.ROW, gap=0, edges=Edges(6, 4, room + 4, 4))
        self.tour_id = tour.id
        self.setObjectName(f"tour-{tour.id}")
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAccessibleName(f"{tour.title}, {steps}{', yours' if own else ''}")
        self.setAccessibleDescription(f"{tour.question} Enter {'leaves the tour' if chosen else 'shows the tour'}.")
        self.setToolTip(tip(f"{tour.question or tour.title} {steps[:1].upper()}{steps[1:]}."))

    def nextCheckState(self) -> None:
        """Leave the state to the workspace, which says what is chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next row; all else as with every button."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        box = QRectF(self.rect())
        if self.isChecked():
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._soft)
                painter.drawRoundedRect(box, 6, 6)
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._accent)
                painter.drawRoundedRect(QRectF(0, 4, 3, box.height() - 8), 1.5, 1.5)
            painter.setFont(self._font)
            painter.setPen(self._muted)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -5, 0), flags, self._number)


class TourSection(QWidget):
    """All tours of the map, and the way to a new one.

    Signals:
        wanted(str): a tour is to be shown, by its id; empty: a new one is to be made.
    """

    wanted = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._theme = workspace, theme
        self._shown: object = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._rows: QWidget | None = None
        self._build()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    @property
    def rows(self) -> list[TourRow]:
        """The row of each tour, in their order."""
        return [each for each in self.findChildren(TourRow) if each.parent() is self._rows]

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        self._theme = theme
        self._build()

    def _on_changed(self, change: Change) -> None:
        if change in (Change.TOURS, Change.TOPIC) and self._shown != self._wanted():
            self._build()

    def _wanted(self) -> object:
        """What decides how it looks."""
        tours = tuple((tour.id, tour.title, tour.question, len(tour.steps)) for tour in self._workspace.tours.all)
        return tours, self._workspace.chosen_tour

    def _build(self) -> None:
        had_focus = next((row.objectName() for row in self.rows if row.hasFocus()), "")
        self._shown = self._wanted()
        rows, before = QWidget(), self._rows
        layout = QVBoxLayout(rows)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(heading(self._theme, "Tours"))
        for tour in self._workspace.tours.all:
            layout.addWidget(self._row(tour))
        layout.addWidget(self._new())
        self._rows = rows
        self._layout.addWidget(rows)
        if before is not None:
            before.hide()
            before.deleteLater()
        again = next((row for row in self.rows if row.objectName() == had_focus), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, tour: Tour) -> TourRow:
        workspace = self._workspace
        row = TourRow(self._theme, tour, own=workspace.tours.is_own(tour.id), chosen=workspace.chosen_tour == tour.id)
        row.clicked.connect(self._on_clicked)
        return row

    def _new(self) -> BlockButton:
        theme, none_yet = self._theme, not self._workspace.tours.own
        blocks = [prose(theme, "New tour", 13, "accent", weight=SEMIBOLD, leading=1.28)]
        if none_yet:
            blocks.append(prose(theme, _NONE_YET, 12, "muted", leading=1.28))
        button = BlockButton(blocks, theme, look=Look.ROW, gap=1, edges=Edges(6, 5, 4, 6))
        button.setObjectName("tour-new")
        button.setAccessibleName("New tour")
        button.setAccessibleDescription(f"{_NONE_YET}. " if none_yet else "")
        button.setToolTip(tip("Begin a tour of your own (Ctrl+Shift+N)"))
        button.clicked.connect(self._on_new)
        return button

    def _on_clicked(self) -> None:
        row = self.sender()
        if not isinstance(row, TourRow):
            return
        workspace = self._workspace
        if workspace.chosen_tour == row.tour_id and workspace.topic is Topic.TOUR:
            workspace.choose_tour(None)
        else:
            self.wanted.emit(row.tour_id)

    def _on_new(self) -> None:
        self.wanted.emit("")
