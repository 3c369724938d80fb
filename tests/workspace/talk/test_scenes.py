"""What a step shows at each stage."""

from itertools import pairwise

import pytest

from evmap.model import Predict, Step
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.talk import scene_of, stages
from tests.workspace.talk.made_talks import index, shipped, tour

PLAIN, BUILDS, GUESS, BOTH, WHOLE = tour().steps


def test_a_plain_step_shows_all_at_once() -> None:
    assert stages(PLAIN, index()) == 1
    scene = scene_of(PLAIN, 0, index())
    assert scene.spotlight.focus + scene.spotlight.concepts == PLAIN.focus
    assert scene.spotlight.links == PLAIN.links
    assert scene.quote == PLAIN.quote
    assert not scene.masked


def test_a_step_that_builds_adds_one_link_at_a_time_and_tells_its_sentence_last() -> None:
    count = len(BUILDS.links)
    assert stages(BUILDS, index()) == count + 1
    scenes = [scene_of(BUILDS, stage, index()) for stage in range(count + 1)]
    assert [scene.spotlight.links for scene in scenes] == [BUILDS.links[:shown] for shown in range(count + 1)]
    assert [scene.quote for scene in scenes] == [None] * count + [BUILDS.quote]
    lit = [{*scene.spotlight.focus, *scene.spotlight.concepts} for scene in scenes]
    assert all(before <= after for before, after in pairwise(lit))
    assert lit[-1] == set(BUILDS.focus)


def test_building_moves_nothing_because_the_frame_stays() -> None:
    assert len({scene_of(BOTH, stage, index()).frame for stage in range(stages(BOTH, index()))}) == 1


def test_phrases_are_kept_back_until_the_reveal() -> None:
    before, after = (scene_of(GUESS, stage, index()) for stage in (0, 1))
    assert stages(GUESS, index()) == 2
    assert before.masked == frozenset(GUESS.links)
    assert before.quote is None
    assert before.spotlight == after.spotlight
    assert (after.masked, after.quote) == (frozenset(), GUESS.quote)


def test_ends_are_kept_back_but_never_what_the_step_is_about() -> None:
    last = stages(BOTH, index()) - 1
    masked = scene_of(BOTH, last - 1, index()).masked
    assert masked
    assert masked <= {index().links[link].object for link in BOTH.links}
    assert BOTH.focus[0] not in masked
    assert not scene_of(BOTH, last, index()).masked


def test_a_step_without_concepts_is_the_whole_map() -> None:
    scene = scene_of(WHOLE, 0, index())
    assert (scene.spotlight, scene.frame, scene.quote) == (Spotlight(), (), None)


@pytest.mark.parametrize("step", [BUILDS, GUESS, BOTH], ids=["builds", "guess", "both"])
def test_what_is_gone_from_the_map_is_left_out_and_the_rest_works(step: Step) -> None:
    changed = Step(
        step.title, ("gone", *step.focus), ("gone too", *step.links), step.quote, "", step.build, step.predict
    )
    assert stages(changed, index()) == stages(step, index())
    for stage in range(stages(step, index())):
        assert scene_of(changed, stage, index()) == scene_of(step, stage, index())


def test_a_step_all_of_whose_links_are_gone_keeps_nothing_back() -> None:
    gone = Step("gone", PLAIN.focus, ("gone",), PLAIN.quote, "", True, Predict.PHRASES)
    assert stages(gone, index()) == 1
    assert scene_of(gone, 0, index()).quote == PLAIN.quote


def test_every_shipped_step_shows_what_it_names() -> None:
    for each in shipped().tours:
        for step in each.steps:
            scene = scene_of(step, 99, index())
            ends = {end for link in step.links for end in (index().links[link].subject, index().links[link].object)}
            assert {*scene.spotlight.focus, *scene.spotlight.concepts} == {*step.focus, *ends}
            assert scene.spotlight.links == step.links
            assert scene.quote == step.quote
