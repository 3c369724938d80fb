"""How far the light reaches, and the path from here to there."""

import pytest

from evmap.workspace import Change, Selection, Topic, Workspace
from tests.ui.small_map import small_workspace


@pytest.fixture
def small() -> Workspace:
    return small_workspace()


def test_the_light_reaches_further_and_another_way(small: Workspace) -> None:
    small.select_concept("cancer-cells")
    near = small.spotlight
    told: list[Change] = []
    small.changed.connect(told.append)
    small.following.follow(steps=2)
    assert set(near.links) < set(small.spotlight.links)
    small.following.follow(steps=1, way="out")
    assert {small.index.links[link].subject for link in small.spotlight.links} <= {"cancer-cells"}
    small.following.follow(way="both")
    assert small.spotlight == near
    assert told == [Change.SPOTLIGHT] * 3


def test_it_reaches_one_to_nine_steps(small: Workspace) -> None:
    for steps in (0, 10):
        with pytest.raises(ValueError, match="1 to 9"):
            small.following.follow(steps=steps)


def test_with_nothing_chosen_nothing_is_lit(small: Workspace) -> None:
    small.following.follow(steps=5)
    assert not small.spotlight


def test_a_path_is_lit_and_its_ends_are_chosen(small: Workspace) -> None:
    small.following.find("t-cell-exosomes", "therapy")
    search = small.following.looked_at
    assert search is not None
    assert search.path is not None
    assert small.selection == Selection(("t-cell-exosomes", "therapy"))
    assert small.topic is Topic.PATH
    assert small.spotlight.links == search.path.links
    assert small.spotlight.focus == ("t-cell-exosomes", "therapy")


def test_a_new_selection_ends_looking_at_the_path(small: Workspace) -> None:
    small.following.find("t-cell-exosomes", "therapy")
    small.select_concept("vesicles")
    assert small.following.looked_at is None
    assert small.spotlight.focus == ("vesicles",)


def test_the_next_path_after_the_last_is_the_first(small: Workspace) -> None:
    small.following.find("t-cell-exosomes", "cancer-cells")
    search = small.following.search
    assert search is not None
    for number in range(1, len(search.paths) + 1):
        small.following.turn(1)
        assert small.following.search is not None
        assert small.following.search.at == number % len(search.paths)


def test_where_there_is_no_path_the_gap_is_lit(small: Workspace) -> None:
    image = next(link for link in small.map.links if link.id == "vesicles-postal")
    small.following.find("t-cell-exosomes", image.object)
    search = small.following.search
    assert search is not None
    assert search.gap is not None
    assert {search.gap.near, search.gap.far} <= {*small.spotlight.focus, *small.spotlight.concepts}


def test_a_path_waits_for_its_other_end_and_can_be_given_up(small: Workspace) -> None:
    small.following.begin("vesicles")
    assert small.following.start == "vesicles"
    assert small.following.give_up()
    assert not small.following.give_up()
    small.following.begin("vesicles")
    small.following.find("vesicles", "therapy")
    assert small.following.start is None


def test_the_same_two_ends_the_other_way_round(small: Workspace) -> None:
    small.following.find("vesicles", "therapy")
    small.following.swap()
    assert small.selection.concepts == ("therapy", "vesicles")
    small.following.respect_arrows(True)
    assert small.following.search is not None
    assert small.following.search.directed


def test_a_path_needs_two_ends(small: Workspace) -> None:
    with pytest.raises(ValueError, match="two different"):
        small.following.find("vesicles", "vesicles")
    with pytest.raises(KeyError):
        small.following.find("vesicles", "nowhere")


def test_what_a_sentence_speaks_of_is_lit_alone_until_the_light_is_to_reach_further(small: Workspace) -> None:
    small.select(("vesicles",), topic=Topic.CARE, alone=True)
    assert not small.spotlight.links
    small.following.follow(steps=2)
    assert small.spotlight.links
    assert small.topic is Topic.CARE
    small.history.back()
    small.history.forward()
    assert small.spotlight.links
