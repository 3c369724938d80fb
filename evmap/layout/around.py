"""The view around one concept: its neighbours on a rounded frame, kinds together, every phrase readable."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from evmap.layout.boxes import concept_box, phrase_sizes
from evmap.layout.geometry import around as rect_around
from evmap.layout.geometry import bounds, centre, leave, overlap, path_hits, rounded
from evmap.layout.phrases import place_phrases
from evmap.layout.routes import Path
from evmap.model import Concept, ConceptMap, Kind, Link, LinkPlace, Places, Point, Rect

_AREA = 820.0 * 600.0
_ASPECT = 1.8
_CORNER = 0.16  # radius of the frame's corners, as a share of its height
_GAP = 10.0
_TWIN_ROOM = 24.0  # a neighbour with several links needs so much more room for each: their bows stand side by side
_INWARDS = 0.42  # a bow between two neighbours is drawn from halfway to this share of the way from the middle
_BOW_STEPS = 10
_STEP = 6.0  # the frame is walked in steps of this length
_KNEE, _AT_KNEE, _AT_BOX = 0.62, 26.0, 15.0  # where the links of one neighbour bend apart, how far there and at its box
_BOX_SHARE = 0.7  # of a box's narrower side at most for the ends of its links
_CLASH = 1e6  # no view is so small that phrases on each other or links under boxes would be better
_TURNS = 12
_TRIES, _MOST_TRIES = 4, 40
_LARGER = 1.04


class AroundView(Struct, frozen=True):
    """One concept in the middle of its neighbours.

    Attributes:
        concept: the concept in the middle.
        places: boxes, and the routes and phrases of the links shown.
        spokes: the links of the concept, all phrases readable.
        among: links between neighbours, to be drawn faintly and without phrases.
    """

    concept: str
    places: Places
    spokes: tuple[str, ...]
    among: tuple[str, ...]


def around(concept_map: ConceptMap, atlas: Places, concept_id: str, aspect: float = _ASPECT) -> AroundView:
    """The view around a concept; neighbours stand in the direction in which the Atlas has them, kind by kind.

    Args:
        concept_map: the map.
        atlas: where everything stands.
        concept_id: the concept in the middle.
        aspect: width over height of the frame, best that of the screen.
    """
    concepts = {concept.id: concept for concept in concept_map.concepts}
    degree = dict.fromkeys(concepts, 0)
    for link in concept_map.links:
        degree[link.subject] += 1
        degree[link.object] += 1
    sizes = {name: _size(concept, degree[name]) for name, concept in concepts.items()}
    spokes = [link for link in concept_map.links if concept_id in (link.subject, link.object)]
    ends = [link.object if link.subject == concept_id else link.subject for link in spokes]
    ring = _order([concepts[name] for name in dict.fromkeys(ends)], atlas, concept_id)
    among = [link for link in concept_map.links if {link.subject, link.object} <= set(ring)]
    rooms = _rooms(sizes, Counter(ends))
    frame = _first_frame(len(ring), aspect)
    places: Places | None = None
    worst = math.inf
    tries = 0
    while places is None or tries < (_TRIES if worst < _CLASH else _MOST_TRIES):
        boxes = _on_frame(ring, sizes, rooms, frame, atlas, concept_id)
        if boxes is not None:
            drawn = _link(boxes, spokes, (), concept_id)
            ill = _illegible(drawn, spokes, aspect)
            if ill < worst:
                places, worst = drawn, ill
            tries += 1
        frame = frame[0] * _LARGER, frame[1] * _LARGER
    boxes = places.concepts
    if among:
        places = _link(boxes, spokes, among, concept_id)
    return AroundView(concept_id, places, tuple(link.id for link in spokes), tuple(link.id for link in among))


def _rooms(sizes: Mapping[str, tuple[float, float]], times: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    """The room that each neighbour needs on the frame: its box, and more where several links arrive."""
    more = {name: _TWIN_ROOM * (count - 1) for name, count in times.items()}
    return {name: (sizes[name][0] + more[name], sizes[name][1] + more[name]) for name in times}


def _illegible(places: Places, spokes: Sequence[Link], aspect: float) -> float:
    """How hard a view is to read on a screen of that aspect: its size, what is hidden, phrases that are not clear."""
    whole = bounds([*places.concepts.values(), *(place.phrase for place in places.links.values())])
    paths = {link.id: rounded(places.links[link.id].points) for link in spokes}
    phrases = {link: places.links[link].phrase for link in paths}
    covered = sum(any(other != link and path_hits(paths[other], phrases[link]) for other in paths) for link in paths)
    under = any(
        path_hits(paths[link.id], rect)
        for link in spokes
        for name, rect in places.concepts.items()
        if name not in (link.subject, link.object)
    )
    clash = _CLASH if under or _phrases_clash(places, list(paths)) else 0.0
    share = covered / max(1, len(spokes))
    return max(whole[2] / aspect, whole[3]) * (1.0 + share) + clash


def _first_frame(neighbours: int, aspect: float) -> tuple[float, float]:
    """Few neighbours need less room, and are then seen larger."""
    area = _AREA * min(0.8, max(0.34, neighbours / 40))
    return math.sqrt(area * aspect), math.sqrt(area / aspect)


def _size(concept: Concept, degree: int) -> tuple[float, float]:
    box = concept_box(concept.name, concept.kind, degree)
    return box.w, box.h


def _order(neighbours: Sequence[Concept], atlas: Places, concept_id: str) -> list[str]:
    """The neighbours clockwise: kinds by the mean direction of their members, members by their own direction."""
    angles = {concept.id: _angle(atlas, concept_id, concept.id) for concept in neighbours}
    groups: dict[Kind, list[str]] = {}
    for concept in neighbours:
        groups.setdefault(concept.kind, []).append(concept.id)
    means = {kind: _mean([angles[name] for name in names]) for kind, names in groups.items()}
    ring: list[str] = []
    for kind in sorted(groups, key=lambda kind: (means[kind], kind)):
        # Directions are unwound round the mean of the kind, so that none jumps from the end to the beginning.
        middle = means[kind]
        ring += sorted(groups[kind], key=lambda name: (math.remainder(angles[name] - middle, math.tau), name))
    return ring


def _angle(atlas: Places, start: str, end: str) -> float:
    (ax, ay), (bx, by) = centre(atlas.concepts[start]), centre(atlas.concepts[end])
    return math.atan2(by - ay, bx - ax)


def _mean(angles: Sequence[float]) -> float:
    return math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))


def _on_frame(
    ring: Sequence[str],
    sizes: Mapping[str, tuple[float, float]],
    rooms: Mapping[str, tuple[float, float]],
    frame: tuple[float, float],
    atlas: Places,
    concept_id: str,
) -> dict[str, Rect] | None:
    """The boxes spread evenly along the frame, turned so that they stand most nearly where the Atlas has them."""
    middle = rect_around((0.0, 0.0), *sizes[concept_id])
    if not ring:
        return {concept_id: middle}
    path = _perimeter(frame)
    wanted = [_angle(atlas, concept_id, name) for name in ring]
    best: tuple[float, dict[str, Rect]] | None = None
    for start in range(0, len(path), max(1, len(path) // _TURNS)):
        turned = path[start:] + path[:start]
        spaced = _spread(ring, rooms, turned)
        if spaced is None:
            continue
        rects = [rect_around(centre(room), *sizes[name]) for name, room in zip(ring, spaced, strict=True)]
        if any(overlap(rect, middle, 60.0) for rect in rects):
            continue
        turns = (
            math.remainder(math.atan2(centre(rect)[1], centre(rect)[0]) - angle, math.tau)
            for rect, angle in zip(rects, wanted, strict=True)
        )
        off = sum(turn * turn for turn in turns)
        if best is None or off < best[0]:
            best = off, dict(zip(ring, rects, strict=True))
    return None if best is None else {concept_id: middle, **best[1]}


def _spread(ring: Sequence[str], sizes: Mapping[str, tuple[float, float]], path: Sequence[Point]) -> list[Rect] | None:
    """The boxes along a closed path with the widest even gap that fits, ``None`` if not even the smallest does."""
    narrow, wide = _GAP, max(_GAP, 2.0 * len(path) * _STEP / len(ring))
    fitting = _march(ring, sizes, path, narrow)
    if fitting is None:
        return None
    for _ in range(6):
        gap = (narrow + wide) / 2
        found = _march(ring, sizes, path, gap)
        if found is None:
            wide = gap
        else:
            narrow, fitting = gap, found
    return fitting


def _march(
    ring: Sequence[str], sizes: Mapping[str, tuple[float, float]], path: Sequence[Point], gap: float
) -> list[Rect] | None:
    """Walk along a closed path and set each box down as soon as it is clear of the one before."""
    rects: list[Rect] = []
    at = 0
    for name in ring:
        while at < len(path):
            rect = rect_around(path[at], *sizes[name])
            deep = max((_depth(rect, other, gap) for other in (*rects[-1:], *rects[:1])), default=0.0)
            if deep <= 0:
                break
            at += max(1, int(deep / _STEP))  # fewer steps would not do
        else:
            return None
        rects.append(rect)
    clear = all(not overlap(a, b, _GAP) for i, a in enumerate(rects) for b in rects[:i])
    return rects if clear else None


def _depth(a: Rect, b: Rect, gap: float) -> float:
    """How far a box has to move at least to be clear of another; not above 0 if it is."""
    across = min(a[0] + a[2] - b[0], b[0] + b[2] - a[0])
    return min(across, a[1] + a[3] - b[1], b[1] + b[3] - a[1]) + gap


def _perimeter(frame: tuple[float, float]) -> list[Point]:
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


def _link(boxes: Mapping[str, Rect], spokes: Sequence[Link], among: Sequence[Link], middle: str) -> Places:
    """Spokes with their phrases; the links among neighbours keep theirs for when they are pointed at."""
    sizes = {link.id: phrase_sizes(link.phrase) for link in (*spokes, *among)}
    routes = _fans(boxes, spokes, middle)
    phrases = place_phrases(routes, {link.id: sizes[link.id] for link in spokes}, list(boxes.values()))
    faint = _bows(boxes, among, boxes[middle])
    phrases |= place_phrases(faint, {link.id: sizes[link.id] for link in among}, list(boxes.values()), steps=5)
    return Places(dict(boxes), {link: LinkPlace(path, phrases[link]) for link, path in (routes | faint).items()})


def _fans(boxes: Mapping[str, Rect], spokes: Sequence[Link], middle: str) -> dict[str, Path]:
    """The spokes: straight, and those of one neighbour spread like a fan that keeps within the neighbour's own sector.

    All lines come from the middle's centre, so that none crosses another on its way.
    """
    groups: dict[str, list[Link]] = {}
    for link in spokes:
        groups.setdefault(link.object if link.subject == middle else link.subject, []).append(link)
    paths: dict[str, Path] = {}
    for other, group in groups.items():
        x, y = centre(boxes[other])
        span = math.hypot(x, y) or 1.0
        room = _AT_BOX * (len(group) - 1)
        spacing = _AT_BOX * min(1.0, _BOX_SHARE * min(boxes[other][2:]) / max(room, 1.0))
        for rank, link in enumerate(group):
            slot = rank - (len(group) - 1) / 2
            corner = _off(x * _KNEE, y * _KNEE, x / span, y / span, slot * _AT_KNEE)
            path: Path = (leave(boxes[middle], corner), corner, _border(boxes[other], corner, slot * spacing))
            if not slot:
                path = (leave(boxes[middle], (x, y)), leave(boxes[other], (0.0, 0.0)))
            paths[link.id] = path if link.subject == middle else path[::-1]
    return paths


def _off(x: float, y: float, along_x: float, along_y: float, out: float) -> Point:
    """A point moved to the side of a direction."""
    return x - along_y * out, y + along_x * out


def _border(rect: Rect, corner: Point, out: float) -> Point:
    """Where a line from a corner to a point beside a box's middle arrives at the box."""
    x, y = centre(rect)
    span = math.hypot(x, y) or 1.0
    aim = _off(x, y, x / span, y / span, out)
    low, high = 0.0, 1.0
    for _ in range(16):  # the line enters once, so halving finds where
        share = (low + high) / 2
        point = corner[0] + (aim[0] - corner[0]) * share, corner[1] + (aim[1] - corner[1]) * share
        low, high = (low, share) if _holds(rect, point) else (share, high)
    return corner[0] + (aim[0] - corner[0]) * high, corner[1] + (aim[1] - corner[1]) * high


