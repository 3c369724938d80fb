"""What ``evmap check`` prints at its end: concepts by kind, links by certainty and stage, coverage per source."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from evmap.model import Certainty, Kind, Link, Nature, Origin, Quote, Stage
from evmap.storage.coverage import Coverage
from evmap.storage.folder import LoadedMap


def report(loaded: LoadedMap) -> list[str]:
    """The counts of a checked map, a few lines."""
    concepts, links = loaded.map.concepts, loaded.map.links
    quotes = [surest(link) for link in links if link.quotes]
    by_certainty = _counts(Certainty, (quote.certainty for quote in quotes))
    background = sum(link.origin is Origin.BACKGROUND for link in links)
    return [
        f"{number(len(concepts), 'concept')}: {_counts(Kind, (concept.kind for concept in concepts))}",
        f"{number(len(links), 'link')}: {by_certainty}, {background} background",
        f"  nature: {_counts(Nature, (quote.nature for quote in quotes))}",
        f"  stage: {_counts(Stage, (quote.stage for quote in quotes))}",
        f"{number(len(loaded.map.tensions), 'tension')}, {number(len(loaded.map.tours), 'tour')}",
        *map(_coverage, loaded.coverage),
    ]


def surest(link: Link) -> Quote:
    """The quote of a link that is surest of it, the first of equals."""
    return min(link.quotes, key=lambda quote: list(Certainty).index(quote.certainty))


def number(count: int, what: str) -> str:
    """A count in words: no faults, 1 fault, 2 faults."""
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _counts(words: type[StrEnum], found: Iterable[StrEnum]) -> str:
    counts = Counter(found)
    return ", ".join(f"{counts[word]} {word.value}" for word in words)


def _coverage(coverage: Coverage) -> str:
    share = 100 * coverage.accounted // coverage.passages if coverage.passages else 100
    return (
        f"{coverage.source}: {coverage.quoted} of {coverage.passages} passages quoted, "
        f"{coverage.left_out} left out, {share} %"
    )
