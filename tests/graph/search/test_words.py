"""Words made alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.graph.search.words import WordReader


def keys(text: str) -> list[str]:
    return [word.key for word in WordReader().words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("T-cell", "t cells"),
        ("the body’s", "The body's"),
        ("don’t", "dont"),
        ("naïve café", "NAIVE CAFE"),
        ("game\u2011changer", "game—changers"),
        ("ﬁbres", "fibre"),
        ("Straße", "strasse"),
        ("bodies", "body"),
    ],
)
def test_what_does_not_matter(one: str, other: str) -> None:
    assert keys(one) == keys(other)


def test_places_are_places_in_the_unchanged_text() -> None:
    text = "“Naïve”  T\u2011cells’ body’s"
    assert [text[word.start : word.end] for word in WordReader().words(text)] == ["Naïve", "T", "cells", "body"]


@given(st.text())
def test_any_text_has_words_in_order_and_within_it(text: str) -> None:
    at = 0
    for word in WordReader().words(text):
        assert at <= word.start < word.end <= len(text)
        assert word.plain
        assert word.key
        at = word.end
