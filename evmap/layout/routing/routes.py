"""The paths of links between boxes: straight, and a rounded detour only where a box is in the way.

Plain Python, so that the canvas can route the links of a concept that is being dragged.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from evmap.layout.geometry import Grid, centre, leave, length
from evmap.layout.pieces import Pieces, whole
from evmap.layout.routing.detours import Ground, Segment
from evmap.model import Link, Point, Rect

Path = tuple[Point, ...]

CLEARANCE = 4.0
"""A link that comes nearer to a foreign box than this is led around it."""

NARROWEST, WIDEST = 13.0, 60.0
"""How far the bows of links that join the same two concepts are apart."""

_NARROW = math.radians(4.0)  # links of one concept that leave it closer than this lie on each other


def route_links(
    boxes: Mapping[str, Rect],
    links: Iterable[Link],
    rooms: Mapping[str, tuple[float, float]] | None = None,
    detours: bool = True,
    known: Mapping[str, Path] | None = None,
) -> dict[str, Path]:
    """The visible path of every link from its subject's border to its object's; corners are to be rounded.

    Args:
        boxes: the box of each concept.
        links: links whose two ends both have a box and differ.
        rooms: the size of each link's phrase, so that links that join the same two concepts make room for theirs.
        known: detours found before that are still good, to save the search for them.
        detours: whether links are led around boxes; without it a link may run under a box, and all is quicker.

    Returns:
        Two points for a straight link, more for a detour.
    """
    return whole(routed_links(boxes, links, rooms, detours, known))


def routed_links(
    boxes: Mapping[str, Rect],
    links: Iterable[Link],
    rooms: Mapping[str, tuple[float, float]] | None = None,
    detours: bool = True,
    known: Mapping[str, Path] | None = None,
) -> Pieces[dict[str, Path]]:
    """Do what :func:`route_links` does, in pieces."""
    wanted = list(links)
    ground = Ground(boxes)
    paths: dict[str, Path] = {}
    for group in _pairs(wanted).values():
        paths.update(_fan(boxes, group, rooms or {}, ground))
    if detours:
        blocked = [link for link in wanted if ground.hit(paths[link.id], (link.subject, link.object), CLEARANCE)]
        lines: Grid[Segment] = Grid()
        for path in paths.values() if blocked else ():
            for i in range(len(path) - 1):
                lines.add_segment((path[i], path[i + 1]), path[i], path[i + 1])
        for link in blocked:
            yield
            if known and link.id in known:
                paths[link.id] = known[link.id]
            else:
                around = yield from ground.detour(link.subject, link.object, lines)
                paths[link.id] = around or paths[link.id]
        yield
        _bend_apart(boxes, wanted, paths, ground)
    return paths


def _pairs(links: Sequence[Link]) -> dict[tuple[str, str], list[Link]]:
    """Links by the two concepts that they join, whichever way they point."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        a, b = sorted((link.subject, link.object))
        groups.setdefault((a, b), []).append(link)
    return groups


def _fan(
    boxes: Mapping[str, Rect], group: Sequence[Link], rooms: Mapping[str, tuple[float, float]], ground: Ground
) -> dict[str, Path]:
    """The paths of the links that join the same two concepts: straight for one, bows beside each other for more."""
    a, b = sorted((group[0].subject, group[0].object))
    if len(group) == 1:
        return {group[0].id: _straight(boxes[group[0].subject], boxes[group[0].object])}
    (ax, ay), (bx, by) = centre(boxes[a]), centre(boxes[b])
    span = math.hypot(bx - ax, by - ay) or 1.0
    across = (-(by - ay) / span, (bx - ax) / span)
    # Phrases stand one after the other along the bows, so half of one has to fit between two bows.
    extents = [abs(across[0]) * w + abs(across[1]) * h for w, h in (rooms.get(link.id, (0.0, 0.0)) for link in group)]
    wide = min(max(max(extents) / 2 + 5.0, NARROWEST), WIDEST, span / 3)
    room = min(min(boxes[end][2], boxes[end][3]) for end in (a, b)) * 0.8
    paths = {}
    for i, link in enumerate(group):
        place = i - (len(group) - 1) / 2
        at_ends = place * min(NARROWEST, room / (len(group) - 1))
        forwards = link.subject == a
        bow = _bow(boxes[a], boxes[b], across, place * wide, at_ends)
        path = bow if forwards else bow[::-1]
        if ground.hit(path, (a, b), CLEARANCE):
            path = _straight(boxes[link.subject], boxes[link.object], (across[0] * at_ends, across[1] * at_ends))
        paths[link.id] = path
    return paths


