"""Leading thousands of links round boxes at once, for maps where a search for each would take minutes.

A link that runs under a box gets a corner beside that box; so do its two halves, and so on until nothing is in the
way. All links take a step together as arrays. At the end corners that are not needed are taken out again. Ways are
not the shortest: at this size they only have to be clear.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from evmap.layout.geometry import centre, leave, rounded
from evmap.layout.problem import Array, Bools, Floats, Ints
from evmap.layout.routing.routes import Path
from evmap.model import Link, Point, Rect

_CELL, _STEP = 96.0, 48.0  # boxes are looked up in square cells; lines are looked at in steps
_TOUCH = 3.0  # a line nearer to a box than this touches it
_LANES = (9.0, 13.0, 17.0, 21.0)  # corners stand so far off a box; different links take different lanes
_ROUNDS, _MOST = 16, 60  # so often everything in the way is cleared; so many corners a link may have
_PRUNINGS = 4
_TIGHT = 5.0
_BOWS = tuple(bow * sign for bow in (0.05, 0.15, 0.3, 0.5) for sign in (1, -1)) * 2
"""Links that stay in trouble begin again so far beside the straight line, and choose their corners by lot."""
_ASTRAY = 0.3  # so often the lot falls on the farther side of a box


class BoxField:
    """Boxes by the cells that they touch, to be asked about many lines or points at once."""

    def __init__(self, middles: Floats, half: Floats) -> None:
        self.middles, self.half = middles, half
        self._origin = (middles - half).min(axis=0) - 2 * _CELL
        reach = half + _TOUCH + _STEP / 2 + 1.0
        low = ((middles - reach - self._origin) // _CELL).astype(np.int64)
        high = ((middles + reach - self._origin) // _CELL).astype(np.int64)
        self._wide = int(high[:, 0].max()) + 4
        self._high = int(high[:, 1].max()) + 4
        span = high - low + 1
        counts = span.prod(axis=1)
        box = np.repeat(np.arange(len(middles)), counts)
        rank = np.arange(len(box)) - np.repeat(np.cumsum(counts) - counts, counts)
        cells = (low[box, 1] + rank // span[box, 0]) * self._wide + low[box, 0] + rank % span[box, 0]
        order = np.argsort(cells, kind="stable")
        self._boxes = box[order]
        self._begins = np.searchsorted(cells[order], np.arange(self._wide * self._high + 1))

    def near(self, points: Floats) -> tuple[Ints, Ints]:
        """Pairs of a point's number and a box in its cell."""
        place = ((points - self._origin) // _CELL).astype(np.int64)
        inside = (place >= 0).all(axis=1) & (place[:, 0] < self._wide) & (place[:, 1] < self._high)
        cells = np.where(inside, place[:, 1] * self._wide + place[:, 0], 0)
        counts = np.where(inside, self._begins[cells + 1] - self._begins[cells], 0)
        which = np.repeat(np.arange(len(points)), counts)
        rank = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
        return which, self._boxes[self._begins[cells[which]] + rank]

    def hits(self, starts: Floats, ends: Floats, touch: float = _TOUCH) -> tuple[Ints, Ints]:
        """Pairs of a line's number and a box that it touches, or comes so near to."""
        along = ends - starts
        steps = np.maximum(1, np.ceil(np.hypot(along[:, 0], along[:, 1]) / _STEP)).astype(np.int64) + 1
        line = np.repeat(np.arange(len(starts)), steps)
        rank = np.arange(len(line)) - np.repeat(np.cumsum(steps) - steps, steps)
        points = starts[line] + along[line] * (rank / (steps[line] - 1))[:, None]
        sample, box = self.near(points)
        pairs = _once(line[sample] * len(self.middles) + box)
        line, box = pairs // len(self.middles), pairs % len(self.middles)
        hit = _touching(starts[line], along[line], self.middles[box], self.half[box] + touch)
        return line[hit], box[hit]

    def taken(self, points: Floats) -> Bools:
        """Which points lie in a box or touch one."""
        which, box = self.near(points)
        inside = (np.abs(points[which] - self.middles[box]) < self.half[box] + _TOUCH).all(axis=1)
        result = np.zeros(len(points), dtype=bool)
        result[which[inside]] = True
        return result


def _once(values: Ints) -> Ints:
    """Each value once, in order; sorting is ten times as fast as numpy's own way."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values


def _touching(starts: Floats, along: Floats, middles: Floats, half: Floats) -> Bools:
    """Which lines run through which boxes, pair by pair."""
    to, size = middles - starts, np.abs(along)
    hit = np.abs(along[:, 0] * to[:, 1] - along[:, 1] * to[:, 0]) < half[:, 0] * size[:, 1] + half[:, 1] * size[:, 0]
    hit &= (np.abs(to - along / 2) < size / 2 + half).all(axis=1)
    result: Bools = hit
    return result


class _Lines:
    """The straight pieces of some links, each with the boxes that it may touch: those where the link ends."""

    def __init__(self, corners: Sequence[list[Point]], ends: Ints, field: BoxField, touch: float = _TOUCH) -> None:
        self.touch = touch
        points = [point for path in corners for point in path]
        sizes = np.array([len(path) for path in corners], dtype=np.int64)
        self.points = np.array(points, dtype=float).reshape(-1, 2)
        owner = np.repeat(np.arange(len(corners)), sizes)
        self.rank = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        self.begins = np.flatnonzero(self.rank < sizes[owner] - 1)  # the points from which a piece leads on
        self.owner = owner[self.begins]
        self.first = np.where(self.rank[self.begins] == 0, ends[self.owner, 0], -1)
        self.last = np.where(self.rank[self.begins] == sizes[self.owner] - 2, ends[self.owner, 1], -1)
        self.field = field

    def hits(self) -> tuple[Ints, Ints]:
        """Pairs of a piece and a box in its way."""
        piece, box = self.field.hits(self.points[self.begins], self.points[self.begins + 1], self.touch)
        foreign = (box != self.first[piece]) & (box != self.last[piece])
        return piece[foreign], box[foreign]


def lead_round(
    boxes: Mapping[str, Rect], links: Sequence[Link], paths: Mapping[str, Path], rank: Mapping[str, int]
) -> dict[str, Path]:
    """Ways round all boxes for the links among some whose paths run under one.

    Args:
        boxes: the box of each concept.
        links: links whose two ends both have a box and differ.
        paths: the path of each, which may run under boxes.
        rank: the place of each link among those that join the same two concepts: they take lanes of their own.

    Returns:
        A path for each link that needed another one.
    """
    number = {name: i for i, name in enumerate(boxes)}
    rects = np.array(list(boxes.values()), dtype=float).reshape(-1, 4)
    field = BoxField(rects[:, :2] + rects[:, 2:] / 2, rects[:, 2:] / 2)
    ends = np.array([(number[link.subject], number[link.object]) for link in links], dtype=np.int64).reshape(-1, 2)
    blocked = np.unique(_owners(_Lines([list(paths[link.id]) for link in links], ends, field)))
    chosen = [links[i] for i in blocked]
    ways = [[centre(boxes[link.subject]), centre(boxes[link.object])] for link in chosen]
    lanes = np.array([_LANES[(rank[link.id] + i) % len(_LANES)] for i, link in enumerate(chosen)])
    own = ends[blocked]
    _clear(ways, own, lanes, field)
    _begin_again(ways, own, lanes, field)
    for turn in range(_PRUNINGS):
        _prune(ways, own, field, turn % 2)
    seen = [_visible(boxes, link, way) for link, way in zip(chosen, ways, strict=True)]
    cut = np.unique(_owners(_Lines([list(rounded(path)) for path in seen], own, field, 0.0))).tolist()
    for i in cut:
        seen[i] = _tightened(seen[i])
    return {link.id: path for link, path in zip(chosen, seen, strict=True)}


def _begin_again(ways: list[list[Point]], ends: Ints, lanes: Floats, field: BoxField) -> None:
    """Try other ways for the links that are still in trouble, by lot."""
    rng = np.random.default_rng(0)
    again: Array = np.unique(_owners(_Lines(ways, ends, field)))
    for bow in _BOWS:
        if not len(again):
            return
        fresh = [_bowed(ways[i][0], ways[i][-1], bow) for i in again]
        _clear(fresh, ends[again], lanes[again], field, rng)
        still = np.unique(_owners(_Lines(fresh, ends[again], field)))
        for k in np.setdiff1d(np.arange(len(again)), still):
            ways[again[k]] = fresh[k]
        again = again[still]


def _tightened(path: Path) -> Path:
    """A path with two corners close together for each of its own, so that rounding them cuts off next to nothing."""
    points = [path[0]]
    for before, corner, after in zip(path, path[1:], path[2:], strict=False):
        points += [_towards(corner, before), _towards(corner, after)]
    return (*points, path[-1])


def _towards(corner: Point, other: Point) -> Point:
    share = min(_TIGHT / max(math.dist(corner, other), 1e-9), 0.4)
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _bowed(start: Point, end: Point, bow: float) -> list[Point]:
    """A way with one corner beside the middle of the straight line, by a share of its length."""
    (ax, ay), (bx, by) = start, end
    return [start, ((ax + bx) / 2 - (by - ay) * bow, (ay + by) / 2 + (bx - ax) * bow), end]


def _owners(lines: _Lines) -> Ints:
    owners: Ints = lines.owner[lines.hits()[0]]
    return owners


def _visible(boxes: Mapping[str, Rect], link: Link, way: Sequence[Point]) -> Path:
    """A way from middle to middle as far as it shows."""
    return leave(boxes[link.subject], way[1]), *way[1:-1], leave(boxes[link.object], way[-2])


def _clear(
    ways: list[list[Point]], ends: Ints, lanes: Floats, field: BoxField, lot: np.random.Generator | None = None
) -> None:
    """Give every link that is in trouble a corner beside a box in its way, again and again."""
    active: Any = np.arange(len(ways))
    for _ in range(_ROUNDS):
        if not len(active):
            return
        lines = _Lines([ways[i] for i in active], ends[active], field)
        piece, box = _one_each(lines)
        starts, stops = lines.points[lines.begins[piece]], lines.points[lines.begins[piece] + 1]
        near = np.ones(len(piece))
        out = lanes[active[lines.owner[piece]]]
        if lot:
            near = np.where(lot.random(len(piece)) < _ASTRAY, -1.0, 1.0)
            out = lot.uniform(_TOUCH + 1.5, _LANES[-1], len(piece))
        corners = _corner_beside(starts, stops, box, out, near, field)
        # From the last piece to the first, so that the places of those before stay right.
        for k in range(len(piece) - 1, -1, -1):
            way = ways[active[lines.owner[piece[k]]]]
            if len(way) < _MOST:
                way.insert(int(lines.rank[lines.begins[piece[k]]]) + 1, (float(corners[k, 0]), float(corners[k, 1])))
        active = active[np.unique(lines.owner[piece])]


def _one_each(lines: _Lines) -> tuple[Ints, Ints]:
    """For each piece in trouble the box nearest to its middle."""
    piece, box = lines.hits()
    middle = (lines.points[lines.begins[piece]] + lines.points[lines.begins[piece] + 1]) / 2
    far = np.abs(lines.field.middles[box] - middle).sum(axis=1)
    order = np.lexsort((far, piece))
    piece, box = piece[order], box[order]
    first = np.append(True, piece[1:] != piece[:-1]) if len(piece) else np.zeros(0, dtype=bool)
    return piece[first], box[first]


def _corner_beside(starts: Floats, stops: Floats, box: Ints, lanes: Floats, near: Floats, field: BoxField) -> Floats:
    """A free point beside a box: at its corner on the nearer side of the line, or else on the other."""
    along = stops - starts
    across = np.column_stack([-along[:, 1], along[:, 0]]) / (np.hypot(along[:, 0], along[:, 1]) + 1e-9)[:, None]
    side = np.where(((field.middles[box] - starts) * across).sum(axis=1) > 0, -near, near)
    options: list[Floats] = []
    for sign, more in ((1.0, 0.0), (-1.0, 0.0), (1.0, 8.0), (-1.0, 8.0), (1.0, 20.0), (-1.0, 20.0)):
        out = across * (side * sign)[:, None]
        options.append(field.middles[box] + np.sign(out) * (field.half[box] + (lanes + more)[:, None] * 0.8))
    result = options[0].copy()
    waiting = field.taken(result)
    for option in options[1:]:
        fits = waiting & ~field.taken(option)
        result[fits] = option[fits]
        waiting &= ~fits
    return result


def _prune(ways: list[list[Point]], ends: Ints, field: BoxField, odd: int) -> None:
    """Take out every second corner where the way is clear without it."""
    tested = [(i, k) for i, way in enumerate(ways) for k in range(1 + odd, len(way) - 1, 2)]
    if not tested:
        return
    shortcuts = _Lines([[ways[i][k - 1], ways[i][k + 1]] for i, k in tested], _allowed(ways, ends, tested), field)
    needed = set(shortcuts.owner[shortcuts.hits()[0]].tolist())
    for number in range(len(tested) - 1, -1, -1):
        i, k = tested[number]
        if number not in needed and len(ways[i]) > 3:
            del ways[i][k]


def _allowed(ways: Sequence[Sequence[Any]], ends: Ints, tested: Sequence[tuple[int, int]]) -> Array:
    """The boxes that each shortcut may touch: the link's own, where it begins and where it ends."""
    return np.array(
        [(ends[i, 0] if k == 1 else -1, ends[i, 1] if k == len(ways[i]) - 2 else -1) for i, k in tested]
    ).reshape(-1, 2)
