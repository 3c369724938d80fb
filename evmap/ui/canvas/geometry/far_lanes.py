"""The lanes seen from afar: lists in columns. Each concept is a small icon, or a dot, with its name beside it.

Nothing moves aside: a list wants its order and its left edge. The best linked concepts are boxes where their lane has
the room; else their names may reach between the icons of the next lane. Any other name that would run into it is left
out and told when its icon is pointed at or lit.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec.structs import replace

from evmap.layout.geometry import overlap
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import RectGrid, union
from evmap.ui.canvas.geometry.far import LAST_NAMES, FarView
from evmap.ui.canvas.geometry.names import NameBox, NamePlace, name_boxes
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.geometry.screen_sizes import DENSE_PX, LANDMARK_PX, NAME_PX

_LARGEST, _SMALL, _DOT, _SMALLEST, _LEAST_NAMED = 20.0, 16.0, 9.0, 4.0, 7.0
_ROW_OF_LARGE_ICONS, _ROW_OF_ICONS, _ROW_OF_LARGE_TYPE = 37.0, 31.0, 38.0
"""Where rows are low, icons are dots: the lane tells the kind."""

_BESIDE, _BETWEEN = 4.0, 1.5
_CELL = 72.0
_TIGHTER = (22.0, 16.0)
_SMALL_LANDMARK = 11.5
_SHARES = (1.0, 0.9, 0.8)
_MOST_NAMED = 1500
_OFFS, _FAR_OFFS = (0.0, -0.25, 0.25), (-0.5, 0.5)
"""So far, in heights of its name, a landmark's name may stand off the middle of its icon; or so far if it must."""
_OFF_NEXT, _SPILL = 12.0, 9.0
"""Names end so far before the next column, or a little later if they must."""


def see_lanes(scene: Scene, scale: float, type_scale: float = 1.0) -> FarView:
    """Arrange icons, boxes and names for a scale; ``type_scale`` makes all three larger than usual."""
    row = _row(scene) * scale / type_scale
    icon = max(_icon_size(row), _SMALLEST) * type_scale
    rects = [_icon(concept.rect, scale, icon) for concept in scene.concepts]
    taken = RectGrid(_CELL)
    for number, rect in enumerate(rects):
        taken.add(rect, number)
    px = LANDMARK_PX if row >= _ROW_OF_LARGE_TYPE else _SMALL_LANDMARK
    landmarks: frozenset[int] = frozenset()
    if _is_named(icon, len(rects)):
        # Where type is large, landmarks are set a little smaller rather than not at all.
        least = min(px, _SMALL_LANDMARK / type_scale)
        sizes = [px * share for share in _SHARES if px * share >= least - 0.01]
        tries = [(_boxes(scene, rects, taken, size * type_scale), size) for size in sizes]
        boxes, px = max(tries, key=lambda each: (len(each[0]), each[1]))
        for number, box in boxes.items():
            rects[number] = box
        landmarks = frozenset(boxes)
    end = (scene.bounds[0] + scene.bounds[2]) * scale + LAST_NAMES * type_scale
    far = named_in_lists(scene, FarView(tuple(rects), landmarks, icon, {}, taken, px, end=end), type_scale)
    entries = {number: union((rects[number], place.rect)) or rects[number] for number, place in far.names.items()}
    return replace(far, entries=entries)


def named_in_lists(scene: Scene, far: FarView, type_scale: float = 1.0) -> FarView:
    """The same arrangement with its names placed among what is not gone, and for that alone."""
    gone = scene.gone.concepts
    taken = RectGrid(_CELL)
    for number, rect in enumerate(far.rects):
        if number not in gone:
            taken.add(rect, number)
    names: dict[int, NamePlace] = {}
    if _is_named(far.icon, len(far.rects)):
        px = (NAME_PX if far.icon >= _SMALL * type_scale else DENSE_PX) * type_scale
        names = _names(scene, far.rects, gone | far.landmarks, taken, px, far.end)
    return replace(far, names=names, taken=taken)


def _is_named(icon: float, concepts: int) -> bool:
    return icon >= _LEAST_NAMED and concepts <= _MOST_NAMED


