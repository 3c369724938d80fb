"""Where something can lie over the map without hiding a concept, its name, a phrase or what stands in the corners."""

from collections.abc import Iterator

from evmap.layout.geometry import overlap
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import moved, scaled
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.sight import Sight

_OFF_EDGE = 12.0
_STEP = 24.0
_GAP = 4.0


def free_spot(sight: Sight, width: float, height: float) -> Rect | None:
    """A free place of this size, as near to the lower middle of the view as there is one; ``None`` if there is none."""
    taken = [*_on_the_map(sight), *sight.corners.standing()]
    for spot in _spots(sight.view_size(), width, height):
        if not any(overlap(spot, each, _GAP) for each in taken):
            return spot
    return None


def _on_the_map(sight: Sight) -> Iterator[Rect]:
    plan = sight.plan()
    x, y = sight.eye.target.origin(sight.view_size(), sight.view_ratio())
    view = (-x, -y, *sight.view_size())
    phrases = (_phrase(sight, plan, number) for number in plan.links_in(view))
    yield from (moved(phrase, x, y) for phrase in phrases if phrase)
    for number in plan.concepts_in(view):
        yield moved(plan.rects[number], x, y)
        if number in plan.names:
            yield moved(plan.names[number].rect, x, y)
        if number in plan.scene.dots:
            yield moved(scaled(plan.scene.dots[number].bounds, plan.scale), x, y)


def _phrase(sight: Sight, plan: Plan, link: int) -> Rect | None:
    """Where a link's phrase stands on the plan while it is lit, or else at rest."""
    told = sight.stage.told_rect(link)
    if told is not None or plan.level is not Level.PHRASES or plan.scene.links[link].faint:
        return told
    rect = plan.phrase_rect(link)
    return rect if rect[2] > 0 else None


def _spots(size: tuple[float, float], width: float, height: float) -> Iterator[Rect]:
    """Places from the bottom up, in each row from the middle to the sides."""
    wide, high = size
    if width + 2 * _OFF_EDGE > wide or height + 2 * _OFF_EDGE > high:
        return
    middle, y = (wide - width) / 2, high - height - _OFF_EDGE
    while y >= _OFF_EDGE:
        off = 0.0
        while middle - off >= _OFF_EDGE:
            yield (middle - off, y, width, height)
            if off:
                yield (middle + off, y, width, height)
            off += _STEP
        y -= _STEP
