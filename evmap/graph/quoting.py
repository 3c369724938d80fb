"""Who quotes what: the concepts and links behind any stretch of an article, and how each of them judges it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from msgspec import Struct

from evmap.model import Concept, ConceptMap, Link, Quote, Span


class Quoted(Struct, frozen=True):
    """A quote and the concept or link that has it."""

    item: Concept | Link
    quote: Quote


class Quoting:
    """The quotes of a map by place. Building it is one pass; asking takes logarithmic time and what is found.

    Attributes:
        all: every quote of every concept and then of every link, in the order of the map.
    """

    def __init__(self, concept_map: ConceptMap) -> None:
        self._places: dict[str, list[tuple[int, int, int]]] = {}  # start, end, and which of the quotes
        self._reach: dict[str, list[int]] = {}  # how far anything reaches that begins up to here
        items: list[Concept | Link] = [*concept_map.concepts, *concept_map.links]
        self.all = tuple(Quoted(item, quote) for item in items for quote in item.quotes)
        for number, quote in enumerate(each.quote for each in self.all):
            places = self._places.setdefault(quote.source, [])
            places += ((start, end, number) for start, end in quote.spans)
        for source, places in self._places.items():
            places.sort()
            reach, far = [], 0
            for _, end, _ in places:
                far = max(far, end)
                reach.append(far)
            self._reach[source] = reach

    def at(self, source: str, spans: Iterable[Span]) -> tuple[Quoted, ...]:
        """Every quote that shares text with one of the spans, in the order of the map."""
        return tuple(self.all[number] for number in sorted(set(self._numbers(source, spans))))

    def touched(self, source: str, spans: Iterable[Span]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the concepts and of the links that quote some of this text."""
        found = dict.fromkeys(quoted.item.id for quoted in self.at(source, spans) if isinstance(quoted.item, Concept))
        links = dict.fromkeys(quoted.item.id for quoted in self.at(source, spans) if isinstance(quoted.item, Link))
        return tuple(found), tuple(links)

    def _numbers(self, source: str, spans: Iterable[Span]) -> Iterator[int]:
        places, reach = self._places.get(source, []), self._reach.get(source, [])
        for start, end in spans:
            at = bisect_left(places, (end,)) - 1
            while at >= 0 and reach[at] > start:
                if places[at][1] > start:
                    yield places[at][2]
                at -= 1
