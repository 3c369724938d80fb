"""All steps of a talk to choose one: a numbered list over the map, for mouse, keys and screen readers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from evmap.ui.panels.plain import showable
from evmap.ui.theme import Theme
from evmap.workspace.talk import Talk

_PADDING = 34


class Overview(QListWidget):
    """The steps by number and title, the present one chosen.

    Signals:
        chosen(int): go to a step, counted from 0.
        key(QKeyEvent): a key that is not the list's own; the talk's.
    """

    chosen = Signal(int)
    key = Signal(QKeyEvent)

    def __init__(self, talk: Talk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._talk = talk
        self._theme = theme
        self.setAccessibleName("All steps")
        ink, panel, edge = (theme.colour(role).name() for role in ("ink", "panel", "edge"))
        self.setStyleSheet(
            f"QListWidget {{ color: {ink}; background: {panel}; border: 1px solid {edge}; border-radius: 12px;"
            f" padding: 14px; }} QListWidget::item {{ color: {ink}; }}"
        )
        self.setWordWrap(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, step in enumerate(talk.tour.steps, 1):
            item = QListWidgetItem(showable(f"{number}   {step.title}"))
            self.addItem(item)
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._clicked)
        self.hide()

    def follow(self, *, visible: bool) -> None:
        """Be there or not, with the present step chosen."""
        if visible and not self.isVisible():
            self.place()
            self.setCurrentRow(self._talk.state.at.step)
            self.show()
            self.raise_()
        elif not visible:
            self.hide()

    def place(self) -> None:
        """Stand in the middle of the window."""
        parent = self.parentWidget()
        if parent is not None:
            wide, high = parent.width(), parent.height()
            self.setFont(self._theme.sans(max(high / 36, 15.0)))
            self.setSpacing(max(high // 180, 2))
            rows = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
            tall = min(rows + 2 * self.frameWidth() + _PADDING, high * 5 // 6)
            self.setGeometry(wide // 6, (high - tall) // 2, wide * 2 // 3, tall)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys: arrows choose, Enter goes."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move within the list, Enter goes; every other key is the talk's."""
        own = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in own and not self._talk.state.typed:
            if event.key() in own[2:]:
                self.chosen.emit(self.currentRow())
            else:
                super().keyPressEvent(event)
        else:
            self.key.emit(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item))
