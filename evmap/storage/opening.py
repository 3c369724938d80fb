"""Opening a map, from wherever it comes: the shipped one, a folder of TOML, or an exported JSON file.

This is on the way to the first window. The shipped map is decoded from its compiled copy; everything that reads TOML
or checks is imported only when it is needed.
"""

import os
from pathlib import Path

from msgspec import Struct

from evmap import data
from evmap.model import BigPicture, ConceptMap, Places
from evmap.storage.compiled import read_compiled


class OpenMap(Struct, frozen=True):
    """A map that is ready to be shown.

    Attributes:
        map: the map.
        places: where everything stands in the Atlas; ``None`` if nobody has laid it out yet.
        folder: in or beside which its articles are looked for.
        big_picture: the first view, if one was laid out.
    """

    map: ConceptMap
    places: Places | None
    folder: Path
    big_picture: BigPicture | None = None


def open_map(path: Path | None = None) -> OpenMap:
    """Open the shipped map (``None``), a map's folder, or an exported file; :class:`MapFaults` if that cannot be."""
    if path is None:
        return _open_folder(data.SHIPPED_MAP)
    if path.name == "map.toml":
        path = path.parent
    return _open_folder(path) if os.path.isdir(path) else _open_exported(path)  # noqa: PTH112  (takes any name)


def _open_folder(folder: Path) -> OpenMap:
    # Another folder's compiled copy may come from anywhere; only the shipped one is known to be made by a check.
    if folder == data.SHIPPED_MAP and (compiled := read_compiled(folder)):
        return OpenMap(compiled.map, compiled.places, folder, compiled.big_picture)
    from evmap.storage.big_picture import read_big_picture
    from evmap.storage.faults import MapFaults
    from evmap.storage.folder import load_folder
    from evmap.storage.places import read_places

    concept_map = load_folder(folder).map
    try:
        places = read_places(folder, concept_map)
    except MapFaults:  # evmap check tells what is wrong with them; the map itself is sound and can be laid out anew
        places = None
    try:
        big_picture = read_big_picture(folder, concept_map)
    except MapFaults:  # the map opens with the Atlas
        big_picture = None
    return OpenMap(concept_map, places, folder, big_picture)


def _open_exported(path: Path) -> OpenMap:
    from evmap.storage.exported import read_exported
    from evmap.storage.files import MOST_JSON, read_bytes, shown_path

    concept_map, places = read_exported(read_bytes(path, MOST_JSON), shown_path(path), path.parent)
    return OpenMap(concept_map, places, path.parent)
