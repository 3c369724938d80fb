"""The lanes: kinds as columns, in an order in which few links cross, with nothing under a box."""

import pytest
from hypothesis import given, settings

from evmap.layout.geometry import bounds, overlap, path_hits
from evmap.layout.lanes.order import count_crossings, fill_columns, order_columns
from evmap.layout.lanes.view import READING_ORDER, lanes, standing_in_lanes
from evmap.model import ConceptMap, Kind
from evmap.storage.opening import open_map
from tests.layout.making import make_map, maps, star
from tests.made_maps import generated_map


@pytest.fixture(scope="module")
def shipped() -> ConceptMap:
    return open_map(None).map


def columns_in(concept_map: ConceptMap) -> list[list[int]]:
    """The concepts of each lane in the map's own order."""
    by_kind = [[i for i, c in enumerate(concept_map.concepts) if c.kind is kind] for kind in READING_ORDER]
    return [lane for lane in by_kind if lane]


def pairs_in(concept_map: ConceptMap) -> list[tuple[int, int]]:
    numbers = {concept.id: number for number, concept in enumerate(concept_map.concepts)}
    return [(numbers[link.subject], numbers[link.object]) for link in concept_map.links]


def test_every_kind_has_its_place_in_the_order() -> None:
    assert set(READING_ORDER) == set(Kind)
    assert READING_ORDER[:3] == (Kind.CELL, Kind.VESICLE, Kind.CARGO)
    assert READING_ORDER.index(Kind.DISEASE) < READING_ORDER.index(Kind.THERAPY)


@settings(max_examples=60, deadline=None)
@given(maps())
def test_any_map_stands_in_lanes_without_anything_on_anything(concept_map: ConceptMap) -> None:
    view = lanes(concept_map)
    boxes = view.places.concepts
    assert list(boxes) == [concept.id for concept in concept_map.concepts]
    rects = list(boxes.values())
    assert not any(overlap(a, b, 8.0) for i, a in enumerate(rects) for b in rects[:i])
    for link in concept_map.links:
        points = view.places.links[link.id].points
        for name, rect in boxes.items():
            if name not in (link.subject, link.object):
                assert not path_hits(points, rect), (link.id, name)
    for lane in view.lanes:
        mine = [concept.id for concept in concept_map.concepts if concept.kind is lane.kind]
        assert lane.count == len(mine)
        assert all(lane.left <= boxes[name][0] and boxes[name][0] + boxes[name][2] <= lane.right for name in mine)
    assert [lane.kind for lane in view.lanes] == [
        kind for kind in READING_ORDER if any(concept.kind is kind for concept in concept_map.concepts)
    ]
    assert all(a.right < b.left for a, b in zip(view.lanes, view.lanes[1:], strict=False))


@settings(max_examples=30, deadline=None)
@given(maps())
def test_phrases_stand_on_no_box_and_on_no_other_phrase(concept_map: ConceptMap) -> None:
    places = lanes(concept_map).places
    shown = [place.phrase for place in places.links.values() if place.phrase[2] > 0]
    assert not any(overlap(a, b) for i, a in enumerate(shown) for b in shown[:i])
    assert not any(overlap(phrase, box) for phrase in shown for box in places.concepts.values())


def test_the_same_map_gives_the_same_places(shipped: ConceptMap) -> None:
    assert lanes(shipped, 1.4) == lanes(shipped, 1.4)


def test_far_fewer_links_cross_than_in_the_order_of_the_map(shipped: ConceptMap) -> None:
    plain, pairs = columns_in(shipped), pairs_in(shipped)
    ordered = order_columns(plain, pairs)
    assert [sorted(column) for column in ordered] == [sorted(column) for column in plain]
    assert count_crossings(ordered, pairs) < 0.45 * count_crossings(plain, pairs)


@settings(max_examples=40, deadline=None)
@given(maps())
def test_sweeping_never_makes_an_order_worse(concept_map: ConceptMap) -> None:
    plain, pairs = columns_in(concept_map), pairs_in(concept_map)
    assert count_crossings(order_columns(plain, pairs), pairs) <= count_crossings(plain, pairs)


def test_crossings_are_counted_as_they_are_seen() -> None:
    assert count_crossings([[0, 1], [2, 3]], [(0, 3), (1, 2)]) == 1
    assert count_crossings([[0, 1], [2, 3]], [(0, 2), (1, 3)]) == 0
    assert count_crossings([[0], [1, 2]], [(0, 1), (0, 2)]) == 0  # they leave from one box


@pytest.mark.parametrize("aspect", [1.1, 1.4, 2.0])
def test_the_whole_fills_the_screen(shipped: ConceptMap, aspect: float) -> None:
    _, _, w, h = bounds(list(lanes(shipped, aspect).places.concepts.values()))
    assert w / h == pytest.approx(aspect, rel=0.12)


def test_a_kind_with_many_concepts_stands_in_several_columns() -> None:
    many = generated_map(300)
    view = lanes(many)
    kinds = {concept.id: concept.kind for concept in many.concepts}
    columns = {(kinds[name], rect[0]) for name, rect in view.places.concepts.items()}
    assert len(columns) > len(view.lanes)
    _, _, w, h = bounds(list(view.places.concepts.values()))
    assert 1.0 < w / h < 1.8


def test_what_is_linked_to_the_left_stands_left_in_its_lane() -> None:
    lane = list(range(2, 8))
    columns = fill_columns([[0], lane, [1]], 3, [(1, 2), (1, 3), (1, 4), (0, 5), (0, 6), (0, 7)])
    assert columns == [[0], [5, 6, 7], [2, 3, 4], [1]]


def test_an_empty_map_has_no_lanes() -> None:
    view = lanes(make_map(0, []))
    assert view.lanes == ()
    assert view.places.concepts == {}


def test_a_concept_that_is_linked_with_itself_is_no_obstacle() -> None:
    view = lanes(make_map(2, [(0, 0), (0, 1)]))
    assert set(view.places.links) == {"l1"}


def test_a_star_is_laid_out() -> None:
    view = lanes(star(40))
    assert len(view.places.links) == 40


def test_the_shipped_map_is_laid_out_in_pieces_between_which_the_window_answers(shipped: ConceptMap) -> None:
    """How long it takes, the benchmarks of exploring and of gestures tell."""
    pieces = sum(1 for _ in standing_in_lanes(shipped))
    assert pieces >= len(shipped.concepts) // 2
