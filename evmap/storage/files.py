"""Reading files within limits: whatever a file is, it gives its bytes or text, or one clear fault."""

import contextlib
import os
import stat
from pathlib import Path

from evmap.reading.texts import UnreadableText, decode
from evmap.storage.faults import Fault, MapFaults, visible

MOST_TOML = 4 << 20
MOST_JSON = 8 << 20
MOST_ARTICLE = 16 << 20
MOST_ARTICLES = 64 << 20
"""So many characters all articles of a map may have together."""


def shown_path(path: Path) -> str:
    """A path as faults show it: from the current folder if it lies within, so that a terminal can open it."""
    text = os.fspath(path)
    with contextlib.suppress(OSError):  # the current folder may have been deleted
        text = text.removeprefix(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118  (keeps what was typed)
    return visible(text)


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most ``most`` bytes, or :class:`MapFaults`.

    The size is looked at before anything is read, and pipes and devices are refused: reading those may never end.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "not a regular file"
            raise MapFaults(_about(path, f"is {what}; put a file there"))
        if found.st_size > most:
            raise MapFaults(_too_large(path, most))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as problem:
        raise MapFaults(_about(path, unreadable(problem))) from None
    if len(data) > most:
        raise MapFaults(_too_large(path, most))
    return data


def read_text(path: Path, most: int) -> str:
    """The text of a file, exactly as it stands there, or :class:`MapFaults`."""
    data = read_bytes(path, most)
    try:
        return decode(data)
    except UnreadableText as problem:
        raise MapFaults(Fault(shown_path(path), _line_of_bad_byte(data), str(problem))) from None


def unreadable(problem: OSError | ValueError) -> str:
    """Why a file could not be read, and what to do, in plain words."""
    if isinstance(problem, FileNotFoundError):
        return "there is no such file; check its name and place"
    if isinstance(problem, PermissionError):
        return "may not be read; give yourself permission to read it"
    if isinstance(problem, OSError) and problem.strerror:
        return f"cannot be read ({problem.strerror.lower()}); check the file and where it leads"
    return "cannot be read; check its name"


def _about(path: Path, message: str) -> Fault:
    return Fault(shown_path(path), 0, message)


def _too_large(path: Path, most: int) -> Fault:
    return _about(
        path, f"is larger than {most >> 20} MB, too large for a file of a map; split it or take a smaller one"
    )


def _line_of_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return data.count(b"\n", 0, problem.start) + 1
    return 1
