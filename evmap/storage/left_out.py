"""Why a map leaves passages of its articles out, for people who read on. A fault leaves a gap and is not told here."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from evmap.model import Span
from evmap.reading.articles import Article
from evmap.storage.faults import MapFaults


class WhyLeftOut(Struct, frozen=True):
    """A reason in one word, and what its author added."""

    reason: str
    note: str


class _Row(Struct):
    source: str
    text: str
    reason: str
    prefix: str = ""
    note: str = ""


class _File(Struct):
    left_out: list[_Row] = []


def read_reasons(folder: Path, articles: Mapping[str, Article]) -> dict[tuple[str, Span], WhyLeftOut]:
    """The reasons in a map's folder by source and passage; none where the folder is not that of a map.

    Args:
        folder: where the map lies.
        articles: the articles that can be read, by source.
    """
    import msgspec

    from evmap.storage.map_files import list_files
    from evmap.storage.toml_file import TomlFile

    found: dict[tuple[str, Span], WhyLeftOut] = {}
    try:
        tables = [TomlFile(path).table for path in list_files(folder).left_out]
        rows = [row for table in tables for row in msgspec.convert(table, _File).left_out]
    except (MapFaults, msgspec.ValidationError):
        return found
    for row in rows:
        span = _find(row, articles.get(row.source))
        if span:
            found[row.source, span] = WhyLeftOut(row.reason, row.note)
    return found


def _find(row: _Row, article: Article | None) -> Span | None:
    from evmap.reading.finding import FoundTwice, NotFound, find_once

    try:
        return find_once(article.text, row.text, row.prefix, within=article.body) if article else None
    except (NotFound, FoundTwice):
        return None
