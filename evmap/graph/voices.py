"""Which source speaks of a link or concept: one of them, several, or none."""

from collections.abc import Iterable

from evmap.model import Link, Origin, Quote

SEVERAL = "*several"
NONE = "*none"
"""Stand where else a source's id does; the star keeps them apart from any id."""


def voice(link: Link) -> str:
    """The id of the one source that says it, or ``SEVERAL`` or ``NONE``."""
    return NONE if link.origin is Origin.BACKGROUND else voice_of(link.quotes)


def voice_of(quotes: Iterable[Quote]) -> str:
    """The id of the one source that quotes come from, or ``SEVERAL`` or ``NONE``."""
    sources = {quote.source for quote in quotes}
    if len(sources) > 1:
        return SEVERAL
    return sources.pop() if sources else NONE
