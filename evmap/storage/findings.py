"""What a check has found so far: gathers faults, at most one for each value of a file."""

from typing import NamedTuple, Protocol

from evmap.storage.faults import Fault

Path = tuple[str | int, ...]
"""Leads to a value of a file: ``("concept", 2, "quote", 0, "text")``."""

_MOST_IN_A_FILE = 1000


class Lined(Protocol):
    """A file that can say on which line each of its values stands."""

    @property
    def name(self) -> str:
        """The file's name as faults show it."""

    def line_of(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it that has one."""


class Where(NamedTuple):
    """A place in a file."""

    file: Lined
    path: Path = ()

    def at(self, *keys: str | int) -> "Where":
        """The place of a value below this one."""
        return Where(self.file, self.path + keys)

    @property
    def line(self) -> int:
        """The line on which it stands."""
        return self.file.line_of(self.path)

    def __str__(self) -> str:
        return f"{self.file.name}:{self.line}"


class Findings:
    """Gathers the faults of all files of a map, so that they are reported together.

    The first fault of a value is the telling one (a missing name is also an empty name); later ones are dropped. A file
    with very many faults is cut off, so that a hostile one cannot fill the memory.
    """

    def __init__(self) -> None:
        self._all: list[Fault] = []
        self._seen: set[tuple[str, Path]] = set()
        self._in_file: dict[str, int] = {}

    def fault(self, where: Where, message: str) -> None:
        """Note something that keeps the map from being used."""
        self._note(where, message, warning=False)

    def warn(self, where: Where, message: str) -> None:
        """Note something that is worth a look."""
        self._note(where, message, warning=True)

    def told(self, where: Where) -> bool:
        """Whether a value is known to be wrong, so that nothing should be concluded from it."""
        return (where.file.name, where.path) in self._seen

    def is_full(self, where: Where) -> bool:
        """Whether a file has so many faults that no more of it are told, so that looking further is of no use."""
        return self._in_file.get(where.file.name, 0) > _MOST_IN_A_FILE

    def add(self, *faults: Fault) -> None:
        """Note faults that others have made."""
        for fault in faults:
            count = self._in_file[fault.file] = self._in_file.get(fault.file, 0) + 1
            if count <= _MOST_IN_A_FILE:
                self._all.append(fault)
            elif count == _MOST_IN_A_FILE + 1:
                self._all.append(Fault(fault.file, 0, "has more faults than are shown; mend these first"))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that keeps the map from being used, file by file."""
        return self._sorted(warning=False)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """Everything that is worth a look, file by file."""
        return self._sorted(warning=True)

    def _note(self, where: Where, message: str, *, warning: bool) -> None:
        value = (where.file.name, where.path)
        if value in self._seen:
            return
        if self.is_full(where):
            return
        if not warning:
            self._seen.add(value)
        self.add(Fault(where.file.name, where.line, message, warning))

    def _sorted(self, *, warning: bool) -> tuple[Fault, ...]:
        chosen = [fault for fault in self._all if fault.warning is warning]
        return tuple(sorted(chosen, key=lambda fault: (fault.file, fault.line or 1 << 62)))
