"""Which files make up a map's folder. The loader reads them; the fingerprint of the compiled map goes over them."""

import os
from pathlib import Path

from msgspec import Struct

from evmap.storage.faults import Fault, MapFaults

MAP_FILE = "map.toml"
PLACES_FILE = "places.json"
BIG_PICTURE_FILE = "big-picture.json"
COMPILED_FILE = "compiled.json"

_MOST_FILES = 500


class MapFiles(Struct, frozen=True):
    """The TOML files of a map, each group in the order of its names."""

    map: Path
    concepts: tuple[Path, ...]
    links: tuple[Path, ...]
    tensions: tuple[Path, ...]
    left_out: tuple[Path, ...]
    tours: tuple[Path, ...]
    unread: tuple[Path, ...]
    """Other TOML files at the top, which nothing reads."""

    @property
    def read(self) -> tuple[Path, ...]:
        """Every file that says something about the map."""
        return (self.map, *self.concepts, *self.links, *self.tensions, *self.left_out, *self.tours)


def list_files(folder: Path) -> MapFiles:
    """The TOML files in a map's folder, or :class:`MapFaults` if it is none."""
    try:
        top = _toml_in(folder)
        concepts, links, tours = (_toml_in(folder / name, missing_ok=True) for name in ("concepts", "links", "tours"))
    except NotADirectoryError as problem:
        raise _about(problem.filename, "is not a folder; name the folder that holds map.toml") from None
    except FileNotFoundError:
        raise _about(folder, "there is no such folder; check its name and place") from None
    except PermissionError as problem:
        raise _about(problem.filename, "may not be read; give yourself permission to read it") from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "its name is not one"
        raise _about(folder, f"cannot be read ({reason.lower()}); check where it leads") from None
    by_name = {path.name: path for path in top}
    if MAP_FILE not in by_name:
        raise _about(folder, "there is no map.toml in this folder; name the folder of a map")
    tensions = tuple(path for path in top if path.name == "tensions.toml")
    left_out = tuple(path for path in top if path.name.startswith("left-out"))
    used = {by_name[MAP_FILE], *tensions, *left_out}
    unread = tuple(path for path in top if path not in used)
    files = MapFiles(by_name[MAP_FILE], concepts, links, tensions, left_out, tours, unread)
    if len(files.read) > _MOST_FILES:
        raise _about(folder, f"has more than {_MOST_FILES} files; put more into each")
    return files


def _toml_in(folder: Path, *, missing_ok: bool = False) -> tuple[Path, ...]:
    try:
        names = [name for name in os.listdir(folder) if name.endswith(".toml") and name[0] != "."]  # noqa: PTH208  (twice as fast)
    except FileNotFoundError:
        if missing_ok:
            return ()
        raise
    return tuple(folder / name for name in sorted(names))


def _about(folder: object, message: str) -> MapFaults:
    from evmap.storage.files import shown_path

    return MapFaults(Fault(shown_path(Path(str(folder))), 0, message))
