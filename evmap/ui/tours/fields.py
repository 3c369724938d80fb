"""The fields of a tour: what is typed is a change of the tour, so that the tour's own Undo takes it back by name."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from evmap.ui.theme import Theme

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MOST_LETTERS = 20_000
_LONGEST = 3600


def asks_for_undo(event: QEvent) -> bool:
    """Whether a key asks to undo or redo, which is the tour's matter and not the field's."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


class WordField(QLineEdit):
    """One line of words.

    Signals:
        left(): the focus went elsewhere; what is typed next is another change.
    """

    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(_MOST_LETTERS)
        self.setProperty("look", "calm")

    def tell(self, text: str) -> None:
        """Say what the tour says; what is being typed stays as it is."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the tour."""
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; with nothing to undo in the tour, Undo does nothing here."""
        if not asks_for_undo(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A field that is opened by a command is ready to be typed over."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that what is typed is whole."""
        super().focusOutEvent(event)
        self.left.emit()


class NotesField(QPlainTextEdit):
    """Notes in plain text, as high as they are, up to a few lines.

    Signals:
        typed(str): the text is another.
        left(): the focus went elsewhere.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._telling = False
        self._least, self._most = theme.px(64), theme.px(200)
        self.setProperty("look", "details")
        self.setAccessibleName("Notes")
        self.setPlaceholderText("What you want to say; only you see it")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the tour undoes
        self.textChanged.connect(self._on_typed)

    def tell(self, text: str) -> None:
        """Say what the tour says."""
        if text != self.toPlainText():
            self._telling = True
            at = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(at, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            self._telling = False
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the tour."""
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that what is typed is whole."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def _on_typed(self) -> None:
        self._fit()
        if not self._telling:
            if len(self.toPlainText()) > _MOST_LETTERS:
                self.textCursor().deletePreviousChar()
                return
            self.typed.emit(self.toPlainText())

    def _fit(self) -> None:
        lines = max(int(self.document().size().height()), 1)
        wanted = lines * self.fontMetrics().lineSpacing() + 26
        self.setFixedHeight(min(max(wanted, self._least), self._most))


class Choice(QComboBox):
    """One of a few; the wheel over it scrolls the page until it has the focus."""

    def __init__(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in choices:
            self.addItem(words, value)

    def tell(self, value: str) -> None:
        """Say what the tour says; a value that is none of these is the first."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Choose with the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PlannedTime(QSpinBox):
    """Minutes and seconds; nothing planned is the usual time."""

    def __init__(self, usual: int) -> None:
        super().__init__()
        self._usual = usual
        self.setRange(0, _LONGEST)
        self.setSingleStep(15)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        self.setAccessibleName("Planned time, minutes and seconds")
        self.setToolTip(f"Minutes:seconds, such as 1:30; 0 is the usual {clock(usual)}")

    def textFromValue(self, value: int) -> str:
        """The seconds as a clock says them."""
        return clock(value) if value else f"usual {clock(self._usual)}"

    def valueFromText(self, text: str) -> int:
        """The seconds that a text says."""
        return seconds_of(text) or 0

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Whether a text says a time."""
        is_time = seconds_of(text) is not None
        state = QValidator.State.Acceptable if is_time else QValidator.State.Intermediate
        return state, text, at

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the tour."""
        if event.type() == QEvent.Type.ShortcutOverride and asks_for_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change with the wheel only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def clock(seconds: float) -> str:
    """Seconds as minutes and seconds: ``1:30``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def seconds_of(text: str) -> int | None:
    """The seconds that ``1:30``, ``90`` or ``usual 1:30`` say; nothing if it is no time."""
    if text.strip().startswith("usual") or not text.strip():
        return 0
    found = re.fullmatch(r"\s*(?:(\d{1,3}):)?(\d{1,4})\s*", text)
    if found is None:
        return None
    return min(int(found[1] or 0) * 60 + int(found[2]), _LONGEST)
