"""The keys of a talk on a sheet, made from the one table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from evmap.ui.panels.scrolled import scrolled
from evmap.ui.presenter.keys import TALK_KEYS
from evmap.ui.theme import Theme


class TalkKeySheet(QDialog):
    """Every key of a talk and what it does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys of a talk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet(theme.style_sheet())
        self.setPalette(theme.palette())
        body = QWidget()
        grid = QGridLayout(body)
        grid.setHorizontalSpacing(26)
        for row, key in enumerate(TALK_KEYS):
            native = (QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in key.keys)
            grid.addWidget(_label(", ".join(native), theme, 650), row, 0)
            grid.addWidget(_label(key.words, theme, 400), row, 1)
        last = len(TALK_KEYS)
        grid.addWidget(_label("1, 2, 3 … and Enter", theme, 650), last, 0)
        grid.addWidget(_label("Go to the step of this number", theme, 400), last, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(26, 20, 26, 16)
        layout.addWidget(scrolled(body, "Keys of a talk", self))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout.addWidget(box)


def _label(text: str, theme: Theme, weight: int) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.sans(theme.px(14), weight))
    return label
