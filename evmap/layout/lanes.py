"""The lanes: kinds as columns from cells to therapies, so that one reads the journey of a vesicle from left to right.

Cells release vesicles, these carry cargo, that changes processes in the body, which make for diseases, which therapies
treat, with their outcomes: of the orders that read so, more links point to the right in this one than in the others.
What is said about all this, evidence and analogies, stands at the edge.

Plain Python without numpy, as the window asks for it while one waits; large maps are laid out by
:mod:`evmap.layout.worker`.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from evmap.layout.boxes import concept_box, phrase_sizes
from evmap.layout.geometry import Grid, Walk, around, grown, length, overlap, rounded
from evmap.layout.lane_order import fill_columns, order_columns
from evmap.layout.lane_routes import Column, route_lanes
from evmap.model import ConceptMap, Kind, Link, LinkPlace, Places, Point, Rect

READING_ORDER = (
    Kind.CELL,
    Kind.VESICLE,
    Kind.CARGO,
    Kind.PROCESS,
    Kind.BODY,
    Kind.DISEASE,
    Kind.THERAPY,
    Kind.OUTCOME,
    Kind.EVIDENCE,
    Kind.ANALOGY,
)
"""The lanes from left to right."""

ASPECT = 1.35
_GUTTER, _WITHIN = 76.0, 56.0
_BESIDE_HUB = 84.0
"""So much wider is the gutter at the right of a lane with a wide hub: seen from afar its name needs the room."""
_WIDE_HUB = 140.0
_WIDEST_GUTTER = 230.0
_GAP, _WIDEST_GAP = 26.0, 150.0
_MANY = 700
"""With more links than this phrases are only told when lit."""

_SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.31, 0.69, 0.24, 0.76, 0.17, 0.83, 0.11, 0.89)
_PHRASE_GAP = 3.0


class Lane(Struct, frozen=True):
    """One lane: its kind, how many concepts it holds, and where it begins and ends, in map pixels at 100 %."""

    kind: Kind
    count: int
    left: float
    right: float


class LanesView(Struct, frozen=True):
    """The whole map in lanes.

    Attributes:
        places: boxes, routes and phrases.
        lanes: from left to right; a kind that the map does not have has none.
    """

    places: Places
    lanes: tuple[Lane, ...]


def lanes(concept_map: ConceptMap, aspect: float = ASPECT) -> LanesView:
    """Lay a map out in lanes; the same map and aspect always give the same places.

    Args:
        concept_map: the map. Links from a concept to itself are left out.
        aspect: width over height of the whole, best that of the screen.
    """
    links = [link for link in concept_map.links if link.subject != link.object]
    sizes = _sizes(concept_map)
    groups = _groups(concept_map)
    numbers = {concept.id: number for number, concept in enumerate(concept_map.concepts)}
    pairs = [(numbers[link.subject], numbers[link.object]) for link in links]
    members = [[numbers[name] for name in names] for _, names in groups]
    rows = _best_rows(groups, sizes, aspect)
    ordered = order_columns(fill_columns(members, rows, pairs), pairs)
    names = [concept.id for concept in concept_map.concepts]
    columns = _stand([[names[number] for number in column] for column in ordered], groups, sizes, aspect)
    boxes = {name: rect for column in columns for name, rect in column.boxes.items()}
    paths = route_lanes([Column(tuple(c.boxes), c.left, c.right) for c in columns], boxes, links)
    in_order = {concept.id: boxes[concept.id] for concept in concept_map.concepts}
    return LanesView(Places(in_order, _with_phrases(links, paths, boxes)), _lanes_of(groups, columns))


class _Standing(Struct):
    """One column at its place: its kind, its edges, its boxes from top to bottom."""

    kind: Kind
    left: float
    right: float
    boxes: dict[str, Rect]


Group = tuple[Kind, Sequence[str]]
Size = tuple[float, float]


def _sizes(concept_map: ConceptMap) -> dict[str, Size]:
    degree = dict.fromkeys((concept.id for concept in concept_map.concepts), 0)
    for link in concept_map.links:
        degree[link.subject] += 1
        if link.object != link.subject:
            degree[link.object] += 1
    boxes = {c.id: concept_box(c.name, c.kind, degree[c.id]) for c in concept_map.concepts}
    return {name: (box.w, box.h) for name, box in boxes.items()}


def _groups(concept_map: ConceptMap) -> list[Group]:
    """The concepts of every kind that there is, in reading order."""
    by_kind: dict[Kind, list[str]] = {kind: [] for kind in READING_ORDER}
    for concept in concept_map.concepts:
        by_kind[concept.kind].append(concept.id)
    return [(kind, names) for kind, names in by_kind.items() if names]


def _best_rows(groups: Sequence[Group], sizes: Mapping[str, Size], aspect: float) -> int:
    """So many concepts to a column that the whole, drawn to fit, is as large as can be."""
    most = max((len(names) for _, names in groups), default=1)
    wishes = {-(-len(names) // count) for _, names in groups for count in range(1, len(names) + 1)}
    return max(sorted(wishes or {most}), key=lambda rows: (_scale(groups, sizes, rows, aspect), rows))


def _scale(groups: Sequence[Group], sizes: Mapping[str, Size], rows: int, aspect: float) -> float:
    """How large a drawing with so many rows is on a screen of height 1; no order is known yet, so heights are means."""
    width = height = 1.0
    for _, names in groups:
        count = -(-len(names) // rows)
        widest = max(sizes[name][0] for name in names)
        width += count * widest + (count - 1) * _WITHIN + _GUTTER + _BESIDE_HUB * (widest > _WIDE_HUB)
        mean = sum(sizes[name][1] for name in names) / len(names)
        height = max(height, -(-len(names) // count) * (mean + _GAP))
    return min(aspect / width, 1 / height)


def _stand(
    columns: Sequence[Sequence[str]], groups: Sequence[Group], sizes: Mapping[str, Size], aspect: float
) -> list[_Standing]:
    """Put every concept at its place; gutters and gaps are widened until the whole has the wanted aspect."""
    kinds = {name: kind for kind, names in groups for name in names}
    heights = [sum(sizes[name][1] for name in names) + _GAP * (len(names) - 1) for names in columns]
    widths = [max(sizes[name][0] for name in names) for names in columns]
    lanes_at = [kinds[names[0]] for names in columns]
    before = [0.0] * min(len(columns), 1)
    for at in range(1, len(columns)):
        hub = _BESIDE_HUB * (widths[at - 1] > _WIDE_HUB)
        before.append(_WITHIN if lanes_at[at - 1] is lanes_at[at] else _GUTTER + hub)
    least, high = sum(widths) + sum(before), max(heights, default=0.0)
    wider = max(high * aspect - least, 0.0) / (sum(before) or 1.0)
    stretch = min(1.0 + wider, _WIDEST_GUTTER / _GUTTER)
    high = max(high, (sum(widths) + sum(before) * stretch) / aspect)
    standing = []
    x = 0.0
    for names, width, room, kind in zip(columns, widths, before, lanes_at, strict=True):
        x = round(x + room * stretch, 1)
        standing.append(_Standing(kind, x, x + width, _in_column(names, sizes, x, high)))
        x += width
    return standing


def _in_column(names: Sequence[str], sizes: Mapping[str, Size], x: float, high: float) -> dict[str, Rect]:
    """Boxes below each other, spread evenly over a height, but not without end."""
    total = sum(sizes[name][1] for name in names)
    gap = min(max((high - total) / len(names), _GAP), _WIDEST_GAP)
    y = (high - total - gap * (len(names) - 1)) / 2
    boxes: dict[str, Rect] = {}
    for name in names:
        w, h = sizes[name]
        boxes[name] = (x, round(y, 1), w, h)
        y += h + gap
    return boxes


def _with_phrases(
    links: Sequence[Link], paths: Mapping[str, tuple[Point, ...]], boxes: Mapping[str, Rect]
) -> dict[str, LinkPlace]:
    """The links with their phrases, at places that are free; on large maps phrases are told when lit."""
    if len(links) > _MANY:
        return {link.id: LinkPlace(paths[link.id], (*paths[link.id][0], 0.0, 0.0)) for link in links}
    taken: Grid[Rect] = Grid()
    for rect in boxes.values():
        taken.add_rect(rect, rect)
    # Those with the least choice first; where there is no room a phrase is told when it is lit.
    found = {}
    for link in sorted(links, key=lambda link: (length(paths[link.id]), link.id)):
        path = paths[link.id]
        place = _free(Walk(rounded(path)), phrase_sizes(link.phrase), taken)
        if place is not None:
            taken.add_rect(place, place)
        found[link.id] = LinkPlace(path, place or (*path[0], 0.0, 0.0))
    return {link.id: found[link.id] for link in links}


def _free(walk: Walk, sizes: Sequence[Size], taken: Grid[Rect]) -> Rect | None:
    """The first place along a path on which a phrase touches neither a box nor another phrase."""
    for width, height in sizes:
        for share in _SHARES:
            rect = around(walk.at(share), width, height)
            if not any(overlap(rect, other, _PHRASE_GAP) for other in taken.near(grown(rect, _PHRASE_GAP))):
                return rect
    return None


def _lanes_of(groups: Sequence[Group], columns: Sequence[_Standing]) -> tuple[Lane, ...]:
    found = []
    for kind, names in groups:
        mine = [column for column in columns if column.kind is kind]
        found.append(Lane(kind, len(names), mine[0].left, mine[-1].right))
    return tuple(found)
