"""Whether every passage of every article is accounted for: quoted by the map, or left out for a reason."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from msgspec import Struct

from evmap.model import Quote, Span
from evmap.reading.articles import Passage
from evmap.storage.faults import shown
from evmap.storage.findings import Findings, Where
from evmap.storage.library import CheckedArticle
from evmap.storage.quoting import Quoting
from evmap.storage.rows import LeftOutRow


class Coverage(Struct, frozen=True):
    """How much of one source is accounted for, counted in passages."""

    source: str
    passages: int
    quoted: int
    left_out: int
    accounted: int


class LeftOut(Struct, frozen=True):
    """A passage that carries no claim, and the reason."""

    source: str
    span: Span
    reason: str
    note: str


def find_left_out(
    rows: list[LeftOutRow],
    articles: dict[str, CheckedArticle],
    source_ids: set[str],
    quoting: Quoting,
    findings: Findings,
) -> list[tuple[LeftOut, Where]]:
    """The passages that are listed as left out, each with its place in the file."""
    found: dict[tuple[str, Span], tuple[LeftOut, Where]] = {}
    for row in rows:
        if row.source not in source_ids:
            findings.fault(row.where.at("source"), f"there is no source {shown(row.source)}; name a source of map.toml")
        if (article := articles.get(row.source)) is None:
            continue
        where = row.where.at("text")
        span = quoting.locate(row.text, row.prefix, article, where)
        if span is None:
            continue
        if (passage := _passage_at(span, article)) is None or (passage.start, passage.end) != span:
            findings.fault(where, f"{shown(row.text)} is not a whole passage; {_whole(passage, article)}")
        elif (row.source, span) in found:
            first = found[row.source, span][1]
            findings.fault(where, f"this passage is already left out at {first}; take one of the two away")
        else:
            found[row.source, span] = LeftOut(row.source, span, row.reason.value, row.note), where
    return list(found.values())


def check_coverage(
    articles: dict[str, CheckedArticle],
    on_the_map: Iterable[Quote],
    beside_the_map: Iterable[Quote],
    left_out: list[tuple[LeftOut, Where]],
    findings: Findings,
) -> tuple[Coverage, ...]:
    """Count what is accounted for; passages that are not, and passages that are twice, are reported.

    Args:
        articles: the articles by source.
        on_the_map: the quotes of concepts and links.
        beside_the_map: the quotes of tensions and tours, which account for a passage as well.
        left_out: the passages that are listed as left out.
        findings: takes the faults.
    """
    mapped = _spans_by_source(on_the_map)
    beside = _spans_by_source(beside_the_map)
    listed: dict[str, set[Span]] = {}
    for item, where in left_out:
        listed.setdefault(item.source, set()).add(item.span)
        if _Overlaps(mapped.get(item.source, [])).touch(item.span):
            findings.warn(
                where, "this passage is left out and also quoted by a concept or link; decide for one of them"
            )
    return tuple(
        _count(article, mapped.get(source, []) + beside.get(source, []), listed.get(source, set()), findings)
        for source, article in articles.items()
    )


def _count(article: CheckedArticle, quoted: list[Span], left_out: set[Span], findings: Findings) -> Coverage:
    overlaps = _Overlaps(quoted)
    counts = {"quoted": 0, "left_out": 0, "accounted": 0}
    for passage in article.article.passages:
        span = (passage.start, passage.end)
        is_quoted, is_left_out = overlaps.touch(span), span in left_out
        counts["quoted"] += is_quoted
        counts["left_out"] += is_left_out
        counts["accounted"] += is_quoted or is_left_out
        if not is_quoted and not is_left_out:
            words = shown(article.text[span[0] : span[1]], 100)
            findings.fault(
                Where(article, (span[0],)), f"{words} is not accounted for; quote it or list it in left-out.toml"
            )
    return Coverage(source=article.source.id, passages=len(article.article.passages), **counts)


class _Overlaps:
    """Answers whether a span shares text with any of many spans, each time in logarithmic time."""

    def __init__(self, spans: list[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, span: Span) -> bool:
        """Whether any of the spans shares at least one character with this one."""
        return bisect_left(self._starts, span[1]) > bisect_right(self._ends, span[0])


def _spans_by_source(quotes: Iterable[Quote]) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for quote in quotes:
        spans.setdefault(quote.source, []).extend(quote.spans)
    return spans


def _passage_at(span: Span, article: CheckedArticle) -> Passage | None:
    return article.article.passage_at(span[0])


def _whole(passage: Passage | None, article: CheckedArticle) -> str:
    if passage is None:
        return "it stands between passages; copy a whole sentence, heading or bullet"
    return f"the passage there is {shown(article.text[passage.start : passage.end], 160)}"
