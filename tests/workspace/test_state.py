"""What a person is doing with a map: selection, pointing, reading."""

import pytest

from evmap.workspace import Change, Selection, Workspace
from tests.ui.small_map import small_workspace


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
