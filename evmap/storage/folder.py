"""A map's folder of TOML files to a checked map: everything that is wrong with it is found and told at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from evmap.model import Concept, ConceptMap, Link, Quote, Step, Tension, Tour
from evmap.storage import checks
from evmap.storage.coverage import Coverage, LeftOut, check_coverage, find_left_out
from evmap.storage.faults import Fault, MapFaults
from evmap.storage.files import shown_path
from evmap.storage.findings import Findings, Where
from evmap.storage.library import CheckedArticle, read_articles
from evmap.storage.map_files import MapFiles, list_files
from evmap.storage.quoting import Quoting
from evmap.storage.rows import (
    ConceptRow,
    ConceptsFile,
    LeftOutFile,
    LeftOutRow,
    LinkRow,
    LinksFile,
    MapRow,
    Row,
    TensionRow,
    TensionsFile,
    TourRow,
)
from evmap.storage.table_reader import read_row
from evmap.storage.toml_file import TomlFile

AnyRow = TypeVar("AnyRow", bound=Row)

_MOST_TOGETHER = 16 << 20


class LoadedMap(Struct, frozen=True):
    """A checked map, and what the check found out.

    Attributes:
        map: the map.
        left_out: the passages that it leaves out, and why.
        coverage: how much of each source is accounted for.
        warnings: what is worth a look.
    """

    map: ConceptMap
    left_out: tuple[LeftOut, ...]
    coverage: tuple[Coverage, ...]
    warnings: tuple[Fault, ...]


class _Rows(Struct):
    """Everything that the files say, as their authors wrote it.

    ``complete`` is false when a file could not be read: what it would have held is then not missed anywhere else.
    """

    complete: bool
    map: MapRow
    concepts: list[ConceptRow]
    links: list[LinkRow]
    tensions: list[TensionRow]
    left_out: list[LeftOutRow]
    tours: list[TourRow]


def load_folder(folder: Path) -> LoadedMap:
    """Load and check the map in a folder; :class:`MapFaults` carries all faults of all files."""
    loaded, faults = examine_folder(folder)
    if loaded is None or faults:
        raise MapFaults(*faults)
    return loaded


def examine_folder(folder: Path) -> tuple[LoadedMap | None, tuple[Fault, ...]]:
    """The map in a folder with all its faults; ``None`` for the map if not all of its files could be read.

    A map that has faults holds stand-ins where something was wrong: it may be counted, but not shown.
    """
    findings = Findings()
    try:
        loaded = _load(list_files(folder), folder, findings)
    except MapFaults as problem:
        return None, problem.faults
    return loaded, findings.faults


def _load(files: MapFiles, folder: Path, findings: Findings) -> LoadedMap | None:
    for path in files.unread:
        findings.add(Fault(shown_path(path), 0, "nothing reads this file; move it or take it away", warning=True))
    rows = _read_rows(files, findings) if _fits(files, folder, findings) else None
    if rows is None:
        return None
    _check_rows(rows, findings)
    articles = read_articles(rows.map.source, folder, findings)
    source_ids = {source.id for source in rows.map.source}
    if len(articles) == len(source_ids):
        checks.check_aliases(rows.concepts, articles.values(), findings)
    quoting = Quoting(articles, source_ids, findings)
    concept_map = _model(rows, articles, quoting)
    left_out = find_left_out(rows.left_out, articles, source_ids, quoting, findings)
    if not rows.complete:
        return None
    coverage = check_coverage(articles, *_quotes(concept_map), left_out, findings)
    return LoadedMap(concept_map, tuple(item for item, _ in left_out), coverage, findings.warnings)


def _fits(files: MapFiles, folder: Path, findings: Findings) -> bool:
    """Whether all files together are of a size that a check can deal with."""
    total = sum(path.stat().st_size for path in files.read if path.is_file())
    if total > _MOST_TOGETHER:
        findings.add(Fault(shown_path(folder), 0, f"its files are larger than {_MOST_TOGETHER >> 20} MB; take a part"))
    return total <= _MOST_TOGETHER


def _read_rows(files: MapFiles, findings: Findings) -> _Rows | None:
    map_rows = _read([files.map], MapRow, findings)
    concepts = _read(files.concepts, ConceptsFile, findings)
    links = _read(files.links, LinksFile, findings)
    tensions = _read(files.tensions, TensionsFile, findings)
    left_out = _read(files.left_out, LeftOutFile, findings)
    tours = _read(files.tours, TourRow, findings)
    if not map_rows:
        return None
    return _Rows(
        complete=1 + len(concepts) + len(links) + len(tensions) + len(left_out) + len(tours) == len(files.read),
        map=map_rows[0],
        concepts=[row for file in concepts for row in file.concept],
        links=[row for file in links for row in file.link],
        tensions=[row for file in tensions for row in file.tension],
        left_out=[row for file in left_out for row in file.left_out],
        tours=tours,
    )


def _read(paths: Iterable[Path], kind: type[AnyRow], findings: Findings) -> list[AnyRow]:
    rows = []
    for path in paths:
        try:
            file = TomlFile(path)
        except MapFaults as problem:
            findings.add(*problem.faults)
        else:
            rows.append(read_row(kind, file.table, Where(file), findings))
    return rows


def _check_rows(rows: _Rows, findings: Findings) -> None:
    concept_ids = {row.id for row in rows.concepts}
    link_ids = {row.id for row in rows.links}
    checks.check_map(rows.map, findings)
    checks.check_concepts(rows.concepts, rows.links, findings)
    checks.check_links(rows.links, findings)
    checks.check_tensions(rows.tensions, findings)
    checks.check_tours(rows.tours, findings)
    if rows.complete:
        checks.check_orphans(rows.concepts, rows.links, findings)
        checks.check_references(rows.links, rows.tours, concept_ids, link_ids, findings)


def _model(rows: _Rows, articles: dict[str, CheckedArticle], quoting: Quoting) -> ConceptMap:
    return ConceptMap(
        title=rows.map.title,
        question=rows.map.question,
        sources=tuple(article.source for article in articles.values()),
        concepts=tuple(_concept(row, quoting) for row in rows.concepts),
        links=tuple(_link(row, quoting) for row in rows.links),
        tensions=tuple(_tension(row, quoting) for row in rows.tensions if len(row.quote) == 2),
        tours=tuple(_tour(row, quoting) for row in rows.tours),
    )


def _concept(row: ConceptRow, quoting: Quoting) -> Concept:
    return Concept(
        id=row.id,
        name=row.name,
        kind=row.kind,
        aliases=tuple(row.aliases),
        summary=row.summary,
        origin=row.origin,
        quotes=tuple(map(quoting.quote, row.quote)),
    )


def _link(row: LinkRow, quoting: Quoting) -> Link:
    return Link(
        id=row.id,
        subject=row.begin,
        phrase=row.phrase,
        object=row.end,
        origin=row.origin,
        note=row.note,
        quotes=tuple(map(quoting.quote, row.quote)),
    )


def _tension(row: TensionRow, quoting: Quoting) -> Tension:
    first, second = map(quoting.quote, row.quote)
    return Tension(id=row.id, question=row.question, quotes=(first, second))


def _tour(row: TourRow, quoting: Quoting) -> Tour:
    steps = tuple(
        Step(
            title=step.title,
            focus=tuple(step.focus),
            links=tuple(step.links),
            quote=quoting.quote(step.quote[0]),
            notes=step.notes,
            build=step.build,
            predict=step.predict,
            seconds=max(step.seconds, 0),
        )
        for step in row.step
        if step.quote
    )
    return Tour(id=row.id, title=row.title, question=row.question, steps=steps)


def _quotes(concept_map: ConceptMap) -> tuple[list[Quote], list[Quote]]:
    """The quotes of concepts and links, and those of tensions and tours."""
    on_the_map = [quote for concept in concept_map.concepts for quote in concept.quotes]
    on_the_map += [quote for link in concept_map.links for quote in link.quotes]
    beside = [quote for tension in concept_map.tensions for quote in tension.quotes]
    beside += [step.quote for tour in concept_map.tours for step in tour.steps if step.quote is not None]
    return on_the_map, beside
