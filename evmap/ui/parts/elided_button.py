"""A button whose words end in an ellipsis where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton


class ElidedButton(QPushButton):
    """A button whose words end in an ellipsis where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(min(40, self.sizeHint().width()), super().minimumSizeHint().height())

    @property
    def _short(self) -> int:
        return self.sizeHint().width() - self.width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self._short > 0:
            room = self.fontMetrics().horizontalAdvance(option.text) - self._short
            option.text = self.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, room)
        with QPainter(self) as painter:
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
