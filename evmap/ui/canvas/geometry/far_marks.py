"""Where the marks of a lens stand on the lines between landmarks, seen from afar: near their start, on nothing else."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import RectGrid
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.screen_sizes import FROM_START, ON_LINE, SHORTEST

_STEP = 6.0
_CELL = 48.0


def far_marks(plan: Plan, links: Iterable[int]) -> dict[int, Point]:
    """The middle of each line's mark, by link; short lines, and those that find no free spot on them, have none."""
    taken = plan.far.taken if plan.far is not None else RectGrid(_CELL)
    marks = RectGrid(_CELL)
    places: dict[int, Point] = {}
    for number in sorted(links):
        free = (at for at in _spots(plan.route(number)) if not (taken.hits(_square(at)) or marks.hits(_square(at))))
        place = next(free, None)
        if place is not None:
            places[number] = place
            marks.add(_square(place))
    return places


def _spots(route: Sequence[Point]) -> Iterator[Point]:
    """Points along a line, from its start to its middle."""
    length = sum(math.dist(a, b) for a, b in pairwise(route))
    if length < SHORTEST:
        return
    wanted, before = FROM_START, 0.0
    for a, b in pairwise(route):
        piece = math.dist(a, b)
        while wanted <= min(before + piece, length / 2):
            share = (wanted - before) / piece
            yield (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            wanted += _STEP
        before += piece


def _square(middle: Point) -> Rect:
    half = ON_LINE / 2 + 1
    return (middle[0] - half, middle[1] - half, 2 * half, 2 * half)
