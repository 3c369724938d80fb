"""Singular and plural."""

import pytest
from hypothesis import given

from evmap.reading.plurals import singular
from tests.reading.odd import any_text


def pairs(listed: str) -> list[str]:
    return listed.split(", ")


PAIRS = pairs(
    "cell cells, body bodies, vesicle vesicles, therapy therapies, virus viruses, disease diseases, process processes, "
    "bacterium bacteria, ev evs, enzyme enzymes, study studies, mouse mice, tissue tissues, mass masses, "
    "approach approaches, headache headaches, response responses, dose doses, size sizes, box boxes, "
    "cause causes, sinus sinuses, gas gases, analysis analyses, metastasis metastases, nucleus nuclei, nerve nerves, "
    "life lives, area areas, day days, movie movies, biomarker biomarkers, hero heroes, lens lenses, toxin toxins"
)
DIFFERENT = ("care car", "rate rat", "lupus lupu", "aids aid", "dose do", "tube tub", "sclerosis sclerosi")


@pytest.mark.parametrize("pair", PAIRS)
def test_both_forms_have_one_key(pair: str) -> None:
    one, many = pair.split()
    assert singular(one) == singular(many)


@pytest.mark.parametrize("pair", DIFFERENT)
def test_other_words_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert singular(one) != singular(other)


@given(any_text)
def test_any_word_has_a_key(word: str) -> None:
    assert len(singular(word)) <= len(word) + 3
