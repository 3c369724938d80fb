"""What a map must hold to be sound: ids and names that are unique, references that lead somewhere, texts that fit."""

import difflib
import re
from collections.abc import Iterable

from evmap.model import Origin
from evmap.reading.texts import fold
from evmap.storage.faults import shown
from evmap.storage.findings import Findings, Where
from evmap.storage.library import CheckedArticle
from evmap.storage.rows import ConceptRow, LinkRow, MapRow, StepRow, TensionRow, TourRow

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_LOOKED_THROUGH = 30_000_000_000
_LONG_NAME, _LONG_PHRASE, _LONG_SUMMARY = 44, 40, 140


def check_map(row: MapRow, findings: Findings) -> None:
    """A map has a title, a question and at least one source; sources have ids of their own."""
    _filled(row.title, row.where.at("title"), findings)
    _filled(row.question, row.where.at("question"), findings)
    if not row.source:
        findings.fault(row.where.at("source"), "this map has no [[source]]; add the article that it quotes")
    _check_ids(((source.id, source.where) for source in row.source), "source", findings)
    for source in row.source:
        _filled(source.title, source.where.at("title"), findings)


def check_concepts(concepts: list[ConceptRow], links: list[LinkRow], findings: Findings) -> None:
    """Concepts and links share one set of ids; concepts have names of their own and are quoted."""
    ids = [*((row.id, row.where) for row in concepts), *((row.id, row.where) for row in links)]
    _check_ids(ids, "concept or link", findings)
    _check_names(concepts, findings)
    for concept in concepts:
        _filled(concept.name, concept.where.at("name"), findings, _LONG_NAME)
        _filled(concept.summary, concept.where.at("summary"), findings, _LONG_SUMMARY)
        _check_origin(concept, "concept", findings)


def check_orphans(concepts: list[ConceptRow], links: list[LinkRow], findings: Findings) -> None:
    """Every concept takes part in a link."""
    linked = {end for link in links for end in (link.begin, link.end)}
    for concept in concepts:
        if concept.id not in linked:
            findings.fault(
                concept.where.at("id"), f"no link begins or ends at {shown(concept.id)}; link it or take it away"
            )


def check_links(links: list[LinkRow], findings: Findings) -> None:
    """Links have a phrase and are quoted, and no two say the same."""
    said: dict[tuple[str, str, str], Where] = {}
    for link in links:
        _filled(link.phrase, link.where.at("phrase"), findings, _LONG_PHRASE)
        _check_origin(link, "link", findings)
        if link.begin == link.end:
            findings.warn(link.where.at("to"), f"the link {shown(link.id)} ends where it begins; name another concept")
        sentence = (link.begin, fold(link.phrase), link.end)
        if sentence in said:
            findings.warn(
                link.where.at("phrase"), f"says the same as the link at {said[sentence]}; make them one with two quotes"
            )
        said.setdefault(sentence, link.where)


def check_tensions(tensions: list[TensionRow], findings: Findings) -> None:
    """A tension is between exactly two quotes."""
    _check_ids(((tension.id, tension.where) for tension in tensions), "tension", findings)
    for tension in tensions:
        _filled(tension.question, tension.where.at("question"), findings)
        if len(tension.quote) != 2:
            findings.fault(
                tension.where.at("quote"), f"a tension has two quotes, this has {len(tension.quote)}; give it two"
            )


def check_tours(tours: list[TourRow], findings: Findings) -> None:
    """Tours have steps, and every step has a quote and points somewhere."""
    _check_ids(((tour.id, tour.where) for tour in tours), "tour", findings)
    for tour in tours:
        _filled(tour.title, tour.where.at("title"), findings)
        _filled(tour.question, tour.where.at("question"), findings)
        if not tour.step:
            findings.fault(tour.where.at("step"), "this tour has no steps; add a [[step]]")
        for step in tour.step:
            _check_step(step, findings)


def check_references(
    links: list[LinkRow], tours: list[TourRow], concept_ids: set[str], link_ids: set[str], findings: Findings
) -> None:
    """Links join concepts, and steps point at concepts and links, that are on the map."""
    concepts, links_known = _Known("concept", concept_ids), _Known("link", link_ids)
    for link in links:
        concepts.check(link.begin, link.where.at("from"), findings)
        concepts.check(link.end, link.where.at("to"), findings)
    for step in (step for tour in tours for step in tour.step):
        for index, item in enumerate(step.focus):
            concepts.check(item, step.where.at("focus", index), findings)
        for index, item in enumerate(step.links):
            links_known.check(item, step.where.at("links", index), findings)


