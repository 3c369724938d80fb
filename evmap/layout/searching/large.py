"""The fast path for maps of hundreds to thousands of concepts: sparse stress by gradient steps, then no overlaps."""

from collections.abc import Callable

import numpy as np

from evmap.layout.finish import finish, finish_large
from evmap.layout.problem import Floats, Ints, Problem
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.stress import fit_frame, hop_distances
from evmap.model import Places

_PIVOTS = 60
_EPOCHS = 24
_SIBLINGS = 12  # so many pairs two steps apart for each concept
_FEW_LINKS = 300


def lay_out_large(problem: Problem, seed: int, progress: Callable[[float], None]) -> Places:
    """Lay a large map out in seconds; an overview, not a poster."""
    positions = large_positions(problem, seed, lambda share: progress(0.5 * share))
    moved = push_apart(positions, problem.half, rounds=800)
    progress(0.6)
    return finish(problem, moved) if len(problem.links) < _FEW_LINKS else finish_large(problem, moved)


def large_positions(problem: Problem, seed: int, progress: Callable[[float], None]) -> Floats:
    """Stress against hop distances to a few pivots and along links, lowered by stochastic gradient steps.

    Terms of one epoch are applied in random batches: within a batch all are computed at once.
    """
    size = problem.size
    rng = np.random.default_rng(seed)
    pivots = rng.choice(size, size=min(_PIVOTS, size), replace=False)
    hops = hop_distances(size, problem.pairs, sources=pivots)
    positions = _pivot_scaling(hops)
    first, second = _two_steps_apart(size, problem.pairs, rng)
    rows = np.concatenate([np.tile(np.arange(size), len(pivots)), first, problem.pairs[:, 0]])
    columns = np.concatenate([np.repeat(pivots, size), second, problem.pairs[:, 1]])
    wanted = np.concatenate([hops.ravel(), np.full(len(first), 2.0), np.ones(len(problem.pairs))])
    use = rows != columns
    rows, columns, wanted = rows[use], columns[use], wanted[use]
    weights = wanted**-2.0
    weights[-len(problem.pairs) or len(weights) :] *= 8.0
    largest, smallest = 1.0 / weights.min(), 0.1 / weights.max()
    for epoch in range(_EPOCHS):
        rate = largest * (smallest / largest) ** (epoch / (_EPOCHS - 1))
        order = rng.permutation(len(rows))
        for batch in np.array_split(order, max(1, len(order) // max(64, size // 2))):
            _step(positions, rows[batch], columns[batch], wanted[batch], np.minimum(weights[batch] * rate, 1.0))
        progress((epoch + 1) / _EPOCHS)
    return fit_frame(positions, problem.frame)


def _two_steps_apart(size: int, pairs: Ints, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Some pairs of concepts with a common neighbour: the pivots alone would let them coincide."""
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    ends = ends[np.argsort(ends[:, 0], kind="stable")]
    begins = np.searchsorted(ends[:, 0], np.arange(size + 1))
    degree = np.diff(begins)
    linked = np.repeat(np.flatnonzero(degree), _SIBLINGS)

    def any_neighbour(rows: Ints) -> Ints:
        chosen: Ints = ends[begins[rows] + (rng.random(len(rows)) * degree[rows]).astype(np.int64), 1]
        return chosen

    return linked, any_neighbour(any_neighbour(linked)) if len(linked) else linked


def _step(positions: Floats, rows: Ints, columns: Ints, wanted: Floats, share: Floats) -> None:
    """Move both ends of some pairs towards their wanted distance; ends in many pairs move by their mean."""
    apart = positions[rows] - positions[columns]
    distance = np.hypot(apart[:, 0], apart[:, 1]) + 1e-9
    move = (share * (wanted - distance) / (2 * distance))[:, None] * apart
    shift, count = np.zeros_like(positions), np.zeros(len(positions))
    np.add.at(shift, rows, move)
    np.add.at(shift, columns, -move)
    np.add.at(count, rows, 1.0)
    np.add.at(count, columns, 1.0)
    shift /= np.maximum(count, 1.0)[:, None] ** 0.5
    # The end of very many pairs could otherwise overshoot, and the next step by more, without end.
    span = np.hypot(shift[:, 0], shift[:, 1])
    positions += shift * np.minimum(1.0, wanted.max(initial=0.0) / np.maximum(span, 1e-9))[:, None]


def _pivot_scaling(hops: Floats) -> Floats:
    """Pivot MDS: classical scaling of the distances to the pivots only."""
    squared = hops.T**2
    centred = -0.5 * (squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean())
    _, vectors = np.linalg.eigh(centred.T @ centred)
    positions = centred @ vectors[:, [-1, -2]]
    scale = np.abs(positions).max(axis=0)
    result: Floats = positions / np.where(scale > 1e-9, scale, 1.0) * hops.max() / 2
    turns = np.arange(len(result)) * 2.399963
    return result + 0.2 * np.column_stack([np.cos(turns), np.sin(turns)])
