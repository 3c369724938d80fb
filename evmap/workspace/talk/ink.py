"""What a teacher draws on the map: strokes in map pixels, so that they stick to the map while the camera moves."""

import math
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from evmap.model import Point

_NEAREST = 1.5
"""A pen that moved by less, in map pixels, has not moved."""


class Stroke(Struct, frozen=True):
    """One line drawn without lifting the pen."""

    points: tuple[Point, ...]
    kept: bool = False


class Ink:
    """The strokes of a talk, step by step. They are gone with their step unless they are kept.

    Attributes:
        keeping: whether what is drawn from now on is kept.
    """

    def __init__(self) -> None:
        self.keeping = False
        self._by_step: dict[int, list[Stroke]] = {}

    def strokes(self, step: int) -> tuple[Stroke, ...]:
        """What is drawn on a step."""
        return tuple(self._by_step.get(step, ()))

    def begin(self, step: int, at: Point) -> None:
        """Put the pen down."""
        self._by_step.setdefault(step, []).append(Stroke((at,), self.keeping))

    def go_on(self, step: int, at: Point) -> bool:
        """Move the pen that is down; whether it left a trace."""
        mine = self._by_step.get(step)
        if not mine or math.dist(mine[-1].points[-1], at) < _NEAREST:
            return False
        mine[-1] = Stroke((*mine[-1].points, at), mine[-1].kept)
        return True

    def erase(self, step: int, at: Point, reach: float) -> bool:
        """Take away every stroke that comes as near to a point as ``reach`` map pixels; whether there was one."""
        mine = self._by_step.get(step, [])
        left = [stroke for stroke in mine if _distance(stroke.points, at) > reach]
        self._by_step[step] = left
        return len(left) < len(mine)

    def clear(self, step: int) -> bool:
        """Take away all strokes of a step; whether there were any."""
        return bool(self._by_step.pop(step, None))

    def leave(self, step: int) -> None:
        """The step is over: what is not kept is gone."""
        kept = [stroke for stroke in self._by_step.pop(step, []) if stroke.kept]
        if kept:
            self._by_step[step] = kept

    def keep(self, step: int) -> None:
        """Keep what is drawn on a step."""
        self._by_step[step] = [Stroke(stroke.points, True) for stroke in self._by_step.get(step, [])]


def _distance(points: Iterable[Point], at: Point) -> float:
    """How near a drawn line comes to a point."""
    line = tuple(points)
    if len(line) == 1:
        return math.dist(line[0], at)
    return min(_to_segment(a, b, at) for a, b in pairwise(line))


def _to_segment(a: Point, b: Point, at: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    t = 0.0 if long == 0 else min(max(((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / long, 0.0), 1.0)
    return math.dist((a[0] + t * dx, a[1] + t * dy), at)
