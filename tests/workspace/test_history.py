"""Where one has been: steps, the way back and forth, and that it restores everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.graph.stages import Rung
from evmap.model import Tour
from evmap.workspace import Change, Lens, Place, Seen, Topic, View, Workspace
from evmap.workspace.filters import Filters
from evmap.workspace.history import MOST_PLACES
from evmap.workspace.opening import open_workspace
from tests.ui.small_map import small_workspace

SHIPPED = open_workspace()
CONCEPTS = st.sampled_from(sorted(SHIPPED.index.concepts))
LINKS = st.sampled_from(sorted(SHIPPED.index.links))
GROUPS = st.sampled_from([(lens.value, group) for lens in Lens for group in SHIPPED.asking.sorted_by(lens).present])


@pytest.fixture
def small() -> Workspace:
    return small_workspace()


def here(workspace: Workspace) -> tuple[object, ...]:
    """All that coming back restores."""
    search = workspace.following.search if workspace.topic is Topic.PATH else None
    tour = (workspace.touring.chosen, workspace.touring.step) if workspace.topic is Topic.TOUR else None
    return (
        workspace.viewing,
        workspace.selection,
        workspace.topic,
        workspace.reading,
        workspace.following.reach,
        search,
        workspace.spotlight,
        workspace.asking.lens,
        workspace.asking.filters,
        workspace.asking.hidden,
        tour,
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


def test_another_lens_is_a_step_and_so_is_each_filter(small: Workspace) -> None:
    small.asking.look_through(Lens.CERTAINTY)
    small.asking.filter(Filters().at_least(Rung.LAB))
    small.asking.filter(small.asking.filters.toggled(Lens.KIND, "cell"))
    small.asking.clear()
    assert small.history.back()
    assert small.asking.filters == Filters().at_least(Rung.LAB).toggled(Lens.KIND, "cell")
    assert small.history.back(2)
    assert not small.asking.filtering
    assert not small.asking.hidden
    assert small.asking.lens is Lens.CERTAINTY
    assert small.history.back()
    assert small.asking.is_plain
    assert small.history.forward(3)
    assert small.asking.hidden.concepts


def test_the_lens_of_the_last_time_is_where_one_begins(small: Workspace) -> None:
    small.asking.begin(Lens.STAGE, fades=True)
    assert not small.history.earlier
    small.select_concept("vesicles")
    small.history.back()
    assert small.asking.lens is Lens.STAGE


def test_how_far_the_light_reaches_is_a_step(small: Workspace) -> None:
    small.select_concept("vesicles")
    small.following.follow(steps=2)
    small.following.follow(way="out")
    told: list[Change] = []
    small.changed.connect(told.append)
    small.history.back()
    assert (small.following.reach.steps, small.following.reach.way) == (2, "both")
    assert told == [Change.SPOTLIGHT, Change.ARRIVED]
    small.history.back()
    assert small.following.reach.steps == 1
    assert small.selection.only_concept == "vesicles"


def test_a_step_of_a_tour_is_a_place() -> None:
    workspace = Workspace(SHIPPED.map, SHIPPED.places, SHIPPED.folder)
    first, second = workspace.map.tours[:2]
    workspace.choose_tour(first.id)
    workspace.touring.show_step(0)
    workspace.touring.show_step(1)
    workspace.choose_tour(second.id)
    workspace.history.back(2)
    assert (workspace.touring.chosen, workspace.touring.step) == (first.id, 0)
    assert set(first.steps[0].focus) <= set(workspace.selection.concepts)
    workspace.history.forward(2)
    assert (workspace.touring.chosen, workspace.touring.step) == (second.id, None)


def test_a_tour_that_was_taken_away_is_not_come_back_to(small: Workspace) -> None:
    small.touring.begin()
    small.touring.add_view()
    small.select_concept("vesicles")
    small.touring.remove()
    assert small.history.back()
    assert small.touring.tour is None


def test_the_way_back_of_a_path_keeps_to_its_own_arrows(small: Workspace) -> None:
    small.following.find("vesicles", "t-cell-exosomes", directed=False)
    small.following.respect_arrows(True)
    small.history.back()
    small.following.swap()
    assert small.following.search
    assert not small.following.search.directed


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
    st.tuples(st.just("lens"), st.sampled_from(list(Lens))),
    st.tuples(st.just("filter"), GROUPS),
    st.tuples(st.just("only"), GROUPS),
    st.tuples(st.just("least"), st.sampled_from(list(Rung))),
    st.tuples(st.just("all"), st.none()),
    st.tuples(st.just("steps"), st.integers(1, 9)),
    st.tuples(st.just("way"), st.sampled_from(["both", "out", "in"])),
    st.tuples(st.just("tour"), st.sampled_from(SHIPPED.map.tours)),
    st.tuples(st.just("step"), st.integers(0, 2)),
    st.tuples(st.just("word"), st.sampled_from(["exosone", "t cells", "could", "lupus"])),
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
    elif what == "all":
        workspace.asking.clear()
    elif isinstance(value, Lens):
        workspace.asking.look_through(value)
    elif isinstance(value, Rung):
        workspace.asking.filter(workspace.asking.filters.at_least(value))
    elif what == "way":
        workspace.following.follow(way=name)
    elif what == "word":
        find(workspace, name)
    elif isinstance(value, Tour):
        workspace.choose_tour(value.id)
    elif what == "leave":
        workspace.leave_view()
    elif what == "swap":
        workspace.following.swap()
    elif isinstance(value, int):
        {"steps": reach, "step": show_step, "turn": turn}[what](workspace, value)
    elif what in ("filter", "only") and isinstance(value, tuple):
        sift(workspace, Lens(value[0]), value[1], only=what == "only")
    elif isinstance(value, tuple) and value[0] != value[1]:
        workspace.following.find(*value)


def find(workspace: Workspace, words: str) -> None:
    while not workspace.finding.prepare(1.0):
        pass
    workspace.finding.ask(words)
    workspace.finding.step(1)


def reach(workspace: Workspace, steps: int) -> None:
    workspace.following.follow(steps=steps)


def turn(workspace: Workspace, by: int) -> None:
    workspace.following.turn(by)


def show_step(workspace: Workspace, at: int) -> None:
    if workspace.chosen_tour is not None and workspace.topic is Topic.TOUR:
        workspace.touring.show_step(at)


def sift(workspace: Workspace, lens: Lens, group: str, *, only: bool) -> None:
    asking = workspace.asking
    present = asking.sorted_by(lens).present
    asking.filter(asking.filters.only(lens, group, present) if only else asking.filters.toggled(lens, group))


@given(st.lists(_ACTIONS, min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_chain_of_steps_is_gone_back_and_forth(actions: list[tuple[str, object]]) -> None:
    workspace = Workspace(SHIPPED.map, SHIPPED.places, SHIPPED.folder, big_picture=SHIPPED.big_picture)
    states = [here(workspace)]
    for what, value in actions:
        act(workspace, what, value)
        if here(workspace) != states[-1]:
            states.append(here(workspace))
            assert len(workspace.history.earlier) == len(states) - 1, (what, value)
    assert len(workspace.history.earlier) == len(states) - 1
    for state in reversed(states[:-1]):
        assert workspace.history.back()
        assert here(workspace) == state
    assert not workspace.history.back()
    for state in states[1:]:
        assert workspace.history.forward()
        assert here(workspace) == state
    assert not workspace.history.forward()
