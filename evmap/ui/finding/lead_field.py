"""A field that leads a list below it: Enter, up and down speak to the list, all else is typing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_PAGE = 6
_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class LeadField(QLineEdit):
    """Takes the words that a list answers.

    Signals:
        stepped(int): Enter was pressed (1), or Shift+Enter (-1).
        moved(int): so many rows down or up in the list are wanted.
        wanted(): the list is wanted, by a click.
        left(): the focus went elsewhere.
        escaped(): Esc was pressed, where the field takes it.
    """

    stepped = Signal(int)
    moved = Signal(int)
    wanted = Signal()
    left = Signal()
    escaped = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, takes_escape: bool = False) -> None:
        super().__init__(parent)
        self._takes_escape = takes_escape
        self.setProperty("look", "find")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Take Esc before the window's ladder does, if it is this field's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            escaping = self._takes_escape and event.key() == Qt.Key.Key_Escape
            if escaping:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand out the keys that are meant for the list."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._takes_escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click asks for the list."""
        super().mousePressEvent(event)
        self.wanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went elsewhere; a menu of the field itself or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
