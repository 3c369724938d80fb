"""What is wrong with a JSON file, in plain words and with a line, from what ``msgspec`` says of it."""

import re

import msgspec

from evmap.storage.faults import Fault

_BYTE = re.compile(r" \(byte (\d+)\)")
_PLACE = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")
_TYPE = re.compile(r"`(\w+)`")
_TYPES = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "null": "nothing",
    "object": "an object",
    "str": "a text",
}


def json_fault(problem: ValueError | RecursionError, data: bytes, name: str, advice: str) -> Fault:
    """The fault of a file whose bytes could not be decoded into what they should be."""
    if isinstance(problem, RecursionError):
        return Fault(name, 1, f"is nested too deeply; {advice}")
    if isinstance(problem, UnicodeDecodeError):
        return Fault(name, 1, f"is not UTF-8 text; {advice}")
    what = str(problem)
    if isinstance(problem, msgspec.ValidationError):
        place = _PLACE.search(what)
        where = f"at {place[1]}: " if place and place[1] else ""
        words = _TYPE.sub(lambda found: _TYPES.get(found[1], f"“{found[1]}”"), _PLACE.sub("", what))
        return Fault(name, 1, f"does not have the right form ({where}{words[:1].lower()}{words[1:]}); {advice}")
    place = _BYTE.search(what)
    line = data.count(b"\n", 0, int(place[1]) if place else len(data)) + 1
    return Fault(
        name, line, f"is not JSON ({_BYTE.sub('', what).removeprefix('JSON is malformed: ').lower()}); {advice}"
    )


def line_of_id(item: str, data: bytes) -> int:
    """The first line of a JSON file that has an id on it."""
    at = data.find(msgspec.json.encode(item))
    return data.count(b"\n", 0, at) + 1 if at >= 0 else 1
