"""Where a quote stands."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evmap.reading.finding import FoundTwice, NotFound, find_once
from tests.reading.odd import any_text
from tests.reading.seeds import EXOSOMES, EXOSOMES_BODY

TEXT = "T cells kill. “T cells” die… and don’t come back. Share T cells."
BODY = [(0, TEXT.index(" Share"))]


def found(wanted: str, prefix: str = "") -> str:
    start, end = find_once(TEXT, wanted, prefix, BODY)
    return TEXT[start:end]


def test_a_text_that_stands_there_once_is_found() -> None:
    assert find_once(TEXT, "T cells kill", within=BODY) == (0, 12)


def test_a_prefix_tells_twins_apart() -> None:
    assert find_once(TEXT, "T cells", "“", BODY) == (15, 22)
    with pytest.raises(FoundTwice) as caught:
        find_once(TEXT, "T cells", within=BODY)
    assert (caught.value.first, caught.value.second) == ((0, 7), (15, 22))


def test_typography_is_alike_where_the_letters_are_not_found_as_written() -> None:
    assert found('"T cells" die... and don\'t') == "“T cells” die… and don’t"
    assert found("die...") == "die…"
    assert found(". and don't", "..") == "… and don’t"


def test_a_full_stop_is_no_ellipsis() -> None:
    with pytest.raises(NotFound):
        found("die.")


def test_case_is_never_alike() -> None:
    with pytest.raises(NotFound):
        found("t cells kill")


def test_the_error_says_where_the_text_stands_instead() -> None:
    with pytest.raises(NotFound, match="furniture") as caught:
        found("Share T")
    assert caught.value.elsewhere == (TEXT.index("Share"), TEXT.index("Share") + 7)


def test_the_error_says_where_the_text_differs() -> None:
    with pytest.raises(NotFound, match="differs after “T cells ”"):
        found("T cells live")
    with pytest.raises(NotFound, match="prefix"):
        found("kill", "cells  ")
    with pytest.raises(NotFound, match="empty"):
        found("")
    with pytest.raises(NotFound, match="first letter"):
        found("Ω")


def test_a_text_across_the_edge_of_the_body_is_not_found() -> None:
    with pytest.raises(NotFound):
        found("come back. Share")


def test_overlapping_twins_are_twins() -> None:
    with pytest.raises(FoundTwice):
        find_once("ana: banana", "ana", "", [(5, 11)])


def test_in_a_real_article() -> None:
    start, end = find_once(EXOSOMES, "It only attacks the cancer cells", within=EXOSOMES_BODY)
    assert EXOSOMES[start:end] == "It only attacks the cancer cells"
    with pytest.raises(NotFound, match="furniture"):
        find_once(EXOSOMES, "Leave a comment below.", within=EXOSOMES_BODY)


@given(any_text, st.data())
def test_each_part_of_a_text_is_found_or_stands_there_twice(text: str, data: st.DataObject) -> None:
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    wanted = text[start:end]
    if text.find(wanted, text.find(wanted) + 1) < 0:
        assert find_once(text, wanted) == (start, end)
        return
    with pytest.raises(FoundTwice) as caught:
        find_once(text, wanted)
    assert caught.value.first < caught.value.second
    assert {text[a:b] for a, b in (caught.value.first, caught.value.second)} == {wanted}


@given(st.text("…'’. a", max_size=12), st.text("…'’. a", min_size=1, max_size=4))
def test_what_is_found_is_the_wanted_text_but_for_typography(text: str, wanted: str) -> None:
    def plain(words: str) -> str:
        return words.replace("…", "...").replace("’", "'")

    try:
        start, end = find_once(text, wanted)
    except NotFound:
        assert wanted.replace("’", "'") not in text.replace("’", "'")
        assert "..." not in plain(wanted) or plain(wanted) not in plain(text)
    except FoundTwice:
        assert plain(wanted) in plain(text)
    else:
        assert plain(wanted) in plain(text[start:end])
        assert len(plain(text[start:end])) <= len(plain(wanted)) + 4
