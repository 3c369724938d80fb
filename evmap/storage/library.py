"""The articles of a map while it is checked: furniture taken off, passages found, lines known."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from evmap.model import Source, Span
from evmap.reading.articles import Article
from evmap.reading.breaking import read_article
from evmap.reading.texts import fold, trim
from evmap.storage.faults import MapFaults, shown
from evmap.storage.files import MOST_ARTICLE, MOST_ARTICLES, read_text, shown_path
from evmap.storage.findings import Findings, Where
from evmap.storage.findings import Path as ValuePath
from evmap.storage.rows import FurnitureRow, SourceRow
from evmap.storage.seeds import article_path

_MOST_FURNITURE = 200

_LINE_BREAK = re.compile(r"\r\n?|\n")


class CheckedArticle:
    """One article with everything that checks ask of it.

    Attributes:
        source: what the map says of it, with the body's spans.
        text: the whole file.
        name: the file's name as faults show it.
        furniture: what each block of furniture is and where it stands.
    """

    def __init__(self, row: SourceRow, path: Path, text: str, findings: Findings) -> None:
        self.name = shown_path(path)
        self.text = text
        self.furniture = _furniture(row, text, findings)
        body = _body(text, [span for _, span in self.furniture])
        self.source = Source(id=row.id, title=row.title, untitled=row.untitled, file=row.file, body=body)

    @property
    def body(self) -> tuple[Span, ...]:
        """What is not furniture."""
        return self.source.body

    @cached_property
    def article(self) -> Article:
        """The article in blocks and passages."""
        return read_article(self.text, self.body)

    @cached_property
    def folded(self) -> str:
        """The text folded for matching, offset by offset."""
        return fold(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [match.end() for match in _LINE_BREAK.finditer(self.text)]

    def line_at(self, offset: int) -> int:
        """The line, from 1, on which an offset stands."""
        return bisect_right(self._line_starts, offset) + 1

    def line_of(self, path: ValuePath) -> int:
        """The line of the offset that a path ends with, so that faults can name a place in an article."""
        return self.line_at(int(path[-1])) if path else 1

    def furniture_at(self, span: Span) -> str | None:
        """What furniture overlaps a span, if any does."""
        return next((what for what, (start, end) in self.furniture if start < span[1] and span[0] < end), None)


def read_articles(rows: list[SourceRow], folder: Path, findings: Findings) -> dict[str, CheckedArticle]:
    """Every article that can be read, by the id of its source."""
    articles: dict[str, CheckedArticle] = {}
    total = 0
    for row in rows:
        if total > MOST_ARTICLES:
            findings.fault(row.where.at("file"), "the articles are too large together; take fewer or smaller ones")
            break
        try:
            path = article_path(row.file, folder)
            text = read_text(path, MOST_ARTICLE)
        except MapFaults as problem:
            findings.fault(row.where.at("file"), "; ".join(map(str, problem.faults)))
            continue
        total += len(text)
        article = CheckedArticle(row, path, text, findings)
        if not article.body:
            findings.fault(
                row.where.at("file"), f"{shown(row.file)} holds nothing but furniture; name an article with a body"
            )
        articles.setdefault(row.id, article)
    return articles


def _furniture(row: SourceRow, text: str, findings: Findings) -> list[tuple[str, Span]]:
    blocks: list[tuple[str, Span, Where]] = []
    if len(row.furniture) > _MOST_FURNITURE:
        findings.fault(row.where.at("furniture"), f"has more than {_MOST_FURNITURE} blocks of furniture; join some")
    for block in row.furniture[:_MOST_FURNITURE]:
        if span := _furniture_span(block, text, findings):
            blocks.append((block.what, span, block.where))
    blocks.sort(key=lambda block: block[1])
    for (first, (_, end), _), (second, (start, _), where) in pairwise(blocks):
        if start < end:
            findings.fault(
                where, f"this furniture ({shown(second)}) overlaps {shown(first)}; let one end before the other"
            )
    return [(what, span) for what, span, _ in blocks]


def _furniture_span(block: FurnitureRow, text: str, findings: Findings) -> Span | None:
    begins = _once(block.begins, text, block.where.at("begins"), findings)
    if begins is None or not block.ends:
        return begins
    ends = _once(block.ends, text, block.where.at("ends"), findings)
    if ends is None:
        return begins
    if ends[1] < begins[1]:
        findings.fault(block.where.at("ends"), "this furniture ends before it begins; let “ends” follow “begins”")
        return begins
    return (begins[0], ends[1])


def _once(wanted: str, text: str, where: Where, findings: Findings) -> Span | None:
    start = text.find(wanted) if wanted.strip() else -1
    if start < 0:
        findings.fault(where, f"the article has no {shown(wanted)}; copy the furniture's text from it exactly")
        return None
    if text.find(wanted, start + 1) >= 0:
        findings.fault(where, f"{shown(wanted)} stands more than once in the article; copy more of the text around it")
        return None
    return (start, start + len(wanted))


def _body(text: str, furniture: list[Span]) -> tuple[Span, ...]:
    """What lies between blocks of furniture, without what is blank at its ends."""
    spans: list[Span] = []
    at = 0
    for start, end in [*furniture, (len(text), len(text))]:
        first, last = trim(text, at, max(at, start))
        if first < last:
            spans.append((first, last))
        at = max(at, end)
    return tuple(spans)
