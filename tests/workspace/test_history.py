"""Where one has been: steps, the way back and forth, and that it restores everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.workspace import Change, Place, Seen, Topic, View, Workspace
from evmap.workspace.history import MOST_PLACES
from evmap.workspace.opening import open_workspace
from tests.ui.small_map import small_workspace

SHIPPED = open_workspace()
CONCEPTS = st.sampled_from(sorted(SHIPPED.index.concepts))
LINKS = st.sampled_from(sorted(SHIPPED.index.links))


@pytest.fixture
def small() -> Workspace:
    return small_workspace()


def here(workspace: Workspace) -> tuple[object, ...]:
    """All that coming back restores."""
    search = workspace.following.search if workspace.topic is Topic.PATH else None
    return (
        workspace.viewing,
        workspace.selection,
        workspace.topic,
        workspace.reading,
        workspace.following.reach,
        search,
        workspace.spotlight,
    )


def test_at_first_there_is_no_way(small: Workspace) -> None:
    assert not small.history.back()
    assert not small.history.forward()


def test_a_concept_is_a_step_and_back_is_where_one_was(small: Workspace) -> None:
    small.select_concept("vesicles")
    small.select_concept("therapy")
    assert small.history.back()
    assert small.selection.only_concept == "vesicles"
    assert small.history.back()
    assert not small.selection
    assert not small.history.back()
    assert small.history.forward(2)
    assert small.selection.only_concept == "therapy"


def test_choosing_the_same_again_is_no_step(small: Workspace) -> None:
    small.select_concept("vesicles")
    small.select_concept("vesicles")
    assert len(small.history.earlier) == 1


def test_going_somewhere_new_forgets_the_way_forward(small: Workspace) -> None:
    small.select_concept("vesicles")
    small.history.back()
    small.select_concept("therapy")
    assert not small.history.later
    small.history.back()
    assert not small.selection


def test_what_changes_together_is_one_step(small: Workspace) -> None:
    small.following.find("vesicles", "t-cell-exosomes")
    assert len(small.history.earlier) == 1
    assert here(small)[2] is Topic.PATH
    small.history.back()
    assert here(small)[2] is Topic.SELECTION


def test_a_passage_is_a_place(small: Workspace) -> None:
    link = next(link for link in small.map.links if link.quotes)
    small.select_link(link.id)
    small.read_quote(link.quotes[0])
    small.return_to_map()
    small.history.back()
    assert small.reading
    small.history.back()
    assert small.reading is None
    assert small.selection.only_link == link.id


def test_the_camera_is_no_step_but_comes_back_as_one_left_it(small: Workspace) -> None:
    seen = Seen(1.0, 0.0, 0.0)
    arrived: list[Place] = []

    def note(change: Change) -> None:
        if change is Change.ARRIVED and small.history.arriving:
            arrived.append(small.history.arriving)

    small.watch = lambda: seen
    small.changed.connect(note)
    small.select_concept("vesicles")
    seen = Seen(0.5, 70.0, 8.0)
    small.select_concept("therapy")
    assert len(small.history.earlier) == 2
    seen = Seen(2.0, 1.0, 1.0)
    small.history.back()
    assert arrived[0].seen == Seen(0.5, 70.0, 8.0)
    small.history.forward()
    assert arrived[1].seen == Seen(2.0, 1.0, 1.0)


def test_it_is_deep_and_not_endless(small: Workspace) -> None:
    for _ in range(MOST_PLACES):
        small.select_concept("vesicles")
        small.select_concept("therapy")
    assert 50 <= len(small.history.earlier) == MOST_PLACES


def test_everything_is_in_place_before_anything_is_told(small: Workspace) -> None:
    small.show_view(View.AROUND, "vesicles")
    small.select_concept("therapy")
    told: list[tuple[Change, View, bool]] = []
    small.changed.connect(lambda change: told.append((change, small.viewing.view, bool(small.selection))))
    small.history.back(2)
    assert told == [(change, View.ATLAS, False) for change in (Change.VIEW, Change.SELECTION, Change.ARRIVED)]


_ACTIONS = st.one_of(
    st.tuples(st.just("concept"), CONCEPTS),
    st.tuples(st.just("toggle"), st.one_of(CONCEPTS, LINKS)),
    st.tuples(st.just("link"), LINKS),
    st.tuples(st.just("alone"), CONCEPTS),
    st.tuples(st.just("clear"), st.none()),
    st.tuples(st.just("read"), LINKS),
    st.tuples(st.just("map"), st.none()),
    st.tuples(st.just("topic"), st.sampled_from([Topic.CARE, Topic.GAPS, Topic.SELECTION])),
    st.tuples(st.just("view"), st.sampled_from([View.BIG_PICTURE, View.ATLAS])),
    st.tuples(st.just("around"), CONCEPTS),
    st.tuples(st.just("leave"), st.none()),
    st.tuples(st.just("path"), st.tuples(CONCEPTS, CONCEPTS)),
    st.tuples(st.just("turn"), st.integers(-2, 2)),
    st.tuples(st.just("swap"), st.none()),
)


def act(workspace: Workspace, what: str, value: object) -> None:
    """Do what a person does; texts are ids."""
    name = str(value)
    if what == "concept":
        workspace.select_concept(name)
    elif what == "alone":
        workspace.select((name,), topic=Topic.CARE, alone=True)
    elif what == "toggle":
        workspace.toggle(name)
    elif what == "link":
        workspace.select_link(name)
    elif what == "clear":
        workspace.clear_selection()
    elif what == "read":
        for quote in workspace.index.links[name].quotes[:1]:
            workspace.read_quote(quote)
    elif what == "map":
        workspace.return_to_map()
    elif isinstance(value, Topic):
        workspace.show_topic(value)
    elif isinstance(value, View):
        workspace.show_view(value)
    elif what == "around":
        workspace.show_view(View.AROUND, name)
    elif what == "leave":
        workspace.leave_view()
    elif what == "swap":
        workspace.following.swap()
    elif isinstance(value, int):
        workspace.following.turn(value)
    elif isinstance(value, tuple) and value[0] != value[1]:
        workspace.following.find(*value)


@given(st.lists(_ACTIONS, min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_chain_of_steps_is_gone_back_and_forth(actions: list[tuple[str, object]]) -> None:
    workspace = Workspace(SHIPPED.map, SHIPPED.places, SHIPPED.folder, big_picture=SHIPPED.big_picture)
    states = [here(workspace)]
    for what, value in actions:
        act(workspace, what, value)
        if here(workspace) != states[-1]:
            states.append(here(workspace))
    assert len(workspace.history.earlier) == len(states) - 1
    for state in reversed(states[:-1]):
        assert workspace.history.back()
        assert here(workspace) == state
    assert not workspace.history.back()
    for state in states[1:]:
        assert workspace.history.forward()
        assert here(workspace) == state
    assert not workspace.history.forward()
