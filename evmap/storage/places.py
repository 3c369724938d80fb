"""Where everything stands in the Atlas: reading ``places.json`` and checking that it fits its map."""

import math
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

from evmap.model import ConceptMap, Places
from evmap.storage.atomic import write_atomically
from evmap.storage.faults import shown
from evmap.storage.json_file import Misfits, read_fitting
from evmap.storage.map_files import PLACES_FILE

_MOST = 100


def read_places(folder: Path, concept_map: ConceptMap) -> Places | None:
    """The places of a map, ``None`` if there are none yet, or :class:`MapFaults` if they do not fit the map."""
    return read_fitting(folder / PLACES_FILE, Places, lambda places: misfitting(concept_map, places))


def write_places(folder: Path, places: Places) -> None:
    """Write the places of a map, one item a line, so that changes can be read as differences."""
    parts = [_item_lines(places.concepts), _item_lines(places.links)]
    write_atomically(folder / PLACES_FILE, b'{"concepts":{\n%b\n},\n"links":{\n%b\n}}\n' % tuple(parts))


def _item_lines(items: Mapping[str, object]) -> bytes:
    encode = msgspec.json.encode
    return b",\n".join(encode(item) + b":" + encode(place) for item, place in items.items())


def misfitting(concept_map: ConceptMap, places: Places) -> Misfits:
    """What in the places does not fit the map: ids, each with what is wrong; at most a hundred."""
    concepts = [concept.id for concept in concept_map.concepts]
    links = [link.id for link in concept_map.links]
    misfits = [
        *_wrong_ids("concept", concepts, places.concepts),
        *_wrong_ids("link", links, places.links),
        *unfit_places(places),
    ]
    return misfits[:_MOST]


def unfit_places(places: Places) -> Misfits:
    """Boxes that are no boxes and routes that are no routes: ids, each with what is wrong."""
    misfits = [
        (item, f"the box of {shown(item)} is no box") for item, box in places.concepts.items() if not _is_box(box)
    ]
    for item, place in places.links.items():
        if len(place.points) < 2 or not all(map(math.isfinite, (number for point in place.points for number in point))):
            misfits.append((item, f"the route of {shown(item)} is no route"))
        if not _is_box(place.phrase):
            misfits.append((item, f"the phrase box of {shown(item)} is no box"))
    return misfits


def unknown_ids(what: str, known: Collection[str], placed: Iterable[str]) -> Misfits:
    """Ids that are not on the map, each with what is wrong."""
    return [(item, f"there is no {what} {shown(item)} on the map") for item in placed if item not in known]


def _wrong_ids(what: str, wanted: list[str], placed: Iterable[str]) -> Misfits:
    known, there = set(wanted), set(placed)
    missing = [(item, f"the {what} {shown(item)} has no place") for item in wanted if item not in there]
    return missing + unknown_ids(what, known, placed)


def _is_box(box: tuple[float, float, float, float]) -> bool:
    return all(map(math.isfinite, box)) and box[2] > 0 and box[3] > 0
