"""Which camera frames what: the whole map clear of the corners, a part of it, a chosen thing with little moving."""

import math
from collections.abc import Iterable, Sequence

from evmap.layout.boxes import phrase_box
from evmap.layout.geometry import centre, grown, length
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import scaled, union
from evmap.ui.canvas.geometry.camera import LARGEST, SMALLEST, Camera, Margins, Size, brought_into_view, fit
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.geometry.screen_sizes import ICON
from evmap.workspace import Selection

_WHOLE: Margins = (58.0, 34.0, 58.0, 46.0)
_PART: Margins = (48.0, 48.0, 48.0, 60.0)
_INTO_VIEW = 64.0
_NEAREST, _NEAR_ENOUGH = 0.82, 0.85
_FEW, _WITH_BOXES = 5, 0.72
_ONE_LINE, _LINE_BESIDE = 90.0, 34.0
_CHEAP = 0.8
"""A part of the map may be so much smaller to be clear of a corner."""
_NAME_ASIDE = 84.0
"""So far the name of a lit icon may reach beyond where its box would end."""
_FARTHEST = 0.6
"""One may zoom out to this share of the scale at which the whole map fits."""
_TOLD: tuple[Margins, ...] = ((16, 14, 16, 14), (14, 50, 14, 14), (14, 14, 14, 52), (14, 50, 14, 52))
_ROW = 40
"""A margin that is wider than this is the room of a row of buttons."""
_LANES: Margins = (20, 15, 6, 52)
_MANY = 400
"""Of so many concepts it pays to look only at those near a corner."""
_NEAREST_TOLD = 2.4
_UNFOLD, _FOLD, _UNFOLDED = 1.5, 0.92, 0.82
"""Shares of the scale at which the whole fits, at which views change; and the scale of a map just unfolded."""


def fit_lanes(scene: Scene, size: Size, heads: float, type_scale: float = 1.0) -> Camera:
    """All lanes, below their heads, which are so high."""
    from evmap.ui.canvas.geometry.far import LAST_NAMES  # with what sees the map from afar, for which no start waits

    left, above, right, below = _LANES
    return fit(scene.bounds, size, (left, heads + above, (LAST_NAMES + right) * type_scale, below))


def fit_whole(scene: Scene, size: Size, corner: Rect | None, type_scale: float = 1.0) -> Camera:
    """The whole map, as large as it can be; clear of the corner (the minimap's) where that costs little.

    Where type is larger, so are icons, and those at the edge are pushed farther out.
    """
    larger = ICON * max(type_scale - 1.0, 0.0)
    left, top, right, bottom = (margin + larger for margin in _WHOLE)
    whole = fit(scene.bounds, size, (left, top, right, bottom))
    if corner is None or _clear(scene, whole, size, corner):
        return whole
    above = fit(scene.bounds, size, (left, top, right, size[1] - corner[1] + 14))
    beside = fit(scene.bounds, size, (left, top, size[0] - corner[0] + 14, bottom))
    raised = Camera(whole.scale, whole.x, above.y)
    for camera in (raised, max(above, beside, key=lambda c: c.scale)):
        if camera.scale >= 0.93 * whole.scale and _inside(scene, camera, size) and _clear(scene, camera, size, corner):
            return camera
    return whole


def fit_told(scene: Scene, size: Size, corners: Sequence[Rect], type_scale: float = 1.0) -> Camera:
    """A view in which all is told, as large as it can be with nothing under what lies over the corners."""
    for margins in _told_margins(type_scale):
        camera = fit(scene.bounds, size, margins, scene.largest)
        if all(_clear(scene, camera, size, corner, 8.0) for corner in corners):
            return camera
    return fit(scene.bounds, size, _told_margins(type_scale)[-1], scene.largest)


def _told_margins(type_scale: float) -> tuple[Margins, ...]:
    """What lies over the corners is as much higher as its type is larger."""
    larger = max(type_scale, 1.0)
    return tuple((a, b * larger if b > _ROW else b, c, d * larger if d > _ROW else d) for a, b, c, d in _TOLD)


def unfolds(scale: float, whole: Camera, type_scale: float = 1.0) -> bool:
    """Whether zooming the big picture in to this scale is to unfold it; who needs large type sees it larger first."""
    return scale > whole.scale * _UNFOLD * max(type_scale, 1.0)


