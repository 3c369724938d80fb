"""The marks of a lens: small round badges that tell a group without any colour, at boxes, on icons and on lines.

A mark is a word of :data:`SHAPES`, drawn into a filled disc, or else one or two characters written on it. A disc that
is full, half full or empty tells how sure; letters and numbers name stages and sources.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from evmap.model import Point
from evmap.ui.canvas.batches import draw_copies, packed_copy
from evmap.ui.theme import Theme

ON_LINE = 11.0
_FROM_START, _SHORTEST = 7.5, 30.0

FULL, HALF, EMPTY, LIKE, NOWHERE = "full", "half", "empty", "like", "nowhere"


def draw_badge(painter: QPainter, middle: Point, size: float, hue: str, mark: str, theme: Theme) -> None:
    """Draw a badge with its middle at a point, on a rim of paper that keeps it apart from lines and outlines."""
    x, y = middle
    disc = QRectF(x - size / 2, y - size / 2, size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper"))
    rim = size * 0.12
    painter.drawEllipse(disc.adjusted(-rim, -rim, rim, rim))
    painter.setBrush(theme.colour(hue))
    painter.drawEllipse(disc)
    shape = SHAPES.get(mark)
    if shape is not None:
        shape(painter, disc, theme.colour("paper"), theme.colour(hue))
    else:
        _write(painter, disc, mark, theme)


def _full(_painter: QPainter, _disc: QRectF, _paper: QColor, _hue: QColor) -> None:
    """The disc as it is."""


def _half(painter: QPainter, disc: QRectF, paper: QColor, _hue: QColor) -> None:
    """Its right half empty."""
    inner = _inner(disc)
    path = QPainterPath(inner.center())
    path.arcTo(inner, -90, 180)
    painter.fillPath(path, paper)


def _empty(painter: QPainter, disc: QRectF, paper: QColor, _hue: QColor) -> None:
    """A ring."""
    painter.setBrush(paper)
    painter.drawEllipse(_inner(disc))


def _like(painter: QPainter, disc: QRectF, paper: QColor, _hue: QColor) -> None:
    """Two waves: is like."""
    painter.setPen(QPen(paper, max(disc.width() * 0.12, 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach, lift = disc.width() * 0.28, disc.width() * 0.13
    for down in (-0.13, 0.13):
        at = disc.center() + QPointF(0, disc.height() * down)
        wave = QPainterPath(at - QPointF(reach, 0))
        wave.cubicTo(at + QPointF(-reach / 3, -2 * lift), at + QPointF(reach / 3, 2 * lift), at + QPointF(reach, 0))
        painter.drawPath(wave)


def _nowhere(painter: QPainter, disc: QRectF, paper: QColor, hue: QColor) -> None:
    """A ring with a stroke through it."""
    _empty(painter, disc, paper, hue)
    painter.setPen(QPen(hue, max(disc.width() * 0.12, 1.0)))
    off = disc.width() * 0.33
    painter.drawLine(disc.center() + QPointF(-off, off), disc.center() + QPointF(off, -off))


def mark_place(route: Sequence[Point]) -> Point | None:
    """Where a badge stands on a line: near its start; nowhere on a line so short that it would hide it."""
    if len(route) < 2:
        return None
    length = sum(math.dist(a, b) for a, b in pairwise(route))
    if length < _SHORTEST:
        return None
    left = _FROM_START
    for a, b in pairwise(route):
        piece = math.dist(a, b)
        if piece >= left:
            return (a[0] + (b[0] - a[0]) * left / piece, a[1] + (b[1] - a[1]) * left / piece)
        left -= piece
    return None


SHAPES: Mapping[str, Callable[[QPainter, QRectF, QColor, QColor], None]] = {
    FULL: _full,
    HALF: _half,
    EMPTY: _empty,
    LIKE: _like,
    NOWHERE: _nowhere,
}


def _inner(disc: QRectF) -> QRectF:
    edge = max(disc.width() * 0.15, 1.5)
    return disc.adjusted(edge, edge, -edge, -edge)


def _write(painter: QPainter, disc: QRectF, text: str, theme: Theme) -> None:
    painter.setFont(theme.sans(disc.height() * 0.8, QFont.Weight.Bold))
    painter.setPen(theme.colour("on-kind"))
    painter.drawText(disc.adjusted(-4, -4, 4, 4), Qt.AlignmentFlag.AlignCenter, text)


class LineMarks:
    """The badges on lines: painted once, then copied."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._pictures: dict[tuple[str, str], QPixmap] = {}

    def draw(self, painter: QPainter, hue: str, mark: str, middles: Iterable[Point]) -> None:
        """Draw the same badge at many points."""
        picture = self._picture(hue, mark)
        side, ratio = picture.width(), self._ratio
        copies = [
            packed_copy((round(x * ratio)) / ratio, (round(y * ratio)) / ratio, 0, 0, side, side, ratio)
            for x, y in middles
        ]
        draw_copies(painter, copies, picture)

    def _picture(self, hue: str, mark: str) -> QPixmap:
        if (hue, mark) not in self._pictures:
            room = ON_LINE + 4
            picture = QPixmap(2 * round(room * self._ratio / 2), 2 * round(room * self._ratio / 2))
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                painter.scale(self._ratio, self._ratio)
                middle = picture.width() / 2 / self._ratio
                draw_badge(painter, (middle, middle), ON_LINE, hue, mark, self._theme)
            self._pictures[(hue, mark)] = picture
        return self._pictures[(hue, mark)]
