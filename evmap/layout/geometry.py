"""Plain geometry of boxes and paths: clipping, hitting, walking along, rounding. No numpy: the canvas uses it."""

import math
from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

from evmap.model import Point, Rect

CORNER_RADIUS = 26.0
"""The corners of a detour are rounded with this radius at 100 %."""

ASPECT = 1.35
"""Width over height of a whole drawing: between the map's canvas with its panels open and a projector's screen."""

Item = TypeVar("Item", bound=Hashable)


def centre(rect: Rect) -> Point:
    """The middle of a rectangle."""
    return rect[0] + rect[2] / 2, rect[1] + rect[3] / 2


def around(point: Point, width: float, height: float) -> Rect:
    """The rectangle of a size whose middle is a point."""
    return point[0] - width / 2, point[1] - height / 2, width, height


def grown(rect: Rect, by: float) -> Rect:
    """A rectangle with a margin on every side."""
    return rect[0] - by, rect[1] - by, rect[2] + 2 * by, rect[3] + 2 * by


def overlap(a: Rect, b: Rect, gap: float = 0.0) -> bool:
    """Whether two rectangles come closer than a gap; touching ones do not overlap."""
    return (
        a[0] < b[0] + b[2] + gap and b[0] < a[0] + a[2] + gap and a[1] < b[1] + b[3] + gap and b[1] < a[1] + a[3] + gap
    )


def bounds(rects: Sequence[Rect]) -> Rect:
    """The smallest rectangle around others; nothing is an empty rectangle at the origin."""
    if not rects:
        return 0.0, 0.0, 0.0, 0.0
    left, top = min(r[0] for r in rects), min(r[1] for r in rects)
    right, bottom = max(r[0] + r[2] for r in rects), max(r[1] + r[3] for r in rects)
    return left, top, right - left, bottom - top


def segment_hits(a: Point, b: Point, rect: Rect) -> bool:
    """Whether a straight segment runs through the inside of a rectangle."""
    half_w, half_h = rect[2] / 2, rect[3] / 2
    cx, cy = rect[0] + half_w, rect[1] + half_h
    dx, dy = b[0] - a[0], b[1] - a[1]
    if abs(a[0] + dx / 2 - cx) >= abs(dx) / 2 + half_w or abs(a[1] + dy / 2 - cy) >= abs(dy) / 2 + half_h:
        return False
    return abs(dx * (cy - a[1]) - dy * (cx - a[0])) < half_w * abs(dy) + half_h * abs(dx)


def path_hits(points: Sequence[Point], rect: Rect) -> bool:
    """Whether a path runs through the inside of a rectangle."""
    return any(segment_hits(points[i], points[i + 1], rect) for i in range(len(points) - 1))


def leave(rect: Rect, towards: Point) -> Point:
    """Where the straight line from a rectangle's middle to a point leaves the rectangle."""
    cx, cy = centre(rect)
    dx, dy = towards[0] - cx, towards[1] - cy
    across = min(
        rect[2] / 2 / abs(dx) if dx else math.inf,
        rect[3] / 2 / abs(dy) if dy else math.inf,
    )
    if across == math.inf:
        return cx, cy
    return cx + dx * across, cy + dy * across


def crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """The point where two segments cross properly, if they do."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if abs(cross) < 1e-9:
        return None
    qx, qy = c[0] - a[0], c[1] - a[1]
    along, other = (qx * sy - qy * sx) / cross, (qx * ry - qy * rx) / cross
    if 0 < along < 1 and 0 < other < 1:
        return a[0] + along * rx, a[1] + along * ry
    return None


def length(points: Sequence[Point]) -> float:
    """The length of a path."""
    return sum(math.dist(points[i], points[i + 1]) for i in range(len(points) - 1))


def rounded(points: Sequence[Point], radius: float = CORNER_RADIUS, steps: int = 6) -> tuple[Point, ...]:
    """A path with its corners rounded, as short straight pieces; a straight one comes back as it is."""
    if len(points) < 3:
        return tuple(points)
    path = [points[0]]
    for i in range(1, len(points) - 1):
        path.extend(_corner(points[i - 1], points[i], points[i + 1], radius, steps))
    return (*path, points[-1])


def corner_ends(before: Point, corner: Point, after: Point, radius: float = CORNER_RADIUS) -> tuple[Point, Point]:
    """Where the rounding of a corner begins and ends; the corner itself is the control point of the curve."""
    first, second = math.dist(before, corner), math.dist(corner, after)
    cut = min(radius, first / 2, second / 2)
    return _towards(corner, before, cut, first), _towards(corner, after, cut, second)


def _corner(before: Point, corner: Point, after: Point, radius: float, steps: int) -> Iterator[Point]:
    """One rounded corner as points on a quadratic curve."""
    begin, end = corner_ends(before, corner, after, radius)
    for step in range(steps + 1):
        t = step / steps
        p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t * t
        yield p * begin[0] + q * corner[0] + r * end[0], p * begin[1] + q * corner[1] + r * end[1]


def _towards(start: Point, goal: Point, way: float, total: float) -> Point:
    if total == 0:
        return start
    return start[0] + (goal[0] - start[0]) * way / total, start[1] + (goal[1] - start[1]) * way / total


class Walk:
    """A path that can be asked for the point at a share of its length."""

    def __init__(self, points: Sequence[Point]) -> None:
        self._points = points
        self._reached = [0.0]
        for i in range(len(points) - 1):
            self._reached.append(self._reached[-1] + math.dist(points[i], points[i + 1]))
        self.length = self._reached[-1]

    def at(self, share: float) -> Point:
        """The point after a share (0 to 1) of the path's length."""
        way = share * self.length
        i = 1
        while i < len(self._reached) - 1 and self._reached[i] < way:
            i += 1
        piece = self._reached[i] - self._reached[i - 1]
        t = (way - self._reached[i - 1]) / piece if piece else 0.0
        a, b = self._points[i - 1], self._points[i]
        return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def cells_along(a: Point, b: Point, cell: float) -> list[tuple[int, int]]:
    """The square cells of a size that a segment runs through, column by column."""
    if a[0] > b[0]:
        a, b = b, a
    first, last = int(a[0] // cell), int(b[0] // cell)
    if first == last:  # as most pieces of a rounded corner
        low, high = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])
        return [(first, row) for row in range(int(low // cell), int(high // cell) + 1)]
    slope = (b[1] - a[1]) / (b[0] - a[0])
    found: list[tuple[int, int]] = []
    for column in range(first, last + 1):
        enter, leave_at = max(a[0], column * cell), min(b[0], (column + 1) * cell)
        y1, y2 = a[1] + (enter - a[0]) * slope, a[1] + (leave_at - a[0]) * slope
        found += [(column, row) for row in range(int(min(y1, y2) // cell), int(max(y1, y2) // cell) + 1)]
    return found


class Grid(Generic[Item]):
    """Things by the square cells that they touch, so that only neighbours are compared."""

    def __init__(self, cell: float = 128.0) -> None:
        self._cell = cell
        self._cells: dict[tuple[int, int], list[Item]] = {}

    def add_rect(self, item: Item, rect: Rect) -> None:
        """Put a thing into every cell that a rectangle touches."""
        for key in self._keys(rect):
            self._cells.setdefault(key, []).append(item)

    def add_segment(self, item: Item, a: Point, b: Point) -> None:
        """Put a thing into the cells along a segment."""
        for key in cells_along(a, b, self._cell):
            self._cells.setdefault(key, []).append(item)

    def beside(self, a: Point, b: Point) -> set[Item]:
        """Everything in the cells along a segment."""
        found: set[Item] = set()
        for key in cells_along(a, b, self._cell):
            if key in self._cells:
                found.update(self._cells[key])
        return found

    def near(self, rect: Rect) -> set[Item]:
        """Everything in the cells that a rectangle touches."""
        found: set[Item] = set()
        for key in self._keys(rect):
            if key in self._cells:
                found.update(self._cells[key])
        return found

    def cells(self, rect: Rect) -> list[list[Item]]:
        """What is in each of the cells that a rectangle touches; a thing may be in several."""
        found = self._cells
        return [found[key] for key in self._keys(rect) if key in found]

    def _keys(self, rect: Rect) -> list[tuple[int, int]]:
        cell = self._cell
        left, right = int(rect[0] // cell), int((rect[0] + rect[2]) // cell)
        top, bottom = int(rect[1] // cell), int((rect[1] + rect[3]) // cell)
        return [(column, row) for column in range(left, right + 1) for row in range(top, bottom + 1)]
