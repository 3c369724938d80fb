"""What lies within so many links of something: how far, in which direction, and what is found there."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, sureness
from evmap.model import Kind, Link


class Way(StrEnum):
    """The direction in which links are followed."""

    BOTH = "both"
    OUT = "out"  # as the arrows point
    IN = "in"  # against them


class Neighbourhood(Struct, frozen=True):
    """What was found, in the order in which one comes to it: the starting concepts first."""

    concepts: tuple[str, ...]
    links: tuple[str, ...]


def neighbourhood(index: MapIndex, concepts: Iterable[str], steps: int, way: Way = Way.BOTH) -> Neighbourhood:
    """Everything within so many links of some concepts.

    A comparison is found like any other link, but leads no further: what a thing is like is no way to the next thing.
    Only from a chosen image does one come to the thing that it stands for, and on.

    Args:
        index: the map; a concept that is not on it raises ``KeyError``.
        concepts: where to start.
        steps: how many links to follow, at least 1.
        way: the direction to follow them in.
    """
    start = tuple(dict.fromkeys(concepts))
    found, links = dict.fromkeys(start), dict[str, None]()
    edge = list(start)
    for step in range(steps):
        further: dict[str, None] = {}
        for concept in edge:
            is_image = step == 0 and index.concepts[concept].kind is Kind.ANALOGY
            for link in index.links_of(concept):
                other = _across(link, concept, way)
                if other is None:
                    continue
                links[link.id] = None
                if other in found or other in further:
                    continue
                if is_image or sureness(link) is not Sureness.COMPARISON:
                    further[other] = None
        found.update(further)
        edge = list(further)
    for link_id in links:
        found.update({index.links[link_id].subject: None, index.links[link_id].object: None})
    return Neighbourhood(tuple(found), tuple(links))


def _across(link: Link, concept: str, way: Way) -> str | None:
    """The other end, if the link leads there in this direction."""
    if link.subject == concept and way is not Way.IN:
        return link.object
    if link.object == concept and way is not Way.OUT:
        return link.subject
    return None