def folds(scale: float, whole: Camera) -> bool:
    """Whether zooming the Atlas out to this scale is to fold it into the big picture.

    Unfolding ends well above the scale at which the whole map fits, so no single step of the wheel undoes another.
    """
    return scale < whole.scale * _FOLD


def unfolded_at(concept: Rect, screen: Point, size: Size, whole: Camera, type_scale: float = 1.0) -> Camera:
    """The Atlas near enough to read, with a concept at or near a point of the screen."""
    x, y = centre(concept)
    scale = min(max(_UNFOLDED * max(type_scale, 1.0), whole.scale * _UNFOLD), LARGEST)
    inner = [min(max(screen[axis], size[axis] * 0.3), size[axis] * 0.7) for axis in (0, 1)]
    return Camera(scale, x - (inner[0] - size[0] / 2) / scale, y - (inner[1] - size[1] / 2) / scale)


def covers(
    scene: Scene, camera: Camera, size: Size, corner: Rect, lit: Iterable[int] = (), type_scale: float = 1.0
) -> bool:
    """Whether a corner of the screen lies over something lit, or over some of a map that is seen whole."""
    aside = _NAME_ASIDE * max(type_scale, 1.0) if level_at(camera.scale, type_scale=type_scale) is Level.FAR else 0.0
    beside = (corner[0] - aside, corner[1], corner[2] + 2 * aside, corner[3])
    if not _free([scene.concepts[number].rect for number in lit], camera, size, beside):
        return True
    x, y, w, h = camera.visible(size)
    left, top, wide, high = scene.bounds
    whole = x <= left and y <= top and left + wide <= x + w and top + high <= y + h
    return whole and not _clear(scene, camera, size, corner)


def fit_part(boxes: Sequence[Rect], size: Size, corner: Rect | None = None, whole: Camera | None = None) -> Camera:
    """Some concepts, at their full size at most.

    Args:
        boxes: where they stand; at least one.
        size: of the view.
        corner: of the screen; clear of it (the minimap's) where that costs little.
        whole: the camera that shows all; then never smaller than that.
    """
    bounds = union(boxes) or (0, 0, 0, 0)
    largest = 1.0 if whole is None else max(whole.scale * _UNFOLD * 0.98, 1.0)
    part = fit(bounds, size, _PART, largest)
    if whole is not None and part.scale <= whole.scale:
        return whole
    if corner is None or _free(boxes, part, size, corner):
        return part
    left, top, right, bottom = _PART
    above = fit(bounds, size, (left, top, right, size[1] - corner[1] + 14), largest)
    beside = fit(bounds, size, (left, top, size[0] - corner[0] + 14, bottom), largest)
    aside = max(above, beside, key=lambda camera: camera.scale)
    return aside if aside.scale >= _CHEAP * part.scale else part


def into_view(camera: Camera, bounds: Rect, size: Size, heads: float = 0.0) -> Camera:
    """A chosen thing, moving only as far as needed; clear of the heads of lanes, which are so high."""
    return brought_into_view(camera, bounds, size, max(_into_view_margin(size), min(heads + 12.0, size[1] / 4)))


def _into_view_margin(size: Size) -> float:
    return min(_INTO_VIEW, size[0] / 5, size[1] / 5)


