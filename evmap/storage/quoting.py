"""From a quote as its author wrote it to a quote with offsets, checked against the article word by word."""

import re

from evmap.model import JOINER, Certainty, Marks, Quote, Span
from evmap.reading.finding import FoundTwice, find_once
from evmap.storage.faults import shown
from evmap.storage.findings import Findings, Where
from evmap.storage.hints import Hints
from evmap.storage.library import CheckedArticle
from evmap.storage.rows import QuoteRow

HEDGES = re.compile(
    r"\b(?:may|might|can|could|would|potentials?|potentially|possibl[ey]|possibilit(?:y|ies)|(?:un)?likely|appears?|appeared"
    r"|seems?|seemed|suggests?|suggested|suggesting|perhaps|probabl[ey]|maybe|hopes?|hopeful(?:ly)?|promises?|promising)\b",
    re.IGNORECASE,
)
"""Words that hedge, or look as if they did."""


MOST_LOOKED_THROUGH = 30_000_000_000
"""So many characters are looked through for all quotes of a map, so that a check always ends: a million quotes of a
common article."""


class Quoting:
    """Turns the quotes of a map's files into quotes of the model.

    A quote that cannot be found is reported and given no spans, so that the rest of the map is still checked.
    """

    def __init__(self, articles: dict[str, CheckedArticle], source_ids: set[str], findings: Findings) -> None:
        self._articles = articles
        self._source_ids = source_ids
        self._findings = findings
        self._hints = Hints(articles)
        self._looked_through = 0

    def quote(self, row: QuoteRow) -> Quote:
        """The quote of a row, with offsets, or without spans when it is not in the article."""
        if row.source not in self._source_ids:
            known = shown(", ".join(sorted(self._source_ids)[:20]), 200)
            self._fault(row.where.at("source"), f"there is no source {shown(row.source)}; the sources are {known}")
        article = self._articles.get(row.source)
        spans = self._spans(row, article) if article else ()
        text = JOINER.join(article.text[start:end] for start, end in spans) if article else ""
        if article and spans:
            self._check_words(row, article, spans, text)
        return Quote(
            source=row.source,
            spans=spans,
            text=text,
            certainty=row.certainty,
            nature=row.nature,
            negated=row.negated,
            stage=row.stage,
            cues=tuple(row.cues),
            flags=tuple(row.flags),
            marks=_marks(row, article, spans) if article and spans else None,
        )

    def locate(self, wanted: str, prefix: str, article: CheckedArticle, where: Where) -> Span | None:
        """Where a text stands in the body of an article; what keeps it from being found is reported."""
        if self._findings.is_full(where):
            return None
        if not wanted.strip():
            self._fault(where, "this text is empty; copy the words from the article")
            return None
        self._looked_through += len(article.text)
        if self._looked_through > MOST_LOOKED_THROUGH:
            self._fault(Where(where.file), "there are too many quotes for articles so large; take smaller articles")
            return None
        if not _is_in(article, prefix + wanted, len(prefix)):  # find_once is more lenient than a verbatim quote may be
            self._fault(where, f"{shown(wanted)} is not in the article; {self._hints.why(wanted, prefix, article)}")
            return None
        try:
            return find_once(article.text, wanted, prefix, within=article.body)
        except FoundTwice:
            advice = "give a longer prefix" if prefix else "give a prefix, the words right before the one that is meant"
            self._fault(where, f"{shown(wanted)} stands more than once in the article; {advice}")
            return None

    def _spans(self, row: QuoteRow, article: CheckedArticle) -> tuple[Span, ...]:
        found: list[Span] = []
        for wanted, prefix, where in self._wanted(row):
            span = self.locate(wanted, prefix, article, where)
            if span is None:
                return ()
            if found and span[0] < found[-1][1]:
                self._fault(
                    where,
                    f"{shown(wanted)} stands before the end of the span before it; put spans in the article's order",
                )
                return ()
            found.append(span)
        return tuple(found)

    def _wanted(self, row: QuoteRow) -> list[tuple[str, str, Where]]:
        if bool(row.text) == bool(row.spans):
            advice = "keep one of them" if row.text else "add one of them"
            problem = "has both “text” and “spans”" if row.text else "has no words: neither “text” nor “spans”"
            self._fault(row.where.at("text"), f"this quote {problem}; {advice}")
            return []
        if not row.spans:
            prefix = row.prefix if isinstance(row.prefix, str) else "".join(row.prefix[:1])
            return [(row.text, prefix, row.where.at("text"))]
        prefixes = row.prefix if isinstance(row.prefix, list) else [row.prefix]
        if row.prefix and len(prefixes) != len(row.spans):
            self._fault(
                row.where.at("prefix"), '“prefix” has to be a list as long as “spans”; write "" where none is needed'
            )
            return []
        prefixes = prefixes if row.prefix else [""] * len(row.spans)
        places = [row.where.at("spans", index) for index in range(len(row.spans))]
        return list(zip(row.spans, prefixes, places, strict=True))

    def _check_words(self, row: QuoteRow, article: CheckedArticle, spans: tuple[Span, ...], text: str) -> None:
        for index, cue in enumerate(row.cues):
            self._check_inside(cue, article, spans, row.where.at("cues", index), "cue")
        for key, words in (("subject", row.subject), ("says", row.says), ("object", row.object)):
            if words:
                self._check_inside(words, article, spans, row.where.at(key), f"“{key}”")
        hedge = HEDGES.search(text)
        if hedge and row.certainty is Certainty.STATED and not row.reason:
            self._findings.warn(
                row.where.at("certainty"),
                f"the quote says {shown(hedge[0])} and is judged stated; judge it hedged or open, or give a “reason”",
            )
        if row.certainty is Certainty.HEDGED and not row.cues and not self._findings.told(row.where.at("cues")):
            self._findings.warn(
                row.where.at("certainty"), "the quote is judged hedged; name its hedging words in “cues”"
            )

    def _check_inside(
        self, words: str, article: CheckedArticle, spans: tuple[Span, ...], where: Where, what: str
    ) -> None:
        if not words.strip():
            self._fault(where, f"this {what} is empty; copy its words from the quote or leave it out")
        elif _first_inside(words, article.text, spans) is None:
            self._fault(where, f"the {what} {shown(words)} is not in the quote; copy its words from the quote")

    def _fault(self, where: Where, message: str) -> None:
        self._findings.fault(where, message)


