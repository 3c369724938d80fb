"""A quote in its surroundings: what is shown around it, and where in that text its marks stand. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from evmap.model import JOINER, Quote, Span
from evmap.ui.words.plain import ellipsis_end, ellipsis_start

if TYPE_CHECKING:
    from evmap.reading.articles import Article, Passage

NEIGHBOUR = 56
"""How much of a neighbouring sentence is shown: enough to see what it is about, at most about two lines."""
REST = 110
"""How much of the quote's own sentence is shown around it."""
GAP = 90
"""A gap between two spans that is not longer is shown, so that no joiner hides what a reader could simply read."""


MOST = 3000
"""So much of one span is shown on a card; who wants to read on opens the article. No sentence is ever that long."""
GOES_ON = " […]"


class Piece(Struct, frozen=True):
    """A stretch of shown text; ``start`` is its place in the source, or -1 where nothing is quoted."""

    text: str
    start: int = -1


class Excerpt(Struct, frozen=True):
    """The pieces of a quote and of what stands around it, in the order of reading."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All that is shown."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def quoted(self) -> tuple[Span, ...]:
        """Where in :attr:`text` the source is quoted."""
        return tuple((at, at + len(piece.text)) for at, piece in self._placed() if piece.start >= 0)

    def places(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where in :attr:`text` these spans of the source stand, as far as the quote shows them."""
        found: list[Span] = []
        for start, end in spans:
            for at, piece in self._placed():
                low, high = max(start, piece.start), min(end, piece.start + len(piece.text))
                if piece.start >= 0 and low < high:
                    found.append((at + low - piece.start, at + high - piece.start))
        return tuple(found)

    def cues(self, cues: Iterable[str]) -> tuple[Span, ...]:
        """Where in :attr:`text` the cue words stand: each the first time it is quoted as a whole word."""
        text, quoted = self.text, self.quoted
        found = [_find_word(text, cue, quoted) for cue in cues if cue]
        return tuple(sorted({place for place in found if place}))

    def _placed(self) -> Iterable[tuple[int, Piece]]:
        at = 0
        for piece in self.pieces:
            yield at, piece
            at += len(piece.text)


def _find_word(text: str, word: str, within: Iterable[Span]) -> Span | None:
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    for start, end in within:
        match = pattern.search(text, start, end)
        if match:
            return match.span()
    return None


def cue_spans(article: Article, quote: Quote, cues: Iterable[str]) -> tuple[Span, ...]:
    """Where in the source cue words of a quote stand."""
    found = [_find_word(article.text, cue, quote.spans) for cue in cues if cue]
    return tuple(sorted({place for place in found if place}))


def plain_excerpt(quote: Quote) -> Excerpt:
    """The quote alone, for an article that cannot be read. Its spans are still known, so marks find their place."""
    texts = quote.text.split(JOINER) if len(quote.spans) > 1 else [quote.text]
    if [len(text) for text in texts] != [end - start for start, end in quote.spans]:
        return Excerpt(tuple(_short([Piece(quote.text, 0)])))
    pieces = [Piece(text, span[0]) for text, span in zip(texts, quote.spans, strict=True)]
    return Excerpt(tuple(_short(_joined(pieces, [Piece(JOINER)] * (len(pieces) - 1)))))


def excerpt(article: Article, quote: Quote) -> Excerpt:
    """The quote with the rest of its sentence and a glimpse of the sentences next to it."""
    texts = [article.text[start:end] for start, end in quote.spans]
    if (
        JOINER.join(texts) != quote.text
    ):  # another edition of the article: show what was quoted, not what now stands there
        return plain_excerpt(quote)
    pieces = [Piece(text, start) for text, (start, _) in zip(texts, quote.spans, strict=True)]
    ends = zip(quote.spans, quote.spans[1:], strict=False)
    gaps = [Piece(_gap(article.text[left[1] : right[0]])) for left, right in ends]
    before, after = _before(article, quote.spans[0][0]), _after(article, quote.spans[-1][1])
    return Excerpt((*before, *_short(_joined(pieces, gaps)), *after))


def _joined(pieces: list[Piece], gaps: list[Piece]) -> list[Piece]:
    joined = [pieces[0]]
    for gap, piece in zip(gaps, pieces[1:], strict=True):
        joined += [gap, piece]
    return joined


def _short(pieces: list[Piece]) -> list[Piece]:
    """The same pieces, those that would fill screen after screen cut."""
    short: list[Piece] = []
    for piece in pieces:
        short.append(Piece(piece.text[:MOST], piece.start))
        if len(piece.text) > MOST:
            short.append(Piece(GOES_ON))
    return short


def _gap(text: str) -> str:
    words = " ".join(text.split())
    if not words.strip("•-–—*· "):
        return " "
    return f" {words} " if len(words) <= GAP else JOINER


def _passage_index(article: Article, offset: int) -> int | None:
    passage = article.passage_at(offset)
    return article.passages.index(passage) if passage else None


def _before(article: Article, start: int) -> list[Piece]:
    index = _passage_index(article, start)
    if index is None:
        return []
    passage = article.passages[index]
    rest = article.text[passage.start : start]
    if rest.strip():
        space = " " if rest[-1:].isspace() else ""
        return [Piece(ellipsis_start(rest, REST) + space)]
    neighbour = article.passages[index - 1] if index else None
    return [Piece(ellipsis_start(_text(article, neighbour), NEIGHBOUR) + " ")] if _goes_with(neighbour, passage) else []


def _after(article: Article, end: int) -> list[Piece]:
    index = _passage_index(article, end - 1)
    if index is None:
        return []
    passage = article.passages[index]
    rest = article.text[end : passage.end]
    if rest.strip():
        return [Piece((" " if rest[:1].isspace() else "") + ellipsis_end(rest, REST))]
    neighbour = article.passages[index + 1] if index + 1 < len(article.passages) else None
    return [Piece(" " + ellipsis_end(_text(article, neighbour), NEIGHBOUR))] if _goes_with(neighbour, passage) else []


def _text(article: Article, passage: Passage | None) -> str:
    return article.text[passage.start : passage.end] if passage else ""


def _goes_with(neighbour: Passage | None, passage: Passage) -> bool:
    """A neighbour is shown when a reader meets it in the same section; a heading neither is one nor has one."""
    if neighbour is None or not (neighbour.paragraph and passage.paragraph):
        return False
    return neighbour.heading == passage.heading
