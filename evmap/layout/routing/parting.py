"""Bending one of two links that lie on each other for a while, so that each can be followed.

Links do so that leave a hub in nearly the same direction, that cross at a sliver of an angle, or whose detours share
a lane. Crossings, phrases and boxes have their say: a link only gives way where that costs less than it gains.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from evmap.layout.geometry import centre, leave, rounded
from evmap.layout.routing.bench import Bench
from evmap.layout.routing.bending import gentle_corners
from evmap.layout.routing.routes import Path
from evmap.model import Link, Point, Rect

_ON_TOP, _CROSSING, _PHRASE = 5.0, 1.0, 10.0  # what a reader minds
_PER_DEGREE = 0.01
_ROUNDS, _MOST_TRIES = 3, 100  # a drawing with more of them is a knot that no bend would open
_SHIFTS = (8.0, 16.0, 28.0, 44.0, 70.0)  # how far the corners of a detour move
_DIRECTIONS = tuple((math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in range(8))


def part_lines(
    boxes: Mapping[str, Rect],
    links: Sequence[Link],
    routes: dict[str, Path],
    phrases: dict[str, Rect],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
) -> None:
    """Lead links beside each other that lie on each other.

    Args:
        boxes: the box of each concept.
        links: all links.
        routes: the path of each link; those that give way are replaced.
        phrases: the place of each phrase; those of links that give way move along.
        sizes: the sizes that each phrase may take.
    """
    bench = Bench(boxes, routes, phrases)
    tries = _MOST_TRIES
    for _ in range(_ROUNDS):
        moved = False
        for link in sorted(links, key=lambda link: link.id):
            if tries and bench.on_top(link.id, bench.paths[link.id]):
                moved |= _give_way(bench, link, sizes[link.id])
                tries -= 1
        if not moved:
            return


def _give_way(bench: Bench, link: Link, sizes: Sequence[tuple[float, float]]) -> bool:
    """Take the way that a reader minds least, if there is one better than the present."""
    now = bench.paths[link.id]
    least = _cost(bench, link.id, bench.routes[link.id], now, math.inf) + _PHRASE * bench.unclean(
        link.id, bench.phrases[link.id]
    )
    best: tuple[Path, Path, Rect] | None = None
    for route in _ways(bench.boxes[link.subject], bench.boxes[link.object], bench.routes[link.id]):
        path = rounded(route)
        if bench.hits_box(link, path):
            continue
        cost = _cost(bench, link.id, route, path, least)
        if cost >= least:
            continue
        rect = bench.place(link.id, path, sizes, (least - cost) / _PHRASE)
        if rect is not None:
            least = cost + _PHRASE * bench.unclean(link.id, rect)
            best = route, path, rect
    if best:
        bench.replace(link.id, *best)
    return best is not None


def _cost(bench: Bench, link: str, route: Path, path: Path, limit: float) -> float:
    """What a way costs, its own phrase left aside; beyond a limit it is not worked out to the end."""
    cost = _PER_DEGREE * _turning(route) + _ON_TOP * bench.on_top(link, path)
    if cost < limit:
        cost += _CROSSING * bench.crossings(link, route)
    if cost < limit:
        cost += _PHRASE * len(bench.covered(link, path))
    return cost


def _ways(start: Rect, end: Rect, route: Path) -> Iterator[Path]:
    """Other ways for a link: straight, bent a little, or with the corners of its detour moved."""
    yield leave(start, centre(end)), leave(end, centre(start))
    for corner in gentle_corners(centre(start), centre(end)):
        yield leave(start, corner), corner, leave(end, corner)
    inner = route[1:-1]
    which = {tuple(range(len(inner))), *((i,) for i in range(len(inner)))} if inner else set()
    for moving in sorted(which):
        for way in _SHIFTS:
            for x, y in _DIRECTIONS:
                corners = tuple(
                    (px + x * way, py + y * way) if i in moving else (px, py) for i, (px, py) in enumerate(inner)
                )
                yield leave(start, corners[0]), *corners, leave(end, corners[-1])


def _turning(route: Sequence[Point]) -> float:
    headings = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(route)]
    return sum(abs(math.degrees(math.remainder(after - before, math.tau))) for before, after in pairwise(headings))