def _is_in(article: CheckedArticle, words: str, before: int) -> bool:
    """Whether the body holds some words letter by letter; the first ``before`` of them may stand before it."""
    return any(article.text.find(words, max(0, start - before), end) >= 0 for start, end in article.body)


def _marks(row: QuoteRow, article: CheckedArticle, spans: tuple[Span, ...]) -> Marks | None:
    subject, phrase, object_ = (
        _first_inside(words, article.text, spans) if words else None for words in (row.subject, row.says, row.object)
    )
    return Marks(subject, phrase, object_) if subject or phrase or object_ else None


def _first_inside(words: str, text: str, spans: tuple[Span, ...]) -> Span | None:
    """The first place of some words inside the spans: as whole words if they stand there so, else within a word."""
    within_word: Span | None = None
    for start, end in spans:
        at = text.find(words, start, end)
        while at >= 0:
            found = (at, at + len(words))
            if _whole_words(text, found, (start, end)):
                return found
            within_word = within_word or found
            at = text.find(words, at + 1, end)
    return within_word


def _whole_words(text: str, found: Span, within: Span) -> bool:
    start, end = found
    joined_before = start > within[0] and text[start - 1].isalnum() and text[start].isalnum()
    joined_after = end < within[1] and text[end - 1].isalnum() and text[end].isalnum()
    return not joined_before and not joined_after
