"""The marks of a lens: small round badges that tell a group without any colour, at boxes, on icons and on lines.

A mark is a word of :data:`SHAPES`, drawn into a filled disc, or else one or two characters written on it. A disc that
is full, half full or empty tells how sure; letters and numbers name stages and sources.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPixmap

from evmap.model import Point
from evmap.ui.canvas.geometry.screen_sizes import FROM_START, ON_LINE, SHORTEST
from evmap.ui.canvas.painting.batches import draw_copies, packed_copy
from evmap.ui.theme import Theme

LETTER = 0.8
"""How large a letter on a badge is, as a share of the badge."""

FULL, HALF, EMPTY, LIKE, NOWHERE = "full", "half", "empty", "like", "nowhere"


class Piece(Struct, frozen=True):
    """A part of a badge: a path that is filled, or drawn with a stroke, in the badge's colour or in that of paper."""

    path: QPainterPath
    is_paper: bool = False
    stroke: float = 0.0


def draw_badge(painter: QPainter, middle: Point, size: float, hue: str, mark: str, theme: Theme) -> None:
    """Draw a badge with its middle at a point, on a rim of paper that keeps it apart from lines and outlines."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for piece in badge(middle, size, mark):
        colour = theme.colour("paper" if piece.is_paper else hue)
        if piece.stroke:
            painter.strokePath(piece.path, QPen(colour, piece.stroke))
        else:
            painter.fillPath(piece.path, colour)
    if mark not in SHAPES:
        _write(painter, _disc(middle, size), mark, theme)


def badge(middle: Point, size: float, mark: str) -> tuple[Piece, ...]:
    """The shapes of a badge, from below upwards; characters are written on it afterwards."""
    disc, rim = _disc(middle, size), size * 0.12
    ground = _round(disc.adjusted(-rim, -rim, rim, rim))
    return (Piece(ground, is_paper=True), Piece(_round(disc)), *SHAPES.get(mark, _full)(disc))


def _disc(middle: Point, size: float) -> QRectF:
    return QRectF(middle[0] - size / 2, middle[1] - size / 2, size, size)


def _round(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(rect)
    return path


def _full(_disc: QRectF) -> tuple[Piece, ...]:
    """The disc as it is."""
    return ()


def _half(disc: QRectF) -> tuple[Piece, ...]:
    """Its right half empty."""
    inner = _inner(disc)
    path = QPainterPath(inner.center())
    path.arcTo(inner, -90, 180)
    path.closeSubpath()
    return (Piece(path, is_paper=True),)


def _empty(disc: QRectF) -> tuple[Piece, ...]:
    """A ring."""
    return (Piece(_round(_inner(disc)), is_paper=True),)


def _like(disc: QRectF) -> tuple[Piece, ...]:
    """Two waves: is like."""
    width = max(disc.width() * 0.12, 1.0)
    reach, lift = disc.width() * 0.28, disc.width() * 0.13
    waves = QPainterPath()
    for down in (-0.13, 0.13):
        at = disc.center() + QPointF(0, disc.height() * down)
        waves.moveTo(at - QPointF(reach, 0))
        waves.cubicTo(at + QPointF(-reach / 3, -2 * lift), at + QPointF(reach / 3, 2 * lift), at + QPointF(reach, 0))
    return (Piece(waves, is_paper=True, stroke=width),)


def _nowhere(disc: QRectF) -> tuple[Piece, ...]:
    """A ring with a stroke through it."""
    off = disc.width() * 0.33
    stroke = QPainterPath(disc.center() + QPointF(-off, off))
    stroke.lineTo(disc.center() + QPointF(off, -off))
    return (*_empty(disc), Piece(stroke, stroke=max(disc.width() * 0.12, 1.0)))


def mark_place(route: Sequence[Point]) -> Point | None:
    """Where a badge stands on a line: near its start; nowhere on a line so short that it would hide it."""
    if len(route) < 2:
        return None
    length = sum(math.dist(a, b) for a, b in pairwise(route))
    if length < SHORTEST:
        return None
    left = FROM_START
    for a, b in pairwise(route):
        piece = math.dist(a, b)
        if piece >= left:
            return (a[0] + (b[0] - a[0]) * left / piece, a[1] + (b[1] - a[1]) * left / piece)
        left -= piece
    return None


SHAPES: Mapping[str, Callable[[QRectF], tuple[Piece, ...]]] = {
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
    painter.setFont(theme.sans(disc.height() * LETTER, QFont.Weight.Bold))
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
