"""On which line each value of a TOML text stands, which ``tomllib`` does not tell.

The scanner only looks at texts that ``tomllib`` has accepted, so it may trust that they are well formed and needs to
know no more of TOML than where strings, arrays and tables begin and end. It goes through the text once.
"""

import re
import tomllib
from bisect import bisect_right

from evmap.storage.findings import Path

_BLANK = re.compile(r"(?:[ \t\n\r]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_SCALAR = re.compile(r"[^,\]}#\n]++")
_STRING = re.compile(
    r'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"""(?:"{1,2})?'
    r"|'''[^']*+(?:'(?!'')[^']*+)*+'''(?:'{1,2})?"
    r'|"[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)


class Lines:
    """The line (from 1) of every table, key and array item of a well-formed TOML text."""

    def __init__(self, text: str) -> None:
        scanner = _Scanner(text.replace("\r\n", "\n"))
        scanner.scan()
        self._lines = scanner.lines
        self._items = scanner.items

    def of(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it that stands in the text."""
        for length in range(len(path), 0, -1):
            inner = path[:length]
            if inner in self._lines:
                return self._lines[inner]
            index = inner[-1]
            if isinstance(index, int) and (starts := self._items.get(inner[:-1])):
                nearest = bisect_right(starts, index, key=lambda start: start[0])
                if nearest:
                    return starts[nearest - 1][1]
        return 1


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0  # up to here, line breaks are counted
        self._table: Path = ()
        self._array_lengths: dict[Path, int] = {}
        self.lines: dict[Path, int] = {}
        self.items: dict[Path, list[tuple[int, int]]] = {}  # of each array: (index, line) where a new line begins

    def scan(self) -> None:
        self._skip(_BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                self._header()
            else:
                self._pair(self._table)
            self._skip(_BLANK)

    def _header(self) -> None:
        line = self._current_line()
        brackets = 2 if self._text.startswith("[[", self._at) else 1
        self._at += brackets
        *parents, last = self._key()
        self._at += brackets
        path: Path = ()
        for parent in parents:
            path += (parent,)
            self.lines.setdefault(path, line)
            if path in self._array_lengths:
                path += (self._array_lengths[path] - 1,)
        path += (last,)
        self.lines.setdefault(path, line)
        if brackets == 2:
            index = self._array_lengths.get(path, 0)
            self._array_lengths[path] = index + 1
            path += (index,)
        self._table = path
        self.lines.setdefault(path, line)

    def _pair(self, table: Path) -> None:
        line = self._current_line()
        path = table
        for part in self._key():
            path += (part,)
            self.lines.setdefault(path, line)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip(_SPACE)
            parts.append(self._key_part())
            self._skip(_SPACE)
            if self._text[self._at] != ".":
                return parts
            self._at += 1

    def _key_part(self) -> str:
        if self._text[self._at] not in "\"'":
            return self._take(_BARE_KEY)
        quoted = self._take(_STRING)
        return next(iter(tomllib.loads(f"{quoted} = 0"))) if "\\" in quoted else quoted[1:-1]

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first == "[":
            self._array(path)
        elif first == "{":
            self._inline_table(path)
        else:
            self._skip(_STRING if first in "\"'" else _SCALAR)

    def _array(self, path: Path) -> None:
        noted = self._current_line()
        starts: list[tuple[int, int]] = []
        index = 0
        self._at += 1
        while True:
            self._skip(_BLANK)
            if self._text[self._at] == "]":
                break
            if (line := self._current_line()) != noted:
                starts.append((index, line))
                noted = line
            self._value((*path, index))
            self._skip(_BLANK)
            if self._text[self._at] == ",":
                self._at += 1
            index += 1
        self._at += 1
        if starts:
            self.items[path] = starts

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_BLANK)
            if self._text[self._at] == "}":
                break
            self._pair(path)
            self._skip(_BLANK)
            if self._text[self._at] == ",":
                self._at += 1
        self._at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self._text, self._at):
            self._at = match.end()

    def _take(self, pattern: re.Pattern[str]) -> str:
        start = self._at
        self._skip(pattern)
        return self._text[start : self._at]

    def _current_line(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line
