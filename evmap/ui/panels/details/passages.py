"""Every passage that the map quotes for a concept: its own and its links', the same sentence only once. No Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from evmap.graph.coverage import merged
from evmap.model import JOINER, Concept, Quote, Span

if TYPE_CHECKING:
    from evmap.reading.articles import Article

Finder = Callable[[str], "Article | None"]
"""Gives the article of a source; nothing where it cannot be read."""


class QuotedPassage(Struct, frozen=True):
    """One passage to show: the words that are quoted from it, and each judgement of them that the map holds.

    ``is_own`` says that the concept itself quotes it, not only links of it.
    """

    quote: Quote
    judged: tuple[Quote, ...]
    is_own: bool = False


def passages_of(
    concept: Concept, link_quotes: Iterable[Quote], sources: Iterable[str], article: Finder
) -> tuple[QuotedPassage, ...]:
    """The concept's own quotes in their order, then those of its links in the order of the articles.

    Quotes belong together when the sentences of one are all among those of the other: a lead-in that stands over three
    bullets does not draw the three into one. Where an article cannot be read, spans stand for sentences.
    """
    groups = _Groups(article)
    for quote in concept.quotes:
        groups.place(quote)
    own = len(groups.all)
    groups.place_all(link_quotes)
    rest = _in_order(groups.all[own:], sources)
    return tuple(
        replace(_as_passage(group, article(group.first.source)), is_own=at < own)
        for at, group in enumerate(chain(groups.all[:own], rest))
    )


def passages_from(quotes: Iterable[Quote], sources: Iterable[str], article: Finder) -> tuple[QuotedPassage, ...]:
    """These quotes in the order of the articles, each sentence only once."""
    groups = _Groups(article)
    groups.place_all(quotes)
    return tuple(_as_passage(group, article(group.first.source)) for group in _in_order(groups.all, sources))


class _Group:
    """Quotes of the same sentences."""

    def __init__(self, quote: Quote, sentences: frozenset[Span]) -> None:
        self.first = quote
        self.sentences = sentences
        self.quotes = [quote]

    def takes(self, sentences: frozenset[Span]) -> bool:
        return sentences <= self.sentences or sentences >= self.sentences

    def add(self, quote: Quote, sentences: frozenset[Span]) -> None:
        self.sentences |= sentences
        self.quotes.append(quote)


class _Groups:
    """Groups in the order in which they were begun, found by their sentences: a large map has thousands."""

    def __init__(self, article: Finder) -> None:
        self.all: list[_Group] = []
        self._article = article
        self._with: dict[tuple[str, Span], list[int]] = {}

    def place_all(self, quotes: Iterable[Quote]) -> None:
        for quote in sorted(quotes, key=lambda each: -_length(each)):  # so that no whole comes after its part
            self.place(quote)

    def place(self, quote: Quote) -> None:
        sentences = _sentences(self._article(quote.source), quote)
        near = {at for sentence in sentences for at in self._with.get((quote.source, sentence), ())}
        at = next((at for at in sorted(near) if self.all[at].takes(sentences)), len(self.all))
        if at < len(self.all):
            new = sentences - self.all[at].sentences
            self.all[at].add(quote, sentences)
        else:
            new = sentences
            self.all.append(_Group(quote, sentences))
        for sentence in new:
            self._with.setdefault((quote.source, sentence), []).append(at)


def _in_order(groups: Iterable[_Group], sources: Iterable[str]) -> list[_Group]:
    order = {source: at for at, source in enumerate(sources)}
    return sorted(groups, key=lambda group: (order[group.first.source], min(group.sentences)))


def _sentences(article: Article | None, quote: Quote) -> frozenset[Span]:
    """The sentences that a quote takes words from."""
    found: set[Span] = set()
    passages = article.passages if article else ()
    for start, end in quote.spans:
        at = max(bisect_right(passages, start, key=lambda passage: passage.start) - 1, 0)
        while at < len(passages) and passages[at].start < end:
            if passages[at].end > start:
                found.add((passages[at].start, passages[at].end))
            at += 1
    return frozenset(found) or frozenset(quote.spans)


def _as_passage(group: _Group, article: Article | None) -> QuotedPassage:
    judged = tuple(dict.fromkeys(group.quotes))
    if len(judged) == 1:
        return QuotedPassage(group.first, judged)
    whole = max(judged, key=_length)
    if article and all(_stands(article, quote) for quote in judged):
        spans = _united(article, merged(span for quote in judged for span in quote.spans))
        whole = replace(whole, spans=spans, text=JOINER.join(article.text[start:end] for start, end in spans))
    cues = tuple(dict.fromkeys(cue for quote in judged for cue in quote.cues))
    flags = tuple(dict.fromkeys(flag for quote in judged for flag in quote.flags))
    return QuotedPassage(replace(whole, cues=cues, flags=flags, marks=None), judged)


def _length(quote: Quote) -> int:
    return sum(end - start for start, end in quote.spans)


def _stands(article: Article, quote: Quote) -> bool:
    """Whether a quote stands where it says: another edition of the file must not put other words into it."""
    return JOINER.join(article.text[start:end] for start, end in quote.spans) == quote.text


def _united(article: Article, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same spans, those joined between which only a comma or a dash was left out."""
    united: list[Span] = []
    for start, end in spans:
        between = article.text[united[-1][1] : start] if united else "\n"
        if "\n" in between or any(char.isalnum() for char in between):
            united.append((start, end))
        else:
            united[-1] = (united[-1][0], end)
    return tuple(united)
