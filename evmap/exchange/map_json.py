"""A whole map as JSON and back, in the form that other tools read."""

import msgspec

from evmap.model import ConceptMap, Places
from evmap.storage.exported import SCHEMA, decode_exported, plain_without_marks


def to_json(concept_map: ConceptMap, places: Places | None) -> bytes:
    """The map and its layout, laid out for human readers as well."""
    whole: dict[str, object] = {"schema": SCHEMA, **plain_without_marks(concept_map)}
    whole["layout"] = {} if places is None else {"atlas": places}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def from_json(data: bytes) -> tuple[ConceptMap, Places | None]:
    """The map and its places as such a file holds them; :class:`MapFaults` if it is none."""
    return decode_exported(data)
