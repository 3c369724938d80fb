"""Keeps one's own tours of a map in a folder, one file each; a file that cannot be written leaves the old one whole."""

import os
import re
import zlib
from pathlib import Path

from msgspec import Struct

from evmap.model import ConceptMap, Tour


class KeptTours(Struct, frozen=True):
    """The tours that were found, and what is to be told about them."""

    tours: tuple[Tour, ...]
    problems: tuple[str, ...]


class TourFolder:
    """The folder of one map's own tours.

    Args:
        kept: where the folders of all maps are.
        concept_map: the map.
        folder: the map's own folder, beside which its articles are.
    """

    def __init__(self, kept: Path, concept_map: ConceptMap, folder: Path) -> None:
        self._map = concept_map
        self._articles = folder
        name = re.sub(r"[^a-z0-9]+", "-", concept_map.title.lower()).strip("-")[:40] or "map"
        key = zlib.crc32(f"{os.path.realpath(folder)}\n{concept_map.title}".encode("utf-8", "surrogateescape"))
        self.path = kept / f"{name}-{key:08x}"
        self._written: dict[str, Tour] = {}

    def read(self) -> KeptTours:
        """The tours in the folder, by the names of their files. Damaged ones are named and put aside, never deleted."""
        from evmap.storage.faults import MapFaults
        from evmap.storage.tour_files import check_tour, read_tour

        tours: list[Tour] = []
        problems: list[str] = []
        for file in sorted(self.path.glob("*.json")) if self.path.is_dir() else ():
            try:
                checked = check_tour(read_tour(file), self._map, self._articles)
            except MapFaults as faults:
                problems.append(_put_aside(file, str(faults)))
                continue
            self._written[file.stem] = checked.tour
            tours.append(checked.tour)
            problems += [f"{checked.tour.title}: {problem}" for problem in checked.problems]
        return KeptTours(tuple(tours), tuple(problems))

    def write(self, tours: tuple[Tour, ...]) -> None:
        """Write what is new or changed, then remove the files of tours that are gone.

        Raises:
            OSError: something could not be written or removed. Every file is then either as it was or as it should be.
        """
        from evmap.storage.atomic import write_atomically
        from evmap.storage.tour_files import encode_tour

        for tour in tours:
            if self._written.get(tour.id) != tour:
                self.path.mkdir(parents=True, exist_ok=True)
                write_atomically(self.path / f"{tour.id}.json", encode_tour(tour, self._map.title))
                self._written[tour.id] = tour
        for gone in set(self._written) - {tour.id for tour in tours}:
            (self.path / f"{gone}.json").unlink(missing_ok=True)
            del self._written[gone]


def _put_aside(file: Path, why: str) -> str:
    aside = file.with_suffix(".damaged")
    try:
        file.replace(aside)
    except OSError:
        return f"The tour in {file} cannot be read and is passed over. {why}"
    return f"A tour cannot be read, so it was put aside as {aside}. {why}"
