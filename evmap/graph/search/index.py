"""The index of everything that can be found on a map: concepts by all their wordings, links as sentences, passages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.graph.search.hits import Found, Hit, HitKind
from evmap.graph.search.lexicon import Lexicon
from evmap.graph.search.texts import Texts
from evmap.graph.search.words import WordReader
from evmap.model import Link, Span
from evmap.reading.articles import Article, Passage

Opener = Callable[[str], "Article | None"]
"""Gives the article of a source; nothing where it cannot be read."""


class Wording(Struct, frozen=True, gc=False):
    """One way to name a concept: by its name, or by an alias."""

    concept: str
    text: str
    plain: str
    is_name: bool


class SearchIndex:
    """Knows every word of a map and of the bodies of its articles; page furniture is not among them.

    Attributes:
        map: the map by id.
        reader: breaks what is typed into words as it did with all the texts.
        lexicon: all the words.
        wordings: every name and alias, in the map's order; a concept's name comes before its aliases.
        links: every link, in the map's order.
        passages: every passage with its source and article, article by article.
        plains: for each wording its plain words.
        names: for each concept the number of its name among the wordings.
    """

    def __init__(self, index: MapIndex) -> None:
        self.map = index
        self.reader = WordReader()
        self.lexicon = Lexicon()
        self.wordings: list[Wording] = []
        self.links: list[Link] = []
        self.passages: list[tuple[str, Article, Passage]] = []
        self.names: dict[str, int] = {}
        self.plains: list[str] = []
        self.wording_texts, self.phrase_texts = Texts(), Texts()
        self.sentence_texts, self.passage_texts = Texts(), Texts()

    def fill(self, article: Opener) -> Iterator[float]:
        """Take everything in, little by little: each step is well below a millisecond and tells the share done.

        Reading an article is one step.
        """
        total = max(len(self.map.concepts) + len(self.map.links), 1)
        for done, concept in enumerate(self.map.concepts.values()):
            self.names[concept.id] = len(self.wordings)
            for at, text in enumerate((concept.name, *concept.aliases)):
                self._add_wording(concept.id, text, is_name=at == 0)
            yield 0.3 * done / total
        for done, link in enumerate(self.map.links.values(), len(self.map.concepts)):
            self.links.append(link)
            self._add(self.phrase_texts, link.phrase)
            self._add(self.sentence_texts, self.map.sentence(link))
            yield 0.3 * done / total
        yield from self._fill_passages(article)
        self.lexicon.warm()

    def _fill_passages(self, article: Opener) -> Iterator[float]:
        for number, source in enumerate(self.map.sources):
            opened = article(source)
            passages = opened.passages if opened else ()
            for done, passage in enumerate(passages):
                assert opened
                self.passages.append((source, opened, passage))
                self._add(self.passage_texts, opened.text[passage.start : passage.end])
                yield 0.3 + 0.7 * (number + done / len(passages)) / len(self.map.sources)

    def _add_wording(self, concept: str, text: str, *, is_name: bool) -> None:
        words = self.reader.words(text)
        self.lexicon.learn(words, text)
        self.wording_texts.add(words)
        self.plains.append(" ".join(word.plain for word in words))
        self.wordings.append(Wording(concept, text, self.plains[-1], is_name))

    def _add(self, texts: Texts, text: str) -> None:
        words = self.reader.words(text)
        self.lexicon.learn(words, text)
        texts.add(words)

    def hit(self, found: Found, at: int) -> Hit:
        """One hit of an answer, counted from 0, with its words marked."""
        kind, number = found.at(at)
        if kind is HitKind.CONCEPT:
            return self._concept_hit(number, found)
        if kind is HitKind.LINK:
            link = self.links[number]
            sentence = self.map.sentence(link)
            return Hit(kind, link.id, sentence, self._marks(sentence, found))
        source, article, passage = self.passages[number]
        text = article.text[passage.start : passage.end]
        place = (passage.start, passage.end)
        return Hit(kind, source, text, self._marks(text, found), place=place, paragraph=passage.paragraph)

    def _concept_hit(self, number: int, found: Found) -> Hit:
        wording = self.wordings[number]
        name = self.map.concepts[wording.concept].name
        marks = self._marks(name, found)
        if wording.is_name:
            return Hit(HitKind.CONCEPT, wording.concept, name, marks)
        alias = wording.text
        return Hit(HitKind.CONCEPT, wording.concept, name, marks, alias, self._marks(alias, found))

    def _marks(self, text: str, found: Found) -> tuple[Span, ...]:
        return tuple(word.span for word in self.reader.words(text) if word.key in found.keys)
