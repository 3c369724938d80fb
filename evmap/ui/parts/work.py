"""A piece of the status line that shows how far something is, and ends it on a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from evmap.ui.theme import Theme


class WorkBar(QWidget):
    """What is being done, a bar, and a button.

    Signals:
        cancelled(): the button was pressed.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self.button = QToolButton()
        self.button.setText("Cancel")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self._text, self._bar, self.button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is being done."""
        return self._text.text()

    @property
    def share(self) -> float:
        """How much of it is done."""
        return self._bar.value() / 1000

    def begin(self, text: str) -> None:
        """Show that something is being done, and nothing of it yet."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._bar.setValue(0)
        self.show()

    def tell(self, share: float) -> None:
        """Show how much is done."""
        self._bar.setValue(round(share * 1000))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours and sizes."""
        self._text.setFont(theme.sans(theme.px(13)))
        self.button.setFont(theme.sans(theme.px(13)))
        self._bar.setFixedSize(theme.px(140), theme.px(6))
        self.button.setFixedHeight(theme.px(24))
        ground, done = theme.colour("faint").name(), theme.colour("accent").name()
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {ground}; border: none; border-radius: 3px; }}"
            f"QProgressBar::chunk {{ background: {done}; border-radius: 3px; }}"
        )
