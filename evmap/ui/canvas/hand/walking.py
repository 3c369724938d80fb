"""Walking the map by arrow keys: which neighbour lies in a direction."""

import math

from evmap.model import Point
from evmap.ui.canvas.geometry.scene import Scene

_WIDEST = math.radians(75)


def neighbour_towards(scene: Scene, concept: str, direction: Point) -> str | None:
    """The neighbour that lies most nearly in a direction, a near one before a far one; ``None`` if there is none."""
    here = scene.concept_numbers.get(concept)
    if here is None:
        return None
    x, y = scene.concepts[here].centre
    best: tuple[float, int] | None = None
    for number in scene.neighbours(here):
        cx, cy = scene.concepts[number].centre
        off = _angle((cx - x, cy - y), direction)
        if off <= _WIDEST:
            cost = math.hypot(cx - x, cy - y) * (1 + 2 * off)
            best = min(best, (cost, number)) if best else (cost, number)
    return scene.concepts[best[1]].id if best else None


def end_towards(scene: Scene, link: str, direction: Point) -> str | None:
    """The end of a link that lies further in a direction."""
    number = scene.link_numbers.get(link)
    if number is None:
        return None
    ends = (scene.links[number].subject, scene.links[number].object)

    def along(end: int) -> float:
        x, y = scene.concepts[end].centre
        return x * direction[0] + y * direction[1]

    return scene.concepts[max(ends, key=along)].id


def _angle(a: Point, b: Point) -> float:
    return abs(math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]))
