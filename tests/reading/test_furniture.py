"""The proposal of what is body."""

import pytest
from hypothesis import given

from evmap.model import Span
from evmap.reading.furniture import propose_body
from tests.reading.odd import ODD_TEXTS, any_text, page_like
from tests.reading.pages import PAGES, Page
from tests.reading.seeds import EXOSOMES, EXOSOMES_BODY, VESICLES, VESICLES_BODY


def texts(text: str, body: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in body]


def test_the_body_of_the_first_article() -> None:
    assert propose_body(VESICLES) == VESICLES_BODY


def test_the_body_of_the_second_article() -> None:
    assert propose_body(EXOSOMES) == EXOSOMES_BODY


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("fix them.\nNext in", "fix them.Next in"),
        ("fix them.\nNext in", "fix them. Next in"),
        ("fix them.\nNext in Immune System\n", "fix them.\n"),
        ("\n", "\n\n"),
    ],
)
def test_the_first_article_in_other_shapes(apart: str, together: str) -> None:
    text = VESICLES.replace(apart, together)
    (body,) = texts(text, propose_body(text))
    assert body.endswith("how we might fix them.")
    assert body.startswith("Scientists discover")


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("\n\n", "\n"),
        ("before.\n\nKeywords", "before.Keywords"),
        ("microscopic.\n\nLeave", "microscopic.Leave"),
        ("research.\n\nAnd if", "research. And if"),
        ("kind of hope.\n\nThe next", "kind of hope. The next"),
    ],
)
def test_the_second_article_in_other_shapes(apart: str, together: str) -> None:
    text = EXOSOMES.replace(apart, together)
    first, last = texts(text, propose_body(text))
    assert first.startswith("Exosomes from T Cells")
    assert first.endswith("than ever before.")
    assert last == "The next revolution in cancer therapy might just be microscopic."


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_the_bodies_of_other_pages(page: Page) -> None:
    assert texts(page.text, propose_body(page.text)) == texts(page.text, page.body)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_line_ends_make_no_difference(page: Page) -> None:
    text = page.text.replace("\n", "\r\n")
    assert [part.replace("\r\n", "\n") for part in texts(text, propose_body(text))] == texts(page.text, page.body)


@pytest.mark.parametrize(
    "sentence",
    [
        "Scientists share this view, and comments from others support it.",
        "More in vivo studies are needed.",
        "Next, the team looked at mice.",
        "By harnessing exosomes we may strike cancer.",
        "Related cells take vesicles up more often than others do.",
        "Recent studies, published on March 3, 2025, agree.",
        "The source of these vesicles is unknown.",
        "Home care helps people with lupus.",
        "What do you think of when you hear the word cancer?",
        "If you found a vesicle under the microscope, it would look like a cup.",
        "References to exosomes are found in papers from 1981.",
        "Subscribers to this theory point to the data.",
    ],
)
def test_sentences_that_only_sound_like_furniture_are_body(sentence: str) -> None:
    before, after = "Cells send out vesicles, and other cells take them up.", "That is what the study says, in the end."
    text = f"{before}\n\n{sentence}\n\n{after}"
    assert propose_body(text) == ((0, len(text)),)


def test_a_text_of_furniture_only_has_no_body() -> None:
    assert propose_body("Leave a Reply\nYour email address will not be published.") == ()


def test_a_text_without_sentences_is_all_body() -> None:
    assert propose_body("  Vesicles and cells \n") == ((2, 20),)


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_survive(name: str) -> None:
    text = ODD_TEXTS[name]
    assert "".join(texts(text, propose_body(text))).count("T cells") == text.count("T cells")


@given(any_text | page_like)
def test_a_proposal_is_spans_in_order_without_white_space_at_their_ends(text: str) -> None:
    at = -1
    for start, end in propose_body(text):
        assert at < start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        at = end
