"""Which phrases are told at rest: those whose place is on no box and no other phrase. The others are read when lit.

Found out when first asked, once for a scene: seen from afar, as a large map opens, no phrase is told.
"""

from collections.abc import Sequence
from typing import Protocol

from evmap.layout.pieces import Pieces
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import Boxed, RectGrid

_SOME = 200
"""So many boxes or phrases are looked at in one piece."""


class Phrased(Protocol):
    """What has a phrase."""

    @property
    def phrase_place(self) -> Rect:
        """The place that its phrase was given; without width if it was given none."""

    @property
    def faint(self) -> bool:
        """Whether it is only hinted at, its phrase too, which then takes nobody's place."""


class Phrases:
    """Where the phrases of one layout stand at rest."""

    def __init__(self, concepts: Sequence[Boxed], links: Sequence[Phrased]) -> None:
        self._links = links
        self._untold: set[int] = set()
        self._finding = _found_untold(concepts, links, self._untold)

    def rect(self, number: int) -> Rect:
        """Where a link's phrase stands; without width if it is not told."""
        for _ in self._finding:
            pass
        place = self._links[number].phrase_place
        return (place[0], place[1], 0.0, 0.0) if number in self._untold else place

    def prepare(self) -> Pieces[None]:
        """Find out in pieces which are told, from where it was left."""
        for _ in self._finding:
            yield


def _found_untold(concepts: Sequence[Boxed], links: Sequence[Phrased], untold: set[int]) -> Pieces[None]:
    """Add to the untold those that find their place taken."""
    taken = RectGrid(256.0)
    for i, concept in enumerate(concepts):
        if i % _SOME == _SOME - 1:
            yield
        taken.add(concept.rect)
    for number, link in enumerate(links):
        if number % _SOME == 0:
            yield
        place = link.phrase_place
        if link.faint or place[2] <= 0:
            continue
        if taken.hits(place, -1.0):
            untold.add(number)
        else:
            taken.add(place)
