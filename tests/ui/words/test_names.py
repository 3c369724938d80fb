"""The words for quotes."""

import pytest

from evmap.graph.sureness import Sureness
from evmap.model import Certainty, Flag, Kind, Nature, Quote, Stage
from evmap.ui.words.names import KIND_MANY, KIND_ONE, STAGES, SURENESS, chips, chips_of, count


def quote(
    certainty: Certainty = Certainty.STATED,
    nature: Nature = Nature.CLAIM,
    stage: Stage = Stage.GENERAL,
    *,
    negated: bool = False,
    cues: tuple[str, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Quote:
    return Quote("s", ((0, 1),), "x", certainty, nature, negated, stage, cues, flags)


def texts(of: Quote) -> list[str]:
    return [chip.text for chip in chips(of)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (quote(), ["States it", "General statement"]),
        (quote(Certainty.HEDGED, cues=("not", "could")), ["Hedges it: could", "General statement"]),
        (quote(Certainty.HEDGED, cues=("appear to",)), ["Hedges it: appear to", "General statement"]),
        (
            quote(Certainty.HEDGED, cues=("could reduce", "could potentially")),
            ["Hedges it: could potentially", "General statement"],
        ),
        (quote(Certainty.HEDGED, cues=("most",)), ["Hedges it", "General statement"]),
        (quote(Certainty.OPEN, stage=Stage.HUMANS_NOT_YET), ["Asks or looks ahead", "Not yet in humans"]),
        (quote(nature=Nature.COMPARISON, stage=Stage.NONE), ["Comparison, not a mechanism"]),
        (quote(nature=Nature.ANALOGY, stage=Stage.NONE), ["Picture, not a mechanism"]),
        (quote(Certainty.HEDGED, Nature.ANALOGY, Stage.NONE), ["Hedges it", "Picture, not a mechanism"]),
        (quote(negated=True), ["Says that it is not so", "States it", "General statement"]),
        (quote(stage=Stage.LAB_AND_ANIMALS), ["States it", "In the lab and in animals"]),
        (quote(stage=Stage.STUDY), ["States it", "A study; its kind is not stated"]),
        (quote(stage=Stage.NONE), ["States it", "Opinion or picture"]),
        (quote(flags=(Flag.UNIVERSAL,)), ["States it", "General statement", "Says all or only"]),
    ],
)
def test_a_quote_is_told_in_words(given: Quote, expected: list[str]) -> None:
    assert texts(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((quote(), quote()), ["States it", "General statement"]),
        (
            (quote(), quote(Certainty.HEDGED, cues=("could",), stage=Stage.LAB)),
            ["States part of it", "Hedges part of it: could", "In the lab"],
        ),
        (
            (quote(Certainty.HEDGED, cues=("may",)), quote(Certainty.HEDGED, cues=("could",))),
            ["Hedges it: may, could", "General statement"],
        ),
        (
            (quote(stage=Stage.HUMANS_NOT_YET), quote(stage=Stage.ANIMALS)),
            ["States it", "In animals", "Not yet in humans"],
        ),
        ((quote(), quote(nature=Nature.ANALOGY)), ["States it", "Picture, in part", "General statement"]),
        (
            (quote(nature=Nature.COMPARISON, stage=Stage.NONE), quote(nature=Nature.ANALOGY, stage=Stage.NONE)),
            ["Comparison and picture, not a mechanism"],
        ),
        ((quote(), quote(negated=True)), ["Says of part that it is not so", "States it", "General statement"]),
        (
            (quote(flags=(Flag.OPINION,)), quote(flags=(Flag.OPINION,))),
            ["States it", "General statement", "An opinion"],
        ),
    ],
)
def test_a_passage_that_is_judged_twice_says_everything_once(given: tuple[Quote, ...], expected: list[str]) -> None:
    assert [chip.text for chip in chips_of(given)] == expected


def test_everything_has_words() -> None:
    assert set(KIND_ONE) == set(KIND_MANY) == set(Kind)
    assert set(STAGES) == set(Stage)
    assert set(SURENESS) == set(Sureness)
    for flag in Flag:
        assert len(texts(quote(flags=(flag,)))) == 3


def test_counting() -> None:
    assert [count(0, "link"), count(1, "link"), count(2, "link")] == ["0 links", "1 link", "2 links"]
