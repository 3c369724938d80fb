"""The switch at the top of the legend: which lens the map is seen through."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from evmap.ui.parts.blocks import grow_down
from evmap.ui.theme import Theme
from evmap.ui.words.groups import LENSES, RULES
from evmap.ui.words.plain import tip
from evmap.workspace import Lens, Workspace

KEYS = {lens: f"Ctrl+Shift+{at}" for at, lens in enumerate(Lens, 1)}


_GAP = 4
_STEPS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class LensSwitch(QWidget):
    """Four buttons of which one is pressed; arrow keys go from one to the next, as among radio buttons."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setAccessibleName("Lens")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = {lens: _LensButton(lens, self) for lens in Lens}
        for button in self.buttons.values():
            button.chosen.connect(self._look)
            self._group.addButton(button)
        grow_down(self)
        self.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Press the button of the lens in use."""
        lens = self._workspace.asking.lens
        self.buttons[lens].setChecked(True)
        for each, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is lens else Qt.FocusPolicy.ClickFocus)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        for button in self.buttons.values():
            button.setFont(theme.sans(theme.px(12.5), 600))

    def _look(self, lens: Lens) -> None:
        self._workspace.asking.look_through(lens)

    # Two beside each other, or all below each other where their words have no room for that.

    def _button_size(self) -> QSize:
        sizes = []
        for button in self.buttons.values():
            button.ensurePolished()
            sizes.append(button.sizeHint())
        return QSize(max(each.width() for each in sizes), max(each.height() for each in sizes))

    def _columns(self, width: int) -> int:
        return 2 if 2 * self._button_size().width() + _GAP <= width else 1

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its rows are at this width."""
        rows = -(-len(self.buttons) // self._columns(width))
        return rows * (self._button_size().height() + _GAP)

    def sizeHint(self) -> QSize:
        """Two columns."""
        wide = 2 * self._button_size().width() + _GAP
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return self._button_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        columns, high = self._columns(self.width()), self._button_size().height()
        wide = (self.width() - _GAP * (columns - 1)) // columns
        for at, button in enumerate(self.buttons.values()):
            button.setGeometry(at % columns * (wide + _GAP), at // columns * (high + _GAP), wide, high)


class _LensButton(QPushButton):
    """One lens.

    Signals:
        chosen(Lens): it was clicked, or an arrow key led to it.
    """

    chosen = Signal(object)

    def __init__(self, lens: Lens, parent: QWidget) -> None:
        super().__init__(LENSES[lens], parent)
        self._lens = lens
        self.setCheckable(True)
        self.setProperty("look", "segment")
        self.setAccessibleName(f"Lens: {LENSES[lens]}")
        self.setToolTip(tip(f"Colour the map by {LENSES[lens].lower()} ({KEYS[lens]}). {RULES[lens]}"))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self._lens)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next lens and look through it; Enter does as Space."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        if step is not None:
            lenses, switch = list(Lens), self.parentWidget()
            following = lenses[(lenses.index(self._lens) + step) % len(lenses)]
            self.chosen.emit(following)
            if isinstance(switch, LensSwitch):
                switch.buttons[following].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
