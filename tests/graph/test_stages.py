"""One word for what the claims of a link were tested on, and one for who says it."""

from collections.abc import Sequence

import pytest

from evmap.graph.stages import Rung, below, rung
from evmap.graph.voices import NONE, SEVERAL, voice
from evmap.model import Certainty, Link, Nature, Origin, Quote, Stage

CLAIM, ANALOGY = Nature.CLAIM, Nature.ANALOGY


def quote(stage: Stage = Stage.GENERAL, nature: Nature = CLAIM, source: str = "one") -> Quote:
    return Quote(source, ((0, 1),), "x", Certainty.STATED, nature, False, stage)


def link(*quotes: Quote, origin: Origin = Origin.SOURCE) -> Link:
    return Link("l", "a", "is", "b", origin, "", quotes)


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([quote(Stage.LAB)], Rung.LAB),
        ([quote(Stage.GENERAL), quote(Stage.ANIMALS), quote(Stage.STUDY)], Rung.ANIMALS),
        ([quote(Stage.HUMANS_NOT_YET), quote(Stage.GENERAL)], Rung.GENERAL),
        ([quote(Stage.ANIMALS, ANALOGY)], Rung.OPINION),
        ([quote(Stage.ANIMALS, ANALOGY), quote(Stage.HUMANS_NOT_YET)], Rung.HUMANS_NOT_YET),
        ([], Rung.BACKGROUND),
    ],
)
def test_the_most_tested_claim_decides_and_a_picture_never_does(quotes: Sequence[Quote], expected: Rung) -> None:
    assert rung(link(*quotes)) is expected


def test_background_was_never_tested() -> None:
    assert rung(link(quote(Stage.LAB), origin=Origin.BACKGROUND)) is Rung.BACKGROUND


def test_each_stage_of_the_model_has_its_word() -> None:
    assert {stage.value for stage in Stage} == {each.value for each in Rung} - {Rung.BACKGROUND.value}


def test_below_a_stage_is_all_that_is_less_tested() -> None:
    assert below(Rung.LAB_AND_ANIMALS) == frozenset(Rung) - {Rung.LAB_AND_ANIMALS}
    assert Rung.LAB in below(Rung.ANIMALS)
    assert not below(Rung.BACKGROUND)


def test_one_source_several_or_none_speak_of_a_link() -> None:
    assert voice(link(quote(source="one"), quote(source="one"))) == "one"
    assert voice(link(quote(source="one"), quote(source="two"))) == SEVERAL
    assert voice(link()) == NONE
    assert voice(link(quote(), origin=Origin.BACKGROUND)) == NONE
