"""What each concept and link falls into under each lens: every one into exactly one group, by what is quoted of it."""

import pytest

from evmap.graph.voices import NONE, SEVERAL
from evmap.model import Kind
from evmap.storage.opening import open_map
from evmap.workspace import Change, Lens, Workspace
from evmap.workspace.lenses import sort_by
from tests.ui.small_map import small_workspace


@pytest.mark.parametrize("lens", Lens)
def test_everything_falls_into_one_group(workspace: Workspace, lens: Lens) -> None:
    found = sort_by(lens, workspace.index)
    assert found.concepts.keys() == workspace.index.concepts.keys()
    assert found.links.keys() == workspace.index.links.keys()
    assert {*found.concepts.values(), *found.links.values()} <= set(found.groups)
    assert sum(found.concept_counts.values()) == len(workspace.index.concepts)
    assert sum(found.link_counts.values()) == len(workspace.index.links)


def test_by_kind_a_link_goes_with_its_subject(workspace: Workspace) -> None:
    found = sort_by(Lens.KIND, workspace.index)
    assert found.concepts["drones"] == Kind.ANALOGY
    assert found.links["t-cell-exosomes-drones"] == Kind.VESICLE


def test_a_concept_is_as_sure_as_the_surest_claim_about_it(workspace: Workspace) -> None:
    found = sort_by(Lens.CERTAINTY, workspace.index)
    assert found.concepts["therapy"] == "stated"
    assert found.concepts["biomarkers"] == "hedged"
    assert found.concepts["drones"] == "comparison"
    assert found.concepts["biology"] == "background"
    assert found.links["exosomes-kind"] == "background"


def test_a_concept_is_as_tested_as_the_most_tested_claim_about_it(workspace: Workspace) -> None:
    found = sort_by(Lens.STAGE, workspace.index)
    assert found.concepts["cancer-cells"] == "lab and animals"
    assert found.concepts["biomarkers"] == "study"
    assert found.concepts["postal-service"] == "none"
    assert found.concepts["biology"] == "background"


def test_a_concept_that_both_sources_speak_of_is_in_both(workspace: Workspace) -> None:
    found = sort_by(Lens.SOURCE, workspace.index)
    assert found.groups == ("autoimmune", "cancer", SEVERAL, NONE)
    assert found.concepts["therapy"] == SEVERAL
    assert found.concepts["drones"] == "cancer"
    assert found.concepts["biology"] == NONE


def test_the_shipped_map_is_sorted_whole() -> None:
    from evmap.graph.index import MapIndex

    index = MapIndex(open_map(None).map)
    for lens in Lens:
        found = sort_by(lens, index)
        assert set(found.present) <= set(found.groups)
        assert len(found.present) > 2


def test_another_lens_is_told_once() -> None:
    work = small_workspace()
    told: list[Change] = []
    work.changed.connect(told.append)
    work.asking.look_through(Lens.STAGE)
    work.asking.look_through(Lens.STAGE)
    assert told == [Change.LENS]
    assert work.asking.lens is Lens.STAGE
