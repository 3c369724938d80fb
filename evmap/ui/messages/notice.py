"""A quiet bar above the map that says one thing and goes away when it is closed. It stops nobody."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from evmap.ui.theme import Theme
from evmap.ui.words.plain import breakable


class NoticeBar(QFrame):
    """Shows the latest notice; those that came before and were not closed are counted, not stacked."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("look", "notice")
        self._told = ""
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setProperty("look", "quiet")
        self._close.setToolTip("Close this notice")
        self._close.setAccessibleName("Close this notice")
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        for part in (self._sign, self._text, self._close):
            row.addWidget(part)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._told

    def tell(self, text: str) -> None:
        """Show a notice."""
        self._told = text
        self._text.setText(breakable(text))
        self.setAccessibleName(text)
        self.show()

    def dismiss(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._sign.setPixmap(theme.pixmap("warning", "care", theme.px(18), self.devicePixelRatioF()))
        self._close.setIcon(theme.icon("close", "ink", 16))
        self._close.setIconSize(QSize(theme.px(16), theme.px(16)))
        ground, line = theme.colour("care.soft").name(), theme.colour("care").name()
        self.setStyleSheet(f"#notice {{ background: {ground}; border: none; border-bottom: 1px solid {line}; }}")
