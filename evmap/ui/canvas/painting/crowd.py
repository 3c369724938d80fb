"""A map seen from afar: all its icons and threads, packed once for a plan as Qt wants them."""

from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from PySide6.QtGui import QPainter, QPixmap

from evmap.layout.pieces import parts
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import SceneLink
from evmap.ui.canvas.painting.batches import COPY, draw_copied, draw_lined
from evmap.ui.canvas.painting.pictures import Layer
from evmap.ui.canvas.painting.sprites import Sprites

_LINE = 32
"""Bytes of a packed line."""

_SOME, _MANY = 1000, 4000
"""So many icons are packed or painted at a time, or only noted where they stand."""

Thing = TypeVar("Thing")

_Packed = dict[int, tuple[QPixmap, "array[float]"]]
"""Pictures with their packed copies, by the picture's own number, in the order in which they are painted."""


class Crowd:
    """The packed icons and threads of one plan. A range of numbers is drawn as it lies in memory."""

    def __init__(self, plan: Plan, sprites: Sprites) -> None:
        self._plan = plan
        self._sprites = sprites
        self._ways: array[float] | None = None
        self._icons: _Packed | None = None

    def dress(self) -> None:
        """Icons may have other colours now."""
        self._icons = None

    def thread_layers(self) -> Iterator[Layer]:
        """What is to be done before threads are drawn; nothing is painted yet."""
        if self._ways is None:
            middles: list[Point] = []
            ways = array("d")
            for rects in parts(self._plan.rects, _MANY):
                yield partial(self._note_middles, rects=rects, middles=middles)
            for links in parts(self._plan.scene.links, _MANY):
                yield partial(self._note_ways, links=links, middles=middles, ways=ways)
            self._ways = ways

    def draw_threads(self, painter: QPainter, links: Sequence[int]) -> None:
        """Draw links as straight lines from middle to middle, with the painter's pen."""
        assert self._ways is not None
        if isinstance(links, range):
            draw_lined(painter, self._ways, links.start, len(links))
            return
        lines = memoryview(self._ways).cast("B")
        some = array("d", b"".join([lines[k * _LINE : (k + 1) * _LINE] for k in links]))
        draw_lined(painter, some)

    def icon_layers(self, concepts: Sequence[int]) -> Iterator[Layer]:
        """Those of some concepts that are icons, all of a kind after each other."""
        packed = self._icons if isinstance(concepts, range) else None
        if packed is None:
            packed = {}
            for some in parts(concepts, _SOME):
                yield partial(self._pack, concepts=some, packed=packed)
            if isinstance(concepts, range):
                self._icons = packed
        for sprite, copies in packed.values():
            for some in parts(range(len(copies) // COPY), _SOME):
                yield partial(draw_copied, numbers=copies, picture=sprite, first=some[0], count=len(some))

    def _note_middles(self, _painter: QPainter, rects: Sequence[Rect], middles: list[Point]) -> None:
        middles.extend([(x + w / 2, y + h / 2) for x, y, w, h in rects])

    def _note_ways(
        self, _painter: QPainter, links: Sequence[SceneLink], middles: Sequence[Point], ways: "array[float]"
    ) -> None:
        ways.extend(chain.from_iterable([middles[link.subject] + middles[link.object] for link in links]))

    def _pack(self, _painter: QPainter, concepts: Sequence[int], packed: _Packed) -> None:
        """Pack some of the icons; a layer that paints nothing, because it takes as long as one that does."""
        boxes = self._plan.far.landmarks if self._plan.far else frozenset[int]()
        those = zip(concepts, _of(self._plan.scene.concepts, concepts), _of(self._plan.rects, concepts), strict=True)
        icons = [(concept, rect) for number, concept, rect in those if number not in boxes]
        for sprite, copies in self._sprites.packed_icons(icons):
            packed.setdefault(sprite.cacheKey(), (sprite, array("d")))[1].extend(copies)


def _of(things: Sequence[Thing], numbers: Sequence[int]) -> Sequence[Thing]:
    """The things of these numbers; of a range, all at once."""
    if isinstance(numbers, range):
        return things[numbers.start : numbers.stop]
    return [things[i] for i in numbers]
