"""Plain geometry."""

import math

import pytest

from evmap.layout.geometry import Grid, Walk, crossing, leave, overlap, path_hits, rounded, segment_hits


def test_a_line_leaves_a_box_at_its_border() -> None:
    assert leave((0, 0, 40, 20), (120, 10)) == (40, 10)
    assert leave((0, 0, 40, 20), (20, -90)) == (20, 0)


def test_boxes_that_touch_do_not_overlap() -> None:
    assert not overlap((0, 0, 10, 10), (10, 0, 10, 10))
    assert overlap((0, 0, 10, 10), (10, 0, 10, 10), gap=1)


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [((0, 5), (30, 5), True), ((0, 0), (30, 0), False), ((5, -5), (25, 25), True), ((0, 12), (9, 30), False)],
)
def test_segments_hit_the_inside_of_a_box(start: tuple[int, int], end: tuple[int, int], hit: bool) -> None:
    assert segment_hits(start, end, (10, 0, 10, 10)) is hit


def test_a_path_hits_with_any_of_its_pieces() -> None:
    assert path_hits([(0, -20), (15, -20), (15, 40)], (10, 0, 10, 10))
    assert not path_hits([(0, -20), (40, -20), (40, 40)], (10, 0, 10, 10))


def test_crossing_lines_meet_in_a_point() -> None:
    assert crossing((0, 0), (10, 10), (0, 10), (10, 0)) == pytest.approx((5, 5))
    assert crossing((0, 0), (10, 0), (0, 5), (10, 5)) is None
    assert crossing((0, 0), (10, 0), (10, 0), (10, 9)) is None


def test_rounding_cuts_corners_and_keeps_the_ends() -> None:
    path = rounded([(0, 0), (100, 0), (100, 100)], radius=20)
    assert (path[0], path[-1]) == ((0, 0), (100, 100))
    assert (100, 0) not in path
    assert max(math.dist(point, (100, 0)) for point in path[1:-1]) <= 20.001


def test_walking_a_path_by_its_length() -> None:
    walk = Walk([(0, 0), (100, 0), (100, 100)])
    assert walk.length == 200
    assert walk.at(0.25) == (50, 0)
    assert walk.at(1.0) == (100, 100)


def test_a_grid_finds_what_is_near() -> None:
    grid: Grid[str] = Grid(10)
    grid.add_rect("box", (0, 0, 5, 5))
    grid.add_segment("line", (0, 95), (95, 0))
    assert grid.near((6, 6, 1, 1)) == {"box"}
    assert grid.beside((45, 45), (55, 55)) == {"line"}
    assert not grid.near((80, 80, 5, 5))
