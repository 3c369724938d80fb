"""What is under the pointer: concepts first, with at least 24 pixels to hit, then links, 15 pixels across."""

import math

from evmap.layout.geometry import centre, grown, overlap
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import at_least, scaled
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import distance_to, inside
from evmap.ui.canvas.geometry.scene import Scene

CONCEPT_SIZE = 24.0
LINK_REACH = 7.5
_TOGETHER = 4.0
"""Lines that are no farther apart than this where one points cannot be told apart by hand."""


def concept_at(plan: Plan, point: Point) -> int | None:
    """The concept whose box, icon or name is here; of several the one whose middle is nearest."""
    around: Rect = (point[0] - CONCEPT_SIZE, point[1] - CONCEPT_SIZE, 2 * CONCEPT_SIZE, 2 * CONCEPT_SIZE)
    best: tuple[float, int] | None = None
    for number in plan.concepts_in(around):
        rect = plan.rects[number]
        name = plan.names.get(number)
        if inside(point, at_least(rect, CONCEPT_SIZE)) or (name is not None and inside(point, name.rect)):
            x, y = centre(rect)
            off = (0.0 if inside(point, rect) else 1e6) + (x - point[0]) ** 2 + (y - point[1]) ** 2
            best = min(best, (off, number)) if best else (off, number)
    return best[1] if best else None


def link_at(plan: Plan, point: Point) -> int | None:
    """The link whose line or phrase is here; of several the nearest."""
    return next(iter(links_at(plan, point)), None)


def links_at(plan: Plan, point: Point) -> list[int]:
    """The links whose lines lie on each other here, the nearest first; only one where its phrase is."""
    around: Rect = (point[0] - LINK_REACH, point[1] - LINK_REACH, 2 * LINK_REACH, 2 * LINK_REACH)
    near: list[tuple[float, int]] = []
    for number in plan.links_in(around):
        if plan.level is Level.PHRASES and inside(point, plan.phrase_rect(number)):
            return [number]
        off = distance_to(point, plan.route(number))
        if off <= LINK_REACH:
            near.append((off, number))
    near.sort()
    return [number for off, number in near if off <= near[0][0] + _TOGETHER]


def concept_nearest(scene: Scene, point: Point) -> int:
    """The concept whose middle is nearest to a point of the map."""
    shown = [i for i in range(len(scene.concepts)) if i not in scene.gone.concepts] or range(len(scene.concepts))
    return min(shown, key=lambda i: math.dist(scene.concepts[i].centre, point))


def dots_at(plan: Plan, point: Point) -> int | None:
    """The concept of the big picture whose dots are here."""
    for number, row in plan.scene.dots.items():
        if number not in plan.scene.gone.concepts and inside(point, grown(scaled(row.bounds, plan.scale), 2.0)):
            return number
    return None


def item_at(plan: Plan, point: Point) -> str | None:
    """The id of the concept or link at a point; a concept lies above a link."""
    concept = concept_at(plan, point)
    if concept is None:
        concept = dots_at(plan, point)
    if concept is not None:
        return plan.scene.concepts[concept].id
    link = link_at(plan, point)
    return None if link is None else plan.scene.links[link].id


def concepts_touching(plan: Plan, rect: Rect) -> list[int]:
    """The concepts whose box or icon a rectangle touches."""
    return [i for i in plan.concepts_in(rect) if overlap(plan.rects[i], rect)]
