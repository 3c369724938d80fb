"""All that is drawn on a bench, to be asked what a link that took another way would touch."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from evmap.layout.geometry import Grid, Walk, around, crossing, grown, overlap, path_hits, rounded
from evmap.layout.routing.routes import CLEARANCE, Path
from evmap.model import Link, Point, Rect

_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.12, 0.88)
_GAP = 2.0
_ON_TOP, _FOR_SO_LONG = 3.0, 11.0  # lines so near to each other for such a length lie on each other
_LONG = 80.0

_Piece = tuple[Point, Point, float, float, float, float]
"""A straight piece of a path and the rectangle that it lies in: from x to x, from y to y."""


class Bench:
    """All that is drawn, to be asked what would be touched."""

    def __init__(self, boxes: Mapping[str, Rect], routes: dict[str, Path], phrases: dict[str, Rect]) -> None:
        self.boxes, self.routes, self.phrases = boxes, routes, phrases
        self.paths: dict[str, Path] = {link: rounded(route) for link, route in routes.items()}
        self._boxes: Grid[str] = Grid()
        self._texts: Grid[str] = Grid()
        self._lines: Grid[str] = Grid()
        self._pieces: dict[str, list[_Piece]] = {}
        for name, rect in boxes.items():
            self._boxes.add_rect(name, grown(rect, CLEARANCE))
        for link in routes:
            self._enter(link)

    def _enter(self, link: str) -> None:
        # What a link leaves behind in the grids does no harm: whoever is found there is asked where it is now.
        self._texts.add_rect(link, grown(self.phrases[link], _GAP))
        path = self.paths[link]
        self._pieces[link] = _pieces(path)
        for a, b in pairwise(path):
            self._lines.add_segment(link, a, b)

    def replace(self, link: str, route: Path, path: Path, rect: Rect) -> None:
        """Draw a link anew."""
        self.routes[link], self.paths[link], self.phrases[link] = route, path, rect
        self._enter(link)

    def covered(self, link: str, path: Sequence[Point]) -> set[str]:
        """The links whose phrases a path would lie under."""
        near = self._beside(self._texts, path)
        return {other for other in near if other != link and path_hits(path, self.phrases[other])}

    def hits_box(self, link: Link, path: Sequence[Point]) -> bool:
        """Whether a path would come too near to a foreign box."""
        near = self._beside(self._boxes, path)
        return any(path_hits(path, grown(self.boxes[name], CLEARANCE)) for name in near - {link.subject, link.object})

    def crossings(self, link: str, path: Sequence[Point]) -> int:
        """How often a path would cross others; corners need not be rounded for that."""
        near = self._beside(self._lines, path)
        return sum(_crossings(path, self.routes[other]) for other in near if other != link)

    def blocked(self, link: str, rect: Rect) -> bool:
        """Whether a phrase would stand on a box or on another phrase."""
        wide = grown(rect, _GAP)
        return any(overlap(rect, self.boxes[name], _GAP) for name in self._boxes.near(wide)) or any(
            other != link and overlap(rect, self.phrases[other], _GAP) for other in self._texts.near(wide)
        )

    def unclean(self, link: str, rect: Rect) -> int:
        """How many other links would run under a phrase."""
        return sum(other != link and path_hits(self.paths[other], rect) for other in self._lines.near(rect))

    def on_top(self, link: str, path: Sequence[Point]) -> float:
        """On how many others a path would lie for a while; a long while counts up to three times."""
        near = self._beside(self._lines, path)
        pieces = _pieces(path)
        shared = (_shared(pieces, self._pieces[other]) for other in near if other != link)
        return sum(1.0 + min(2.0, length / _LONG) for length in shared if length > _FOR_SO_LONG)

    def place(
        self, link: str, path: Sequence[Point], sizes: Sequence[tuple[float, float]], limit: float
    ) -> Rect | None:
        """A place for a link's phrase on a path, with fewer than so many other links under it."""
        walk = Walk(path)
        best: tuple[int, Rect] | None = None
        for size in sizes:
            for share in _SHARES:
                rect = around(walk.at(share), *size)
                if not self.blocked(link, rect):
                    spoilt = self.unclean(link, rect)
                    if spoilt == 0:
                        return rect
                    if spoilt < limit and (best is None or spoilt < best[0]):
                        best = spoilt, rect
        return best and best[1]

    @staticmethod
    def _beside(grid: Grid[str], path: Sequence[Point]) -> set[str]:
        return set[str]().union(*(grid.beside(a, b) for a, b in pairwise(path)))


def _crossings(path: Sequence[Point], other: Sequence[Point]) -> int:
    return sum(crossing(a, b, c, d) is not None for a, b in pairwise(path) for c, d in pairwise(other))


def _pieces(path: Sequence[Point]) -> list[_Piece]:
    """The straight pieces of a path."""
    return [(c, d, min(c[0], d[0]), max(c[0], d[0]), min(c[1], d[1]), max(c[1], d[1])) for c, d in pairwise(path)]


def _shared(path: Sequence[_Piece], other: Sequence[_Piece]) -> float:
    """The longest way that two paths run on top of each other."""
    longest = 0.0
    for a, b, first_x, last_x, first_y, last_y in path:
        size = math.dist(a, b)
        if size < _FOR_SO_LONG:
            continue  # of a rounded corner: too short to lie on anything for a while
        left, right, top, bottom = first_x - _ON_TOP, last_x + _ON_TOP, first_y - _ON_TOP, last_y + _ON_TOP
        for c, d, low_x, high_x, low_y, high_y in other:
            if left <= high_x and low_x <= right and top <= high_y and low_y <= bottom:
                longest = max(longest, _strip_shared(a, b, size, c, d))
    return longest


def _strip_shared(a: Point, b: Point, size: float, c: Point, d: Point) -> float:
    """How much of a piece of that length has another beside it, nearer than lines may be."""
    x, y = (b[0] - a[0]) / size, (b[1] - a[1]) / size
    off_c, off_d = (c[1] - a[1]) * x - (c[0] - a[0]) * y, (d[1] - a[1]) * x - (d[0] - a[0]) * y
    if min(off_c, off_d) > _ON_TOP or max(off_c, off_d) < -_ON_TOP:
        return 0.0
    on_c, on_d = (c[0] - a[0]) * x + (c[1] - a[1]) * y, (d[0] - a[0]) * x + (d[1] - a[1]) * y
    low, high = _within(off_c, off_d)
    first, last = on_c + (on_d - on_c) * low, on_c + (on_d - on_c) * high
    return min(max(first, last), size) - max(min(first, last), 0.0)


def _within(start: float, end: float) -> tuple[float, float]:
    """Between which shares of its way a value that runs from start to end lies near 0."""
    run = end - start
    if abs(run) < 1e-9:
        return 0.0, 1.0
    one, other = (-_ON_TOP - start) / run, (_ON_TOP - start) / run
    return max(0.0, min(one, other)), min(1.0, max(one, other))
