"""Boxes spread along a rounded frame around one in the middle, as near to their own directions as can be."""

import math
from collections.abc import Iterable, Mapping, Sequence

from evmap.layout.geometry import around as rect_around
from evmap.layout.geometry import centre, overlap
from evmap.model import Point, Rect

Size = tuple[float, float]

_CORNER = 0.11  # radius of the frame's corners, as a share of its height
_GAP = 10.0
_STEP = 6.0  # the frame is walked in steps of this length
_ROUGHLY, _FINELY = 2, 6  # so often the widest gap is halved down to
_TURNS = 12
_ROOMY = ((1.0, 1.0), (1.0, 0.6), (0.9, 0.3), (0.8, 0.1), (0.6, 0.0), (0.3, 0.0))
"""Shares of the room that phrases need where a neighbour has several links, and where it has one; most wanted first."""
_OUT = 0.8  # phrases that need room find it so far out, as a share of the way
_SLANTED = 0.3
_STAGGERED = 0.8
_ENOUGH = 56.0  # lines farther apart than this look astray
_BETWEEN = 5.0  # phrases and lines beside them are so far apart
_OFF_MIDDLE = 60.0  # the middle has so much room at least


class Ring:
    """The boxes that stand around one, in their order.

    Args:
        sizes: width and height of each box.
        wanted: the direction in which each would stand, in radians.
        middle: width and height of the box in the middle.

    Attributes:
        middle: the box in the middle, round the origin.
        mean: the mean width and height of a box.
    """

    def __init__(self, sizes: Mapping[str, Size], wanted: Sequence[float], middle: Size) -> None:
        self._sizes = sizes
        self._wanted = wanted
        self.middle = rect_around((0.0, 0.0), *middle)
        self.mean = tuple(sum(size[axis] for size in sizes.values()) / len(sizes) for axis in (0, 1))
        self._turn: float | None = None

    def boxes(
        self, frame: Size, phrases: Mapping[str, Sequence[Sequence[Size]]], aside: float = 0.0
    ) -> dict[str, Rect] | None:
        """The boxes along a frame round the origin, or nothing if there is not room for all.

        How far they are turned is decided on the first frame that has room; a larger one keeps that, or is turned so
        far aside of it, as a share of the step between the turns that were compared. Where the
        phrases of a box's links, which may take these sizes, need more room than the box, it is left if it is there.
        """
        path = _perimeter(frame)
        if self._turn is None:
            self._turn = self._best_turn(path)
        if self._turn is None:
            return None
        turn = (self._turn + aside / _TURNS) % 1.0
        boxes = self._turned(path, turn, list(self._sizes.values()), _FINELY)
        if boxes is None:
            return None
        for shares in _ROOMY:
            roomy = self._turned(path, turn, _rooms(boxes, phrases, frame, shares), _FINELY)
            if roomy is not None:
                return roomy
        return boxes

    def _best_turn(self, path: Sequence[Point]) -> float | None:
        """How far round the frame the first box stands, as a share, so that all are most nearly where they would be."""
        best: tuple[float, float] | None = None
        for turn in (step / _TURNS for step in range(_TURNS)):
            boxes = self._turned(path, turn, list(self._sizes.values()), _ROUGHLY)
            if boxes is None:
                continue
            off = sum(self._aside(boxes.values()))
            if best is None or off < best[0]:
                best = off, turn
        return None if best is None else best[1]

    def _aside(self, rects: Iterable[Rect]) -> Iterable[float]:
        """How far each box is from its own direction, squared."""
        for (x, y), angle in zip(map(centre, rects), self._wanted, strict=True):
            yield math.remainder(math.atan2(y, x) - angle, math.tau) ** 2

    def _turned(
        self, path: Sequence[Point], turn: float, rooms: Sequence[Size], halvings: int
    ) -> dict[str, Rect] | None:
        """The boxes in the middle of their rooms along a path that begins so far round it."""
        start = int(turn * len(path))
        spread = _spread(rooms, [*path[start:], *path[:start]], halvings)
        if spread is None:
            return None
        rects = [rect_around(centre(room), *size) for room, size in zip(spread, self._sizes.values(), strict=True)]
        if any(overlap(rect, self.middle, _OFF_MIDDLE) for rect in rects):
            return None
        return dict(zip(self._sizes, rects, strict=True))


