"""What a map without places is first shown as: at once, however large it is, while better places are searched.

The quick layout needs seconds from some hundred concepts on. Those maps begin in rows, what is linked close together.
"""

import math
from collections import deque

from evmap.layout.boxes import concept_box
from evmap.layout.geometry import ASPECT
from evmap.layout.routing.routes import route_links
from evmap.model import ConceptMap, LinkPlace, Places, Rect

_MANY = 160
_GAP_X, _GAP_Y = 40.0, 60.0


def start_places(concept_map: ConceptMap) -> Places:
    """Places for the time being.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    from evmap.layout.searching.quick import quick_places

    return quick_places(concept_map) if len(concept_map.concepts) <= _MANY else in_rows(concept_map)


def in_rows(concept_map: ConceptMap) -> Places:
    """Boxes in rows from the best linked concept outwards, links straight, phrases not shown at rest.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    from evmap.layout.problem import SelfLinkError

    for link in concept_map.links:
        if link.subject == link.object:
            raise SelfLinkError(f"Link “{link.id}” starts and ends at “{link.subject}”: give it a second concept.")
    boxes = _rows(concept_map)
    paths = route_links(boxes, concept_map.links, detours=False)
    return Places(boxes, {link: LinkPlace(path, (*path[0], 0.0, 0.0)) for link, path in paths.items()})


def _rows(concept_map: ConceptMap) -> dict[str, Rect]:
    touching = _touching(concept_map)
    sizes = {
        concept.id: concept_box(concept.name, concept.kind, len(touching[concept.id]))
        for concept in concept_map.concepts
    }
    area = sum((box.w + _GAP_X) * (box.h + _GAP_Y) for box in sizes.values())
    width, high = math.sqrt(area * ASPECT), max((box.h for box in sizes.values()), default=0.0)
    boxes: dict[str, Rect] = {}
    x = y = 0.0
    for name in _outwards(touching):
        box = sizes[name]
        if x > 0 and x + box.w > width:
            x, y = 0.0, y + high + _GAP_Y
        boxes[name] = (round(x, 1), round(y + (high - box.h) / 2, 1), box.w, box.h)
        x += box.w + _GAP_X
    return {concept.id: boxes[concept.id] for concept in concept_map.concepts}


def _touching(concept_map: ConceptMap) -> dict[str, list[str]]:
    touching: dict[str, list[str]] = {concept.id: [] for concept in concept_map.concepts}
    for link in concept_map.links:
        touching[link.subject].append(link.object)
        touching[link.object].append(link.subject)
    return touching


def _outwards(touching: dict[str, list[str]]) -> list[str]:
    """Concepts as a walk from the best linked ones comes upon them."""
    order: dict[str, None] = {}
    for first in sorted(touching, key=lambda name: -len(touching[name])):
        queue = deque([first])
        while queue:
            name = queue.popleft()
            if name not in order:
                order[name] = None
                queue.extend(other for other in touching[name] if other not in order)
    return list(order)
