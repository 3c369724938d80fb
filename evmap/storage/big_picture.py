"""The first view of a map: reading ``big-picture.json`` and checking that it fits its map."""

from pathlib import Path

import msgspec

from evmap.model import BigPicture, ConceptMap
from evmap.storage.atomic import write_atomically
from evmap.storage.json_file import Misfits, read_fitting
from evmap.storage.map_files import BIG_PICTURE_FILE
from evmap.storage.places import unfit_places, unknown_ids

_MOST = 100


def read_big_picture(folder: Path, concept_map: ConceptMap) -> BigPicture | None:
    """The big picture of a map, ``None`` if there is none yet, or :class:`MapFaults` if it does not fit the map."""
    return read_fitting(folder / BIG_PICTURE_FILE, BigPicture, lambda picture: misfitting(concept_map, picture))


def write_big_picture(folder: Path, picture: BigPicture) -> None:
    """Write the big picture of a map, laid out so that changes can be read as differences."""
    write_atomically(folder / BIG_PICTURE_FILE, msgspec.json.format(msgspec.json.encode(picture), indent=1) + b"\n")


def misfitting(concept_map: ConceptMap, picture: BigPicture) -> Misfits:
    """What in the big picture does not fit the map: ids, each with what is wrong; at most a hundred."""
    concepts = {concept.id for concept in concept_map.concepts}
    ends = {link.id: (link.subject, link.object) for link in concept_map.links}
    shown, places = set(picture.places.concepts), picture.places
    hidden = (other for others in picture.behind.values() for other in others)
    misfits = [
        *unknown_ids("concept", concepts, (*places.concepts, *picture.behind, *hidden)),
        *unknown_ids("link", ends, places.links),
        *((key, f"{key} hides concepts and is not shown") for key in picture.behind if key not in shown),
        *(
            (link, f"an end of {link} is not shown")
            for link in places.links
            if not shown.issuperset(ends.get(link, ()))
        ),
        *unfit_places(places),
    ]
    return misfits[:_MOST]
