"""Blocks that end a quote's card: a row of chips that wraps, and the line that says where the quote stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from evmap.ui.theme import Theme
from evmap.ui.words.names import Chip, Tone
from evmap.ui.words.plain import showable

_GAP = 6.0
_PAD = 9.0
_CENTRED = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
_ROLES = {
    Tone.PLAIN: ("ink", "faint"),
    Tone.HEDGE: ("hedge", "hedge"),
    Tone.PICTURE: ("kind.analogy", "kind.analogy"),
    Tone.CARE: ("care", "care"),
}


class ChipBlock:
    """Chips from left to right, on as many rows as they need."""

    def __init__(self, chips: Sequence[Chip], theme: Theme) -> None:
        self.text = ", ".join(chip.text for chip in chips)
        self._chips = [(chip, showable(chip.text)) for chip in chips]
        self._theme = theme
        self._font = theme.sans(theme.px(12))
        self._metrics = QFontMetricsF(self._font)
        self._row = float(theme.px(22))
        self._width = -1.0
        self._boxes: list[QRectF] = []

    def height(self, width: float) -> float:
        """How high the rows are together."""
        if width != self._width:
            self._lay_out(width)
        return self._boxes[-1].bottom() if self._boxes else 0.0

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the chips with their top left corner at ``x, y``."""
        self.height(width)
        painter.setFont(self._font)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for (chip, text), box in zip(self._chips, self._boxes, strict=True):
            ink, frame = _ROLES[chip.tone]
            placed = box.translated(x, y)
            painter.setPen(QPen(self._theme.colour(frame), 1.0))
            painter.drawRoundedRect(placed.adjusted(0.5, 0.5, -0.5, -0.5), self._row / 2, self._row / 2)
            painter.setPen(self._theme.colour(ink))
            painter.drawText(placed.adjusted(_PAD, 0, -_PAD, 0), _CENTRED, text)

    def _lay_out(self, width: float) -> None:
        self._width = width
        self._boxes = []
        x = y = 0.0
        for _, text in self._chips:
            wide = self._metrics.horizontalAdvance(text) + 2 * _PAD + 1
            high = self._row if wide <= width else self._wrapped(text, width)
            if x and x + wide > width:
                x, y = 0.0, self._boxes[-1].bottom() + _GAP
            self._boxes.append(QRectF(x, y, min(wide, width), high))
            x += wide + _GAP

    def _wrapped(self, text: str, width: float) -> float:
        """How high a chip is whose words need more than one line."""
        room = QRectF(0, 0, max(width - 2 * _PAD, 1.0), 1e4)
        return max(self._metrics.boundingRect(room, _CENTRED, text).height() + 8, self._row)


class PlaceBlock:
    """Where a quote stands: the article's title, shortened as needed, and the paragraph, always whole."""

    def __init__(self, title: str, paragraph: str, theme: Theme) -> None:
        self.text = ", ".join(part for part in (title, paragraph) if part)
        self._title = showable(title)
        self._end = f"{paragraph}  ↗".strip()
        self._colour = theme.colour("muted")
        self._font = theme.sans(theme.px(12))
        self._metrics = QFontMetricsF(self._font)

    def height(self, _width: float) -> float:
        """Always one line."""
        return self._metrics.height()

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the title at the left and the paragraph at the right."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        end = self._metrics.horizontalAdvance(self._end) + 1
        box = QRectF(x, y, width, self.height(width))
        title = self._metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, width - end - 12)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._end)
