"""Which concepts and links stand behind a stretch of an article."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.graph.quoting import Quoting
from tests.ui import small_map

MADE = small_map.small_map()
QUOTING = Quoting(MADE)


def span(text: str) -> tuple[int, int]:
    at = small_map.article_text("cancer").index(text)
    return at, at + len(text)


def test_a_sentence_knows_its_concepts_and_links() -> None:
    concepts, links = QUOTING.touched("cancer", [span(small_map.FOUND)])
    assert concepts == ("t-cell-exosomes", "cancer-cells")
    assert links == ("t-cell-exosomes-destroy",)


def test_what_nobody_quotes_touches_nothing() -> None:
    assert QUOTING.touched("cancer", [(0, 0)]) == ((), ())
    assert QUOTING.touched("no such source", [(0, 100)]) == ((), ())


@settings(deadline=None)
@given(st.tuples(st.integers(0, 6000), st.integers(1, 400)))
def test_what_is_found_is_what_overlaps(place: tuple[int, int]) -> None:
    start, end = place[0], place[0] + place[1]
    overlapping = tuple(
        each
        for each in QUOTING.all
        if each.quote.source == "cancer" and any(a < end and start < b for a, b in each.quote.spans)
    )
    assert QUOTING.at("cancer", [(start, end)]) == overlapping
