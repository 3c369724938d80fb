"""The compiled copy of a map: one JSON file beside the TOML from which the program starts without reading the TOML.

It is used only while its fingerprint matches the files it was made from, so it can be out of date but never wrong.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from evmap.model import BigPicture, ConceptMap, Places
from evmap.storage.faults import MapFaults
from evmap.storage.map_files import BIG_PICTURE_FILE, COMPILED_FILE, PLACES_FILE, list_files
from evmap.storage.seeds import article_path


class Compiled(Struct, frozen=True):
    """What ``compiled.json`` holds."""

    fingerprint: str
    map: ConceptMap
    places: Places | None
    big_picture: BigPicture | None = None


def fingerprint(folder: Path, concept_map: ConceptMap) -> str:
    """What changes when any file changes that a map is made from: its TOML, its places, its articles.

    A checksum is enough: it guards against forgetting to compile, not against an enemy.
    """
    total = 0
    for name, path in _made_from(folder, concept_map):
        total = zlib.crc32(name.encode(errors="surrogateescape"), total)
        total = zlib.crc32(path.read_bytes(), total)
    return f"{total:08x}"


def read_compiled(folder: Path) -> Compiled | None:
    """The compiled copy of the map in a folder, if it is there and up to date."""
    try:
        compiled = msgspec.json.decode((folder / COMPILED_FILE).read_bytes(), type=Compiled)
        return compiled if compiled.fingerprint == fingerprint(folder, compiled.map) else None
    except (OSError, ValueError, RecursionError, MapFaults):  # reading the TOML will say what is wrong, if anything is
        return None


def compile_map(folder: Path) -> Path:
    """Check the map in a folder and write its compiled copy, or :class:`MapFaults`; returns where it lies."""
    from evmap.storage.atomic import write_atomically
    from evmap.storage.big_picture import read_big_picture
    from evmap.storage.folder import load_folder
    from evmap.storage.places import read_places

    concept_map = load_folder(folder).map
    places, big_picture = read_places(folder, concept_map), read_big_picture(folder, concept_map)
    compiled = Compiled(fingerprint(folder, concept_map), concept_map, places, big_picture)
    path = folder / COMPILED_FILE
    write_atomically(path, msgspec.json.encode(compiled) + b"\n")
    return path


def _made_from(folder: Path, concept_map: ConceptMap) -> Iterator[tuple[str, Path]]:
    """Every file that a map is made from, and a name for it that is the same wherever the map lies."""
    for path in list_files(folder).read:
        yield path.relative_to(folder).as_posix(), path
    for name in (PLACES_FILE, BIG_PICTURE_FILE):
        if (folder / name).exists():
            yield name, folder / name
    for source in concept_map.sources:
        yield source.file, article_path(source.file, folder)
