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
    groups: list[_Group] = []
    for quote in concept.quotes:
        _place(groups, quote, article)
    own = len(groups)
    _place_all(groups, link_quotes, article)
    rest = _in_order(groups[own:], sources)
    return tuple(
        replace(_as_passage(group, article(group.first.source)), is_own=at < own)
        for at, group in enumerate(chain(groups[:own], rest))
    )


def passages_from(quotes: Iterable[Quote], sources: Iterable[str], article: Finder) -> tuple[QuotedPassage, ...]:
    """These quotes in the order of the articles, each sentence only once."""
    groups: list[_Group] = []
    _place_all(groups, quotes, article)
    return tuple(_as_passage(group, article(group.first.source)) for group in _in_order(groups, sources))


class _Group:
    """Quotes of the same sentences."""

    def __init__(self, quote: Quote, sentences: frozenset[Span]) -> None:
        self.first = quote
        self.sentences = sentences
        self.quotes = [quote]

    def takes(self, quote: Quote, sentences: frozenset[Span]) -> bool:
        same_article = quote.source == self.first.source
        return same_article and (sentences <= self.sentences or sentences >= self.sentences)

    def add(self, quote: Quote, sentences: frozenset[Span]) -> None:
        self.sentences |= sentences
        self.quotes.append(quote)


def _place_all(groups: list[_Group], quotes: Iterable[Quote], article: Finder) -> None:
    for quote in sorted(quotes, key=lambda each: -_length(each)):  # so that no whole comes after its part
        _place(groups, quote, article)


def _in_order(groups: Iterable[_Group], sources: Iterable[str]) -> list[_Group]:
    order = {source: at for at, source in enumerate(sources)}
    return sorted(groups, key=lambda group: (order[group.first.source], min(group.sentences)))


def _place(groups: list[_Group], quote: Quote, article: Finder) -> None:
    sentences = _sentences(article(quote.source), quote)
    for group in groups:
        if group.takes(quote, sentences):
            group.add(quote, sentences)
            return
    groups.append(_Group(quote, sentences))


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
