"""What a person is doing with a map: selection, pointing, reading."""

from pathlib import Path

import pytest

from evmap.storage.faults import MapFaults
from evmap.workspace import Change, Selection, Workspace
from tests.ui.small_map import FOUND, article_text, small_workspace


@pytest.fixture
def workspace() -> Workspace:
    return small_workspace()


@pytest.fixture
def heard(workspace: Workspace) -> list[Change]:
    changes: list[Change] = []
    workspace.changed.connect(changes.append)
    return changes


def test_selecting_tells_once_and_the_same_again_not_at_all(workspace: Workspace, heard: list[Change]) -> None:
    workspace.select_concept("vesicles")
    workspace.select_concept("vesicles")
    assert heard == [Change.SELECTION]
    assert workspace.selection.only_concept == "vesicles"
    assert workspace.selection.only_link is None


def test_toggling_adds_and_takes_out(workspace: Workspace) -> None:
    workspace.select_concept("vesicles")
    workspace.toggle("vesicles-postal")
    workspace.toggle("exosomes")
    assert workspace.selection == Selection(("vesicles", "exosomes"), ("vesicles-postal",))
    assert workspace.selection.only_concept is None
    workspace.toggle("vesicles-postal")
    workspace.toggle("vesicles")
    assert workspace.selection.only_concept == "exosomes"


def test_what_is_not_on_the_map_cannot_be_selected(workspace: Workspace, heard: list[Change]) -> None:
    with pytest.raises(KeyError):
        workspace.select_concept("nowhere")
    with pytest.raises(KeyError):
        workspace.select_link("vesicles")
    assert not workspace.selection
    assert heard == []


def test_pointing_tells_when_it_changes(workspace: Workspace, heard: list[Change]) -> None:
    for item in ("vesicles", "vesicles", None, None):
        workspace.point_at(item)
    assert heard == [Change.HOVER, Change.HOVER]
    assert workspace.hovered is None


def test_reading_keeps_the_selection_and_the_way_back(workspace: Workspace, heard: list[Change]) -> None:
    workspace.select_link("therapy-only")
    workspace.read_quote(workspace.index.links["therapy-only"].quotes[0])
    assert workspace.reading
    assert workspace.reading.source == "cancer"
    workspace.return_to_map()
    workspace.return_to_map()
    assert workspace.selection.only_link == "therapy-only"
    assert heard == [Change.SELECTION, Change.READING, Change.READING]


def test_mentions_are_found_source_by_source(workspace: Workspace) -> None:
    text = article_text("cancer")
    found = [(source, text[each.start : each.end]) for source, each in workspace.mentions_of("t-cell-exosomes")]
    assert ("cancer", "T cell-derived exosomes") in found
    assert {source for source, _ in found} == {"cancer"}


def test_coverage_counts_quoted_sentences(workspace: Workspace) -> None:
    coverage = workspace.coverage("cancer")
    assert 0 < coverage.quoted < coverage.sentences
    at = article_text("cancer").index(FOUND)
    assert any(start <= at < end for start, end in workspace.quoted_spans("cancer"))


def test_an_article_that_is_gone_is_told_with_its_name(tmp_path: Path) -> None:
    made = small_workspace()
    gone = made.map.sources[0].__class__("cancer", "Gone", False, "seeds/gone.txt", ((0, 5),))
    lost = Workspace(made.map.__class__("t", "q", (gone,), (), (), (), ()), made.places.__class__({}, {}), tmp_path)
    with pytest.raises(MapFaults, match=r"gone\.txt"):
        lost.article("cancer")
