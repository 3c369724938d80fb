"""How sure the sources are of a link as a whole: the one word that decides its line, its legend row and its count."""

from collections.abc import Iterable
from enum import StrEnum

from evmap.model import Certainty, Link, Nature, Origin, Quote


class Sureness(StrEnum):
    """The order is the order of the legend."""

    STATED = "stated"
    HEDGED = "hedged"
    OPEN = "open"
    COMPARISON = "comparison"  # comparisons and pictures: never a mechanism
    BACKGROUND = "background"  # our own knowledge, in no source


_BY_CERTAINTY = {
    Certainty.STATED: Sureness.STATED,
    Certainty.HEDGED: Sureness.HEDGED,
    Certainty.OPEN: Sureness.OPEN,
}

_SUREST_FIRST = tuple((certainty, _BY_CERTAINTY[certainty]) for certainty in Certainty)
_CLAIM, _OWN = Nature.CLAIM, Origin.BACKGROUND
"""Python takes longer to find a word in its enum than to compare it, and a map opens with thousands of links."""


def sureness(link: Link) -> Sureness:
    """The surest of a link's claims; a link that only compares is a comparison however surely it does so."""
    return Sureness.BACKGROUND if link.origin is _OWN else surest(link.quotes)


def judged_as(quotes: Iterable[Quote]) -> tuple[Sureness, ...]:
    """All that quotes of one sentence are judged as, the surest first: it may state one thing and hedge another."""
    quotes = tuple(quotes)
    claims = {quote.certainty for quote in quotes if quote.nature is Nature.CLAIM}
    found = tuple(_BY_CERTAINTY[certainty] for certainty in Certainty if certainty in claims)
    return found or ((Sureness.COMPARISON,) if quotes else ())


def surest(quotes: Iterable[Quote]) -> Sureness:
    """The surest claim among quotes; without a claim they compare, and without a quote there is no source."""
    quotes = tuple(quotes)
    claims = [quote.certainty for quote in quotes if quote.nature is _CLAIM]
    for certainty, word in _SUREST_FIRST:
        if certainty in claims:
            return word
    return Sureness.COMPARISON if quotes else Sureness.BACKGROUND


def count_by_sureness(links: Iterable[Link]) -> dict[Sureness, int]:
    """How many links there are of each sureness, every one present, in the order of the legend."""
    counts = dict.fromkeys(Sureness, 0)
    for link in links:
        counts[sureness(link)] += 1
    return counts
