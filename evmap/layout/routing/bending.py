"""Bending straight links a little, so that they pass beside a phrase that they would run under."""

import math
from collections.abc import Mapping, Sequence

from evmap.layout.geometry import centre, leave, rounded
from evmap.layout.routing.bench import Bench
from evmap.layout.routing.routes import Path
from evmap.model import Link, Point, Rect

_OUT = (10.0, 16.0, 23.0, 31.0, 40.0, 52.0)  # how far the corner lies beside the straight line
_STEEPEST = 0.2  # but no farther than this share of the link's length
_CORNERS = (0.5, 0.35, 0.65, 0.25, 0.75)


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
    bench = Bench(boxes, routes, phrases)
    by_id = {link.id: link for link in links}
    for link_id in sorted(routes):
        if len(routes[link_id]) == 2 and bench.covered(link_id, bench.paths[link_id]):
            _bend(bench, by_id[link_id], sizes[link_id])


def _bend(bench: Bench, link: Link, sizes: Sequence[tuple[float, float]]) -> None:
    """Take the gentlest bend that serves."""
    start, end = bench.boxes[link.subject], bench.boxes[link.object]
    before = bench.crossings(link.id, bench.routes[link.id])
    lying = bench.on_top(link.id, bench.paths[link.id])
    trouble = len(bench.covered(link.id, bench.paths[link.id])) + bench.unclean(link.id, bench.phrases[link.id])
    for corner in gentle_corners(centre(start), centre(end)):
        route = (leave(start, corner), corner, leave(end, corner))
        path = rounded(route)
        still = len(bench.covered(link.id, path))
        if still >= trouble or bench.hits_box(link, path) or bench.crossings(link.id, route) > before:
            continue
        if bench.on_top(link.id, path) > lying:
            continue
        rect = bench.place(link.id, path, sizes, trouble - still)
        if rect is not None:
            bench.replace(link.id, route, path, rect)
            return


def gentle_corners(a: Point, b: Point) -> list[Point]:
    """Where the corner of a bent link between two points may lie, the gentlest bends first."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    span = math.hypot(dx, dy) or 1.0
    corners = []
    for out in _OUT:
        for share in _CORNERS:
            if out <= _STEEPEST * span * min(share, 1 - share) * 2:
                for side in (out / span, -out / span):
                    corners.append((a[0] + dx * share - dy * side, a[1] + dy * share + dx * side))
    return corners
