"""The lanes: kinds as columns from cells to therapies, so that one reads the journey of a vesicle from left to right.

Cells release vesicles, these carry cargo, that changes processes in the body, which make for diseases, which therapies
treat, with their outcomes: of the orders that read so, more links point to the right in this one than in the others.
What is said about all this, evidence and analogies, stands at the edge.

Plain Python without numpy, and in pieces: the window does them between frames, while the view before can still be used.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from evmap.layout.boxes import concept_box, phrase_sizes
from evmap.layout.geometry import Grid, Walk, around, grown, length, overlap, rounded
from evmap.layout.lanes.order import fill_columns, ordered_columns
from evmap.layout.lanes.routes import Column, routed_lanes
from evmap.layout.pieces import Pieces, whole
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
_SOME = 40
"""So many concepts or links are done at a time."""

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
    return whole(standing_in_lanes(concept_map, aspect))


def standing_in_lanes(concept_map: ConceptMap, aspect: float = ASPECT) -> Pieces[LanesView]:
    """Do what :func:`lanes` does, in pieces."""
    links = [link for link in concept_map.links if link.subject != link.object]
    sizes = yield from _sizes(concept_map)
    yield
    groups = _groups(concept_map)
    numbers = {concept.id: number for number, concept in enumerate(concept_map.concepts)}
    pairs = [(numbers[link.subject], numbers[link.object]) for link in links]
    members = [[numbers[name] for name in names] for _, names in groups]
    yield
    rows = _best_rows(groups, sizes, aspect)
    yield
    filled = fill_columns(members, rows, pairs)
    yield
    ordered = yield from ordered_columns(filled, pairs)
    names = [concept.id for concept in concept_map.concepts]
    columns = _stand([[names[number] for number in column] for column in ordered], groups, sizes, aspect)
    yield
    boxes = {name: rect for column in columns for name, rect in column.boxes.items()}
    paths = yield from routed_lanes([Column(tuple(c.boxes), c.left, c.right) for c in columns], boxes, links)
    in_order = {concept.id: boxes[concept.id] for concept in concept_map.concepts}
    with_phrases = yield from _with_phrases(links, paths, boxes)
    return LanesView(Places(in_order, with_phrases), _lanes_of(groups, columns))


class _Standing(Struct):
    """One column at its place: its kind, its edges, its boxes from top to bottom."""

    kind: Kind
    left: float
    right: float
    boxes: dict[str, Rect]


Group = tuple[Kind, Sequence[str]]
Size = tuple[float, float]


def _sizes(concept_map: ConceptMap) -> Pieces[dict[str, Size]]:
    degree = dict.fromkeys((concept.id for concept in concept_map.concepts), 0)
    for link in concept_map.links:
        degree[link.subject] += 1
        if link.object != link.subject:
            degree[link.object] += 1
    sizes: dict[str, Size] = {}
    for at, concept in enumerate(concept_map.concepts):
        box = concept_box(concept.name, concept.kind, degree[concept.id])
        sizes[concept.id] = (box.w, box.h)
        if at % _SOME == _SOME - 1:
            yield
    return sizes


def _groups(concept_map: ConceptMap) -> list[Group]:
    """The concepts of every kind that there is, in reading order."""
    by_kind: dict[Kind, list[str]] = {kind: [] for kind in READING_ORDER}
    for concept in concept_map.concepts:
        by_kind[concept.kind].append(concept.id)
    return [(kind, names) for kind, names in by_kind.items() if names]


def _best_rows(groups: Sequence[Group], sizes: Mapping[str, Size], aspect: float) -> int:
    """So many concepts to a column that the whole, drawn to fit, is as large as can be."""
    found = [
        (len(names), max(sizes[name][0] for name in names), sum(sizes[name][1] for name in names) / len(names))
        for _, names in groups
    ]
    wishes = {-(-many // count) for many, _, _ in found for count in range(1, many + 1)}
    return max(sorted(wishes or {1}), key=lambda rows: (_scale(found, rows, aspect), rows))


def _scale(groups: Sequence[tuple[int, float, float]], rows: int, aspect: float) -> float:
    """How large a drawing with so many rows is on a screen of height 1; no order is known yet, so heights are means.

    Args:
        groups: for each lane how many concepts it holds, the width of the widest, and their mean height.
        rows: how many stand in a column at most.
        aspect: width over height of the screen.
    """
    width = height = 1.0
    for many, widest, mean in groups:
        count = -(-many // rows)
        width += count * widest + (count - 1) * _WITHIN + _GUTTER + _BESIDE_HUB * (widest > _WIDE_HUB)
        height = max(height, -(-many // count) * (mean + _GAP))
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
) -> Pieces[dict[str, LinkPlace]]:
    """The links with their phrases, at places that are free; on large maps phrases are told when lit."""
    found: dict[str, LinkPlace] = {}
    if len(links) > _MANY:
        for at, link in enumerate(links):
            found[link.id] = LinkPlace(paths[link.id], (*paths[link.id][0], 0.0, 0.0))
            if at % (10 * _SOME) == 0:
                yield
        return found
    taken: Grid[Rect] = Grid()
    for rect in boxes.values():
        taken.add_rect(rect, rect)
    # Those with the least choice first; where there is no room a phrase is told when it is lit.
    for at, link in enumerate(sorted(links, key=lambda link: (length(paths[link.id]), link.id))):
        if at % (_SOME // 4) == 0:
            yield
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
