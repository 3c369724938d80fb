"""A map seen from afar: all its icons and threads, packed once for a plan as Qt wants them."""

from array import array
from collections.abc import Sequence
from itertools import chain

from PySide6.QtGui import QPainter, QPixmap

from evmap.ui.canvas.batches import draw_copied, draw_lined
from evmap.ui.canvas.plan import Plan
from evmap.ui.canvas.sprites import Sprites

_LINE = 32
"""Bytes of a packed line."""


class Crowd:
    """The packed icons and threads of one plan. A range of numbers is drawn as it lies in memory."""

    def __init__(self, plan: Plan, sprites: Sprites) -> None:
        self._plan = plan
        self._sprites = sprites
        self._ways: array[float] | None = None
        self._icons: list[tuple[QPixmap, array[float]]] | None = None

    def dress(self) -> None:
        """Icons may have other colours now."""
        self._icons = None

    def draw_threads(self, painter: QPainter, links: Sequence[int]) -> None:
        """Draw links as straight lines from middle to middle, with the painter's pen."""
        ways = self._packed_ways()
        if isinstance(links, range):
            draw_lined(painter, ways, links.start, len(links))
            return
        lines = memoryview(ways).cast("B")
        some = array("d", b"".join([lines[k * _LINE : (k + 1) * _LINE] for k in links]))
        draw_lined(painter, some)

    def draw_icons(self, painter: QPainter, concepts: Sequence[int]) -> None:
        """Draw those of some concepts that are icons, all of a kind in one call."""
        if isinstance(concepts, range):
            if self._icons is None:
                self._icons = self._packed_icons(concepts)
            packed = self._icons
        else:
            packed = self._packed_icons(concepts)
        for sprite, copies in packed:
            draw_copied(painter, copies, sprite)

    def _packed_ways(self) -> "array[float]":
        if self._ways is None:
            middles = [(x + w / 2, y + h / 2) for x, y, w, h in self._plan.rects]
            ends = ((*middles[link.subject], *middles[link.object]) for link in self._plan.scene.links)
            self._ways = array("d", chain.from_iterable(ends))
        return self._ways

    def _packed_icons(self, concepts: Sequence[int]) -> "list[tuple[QPixmap, array[float]]]":
        everyone, rects, is_icon = self._plan.scene.concepts, self._plan.rects, self._plan.is_icon
        return self._sprites.packed_icons([(everyone[i], rects[i]) for i in concepts if is_icon(i)])
