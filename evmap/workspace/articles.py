"""The articles behind a map: their passages, what is mentioned and what is quoted in them.

Each is read when it is first asked for. A file that cannot be read raises :class:`MapFaults`, unless one asks for the
article only if it is readable.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from evmap.graph.coverage import quoted_spans, touches
from evmap.layout.pieces import Pieces, whole
from evmap.model import ConceptMap, Source, Span
from evmap.reading.articles import Article
from evmap.reading.mentions import Mention, Names
from evmap.storage.faults import MapFaults
from evmap.storage.seeds import source_text

_SOME = 300
"""So many names are learnt at a time."""


class Coverage(Struct, frozen=True):
    """How many of a source's sentences and bullets there are, and how many of them the map quotes."""

    quoted: int
    sentences: int


class Articles:
    """The articles of one map, by the ids of its sources.

    Args:
        concept_map: the map.
        sources: its sources by id.
        folder: the map's folder, in or beside which the articles lie.
    """

    def __init__(self, concept_map: ConceptMap, sources: Mapping[str, Source], folder: Path) -> None:
        self._map, self._sources, self._folder = concept_map, sources, folder
        self._read: dict[str, Article] = {}
        self._mentions: dict[str, tuple[Mention, ...]] = {}
        self._names: Names | None = None
        self._learnt = 0
        self._quoted: dict[str, tuple[Span, ...]] = {}

    def article(self, source_id: str) -> Article:
        """An article in passages."""
        if source_id not in self._read:
            from evmap.reading.breaking import read_article  # the window opens before any article does

            source = self._sources[source_id]
            self._read[source_id] = read_article(source_text(source, self._folder), source.body)
        return self._read[source_id]

    def if_readable(self, source_id: str) -> Article | None:
        """The same, or nothing where its file cannot be read: quotes go without surroundings then."""
        try:
            return self.article(source_id)
        except MapFaults:
            return None

    def mentions(self, source_id: str) -> tuple[Mention, ...]:
        """Every mention of every concept in one article, in the order of the text."""
        if source_id not in self._mentions:
            article = self.article(source_id)
            self._mentions[source_id] = whole(self._knowing()).mentions(article.text, article.body)
        return self._mentions[source_id]

    def prepare(self) -> Pieces[None]:
        """Find what is mentioned in all articles that can be read, in pieces, before anyone asks."""
        yield from self._knowing()
        for source in self._map.sources:
            if self.if_readable(source.id) is not None:
                yield
                self.mentions(source.id)
            yield

    def _knowing(self) -> Pieces[Names]:
        """Learn all names, going on from where it was left."""
        if self._names is None:
            self._names = Names()
        while self._learnt < len(self._map.concepts):
            first = self._learnt
            self._learnt = first + _SOME
            for concept in self._map.concepts[first : first + _SOME]:
                self._names.learn(concept.id, (concept.name, *concept.aliases))
            yield
        return self._names

    def quoted_spans(self, source_id: str) -> tuple[Span, ...]:
        """The text of one article that the map quotes, merged and in the order of the text."""
        if source_id not in self._quoted:
            self._quoted[source_id] = quoted_spans(self._map, source_id)
        return self._quoted[source_id]

    def coverage(self, source_id: str) -> Coverage:
        """How much of one article the map quotes."""
        quoted = self.quoted_spans(source_id)
        sentences = [passage for passage in self.article(source_id).passages if passage.paragraph]
        return Coverage(sum(touches(each.start, each.end, quoted) for each in sentences), len(sentences))