def check_aliases(concepts: list[ConceptRow], articles: Iterable[CheckedArticle], findings: Findings) -> None:
    """Every alias stands, as whole words, in the body of a source."""
    bodies = [article.folded[start:end] for article in articles for start, end in article.body]
    if sum(map(len, bodies)) * sum(len(concept.aliases) for concept in concepts) > _MOST_LOOKED_THROUGH:
        findings.fault(concepts[0].where.at("aliases"), "there are too many aliases for articles so large; take fewer")
        return
    for concept in concepts:
        for index, alias in enumerate(concept.aliases):
            where = concept.where.at("aliases", index)
            if not _filled(alias, where, findings):
                continue
            if bodies and not any(_stands_in(fold(alias), body) for body in bodies):
                findings.fault(
                    where, f"the alias {shown(alias)} is nowhere in the sources; copy their words or take it away"
                )


def _check_origin(row: ConceptRow | LinkRow, what: str, findings: Findings) -> None:
    """What comes from a source has a quote, and background has none."""
    if findings.told(row.where.at("origin")):
        return
    if row.origin is Origin.SOURCE and not row.quote:
        advice = f'add a [[{what}.quote]], or origin = "background"'
        findings.fault(row.where.at("quote"), f"the {what} {shown(row.id)} has no quote; {advice}")
    if row.origin is Origin.BACKGROUND and row.quote:
        findings.fault(row.where.at("origin"), f"a background {what} has a quote; take the quote or “origin” away")


def _check_step(step: StepRow, findings: Findings) -> None:
    _filled(step.title, step.where.at("title"), findings)
    _filled(step.notes, step.where.at("notes"), findings)
    if not step.focus and not step.links:
        findings.fault(step.where.at("focus"), "this step points nowhere; name concepts in “focus” or links in “links”")
    if len(step.quote) != 1:
        findings.fault(step.where.at("quote"), f"a step has one quote, this has {len(step.quote)}; give it one")


def _check_ids(ids: Iterable[tuple[str, Where]], what: str, findings: Findings) -> None:
    first: dict[str, Where] = {}
    for item, where in ids:
        if not _ID.fullmatch(item):
            findings.fault(
                where.at("id"), f"{shown(item)} is no id; write small letters, digits and hyphens, as in t-cells"
            )
        elif item in first:
            findings.fault(
                where.at("id"), f"the {what} id {shown(item)} is already taken at {first[item]}; choose another"
            )
        first.setdefault(item, where)


def _check_names(concepts: list[ConceptRow], findings: Findings) -> None:
    names: dict[str, Where] = {}
    for concept in concepts:
        key = _same(concept.name)
        if key in names:
            taken = f"the name {shown(concept.name)} is already taken at {names[key]}; choose another"
            findings.fault(concept.where.at("name"), taken)
        names.setdefault(key, concept.where)
    claimed: dict[str, Where] = {}
    for concept in concepts:
        for index, alias in enumerate(concept.aliases):
            key, where = _same(alias), concept.where.at("aliases", index)
            if names.get(key) == concept.where:
                findings.warn(where, f"the alias {shown(alias)} is the concept's own name; take it away")
            elif taken_at := names.get(key) or claimed.get(key):
                findings.fault(
                    where, f"the alias {shown(alias)} already belongs to the concept at {taken_at}; keep it in one"
                )
            claimed.setdefault(key, concept.where)


def _filled(text: str, where: Where, findings: Findings, most: int | None = None) -> bool:
    """Whether a text says anything; one that is too long to be read well is only warned of."""
    key = next(part for part in reversed(where.path) if isinstance(part, str))
    if not text.strip():
        findings.fault(where, f"{shown(key)} is empty; write it")
        return False
    if most is not None and len(text) > most:
        findings.warn(where, f"{shown(key)} has {len(text)} characters; {most} or fewer are read at a glance")
    return True


def _same(name: str) -> str:
    """Names that differ only in case, kind of quotes or white space would look the same on the map."""
    return " ".join(fold(name).casefold().split())


def _stands_in(words: str, body: str) -> bool:
    at = body.find(words)
    while at >= 0:
        end = at + len(words)
        joined_before = at > 0 and body[at - 1].isalnum() and words[0].isalnum()
        joined_after = end < len(body) and body[end].isalnum() and words[-1].isalnum()
        if not joined_before and not joined_after:
            return True
        at = body.find(words, at + 1)
    return False


class _Known:
    """The ids of one kind that are on the map."""

    def __init__(self, what: str, ids: set[str]) -> None:
        self._what = what
        self._ids = ids
        self._guesses = 200 if len(ids) < 5000 else 0  # each compares with all ids

    def check(self, item: str, where: Where, findings: Findings) -> None:
        """Report an id that is not on the map, with a guess at what was meant."""
        if item in self._ids:
            return
        self._guesses -= 1
        near = difflib.get_close_matches(item[:60], self._ids, n=1, cutoff=0.7) if self._guesses >= 0 else []
        advice = f"did you mean {shown(near[0])}?" if near else "write an id that is on the map"
        findings.fault(where, f"there is no {self._what} {shown(item)}; {advice}")