def _bow(subject: Rect, target: Rect, across: Point, out: float, at_ends: float) -> Path:
    """A path that runs beside the straight line between two boxes, ``out`` pixels to its side."""
    (ax, ay), (bx, by) = centre(subject), centre(target)
    if abs(out - at_ends) < 1.0:
        return _straight(subject, target, (across[0] * out, across[1] * out))
    start = (ax + across[0] * at_ends, ay + across[1] * at_ends)
    end = (bx + across[0] * at_ends, by + across[1] * at_ends)
    leaving, arriving = _last_inside(subject, start, end), _last_inside(target, end, start)
    more = out - at_ends
    corners = [
        (
            leaving[0] + (arriving[0] - leaving[0]) * share + across[0] * more,
            leaving[1] + (arriving[1] - leaving[1]) * share + across[1] * more,
        )
        for share in (0.25, 0.75)
    ]
    return _last_inside(subject, start, corners[0]), *corners, _last_inside(target, end, corners[1])


def _straight(subject: Rect, target: Rect, offset: Point = (0.0, 0.0)) -> Path:
    """The straight line between two boxes' middles, moved by an offset, as far as it shows."""
    (ax, ay), (bx, by) = centre(subject), centre(target)
    start, end = (ax + offset[0], ay + offset[1]), (bx + offset[0], by + offset[1])
    return _last_inside(subject, start, end), _last_inside(target, end, start)


def _last_inside(rect: Rect, inside: Point, outside: Point) -> Point:
    """Where a line from a point inside a rectangle leaves it."""
    dx, dy = outside[0] - inside[0], outside[1] - inside[1]
    to_x = ((rect[0] + rect[2] if dx > 0 else rect[0]) - inside[0]) / dx if dx else math.inf
    to_y = ((rect[1] + rect[3] if dy > 0 else rect[1]) - inside[1]) / dy if dy else math.inf
    way = min(to_x, to_y)
    if way == math.inf:
        return inside
    return inside[0] + dx * way, inside[1] + dy * way


def _bend_apart(boxes: Mapping[str, Rect], links: Sequence[Link], paths: dict[str, Path], ground: Ground) -> None:
    """Bend one of two straight links that leave a concept in nearly the same direction."""
    touching: dict[str, list[Link]] = {}
    for link in links:
        touching.setdefault(link.subject, []).append(link)
        touching.setdefault(link.object, []).append(link)
    for concept, star in touching.items():
        middle = centre(boxes[concept])
        rays = sorted((_heading(middle, concept, link, paths[link.id]), link.id) for link in star)
        by_id = {link.id: link for link in star}
        for (angle, first), (next_angle, second) in zip(rays, [*rays[1:], *rays[:1]], strict=True):
            gap = (next_angle - angle) % math.tau
            straight = len(paths[first]) == 2 and len(paths[second]) == 2
            if first == second or gap >= _NARROW or not straight or _ends(by_id[first]) == _ends(by_id[second]):
                continue
            longer, sign = (second, 1.0) if length(paths[second]) > length(paths[first]) else (first, -1.0)
            link = by_id[longer]
            bent = _bent(boxes, link, sign if link.subject == concept else -sign)
            if not ground.hit(bent, (link.subject, link.object), CLEARANCE):
                paths[longer] = bent


def _heading(middle: Point, concept: str, link: Link, path: Path) -> float:
    """The direction in which a link leaves a concept's middle."""
    beyond = path[1] if link.subject == concept else path[-2]
    return math.atan2(beyond[1] - middle[1], beyond[0] - middle[0])


def _bent(boxes: Mapping[str, Rect], link: Link, sign: float) -> Path:
    """A path with one corner beside its middle, to the right of its direction for a positive sign."""
    a, b = centre(boxes[link.subject]), centre(boxes[link.object])
    span = math.dist(a, b) or 1.0
    out = sign * max(18.0, 0.07 * span) / span
    corner = ((a[0] + b[0]) / 2 - (b[1] - a[1]) * out, (a[1] + b[1]) / 2 + (b[0] - a[0]) * out)
    return leave(boxes[link.subject], corner), corner, leave(boxes[link.object], corner)


def _ends(link: Link) -> frozenset[str]:
    return frozenset((link.subject, link.object))
