"""The map seen from afar: landmarks as boxes of a readable size, all else as icons, moved aside where they would touch.

Icons and landmarks keep their size on the screen while their places draw nearer to each other, so the nearer the map
is, the less anything has to move aside: the same as on a city map.
"""

import math
from collections.abc import Container, Iterable, Mapping, Sequence

from msgspec import Struct

from evmap.layout.geometry import centre, grown, overlap
from evmap.layout.pieces import Pieces, parts, whole
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import Lines, RectGrid, moved, scaled
from evmap.ui.canvas.geometry.names import NamePlace, placed_names
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.geometry.screen_sizes import DENSE_PX, ICON, LANDMARK_PX, NAME_PX

_SMALLEST_ICON = 5.0
_ROUNDS = 6
_EXACT = 600
_MOST_COVERED = 0.25
"""Landmarks may cover this share of the map; where type is large, there are fewer of them."""
_MOST_KEPT_OFF = 4000
"""With more concepts than this nothing but landmarks is kept from touching."""
_SMALLEST_NAMED = 12.0
"""Smaller icons are dots without names, which may touch; so are all on very large maps."""
LAST_NAMES = 50.0
"""So far beyond the last lane its names may reach."""
_AT_ONCE, _SOME = 4000, 4000
"""So many pairs of icons are looked at in one piece, and so many icons."""
_GAP = 3.0
_CELL = 72.0
_COLUMN = 1 << 20
_BESIDE = (_COLUMN, 1 - _COLUMN, 1, 1 + _COLUMN)
"""A cell of icons is one number, in columns that are never so high; half of its neighbours, seen from there."""
_TIGHTER = (16.0, 10.0)
"""A landmark's box is this much tighter than at 100 %, where room is not so dear."""
_BEYOND = (50.0, 28.0)
"""Names stay this near to the outermost concepts, so that the whole map can be framed with its names."""


class FarView(Struct, frozen=True):
    """What is drawn of each concept, in screen pixels from the map's origin.

    Attributes:
        rects: the box of each concept's icon or landmark.
        landmarks: which of them are landmarks.
        icon: how large an icon is.
        names: the places of the names that found room.
        taken: everything that a further name must not touch.
        px: the size of the names in landmarks.
        end: where lists end at the right: the names of the last one go no further.
        entries: for icons that read as one with the name beside them, both together: lines end there.
    """

    rects: Sequence[Rect]
    landmarks: frozenset[int]
    icon: float
    names: dict[int, NamePlace]
    taken: RectGrid
    px: float = LANDMARK_PX
    entries: Mapping[int, Rect] = {}
    end: float = 0.0

    @property
    def is_dotted(self) -> bool:
        """Whether icons are dots without names."""
        return self.icon < _SMALLEST_NAMED


def see_from_afar(scene: Scene, scale: float, type_scale: float = 1.0) -> FarView:
    """Arrange landmarks, icons and names for a scale; ``type_scale`` makes all three larger than usual."""
    return whole(seen_from_afar(scene, scale, type_scale))


def seen_from_afar(scene: Scene, scale: float, type_scale: float = 1.0) -> Pieces[FarView]:
    """Do what :func:`see_from_afar` does, in pieces."""
    icon = _icon_size(scene, scale, type_scale)
    landmarks = _landmarks_apart(scene, scale, type_scale)
    yield
    rects = yield from _icons_apart(scene, scale, icon, landmarks)
    yield
    arranged = FarView(tuple(rects), frozenset(landmarks), icon, {}, RectGrid(_CELL))
    return (yield from _named(scene, scale, arranged, type_scale))


def named(scene: Scene, scale: float, far: FarView, type_scale: float = 1.0) -> FarView:
    """The same arrangement with its names placed among what is not gone, and for that alone."""
    return whole(_named(scene, scale, far, type_scale))


def _named(scene: Scene, scale: float, far: FarView, type_scale: float) -> Pieces[FarView]:
    gone, rects, landmarks, icon = scene.gone.concepts, far.rects, far.landmarks, far.icon
    taken = RectGrid(_CELL)
    # Among so many dots a name covers some of them wherever it stands.
    for number in sorted(landmarks) if len(rects) > _MOST_KEPT_OFF else range(len(rects)):
        if number not in gone:
            taken.add(rects[number])
    names: dict[int, NamePlace] = {}
    if icon >= _SMALLEST_NAMED and len(rects) <= _MOST_KEPT_OFF:
        wanted = ((i, scene.concepts[i].name) for i in scene.order if i not in landmarks and i not in gone)
        names = yield from placed_names(
            wanted,
            dict(enumerate(rects)),
            taken,
            _backbone(scene, rects, landmarks - gone),
            within=_field(scene, scale),
            px=(NAME_PX if icon >= ICON * 0.92 else DENSE_PX) * type_scale,
        )
    return FarView(rects, landmarks, icon, names, taken)