def _bows(boxes: Mapping[str, Rect], among: Sequence[Link], middle: Rect) -> dict[str, tuple[Point, ...]]:
    """Links among neighbours as bows towards the middle, so that they do not run along the frame under its boxes."""
    paths: dict[str, tuple[Point, ...]] = {}
    seen: dict[frozenset[str], int] = {}
    for link in among:
        ends = frozenset((link.subject, link.object))
        seen[ends] = seen.get(ends, -1) + 1
        a, b = centre(boxes[link.subject]), centre(boxes[link.object])
        bend = _bend(a, b, middle, seen[ends])
        curve = [_on_curve(a, bend, b, step / _BOW_STEPS) for step in range(1, _BOW_STEPS)]
        free = [
            point for point in curve if not _holds(boxes[link.subject], point) and not _holds(boxes[link.object], point)
        ]
        inner = free or [bend]
        start, end = leave(boxes[link.subject], inner[0]), leave(boxes[link.object], inner[-1])
        paths[link.id] = (start, *inner, end)
    return paths


def _bend(a: Point, b: Point, middle: Rect, nth: int) -> Point:
    """Where a bow is drawn to: inwards from halfway, beside the middle if that is where it would lead."""
    x, y = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
    inwards = max(0.1, _INWARDS - 0.16 * nth)
    bend = (x * inwards, y * inwards)
    if abs(x) > middle[2] / 2 + _GAP or abs(y) > middle[3] / 2 + _GAP:
        return bend
    span = math.dist(a, b) or 1.0
    aside = (middle[2] + middle[3]) * (0.8 + 0.2 * nth)
    return x - (b[1] - a[1]) / span * aside, y + (b[0] - a[0]) / span * aside


def _on_curve(a: Point, bend: Point, b: Point, t: float) -> Point:
    p, q, r = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return p * a[0] + q * bend[0] + r * b[0], p * a[1] + q * bend[1] + r * b[1]


def _holds(rect: Rect, point: Point) -> bool:
    return rect[0] <= point[0] <= rect[0] + rect[2] and rect[1] <= point[1] <= rect[1] + rect[3]


def _phrases_clash(places: Places, spokes: Sequence[str]) -> bool:
    rects = [places.links[link].phrase for link in spokes]
    on_phrase = any(overlap(a, b) for i, a in enumerate(rects) for b in rects[:i])
    return on_phrase or any(overlap(rect, box) for rect in rects for box in places.concepts.values())
