"""Lenses: ways to sort the same map into groups, by id. What colour a group has is the window's matter.

A link falls into the group of its own quotes. A concept falls into the group of all that is quoted of it: its own
quotes and those of its links. Both go by the surest, or the most tested, of the claims.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, sureness, surest
from evmap.layout.pieces import Pieces, parts, whole
from evmap.model import Concept, Kind, Link, Origin, Quote

_SOME = 1000
"""So many concepts or links are sorted at a time."""


class Lens(StrEnum):
    """A way to colour the map. The order is that of the window's switch."""

    KIND = "kind"
    CERTAINTY = "certainty"
    STAGE = "stage"
    SOURCE = "source"


class Sorted(Struct, frozen=True):
    """The map sorted by one lens.

    Attributes:
        lens: the lens.
        groups: every group that the lens knows, in the order of the legend: a kind, a ``Sureness``, a ``Rung``, the id
            of a source, ``SEVERAL`` or ``NONE``.
        concepts: the group of each concept.
        links: the group of each link.
        concept_counts: how many concepts are in each group that has any.
        link_counts: the same of links.
    """

    lens: Lens
    groups: tuple[str, ...]
    concepts: Mapping[str, str]
    links: Mapping[str, str]
    concept_counts: Mapping[str, int]
    link_counts: Mapping[str, int]

    @property
    def present(self) -> tuple[str, ...]:
        """The groups that something is in."""
        return tuple(group for group in self.groups if group in self.concept_counts or group in self.link_counts)


def sorted_into(lens: Lens, groups: Iterable[str], concepts: Mapping[str, str], links: Mapping[str, str]) -> Sorted:
    """The same, counted."""
    counts = (Counter(concepts.values()), Counter(links.values()))
    return Sorted(lens, tuple(map(str, groups)), concepts, links, *counts)


def sort_by(lens: Lens, index: MapIndex) -> Sorted:
    """Sort a map by a lens. By kind, a link is of its subject's kind."""
    return whole(sorting(lens, index))


def sorting(lens: Lens, index: MapIndex) -> Pieces[Sorted]:
    """Do what :func:`sort_by` does, in pieces."""
    # Every start imports this module for its enum; what only the other lenses need waits for them.
    from evmap.graph.stages import Rung, highest, rung
    from evmap.graph.voices import NONE, SEVERAL, voice, voice_of

    if lens is Lens.KIND:
        concepts = {concept.id: concept.kind.value for concept in index.concepts.values()}
        links = {link.id: concepts[link.subject] for link in index.links.values()}
        return sorted_into(lens, tuple(Kind), concepts, links)
    if lens is Lens.CERTAINTY:
        return (yield from _sorted(lens, index, tuple(Sureness), sureness, surest, Sureness.BACKGROUND))
    if lens is Lens.STAGE:
        return (yield from _sorted(lens, index, tuple(Rung), rung, highest, Rung.BACKGROUND))
    return (yield from _sorted(lens, index, (*index.sources, SEVERAL, NONE), voice, voice_of, NONE))


def _sorted(
    lens: Lens,
    index: MapIndex,
    groups: tuple[str, ...],
    of_link: Callable[[Link], str],
    of_quotes: Callable[[tuple[Quote, ...]], str],
    background: str,
) -> Pieces[Sorted]:
    concepts: dict[str, str] = {}
    links: dict[str, str] = {}
    for some in parts(tuple(index.concepts.values()), _SOME):
        for concept in some:
            ours = concept.origin is Origin.BACKGROUND
            concepts[concept.id] = background if ours else of_quotes(_said_of(index, concept))
        yield
    for those in parts(tuple(index.links.values()), _SOME):
        links |= {link.id: of_link(link) for link in those}
        yield
    # Quotes may be of a source that the map does not list: it is a group all the same.
    unlisted = sorted({*concepts.values(), *links.values()} - set(groups))
    ordered = (*groups[:-2], *unlisted, *groups[-2:])
    return sorted_into(lens, ordered, concepts, links)


def _said_of(index: MapIndex, concept: Concept) -> tuple[Quote, ...]:
    """All that is quoted of a concept."""
    links = index.links_of(concept.id)
    return (*concept.quotes, *(quote for link in links if link.origin is Origin.SOURCE for quote in link.quotes))
