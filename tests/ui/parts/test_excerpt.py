"""A quote in its surroundings."""

import pytest

from evmap.model import Certainty, Nature, Quote, Stage
from evmap.reading.articles import Article
from evmap.reading.breaking import read_article
from evmap.ui.parts.excerpt import Excerpt, cue_spans, excerpt, plain_excerpt
from tests.ui import small_map
from tests.ui.small_map import quote


def article(source: str) -> Article:
    made = next(each for each in small_map.small_map().sources if each.id == source)
    return read_article(small_map.article_text(source), made.body)


def quoted_text(shown: Excerpt) -> list[str]:
    return [shown.text[start:end] for start, end in shown.quoted]


def test_a_sentence_stands_between_its_neighbours() -> None:
    shown = excerpt(article("cancer"), quote("cancer", small_map.FOUND))
    assert quoted_text(shown) == [small_map.FOUND]
    assert shown.text.startswith("…")
    assert "exciting breakthrough. A team" in shown.text
    assert "Now, that might sound like" in shown.text


def test_part_of_a_sentence_stands_in_the_rest_of_it() -> None:
    shown = excerpt(article("autoimmune"), quote("autoimmune", small_map.BIOMARKERS))
    assert "autoimmune diseases. The research" in shown.text
    assert "biomarkers—measurable indicators that help" in shown.text


def test_a_heading_is_no_neighbour() -> None:
    first = "When we think of cancer treatment, we usually imagine chemotherapy, radiation, and maybe immunotherapy."
    shown = excerpt(article("cancer"), quote("cancer", first))
    assert shown.text.startswith(first)


def test_a_heading_stands_alone() -> None:
    heading = "The Big Discovery: T Cell Exosomes Can Kill Cancer Cells"
    assert excerpt(article("cancer"), quote("cancer", heading)).text == heading


def test_bullets_follow_their_lead_in_without_a_joiner() -> None:
    made = quote("autoimmune", small_map.TREATMENTS, small_map.BLOCK)
    shown = excerpt(article("autoimmune"), made)
    assert quoted_text(shown) == [small_map.TREATMENTS, small_map.BLOCK]
    assert f"{small_map.TREATMENTS} {small_map.BLOCK}" in shown.text


def test_a_long_gap_is_a_joiner() -> None:
    made = quote("cancer", small_map.FOUND, small_map.ONLY)
    assert f"{small_map.FOUND} […] {small_map.ONLY}" in excerpt(article("cancer"), made).text


def test_marks_find_their_place_and_stay_inside_the_quote() -> None:
    made = quote("cancer", small_map.ONLY, marks=("It", "only attacks", "the cancer cells"))
    shown = excerpt(article("cancer"), made)
    assert made.marks
    assert made.marks.phrase
    (start, end), *rest = shown.places([made.marks.phrase, (0, 40)])
    assert shown.text[start:end] == "only attacks"
    assert rest == []


def test_cues_are_whole_words() -> None:
    text = "Cancer can cancel a can."
    made = Quote(
        "s", ((0, len(text)),), text, Certainty.HEDGED, Nature.CLAIM, False, Stage.NONE, cues=("can", "missing")
    )
    shown = plain_excerpt(made)
    assert [shown.text[a:b] for a, b in shown.cues(made.cues)] == ["can"]
    assert shown.cues(made.cues) == ((7, 10),)
    assert cue_spans(read_article(text, ((0, len(text)),)), made, made.cues) == ((7, 10),)


def test_another_edition_of_the_article_shows_the_quote_alone() -> None:
    made = quote("cancer", small_map.ONLY)
    other = read_article("Quite another text. " * 600, ((0, 12_000),))
    assert excerpt(other, made).text == small_map.ONLY


@pytest.mark.parametrize("text", ["", "a\x00\ud800b", "\u202eabc", "e\u0301" * 9])
def test_odd_text_is_shown_whole(text: str) -> None:
    made = Quote("s", ((0, len(text)),), text, Certainty.STATED, Nature.CLAIM, False, Stage.NONE)
    body = ((0, len(text)),) if text else ()
    assert excerpt(read_article(text, body), made).text == text


def test_a_passage_without_end_is_cut_on_the_card() -> None:
    text = "words " * 50_000
    made = Quote("s", ((0, len(text)),), text, Certainty.STATED, Nature.CLAIM, False, Stage.NONE)
    shown = excerpt(read_article(text, ((0, len(text)),)), made)
    assert len(shown.text) < 4_000
    assert shown.text.endswith("[…]")
    assert shown.places([(6, 11), (200_000, 200_005)]) == ((6, 11),)
