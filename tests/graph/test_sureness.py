"""One word for how sure the sources are of a link."""

from collections.abc import Sequence

import pytest

from evmap.graph.sureness import Sureness, count_by_sureness, sureness
from evmap.model import Certainty, Link, Nature, Origin, Quote, Stage

STATED, HEDGED, OPEN = Certainty.STATED, Certainty.HEDGED, Certainty.OPEN
CLAIM, COMPARISON, ANALOGY = Nature.CLAIM, Nature.COMPARISON, Nature.ANALOGY


def link(*quotes: tuple[Certainty, Nature], origin: Origin = Origin.SOURCE) -> Link:
    made = tuple(Quote("s", ((0, 1),), "x", certainty, nature, False, Stage.GENERAL) for certainty, nature in quotes)
    return Link("l", "a", "is", "b", origin, "", made)


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([(STATED, CLAIM)], Sureness.STATED),
        ([(HEDGED, CLAIM)], Sureness.HEDGED),
        ([(OPEN, CLAIM)], Sureness.OPEN),
        ([(OPEN, CLAIM), (HEDGED, CLAIM)], Sureness.HEDGED),
        ([(HEDGED, CLAIM), (STATED, CLAIM)], Sureness.STATED),
        ([(STATED, COMPARISON)], Sureness.COMPARISON),
        ([(STATED, ANALOGY)], Sureness.COMPARISON),
        ([(STATED, ANALOGY), (HEDGED, CLAIM)], Sureness.HEDGED),
    ],
)
def test_the_surest_claim_decides_and_a_picture_never_does(
    quotes: Sequence[tuple[Certainty, Nature]], expected: Sureness
) -> None:
    assert sureness(link(*quotes)) is expected


def test_what_is_in_no_source_is_background() -> None:
    assert sureness(link(origin=Origin.BACKGROUND)) is Sureness.BACKGROUND


def test_counts_name_every_sureness_in_the_order_of_the_legend() -> None:
    counts = count_by_sureness([link((STATED, CLAIM)), link((STATED, CLAIM)), link((OPEN, CLAIM))])
    assert list(counts) == list(Sureness)
    assert counts[Sureness.STATED] == 2
    assert counts[Sureness.HEDGED] == 0
    assert sum(counts.values()) == 3
