"""How links run between the columns of the lanes: across gutters, and through the gaps between boxes on their way.

A link leaves and enters boxes at their sides. Where it passes a column it runs level through a gap, so that nothing
ever runs under a box; links that share a gap lie beside each other, in the order in which they come and go. Corners
are to be rounded. One pass of plain arithmetic, however large the map.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from evmap.layout.pieces import Pieces, whole
from evmap.model import Link, Point, Rect

_STUB = 12.0
"""So far beyond the boxes of a column a line runs level before it turns."""

_OFF_BOX = 5.0
_APART = 6.0
"""Lines in one gap are so far apart where it has the room."""

_MARGIN = 46.0
"""So far above and below the boxes of a column lines may pass it."""

_CROWDING = 7.0
_OUTSIDE = 40.0
_PORTS = 0.64
"""The share of a box's side that lines leave from."""

_SOME = 40
"""So many links are led along at a time."""

_BOW, _BOW_STEP, _MOST_BOWS = 16.0, 6.0, 6


class Column(Struct, frozen=True):
    """One column: its concepts from top to bottom, and where its widest box begins and ends."""

    names: tuple[str, ...]
    left: float
    right: float


class _Gap(Struct):
    """A way through a column, and the links that take it."""

    low: float
    high: float
    outside: bool = False
    links: list[int] = []

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    def nearest(self, y: float) -> float:
        return min(max(y, self.low), self.high)


class _Way(Struct):
    """A link on its way: from column to column, by the gaps that it passes."""

    link: Link
    first: int
    last: int
    wish: list[float] = []
    gaps: list[_Gap] = []
    levels: list[float] = []

    @property
    def forwards(self) -> bool:
        return self.last >= self.first


def route_lanes(
    columns: Sequence[Column], boxes: Mapping[str, Rect], links: Iterable[Link]
) -> dict[str, tuple[Point, ...]]:
    """The path of every link, from its subject's border to its object's.

    Args:
        columns: from left to right.
        boxes: the box of each concept.
        links: links whose two ends differ and have a box.
    """
    return whole(routed_lanes(columns, boxes, links))


def routed_lanes(
    columns: Sequence[Column], boxes: Mapping[str, Rect], links: Iterable[Link]
) -> Pieces[dict[str, tuple[Point, ...]]]:
    """Do what :func:`route_lanes` does, in pieces."""
    at = {name: place for place, column in enumerate(columns) for name in column.names}
    gaps = [_gaps(column, boxes) for column in columns]
    ways = [_Way(link, at[link.subject], at[link.object], [], [], []) for link in links]
    yield
    for number, way in enumerate(ways):
        _choose(way, number, gaps, _middle(boxes[way.link.subject]), _middle(boxes[way.link.object]))
        if number % _SOME == _SOME - 1:
            yield
    yield from _spread(ways)
    ports = yield from _ports(ways, boxes)
    bows = _bows(ways, boxes)
    paths: dict[str, tuple[Point, ...]] = {}
    for number, way in enumerate(ways):
        paths[way.link.id] = _path(number, way, columns, boxes, ports, bows)
        if number % _SOME == _SOME - 1:
            yield
    return paths


def _gaps(column: Column, boxes: Mapping[str, Rect]) -> list[_Gap]:
    rects = [boxes[name] for name in column.names]
    edges = [(y, y + h) for _, y, _, h in rects]
    top, bottom = edges[0][0] - _OFF_BOX, edges[-1][1] + _OFF_BOX
    between = [_Gap(a[1] + _OFF_BOX, max(b[0] - _OFF_BOX, a[1] + _OFF_BOX), links=[]) for a, b in pairwise(edges)]
    above = _Gap(top - _MARGIN, top, outside=True, links=[])
    return [above, *between, _Gap(bottom, bottom + _MARGIN, outside=True, links=[])]


def _choose(way: _Way, number: int, gaps: Sequence[Sequence[_Gap]], start: float, end: float) -> None:
    """Take the gap nearest to the straight line in every column on the way; a crowded one is farther away."""
    step = 1 if way.forwards else -1
    y, left = start, abs(way.last - way.first)
    for column in range(way.first + step, way.last, step):
        wish = y + (end - y) / left
        gap = min(_near(gaps[column], wish), key=lambda gap: _cost(gap, wish))
        gap.links.append(number)
        way.gaps.append(gap)
        way.wish.append(wish)
        y, left = gap.nearest(wish), left - 1


def _near(gaps: Sequence[_Gap], y: float) -> Sequence[_Gap]:
    """The few gaps about a height."""
    at = bisect_left(gaps, y, key=lambda gap: gap.middle)
    return gaps[max(at - 2, 0) : at + 2]


def _cost(gap: _Gap, y: float) -> float:
    full = len(gap.links) * _APART / max(gap.high - gap.low, 1.0)
    return abs(gap.nearest(y) - y) + _CROWDING * _CROWDING * full + _OUTSIDE * gap.outside