def _row(scene: Scene) -> float:
    """How far apart, in map pixels, rows stand in the fullest lane."""
    tops: dict[float, list[float]] = {}
    for concept in scene.concepts:
        tops.setdefault(concept.rect[0], []).append(concept.rect[1])
    return min(((max(ys) - min(ys)) / (len(ys) - 1) for ys in tops.values() if len(ys) > 1), default=80.0)


def _icon(rect: Rect, scale: float, icon: float) -> Rect:
    return (rect[0] * scale, (rect[1] + rect[3] / 2) * scale - icon / 2, icon, icon)


def _icon_size(row: float) -> float:
    """Icons where rows are high, dots where they are not."""
    return _LARGEST if row >= _ROW_OF_LARGE_ICONS else _SMALL if row >= _ROW_OF_ICONS else min(_DOT, row * 0.6)


def _boxes(scene: Scene, rects: Sequence[Rect], taken: RectGrid, px: float) -> dict[int, Rect]:
    """The boxes of landmarks in the place of their icons, those that touch nothing else."""
    found: dict[int, Rect] = {}
    for number in scene.landmarks:
        concept = scene.concepts[number]
        k = px / concept.box.px
        w, h = (concept.rect[2] - _TIGHTER[0]) * k, (concept.rect[3] - _TIGHTER[1]) * k
        x, y, _, size = rects[number]
        box = (x, y + size / 2 - h / 2, w, h)
        clear = not any(overlap(box, other, _BETWEEN) for other in found.values())
        if clear and not taken.hits(box, _BETWEEN, (number,)):
            found[number] = box
    return found


def _names(
    scene: Scene, rects: Sequence[Rect], without: Collection[int], taken: RectGrid, px: float, end: float
) -> dict[int, NamePlace]:
    """Names at the right of their icons, the best linked first, and before all of them landmarks that are no boxes."""
    placed: dict[int, NamePlace] = {}
    rooms, landmarks = _rooms(rects, end), dict.fromkeys(scene.landmarks)
    for number in (*landmarks, *(each for each in scene.order if each not in landmarks)):
        if number in without:
            continue
        name, room = scene.concepts[number].name, rooms[number] - rects[number][2] - _BESIDE
        for place in (
            _landmark_places(name, rects[number], px, room)
            if number in landmarks
            else _places(_settings(name, px, room), rects[number], px)
        ):
            if not taken.hits(place.rect, _BETWEEN, (number,)):
                placed[number] = place
                taken.add(place.rect, number)
                break
    return placed


def _places(boxes: Iterable[NameBox], icon: Rect, px: float, off: float = 0.0) -> Iterator[NamePlace]:
    """Places beside an icon, as many of its own heights below the middle as is said."""
    x, y, size, _ = icon
    for box in boxes:
        yield NamePlace((x + size + _BESIDE, y + size / 2 - box.h / 2 + off * box.h, box.w, box.h), box.lines, 1, px)


def _landmark_places(name: str, icon: Rect, px: float, room: float) -> Iterator[NamePlace]:
    """Its own column first; else, a little higher or lower, between the icons of the next; else in smaller type."""
    sizes = sorted({px, (px + DENSE_PX) / 2, DENSE_PX}, reverse=True) if px > DENSE_PX else [px]
    for offs in (_OFFS, _FAR_OFFS):
        for size in sizes:
            yield from _places(_settings(name, size, room), icon, size)
            boxes = sorted(name_boxes(name, px=size), key=lambda box: box.w)
            for off in offs:
                yield from _places(boxes, icon, size, off)


def _rooms(rects: Sequence[Rect], end: float) -> list[float]:
    """How far it is for each concept from its left edge to the next column, or beyond the last one to the margin."""
    columns = sorted({rect[0] for rect in rects})
    following = dict(zip(columns, [*columns[1:], end], strict=True))
    return [following[rect[0]] - rect[0] - (_OFF_NEXT if following[rect[0]] < end else _SPILL) for rect in rects]


def _settings(name: str, px: float, room: float) -> list[NameBox]:
    """A name on as few lines as keep it in its column; if none do, whatever is not too far beyond, narrowest first."""
    boxes = sorted(name_boxes(name, px=px), key=lambda box: len(box.lines))
    inside = [box for box in boxes if box.w <= room]
    return inside or [box for box in reversed(boxes) if box.w <= room + _SPILL]
