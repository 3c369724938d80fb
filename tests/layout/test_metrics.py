"""Widths of texts."""

import pytest

from evmap.layout.metrics import Face, faces, line_height, text_width

TINY = Face(
    units_per_em=1000, ascent=900, descent=-300, default=500, advances={"A": 600, "V": 640}, kerning={"AV": -80}
)


def test_a_width_is_the_sum_of_advances_with_kerning() -> None:
    assert TINY.width("AA", 10) == pytest.approx(12.0)
    assert TINY.width("AV", 10) == pytest.approx(11.6)
    assert TINY.width("", 10) == 0


def test_letters_that_the_font_lacks_are_given_room() -> None:
    assert TINY.width("x", 10) == pytest.approx(5.0)
    assert TINY.width("泡", 10) == pytest.approx(10.0)
    assert TINY.width("\u0301", 10) == 0


def test_a_line_is_as_high_as_its_tallest_and_deepest_letters() -> None:
    assert TINY.line_height(10) == pytest.approx(12.0)


def test_the_bundled_faces_are_all_there() -> None:
    assert {"sans-semibold", "sans-bold", "sans-semibold-italic", "serif-regular"} <= set(faces())
    assert text_width("extracellular", "sans-bold", 17) > text_width("extracellular", "sans-semibold", 15) > 60
    assert 15 < line_height("sans-semibold", 15) < 25
