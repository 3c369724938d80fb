"""One TOML file of a map: read within limits, parsed, and able to say on which line each value stands."""

import re
import tomllib
from functools import cached_property
from pathlib import Path as FilePath

from evmap.storage.faults import Fault, MapFaults
from evmap.storage.files import MOST_TOML, read_text, shown_path
from evmap.storage.findings import Path
from evmap.storage.toml_lines import Lines

_DEEP_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){24}""")
"""A key of so many parts is never ours, and costs ``tomllib`` time that grows with the square of its length."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class TomlFile:
    """A parsed file.

    Attributes:
        name: the file's name as faults show it.
        table: its values, as ``tomllib`` gives them.
    """

    def __init__(self, path: FilePath) -> None:
        self.name = shown_path(path)
        self._text = read_text(path, MOST_TOML).removeprefix("\ufeff")
        self.table: dict[str, object] = self._parsed()

    def line_of(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it."""
        return self._lines.of(path) if self._lines and path else 1

    @cached_property
    def _lines(self) -> Lines | None:
        try:
            return Lines(self._text)
        except RecursionError:
            return None

    def _parsed(self) -> dict[str, object]:
        if deep := _DEEP_KEY.search(self._text):
            raise self._broken("a key has far too many dots; write short keys", self._line_at(deep.start()))
        try:
            return tomllib.loads(self._text)
        except RecursionError:
            raise self._broken("is nested too deeply; a map needs no more than a few levels", 0) from None
        except tomllib.TOMLDecodeError as problem:
            raise self._broken(*self._explained(str(problem))) from None
        except ValueError:  # what int() says of thousands of digits
            raise self._broken("holds a number with far too many digits; a map needs no numbers", 0) from None

    def _explained(self, problem: str) -> tuple[str, int]:
        place = _PLACE.search(problem)
        line = self._line_at(len(self._text)) if place is None or place[1] is None else int(place[1])
        what = _PLACE.sub("", problem)
        column = f" at column {place[2]}" if place and place[2] else ""
        return f"this is not TOML{column} ({what[:1].lower()}{what[1:]}); mend this line or the one before it", line

    def _line_at(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1

    def _broken(self, message: str, line: int) -> MapFaults:
        return MapFaults(Fault(self.name, line, message))
