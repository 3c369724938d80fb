"""Which parts of a source the map quotes: spans merged and in order, to count and to mark."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from evmap.model import ConceptMap, Span


def quoted_spans(concept_map: ConceptMap, source: str) -> tuple[Span, ...]:
    """The text of a source that concepts and links quote, overlapping spans merged, in the order of the text."""
    quotes = [quote for concept in concept_map.concepts for quote in concept.quotes]
    quotes += [quote for link in concept_map.links for quote in link.quotes]
    return merged(span for quote in quotes if quote.source == source for span in quote.spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same text as fewer spans: overlapping and touching ones are joined."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def touches(start: int, end: int, spans: Sequence[Span]) -> bool:
    """Whether ``[start, end)`` shares text with one of ``spans``, which are merged and in order."""
    at = bisect_right(spans, (start, start))
    return (at < len(spans) and spans[at][0] < end) or (at > 0 and spans[at - 1][1] > start)
