"""Decoding and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.reading.texts import UnreadableText, decode, fold, straighten, trim
from tests.reading.odd import any_text


def test_a_byte_order_mark_stays_so_that_the_bytes_can_be_had_back() -> None:
    data = b"\xef\xbb\xbfT cells\r\nkill\r"
    assert decode(data) == "\ufeffT cells\r\nkill\r"
    assert decode(data).encode() == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"good\nbad \xff\n", "byte 10 (line 2) is not UTF-8"),
        ("T cells".encode("utf-16"), "UTF-16"),
        (b"\xed\xa0\x80", "byte 1 (line 1)"),
        (b"cut \xe2\x80", "byte 5 (line 1)"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableText) as caught:
        decode(data)
    assert said in str(caught.value)
    assert "UTF-8" in str(caught.value)


@given(st.text())
def test_text_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()) == text


def test_folding_makes_typography_and_case_alike() -> None:
    assert fold("“Don’t” — CD8+\u00a0T‑Cells • …") == '"don\'t" - cd8+ t-cells • …'
    assert fold("‣ A ▪ ‥") == "• a • …"
    assert fold("İ") == "i"
    assert fold("ß") == "ß"


def test_straightening_leaves_case() -> None:
    assert straighten("‘T Cells’") == "'T Cells'"


def test_every_code_point_folds_to_one_and_folding_again_changes_nothing() -> None:
    everything = "".join(map(chr, range(0x110000)))
    folded = fold(everything)
    assert len(folded) == len(everything)
    assert fold(folded) == folded


@given(any_text)
def test_folding_keeps_the_length_and_goes_letter_by_letter(text: str) -> None:
    assert len(fold(text)) == len(straighten(text)) == len(text)
    assert fold(text) == "".join(map(fold, text))


@given(any_text)
def test_trimming_takes_only_what_is_blank(text: str) -> None:
    start, end = trim(text, 0, len(text))
    assert not (text[:start] + text[end:]).strip("\ufeff\u200b\u2060" + "".join(filter(str.isspace, text)))
