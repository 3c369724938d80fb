"""A map of the size and shape that the layout study measured, made from the shipped one: 94 concepts, 177 links.

The study's own graph is not at hand. This one has its size, its greatest degrees and real names and phrases; it is
made anew each time, the same from the same map.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import networkx as nx

from evmap.model import ConceptMap, Link

CONCEPTS, LINKS = 94, 177
DEGREES = (29, 14, 14, 13, 11)
"""The study's five largest degrees; all others are smaller still."""


def study_map(concept_map: ConceptMap) -> ConceptMap:
    """The best linked concepts of a map with so many of their links that the largest hubs have the study's degrees."""
    kept, links = _best_linked([concept.id for concept in concept_map.concepts], list(concept_map.links))
    while len(links) > LINKS:
        links.remove(_spare(links))
    concepts = tuple(concept for concept in concept_map.concepts if concept.id in kept)
    return ConceptMap("A map of the study's size", "", (), concepts, tuple(links), (), ())


def _best_linked(names: Sequence[str], links: list[Link]) -> tuple[set[str], list[Link]]:
    """What is left when the concept with the fewest links is taken off again and again."""
    kept = set(names)
    while len(kept) > CONCEPTS:
        degree = _degrees(links)
        worst = min(kept, key=lambda name: (degree[name], name))
        kept.remove(worst)
        links = [link for link in links if worst not in (link.subject, link.object)]
    return kept, links


def _spare(links: Sequence[Link]) -> Link:
    """The link at whose ends there are the most links too many; never one that holds the map together."""
    degree = _degrees(links)
    order = sorted(degree, key=lambda name: (-degree[name], name))
    over = {name: degree[name] - wanted for name, wanted in zip(order, DEGREES, strict=False)}
    over |= {name: max(0, degree[name] - DEGREES[-1]) for name in order[len(DEGREES) :]}
    graph = nx.Graph((link.subject, link.object) for link in links)
    bridges = {frozenset(pair) for pair in nx.bridges(graph)}
    times = Counter(frozenset((link.subject, link.object)) for link in links)

    def excess(link: Link) -> tuple[int, int, str]:
        ends = (link.subject, link.object)
        return sum(over[end] for end in ends), min(degree[end] for end in ends), link.id

    loose = (link for link in links if frozenset((link.subject, link.object)) not in bridges or _twin(link, times))
    return max(loose, key=excess)


def _twin(link: Link, times: Counter[frozenset[str]]) -> bool:
    return times[frozenset((link.subject, link.object))] > 1


def _degrees(links: Iterable[Link]) -> Counter[str]:
    return Counter(end for link in links for end in (link.subject, link.object))
