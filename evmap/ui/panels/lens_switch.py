"""The switch at the top of the legend: which lens the map is seen through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from evmap.ui.panels.group_words import LENSES, RULES
from evmap.ui.panels.plain import tip
from evmap.ui.theme import Theme
from evmap.workspace import Lens, Workspace

KEYS = {lens: f"Ctrl+Shift+{at}" for at, lens in enumerate(Lens, 1)}


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
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setSpacing(4)
        for at, button in enumerate(self.buttons.values()):
            button.chosen.connect(self._look)
            self._group.addButton(button)
            grid.addWidget(button, at // 2, at % 2)
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
