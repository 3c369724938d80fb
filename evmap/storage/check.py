"""``evmap check``: everything that is wrong with a map's folder, and what it holds, as lines to print."""

from pathlib import Path

from evmap.model import ConceptMap
from evmap.storage.big_picture import read_big_picture
from evmap.storage.compiled import read_compiled
from evmap.storage.faults import Fault, MapFaults
from evmap.storage.files import shown_path
from evmap.storage.folder import examine_folder
from evmap.storage.map_files import BIG_PICTURE_FILE, COMPILED_FILE, PLACES_FILE
from evmap.storage.places import read_places
from evmap.storage.report import number, report


def check(folder: Path) -> tuple[tuple[Fault, ...], list[str]]:
    """All faults and warnings of the map in a folder, and closing lines: counts, and the sum of faults."""
    loaded, faults = examine_folder(folder)
    if loaded is None:
        return faults, [_sum(faults)]
    if not faults:
        faults = _beside(folder, loaded.map)
    faults += loaded.warnings
    return faults, [*report(loaded), _sum(faults)]


def _beside(folder: Path, concept_map: ConceptMap) -> tuple[Fault, ...]:
    """What is wrong with the files that are made from the TOML."""
    try:
        places, picture = read_places(folder, concept_map), read_big_picture(folder, concept_map)
    except MapFaults as problem:
        return problem.faults
    if places is None:
        missing = "nobody has laid this map out yet; run evmap layout on the folder"
        return (Fault(shown_path(folder / PLACES_FILE), 0, missing, warning=True),)
    if picture is None:
        missing = "there is no big picture to begin with yet; run evmap layout on the folder"
        return (Fault(shown_path(folder / BIG_PICTURE_FILE), 0, missing, warning=True),)
    compiled = folder / COMPILED_FILE
    if compiled.exists() and read_compiled(folder) is None:
        return (Fault(shown_path(compiled), 0, "is older than the map; run evmap compile on the folder", warning=True),)
    return ()


def _sum(faults: tuple[Fault, ...]) -> str:
    warnings = sum(fault.warning for fault in faults)
    return f"{number(len(faults) - warnings, 'fault')}, {number(warnings, 'warning')}"