def landmark_rect(scene: Scene, number: int, at: Point, type_scale: float = 1.0) -> Rect:
    """A concept's box with its name in a readable size on the screen."""
    concept = scene.concepts[number]
    k = LANDMARK_PX * type_scale / concept.box.px
    w, h = (concept.rect[2] - _TIGHTER[0]) * k, (concept.rect[3] - _TIGHTER[1]) * k
    return (at[0] - w / 2, at[1] - h / 2, w, h)


def _icon_size(scene: Scene, scale: float, type_scale: float) -> float:
    """Full size where there is room, smaller where icons would cover each other."""
    room = scene.bounds[2] * scene.bounds[3] * scale * scale / max(len(scene.concepts), 1)
    return min(max(0.38 * math.sqrt(room), _SMALLEST_ICON), ICON * max(type_scale, 1.0))


def _landmarks_apart(scene: Scene, scale: float, type_scale: float) -> dict[int, Rect]:
    rects = {}
    for number in scene.landmarks:
        x, y = scene.concepts[number].centre
        rects[number] = landmark_rect(scene, number, (x * scale, y * scale), type_scale)
    if type_scale > 1.0:
        rects = _as_many_as_fit(rects, scene.bounds[2] * scene.bounds[3] * scale * scale, type_scale)
    numbers = list(rects)
    for _ in range(_ROUNDS * 3):
        touching = [
            (a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :] if overlap(rects[a], rects[b], _GAP * 2)
        ]
        if not touching:
            break
        for a, b in touching:
            rects[a], rects[b] = _parted(rects[a], rects[b])
    return rects


def _as_many_as_fit(rects: dict[int, Rect], area: float, type_scale: float) -> dict[int, Rect]:
    """The first of the enlarged landmarks that together cover no more of the map than they may, or than usual."""
    usual = sum(w * h for _, _, w, h in rects.values()) / type_scale**2
    kept: dict[int, Rect] = {}
    room = max(area * _MOST_COVERED, usual)
    for number, rect in rects.items():
        room -= rect[2] * rect[3]
        if kept and room < 0:
            break
        kept[number] = rect
    return kept


def _parted(a: Rect, b: Rect) -> tuple[Rect, Rect]:
    """Two rectangles moved apart by the shorter way, half of it each."""
    (ax, ay), (bx, by) = centre(a), centre(b)
    over_x = (a[2] + b[2]) / 2 + _GAP * 2 - abs(ax - bx)
    over_y = (a[3] + b[3]) / 2 + _GAP * 2 - abs(ay - by)
    if over_x <= 0 or over_y <= 0:
        return a, b
    if over_x < over_y:
        step = math.copysign(over_x / 2 + 0.1, ax - bx)
        return moved(a, step, 0), moved(b, -step, 0)
    step = math.copysign(over_y / 2 + 0.1, ay - by)
    return moved(a, 0, step), moved(b, 0, -step)


def _icons_apart(scene: Scene, scale: float, icon: float, landmarks: dict[int, Rect]) -> Pieces[list[Rect]]:
    xs: list[float] = []
    ys: list[float] = []
    for some in parts(scene.concepts, _SOME):
        boxes = [concept.rect for concept in some]
        xs += [(x + w / 2) * scale for x, _, w, _ in boxes]
        ys += [(y + h / 2) * scale for _, y, _, h in boxes]
        yield
    half = icon / 2
    reach = icon + _GAP
    blocks = _Blocks(grown(rect, half + _GAP) for rect in landmarks.values())
    free = [i for i in range(len(xs)) if i not in landmarks]
    calm = False
    yield
    exact = icon >= _SMALLEST_NAMED and len(free) <= _EXACT
    for _ in range(_ROUNDS if exact else 1):
        still = yield from _push_off_blocks(free, xs, ys, blocks)
        if len(free) > _MOST_KEPT_OFF:
            break
        calm = not (yield from _push_each_other(free, xs, ys, reach)) and still
        if calm:
            break
        yield
    rects: list[Rect] = []
    for those in parts(range(len(xs)), _SOME):
        rects += [landmarks.get(i) or (xs[i] - half, ys[i] - half, icon, icon) for i in those]
        yield
    if exact and not calm:
        yield from _free_the_stuck(free, rects)
    return rects


