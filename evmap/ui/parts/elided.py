"""One line of text that ends in an ellipsis where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable, tip


class ElidedLabel(QLabel):
    """One line of text that ends in an ellipsis where there is no room, with the whole text as its tool tip."""

    def __init__(self, text: str, role: str, theme: Theme, px: int, weight: int = 400) -> None:
        super().__init__(showable(text))
        self._full = showable(text)
        self._role, self._px, self._weight = role, px, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colour and size."""
        self._colour = theme.colour(self._role)
        self.setFont(theme.sans(theme.px(self._px), self._weight))

    def setText(self, text: str) -> None:
        """Say something else."""
        self._full = showable(text)
        super().setText(self._full)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(min(40, self.sizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 3, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, and know from then on what its tool tip has to tell."""
        with QPainter(self) as painter:
            painter.setPen(self._colour)
            painter.setFont(self.font())
            text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        rest = "" if text == self._full else tip(self._full)
        if rest != self.toolTip():
            self.setToolTip(rest)
