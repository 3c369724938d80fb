"""Laying a map out anew: stress start, untangling with small boxes, growing them, settling, pushing apart, finishing.

Deterministic by seed on one machine. Places are stored with a map, so this runs only when they are missing or when a
person asks for it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from evmap.layout.geometry import ASPECT
from evmap.layout.measure import measure
from evmap.layout.problem import Floats, Problem, problem_of
from evmap.layout.searching.anneal import Stage, run_stage
from evmap.layout.searching.core import core_rows, hang, part_of
from evmap.layout.searching.energy import Energy
from evmap.layout.searching.large import lay_out_large
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.polish import penalty, polish
from evmap.layout.searching.stress import start_positions
from evmap.model import ConceptMap, Places

Effort = Literal["quick", "normal", "thorough"]
Progress = Callable[[float], None]
"""Told the share of the work that is done; may raise to cancel."""

_SEARCHING = 0.7  # the search's share of the work; the rest is polishing

_FULL_EFFORT = 150  # up to so many concepts all sweeps of a plan are made

LARGE = 400
"""From this many concepts on, a search would take minutes: the fast path takes over."""


@dataclass(frozen=True)
class Plan:
    """How much work an effort is.

    Attributes:
        tries: places tried for each move.
        starts: how many times the core of the map is untangled, from different seeds.
        untangle: sweeps of each of these.
        finals: how many of the best are carried on to the end.
        remelts: how often each of those is warmed up again and kept if it comes out better.
        remelt: sweeps of each of these.
        hang: sweeps for hanging on what is not in the core.
        grow: sweeps while the boxes grow.
        settle: sweeps with phrases.
        polish: single moves tried on each finished drawing.
    """

    tries: int
    starts: int
    untangle: int
    finals: int
    remelts: int
    remelt: int
    hang: int
    grow: int
    settle: int
    polish: int

    def for_size(self, size: int) -> "Plan":
        """The same plan for so many concepts: a sweep of a large map takes long, so there are fewer of them."""
        share = min(1.0, _FULL_EFFORT / max(1, size)) ** 1.6  # each takes size squared, and the rest some time too
        fewer = {part: max(1, round(getattr(self, part) * share)) for part in _SWEEPS if getattr(self, part)}
        return replace(self, **fewer)


_SWEEPS = ("untangle", "remelt", "hang", "grow", "settle")

PLANS: dict[str, Plan] = {
    "quick": Plan(12, 1, 10, 1, 0, 0, 5, 5, 4, 0),
    "normal": Plan(16, 2, 30, 1, 1, 20, 12, 15, 16, 10),
    "thorough": Plan(16, 12, 200, 2, 3, 130, 130, 100, 300, 300),
}


def lay_out(
    concept_map: ConceptMap,
    *,
    seed: int = 0,
    effort: Effort = "normal",
    progress: Progress | None = None,
    aspect: float = ASPECT,
) -> Places:
    """Find good places for everything on a map.

    Args:
        concept_map: the map; every link joins two different concepts.
        seed: the same seed gives the same places.
        effort: ``quick`` takes about 2 s for 100 concepts, ``normal`` 10 s, ``thorough`` minutes.
        progress: told the share of work done, from time to time; what it raises cancels the layout.
        aspect: width over height that is aimed at.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    problem = problem_of(concept_map, aspect)
    tell = progress or (lambda _share: None)
    if problem.size >= LARGE:
        places = lay_out_large(problem, seed, tell)
    else:
        plan, rng = PLANS[effort].for_size(problem.size), np.random.default_rng((seed, 2))
        found = search(problem, plan, seed, lambda share: tell(_SEARCHING * share))
        last = _Counter(plan.polish * len(found), lambda share: tell(_SEARCHING + (1 - _SEARCHING) * share))
        drawings = [polish(concept_map, problem, positions, plan.polish, rng, last.tick) for positions in found]
        places = min(drawings, key=lambda drawing: penalty(measure(concept_map, drawing)))
    tell(1.0)
    return places


