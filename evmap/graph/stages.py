"""What a link's claims were tested on, as the sources say: the one word for its stage."""

from collections.abc import Iterable
from enum import StrEnum

from evmap.model import Link, Nature, Origin, Quote, Stage


class Rung(StrEnum):
    """A rung of the ladder of evidence. The order is that of the legend: from the most to the least tested."""

    LAB_AND_ANIMALS = "lab and animals"
    ANIMALS = "animals"
    LAB = "lab"
    STUDY = "study"  # the kind of study is not stated
    GENERAL = "general"
    HUMANS_NOT_YET = "humans not yet"
    OPINION = "none"  # opinions, pictures and comparisons: nothing that could be tested
    BACKGROUND = "background"  # our own knowledge, in no source


_ORDER = {stage: rank for rank, stage in enumerate(Stage)}


def rung(link: Link) -> Rung:
    """The most tested of a link's claims; a link that only compares counts as a picture, whatever its sentence says."""
    return Rung.BACKGROUND if link.origin is Origin.BACKGROUND else highest(link.quotes)


def highest(quotes: Iterable[Quote]) -> Rung:
    """The most tested claim among quotes; without a claim they are pictures, and without a quote there is no source."""
    quotes = tuple(quotes)
    if not quotes:
        return Rung.BACKGROUND
    claims = (quote.stage for quote in quotes if quote.nature is Nature.CLAIM)
    return Rung(max(claims, key=_ORDER.__getitem__, default=Stage.NONE).value)


def below(least: Rung) -> frozenset[Rung]:
    """What is less tested than a stage; what no source says is among it."""
    ordered = list(Rung)
    return frozenset(ordered[ordered.index(least) + 1 :])
