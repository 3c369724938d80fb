"""A step of a talk laid out for a class: readable from the last row, nothing on anything."""

from itertools import combinations

import pytest

from evmap.graph.index import MapIndex
from evmap.layout.boxes import NAME_PX
from evmap.layout.geometry import overlap
from evmap.layout.step import step_places
from evmap.model import ConceptMap, Places, Step
from evmap.storage.opening import open_map
from evmap.workspace.talk import scene_of
from tests.layout.making import make_map

ROOM = (1800.0, 760.0)
SCREEN = 1080.0
OPENED = open_map(None)
ATLAS = OPENED.places or Places({}, {})
STEPS = [step for tour in OPENED.map.tours for step in tour.steps][::9]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.title)
def test_names_are_read_from_the_last_row_and_nothing_stands_on_anything(step: Step) -> None:
    scene = scene_of(step, 99, MapIndex(OPENED.map))
    drawing = step_places(OPENED.map, ATLAS, scene.frame, scene.links, ROOM)
    assert set(drawing.places.concepts) == set(scene.frame)
    assert set(drawing.places.links) == set(scene.links)
    assert NAME_PX * drawing.scale >= SCREEN / 35
    boxes = list(drawing.places.concepts.values())
    phrases = [place.phrase for place in drawing.places.links.values()]
    assert not [pair for pair in combinations([*boxes, *phrases], 2) if overlap(*pair)]
    for x, y, w, h in boxes:
        assert abs(x) * drawing.scale <= ROOM[0] / 2 + 1
        assert (x + w) * drawing.scale <= ROOM[0] / 2 + 1
        assert abs(y) * drawing.scale <= ROOM[1] / 2 + 1
        assert (y + h) * drawing.scale <= ROOM[1] / 2 + 1


def test_the_same_step_is_drawn_the_same_twice() -> None:
    scene = scene_of(STEPS[0], 99, MapIndex(OPENED.map))
    first, second = (step_places(OPENED.map, ATLAS, scene.frame, scene.links, ROOM) for _ in range(2))
    assert first == second


def test_what_the_atlas_lacks_is_left_out() -> None:
    made = make_map(3, [(0, 1), (1, 2)])
    atlas = Places({"c0": (0, 0, 90, 36), "c1": (300, 0, 90, 36)}, {})
    drawing = step_places(made, atlas, ("c0", "c1", "c2", "gone"), ("l0", "l1", "gone"), ROOM)
    assert set(drawing.places.concepts) == {"c0", "c1"}
    assert set(drawing.places.links) == {"l0"}


@pytest.mark.parametrize("made", [make_map(1, []), make_map(2, []), make_map(5, [(0, 1), (1, 0), (0, 1)])])
def test_little_is_drawn_large_but_not_too_large(made: ConceptMap) -> None:
    atlas = Places({concept.id: (0.0, 0.0, 90.0, 36.0) for concept in made.concepts}, {})
    ids = tuple(concept.id for concept in made.concepts)
    drawing = step_places(made, atlas, ids, tuple(link.id for link in made.links), ROOM)
    assert set(drawing.places.concepts) == set(ids)
    assert 1.0 < drawing.scale <= 3.2


def test_nothing_to_show_is_no_fault() -> None:
    assert step_places(make_map(1, []), Places({}, {}), ("c0",), (), ROOM).places == Places({}, {})
