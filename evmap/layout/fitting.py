"""Whether stored places fit a map: what is missing, what is unknown, what is no number."""

import math
from collections.abc import Iterable

from evmap.model import ConceptMap, Places


def check_places(concept_map: ConceptMap, places: Places) -> list[str]:
    """Say in plain sentences what does not fit; an empty list means that the places can be shown."""
    faults = [
        *_compare("concept", (concept.id for concept in concept_map.concepts), places.concepts),
        *_compare("link", (link.id for link in concept_map.links), places.links),
    ]
    for concept_id, rect in places.concepts.items():
        if not all(map(math.isfinite, rect)) or rect[2] <= 0 or rect[3] <= 0:
            faults.append(f"The place of concept “{concept_id}” is not a box.")
    for link_id, place in places.links.items():
        numbers = (*place.phrase, *(number for point in place.points for number in point))
        if len(place.points) < 2 or not all(map(math.isfinite, numbers)):
            faults.append(f"The place of link “{link_id}” is not a path with a phrase.")
    return faults


def _compare(what: str, wanted: Iterable[str], given: Iterable[str]) -> list[str]:
    on_map, placed = list(wanted), set(given)
    missing = [f"The places lack {what} “{name}”: lay the map out again." for name in on_map if name not in placed]
    unknown = sorted(placed - set(on_map))
    return missing + [f"The places name {what} “{name}”, which is not on the map." for name in unknown]
