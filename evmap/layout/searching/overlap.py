"""Moving boxes apart until none overlaps, as little as possible."""

import numpy as np

from evmap.layout.problem import Floats, Ints

GAP = (16.0, 14.0)
"""Boxes keep at least this far apart, sideways or up and down."""

_PATIENCE, _LOOSEN = 20, 1.04  # every so many rounds that were not enough, all is drawn a little larger
_CROWD, _LOOSEN_CROWD = 0.15, 1.12  # or much larger, when there are so many overlaps a box


def push_apart(positions: Floats, half: Floats, gap: tuple[float, float] = GAP, rounds: int = 400) -> Floats:
    """Push overlapping boxes apart along the shorter way out; whatever still overlaps then is placed row by row.

    Args:
        positions: middles of the boxes.
        half: half their sizes.
        gap: how far apart boxes are to be in x, or else in y.
        rounds: how often all overlapping pairs are pushed before the boxes are swept apart in order.
    """
    moved = positions.astype(float).copy()
    reach = half + np.array(gap) / 2
    for turn in range(rounds):
        first, second = _touching(moved, reach)
        if not len(first):
            return moved
        if turn % _PATIENCE == _PATIENCE - 1:
            crowd = len(first) > _CROWD * len(moved)
            moved = moved.mean(axis=0) + (moved - moved.mean(axis=0)) * (_LOOSEN_CROWD if crowd else _LOOSEN)
            continue
        _push(moved, reach, first, second)
    return _sweep(moved, reach)


def _touching(positions: Floats, reach: Floats) -> tuple[Ints, Ints]:
    """All pairs of boxes that overlap, found by sorting along x."""
    size = len(positions)
    order = np.argsort(positions[:, 0] - reach[:, 0], kind="stable")
    left, right = (positions[:, 0] - reach[:, 0])[order], (positions[:, 0] + reach[:, 0])[order]
    counts = np.searchsorted(left, right - 1e-6) - np.arange(size) - 1
    counts = np.maximum(counts, 0)
    first = np.repeat(np.arange(size), counts)
    offsets = np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    a, b = order[first], order[first + 1 + offsets]
    near = np.abs(positions[a, 1] - positions[b, 1]) < reach[a, 1] + reach[b, 1] - 1e-6
    return a[near], b[near]


def _push(positions: Floats, reach: Floats, a: Ints, b: Ints) -> None:
    """Move each overlapping pair apart by a good half of its overlap."""
    apart = positions[b] - positions[a]
    apart[np.abs(apart) < 1e-9] = 1e-9
    depth = reach[a] + reach[b] - np.abs(apart)
    sideways = depth[:, 0] <= depth[:, 1] * 1.2
    step = np.zeros_like(apart)
    rows = np.arange(len(a))
    axis = np.where(sideways, 0, 1)
    # Coinciding boxes have no direction of their own: the order of their numbers gives one.
    sign = np.where(apart[rows, axis] == 1e-9, np.where(a < b, 1.0, -1.0), np.sign(apart[rows, axis]))
    step[rows, axis] = sign * (depth[rows, axis] / 2 * 1.02 + 0.05)
    np.add.at(positions, a, -step * 0.8)
    np.add.at(positions, b, step * 0.8)


def _sweep(positions: Floats, reach: Floats) -> Floats:
    """Certain, if less even: from the middle outwards each box takes the nearest free place to its own."""
    centre = (positions.min(axis=0) + positions.max(axis=0)) / 2
    order = np.argsort(np.abs(positions - centre).max(axis=1), kind="stable")
    placed = positions.copy()
    for rank, box in enumerate(order):
        others = order[:rank]
        placed[box] = nearest_free(positions[box], reach[box], placed[others], reach[others])
    return placed


def nearest_free(wish: Floats, reach: Floats, others: Floats, their_reach: Floats) -> Floats:
    """The free place nearest to a wish: the wish itself, or one that touches another box's border."""
    if not len(others):
        return wish
    room = their_reach + reach
    options = [wish[None]]
    for shift in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        step = np.array(shift, dtype=float)
        options.append(np.where(step != 0, others + step * (room + 1e-3), wish))
    candidates = np.concatenate(options)
    corner = [others + np.array(signs) * (room + 1e-3) for signs in ((1, 1), (1, -1), (-1, 1), (-1, -1))]
    candidates = np.concatenate([candidates, *corner])
    candidates = candidates[np.argsort(np.abs(candidates - wish).sum(axis=1), kind="stable")]
    for candidate in candidates:
        if not (np.abs(others - candidate) < room - 1e-6).all(axis=1).any():
            result: Floats = candidate
            return result
    rightmost = (others[:, 0] + their_reach[:, 0]).max() + reach[0] + 1.0
    return np.array([rightmost, wish[1]])
