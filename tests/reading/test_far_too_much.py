"""Far too much of the worst text: all of it is read, in time that grows no faster than the text.

There is no clock here. What took quadratic time would take hours and meet the time limit of the tests.
"""

import pytest

from evmap.reading.breaking import read_article
from evmap.reading.finding import FoundTwice, NotFound, find_once
from evmap.reading.furniture import propose_body
from evmap.reading.mentions import find_mentions
from tests.reading.odd import WORST_TEXTS

NAMES = {"cell": ["cell", "T cell", "cell cell cell"], "a": ["a", "a a a"], "dots": ["..."], "tcd": ["T cell-derived"]}


@pytest.mark.parametrize("name", WORST_TEXTS)
def test_the_worst_texts_are_read(name: str) -> None:
    text = WORST_TEXTS[name]
    article = read_article(text, [(0, len(text))])
    assert all(block.start < block.end for block in article.blocks)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in find_mentions(text, article.body, NAMES))
    assert all(start < end for start, end in propose_body(text))


def test_a_megabyte_in_one_line_is_read() -> None:
    text = "T cells release exosomes. " * 40_000
    article = read_article(text, [(0, len(text))])
    assert len(article.blocks) == 1
    assert len(article.passages) == len(find_mentions(text, article.body, NAMES)) == 40_000
    assert propose_body(text) == ((0, len(text) - 1),)


def test_a_quote_is_looked_for_in_a_megabyte() -> None:
    text = "a" * 1_000_000
    with pytest.raises(NotFound):
        find_once(text, text[1:] + "b")
    with pytest.raises(FoundTwice):
        find_once(text, text[1:])