def search(problem: Problem, plan: Plan, seed: int, progress: Progress) -> list[Floats]:
    """Where the middles of the boxes may stand, no two boxes overlapping; the best few that were found."""
    if problem.size < 2 or not len(problem.pairs):
        return [push_apart(start_positions(problem), problem.half)]
    steps = _Counter(_sweeps(plan), progress)
    rows = core_rows(problem)
    core = part_of(problem, rows)
    untangled: list[tuple[float, int, Floats]] = []
    for start in range(plan.starts):
        energy = Energy(core, start_positions(problem)[rows])
        run_stage(energy, untangling(plan), np.random.default_rng((seed, start)), steps.tick)
        untangled.append((tangle(core, energy.positions), start, energy.positions))
    untangled.sort(key=lambda found: found[:2])
    results = []
    for _, start, positions in untangled[: plan.finals]:
        rng = np.random.default_rng((seed, start, 1))
        best = _remelted(core, positions, plan, rng, steps)
        energy = Energy(problem, hang(problem, rows, best, rng))
        for stage in settling(plan):
            run_stage(energy, stage, rng, steps.tick)
        results.append(push_apart(energy.positions, problem.half))
    return results


def _sweeps(plan: Plan) -> int:
    """How many sweeps a plan holds."""
    each = plan.remelts * plan.remelt + plan.hang + plan.grow + plan.settle
    return plan.starts * plan.untangle + plan.finals * each


def _remelted(core: Problem, positions: Floats, plan: Plan, rng: np.random.Generator, steps: "_Counter") -> Floats:
    """The best that comes of warming an untangled core up again and again."""
    best = tangle(core, positions)
    for _ in range(plan.remelts):
        energy = Energy(core, positions)
        stage = Stage(plan.remelt, plan.tries, (0.3, 0.6), (2.5, 0.3), (0.2, 0.05), (3.0, 7.0))
        run_stage(energy, stage, rng, steps.tick)
        found = tangle(core, energy.positions)
        if found < best:
            best, positions = found, energy.positions
    return positions


def untangling(plan: Plan) -> Stage:
    """Small boxes slide past each other, so most untangling happens before they have grown."""
    return Stage(plan.untangle, plan.tries, (0.3, 0.6), (4.0, 0.35), (0.25, 0.05), (3.0, 7.0))


def settling(plan: Plan) -> tuple[Stage, ...]:
    """Leaves find their sides, boxes grow to their full size, then the phrases join in."""
    return (
        Stage(plan.hang, plan.tries, (0.3, 0.7), (1.2, 0.35), (0.12, 0.05), (4.0, 9.0)),
        Stage(plan.grow, plan.tries, (0.7, 1.0), (1.2, 0.4), (0.13, 0.04), (9.0, 12.0)),
        Stage(plan.settle, plan.tries, (1.0, 1.0), (1.5, 0.02), (0.12, 0.01), (12.0, 14.0), phrases=True),
    )


def tangle(problem: Problem, positions: Floats) -> float:
    """How bad a drawing with straight links is: crossings, and links under boxes, which will cross when led around."""
    pairs, half = problem.pairs, problem.half
    starts, along = positions[pairs[:, 0]], positions[pairs[:, 1]] - positions[pairs[:, 0]]
    to = positions[None] - starts[:, None]  # E x N x 2
    side = along[:, None, 0] * to[:, :, 1] - along[:, None, 1] * to[:, :, 0]
    own = (pairs[:, :, None] == np.arange(problem.size)).any(axis=1)
    size = np.abs(along)[:, None]
    under = np.abs(side) < half[:, 0] * size[..., 1] + half[:, 1] * size[..., 0]
    under &= (np.abs(to - along[:, None] / 2) < size / 2 + half).all(axis=2) & ~own
    apart = (side > 0)[:, pairs[:, 0]] != (side > 0)[:, pairs[:, 1]]
    shared = own[:, pairs].any(axis=2)
    return float((apart & apart.T & ~shared).sum() / 2 + 0.5 * under.sum())


class _Counter:
    """Counts what is done and tells its share."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = max(1, total)
        self._progress = progress
        self._done = 0

    def tick(self) -> None:
        """One more."""
        self._done += 1
        self._progress(min(1.0, self._done / self._total))
