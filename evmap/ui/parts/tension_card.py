"""Two quotes that pull apart, with the question they raise: shown wherever one of the two is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Tension
from evmap.ui.parts.pieces import BOLD, label, prose
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.theme import Theme
from evmap.workspace import Workspace


class CareFrame(QWidget):
    """The warning ground on which a tension stands."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("care"), 1.0))
            painter.setBrush(self._theme.colour("care.soft"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def tension_card(workspace: Workspace, theme: Theme, tension: Tension) -> QWidget:
    """The question, and the two quotes below each other, each of which opens its article."""
    card = CareFrame(theme)
    card.setAccessibleName(f"Read with care. {tension.question}")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(12, 12, 12, 12)
    layout.setSpacing(8)
    layout.addWidget(
        label([prose(theme, "Read with care", 15, "care", weight=BOLD), prose(theme, tension.question, 14)], gap=2)
    )
    for quote in tension.quotes:
        layout.addWidget(QuoteCard(workspace, theme, quote, surroundings=False))
    return card
