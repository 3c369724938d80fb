"""The margin of an article: paragraph numbers, and beside each sentence how sure it is, drawn as the map draws lines.

Solid states it, dashed hedges it, dashed with a question mark asks or looks ahead, dotted compares; what the map does
not quote has no line, and what is sure of one thing and not of another has two. Where two sentences share a line of
text, they share its height.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextBlock

from evmap.graph.sureness import Sureness
from evmap.ui.panels.reader.text import paragraph_number
from evmap.ui.parts.line_sample import dashes_of
from evmap.ui.theme import Theme

_WIDTH, _BAR = 64, 50
"""How wide the margin is, and where in it the bars stand."""
_THICK = 2.4
_GAP = 2.0
_BESIDE = 5.0
"""How far the lines of one sentence stand apart that states one thing and hedges another."""
_ROLES = {
    Sureness.STATED: "line",
    Sureness.HEDGED: "hedge",
    Sureness.OPEN: "hedge",
    Sureness.COMPARISON: "kind.analogy",
}


class Stretch(Struct, frozen=True):
    """A sentence in the document: its number, and where it begins and ends there."""

    number: int
    start: int
    end: int


class Bar(Struct, frozen=True):
    """The part of the margin beside a sentence, from the top of its block."""

    number: int
    top: float
    bottom: float


def bars_of(block: QTextBlock, stretches: Sequence[Stretch]) -> list[Bar]:
    """The bars of the sentences in one block that is laid out, in their order."""
    layout, begin = block.layout(), block.position()
    tops: dict[int, float] = {}
    bottoms: dict[int, float] = {}
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        first, last = begin + line.textStart(), begin + line.textStart() + line.textLength()
        here = [each for each in stretches if each.start < last and first < each.end]
        share = line.height() / max(len(here), 1)
        for row, each in enumerate(here):
            tops.setdefault(each.number, line.y() + row * share)
            bottoms[each.number] = line.y() + (row + 1) * share
    return [Bar(number, top, bottoms[number]) for number, top in tops.items()]


class Margin:
    """Paints the margin of one article in one theme; pens and fonts are made once.

    Attributes:
        width: how wide it is.
        bar: where in it the lines stand.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.width, self.bar = theme.px(_WIDTH), theme.px(_BAR)
        self._font = theme.sans(theme.px(12))
        self._asking = theme.sans(theme.px(12), QFont.Weight.Bold)
        self._muted = theme.colour("muted")
        self._pens = {sure: self._pen(sure, theme.colour(role)) for sure, role in _ROLES.items()}

    def paint(self, painter: QPainter, blocks: Iterator[tuple[QTextBlock, QRectF]], known: "Known") -> None:
        """Paint beside these blocks, each with its place on the screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, box in blocks:
            if not block.layout().lineCount():
                continue
            self._paint_number(painter, block, box)
            for bar in bars_of(block, known.in_block(block)):
                for row, sure in enumerate(known.sure(bar.number)):
                    x = self.bar - row * _BESIDE
                    self._paint_bar(painter, sure, x, box.top() + bar.top, box.top() + bar.bottom)

    def _pen(self, sure: Sureness, colour: QColor) -> QPen:
        pen = QPen(colour, _THICK)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashes := dashes_of(sure):
            pen.setDashPattern([length * 0.8 / _THICK for length in dashes])
        return pen

    def _paint_number(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        number = paragraph_number(block)
        if number:
            line = block.layout().lineAt(0)
            y = box.top() + line.y() + line.ascent() - self._theme.px(12)
            painter.setFont(self._font)
            painter.setPen(self._muted)
            place = QRectF(0, y, self.bar - 2 * _BESIDE - 6, self._theme.px(15))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"¶ {number}")

    def _paint_bar(self, painter: QPainter, sure: Sureness, x: float, top: float, bottom: float) -> None:
        painter.setPen(self._pens[sure])
        start = top + _GAP
        if sure is Sureness.OPEN:
            painter.setFont(self._asking)
            high = self._theme.px(13)
            painter.drawText(QRectF(x - high / 2, start - 1, high, high), Qt.AlignmentFlag.AlignCenter, "?")
            start += high
        if bottom - _GAP > start:
            painter.drawLine(QPointF(x, start), QPointF(x, bottom - _GAP))


class Known:
    """Where the sentences of an article stand in its document, and how sure each is."""

    def __init__(self, stretches: Sequence[Stretch], sure: Sequence[tuple[Sureness, ...]]) -> None:
        self.stretches = tuple(stretches)
        self._starts = [each.start for each in stretches]
        self._sure = sure

    def sure(self, number: int) -> tuple[Sureness, ...]:
        """How sure a sentence is, part by part; nothing if the map does not quote it."""
        return self._sure[number]

    def in_block(self, block: QTextBlock) -> Sequence[Stretch]:
        """The sentences of one block."""
        low = bisect_left(self._starts, block.position())
        return self.stretches[low : bisect_left(self._starts, block.position() + block.length())]

    def at(self, position: int) -> int | None:
        """The sentence at a position of the document."""
        low = bisect_left(self._starts, position + 1) - 1
        if low >= 0 and position < self.stretches[low].end:
            return self.stretches[low].number
        return None
