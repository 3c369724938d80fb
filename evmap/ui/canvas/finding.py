"""Finds what stands in a part of the map, of one layout, at any scale. Made when first asked, once for a scene."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from evmap.layout.geometry import Grid
from evmap.layout.pieces import Pieces, whole
from evmap.model import Point, Rect
from evmap.ui.canvas.boxes import contains

_FEWEST_CELLS = 24
_SMALLEST_CELL = 240.0
_SOME, _MANY = 100, 500
"""So many links, which may have many corners, and so many concepts are noted at a time."""


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
        self._concept_grid: Grid[int] = Grid(self._cell)
        self._link_grid: Grid[int] = Grid(self._cell)
        self._noted_concepts = self._noted_links = 0

    def concepts(self, rect: Rect) -> Sequence[int]:
        """Concepts in or near a rectangle, lowest number first; a range if it is all of them."""
        if contains(rect, self._bounds):
            return range(len(self._concepts))
        whole(self._note_concepts())
        return sorted(self._concept_grid.near(rect))

    def links(self, rect: Rect) -> Sequence[int]:
        """Links in or near a rectangle, lowest number first; a range if it is all of them."""
        if contains(rect, self._bounds):
            return range(len(self._links))
        whole(self._note_links())
        return sorted(self._link_grid.near(rect))

    def prepare(self, rect: Rect) -> Pieces[None]:
        """Note in pieces what has to be noted before links are asked for in a rectangle."""
        if not contains(rect, self._bounds):
            yield from self._note_links()

    def prepare_all(self) -> Pieces[None]:
        """Note everything in pieces."""
        yield from self._note_concepts()
        yield from self._note_links()

    def _note_concepts(self) -> Pieces[None]:
        """Go on noting where the concepts stand, from where it was left."""
        while self._noted_concepts < len(self._concepts):
            first = self._noted_concepts
            self._noted_concepts = first + _MANY
            for number, concept in enumerate(self._concepts[first : first + _MANY], first):
                self._concept_grid.add_rect(number, concept.rect)
            yield

    def _note_links(self) -> Pieces[None]:
        """Go on noting where the links run, from where it was left."""
        while self._noted_links < len(self._links):
            first = self._noted_links
            self._noted_links = first + _SOME
            for number, link in enumerate(self._links[first : first + _SOME], first):
                for a, b in pairwise(link.points):
                    self._link_grid.add_segment(number, a, b)
                if link.phrase_rect[2] > 0:
                    self._link_grid.add_rect(number, link.phrase_rect)
            yield
