"""Keeps a person's arrangement of a map between starts: a small file beside the settings, one for each map."""

import os
import re
import zlib
from pathlib import Path

import msgspec

from evmap.model import ConceptMap, LinkPlace, Places, Rect

_SCHEMA = 1
_MOST_BYTES = 50_000_000


class DamagedPlacesError(Exception):
    """The file holds something else than places; it was put aside or left alone."""


class _Kept(msgspec.Struct):
    """What the file holds: only what stands elsewhere than the map puts it.

    ``shipped`` tells whether the map still puts everything where it did when the file was written.
    """

    schema: int
    map: str
    shipped: int
    concepts: dict[str, Rect]
    links: dict[str, LinkPlace]


def file_for(kept: Path, folder: Path, title: str) -> Path:
    """The file of one map, by its folder and title, among those that are kept."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "map"
    key = zlib.crc32(f"{os.path.realpath(folder)}\n{title}".encode("utf-8", "surrogateescape"))
    return kept / f"{name}-{key:08x}.json"


def keep(file: Path, title: str, shipped: Places, places: Places) -> None:
    """Write what differs from the shipped places; nothing does: the file goes.

    Raises:
        OSError: it cannot be written.
    """
    from evmap.storage.atomic import write_atomically

    if places == shipped:
        file.unlink(missing_ok=True)
        return
    concepts = {name: rect for name, rect in places.concepts.items() if shipped.concepts.get(name) != rect}
    links = {link: place for link, place in places.links.items() if shipped.links.get(link) != place}
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, msgspec.json.encode(_Kept(_SCHEMA, title, _fingerprint(shipped), concepts, links)))


def read_kept(file: Path, concept_map: ConceptMap, shipped: Places) -> Places | None:
    """The arrangement that was kept for a map, if there is one. Of ids that are gone nothing is kept.

    Where the map itself has changed since, concepts stand where they were put and their links are routed anew.

    Raises:
        DamagedPlacesError: the file cannot be read. It is put aside, so that this is told once.
    """
    if not file.exists():
        return None
    try:
        kept = _read(file)
    except (OSError, msgspec.MsgspecError, ValueError) as problem:
        raise DamagedPlacesError(_put_aside(file)) from problem
    on_map = {concept.id for concept in concept_map.concepts} | {link.id for link in concept_map.links}
    concepts = {name: rect for name, rect in kept.concepts.items() if name in on_map}
    links = {link: place for link, place in kept.links.items() if link in on_map}
    if kept.shipped == _fingerprint(shipped):
        return Places({**shipped.concepts, **concepts}, {**shipped.links, **links})
    from evmap.layout.geometry import around, centre
    from evmap.layout.moving import move_boxes

    wishes = {
        name: around(centre(rect), *shipped.concepts[name][2:])
        for name, rect in concepts.items()
        if name in shipped.concepts
    }
    return move_boxes(concept_map.links, shipped, wishes)


def _read(file: Path) -> _Kept:
    if file.stat().st_size > _MOST_BYTES:
        raise ValueError("too large")
    kept = msgspec.json.decode(file.read_bytes(), type=_Kept)
    if kept.schema != _SCHEMA:
        raise ValueError("another schema")
    rects = [*kept.concepts.values(), *(place.phrase for place in kept.links.values())]
    numbers = [number for rect in rects for number in rect]
    numbers += [number for place in kept.links.values() for point in place.points for number in point]
    if any(abs(number) > 1e7 for number in numbers) or any(rect[2] < 0 or rect[3] < 0 for rect in rects):
        raise ValueError("places that no map has")
    if any(len(place.points) < 2 for place in kept.links.values()):
        raise ValueError("a route without a way")
    return kept


def _put_aside(file: Path) -> str:
    """Move a damaged file out of the way; what to tell about it."""
    aside = file.with_suffix(".damaged.json")
    try:
        file.replace(aside)
    except OSError:
        return f"The file of your own places, {file}, is damaged, so everything stands where the map puts it."
    return (
        "The file of your own places was damaged, so everything stands where the map puts it. "
        f"The old file is now {aside}."
    )


def _fingerprint(places: Places) -> int:
    return zlib.crc32(msgspec.json.encode(places))