def eased_in(camera: Camera, scene: Scene, selection: Selection, size: Size, type_scale: float = 1.0) -> Camera:
    """As near to one chosen thing as its phrases need for room on their lines, and no nearer; never farther away."""
    from evmap.ui.canvas.geometry.lit import neighbourhood

    lit = neighbourhood(scene, selection.concepts, selection.links)
    if not lit.links or len(selection.concepts) + len(selection.links) != 1:
        return camera
    wanted = sorted(_room_wanted(scene, k) for k in lit.links)
    scale = min(wanted[(len(wanted) * 2) // 3], _NEAREST)
    if len(wanted) > _FEW:
        # Seen from afar, the names beside so many icons would take the room of the phrases.
        scale = max(scale, _WITH_BOXES)
    scale *= max(type_scale, 1.0)
    if camera.scale >= scale * _NEAR_ENOUGH:
        return camera
    boxes = [scene.concepts[i].rect for i in lit.concepts]
    free = [(side - 2 * _into_view_margin(size)) / scale - 1 for side in size]
    x, y = (_window(boxes, axis, free[axis], keep=1 if lit.focus else 2) for axis in (0, 1))
    nearer = camera.scaled_at(scale, camera.to_screen(centre(boxes[0]), size), size)
    return into_view(nearer, (x[0], y[0], x[1], y[1]), size)


def _window(boxes: Sequence[Rect], axis: int, room: float, keep: int) -> tuple[float, float]:
    """Start of the stretch of one axis that shows the most boxes whole, among them the first few, and its extent."""
    low = min(box[axis] for box in boxes)
    extent = max(box[axis] + box[axis + 2] for box in boxes) - low
    if extent <= room:
        return low, extent
    first = min(box[axis] for box in boxes[:keep])
    last = max(box[axis] + box[axis + 2] for box in boxes[:keep])
    middle = (first + last - room) / 2

    def worth(start: float) -> tuple[int, float]:
        whole = sum(start <= box[axis] and box[axis] + box[axis + 2] <= start + room for box in boxes)
        return whole, -abs(start - middle)

    starts = [middle, *(box[axis] for box in boxes), *(box[axis] + box[axis + 2] - room for box in boxes)]
    kept = [start for start in starts if start <= first + 0.01 and last - 0.01 <= start + room]
    return max(kept or [middle], key=worth), room


def _room_wanted(scene: Scene, link: int) -> float:
    """The scale at which a link's line is long enough for its phrase and some line on either side of it."""
    line = scene.links[link]
    room = min(length(line.points), 400.0) or 1.0
    box = phrase_box(line.phrase, 1)
    (ax, ay), (bx, by) = line.points[0], line.points[-1]
    across = abs(bx - ax) / (math.dist((ax, ay), (bx, by)) or 1.0)
    return (min(box.w, _ONE_LINE) * across + box.h * 2 * (1 - across) + _LINE_BESIDE) / room


def limited(camera: Camera, scene: Scene, size: Size, type_scale: float = 1.0) -> Camera:
    """The nearest camera that still shows some of the map, not too small and not too large."""
    smallest, largest = _limits(scene, size, type_scale)
    x, y, w, h = scene.bounds
    scale = min(max(camera.scale, smallest), largest)
    return Camera(scale, min(max(camera.x, x), x + w), min(max(camera.y, y), y + h))


def limited_scale(scale: float, scene: Scene, size: Size, type_scale: float = 1.0) -> float:
    """The nearest scale that is neither too small nor too large."""
    # Rounded, so that a step in and a step out come back to a scale that is already arranged.
    smallest, largest = _limits(scene, size, type_scale)
    return round(min(max(scale, smallest), largest), 6)


def _limits(scene: Scene, size: Size, type_scale: float) -> tuple[float, float]:
    if scene.told:
        whole = fit(scene.bounds, size, _told_margins(type_scale)[-1], scene.largest).scale
        nearest = min(max(whole * _NEAREST_TOLD, 1.0) * max(type_scale, 1.0), LARGEST)
        return whole, max(nearest, whole)  # a step of a talk on a very large screen is beyond the usual scales
    return max(fit(scene.bounds, size, _WHOLE).scale * _FARTHEST, SMALLEST), LARGEST


def _clear(scene: Scene, camera: Camera, size: Size, corner: Rect, gap: float = 24) -> bool:
    """Whether no concept stands under a corner of the screen, with some room for its name."""
    numbers: Iterable[int] = range(len(scene.concepts))
    if len(scene.concepts) > _MANY:
        numbers = scene.whereabouts.concepts(_on_map(corner, gap, camera, size))
    return _free((scene.concepts[number].rect for number in numbers), camera, size, corner, gap)


def _free(boxes: Iterable[Rect], camera: Camera, size: Size, corner: Rect, gap: float = 24) -> bool:
    """Whether none of these stands under a corner of the screen, with some room for its name."""
    left, top, wide, high = _on_map(corner, gap, camera, size)
    right, bottom = left + wide, top + high
    for x, y, w, h in boxes:  # noqa: SIM110 - any() takes twice as long, and every choice asks this of hundreds
        if x < right and left < x + w and y < bottom and top < y + h:
            return False
    return True


def _on_map(corner: Rect, gap: float, camera: Camera, size: Size) -> Rect:
    """Where on the map a corner of the screen lies, with some room around it."""
    x, y = camera.to_screen((0.0, 0.0), size)
    return scaled(grown((corner[0] - x, corner[1] - y, corner[2], corner[3]), gap), 1 / camera.scale)


def _inside(scene: Scene, camera: Camera, size: Size) -> bool:
    left, top = camera.to_screen((scene.bounds[0], scene.bounds[1]), size)
    return left >= 0 and top >= _WHOLE[1] - 16
