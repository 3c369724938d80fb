"""The ways to lay the map out, and the way back from Around."""

from pathlib import Path

import pytest

from evmap.model import BigPicture, Places
from evmap.workspace import Change, View, Viewing, Workspace
from tests.ui.canvas.hand_made import hand_made


@pytest.fixture
def village() -> Workspace:
    concept_map, places = hand_made()
    keys = {key: places.concepts[key] for key in ("exosomes", "cancer")}
    picture = BigPicture(Places(keys, {}), {"exosomes": ("cells",), "cancer": ()})
    return Workspace(concept_map, places, Path(), big_picture=picture)


def test_it_begins_with_the_big_picture(village: Workspace) -> None:
    assert village.viewing == Viewing(View.BIG_PICTURE)


def test_a_map_without_one_begins_with_the_atlas_and_stays_there() -> None:
    workspace = Workspace(*hand_made(), Path())
    assert workspace.viewing == Viewing(View.ATLAS)
    workspace.show_view(View.BIG_PICTURE)
    assert workspace.viewing == Viewing(View.ATLAS)


def test_another_view_is_told_once(village: Workspace) -> None:
    told: list[Change] = []
    village.changed.connect(told.append)
    village.show_view(View.ATLAS)
    village.show_view(View.ATLAS)
    assert told == [Change.VIEW]


def test_around_leads_back_step_by_step(village: Workspace) -> None:
    village.show_view(View.ATLAS)
    village.show_view(View.AROUND, "exosomes")
    village.show_view(View.AROUND, "cells")
    assert village.leave_view()
    assert village.viewing == Viewing(View.AROUND, "exosomes")
    assert village.leave_view()
    assert village.viewing == Viewing(View.ATLAS)
    assert not village.leave_view()


def test_going_around_what_one_came_through_is_a_way_back(village: Workspace) -> None:
    for concept in ("exosomes", "cells", "exosomes"):
        village.show_view(View.AROUND, concept)
    assert village.leave_view()
    assert village.viewing == Viewing(View.BIG_PICTURE)


def test_another_view_ends_the_way_back(village: Workspace) -> None:
    village.show_view(View.AROUND, "exosomes")
    village.show_view(View.ATLAS)
    assert not village.leave_view()


def test_around_needs_a_concept_of_the_map(village: Workspace) -> None:
    with pytest.raises(KeyError):
        village.show_view(View.AROUND, "nobody")
    with pytest.raises(ValueError, match="needs a concept"):
        village.show_view(View.AROUND)
    assert village.viewing == Viewing(View.BIG_PICTURE)