def _spread(ways: Sequence[_Way]) -> Pieces[None]:
    """Give each link its level in every gap: beside the others, in the order in which they come and go."""
    for way in ways:
        way.levels = [0.0] * len(way.gaps)
    seats: dict[int, list[tuple[float, int, int]]] = {}
    gaps: dict[int, _Gap] = {}
    for number, way in enumerate(ways):
        for place, (gap, wish) in enumerate(zip(way.gaps, way.wish, strict=True)):
            gaps[id(gap)] = gap
            seats.setdefault(id(gap), []).append((wish, number, place))
        if number % (8 * _SOME) == 0:
            yield
    for at, (key, taken) in enumerate(seats.items()):
        if at % _SOME == 0:
            yield
        gap = gaps[key]
        taken.sort()
        apart = min(_APART, (gap.high - gap.low) / max(len(taken) - 1, 1))
        reach = apart * (len(taken) - 1)
        # The bundle lies where its links want to pass, as far as the gap lets it.
        wish = sum(each[0] for each in taken) / len(taken)
        first = min(max(wish - reach / 2, gap.low), gap.high - reach)
        for seat, (_, number, place) in enumerate(taken):
            ways[number].levels[place] = first + seat * apart


def _ports(ways: Sequence[_Way], boxes: Mapping[str, Rect]) -> Pieces[dict[tuple[int, bool], float]]:
    """At which height each link leaves its subject and enters its object; in order, so that they do not cross there."""
    sides: dict[tuple[str, bool], list[tuple[float, int, bool]]] = {}
    for number, way in enumerate(ways):
        subject, end = way.link.subject, way.link.object
        beyond = way.levels[0] if way.levels else _middle(boxes[end])
        before = way.levels[-1] if way.levels else _middle(boxes[subject])
        on_right = way.last >= way.first
        sides.setdefault((subject, on_right), []).append((beyond, number, True))
        sides.setdefault((end, way.last <= way.first), []).append((before, number, False))
        if number % (8 * _SOME) == 0:
            yield
    ports: dict[tuple[int, bool], float] = {}
    for at, ((name, _), taken) in enumerate(sides.items()):
        if at % (4 * _SOME) == 0:
            yield
        taken.sort()
        _, y, _, h = boxes[name]
        apart = min(h * _PORTS / max(len(taken) - 1, 1), 9.0)
        first = y + h / 2 - apart * (len(taken) - 1) / 2
        for seat, (_, number, leaving) in enumerate(taken):
            ports[number, leaving] = first + seat * apart
    return ports


def _bows(ways: Sequence[_Way], boxes: Mapping[str, Rect]) -> dict[str, float]:
    """How far links within a column bow out: short ones least, those beside each other farther and farther."""
    reaches: dict[int, list[tuple[float, str, float, float]]] = {}
    for way in ways:
        if way.first == way.last:
            low, high = sorted((_middle(boxes[way.link.subject]), _middle(boxes[way.link.object])))
            reaches.setdefault(way.first, []).append((high - low, way.link.id, low, high))
    bows: dict[str, float] = {}
    for mine in reaches.values():
        levels: list[tuple[int, float, float]] = []
        for _, link, low, high in sorted(mine):
            taken = {level for level, top, bottom in levels if low <= bottom and top <= high}
            level = next(level for level in range(len(taken) + 1) if level not in taken)
            levels.append((level, low, high))
            bows[link] = _BOW + _BOW_STEP * min(level, _MOST_BOWS)
    return bows


def _path(
    number: int,
    way: _Way,
    columns: Sequence[Column],
    boxes: Mapping[str, Rect],
    ports: Mapping[tuple[int, bool], float],
    bows: Mapping[str, float],
) -> tuple[Point, ...]:
    """The corners of one link's path."""
    subject, end = boxes[way.link.subject], boxes[way.link.object]
    leaving, entering = ports[number, True], ports[number, False]
    if way.first == way.last:
        out = columns[way.first].right + bows[way.link.id]
        path = (_right(subject), leaving), (out, leaving), (out, entering), (_right(end), entering)
        return _rounded_off(path)
    forwards = way.forwards
    points = [(_right(subject) if forwards else subject[0], leaving), _beyond(columns[way.first], forwards, leaving)]
    step = 1 if forwards else -1
    for column, level in zip(range(way.first + step, way.last, step), way.levels, strict=True):
        points += [_beyond(columns[column], not forwards, level), _beyond(columns[column], forwards, level)]
    points += [_beyond(columns[way.last], not forwards, entering), (end[0] if forwards else _right(end), entering)]
    return _rounded_off(points)


def _beyond(column: Column, on_right: bool, y: float) -> Point:
    """Just beside a column."""
    return (column.right + _STUB if on_right else column.left - _STUB, y)


def _right(rect: Rect) -> float:
    return rect[0] + rect[2]


def _rounded_off(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in points)


def _middle(rect: Rect) -> float:
    return rect[1] + rect[3] / 2
