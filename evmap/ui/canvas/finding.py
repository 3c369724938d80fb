"""Finds what stands in a part of the map, of one layout, at any scale. Made when first asked, once for a scene."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from evmap.layout.geometry import Grid
from evmap.layout.pieces import Pieces, parts, whole
from evmap.model import Point, Rect
from evmap.ui.canvas.boxes import contains

_FEWEST_CELLS = 24
_SMALLEST_CELL = 240.0
_SOME = 100
"""So many links are noted at a time; a link may have many corners."""


class Boxed(Protocol):
    """What has a box."""

    @property
    def rect(self) -> Rect:
        """Where it stands."""


class Routed(Protocol):
    """What has a route and a phrase."""

    @property
    def points(self) -> tuple[Point, ...]:
        """Its route."""

    @property
    def phrase_rect(self) -> Rect:
        """Where its phrase stands; without width if it is not told."""


class Whereabouts:
    """Which concepts' boxes, and which links' routes and phrases, may touch a rectangle of the map.

    Links are kept along their lines, not by the boxes round them: a long slanted line touches few cells.
    """

    def __init__(self, bounds: Rect, concepts: Sequence[Boxed], links: Sequence[Routed]) -> None:
        self._cell = max(_SMALLEST_CELL, max(bounds[2], bounds[3]) / _FEWEST_CELLS / 4)
        self._bounds, self._concepts, self._links = bounds, concepts, links
        self._concept_grid: Grid[int] | None = None
        self._link_grid: Grid[int] | None = None

    def concepts(self, rect: Rect) -> Sequence[int]:
        """Concepts in or near a rectangle, lowest number first; a range if it is all of them."""
        if contains(rect, self._bounds):
            return range(len(self._concepts))
        if self._concept_grid is None:
            self._concept_grid = Grid(self._cell)
            for number, concept in enumerate(self._concepts):
                self._concept_grid.add_rect(number, concept.rect)
        return sorted(self._concept_grid.near(rect))

    def links(self, rect: Rect) -> Sequence[int]:
        """Links in or near a rectangle, lowest number first; a range if it is all of them."""
        if contains(rect, self._bounds):
            return range(len(self._links))
        return sorted(whole(self._noted_links()).near(rect))

    def prepare(self, rect: Rect) -> Pieces[None]:
        """Note in pieces what has to be noted before links are asked for in a rectangle."""
        if not contains(rect, self._bounds):
            yield from self._noted_links()

    def _noted_links(self) -> Pieces[Grid[int]]:
        """Where the links run, noted when first asked for."""
        if self._link_grid is not None:
            return self._link_grid
        grid: Grid[int] = Grid(self._cell)
        for some in parts(range(len(self._links)), _SOME):
            for number in some:
                link = self._links[number]
                for a, b in pairwise(link.points):
                    grid.add_segment(number, a, b)
                if link.phrase_rect[2] > 0:
                    grid.add_rect(number, link.phrase_rect)
            yield
        self._link_grid = grid
        return grid
