"""Articles in blocks and passages."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.model import Span
from evmap.reading.articles import Article, BlockKind, PassageKind
from evmap.reading.breaking import read_article
from tests.reading.odd import ODD_TEXTS, any_text, page_like
from tests.reading.seeds import exosomes, vesicles


def whole(text: str) -> Article:
    return read_article(text, [(0, len(text))])


def shown(article: Article, kind: BlockKind) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def words(article: Article) -> list[str]:
    return [article.text[passage.start : passage.end] for passage in article.passages]


def test_the_headings_of_the_first_article() -> None:
    assert shown(vesicles(), BlockKind.HEADING) == [
        "What Are Extracellular Vesicles and Why Do They Matter?",
        "How Do These Vesicles Trigger Autoimmune Responses?",
        "What Does This Mean for Future Treatments?",
    ]


def test_the_headings_of_the_second_article() -> None:
    assert shown(exosomes(), BlockKind.HEADING) == [
        "Exosomes from T Cells: A New Hope in the Fight Against Cancer",
        "Could Tiny Cell Packages Be the Future of Cancer Treatment?",
        "What Are Exosomes, Exactly?",
        "The Big Discovery: T Cell Exosomes Can Kill Cancer Cells",
        "How Do These Exosomes Work?",
        "Why This Matters for the Future of Cancer Treatment",
        "Are We There Yet?",
        "What Makes Exosomes Special Compared to Other Treatments?",
        "A Glimmer of Hope for the Cancer Community",
        "What Comes Next?",
        "The Bottom Line",
    ]


def test_how_much_there_is_in_both_articles() -> None:
    kinds = [Counter(passage.kind for passage in article.passages) for article in (vesicles(), exosomes())]
    assert kinds == [
        {PassageKind.SENTENCE: 21, PassageKind.HEADING: 3, PassageKind.BULLET: 3},
        {PassageKind.SENTENCE: 51, PassageKind.HEADING: 11, PassageKind.BULLET: 12},
    ]
    assert [article.blocks[-1].kind for article in (vesicles(), exosomes())] == [BlockKind.FURNITURE] * 2
    assert [max(block.number for block in article.blocks) for article in (vesicles(), exosomes())] == [13, 37]


@pytest.mark.parametrize(
    "passage",
    [
        "In simple terms:",
        "Here’s why exosomes are getting scientists excited:",
        "So, why is this discovery such a big deal?",
        "Not quite yet.",
        "Even more impressive?",
        "You might be wondering, “Can I get this treatment now if I have cancer?”",
        "By harnessing the power of exosomes from T cells, we might be able to strike cancer right at its core… "
        "without all the collateral damage.",
        "The next revolution in cancer therapy might just be microscopic.",
    ],
)
def test_sentences_of_the_second_article(passage: str) -> None:
    article = exosomes()
    found = article.passage_at(article.text.index(passage))
    assert found is not None
    assert found.kind is PassageKind.SENTENCE
    assert article.text[found.start : found.end] == passage


def test_bullets_of_both_articles() -> None:
    first = [
        text for text, passage in zip(words(vesicles()), vesicles().passages, strict=True) if passage.kind == "bullet"
    ]
    assert first[0].startswith("Block harmful vesicles: Preventing")
    assert first[2].endswith("self and foreign substances")
    bullets = [block for block in exosomes().blocks if block.kind == "bullet"]
    assert {block.marker for block in bullets} == {"•"}
    assert len(bullets) == 11
    vaccine = bullets[-1]
    assert [exosomes().text[p.start : p.end][:24] for p in vaccine.passages] == [
        "Even potential use as a ",
        "Scientists are exploring",
    ]
    assert "The cancer cells die… and healthy cells get to carry on peacefully." in words(exosomes())


def test_a_passage_knows_its_heading_and_paragraph() -> None:
    article = exosomes()
    found = article.passage_at(article.text.index("Not quite yet"))
    assert found is not None
    assert (found.heading, found.paragraph) == ("Are We There Yet?", 23)
    first = vesicles().passages[0]
    assert (first.heading, first.paragraph) == ("", 1)


def test_furniture_is_shown_in_its_place_and_holds_no_passages() -> None:
    furniture = shown(exosomes(), BlockKind.FURNITURE)
    assert furniture[:2] == ["Keywords to remember:", "Exosomes"]
    assert furniture[-1].startswith("The connection between the gut microbiome")
    assert exosomes().passage_at(exosomes().text.index("Keywords to remember")) is None
    kinds = [block.kind.value for block in exosomes().blocks]
    last_sentence = kinds.index("furniture") + furniture.index("Leave a Reply")
    assert kinds[last_sentence] == "paragraph"


def test_a_line_that_is_half_furniture_becomes_two_blocks() -> None:
    text = "It helps us fix them.Share this: Facebook"
    article = read_article(text, [(0, 21)])
    assert [(block.kind.value, text[block.start : block.end]) for block in article.blocks] == [
        ("paragraph", "It helps us fix them."),
        ("furniture", "Share this: Facebook"),
    ]


def test_paragraphs_wrapped_by_hand_are_put_together() -> None:
    text = (
        "Exosomes\n\nExosomes are small bubbles that cells send out to\n"
        "each other, and they carry proteins, lipids and\n"
        "genetic material from one cell to another cell.\n\n"
        "* They are found in blood, in milk and in tears,\n"
        "  and in many other fluids of the human body\n* They are small\n"
    )
    article = whole(text)
    assert [block.kind.value for block in article.blocks] == ["heading", "paragraph", "bullet", "bullet"]
    assert words(article)[1].endswith("cell to another cell.")
    assert words(article)[2].startswith("They are found")
    assert words(article)[2].endswith("human body")


def test_lines_of_a_web_page_are_blocks_of_their_own() -> None:
    article = whole("One line ends here.\nAnother line follows it.\nA third.")
    assert [block.number for block in article.blocks] == [1, 2, 3]


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("What are exosomes?", True),
        ("How they work", True),
        ("2. How Exosomes Work", True),
        ("mRNA and its carriers", True),
        ("The Role of miRNA in T Cells (and Others)", True),
        ("In simple terms:", False),
        ("So, why is this a big deal?", False),
        ("it was never a heading", False),
        ("It ends with a stop.", False),
        ("• What Exosomes Do", False),
        ("A line without a stop may be so long that nobody would take it for the heading of anything", False),
        ("?", False),
        ("2024", False),
    ],
)
def test_what_is_a_heading(line: str, is_heading: bool) -> None:
    article = whole(f"First, a sentence.\n\n{line}\n\nThen, another sentence.")
    assert (article.blocks[1].kind == "heading") is is_heading


def test_a_question_in_sentence_case_is_text_where_headings_are_titles() -> None:
    text = "A sentence.\n\nHow It Works\n\nA sentence.\n\nWhat does it mean?\n\nA sentence."
    assert shown(whole(text), BlockKind.HEADING) == ["How It Works"]


def test_short_lines_in_a_row_are_a_list_and_the_last_line_heads_nothing() -> None:
    assert (
        shown(whole("It holds:\nproteins\nSmall lipids\nSome sugars\nMany salts\nMore water\nYes."), BlockKind.HEADING)
        == []
    )
    assert shown(whole("A sentence.\n\nThe End"), BlockKind.HEADING) == []


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_survive(name: str) -> None:
    text = ODD_TEXTS[name]
    article = whole(text)
    assert article.text == text
    if "T cells" in text:
        found = article.passage_at(text.index("T cells"))
        assert found is not None
        assert "kill." in text[found.start : found.end]


@pytest.mark.parametrize("name", ["crlf", "cr", "byte order mark"])
def test_line_ends_and_marks_are_no_part_of_a_passage(name: str) -> None:
    assert words(whole(ODD_TEXTS[name]))[:2] == ["A Title", "T cells kill."]


spans = st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90)), max_size=4)


@given(any_text | page_like, spans)
def test_passages_and_blocks_cover_what_can_be_read_and_stand_in_order(text: str, body: list[Span]) -> None:
    article = read_article(text, body)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not any(char.isalnum() for char in text[at : block.start].replace(block.marker, "", 1))
        at = block.end
    assert not text[at:].strip("\ufeff\u200b\u2060" + "".join(filter(str.isspace, text)))
    inside = {i for start, end in article.body for i in range(start, end)}
    for passage in article.passages:
        assert set(range(passage.start, passage.end)) <= inside
        assert article.passage_at(passage.start) == passage == article.passage_at(passage.end - 1)
    assert all(block.passages == () for block in article.blocks if block.kind == "furniture")
    assert [p for block in article.blocks for p in block.passages] == list(article.passages)


@given(page_like)
def test_paragraphs_are_counted_from_one(text: str) -> None:
    article = whole(text)
    numbered = [block.number for block in article.blocks if block.kind != "heading"]
    assert numbered == list(range(1, len(numbered) + 1))
    assert all(p.paragraph == block.number for block in article.blocks for p in block.passages)
