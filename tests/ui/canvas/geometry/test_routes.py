"""Lines on the screen: trimmed at boxes, clipped to the view, with arrowheads at their ends."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.layout.geometry import length
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry import routes

LINE = ((0.0, 0.0), (100.0, 0.0), (100.0, 50.0))
points = st.tuples(st.floats(-500, 500), st.floats(-500, 500))


def test_a_line_is_shortened_at_both_ends() -> None:
    assert routes.shortened(LINE, 10, 20) == ((10, 0), (100, 0), (100, 30))


def test_a_line_shorter_than_what_is_taken_away_is_nothing() -> None:
    assert routes.shortened(((0, 0), (5, 0)), 4, 4) == ()


def test_the_middle_of_a_line_is_halfway_along_it() -> None:
    assert routes.middle_spot(LINE, 5) == (70, -5, 10, 10)
    assert routes.middle_spot((), 5) is None


def test_a_line_starts_where_it_leaves_the_box() -> None:
    assert routes.outside(((0, 0), (100, 0)), (-20, -10, 40, 20)) == ((20, 0), (100, 0))


def test_a_line_that_stays_in_the_box_is_nothing() -> None:
    assert routes.outside(((0, 0), (10, 0)), (-20, -10, 40, 20)) == ()


@given(st.lists(points, min_size=2, max_size=6, unique=True), st.tuples(points, st.floats(1, 300), st.floats(1, 300)))
def test_what_is_clipped_lies_in_the_view_and_on_the_line(line: list[Point], box: tuple[Point, float, float]) -> None:
    view: Rect = (*box[0], box[1], box[2])
    part = routes.clipped(line, view)
    assert length(part) <= length(line) + 1e-6
    for point in part:
        assert routes.inside(point, (view[0] - 1e-6, view[1] - 1e-6, view[2] + 2e-6, view[3] + 2e-6))
        assert routes.distance_to(point, line) == pytest.approx(0, abs=1e-6)


def test_distance_is_to_the_nearest_piece() -> None:
    assert routes.distance_to((50, 7), LINE) == 7
    assert routes.distance_to((130, 90), LINE) == math.dist((130, 90), (100, 50))


def test_an_arrowhead_points_along_the_end_of_the_line() -> None:
    left, tip, right = routes.arrowhead(LINE, 10, 4)
    assert tip == (100, 50)
    assert {left, right} == {(96, 40), (104, 40)}
