"""Looking things up in a map by id: concepts, links, what touches what. Plain Python, ready before the first window."""

from collections.abc import Mapping

from evmap.model import Concept, ConceptMap, Kind, Link, Source, Tension


class MapIndex:
    """The same map, indexed. Building it is one pass over concepts and links.

    Attributes:
        concepts: every concept by id, in the map's order.
        links: every link by id, in the map's order.
        sources: every source by id.
    """

    def __init__(self, concept_map: ConceptMap) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concept_map.concepts}
        self.links: Mapping[str, Link] = {link.id: link for link in concept_map.links}
        self.sources: Mapping[str, Source] = {source.id: source for source in concept_map.sources}
        self._tensions = concept_map.tensions
        self._touching: dict[str, list[Link]] = {concept_id: [] for concept_id in self.concepts}
        for link in concept_map.links:
            self._touching[link.subject].append(link)
            if link.object != link.subject:
                self._touching[link.object].append(link)

    def links_of(self, concept_id: str) -> tuple[Link, ...]:
        """Every link that starts or ends at a concept, in the map's order."""
        return tuple(self._touching[concept_id])

    def neighbours(self, concept_id: str) -> tuple[str, ...]:
        """The concepts one link away, each once, in the order of the links."""
        others = (link.object if link.subject == concept_id else link.subject for link in self._touching[concept_id])
        return tuple(dict.fromkeys(other for other in others if other != concept_id))

    def degree(self, concept_id: str) -> int:
        """How many links touch a concept."""
        return len(self._touching[concept_id])

    def landmarks(self, most: int) -> tuple[Concept, ...]:
        """The concepts with the most links, the best linked first; equal ones in the map's order."""
        ordered = sorted(self.concepts.values(), key=lambda concept: -self.degree(concept.id))
        return tuple(ordered[:most])

    def sentence(self, link: Link) -> str:
        """A link read aloud: subject, linking phrase, object."""
        return f"{self.concepts[link.subject].name} {link.phrase} {self.concepts[link.object].name}"

    def tensions_of(self, quoting: Link | Concept) -> tuple[Tension, ...]:
        """The tensions one of whose quotes shares text with a quote of this link or concept."""
        return tuple(
            tension
            for tension in self._tensions
            if any(
                mine.source == theirs.source and _overlap(mine.spans, theirs.spans)
                for mine in quoting.quotes
                for theirs in tension.quotes
            )
        )

    def by_kind(self) -> dict[Kind, list[Concept]]:
        """The concepts of each kind, every kind present, in the order of the legend."""
        groups: dict[Kind, list[Concept]] = {kind: [] for kind in Kind}
        for concept in self.concepts.values():
            groups[concept.kind].append(concept)
        return groups


def _overlap(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> bool:
    return any(a < d and c < b for a, b in left for c, d in right)