def _free_the_stuck(free: Sequence[int], rects: list[Rect]) -> Pieces[None]:
    """Icons that pushing left on each other or on a landmark go to the nearest free spot around."""
    grid = RectGrid(_CELL)
    for number, rect in enumerate(rects):
        grid.add(rect, number)
    for number in free:
        if not grid.hits(rects[number], but=(number,)):
            continue
        x, y, size, _ = rects[number]
        spots = (
            (x + reach * math.cos(turn * 0.5236), y + reach * math.sin(turn * 0.5236), size, size)
            for reach in range(4, 140, 4)
            for turn in range(12)
        )
        spot = next((spot for spot in spots if not grid.hits(spot, 1.0, (number,))), None)
        if spot is not None:
            grid.move(number, rects[number], spot)
            rects[number] = spot
        yield


class _Blocks:
    """Landmarks with a margin, by the cells that they touch."""

    _CELL = 48.0

    def __init__(self, rects: Iterable[Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        for rect in rects:
            for i in range(int(rect[0] // self._CELL), int((rect[0] + rect[2]) // self._CELL) + 1):
                for j in range(int(rect[1] // self._CELL), int((rect[1] + rect[3]) // self._CELL) + 1):
                    self._cells.setdefault((i, j), []).append(rect)

    def near(self, those: Sequence[int], xs: Sequence[float], ys: Sequence[float]) -> list[int]:
        """Those of some points that may lie in a block."""
        cells, size = self._cells, self._CELL
        return [i for i in those if (int(xs[i] // size), int(ys[i] // size)) in cells]

    def at(self, x: float, y: float) -> Rect | None:
        """The block that a point lies in."""
        for rect in self._cells.get((int(x // self._CELL), int(y // self._CELL)), ()):
            if rect[0] < x < rect[0] + rect[2] and rect[1] < y < rect[1] + rect[3]:
                return rect
        return None


def _push_off_blocks(free: Sequence[int], xs: list[float], ys: list[float], blocks: _Blocks) -> Pieces[bool]:
    """Move icons out of landmarks by the shortest way; whether none had to move."""
    still = True
    near: list[int] = []
    for some in parts(free, _SOME):
        near += blocks.near(some, xs, ys)
        yield
    for i in near:
        x, y = xs[i], ys[i]
        block = blocks.at(x, y)
        if block is not None:
            still = False
            left, top, w, h = block
            ways = [(left - 0.1, y), (left + w + 0.1, y), (x, top - 0.1), (x, top + h + 0.1)]
            ways.sort(key=lambda way: abs(way[0] - x) + abs(way[1] - y))
            # The nearest way out that does not lead into the next landmark.
            xs[i], ys[i] = next((way for way in ways if blocks.at(*way) is None), ways[0])
    return still


def _push_each_other(free: Sequence[int], xs: list[float], ys: list[float], reach: float) -> Pieces[bool]:
    """Move icons that touch each other apart, half the way each; whether any moved."""
    cells: dict[int, list[int]] = {}
    for i in free:
        cells.setdefault(int(xs[i] // reach) * _COLUMN + int(ys[i] // reach), []).append(i)
    any_moved = False
    looked_at = 0
    for cell, mine in cells.items():
        if looked_at > _AT_ONCE:
            looked_at = 0
            yield
        near = mine + [j for beside in _BESIDE if cell + beside in cells for j in cells[cell + beside]]
        looked_at += 1 + len(mine) * len(near)
        if len(near) < 2:
            continue
        for i in mine:
            for j in near:
                if i == j:
                    continue
                dx, dy = xs[j] - xs[i], ys[j] - ys[i]
                gap = dx * dx + dy * dy
                if gap >= reach * reach:
                    continue
                any_moved = True
                distance = math.sqrt(gap) or 0.01
                if gap == 0.0:
                    dx = 0.01
                push = (reach - distance) / 2 / distance
                xs[i], ys[i] = xs[i] - dx * push, ys[i] - dy * push
                xs[j], ys[j] = xs[j] + dx * push, ys[j] + dy * push
    return any_moved


def _field(scene: Scene, scale: float) -> Rect:
    x, y, w, h = scaled(scene.bounds, scale)
    return (x - _BEYOND[0], y - _BEYOND[1], w + 2 * _BEYOND[0], h + 2 * _BEYOND[1])


def _backbone(scene: Scene, rects: Sequence[Rect], landmarks: Container[int]) -> Lines:
    """The lines between landmarks, for names to keep clear of."""
    lines = Lines(_CELL)
    for link in scene.links:
        if link.subject in landmarks and link.object in landmarks:
            lines.add((centre(rects[link.subject]), centre(rects[link.object])))
    return lines
