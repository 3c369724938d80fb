"""Many pictures on one page, from which one call of Qt copies as many of them as there are to be drawn."""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from evmap.layout.pieces import Pieces, parts

_WIDEST = 2048
"""No page is wider, in pixels, unless a single picture is."""

_APART = 1
"""So many pixels lie between two pictures, of which none shows beside another that is scaled."""

_SOME = 30
"""So many pictures are put on a page at a time."""

Part = tuple[int, int, int, int]
"""Left, top, width and height in pixels of a page."""


class Portrait(Struct, frozen=True):
    """A concept's picture, and how many pixels at each of its edges are empty."""

    pixmap: QPixmap
    edge: int = 0

    @property
    def key(self) -> int:
        """The same for copies of the same picture."""
        return self.pixmap.cacheKey()

    @property
    def size(self) -> tuple[int, int]:
        """How much of it is not empty, in pixels."""
        return self.pixmap.width() - 2 * self.edge, self.pixmap.height() - 2 * self.edge


class Page(Struct, frozen=True):
    """The page, and where on it a portrait is, by its key."""

    pixmap: QPixmap
    parts: Mapping[int, Part]


def put_on_page(portraits: Mapping[int, Portrait]) -> Pieces[Page]:
    """Copy portraits, given by their keys, on a new page; in pieces."""
    places = dict(_placed(portraits))
    pixmap = QPixmap(
        max((left + wide for left, _, wide, _ in places.values()), default=1),
        max((top + high for _, top, _, high in places.values()), default=1),
    )
    pixmap.fill(Qt.GlobalColor.transparent)
    for some in parts(list(places.items()), _SOME):
        with QPainter(pixmap) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            for key, place in some:
                _copy(painter, portraits[key], place)
        yield
    return Page(pixmap, places)


def _placed(portraits: Mapping[int, Portrait]) -> Iterator[tuple[int, Part]]:
    """Row by row, the highest first, so that little is left empty."""
    x = y = row = 0
    for key, portrait in sorted(portraits.items(), key=lambda each: -each[1].size[1]):
        wide, high = portrait.size
        if x and x + wide > _WIDEST:
            x, y = 0, y + row
        if x == 0:
            row = high + _APART
        yield key, (x, y, wide, high)
        x += wide + _APART


def _copy(painter: QPainter, portrait: Portrait, place: Part) -> None:
    left, top, wide, high = place
    # A picture is as much smaller as its pixels are finer, and a page's are not.
    painter.drawPixmap(QRectF(left, top, wide, high), portrait.pixmap, QRectF(portrait.edge, portrait.edge, wide, high))
