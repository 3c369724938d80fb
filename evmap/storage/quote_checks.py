"""Whether a quote that comes from a file says what its article says, character for character."""

from bisect import bisect_right
from pathlib import Path

from evmap.model import JOINER, Quote, Source, Span
from evmap.storage.faults import MapFaults, shown
from evmap.storage.seeds import source_text


def quote_problem(quote: Quote, bodies: dict[str, tuple[tuple[int, int], ...]], articles: dict[str, str]) -> str | None:
    """What is wrong with a quote, in words that follow "a quote", or nothing.

    Args:
        quote: it may come from anywhere.
        bodies: the body of each source that there is.
        articles: the texts of those that could be read; a quote of another is believed.
    """
    if quote.source not in bodies:
        return f"names the source {shown(quote.source)}, which is not there"
    if not quote.spans or not in_order(quote.spans):
        return "has spans that are no spans"
    if (text := articles.get(quote.source)) is None:
        return None
    if not all(_is_within(span, bodies[quote.source]) for span in quote.spans):
        return "does not lie within the body of its article"
    length = sum(end - start for start, end in quote.spans) + len(JOINER) * (len(quote.spans) - 1)
    if length != len(quote.text) or JOINER.join(text[start:end] for start, end in quote.spans) != quote.text:
        return f"does not say what its article says, in {shown(quote.text)}"
    return None


def _is_within(span: Span, body: tuple[Span, ...]) -> bool:
    at = bisect_right(body, span[0], key=lambda stretch: stretch[0]) - 1
    return at >= 0 and span[1] <= body[at][1]


def in_order(spans: tuple[tuple[int, int], ...], length: int | None = None) -> bool:
    """Whether spans follow each other, each with some text, and none beyond a length."""
    at = 0
    for start, end in spans:
        if not at <= start < end:
            return False
        at = end
    return length is None or at <= length


def text_if_there(source: Source, folder: Path) -> str | None:
    """The article of a source, or nothing where it cannot be read."""
    try:
        return source_text(source, folder)
    except MapFaults:
        return None
