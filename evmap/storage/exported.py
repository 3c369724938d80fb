"""Reading a map that was exported as JSON. It may come from anywhere, so nothing in it is believed unchecked."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from evmap.model import Concept, ConceptMap, Link, Origin, Places, Quote, Source, Tension, Tour
from evmap.storage.faults import Fault, MapFaults, shown
from evmap.storage.files import MOST_ARTICLES
from evmap.storage.json_faults import json_fault, line_of_id
from evmap.storage.places import misfitting
from evmap.storage.quote_checks import in_order, quote_problem, text_if_there
from evmap.storage.seeds import leads_elsewhere

SCHEMA = 1

_MOST_FAULTS = 100


class _Version(Struct):
    schema: int


class _Layout(Struct, frozen=True):
    atlas: Places | None = None


class _Exported(Struct):
    """The whole file."""

    title: str
    question: str
    sources: tuple[Source, ...]
    concepts: tuple[Concept, ...]
    links: tuple[Link, ...]
    tensions: tuple[Tension, ...]
    tours: tuple[Tour, ...]
    layout: _Layout = _Layout()


def read_exported(data: bytes, name: str, folder: Path) -> tuple[ConceptMap, Places | None]:
    """The map and its places in an exported file, checked, or :class:`MapFaults`.

    Its quotes are compared with the articles when these lie in ``folder``, beside it, or came with the program. Places
    that do not fit are dropped: a map can be laid out anew.

    Args:
        data: the bytes of the file.
        name: the file's name as faults show it.
        folder: where it lies.
    """
    concept_map, places = decode_exported(data, name)
    problems = list(islice(_problems(concept_map, folder), _MOST_FAULTS))
    if problems:
        raise MapFaults(*(Fault(name, line_of_id(item, data), what) for item, what in problems))
    if places is not None and misfitting(concept_map, places):
        places = None
    return concept_map, places


def decode_exported(data: bytes, name: str = "map.json") -> tuple[ConceptMap, Places | None]:
    """The map and its places as an exported file holds them, well formed but not yet compared with anything."""
    try:
        version = msgspec.json.decode(data, type=_Version).schema
        if version != SCHEMA:
            told = (
                "a newer EV Map wrote this file; open it with that one" if version > SCHEMA else "there is no such form"
            )
            raise MapFaults(Fault(name, 1, f"“schema” is {version}: {told}"))
        whole = msgspec.json.decode(data, type=_Exported)
    except (ValueError, RecursionError) as problem:
        raise MapFaults(json_fault(problem, data, name, "export the map again")) from None
    concept_map = ConceptMap(
        whole.title, whole.question, whole.sources, whole.concepts, whole.links, whole.tensions, whole.tours
    )
    if any(quote.marks is not None for _, quote in quotes_of(concept_map)):  # these could lead anywhere in the text
        concept_map = msgspec.convert(plain_without_marks(concept_map), ConceptMap)
    return concept_map, whole.layout.atlas


def quotes_of(concept_map: ConceptMap) -> Iterator[tuple[str, Quote]]:
    """Every quote of a map, with the id of what it belongs to."""
    items: list[Concept | Link | Tension] = [*concept_map.concepts, *concept_map.links, *concept_map.tensions]
    for item in items:
        for quote in item.quotes:
            yield item.id, quote
    for tour in concept_map.tours:
        yield from ((tour.id, step.quote) for step in tour.steps if step.quote is not None)


def _problems(concept_map: ConceptMap, folder: Path) -> Iterator[tuple[str, str]]:
    """Everything in a map that does not hold together: the id of what is wrong, and what to do."""
    yield from _taken_twice(concept_map)
    yield from _dangling(concept_map)
    articles: dict[str, str] = {}
    total = 0
    for source in concept_map.sources:
        if total > MOST_ARTICLES:
            yield source.id, "the articles are too large together; take fewer or smaller ones"
            return
        if leads_elsewhere(source.file):
            yield (
                source.id,
                f"the source file {shown(source.file)} leads out of the map's folder; write seeds/article.txt",
            )
        elif (text := text_if_there(source, folder)) is not None:
            total += len(text)
            if in_order(source.body, len(text)):
                articles[source.id] = text
            else:
                yield source.id, f"the body of {shown(source.id)} does not lie within its article; export the map again"
    bodies = {source.id: source.body for source in concept_map.sources}
    for item, quote in quotes_of(concept_map):
        if problem := quote_problem(quote, bodies, articles):
            yield item, f"a quote of {shown(item)} {problem}; export the map again"


def _taken_twice(concept_map: ConceptMap) -> Iterator[tuple[str, str]]:
    groups = [
        [source.id for source in concept_map.sources],
        [*(concept.id for concept in concept_map.concepts), *(link.id for link in concept_map.links)],
        [tension.id for tension in concept_map.tensions],
        [tour.id for tour in concept_map.tours],
    ]
    for ids in groups:
        for item, count in Counter(ids).items():
            if count > 1:
                yield item, f"the id {shown(item)} is taken {count} times; give each its own"


def _dangling(concept_map: ConceptMap) -> Iterator[tuple[str, str]]:
    concepts = {concept.id for concept in concept_map.concepts}
    links = {link.id for link in concept_map.links}
    for link in concept_map.links:
        for end in (link.subject, link.object):
            if end not in concepts:
                yield link.id, f"the link {shown(link.id)} leads to {shown(end)}, which is no concept; mend its ends"
        if (link.origin is Origin.SOURCE) != bool(link.quotes):
            yield (
                link.id,
                f"the link {shown(link.id)} is of origin {link.origin.value} and its quotes do not fit that; mend it",
            )
    for tour in concept_map.tours:
        for step in tour.steps:
            for missing in (*(set(step.focus) - concepts), *(set(step.links) - links)):
                yield (
                    tour.id,
                    f"a step of {shown(tour.id)} points at {shown(missing)}, which is not on the map; mend it",
                )


def plain_without_marks(concept_map: ConceptMap) -> dict[str, Any]:
    """The map as plain dicts and lists in the exported form, which has no marks."""
    plain: dict[str, Any] = msgspec.to_builtins(concept_map)
    quotes = [quote for group in ("concepts", "links", "tensions") for item in plain[group] for quote in item["quotes"]]
    quotes += [step["quote"] for tour in plain["tours"] for step in tour["steps"] if step["quote"]]
    for quote in quotes:
        del quote["marks"]
    return plain
