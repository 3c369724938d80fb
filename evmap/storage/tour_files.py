"""A tour as one file of its own: how teachers keep, send and get them. Such a file may come from anywhere."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from evmap.model import ConceptMap, Step, Tour
from evmap.storage.faults import Fault, MapFaults, shown
from evmap.storage.json_faults import json_fault
from evmap.storage.quote_checks import quote_problem, text_if_there

SCHEMA = 1
MOST_BYTES = 2_000_000
_MOST_STEPS = 200
_MOST_TEXT = 20_000
_ADVICE = "ask for the file again, or export the tour again"


class _Version(Struct):
    schema: int


class _TourFile(Struct):
    """The whole file: for which map it was made, and the tour."""

    schema: int
    map: str
    tour: Tour


class CheckedTour(Struct, frozen=True):
    """A tour that fits a map, and what did not.

    Attributes:
        tour: the tour; quotes that do not say what their article says are left out of it.
        problems: what is wrong with it, one sentence each. Ids that are gone stay in the tour and are shown no more.
    """

    tour: Tour
    problems: tuple[str, ...]


def encode_tour(tour: Tour, map_title: str) -> bytes:
    """The bytes of a tour's file. Marks in quotes are the map's matter and left out."""
    steps = tuple(replace(step, quote=replace(step.quote, marks=None) if step.quote else None) for step in tour.steps)
    file = _TourFile(SCHEMA, map_title, replace(tour, steps=steps))
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"


def read_tour(path: Path) -> Tour:
    """The tour in a file, well formed but not yet compared with any map.

    Raises:
        MapFaults: it cannot be read, or is no tour.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise MapFaults(Fault(path.name, 0, f"is larger than {MOST_BYTES // 1_000_000} MB, which no tour is"))
        data = path.read_bytes()
    except OSError as problem:
        raise MapFaults(Fault(path.name, 0, f"cannot be read ({problem.strerror or problem})")) from None
    return decode_tour(data, path.name)


def decode_tour(data: bytes, name: str) -> Tour:
    """The tour that the bytes of a file hold.

    Raises:
        MapFaults: they hold none; ``name`` is how faults call the file.
    """
    try:
        version = msgspec.json.decode(data, type=_Version).schema
        if version != SCHEMA:
            told = "a newer EV Map wrote this tour; open it with that one" if version > SCHEMA else "no tour has that"
            raise MapFaults(Fault(name, 1, f"“schema” is {version}: {told}"))
        tour = msgspec.json.decode(data, type=_TourFile).tour
    except (ValueError, RecursionError) as problem:
        raise MapFaults(json_fault(problem, data, name, _ADVICE)) from None
    for what in _excess(tour):
        raise MapFaults(Fault(name, 1, f"{what}; {_ADVICE}"))
    return tour


def check_tour(tour: Tour, concept_map: ConceptMap, folder: Path) -> CheckedTour:
    """Compare a tour with a map and its articles; what is gone or wrong is named, the rest works."""
    bodies = {source.id: source.body for source in concept_map.sources}
    texts = {source.id: text_if_there(source, folder) for source in concept_map.sources}
    articles = {source: text for source, text in texts.items() if text is not None}
    known = {concept.id for concept in concept_map.concepts}, {link.id for link in concept_map.links}
    steps: list[Step] = []
    problems: list[str] = []
    for number, step in enumerate(tour.steps, 1):
        wrong = quote_problem(step.quote, bodies, articles) if step.quote else None
        problems += [f"Step {number} shows {shown(gone)}, which is not on this map." for gone in _gone(step, *known)]
        if wrong:
            problems.append(f"The quote of step {number} {wrong}, so it is left out.")
        steps.append(replace(step, quote=None if wrong or step.quote is None else replace(step.quote, marks=None)))
    return CheckedTour(replace(tour, steps=tuple(steps)), tuple(problems))


def _gone(step: Step, concepts: set[str], links: set[str]) -> Iterator[str]:
    yield from (each for each in step.focus if each not in concepts)
    yield from (each for each in step.links if each not in links)


def _excess(tour: Tour) -> Iterator[str]:
    """What is out of all measure in a tour."""
    if not tour.steps:
        yield "has no steps"
    if len(tour.steps) > _MOST_STEPS:
        yield f"has {len(tour.steps)} steps, and {_MOST_STEPS} are the most"
    texts = [tour.id, tour.title, tour.question]
    for step in tour.steps:
        texts += [step.title, step.notes, *step.focus, *step.links]
        if not 0 <= step.seconds <= 86_400:
            yield f"has a step of {step.seconds} seconds"
    if not tour.id.strip() or not tour.title.strip():
        yield "has no id or no title"
    if max(map(len, texts)) > _MOST_TEXT:
        yield f"has a text of more than {_MOST_TEXT} characters"
