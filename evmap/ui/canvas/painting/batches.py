"""Many lines or little pictures in one call of Qt: their numbers are laid end to end in memory, as Qt wants them."""

from array import array
from collections.abc import Iterable
from struct import Struct
from typing import cast

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

_LINE = Struct("4d")
_COPY = Struct("10d")

COPY = 10
"""So many numbers make a packed copy: x, y, the part's left, top, width, height, scale both ways, turn, opacity."""

packed_line = _LINE.pack
"""A straight line from x, y to x, y."""


def packed_copy(x: float, y: float, left: float, top: float, wide: float, high: float, ratio: float) -> bytes:
    """A copy of a part of a picture: where its middle stands, and the part in pixels of the picture."""
    # Qt takes no notice of a picture's own ratio here.
    return _COPY.pack(x, y, left, top, wide, high, 1.0 / ratio, 1.0 / ratio, 0.0, 1.0)


def draw_lines(painter: QPainter, lines: Iterable[bytes]) -> None:
    """Draw packed lines with the painter's pen."""
    draw_lined(painter, array("d", b"".join(lines)))


def draw_lined(painter: QPainter, numbers: "array[float]", first: int = 0, count: int | None = None) -> None:
    """Draw lines that lie end to end in memory, or so many from one on."""
    count = len(numbers) // 4 - first if count is None else count
    if count > 0:
        begin = cast(QLineF, Shiboken.wrapInstance(numbers.buffer_info()[0] + first * _LINE.size, QLineF))
        painter.drawLines(begin, count)


def draw_copies(painter: QPainter, copies: Iterable[bytes], picture: QPixmap) -> None:
    """Draw packed copies of parts of one picture."""
    draw_copied(painter, array("d", b"".join(copies)), picture)


def draw_copied(
    painter: QPainter, numbers: "array[float]", picture: QPixmap, first: int = 0, count: int | None = None
) -> None:
    """Draw copies of parts of one picture that lie end to end in memory, or so many from one on."""
    count = len(numbers) // COPY - first if count is None else count
    if count > 0:
        place = numbers.buffer_info()[0] + first * _COPY.size
        begin = cast(QPainter.PixmapFragment, Shiboken.wrapInstance(place, QPainter.PixmapFragment))
        painter.drawPixmapFragments(begin, count, picture)
