"""Pushing boxes apart."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.layout.problem import Floats
from evmap.layout.searching.overlap import GAP, push_apart

Boxes = list[tuple[float, float, float, float]]
numbers = st.floats(-500, 500, allow_nan=False)
sizes = st.floats(1, 400)


def overlaps(positions: Floats, half: Floats) -> int:
    apart = np.abs(positions[:, None] - positions[None]) - half[:, None] - half[None]
    return int((apart < -1e-6).all(axis=2).sum() - len(half)) // 2


@settings(deadline=None)
@given(st.lists(st.tuples(numbers, numbers, sizes, sizes), max_size=25))
def test_no_boxes_overlap_afterwards(boxes: Boxes) -> None:
    given_boxes = np.array(boxes, dtype=float).reshape(-1, 4)
    moved = push_apart(given_boxes[:, :2], given_boxes[:, 2:])
    assert overlaps(moved, given_boxes[:, 2:]) == 0


@settings(deadline=None)
@given(st.integers(2, 30))
def test_boxes_in_one_spot_are_spread(count: int) -> None:
    half = np.full((count, 2), 20.0)
    assert overlaps(push_apart(np.zeros((count, 2)), half), half) == 0


def test_even_without_rounds_nothing_overlaps() -> None:
    rng = np.random.default_rng(3)
    positions, half = rng.normal(size=(60, 2)) * 60, rng.uniform(10, 60, size=(60, 2))
    assert overlaps(push_apart(positions, half, rounds=0), half) == 0


def test_boxes_that_are_apart_stay_where_they_are() -> None:
    positions = np.array([[0.0, 0.0], [100.0 + GAP[0], 0.0], [0.0, 60.0 + GAP[1]]])
    half = np.tile([50.0, 30.0], (3, 1))
    assert (push_apart(positions, half) == positions).all()


def test_an_overlap_is_undone_along_its_shorter_side() -> None:
    moved = push_apart(np.array([[0.0, 0.0], [90.0, 5.0]]), np.tile([50.0, 50.0], (2, 1)))
    assert moved[1, 1] - moved[0, 1] == 5.0
    assert moved[1, 0] - moved[0, 0] >= 100.0
