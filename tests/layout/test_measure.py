"""Figures of tiny layouts that can be counted by hand."""

import pytest

from evmap.layout.measure import Conflict, Figures, measure, phrase_conflicts
from evmap.model import ConceptMap, LinkPlace, Places, Point, Rect
from tests.layout.making import make_map

FAR: Rect = (900.0, 900.0, 10.0, 10.0)


def drawing(
    boxes: list[Rect], paths: list[tuple[Point, ...]], phrases: list[Rect], pairs: list[tuple[int, int]]
) -> tuple[ConceptMap, Places]:
    placed = {f"l{i}": LinkPlace(path, phrase) for i, (path, phrase) in enumerate(zip(paths, phrases, strict=True))}
    return make_map(len(boxes), pairs), Places({f"c{i}": box for i, box in enumerate(boxes)}, placed)


def cross() -> tuple[ConceptMap, Places]:
    """Four boxes at the corners of a square, two links across."""
    boxes: list[Rect] = [(0, 0, 20, 20), (100, 100, 20, 20), (100, 0, 20, 20), (0, 100, 20, 20)]
    paths: list[tuple[Point, ...]] = [((20, 20), (100, 100)), ((100, 20), (20, 100))]
    return drawing(boxes, paths, [(30, 30, 10, 10), (85, 25, 10, 10)], [(0, 1), (2, 3)])


def test_a_cross_has_one_crossing_at_a_right_angle() -> None:
    figures = measure(*cross())
    assert figures.crossings == 1
    assert figures.cross_angle_mean == pytest.approx(90)
    assert figures.node_overlaps == figures.edge_node_hits == figures.label_label == figures.label_node == 0
    assert figures.node_gap_min == 80
    assert figures.labels_clean == 1
    assert figures.turn_mean == 0
    assert figures.aspect == 1
    assert figures.fit_font == pytest.approx(15 * 900 / 120)
    assert figures.edge_mean == pytest.approx(80 * 2**0.5)


def test_overlapping_boxes_are_counted() -> None:
    figures = measure(*drawing([(0, 0, 20, 20), (10, 10, 20, 20), (40, 0, 5, 5)], [], [], []))
    assert figures.node_overlaps == 1
    assert figures.node_gap_min == 0


def test_a_link_under_a_foreign_box_is_counted() -> None:
    boxes: list[Rect] = [(0, 0, 20, 20), (200, 0, 20, 20), (100, 0, 20, 20)]
    assert measure(*drawing(boxes, [((20, 10), (200, 10))], [(40, 5, 10, 10)], [(0, 1)])).edge_node_hits == 1


def test_what_phrases_stand_on_is_named() -> None:
    boxes: list[Rect] = [(0, 0, 20, 20), (200, 0, 20, 20), (0, 100, 20, 20), (200, 100, 20, 20)]
    paths: list[tuple[Point, ...]] = [((20, 10), (200, 10)), ((20, 110), (200, 110)), ((210, 20), (210, 100))]
    phrases: list[Rect] = [(190, 5, 30, 60), (100, 105, 10, 10), (205, 50, 10, 10)]
    concept_map, places = drawing(boxes, paths, phrases, [(0, 1), (2, 3), (1, 3)])
    assert phrase_conflicts(places) == [
        ("l0", Conflict.BOX, "c1"),
        ("l0", Conflict.PHRASE, "l2"),
        ("l0", Conflict.LINK, "l2"),
        ("l2", Conflict.PHRASE, "l0"),
    ]
    figures = measure(concept_map, places)
    assert (figures.label_node, figures.label_label) == (1, 1)
    assert figures.labels_clean == pytest.approx(1 / 3)


def test_a_turn_is_measured_in_degrees() -> None:
    boxes: list[Rect] = [(0, 0, 20, 20), (200, 200, 20, 20)]
    path: tuple[Point, ...] = ((20, 10), (210, 10), (210, 200))
    assert measure(*drawing(boxes, [path], [FAR], [(0, 1)])).turn_mean == pytest.approx(90)


def test_paths_on_top_of_each_other_are_counted() -> None:
    boxes: list[Rect] = [(0, 0, 20, 20), (200, 0, 20, 20), (300, 0, 20, 20)]
    on_top: list[tuple[Point, ...]] = [((20, 10), (200, 10)), ((20, 11), (300, 11))]
    beside: list[tuple[Point, ...]] = [((20, 10), (200, 10)), ((20, 18), (300, 18))]
    assert measure(*drawing(boxes, on_top, [FAR, FAR], [(0, 1), (0, 2)])).collinear_pairs == 1
    assert measure(*drawing(boxes, beside, [FAR, FAR], [(0, 1), (0, 2)])).collinear_pairs == 0


def test_even_stars_have_the_best_angles() -> None:
    boxes: list[Rect] = [(-10, -10, 20, 20), (90, -10, 20, 20), (-110, -10, 20, 20)]
    paths: list[tuple[Point, ...]] = [((10, 0), (90, 0)), ((-10, 0), (-90, 0))]
    assert measure(*drawing(boxes, paths, [FAR, FAR], [(0, 1), (0, 2)])).angular_res_mean == pytest.approx(1)


def test_a_row_has_no_stress() -> None:
    boxes: list[Rect] = [(100.0 * i, 0, 20, 20) for i in range(4)]
    paths: list[tuple[Point, ...]] = [((100.0 * i + 20, 10), (100.0 * i + 100, 10)) for i in range(3)]
    figures = measure(*drawing(boxes, paths, [FAR] * 3, [(0, 1), (1, 2), (2, 3)]))
    assert figures.stress_aniso == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("size", [0, 1])
def test_next_to_nothing_can_be_measured(size: int) -> None:
    figures = measure(*drawing([FAR] * size, [], [], []))
    assert isinstance(figures, Figures)
    assert figures.labels_clean == 1
