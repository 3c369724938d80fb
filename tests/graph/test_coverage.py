"""Which text of a source the map quotes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evmap.graph.coverage import merged, quoted_spans, touches
from evmap.model import Span
from tests.ui.small_map import FOUND, article_text, small_map

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1])))


def covered(of: list[Span] | tuple[Span, ...]) -> set[int]:
    return {at for start, end in of for at in range(start, end)}


@given(spans)
def test_merging_keeps_the_text_and_leaves_gaps_between_spans(given_spans: list[Span]) -> None:
    joined = merged(given_spans)
    assert covered(joined) == covered(given_spans)
    assert all(left[1] < right[0] for left, right in pairwise(joined))


@given(spans, st.integers(0, 70), st.integers(1, 9))
def test_touching_means_sharing_text(given_spans: list[Span], start: int, length: int) -> None:
    shares = bool(covered(given_spans) & set(range(start, start + length)))
    assert touches(start, start + length, merged(given_spans)) is shares


def test_quotes_of_concepts_and_links_are_quoted_text() -> None:
    quoted = quoted_spans(small_map(), "cancer")
    at = article_text("cancer").index(FOUND)
    assert touches(at, at + len(FOUND), quoted)
    assert not touches(0, 10, quoted)
