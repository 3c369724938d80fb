"""Small questions about rectangles, and a grid that answers which of many touch a place. Plain numbers, no Qt."""

import math
from array import array
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import chain, pairwise
from operator import add
from typing import Protocol, overload

from evmap.layout.geometry import Grid, cells_along, segment_hits
from evmap.model import Point, Rect


def at_least(rect: Rect, size: float) -> Rect:
    """A rectangle grown about its middle to at least a size both ways."""
    more_w, more_h = max(size - rect[2], 0.0), max(size - rect[3], 0.0)
    return (rect[0] - more_w / 2, rect[1] - more_h / 2, rect[2] + more_w, rect[3] + more_h)


def contains(outer: Rect, inner: Rect) -> bool:
    """Whether a rectangle lies wholly in another."""
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


def scaled(rect: Rect, scale: float) -> Rect:
    """A rectangle of the map in screen pixels."""
    return (rect[0] * scale, rect[1] * scale, rect[2] * scale, rect[3] * scale)


def moved(rect: Rect, dx: float, dy: float) -> Rect:
    """A rectangle somewhere else."""
    return (rect[0] + dx, rect[1] + dy, rect[2], rect[3])


def union(rects: Iterable[Rect]) -> Rect | None:
    """The smallest rectangle round all of them; ``None`` if there are none."""
    boxes = list(rects)
    if not boxes:
        return None
    lefts, tops, widths, heights = zip(*boxes, strict=True)
    left, top = min(lefts), min(tops)
    return (left, top, max(map(add, lefts, widths)) - left, max(map(add, tops, heights)) - top)


class RectsAsAsked(Sequence[Rect]):
    """Many rectangles, each of which is only made when it is asked for."""

    def __init__(self, count: int, at: Callable[[int], Rect]) -> None:
        self._count, self._at = count, at

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Rect: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Rect]: ...

    def __getitem__(self, place: int | slice) -> Rect | Sequence[Rect]:
        if isinstance(place, slice):
            return [self._at(i) for i in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._at(place)


class PackedRects(Sequence[Rect]):
    """Many rectangles in a fifth of the memory."""

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._numbers = array("d", chain.from_iterable(rects))

    def __len__(self) -> int:
        return len(self._numbers) // 4

    @overload
    def __getitem__(self, place: int) -> Rect: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Rect]: ...

    def __getitem__(self, place: int | slice) -> Rect | Sequence[Rect]:
        if isinstance(place, slice):
            first, last, step = place.indices(len(self))
            numbers = iter(self._numbers[first * 4 : last * 4])
            return list(zip(numbers, numbers, numbers, numbers, strict=True))[::step]
        if not 0 <= place < len(self):
            raise IndexError(place)
        x, y, w, h = self._numbers[place * 4 : place * 4 + 4]
        return (x, y, w, h)


class Boxed(Protocol):
    """What has a box."""

    @property
    def rect(self) -> Rect:
        """Where it stands."""


class Crowd(Protocol):
    """What a rectangle may run into."""

    def hits(self, rect: Rect) -> bool:
        """Whether it does."""


class Lines:
    """Straight pieces of lines, asked whether any runs through a rectangle."""

    def __init__(self, cell: float) -> None:
        self._grid: Grid[tuple[Point, Point]] = Grid(cell)
        self._left = self._top = math.inf
        self._right = self._bottom = -math.inf

    def add(self, points: Sequence[Point]) -> None:
        """Keep a polyline."""
        for x, y in points:
            self._left, self._right = min(self._left, x), max(self._right, x)
            self._top, self._bottom = min(self._top, y), max(self._bottom, y)
        for a, b in pairwise(points):
            self._grid.add_segment((a, b), a, b)

    def hits(self, rect: Rect) -> bool:
        """Whether any line runs through a rectangle."""
        x, y, w, h = rect
        # Most are far from all lines, and hundreds are asked about for one frame.
        if x > self._right or y > self._bottom or x + w < self._left or y + h < self._top:
            return False
        for pieces in self._grid.cells(rect):
            for a, b in pieces:
                if segment_hits(a, b, rect):
                    return True
        return False


Kept = tuple[float, float, float, float, int]
"""Left, top, right and bottom of a rectangle, and its number."""


class RectGrid:
    """Rectangles with a number each, kept by the cells they touch."""

    def __init__(self, cell: float) -> None:
        self._cell = cell
        self._cells: dict[tuple[int, int], list[Kept]] = {}

    def add(self, rect: Rect, number: int = -1) -> None:
        """Keep a rectangle."""
        entry = (rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3], number)
        for cell in self._touched(rect):
            if cell in self._cells:
                self._cells[cell].append(entry)
            else:
                self._cells[cell] = [entry]

    def move(self, number: int, before: Rect, after: Rect) -> None:
        """A numbered rectangle is somewhere else now."""
        for cell in self._touched(before):
            self._cells[cell] = [entry for entry in self._cells[cell] if entry[4] != number]
        self.add(after, number)

    def hits(self, rect: Rect, gap: float = 0.0, but: Container[int] = ()) -> bool:
        """Whether any kept rectangle, but for those of some numbers, overlaps this one or comes nearer than a gap."""
        return self.one_that_hits(rect, gap, but) is not None

    def one_that_hits(self, rect: Rect, gap: float = 0.0, but: Container[int] = ()) -> Kept | None:
        """One of those, if there is any."""
        # Written out, because this is asked a thousand times for one frame.
        left, top = rect[0] - gap, rect[1] - gap
        right, bottom = rect[0] + rect[2] + gap, rect[1] + rect[3] + gap
        cell, cells = self._cell, self._cells
        rows = range(int(top // cell), int(bottom // cell) + 1)
        for i in range(int(left // cell), int(right // cell) + 1):
            for j in rows:
                for kept in cells.get((i, j), ()):
                    x1, y1, x2, y2, number = kept
                    if x1 < right and left < x2 and y1 < bottom and top < y2 and number not in but:
                        return kept
        return None

    def numbers(self, rect: Rect) -> list[int]:
        """The numbers of the kept rectangles that overlap this one, each once, lowest first."""
        left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
        near = (entry for cell in self._touched(rect) for entry in self._cells.get(cell, ()))
        return sorted({n for x1, y1, x2, y2, n in near if x1 < right and left < x2 and y1 < bottom and top < y2})

    def crossed(self, points: Sequence[Point]) -> set[int]:
        """The numbers of the kept rectangles that a polyline runs through."""
        size, cells = self._cell, self._cells
        found: set[int] = set()
        for a, b in pairwise(points):
            left, right = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
            top, bottom = (a[1], b[1]) if a[1] < b[1] else (b[1], a[1])
            for cell in cells_along(a, b, size):
                for x1, y1, x2, y2, number in cells.get(cell, ()):
                    near = x1 < right and left < x2 and y1 < bottom and top < y2 and number not in found
                    if near and segment_hits(a, b, (x1, y1, x2 - x1, y2 - y1)):
                        found.add(number)
        return found

    def _touched(self, rect: Rect) -> list[tuple[int, int]]:
        cell = self._cell
        left, right = int(rect[0] // cell), int((rect[0] + rect[2]) // cell)
        top, bottom = int(rect[1] // cell), int((rect[1] + rect[3]) // cell)
        return [(i, j) for i in range(left, right + 1) for j in range(top, bottom + 1)]
