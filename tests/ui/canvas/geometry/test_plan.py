"""What stands where at a scale, without a pixel: names in their room, lines off boxes, things under the pointer."""

import math
from itertools import combinations

import pytest

from evmap.layout.geometry import centre, overlap
from evmap.model import Places
from evmap.ui.canvas.geometry.hit import concept_at, concepts_touching, item_at, link_at
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import inside
from evmap.ui.canvas.geometry.scene import Scene, build_scene
from tests.made_maps import made_map
from tests.ui.canvas.hand_made import hand_made


def plan_at(scene: Scene, scale: float) -> Plan:
    return Plan(scene, scale, level_at(scale))


@pytest.fixture(scope="module")
def town() -> Scene:
    return build_scene(*made_map(90))


@pytest.fixture(scope="module")
def village() -> Scene:
    return build_scene(*hand_made())


@pytest.mark.parametrize("scale", [0.2, 0.25, 0.4, 0.6])
def test_names_seen_from_afar_touch_nothing(town: Scene, scale: float) -> None:
    plan = plan_at(town, scale)
    names = [place.rect for place in plan.names.values()]
    assert names
    assert not any(overlap(a, b) for a, b in combinations(names, 2))
    assert not any(overlap(name, rect) for name in names for rect in plan.rects)


@pytest.mark.parametrize("scale", [0.25, 0.4, 0.6])
def test_icons_do_not_hide_each_other_or_a_landmark(town: Scene, scale: float) -> None:
    plan = plan_at(town, scale)
    assert not any(overlap(a, b, -2) for a, b in combinations(plan.rects, 2))


def test_the_nearer_the_more_names(town: Scene) -> None:
    counts = [len(plan_at(town, scale).names) for scale in (0.15, 0.25, 0.4, 0.6)]
    assert counts == sorted(counts)


def test_icons_stay_near_their_places(town: Scene) -> None:
    plan = plan_at(town, 0.4)
    for concept, rect in zip(town.concepts, plan.rects, strict=True):
        if not plan.is_landmark(town.concept_numbers[concept.id]):
            (x, y), (px, py) = centre(rect), concept.centre
            assert abs(x - px * 0.4) + abs(y - py * 0.4) < 90


def test_the_best_linked_are_landmarks(town: Scene) -> None:
    plan = plan_at(town, 0.3)
    least = min(town.concepts[i].degree for i in town.landmarks)
    assert all(plan.is_landmark(i) for i in town.landmarks)
    assert all(c.degree <= least for i, c in enumerate(town.concepts) if i not in town.landmarks)


@pytest.mark.parametrize("scale", [0.7, 1.0])
def test_lines_end_off_their_boxes(village: Scene, scale: float) -> None:
    plan = plan_at(village, scale)
    for number, link in enumerate(village.links):
        route = plan.route(number)
        assert not inside(route[0], plan.rects[link.subject])
        assert not inside(route[-1], plan.rects[link.object])


def test_lines_seen_from_afar_end_off_their_icons(village: Scene) -> None:
    plan = plan_at(village, 0.3)
    number = village.link_numbers["open"]
    assert math.dist(plan.route(number)[-1], centre(plan.rects[village.links[number].object])) > 11


def test_near_boxes_stand_exactly_at_their_places(village: Scene) -> None:
    plan = plan_at(village, 1.0)
    assert list(plan.rects) == [concept.rect for concept in village.concepts]


def test_a_box_is_hit_before_a_line(village: Scene) -> None:
    plan = plan_at(village, 1.0)
    assert item_at(plan, (0, 0)) == "exosomes"
    assert item_at(plan, (200, 0)) == "stated"
    assert item_at(plan, (0, -100)) is None


def test_a_line_is_fifteen_pixels_wide_to_the_hand(village: Scene) -> None:
    plan = plan_at(village, 0.7)
    y = 0.0
    assert link_at(plan, (140, y + 7)) == village.link_numbers["stated"]
    assert link_at(plan, (140, y - 7)) == village.link_numbers["stated"]
    assert link_at(plan, (140, y - 9)) is None


def test_a_concept_is_twenty_four_pixels_to_the_hand(village: Scene) -> None:
    plan = plan_at(village, 0.1)
    x, y = centre(plan.rects[village.concept_numbers["cancer"]])
    for dx, dy in ((11.5, 0), (-11.5, 0), (0, 11.5), (0, -11.5)):
        assert concept_at(plan, (x + dx, y + dy)) == village.concept_numbers["cancer"]


def test_a_phrase_is_part_of_its_link(village: Scene) -> None:
    plan = plan_at(village, 1.0)
    number = village.link_numbers["detour"]
    assert plan.level is Level.PHRASES
    assert link_at(plan, centre(plan.phrase_rect(number))) == number


def test_a_box_drawn_round_concepts_finds_them(village: Scene) -> None:
    plan = plan_at(village, 1.0)
    found = {village.concepts[i].id for i in concepts_touching(plan, (-100, -100, 600, 150))}
    assert found == {"exosomes", "cells"}


def test_only_what_is_in_view_is_asked_for(village: Scene) -> None:
    plan = plan_at(village, 1.0)
    seen = {village.concepts[i].id for i in plan.concepts_in((700, -100, 300, 200))}
    assert seen == {"cancer"}


def test_what_has_no_place_is_left_out_with_its_links() -> None:
    made, places = hand_made()
    fewer = {key: rect for key, rect in places.concepts.items() if key != "exosomes"}
    scene = build_scene(made, Places(fewer, places.links))
    assert "exosomes" not in scene.concept_numbers
    assert set(scene.link_numbers) == {"open", "detour"}


def test_a_link_without_a_place_goes_straight() -> None:
    made, places = hand_made()
    scene = build_scene(made, Places(places.concepts, {}))
    assert plan_at(scene, 1.0).route(scene.link_numbers["stated"])


def test_an_empty_map_can_be_planned() -> None:
    made, _ = made_map(1)
    assert plan_at(build_scene(made, Places({}, {})), 1.0).rects == []
