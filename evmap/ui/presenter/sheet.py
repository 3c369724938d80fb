"""The keys of a talk on a sheet, made from the one table."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from evmap.ui.parts.scrolled import scrolled
from evmap.ui.presenter.dressing import dress
from evmap.ui.presenter.keys import TALK_KEYS
from evmap.ui.theme import Theme

_LINES = 48
"""Its type is at most so small a part of the window's height, that of the class too: only the teacher reads it."""


class TalkKeySheet(QDialog):
    """Every key of a talk and what it does."""

    def __init__(self, theme: Theme, parent: QWidget, *, letters: bool = True) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys of a talk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dress(self, theme)
        px = max(min(theme.px(14), parent.height() / _LINES), 12.0)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(theme.px(18))
        grid.setColumnMinimumWidth(2, theme.px(14))
        rows = [(_native(key.keys_in_use(letters=letters)), key.words) for key in TALK_KEYS]
        rows.append(("1, 2, 3 … and Enter", "Go to the step of this number"))
        half = ceil(len(rows) / 2)
        for number, (keys, words) in enumerate(rows):
            row, column = number % half, number // half * 3
            grid.addWidget(_label(keys, theme.sans(px, 650)), row, column)
            grid.addWidget(_label(words, theme.sans(px)), row, column + 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 20, 26, 16)
        layout.addWidget(scrolled(body, "Keys of a talk", self))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)


def _native(keys: tuple[str, ...]) -> str:
    """Keys as this system names them."""
    return ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _label(text: str, font: QFont) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font)
    return label