def _rooms(
    boxes: Mapping[str, Rect], phrases: Mapping[str, Sequence[Sequence[Size]]], frame: Size, shares: tuple[float, float]
) -> list[Size]:
    """The room that each box wants on the frame, with a share of what its phrases need beyond it."""
    rooms: list[Size] = []
    for name, box in boxes.items():
        (x, y), (w, h) = map(abs, centre(box)), box[2:]
        span = math.hypot(x, y) or 1.0
        alone = len(phrases[name]) == 1
        share = shares[alone]
        wanted = needed(phrases[name], x / span, y / span) * (1.0 if alone else _STAGGERED) / _OUT - _GAP
        if x * frame[1] > y * frame[0]:  # at the left or right
            h += share * max(0.0, wanted / max(x / span, _SLANTED) - h)
        else:
            w += share * max(0.0, wanted / max(y / span, _SLANTED) - w)
        rooms.append((w, h))
    return rooms


def needed(phrases: Sequence[Sequence[Size]], ux: float, uy: float) -> float:
    """How far apart the lines on both sides of some lines are to be, for their phrases, all in this direction."""
    return sum(min(_ENOUGH, *(w * abs(uy) + h * abs(ux) for w, h in sizes)) + _BETWEEN for sizes in phrases)


def _spread(rooms: Sequence[Size], path: Sequence[Point], halvings: int) -> list[Rect] | None:
    """The boxes along a closed path with the widest even gap that fits, ``None`` if not even the smallest does."""
    narrow, wide = _GAP, max(_GAP, len(path) * _STEP / len(rooms))
    fitting = _march(rooms, path, narrow)
    if fitting is None:
        return None
    for _ in range(halvings):
        gap = (narrow + wide) / 2
        found = _march(rooms, path, gap)
        if found is None:
            wide = gap
        else:
            narrow, fitting = gap, found
    return fitting


def _march(rooms: Sequence[Size], path: Sequence[Point], gap: float) -> list[Rect] | None:
    """Walk along a closed path and set each box down as soon as it is clear of the one before."""
    rects: list[Rect] = []
    at = 0
    for w, h in rooms:
        while at < len(path):
            x, y = path[at][0] - w / 2, path[at][1] - h / 2
            deep = max(_depth(x, y, w, h, rects[-1]), _depth(x, y, w, h, rects[0])) + gap if rects else 0.0
            if deep <= 0:
                break
            at += max(1, int(deep / _STEP))  # fewer steps would not do
        else:
            return None
        rects.append((x, y, w, h))
    clear = all(not overlap(a, b, _GAP) for i, a in enumerate(rects) for b in rects[:i])
    return rects if clear else None


def _depth(x: float, y: float, w: float, h: float, other: Rect) -> float:
    """How far a box has to move at least to be clear of another; not above 0 if it is."""
    left, top, wide, high = other
    return min(x + w - left, left + wide - x, y + h - top, top + high - y)


def _perimeter(frame: Size) -> list[Point]:
    """Points at even steps along a rounded rectangle round the origin, clockwise from the middle of the right side."""
    width, height = frame
    radius = _CORNER * height
    x, y = width / 2 - radius, height / 2 - radius
    points: list[Point] = []
    for corner, (cx, cy) in enumerate(((x, y), (-x, y), (-x, -y), (x, -y))):
        first = corner * math.pi / 2
        steps = max(2, int(radius * math.pi / 2 / _STEP))
        for step in range(steps):
            angle = first + math.pi / 2 * step / steps
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
        end = (cx + radius * math.cos(first + math.pi / 2), cy + radius * math.sin(first + math.pi / 2))
        side = 2 * x if corner % 2 == 0 else 2 * y
        dx, dy = ((-1, 0), (0, -1), (1, 0), (0, 1))[corner]
        points += [(end[0] + dx * way * _STEP, end[1] + dy * way * _STEP) for way in range(int(side / _STEP))]
    return points
