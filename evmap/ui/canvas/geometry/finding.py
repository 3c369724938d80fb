"""Finds what stands in a part of the map, of one layout, at any scale. Made when first asked, once for a scene."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from evmap.layout.geometry import Grid
from evmap.layout.pieces import Pieces, whole
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import Boxed, contains
from evmap.ui.canvas.geometry.phrases import Phrases

_FEWEST_CELLS = 24
_SMALLEST_CELL = 240.0
_FEW, _CROWD = 500, 4000
_SOME, _MANY = 100, 500
"""So many links, which may have many corners, and so many concepts are noted at a time."""


class Routed(Protocol):
    """What has a route."""

    @property
    def points(self) -> tuple[Point, ...]:
        """Its route."""


class Whereabouts:
    """Which concepts' boxes, and which links' routes and phrases, may touch a rectangle of the map.

    Links are kept along their lines, not by the boxes round them: a long slanted line touches few cells.
    """

    def __init__(self, bounds: Rect, concepts: Sequence[Boxed], links: Sequence[Routed], phrases: Phrases) -> None:
        self._cell = max(_SMALLEST_CELL, max(bounds[2], bounds[3]) / _FEWEST_CELLS / 4)
        self._bounds, self._concepts, self._links, self._phrases = bounds, concepts, links, phrases
        self._concept_grid: Grid[int] = Grid(self._cell)
        self._link_grid: Grid[int] = Grid(self._cell)
        self._noted_concepts = self._noted_links = 0

    def concepts(self, rect: Rect) -> Sequence[int]:
        """Concepts in or near a rectangle, lowest number first; a range if it is all of them."""
        if self._is_most(rect, len(self._concepts)):
            return range(len(self._concepts))
        if self._noted_concepts < len(self._concepts):
            # A map opens with two or three such questions, which are answered sooner than all is noted.
            return self._looked_through(rect)
        return sorted(self._concept_grid.near(rect))

    def links(self, rect: Rect) -> Sequence[int]:
        """Links in or near a rectangle, lowest number first; a range if it is all of them."""
        if self._is_most(rect, len(self._links)):
            return range(len(self._links))
        whole(self._note_links())
        return sorted(self._link_grid.near(rect))

    @property
    def is_quick(self) -> bool:
        """Whether all is noted, or so little left that it takes less than a frame."""
        return len(self._links) - self._noted_links < _FEW

    def _is_most(self, rect: Rect, count: int) -> bool:
        """Whether a rectangle holds all there is; or most, of so many that it is quicker to draw them all."""
        if count < _CROWD or contains(rect, self._bounds):
            return contains(rect, self._bounds)
        x, y, w, h = self._bounds
        wide, high = min(rect[0] + rect[2], x + w) - max(rect[0], x), min(rect[1] + rect[3], y + h) - max(rect[1], y)
        return wide > 0 and high > 0 and wide * high > w * h / 2

    def prepare(self, rect: Rect) -> Pieces[None]:
        """Note in pieces what has to be noted before what stands in a rectangle is asked for."""
        if not self._is_most(rect, min(len(self._concepts), len(self._links))):
            yield from self.prepare_all()

    def prepare_all(self) -> Pieces[None]:
        """Note everything in pieces."""
        yield from self._note_concepts()
        yield from self._note_links()

    def _looked_through(self, rect: Rect) -> list[int]:
        """The concepts in a rectangle, found by looking at each."""
        left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
        boxes = enumerate(concept.rect for concept in self._concepts)
        return [i for i, (x, y, w, h) in boxes if x <= right and left <= x + w and y <= bottom and top <= y + h]

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
        yield from self._phrases.prepare()
        while self._noted_links < len(self._links):
            first = self._noted_links
            self._noted_links = first + _SOME
            for number, link in enumerate(self._links[first : first + _SOME], first):
                for a, b in pairwise(link.points):
                    self._link_grid.add_segment(number, a, b)
                phrase = self._phrases.rect(number)
                if phrase[2] > 0:
                    self._link_grid.add_rect(number, phrase)
            yield
