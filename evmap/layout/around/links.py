"""The links around one concept: spokes that never cross, and bows between neighbours, drawn faintly."""

import math
from collections.abc import Mapping, Sequence

from evmap.layout.around.frame import Size, needed
from evmap.layout.geometry import centre, leave, path_hits
from evmap.layout.routing.routes import Path
from evmap.model import Link, Point, Rect

_GAP = 10.0
_INWARDS = 0.42  # a bow between two neighbours is drawn from halfway to this share of the way from the middle
_BOW_STEPS = 10
_KNEE = 0.72  # where the links of one neighbour bend together, as a share of the way
_WITHIN, _AT_BOX = 0.9, 15.0  # the share of a sector for a fan, and how far apart its ends are
_ASIDE = 0.62  # a spoke may arrive so far to the side of a box's middle, as a share of half its width
_ROUNDS = 24
_NEXT = (1, -1, 2, -2, 3, -3, 4, -4)
_BOLD = (1.0, 0.6, 0.3, 0.0)
_OFF_CORNERS = 0.75
_BOX_SHARE = 0.7  # of a box's narrower side at most for the ends of its links


def fans(
    boxes: Mapping[str, Rect], spokes: Sequence[Link], middle: str, sizes: Mapping[str, Sequence[Size]]
) -> tuple[dict[str, Path], int]:
    """The spokes, and how many of them run under a box.

    All lines come from the middle's centre, so that none crosses another on its way. They are straight, and those of
    one neighbour spread like a fan that keeps within its own sector. They make room for their phrases, which may take
    these sizes: each arrives at its box where it is farthest from the others.
    """
    groups: dict[str, list[Link]] = {name: [] for name in boxes if name != middle}
    for link in spokes:
        groups[link.object if link.subject == middle else link.subject].append(link)
    needs = {name: [sizes[link.id] for link in group] for name, group in groups.items()}
    aims = _aims({name: boxes[name] for name in groups}, needs)
    sectors = _sectors(aims)
    paths: dict[str, Path] = {}
    under = 0
    ring = list(groups)
    for at, (other, group) in enumerate(groups.items()):
        x, y = centre(boxes[other])
        others = [boxes[ring[(at + step) % len(ring)]] for step in _NEXT if len(ring) > 1]
        others = [box for box in others if box is not boxes[other]]
        for share in _BOLD:
            aim = x + (aims[other][0] - x) * share, y + (aims[other][1] - y) * share
            ends = _fan(boxes[other], aim, needs[other], sectors[other], share)
            fan = [_spoke(boxes[middle], corner, end, straight=len(group) == 1) for corner, end in ends]
            hits = sum(path_hits(path, box) for path in fan for box in others)
            if not hits:
                break
        under += hits
        for link, path in zip(group, fan, strict=True):
            paths[link.id] = path if link.subject == middle else path[::-1]
    return paths, under


def _spoke(middle: Rect, corner: Point, end: Point, *, straight: bool) -> Path:
    """One line outwards: straight, or by a corner."""
    return (leave(middle, end), end) if straight else (leave(middle, corner), corner, end)


def _aims(boxes: Mapping[str, Rect], needs: Mapping[str, Sequence[Sequence[Size]]]) -> dict[str, Point]:
    """The point of each box that its spokes lead to: its middle, or beside it, away from phrases that need room."""
    angles, halves, slack, spans = {}, {}, {}, {}
    for name, box in boxes.items():
        x, y = centre(box)
        span = spans[name] = math.hypot(x, y) or 1.0
        ux, uy = abs(x) / span, abs(y) / span
        angles[name] = math.atan2(y, x)
        halves[name] = needed(needs[name], ux, uy) / 2 / (_KNEE * span)
        slack[name] = _ASIDE * (box[2] * uy + box[3] * ux) / 2 / span
    ring = sorted(angles, key=lambda name: (angles[name], name))
    turned = dict.fromkeys(ring, 0.0)
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True)) if len(ring) > 1 else []
    for _ in range(_ROUNDS):
        for a, b in pairs:
            apart = (angles[b] - angles[a]) % math.tau + turned[b] - turned[a]
            missing = halves[a] + halves[b] - apart
            if missing > 0:
                turned[a] = max(turned[a] - missing / 2, -slack[a])
                turned[b] = min(turned[b] + missing / 2, slack[b])
    return {
        name: _off(*centre(box), math.cos(angles[name]), math.sin(angles[name]), math.tan(turned[name]) * spans[name])
        for name, box in boxes.items()
    }


def _sectors(aims: Mapping[str, Point]) -> dict[str, tuple[float, float]]:
    """How far the sector of each neighbour reaches to both sides of its own direction: half the way to the next."""
    angles = {name: math.atan2(y, x) for name, (x, y) in aims.items()}
    ring = sorted(angles, key=lambda name: (angles[name], name))
    halves = [
        min(math.pi, (angles[b] - angles[a]) % math.tau or math.tau) / 2
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)
    ]
    return dict(zip(ring, zip([halves[-1], *halves[:-1]], halves, strict=True), strict=True))


def _fan(
    box: Rect, aim: Point, sizes: Sequence[Sequence[Size]], sector: tuple[float, float], share: float
) -> list[tuple[Point, Point]]:
    """For each link of one neighbour the corner where its line turns, and where it arrives at the box."""
    x, y = aim
    span = math.hypot(x, y) or 1.0
    ux, uy = x / span, y / span
    needs = [needed([each], ux, uy) for each in sizes]
    across = [sum(needs[:rank]) + needs[rank] / 2 - sum(needs) / 2 for rank in range(len(needs))]
    limits = [_WITHIN * _KNEE * span * math.tan(min(side, 1.2)) for side in sector]
    shrink = share * min([1.0, *(limits[out > 0] / abs(out) for out in across if out)])
    spacing = min(_AT_BOX, _BOX_SHARE * min(box[2:]) / max(len(sizes) - 1, 1))
    ends: list[tuple[Point, Point]] = []
    for rank, out in enumerate(across):
        corner = _off(x * _KNEE, y * _KNEE, ux, uy, out * shrink)
        end = _off(x, y, ux, uy, (rank - (len(sizes) - 1) / 2) * spacing)
        ends.append((corner, _border(box, corner, _well_inside(box, end))))
    return ends


def _off(x: float, y: float, along_x: float, along_y: float, out: float) -> Point:
    """A point moved to the side of a direction."""
    return x - along_y * out, y + along_x * out


def _well_inside(rect: Rect, point: Point) -> Point:
    """The nearest point that is in a box, off its corners."""
    x, y = centre(rect)
    w, h = rect[2] / 2 * _OFF_CORNERS, rect[3] / 2 * _OFF_CORNERS
    return min(max(point[0], x - w), x + w), min(max(point[1], y - h), y + h)


def _border(rect: Rect, corner: Point, aim: Point) -> Point:
    """Where a line from a corner to a point in a box arrives at the box."""
    low, high = 0.0, 1.0
    for _ in range(16):  # the line enters once, so halving finds where
        share = (low + high) / 2
        point = corner[0] + (aim[0] - corner[0]) * share, corner[1] + (aim[1] - corner[1]) * share
        low, high = (low, share) if _holds(rect, point) else (share, high)
    return corner[0] + (aim[0] - corner[0]) * high, corner[1] + (aim[1] - corner[1]) * high


def bows(boxes: Mapping[str, Rect], among: Sequence[Link], middle: Rect) -> dict[str, tuple[Point, ...]]:
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
