"""What lights up with a choice, and that its names and phrases stand on nothing that is lit."""

from itertools import combinations

import pytest

from evmap.layout.geometry import overlap
from evmap.ui.canvas.geometry.levels import level_at
from evmap.ui.canvas.geometry.lit import light, lit_by, neighbourhood, point
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import Scene, build_scene
from evmap.workspace import Spotlight
from evmap.workspace.opening import open_workspace
from tests.made_maps import made_map
from tests.ui.canvas.hand_made import hand_made

VIEW = (-2000.0, -2000.0, 4000.0, 4000.0)


@pytest.fixture(scope="module")
def village() -> Scene:
    return build_scene(*hand_made())


def ids(scene: Scene, numbers: tuple[int, ...]) -> set[str]:
    return {scene.concepts[i].id for i in numbers}


def test_a_concept_lights_its_links_and_neighbours(village: Scene) -> None:
    lit = neighbourhood(village, ("exosomes",), ())
    assert ids(village, lit.concepts) == {"exosomes", "cells", "therapy", "drones", "vesicles"}
    assert {village.links[k].id for k in lit.links} == {"stated", "hedged", "like", "background"}
    assert ids(village, lit.focus) == {"exosomes"}


def test_a_link_lights_itself_and_its_ends(village: Scene) -> None:
    lit = neighbourhood(village, (), ("open",))
    assert ids(village, lit.concepts) == {"therapy", "cancer"}
    assert [village.links[k].id for k in lit.links] == ["open"]
    assert lit.focus == ()


def test_what_is_not_on_the_map_lights_nothing(village: Scene) -> None:
    assert not neighbourhood(village, ("unknown",), ("unknown",)).concepts


@pytest.mark.parametrize("scale", [0.25, 0.5, 0.7, 1.0])
def test_lit_phrases_touch_no_lit_box_name_or_phrase(scale: float) -> None:
    scene = build_scene(*made_map(60))
    plan = Plan(scene, scale, level_at(scale))
    hub = scene.concepts[scene.order[0]].id
    lit = light(plan, neighbourhood(scene, (hub,), ()), VIEW)
    phrases = [rect for rect, _ in lit.phrases.values()]
    names = [place.rect for place in lit.names.values()]
    boxes = [plan.rects[i] for i in lit.concepts]
    assert not any(overlap(a, b) for a, b in combinations(phrases, 2))
    assert not any(overlap(phrase, other) for phrase in phrases for other in boxes + names)
    assert not any(overlap(name, box) for name in names for box in boxes)


@pytest.mark.parametrize("scale", [0.3, 0.7, 1.5])
def test_a_lit_phrase_keeps_its_size_on_the_screen(village: Scene, scale: float) -> None:
    plan = Plan(village, scale, level_at(scale))
    lit = light(plan, neighbourhood(village, (), ("stated",)), VIEW)
    rect, box = lit.phrases[village.link_numbers["stated"]]
    assert box.px >= 12
    assert rect[2:] == (box.w, box.h)


def test_phrases_stand_where_they_are_seen(village: Scene) -> None:
    plan = Plan(village, 1.0, level_at(1.0))
    view = (-100.0, -100.0, 260.0, 200.0)
    lit = light(plan, neighbourhood(village, (), ("stated",)), view)
    rect, _ = lit.phrases[village.link_numbers["stated"]]
    assert overlap(rect, view)


def test_what_is_written_at_rest_gives_way(village: Scene) -> None:
    plan = Plan(village, 1.0, level_at(1.0))
    lit = light(plan, neighbourhood(village, (), ("stated",)), VIEW)
    assert plan.phrase_rect(village.link_numbers["stated"]) in lit.erased


def test_a_spotlight_lights_what_the_scene_has_of_it(village: Scene) -> None:
    lit = lit_by(village, Spotlight(("cells", "unknown"), ("cancer",), ("hedged", "unknown")))
    assert ids(village, lit.focus) == {"cells"}
    hedged = village.links[village.link_numbers["hedged"]]
    assert set(lit.concepts) == {
        village.concept_numbers["cells"],
        village.concept_numbers["cancer"],
        hedged.subject,
        hedged.object,
    }
    assert [village.links[k].id for k in lit.links] == ["hedged"]


@pytest.mark.parametrize(("scale", "most"), [(0.25, 0.55), (0.4, 0.25)])
def test_the_phrase_of_a_line_that_is_pointed_at_stands_on_no_name_where_there_is_room(
    scale: float, most: float
) -> None:
    work = open_workspace()
    scene = build_scene(work.map, work.places)
    plan = Plan(scene, scale, level_at(scale))
    on_names = told = 0
    for link in scene.links:
        lit = point(plan, neighbourhood(scene, (), (link.id,)), VIEW)
        for rect, _ in lit.phrases.values():
            told += 1
            on_names += any(overlap(rect, place.rect) for place in plan.names.values())
    assert told > 120
    assert on_names < told * most
