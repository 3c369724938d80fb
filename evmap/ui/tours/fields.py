"""The fields of a tour: what is typed is a change of the tour, so that the tour's own Undo takes it back by name."""

import math
import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSpinBox

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MOST_LETTERS = 20_000
_LONGEST = 3600
_MOST_FRAME = 40
_SPARE = 2
"""With less than so many pixels below the last line Qt thinks that it has to be scrolled to."""


def asks_for_undo(event: QEvent) -> bool:
    """Whether a key asks to undo or redo, which is the tour's matter and not the field's."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


class _Field(QPlainTextEdit):
    """Plain text that wraps, as high as it is up to a number of lines; the tour undoes what is typed.

    Signals:
        typed(str): the text is another.
        left(): the focus went elsewhere; what is typed next is another change.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str, look: str, lines: tuple[int, int]) -> None:
        super().__init__()
        self._telling = False
        self._lines = lines
        self.setProperty("look", look)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.textChanged.connect(self._on_typed)

    def text(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def tell(self, text: str) -> None:
        """Say what the tour says; what is being typed stays as it is."""
        if text != self.text():
            self._put(text, self.textCursor().position())
        self._fit()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other type is higher."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def allowed(self, text: str) -> str:
        """A text as it may stand here."""
        return text[:_MOST_LETTERS]

    def _put(self, text: str, at: int) -> None:
        self._telling = True
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._telling = False

    def _on_typed(self) -> None:
        if self._telling:
            return
        text = self.allowed(self.text())
        if text != self.text():
            self._put(text, self.textCursor().position())
        self._fit()
        self.typed.emit(text)

    def _fit(self) -> None:
        least, most = self._lines
        lines = min(max(int(self.document().size().height()), least), most)
        frame = min(max(self.height() - self.viewport().height(), 0), _MOST_FRAME)  # not laid out yet it is anything
        around = frame + 2 * round(self.document().documentMargin())
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # so high a line of the document is
        self.setFixedHeight(lines * line + around + _SPARE)


class WordField(_Field):
    """A few words in one paragraph; Enter goes on to the next field."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint, "calm", (1, 6))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def allowed(self, text: str) -> str:
        """One paragraph, also where several are pasted."""
        return super().allowed(" ".join(text.splitlines()) if "\n" in text else text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no letter here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class NotesField(_Field):
    """Notes, in as many paragraphs as one likes."""

    def __init__(self) -> None:
        super().__init__("Notes", "What you want to say; only you see it", "details", (3, 9))


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
        self.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet's padding is lost beside arrows of its own
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
