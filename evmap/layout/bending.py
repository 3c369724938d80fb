"""Bending straight links a little, so that they pass beside a phrase that they would run under."""

import math
from collections.abc import Mapping, Sequence

from evmap.layout.geometry import Grid, Walk, around, centre, crossing, grown, leave, overlap, path_hits, rounded
from evmap.layout.routes import CLEARANCE, Path
from evmap.model import Link, Point, Rect

_OUT = (10.0, 16.0, 23.0, 31.0, 40.0, 52.0)  # how far the corner lies beside the straight line
_STEEPEST = 0.2  # but no farther than this share of the link's length
_CORNERS = (0.5, 0.35, 0.65, 0.25, 0.75)
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.12, 0.88)
_GAP = 2.0


def bend_clear(
    boxes: Mapping[str, Rect],
    links: Sequence[Link],
    routes: dict[str, Path],
    phrases: dict[str, Rect],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
) -> None:
    """Bend links that lie under a phrase of another, where that costs no crossing and no phrase its place.

    Args:
        boxes: the box of each concept.
        links: all links.
        routes: the path of each link; bent ones are replaced.
        phrases: the place of each phrase; those of bent links move along.
        sizes: the sizes that each phrase may take.
    """
    bench = _Bench(boxes, routes, phrases)
    by_id = {link.id: link for link in links}
    for link_id in sorted(routes):
        if len(routes[link_id]) == 2 and bench.covered(link_id, bench.paths[link_id]):
            _bend(bench, by_id[link_id], sizes[link_id])


def _bend(bench: "_Bench", link: Link, sizes: Sequence[tuple[float, float]]) -> None:
    """Take the gentlest bend that serves."""
    start, end = bench.boxes[link.subject], bench.boxes[link.object]
    before = bench.crossings(link.id, bench.routes[link.id])
    trouble = len(bench.covered(link.id, bench.paths[link.id])) + bench.unclean(link.id, bench.phrases[link.id])
    for corner in _corners(centre(start), centre(end)):
        route = (leave(start, corner), corner, leave(end, corner))
        path = rounded(route)
        still = len(bench.covered(link.id, path))
        if still >= trouble or bench.hits_box(link, path) or bench.crossings(link.id, route) > before:
            continue
        rect = _place(bench, link.id, path, sizes, trouble - still)
        if rect is not None:
            bench.replace(link.id, route, path, rect)
            return


def _corners(a: Point, b: Point) -> list[Point]:
    """Where the corner of a bent link may lie, the gentlest bends first."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    span = math.hypot(dx, dy) or 1.0
    corners = []
    for out in _OUT:
        for share in _CORNERS:
            if out <= _STEEPEST * span * min(share, 1 - share) * 2:
                for side in (out / span, -out / span):
                    corners.append((a[0] + dx * share - dy * side, a[1] + dy * share + dx * side))
    return corners


def _place(
    bench: "_Bench", link_id: str, path: Sequence[Point], sizes: Sequence[tuple[float, float]], gain: int
) -> Rect | None:
    """A place for the bent link's own phrase that spoils less than the bend has gained."""
    walk = Walk(path)
    best: tuple[int, Rect] | None = None
    for size in sizes:
        for share in _SHARES:
            rect = around(walk.at(share), *size)
            if not bench.blocked(link_id, rect):
                spoilt = bench.unclean(link_id, rect)
                if spoilt == 0:
                    return rect
                if spoilt < gain and (best is None or spoilt < best[0]):
                    best = spoilt, rect
    return best and best[1]


class _Bench:
    """All that is drawn, to be asked what would be touched."""

    def __init__(self, boxes: Mapping[str, Rect], routes: dict[str, Path], phrases: dict[str, Rect]) -> None:
        self.boxes, self.routes, self.phrases = boxes, routes, phrases
        self.paths: dict[str, Path] = {link: rounded(route) for link, route in routes.items()}
        self._boxes: Grid[str] = Grid()
        self._texts: Grid[str] = Grid()
        self._lines: Grid[str] = Grid()
        for name, rect in boxes.items():
            self._boxes.add_rect(name, grown(rect, CLEARANCE))
        for link in routes:
            self._enter(link)

    def _enter(self, link: str) -> None:
        # What a link leaves behind in the grids does no harm: whoever is found there is asked where it is now.
        self._texts.add_rect(link, grown(self.phrases[link], _GAP))
        path = self.paths[link]
        for i in range(len(path) - 1):
            self._lines.add_segment(link, path[i], path[i + 1])

    def replace(self, link: str, route: Path, path: Path, rect: Rect) -> None:
        """Draw a link anew."""
        self.routes[link], self.paths[link], self.phrases[link] = route, path, rect
        self._enter(link)

    def covered(self, link: str, path: Sequence[Point]) -> set[str]:
        """The links whose phrases a path would lie under."""
        near = set[str]().union(*(self._texts.beside(path[i], path[i + 1]) for i in range(len(path) - 1)))
        return {other for other in near if other != link and path_hits(path, self.phrases[other])}

    def hits_box(self, link: Link, path: Sequence[Point]) -> bool:
        """Whether a path would come too near to a foreign box."""
        near = set[str]().union(*(self._boxes.beside(path[i], path[i + 1]) for i in range(len(path) - 1)))
        return any(path_hits(path, grown(self.boxes[name], CLEARANCE)) for name in near - {link.subject, link.object})

    def crossings(self, link: str, path: Sequence[Point]) -> int:
        """How often a path would cross others; corners need not be rounded for that."""
        near = set[str]().union(*(self._lines.beside(path[i], path[i + 1]) for i in range(len(path) - 1)))
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


def _crossings(path: Sequence[Point], other: Sequence[Point]) -> int:
    return sum(
        crossing(path[i], path[i + 1], other[k], other[k + 1]) is not None
        for i in range(len(path) - 1)
        for k in range(len(other) - 1)
    )
