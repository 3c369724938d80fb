"""Reads a JSON file that lies beside a map and must fit it: what ``evmap layout`` has written."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from evmap.storage.faults import Fault, MapFaults
from evmap.storage.files import MOST_JSON, read_bytes, shown_path
from evmap.storage.json_faults import json_fault, line_of_id

_ADVICE = "run evmap layout on the folder"

Read = TypeVar("Read")
Misfits = list[tuple[str, str]]
"""Ids, each with what is wrong with it."""


def read_fitting(path: Path, kind: type[Read], misfitting: Callable[[Read], Misfits]) -> Read | None:
    """What is in the file, ``None`` if there is no file yet, or :class:`MapFaults` if it does not fit its map."""
    if not path.is_symlink() and not path.exists():
        return None
    data = read_bytes(path, MOST_JSON)
    name = shown_path(path)
    try:
        found = msgspec.json.decode(data, type=kind)
    except (ValueError, RecursionError) as problem:
        raise MapFaults(json_fault(problem, data, name, _ADVICE)) from None
    misfits = misfitting(found)
    if misfits:
        raise MapFaults(*(Fault(name, line_of_id(item, data), f"{what}; {_ADVICE}") for item, what in misfits))
    return found
