"""From a TOML table to a typed row, value by value, so that everything that is wrong with it is told at once.

``msgspec`` judges each value; it is not asked to convert whole tables, because it would stop at the first fault.
Whatever is missing or wrong is reported and then stood in for by an empty value, so that reading can go on.
"""

import difflib
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import msgspec

from evmap.storage.faults import shown
from evmap.storage.findings import Findings, Where
from evmap.storage.rows import Row

AnyRow = TypeVar("AnyRow", bound=Row)

_CALLED = {
    "MapRow": "map.toml",
    "ConceptsFile": "a file of concepts",
    "LinksFile": "a file of links",
    "TensionsFile": "a file of tensions",
    "LeftOutFile": "a file of left-out passages",
    "LeftOutRow": "a left-out passage",
    "FurnitureRow": "a block of furniture",
}


def read_row(kind: type[AnyRow], table: dict[str, object], where: Where, findings: Findings) -> AnyRow:
    """A row of this kind from a table; faults go to ``findings``."""
    values: dict[str, Any] = {"where": where}
    known = _fields(kind)
    for key in table:
        if key not in known:
            findings.fault(where.at(key), f"{_called(kind)} has no key {shown(key)}; {_advice(key, list(known))}")
    for key, info in known.items():
        if key in table:
            values[info.name] = _value(info.type, table[key], where.at(key), findings)
        elif info.required:
            findings.fault(where.at(key), f"{_called(kind)} needs the key {shown(key)}; add it")
            values[info.name] = _stand_in(info.type)
    return kind(**values)


def _value(wanted: object, given: object, where: Where, findings: Findings) -> object:
    if (row := _row_kind(wanted)) is not None:
        return _rows(row, given, where, findings)
    if get_origin(wanted) is list and isinstance(given, list):
        item_type = get_args(wanted)[0]
        return [_value(item_type, item, where.at(index), findings) for index, item in enumerate(given)]
    try:
        return msgspec.convert(given, wanted)
    except msgspec.ValidationError:
        verb = "holds" if isinstance(where.path[-1], int) else "is"
        findings.fault(where, f"{shown(_key(where))} {verb} {_described(given)}; write {_wanted(wanted)}")
        return _stand_in(wanted)


def _rows(kind: type[Row], given: object, where: Where, findings: Findings) -> list[Row]:
    if isinstance(given, dict):  # one table where several may stand: [step.quote]
        return [read_row(kind, given, where, findings)]
    if not isinstance(given, list) or not all(isinstance(table, dict) for table in given):
        key = _key(where)
        findings.fault(where, f"{shown(key)} is {_described(given)}; write each one under its own [[…{key}]] line")
        return []
    rows = []
    for index, table in enumerate(given):
        if findings.is_full(where):
            break
        rows.append(read_row(kind, table, where.at(index), findings))
    return rows


@cache
def _fields(kind: type[Row]) -> dict[str, msgspec.structs.FieldInfo]:
    return {info.encode_name: info for info in msgspec.structs.fields(kind) if info.name != "where"}


def _row_kind(wanted: object) -> type[Row] | None:
    items = get_args(wanted)
    if get_origin(wanted) is list and isinstance(items[0], type) and issubclass(items[0], Row):
        return items[0]
    return None


def _stand_in(wanted: object) -> object:
    if get_origin(wanted) in (Union, UnionType):
        wanted = get_args(wanted)[0]
    if get_origin(wanted) is list:
        return []
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return next(iter(wanted))
    return wanted() if isinstance(wanted, type) else None


def _key(where: Where) -> str:
    return next(part for part in reversed(where.path) if isinstance(part, str))


def _called(kind: type[Row]) -> str:
    return _CALLED.get(kind.__name__) or "a " + kind.__name__.removesuffix("Row").lower()


def _advice(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key[:40], known, n=1)
    return f"did you mean {shown(near[0])}?" if near else f"its keys are {', '.join(known)}"


def _wanted(wanted: object) -> str:
    if get_origin(wanted) in (Union, UnionType):
        return " or ".join(_wanted(choice) for choice in get_args(wanted))
    if get_origin(wanted) is list:
        return "a list of texts in quotation marks"
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return "one of " + ", ".join(str(member.value) for member in wanted)
    return {str: "a text in quotation marks", bool: "true or false"}[wanted]  # type: ignore[index]


def _described(given: object) -> str:
    match given:
        case str():
            return shown(given)
        case bool():
            return str(given).lower()
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a table"
    return "a date or time"
