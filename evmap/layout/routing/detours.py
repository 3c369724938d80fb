"""Shortest ways around boxes: from corner to corner, every bend costs, no box is touched."""

import heapq
import math
from collections.abc import Mapping, Sequence

from evmap.layout.geometry import Grid, centre, crossing, grown, leave, segment_hits
from evmap.layout.pieces import Pieces
from evmap.model import Point, Rect

_MARGINS = (9.0, 17.0)  # corners are rounded this far from a box; the second lane is for a second detour
_TOUCH = 6.0
_BEND = 45.0  # pixels of way that a bend is worth
_CROSSING = 60.0  # pixels of way that a crossing is worth
_USED = 90.0  # a corner that another detour goes round already
_ROUNDS = 14

Segment = tuple[Point, Point]


class Ground:
    """Boxes that links may not run under, and the corners that detours have used so far."""

    def __init__(self, boxes: Mapping[str, Rect]) -> None:
        self._boxes = boxes
        self._used: set[Point] = set()
        sizes = [max(rect[2], rect[3]) for rect in boxes.values()]
        self._grid: Grid[str] = Grid(max(128.0, min(sizes, default=128.0)))
        for name, rect in boxes.items():
            self._grid.add_rect(name, grown(rect, _MARGINS[-1]))

    def hit(self, path: Sequence[Point], ends: tuple[str, str], clearance: float) -> list[str]:
        """The foreign boxes that a path comes too near to."""
        found: dict[str, None] = {}
        for i in range(len(path) - 1):
            for name in sorted(self._grid.beside(path[i], path[i + 1])):
                if name not in ends and segment_hits(path[i], path[i + 1], grown(self._boxes[name], clearance)):
                    found[name] = None
        return list(found)

    def detour(self, start: str, end: str, lines: Grid[Segment]) -> Pieces[tuple[Point, ...] | None]:
        """Find, in pieces, the best way from one box to another round all between; ``None`` when they are walled in.

        Args:
            start: the concept that the link leaves.
            end: the concept that it arrives at.
            lines: the pieces of all links, to be crossed as seldom as may be.
        """
        a, b = centre(self._boxes[start]), centre(self._boxes[end])
        obstacles: list[str] = []
        path: list[Point] = [a, b]
        for _ in range(_ROUNDS):
            fresh = [name for name in self.hit(path, (start, end), _TOUCH) if name not in obstacles]
            fresh += [name for name in (start, end) if name not in obstacles and self._revisits(path, name)]
            if not fresh:
                break
            obstacles.extend(fresh)
            found = yield from _Search(self._boxes, obstacles, (start, end), self._used, lines).run(a, b)
            if found is None:
                return None
            path = found
        if len(path) == 2 or self.hit(path, (start, end), 0.0):
            return None
        self._used.update(path[1:-1])
        return (leave(self._boxes[start], path[1]), *path[1:-1], leave(self._boxes[end], path[-2]))

    def _revisits(self, path: Sequence[Point], name: str) -> bool:
        """Whether a path runs through the box of its own end after having left it."""
        inner = path[1:-1]
        return any(segment_hits(inner[i], inner[i + 1], self._boxes[name]) for i in range(len(inner) - 1))


class _Search:
    """One search over the corners of some boxes."""

    def __init__(
        self,
        boxes: Mapping[str, Rect],
        obstacles: Sequence[str],
        ends: tuple[str, str],
        used: set[Point],
        lines: Grid[Segment],
    ) -> None:
        self._ends = {name: boxes[name] for name in ends}
        self._walls = [(name, grown(boxes[name], _TOUCH)) for name in obstacles]
        self._used = used
        self._lines = lines
        self._corners = [
            corner
            for name in obstacles
            for margin in _MARGINS
            for corner in _corners(grown(boxes[name], margin))
            if not any(_inside(corner, wall) for _, wall in self._walls)
            and not any(_inside(corner, grown(rect, _TOUCH)) for rect in self._ends.values())
        ]
        self._costs: dict[tuple[Point, Point], float] = {}

    def run(self, a: Point, b: Point) -> Pieces[list[Point] | None]:
        """The cheapest path from one middle to the other: those that lead towards it are looked at first (A*)."""
        best: dict[Point, float] = {a: 0.0}
        came: dict[Point, Point] = {}
        left = {point: math.dist(point, b) for point in (b, *self._corners)}
        queue = [(0.0, 0.0, a)]
        while queue:
            _, cost, here = heapq.heappop(queue)
            if here == b:
                return _trace(came, b)
            if cost > best[here]:
                continue
            yield
            for there, rest in left.items():
                if there in (here, a):
                    continue
                reached = cost + math.dist(here, there)
                if reached >= best.get(there, math.inf) or reached + rest >= best.get(b, math.inf):
                    continue
                reached = cost + self._step(here, there, a, b)
                if reached < best.get(there, math.inf):
                    best[there], came[there] = reached, here
                    heapq.heappush(queue, (reached + rest, reached, there))
        return None

    def _step(self, here: Point, there: Point, a: Point, b: Point) -> float:
        key = (here, there) if here < there else (there, here)
        if key not in self._costs:
            self._costs[key] = self._fresh_step(here, there, a, b)
        toll = _BEND if there != b else 0.0
        return self._costs[key] + toll + (_USED if there in self._used else 0.0)

    def _fresh_step(self, here: Point, there: Point, a: Point, b: Point) -> float:
        for name, wall in self._walls:
            own_end = name in self._ends and (a in (here, there) or b in (here, there))
            if not own_end and segment_hits(here, there, wall):
                return math.inf
        crossings = sum(crossing(here, there, c, d) is not None for c, d in self._lines.beside(here, there))
        return math.dist(here, there) + _CROSSING * crossings


def _corners(rect: Rect) -> tuple[Point, Point, Point, Point]:
    x, y, w, h = rect
    return (x, y), (x + w, y), (x, y + h), (x + w, y + h)


def _inside(point: Point, rect: Rect) -> bool:
    return rect[0] < point[0] < rect[0] + rect[2] and rect[1] < point[1] < rect[1] + rect[3]


def _trace(came: Mapping[Point, Point], end: Point) -> list[Point]:
    path = [end]
    while path[-1] in came:
        path.append(came[path[-1]])
    return path[::-1]
