"""What a command says, on paper that may be gone, and how it ends: 0 fine, 1 a fault in the input, 2 wrong use."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # as in the room itself
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import TextIO

    from evmap.storage.faults import MapFaults

FINE, FAULT, WRONG_USE = 0, 1, 2


def say(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines. A reader that has closed the pipe has seen enough: nothing more is printed or said of it."""
    stream = stream or sys.stdout
    try:
        for line in lines:
            print(line, file=stream)
        if stream is not None:
            stream.flush()
    except OSError:
        _silence(stream)


def _silence(stream: TextIO | None) -> None:
    """Lead a broken stream nowhere, so that Python does not complain of it when it ends."""
    import os

    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def refused(problem: MapFaults) -> int:
    """Tell why a map cannot be opened."""
    say(map(str, problem.faults), sys.stderr)
    return FAULT


def unwritable(path: Path, problem: OSError | ValueError) -> int:
    """Tell why a file cannot be written."""
    reason = (problem.strerror if isinstance(problem, OSError) else None) or "its name is not one"
    say([f"{path}: cannot be written ({reason.lower()}); choose another place"], sys.stderr)
    return FAULT


def wrong(command: str, problem: Exception) -> int:
    """Tell what was wrong with an order."""
    say([f"evmap {command}: {problem}"], sys.stderr)
    return WRONG_USE
