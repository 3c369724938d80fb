"""Moving concepts by hand: whatever is done can be undone exactly, and no two boxes ever overlap."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.layout.geometry import overlap, path_hits
from evmap.layout.searching.start import in_rows
from evmap.model import Places
from evmap.workspace import Arrangement, Change, View, Workspace
from evmap.workspace.kept_places import DamagedPlacesError, file_for, keep, read_kept
from tests.layout.making import make_map, star
from tests.ui.small_map import small_workspace

MAP = make_map(7, [(0, 1), (0, 2), (0, 3), (3, 4), (4, 5), (1, 5), (5, 1)])
FAR = st.floats(-900, 900, allow_nan=False)
MOVES = st.lists(st.tuples(st.sets(st.sampled_from([f"c{i}" for i in range(7)]), min_size=1), FAR, FAR), max_size=6)


def fresh() -> Workspace:
    return Workspace(MAP, in_rows(MAP), Path())


@pytest.fixture
def arrangement() -> Arrangement:
    return small_workspace().arrangement


@settings(max_examples=40, deadline=None)
@given(MOVES)
def test_undoing_all_moves_restores_each_drawing_exactly_and_redoing_too(
    moves: list[tuple[set[str], float, float]],
) -> None:
    arrangement = fresh().arrangement
    seen = [arrangement.places]
    for concepts, dx, dy in moves:
        if arrangement.move(sorted(concepts), dx, dy):
            seen.append(arrangement.places)
    for places in reversed(seen[:-1]):
        arrangement.undo()
        assert arrangement.places == places
    assert not arrangement.can_undo
    for places in seen[1:]:
        arrangement.redo()
        assert arrangement.places == places
    assert not arrangement.can_redo
    arrangement.back_to_shipped()
    assert arrangement.is_shipped


@settings(max_examples=40, deadline=None)
@given(MOVES)
def test_boxes_never_overlap_whatever_is_put_on_what(moves: list[tuple[set[str], float, float]]) -> None:
    arrangement = fresh().arrangement
    for concepts, dx, dy in moves:
        arrangement.move(sorted(concepts), dx, dy)
        boxes = arrangement.places.concepts
        assert not [pair for pair in combinations(boxes, 2) if overlap(boxes[pair[0]], boxes[pair[1]])]
        assert set(arrangement.places.links) == {link.id for link in MAP.links}


def test_only_what_a_move_touches_changes() -> None:
    arrangement = Workspace(star(12), in_rows(star(12)), Path()).arrangement
    before = arrangement.places
    arrangement.move(["c12"], 0, 500)
    assert {c for c, rect in before.concepts.items() if arrangement.places.concepts[c] != rect} == {"c12"}
    end = arrangement.places.links["l11"].points[-1]
    assert not path_hits((end, end), arrangement.places.concepts["c12"])
    assert arrangement.places.links["l11"] != before.links["l11"]


def test_one_move_of_several_is_one_step_with_a_name(arrangement: Arrangement) -> None:
    assert arrangement.undo_text == ""
    arrangement.move(["exosomes"], 30, 0)
    assert arrangement.undo_text == "Move exosomes"
    arrangement.move(["exosomes", "drones"], 5, 5)
    assert arrangement.undo_text == "Move 2 concepts"
    arrangement.undo()
    assert (arrangement.undo_text, arrangement.redo_text) == ("Move exosomes", "Move 2 concepts")
    arrangement.move(["drones"], 4, 4)
    assert not arrangement.can_redo


def test_small_pushes_of_the_same_concept_are_undone_together(arrangement: Arrangement) -> None:
    before = arrangement.places
    for _ in range(3):
        arrangement.move(["exosomes"], 6, 0, nudge=True)
    arrangement.move(["drones"], 0, 6, nudge=True)
    arrangement.undo()
    assert arrangement.undo_text == "Move exosomes"
    arrangement.undo()
    assert arrangement.places == before


def test_moving_nowhere_is_no_step(arrangement: Arrangement) -> None:
    assert not arrangement.move(["exosomes"], 0, 0)
    assert not arrangement.back_to_shipped()
    assert not arrangement.can_undo
    arrangement.undo()
    arrangement.redo()


def test_back_to_the_shipped_places_can_be_undone(arrangement: Arrangement) -> None:
    arrangement.move(["exosomes"], 30, 0)
    moved = arrangement.places
    arrangement.back_to_shipped()
    assert arrangement.is_shipped
    assert arrangement.undo_text == "Back to the shipped places"
    arrangement.undo()
    assert arrangement.places == moved


def test_every_change_is_told_once_and_only_the_atlas_can_be_arranged() -> None:
    workspace = small_workspace()
    heard: list[Change] = []
    workspace.changed.connect(heard.append)
    workspace.arrangement.move(["exosomes"], 30, 0)
    workspace.arrangement.undo()
    assert heard == [Change.PLACES, Change.PLACES]
    assert workspace.can_arrange
    workspace.show_view(View.AROUND, "vesicles")
    assert not workspace.can_arrange


def test_an_unknown_concept_cannot_be_moved(arrangement: Arrangement) -> None:
    with pytest.raises(KeyError):
        arrangement.move(["nowhere"], 1, 1)


def test_places_are_kept_between_starts(tmp_path: Path) -> None:
    workspace = small_workspace()
    file = file_for(tmp_path, workspace.folder, workspace.map.title)
    shipped = workspace.places
    assert read_kept(file, workspace.map, shipped) is None
    workspace.arrangement.move(["exosomes"], 31.5, 12)
    keep(file, workspace.map.title, shipped, workspace.places)
    assert read_kept(file, workspace.map, shipped) == workspace.places
    keep(file, workspace.map.title, shipped, shipped)
    assert not file.exists()


def test_a_map_that_changed_keeps_what_was_moved_and_drops_what_is_gone(tmp_path: Path) -> None:
    workspace = small_workspace()
    shipped = workspace.places
    workspace.arrangement.move(["exosomes", "drones"], 900, 700)
    file = tmp_path / "kept.json"
    keep(file, "", shipped, workspace.places)
    now = Places(
        {c: (x, y + 7, w, h) for c, (x, y, w, h) in shipped.concepts.items() if c != "drones"},
        {k: place for k, place in shipped.links.items() if k != "t-cell-exosomes-drones"},
    )
    kept = read_kept(file, workspace.map, now)
    assert kept is not None
    assert kept.concepts["exosomes"] == workspace.places.concepts["exosomes"]
    assert kept.concepts["vesicles"] == now.concepts["vesicles"]
    assert "drones" not in kept.concepts


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": 99, "map": "", "shipped": 0, "concepts": {}, "links": {}}',
        '{"schema": 1, "map": "", "shipped": 0, "concepts": {"exosomes": [1, 2, -3, 4]}, "links": {}}',
        '{"schema": 1, "map": "", "shipped": 0, "concepts": {"exosomes": [1e99, 2, 3, 4]}, "links": {}}',
    ],
)
def test_a_damaged_file_is_put_aside_and_told_once(tmp_path: Path, text: str) -> None:
    workspace = small_workspace()
    file = tmp_path / "kept.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DamagedPlacesError, match="everything stands where the map puts it"):
        read_kept(file, workspace.map, workspace.places)
    assert read_kept(file, workspace.map, workspace.places) is None
    assert (tmp_path / "kept.damaged.json").read_text(encoding="utf-8") == text
