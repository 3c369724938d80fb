"""What both windows of a talk have in common: every key is the talk's, and closing one asks as Esc does."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from evmap.ui.presenter.keys import TalkKey, digit_of, key_of
from evmap.workspace.talk import Asking, Talk


class TalkWindow(QWidget):
    """A window that hands every key to the talk, or tells what the windows themselves must do.

    Attributes:
        letters: whether single-letter keys are on.

    Signals:
        keyed: a key of the talk came; what still moves ends before it acts.
        wanted(str): something that the talk does not do alone: "find", "swap", "full", "sheet", "larger", "smaller".
    """

    keyed = Signal()
    wanted = Signal(str)

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.talk = talk
        self.letters = True
        self.may_close = False
        self._peeking = False

    def event(self, event: QEvent) -> bool:
        """Tab is a key of the talk, not the way to the next button."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            typing = isinstance(QApplication.focusWidget(), QLineEdit)
            if event.type() == QEvent.Type.ShortcutOverride and not typing:
                event.accept()
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab peeks at the whole map; the focus stays."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means. A key that is held does it once."""
        key, digit = key_of(event, letters=self.letters), digit_of(event)
        if event.isAutoRepeat():
            event.accept()
            return
        if digit or key is not None:
            self.keyed.emit()
        if digit and not self._answers(""):
            self.talk.type_digit(digit)
        elif key is None and not digit:
            super().keyPressEvent(event)
        elif key is not None:
            self._do(key)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The whole map was shown while Tab was held."""
        if event.key() == Qt.Key.Key_Tab and not event.isAutoRepeat() and self._peeking:
            self._peeking = False
            if self.talk.state.whole:
                self.talk.toggle_whole()
        else:
            super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing a window by its frame asks first, as Esc does; it never ends a talk at once."""
        if self.may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.talk.escape()

    def _answers(self, key: str) -> bool:
        """Whether a key answers the question of leaving: every key but Esc goes on, and does nothing else."""
        if self.talk.state.asking is not Asking.LEAVE or key == "escape":
            return False
        self.talk.back_to_path()
        return True

    def _do(self, key: TalkKey) -> None:
        if self._answers(key.id):
            return
        if key.id == "peek":
            if not self.talk.state.whole:
                self._peeking = True
                self.talk.toggle_whole()
        elif key.run is not None:
            key.run(self.talk)
        else:
            self.wanted.emit(key.id)
