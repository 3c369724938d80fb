"""What the details show besides the selection."""

import pytest

from evmap.workspace import Change, Selection, Topic, Workspace


@pytest.fixture
def told(workspace: Workspace) -> list[Change]:
    changes: list[Change] = []
    workspace.changed.connect(changes.append)
    return changes


def test_at_first_it_is_the_selection(workspace: Workspace) -> None:
    assert workspace.topic is Topic.SELECTION


def test_a_topic_is_told_once_and_leaves_the_selection(workspace: Workspace, told: list[Change]) -> None:
    workspace.select_concept("vesicles")
    told.clear()
    workspace.show_topic(Topic.CARE)
    workspace.show_topic(Topic.CARE)
    assert told == [Change.TOPIC]
    assert workspace.selection.only_concept == "vesicles"


def test_selecting_goes_back_to_the_selection(workspace: Workspace, told: list[Change]) -> None:
    workspace.show_topic(Topic.GAPS)
    workspace.select_concept("vesicles")
    assert workspace.topic is Topic.SELECTION
    assert told == [Change.TOPIC, Change.TOPIC, Change.SELECTION]


def test_selecting_the_same_again_goes_back_too(workspace: Workspace, told: list[Change]) -> None:
    workspace.select_concept("vesicles")
    workspace.show_topic(Topic.GAPS)
    told.clear()
    workspace.select_concept("vesicles")
    assert told == [Change.TOPIC]


def test_listeners_to_the_topic_see_the_new_selection(workspace: Workspace) -> None:
    seen: list[Selection] = []
    workspace.show_topic(Topic.CARE)
    workspace.changed.connect(lambda change: seen.append(workspace.selection) if change is Change.TOPIC else None)
    workspace.select_concept("vesicles")
    assert seen == [Selection(("vesicles",))]


def test_a_page_can_light_what_it_speaks_of_and_stay(workspace: Workspace, told: list[Change]) -> None:
    workspace.show_topic(Topic.CARE)
    told.clear()
    workspace.select(("vesicles",), topic=Topic.CARE)
    assert workspace.topic is Topic.CARE
    assert told == [Change.SELECTION]
