"""Arrowheads, painted once in each of many directions and then only copied, which is ten times as fast."""

import math
from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPolygonF

from evmap.model import Point
from evmap.ui.canvas.painting.batches import draw_copies, packed_copy

HEADS = {"far": (5.5, 2.2), "rest": (8.0, 3.1), "lit": (11.0, 4.4), "step": (21.0, 8.2)}
"""Length and half the width of an arrowhead, by its size."""

_TURNS = 64
_PARTS = 2
"""So many places within a pixel, both ways, are told apart."""


class Head(Struct, frozen=True, gc=False):
    """A filled arrowhead at its place: which of the pictures it is, and its packed copy."""

    slot: int
    copy: bytes


class _Sheet:
    """All directions of arrowheads of one size in one colour; each is painted when it is first wanted."""

    def __init__(self, colour: QColor, size: str, cell: int, ratio: float) -> None:
        self.pixmap = QPixmap(cell * _TURNS, cell * _PARTS * _PARTS)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        self._colour, self._size, self._cell, self._ratio = colour, size, cell, ratio
        self._painted: set[int] = set()

    def add(self, slots: set[int]) -> None:
        """Paint the directions that are still missing."""
        missing = slots - self._painted
        if not missing:
            return
        self._painted |= missing
        length, half = (v * self._ratio for v in HEADS[self._size])
        with QPainter(self.pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour)
            for slot in missing:
                part, turn = divmod(slot, _TURNS)
                down, right = divmod(part, _PARTS)
                x = turn * self._cell + self._cell // 2 + right / _PARTS
                y = part * self._cell + self._cell // 2 + down / _PARTS
                painter.drawConvexPolygon(_triangle(x, y, math.tau * turn / _TURNS, length, half))


class Heads:
    """The arrowheads of one theme on a screen of one device pixel ratio."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._sheets: dict[tuple[int, str], _Sheet] = {}
        self._cells = {size: _cell(*measures, ratio) for size, measures in HEADS.items()}

    def head(self, before: Point, tip: Point, size: str) -> Head:
        """The arrowhead that ends a line at its tip, coming from a point before it."""
        ratio, cell = self._ratio, self._cells[size]
        dx, dy = tip[0] - before[0], tip[1] - before[1]
        away = HEADS[size][0] / 2 / (math.hypot(dx, dy) or 1.0)
        turn = round(math.atan2(dy, dx) * (_TURNS / math.tau)) % _TURNS
        x, right = divmod(round((tip[0] - dx * away) * ratio * _PARTS), _PARTS)
        y, down = divmod(round((tip[1] - dy * away) * ratio * _PARTS), _PARTS)
        part = down * _PARTS + right
        copy = packed_copy(x / ratio, y / ratio, turn * cell, part * cell, cell, cell, ratio)
        return Head(part * _TURNS + turn, copy)

    def draw(self, painter: QPainter, heads: Iterable[Head], colour: QColor, size: str) -> None:
        """Draw arrowheads of one size and colour."""
        heads = tuple(heads)
        if not heads:
            return
        key = (colour.rgba(), size)
        if key not in self._sheets:
            self._sheets[key] = _Sheet(colour, size, self._cells[size], self._ratio)
        sheet = self._sheets[key]
        sheet.add({head.slot for head in heads})
        draw_copies(painter, [head.copy for head in heads], sheet.pixmap)


def _cell(length: float, half: float, ratio: float) -> int:
    """The side of a square of whole pixels that any direction fits into, with a pixel to spare; an even number."""
    return 2 * math.ceil(math.hypot(length / 2, half) * ratio + 1.5)


def _triangle(x: float, y: float, angle: float, length: float, half: float) -> QPolygonF:
    ux, uy = math.cos(angle), math.sin(angle)
    back_x, back_y = x - ux * length / 2, y - uy * length / 2
    return QPolygonF(
        [
            QPointF(back_x - uy * half, back_y + ux * half),
            QPointF(x + ux * length / 2, y + uy * length / 2),
            QPointF(back_x + uy * half, back_y - ux * half),
        ]
    )
