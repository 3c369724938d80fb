"""A paragraph that draws itself: plain text in several fonts, soft marks behind words and a line under hedges.

Not a rich-text label: text from an article or a map never passes through a markup parser.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from evmap.model import Span
from evmap.ui.words.plain import has_endless_word, showable, utf16_length


class Run(Struct, frozen=True):
    """A stretch of text in one font and colour."""

    text: str
    font: QFont
    colour: QColor


class Mark(Struct, frozen=True):
    """Something drawn with a stretch of the text, given as code points of the whole paragraph."""

    span: Span
    colour: QColor
    underline: bool = False


class TextBlock:
    """Text that wraps to a width. Laid out once for each width it is asked about, and again only to be painted."""

    def __init__(
        self,
        runs: Sequence[Run],
        marks: Sequence[Mark] = (),
        *,
        leading: float = 1.3,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.text = "".join(run.text for run in runs)
        self._shown = showable(self.text)
        self._leading = leading
        self._line_height = max((QFontMetricsF(run.font).height() for run in runs), default=0.0)
        self._pitch = max((run.font.pixelSize() for run in runs), default=0) * leading
        self._marks = [(mark, *self._units(mark.span)) for mark in marks]
        self._width = -1.0
        self._heights: dict[float, float] = {}
        self._layout = QTextLayout(self._shown)
        if runs:
            self._layout.setFont(runs[0].font)
        option = QTextOption(align)
        endless = has_endless_word(self._shown)
        modes = QTextOption.WrapMode
        option.setWrapMode(modes.WrapAnywhere if endless else modes.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs))

    def height(self, width: float) -> float:
        """How high the text is when it wraps at ``width``."""
        if width not in self._heights:
            self._lay_out(width)
        return self._heights[width]

    def natural_width(self) -> float:
        """How wide the text is on one line."""
        self._be_laid_out(1e6)
        return max((self._layout.lineAt(at).naturalTextWidth() for at in range(self._layout.lineCount())), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the text with its top left corner at ``x, y``."""
        self._be_laid_out(width)
        origin = QPointF(x, y)
        for mark, start, end in self._marks:
            if not mark.underline:
                self._paint_mark(painter, origin, mark.colour, start, end)
        self._layout.draw(painter, origin)
        for mark, start, end in self._marks:
            if mark.underline:
                self._paint_underline(painter, origin, mark.colour, start, end)

    def _units(self, span: Span) -> Span:
        start = utf16_length(self._shown[: span[0]])
        return start, start + utf16_length(self._shown[span[0] : span[1]])

    def _be_laid_out(self, width: float) -> None:
        if width != self._width:
            self._lay_out(width)

    def _lay_out(self, width: float) -> None:
        self._width = width
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            height = max(self._pitch, line.height() if self._leading >= 1 else 0.0)
            line.setPosition(QPointF(0.0, y + (height - line.height()) / 2))
            y += height
        self._layout.endLayout()
        self._heights[width] = y

    def _pieces(self, start: int, end: int) -> list[tuple[QTextLine, float, float]]:
        """The part of each line that lies between two offsets."""
        found = []
        first, last = self._layout.lineForTextPosition(start), self._layout.lineForTextPosition(max(end - 1, start))
        if not (first.isValid() and last.isValid()):
            return []
        for index in range(first.lineNumber(), last.lineNumber() + 1):
            line = self._layout.lineAt(index)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low < high:
                left, right = _x(line, low), _x(line, high)
                found.append((line, min(left, right), min(max(left, right), line.naturalTextRect().right())))
        return found

    def _paint_mark(self, painter: QPainter, origin: QPointF, colour: QColor, start: int, end: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for line, left, right in self._pieces(start, end):
            box = QRectF(left - 1, line.y() - 0.5, right - left + 2, line.height() + 1).translated(origin)
            painter.drawRoundedRect(box, 3.0, 3.0)

    def _paint_underline(self, painter: QPainter, origin: QPointF, colour: QColor, start: int, end: int) -> None:
        pen = QPen(colour, 1.6)
        pen.setDashPattern([2.6, 1.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for line, left, right in self._pieces(start, end):
            y = line.y() + line.ascent() + 3.5
            painter.drawLine(origin + QPointF(left, y), origin + QPointF(right, y))


def _x(line: QTextLine, position: int) -> float:
    at: object = line.cursorToX(position)  # one number or a pair of it and the position, by version
    if isinstance(at, tuple):
        at = at[0]
    assert isinstance(at, float | int)
    return float(at)


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, at = [], 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(run.font)
        look.setForeground(run.colour)
        piece.start, piece.length, piece.format = at, utf16_length(showable(run.text)), look
        at += piece.length
        formats.append(piece)
    return formats
