"""What filters hide, what they tell of it, and that taking them away restores everything, for any chain of them."""

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.model import Kind
from evmap.workspace import Change, Lens, Workspace
from evmap.workspace.filters import Filters, Hidden, hidden_by, traces
from tests.ui.small_map import small_workspace

WORK = small_workspace()
SORT = WORK.asking.sorted_by

GROUPS = [(lens, group) for lens in Lens for group in SORT(lens).groups]
hides = st.sampled_from(GROUPS)
filterings = st.lists(hides, max_size=12).map(lambda each: reduce(lambda f, g: f.toggled(*g), each, Filters()))


def hidden(filters: Filters) -> Hidden:
    return hidden_by(filters, WORK.index, SORT)


@given(hides, hides, filterings)
def test_filters_commute(one: tuple[Lens, str], other: tuple[Lens, str], before: Filters) -> None:
    assert before.toggled(*one).toggled(*other) == before.toggled(*other).toggled(*one)


@given(hides, filterings)
def test_toggling_twice_restores_exactly(one: tuple[Lens, str], before: Filters) -> None:
    assert before.toggled(*one).toggled(*one) == before


@given(hides, filterings)
def test_more_filters_hide_more(one: tuple[Lens, str], before: Filters) -> None:
    lens, group = one
    more = before.hiding(lens, {*before.of(lens), group})
    assert hidden(before).concepts <= hidden(more).concepts
    assert hidden(before).links <= hidden(more).links


@given(filterings)
def test_a_link_is_hidden_when_it_or_an_end_is(filters: Filters) -> None:
    gone = hidden(filters)
    for link in WORK.index.links.values():
        own = any(SORT(lens).links[link.id] in filters.of(lens) for lens in (Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE))
        end = link.subject in gone.concepts or link.object in gone.concepts
        assert (link.id in gone.links) == (own or end)
    for concept in WORK.index.concepts:
        own = any(SORT(lens).concepts[concept] in filters.of(lens) for lens in (Lens.KIND, Lens.SOURCE))
        assert (concept in gone.concepts) == own


@given(filterings)
def test_traces_name_exactly_what_is_hidden(filters: Filters) -> None:
    found = traces(filters, WORK.index, SORT)
    named = [(trace.lens, group) for trace in found for group in trace.groups]
    assert len(named) == len(set(named))
    assert set(named) == {(lens, group) for lens in Lens for group in filters.of(lens)}
    parts = [hidden(Filters().hiding(trace.lens, trace.groups)) for trace in found]
    assert [(len(part.concepts), len(part.links)) for part in parts] == [(t.concepts, t.links) for t in found]
    assert frozenset().union(*(part.concepts for part in parts)) == hidden(filters).concepts
    assert frozenset().union(*(part.links for part in parts)) == hidden(filters).links


@given(filterings)
def test_taking_every_trace_away_restores_the_map(filters: Filters) -> None:
    for trace in traces(filters, WORK.index, SORT):
        filters = filters.showing(trace.lens, trace.groups)
    assert filters == Filters()
    assert not hidden(filters)


@given(filterings, st.data())
def test_showing_one_thing_shows_it(filters: Filters, data: st.DataObject) -> None:
    work = small_workspace()
    work.asking.filter(filters)
    item = data.draw(st.sampled_from([*work.index.concepts, *work.index.links]))
    assert bool(work.asking.reasons(item)) == work.asking.hides(item)
    before = work.asking.hidden
    work.asking.show(item)
    assert not work.asking.hides(item)
    assert work.asking.hidden.links <= before.links


def test_at_least_tested_in_animals_leaves_only_what_was() -> None:
    filters = Filters().at_least(Rung.ANIMALS)
    gone = hidden(filters)
    assert not gone.concepts
    assert WORK.index.links.keys() - gone.links == {"t-cell-exosomes-destroy"}
    (trace,) = traces(filters, WORK.index, SORT)
    assert trace.least is Rung.ANIMALS
    assert trace.links == len(gone.links)
    assert filters.at_least(Rung.ANIMALS) == Filters()


def test_only_one_group_is_one_trace() -> None:
    filters = Filters().only(Lens.CERTAINTY, Sureness.STATED, SORT(Lens.CERTAINTY).present)
    (trace,) = traces(filters, WORK.index, SORT)
    assert trace.only == Sureness.STATED
    assert filters.only(Lens.CERTAINTY, Sureness.STATED, SORT(Lens.CERTAINTY).present) == Filters()


def test_a_concept_without_any_shown_link_stays() -> None:
    gone = hidden(Filters().hiding(Lens.CERTAINTY, Sureness))
    assert gone.links == WORK.index.links.keys()
    assert not gone.concepts


def test_hiding_a_kind_hides_its_links_too() -> None:
    gone = hidden(Filters().toggled(Lens.KIND, Kind.ANALOGY))
    assert gone == Hidden(
        frozenset({"postal-service", "drones"}), frozenset({"vesicles-postal", "t-cell-exosomes-drones"})
    )


@pytest.fixture
def told(workspace: Workspace) -> list[Change]:
    changes: list[Change] = []
    workspace.changed.connect(changes.append)
    return changes


def test_changes_are_told_once(workspace: Workspace, told: list[Change]) -> None:
    filters = Filters().toggled(Lens.KIND, Kind.ANALOGY)
    workspace.asking.filter(filters)
    workspace.asking.filter(filters)
    workspace.asking.fade(True)
    workspace.asking.clear()
    workspace.asking.clear()
    assert told == [Change.FILTERS] * 3
    assert workspace.asking.is_plain
