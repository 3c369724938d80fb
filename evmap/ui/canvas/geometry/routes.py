"""Geometry of link routes on the screen: trimming at boxes, clipping, distance, arrowheads. Plain numbers, no Qt."""

import math
from collections.abc import Sequence
from itertools import pairwise

from evmap.layout.geometry import length
from evmap.model import Point, Rect


def towards(start: Point, end: Point, distance: float) -> Point:
    """The point so far from ``start`` on the way to ``end``."""
    length = math.dist(start, end) or 1.0
    share = distance / length
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def shortened(points: Sequence[Point], at_start: float, at_end: float) -> tuple[Point, ...]:
    """A polyline without its first and last so many pixels; empty if nothing is left."""
    if len(points) == 2:
        # Nearly all are straight, and all are asked for at every new scale.
        (ax, ay), (bx, by) = points
        whole = math.hypot(bx - ax, by - ay)
        if whole <= at_start + at_end:
            return ()
        ux, uy = (bx - ax) / whole, (by - ay) / whole
        return ((ax + ux * at_start, ay + uy * at_start), (bx - ux * at_end, by - uy * at_end))
    return tuple(reversed(_cut(tuple(reversed(_cut(tuple(points), at_start))), at_end)))


def middle_spot(route: Sequence[Point], half: float) -> Rect | None:
    """A square about the point halfway along a line, so far from its middle to its sides."""
    if len(route) < 2:
        return None
    first_half = shortened(route, 0, length(route) / 2)
    x, y = first_half[-1] if first_half else route[0]
    return (x - half, y - half, 2 * half, 2 * half)


def _cut(points: tuple[Point, ...], distance: float) -> tuple[Point, ...]:
    if distance <= 0:
        return points
    left = distance
    for i in range(len(points) - 1):
        step = math.dist(points[i], points[i + 1])
        if step > left:
            return (towards(points[i], points[i + 1], left), *points[i + 1 :])
        left -= step
    return ()


def outside(points: Sequence[Point], rect: Rect) -> tuple[Point, ...]:
    """A polyline that starts inside a rectangle, from where it leaves it for good; empty if it never does."""
    for i in range(len(points) - 1, 0, -1):
        a, b = points[i - 1], points[i]
        if inside(b, rect):
            return tuple(points[i:]) if i < len(points) - 1 else ()
        if inside(a, rect):
            return (leaving(a, b, rect), *points[i:])
    return tuple(points)


def inside(point: Point, rect: Rect) -> bool:
    """Whether a point lies in a rectangle."""
    return rect[0] <= point[0] <= rect[0] + rect[2] and rect[1] <= point[1] <= rect[1] + rect[3]


def leaving(start: Point, end: Point, rect: Rect) -> Point:
    """Where the way from a point inside a rectangle to one outside crosses its border."""
    t = 1.0
    for axis in (0, 1):
        step = end[axis] - start[axis]
        if step > 0:
            t = min(t, (rect[axis] + rect[axis + 2] - start[axis]) / step)
        elif step < 0:
            t = min(t, (rect[axis] - start[axis]) / step)
    return (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t)


def clipped(points: Sequence[Point], rect: Rect) -> tuple[Point, ...]:
    """The longest unbroken part of a polyline inside a rectangle; empty if there is none."""
    left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
    if all(left <= x <= right and top <= y <= bottom for x, y in points):
        return tuple(points)  # as most are
    best: list[Point] = []
    run: list[Point] = []
    for a, b in pairwise(points):
        part = _clip_segment(a, b, rect)
        if part is None:
            best, run = _longer(best, run), []
            continue
        if run and run[-1] == part[0]:
            run.append(part[1])
        else:
            best, run = _longer(best, run), list(part)
    return tuple(_longer(best, run))


def _longer(a: list[Point], b: list[Point]) -> list[Point]:
    return a if length(a) >= length(b) else b


def _clip_segment(a: Point, b: Point, rect: Rect) -> tuple[Point, Point] | None:
    low, high = 0.0, 1.0
    for axis in (0, 1):
        step = b[axis] - a[axis]
        near, far = rect[axis] - a[axis], rect[axis] + rect[axis + 2] - a[axis]
        if step == 0:
            if near > 0 or far < 0:
                return None
            continue
        first, last = sorted((near / step, far / step))
        low, high = max(low, first), min(high, last)
    if low >= high:
        return None
    start = a if low == 0.0 else (a[0] + (b[0] - a[0]) * low, a[1] + (b[1] - a[1]) * low)
    end = b if high == 1.0 else (a[0] + (b[0] - a[0]) * high, a[1] + (b[1] - a[1]) * high)
    return start, end


def distance_to(point: Point, points: Sequence[Point]) -> float:
    """How far a point is from the nearest point of a polyline."""
    px, py = point
    best = math.inf
    for (ax, ay), (bx, by) in pairwise(points):
        dx, dy = bx - ax, by - ay
        whole = dx * dx + dy * dy
        t = min(max(((px - ax) * dx + (py - ay) * dy) / whole, 0.0), 1.0) if whole else 0.0
        best = min(best, math.hypot(px - ax - dx * t, py - ay - dy * t))
    return best


def arrowhead(points: Sequence[Point], reach: float, half_width: float) -> tuple[Point, Point, Point]:
    """The three corners of an arrowhead at the end of a polyline: left wing, tip, right wing."""
    tip = points[-1]
    back = point_before(points, reach)
    off = math.dist(back, tip) or 1.0
    ux, uy = (tip[0] - back[0]) / off, (tip[1] - back[1]) / off
    base = (tip[0] - ux * reach, tip[1] - uy * reach)
    left = (base[0] - uy * half_width, base[1] + ux * half_width)
    return left, tip, (base[0] + uy * half_width, base[1] - ux * half_width)


def point_before(points: Sequence[Point], distance: float) -> Point:
    """A point of a polyline so far before its end, or farther back if the last piece is straight anyway."""
    if len(points) == 2:
        return points[0]
    rest = _cut(tuple(reversed(points)), distance)
    return rest[0] if rest else points[0]


def bounds_of(points: Sequence[Point]) -> Rect:
    """The smallest rectangle round some points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
