"""Sizes of boxes and how text is wrapped in them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.layout.boxes import HUB_DEGREE, concept_box, lines_for, phrase_box
from evmap.layout.metrics import text_width
from evmap.model import Kind


def test_a_short_name_stays_on_one_line() -> None:
    assert concept_box("cancer", Kind.DISEASE, 2).lines == ("cancer",)


def test_a_longer_name_is_wrapped_into_even_lines() -> None:
    box = concept_box("inflammatory bowel disease", Kind.DISEASE, 2)
    assert box.lines == ("inflammatory", "bowel disease")


def test_hubs_are_about_a_third_larger() -> None:
    plain, hub = (concept_box("exosomes", Kind.PROCESS, degree) for degree in (HUB_DEGREE - 1, HUB_DEGREE))
    assert 1.2 < hub.w / plain.w < 1.4
    assert 1.2 < hub.h / plain.h < 1.45
    assert hub.px > plain.px


def test_the_points_of_a_hexagon_have_room() -> None:
    assert concept_box("lipids", Kind.CARGO, 1).w > concept_box("lipids", Kind.PROCESS, 1).w


def test_a_phrase_takes_one_line_or_two() -> None:
    one, two = phrase_box("could be used to treat", 1), phrase_box("could be used to treat", 2)
    assert len(one.lines) == 1
    assert len(two.lines) == 2
    assert two.w < one.w * 0.7
    assert two.h > one.h
    assert phrase_box("carry", 2).lines == ("carry",)


@settings(deadline=None)
@given(st.text(max_size=400), st.sampled_from(Kind), st.integers(0, 50))
def test_every_name_fits_its_box(name: str, kind: Kind, degree: int) -> None:
    box = concept_box(name, kind, degree)
    assert "".join("".join(box.lines).split()) == "".join(name.split())
    assert all(text_width(line, box.face, box.px) <= box.w for line in box.lines)
    assert len(box.lines) * box.line_height <= box.h


@settings(deadline=None)
@given(st.text(max_size=400), st.sampled_from((1, 2)))
def test_every_phrase_fits_its_box(phrase: str, lines: int) -> None:
    box = phrase_box(phrase, lines)
    assert "".join("".join(box.lines).split()) == "".join(phrase.split())
    assert all(text_width(line, box.face, box.px) <= box.w for line in box.lines)
    assert len(box.lines) * box.line_height <= box.h


def test_no_word_makes_a_box_wider_than_a_screen() -> None:
    assert concept_box("W" * 5000, Kind.CELL, 0).w < 400


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=9), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_a_place_tells_for_how_many_lines_it_was_made(words: list[str], lines: int) -> None:
    box = phrase_box(" ".join(words), lines)
    assert lines_for(" ".join(words), box.h) == box.lines
