"""Where concepts are mentioned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.reading.mentions import find_mentions
from tests.reading.odd import ODD_TEXTS, any_text, page_like
from tests.reading.seeds import EXOSOMES, EXOSOMES_BODY


def mentioned(text: str, **names: list[str]) -> list[tuple[str, str]]:
    mentions = find_mentions(text, [(0, len(text))], names)
    return [(mention.concept, text[mention.start : mention.end]) for mention in mentions]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cell", "Many [cells] are near a [Cell]; a [cell]’s wall, the [cells]’ walls, subcellular, cello."),
        ("cells", "One [cell], two [CELLS]."),
        ("body", "Our [bodies] and the [body]'s cells, not an antibody or somebody."),
        ("therapies", "This [therapy] is [therapy]-like."),
        ("CD8+ T cells", "A [CD8+ T cell], the [CD8+\u00a0T cells] and [CD8+ T-cells], but CD8 T cells, CD8+ B cells."),
        (
            "T cell-derived exosomes",
            "[T cell-derived exosomes], [T‑cell–derived Exosome], not T cell—derived exosomes.",
        ),
        ("T cells", "[T cell]-derived, CAR [T-cell] therapy, don’t cells, DT cells, T. Cells."),
        ("body's postal service", "The [body’s   postal\tservices] run."),
        ("self-antigens", "A [self antigen] is a [self-antigen]."),
        ("naïve cell", "A [nai\u0308ve cell] and a [naïve cell], not a naive cell."),
        ("vesicle", "A [ve\u00adsicle] with a soft hyphen, [vesicles]."),
        ("IL-2", "[IL-2] and [IL‑2], not IL-21."),
        ("game-changer", "A [game-changer], two [game-changers]."),
        ("bacteria", "A [bacterium], many [bacteria]."),
    ],
)
def test_mentions_are_what_stands_in_brackets(name: str, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    expected = [part.split("]")[0] for part in text.split("[")[1:]]
    assert [found for _, found in mentioned(plain, it=[name])] == expected


def test_at_one_place_the_longest_name_wins() -> None:
    text = "T cell exosomes are exosomes of T cells."
    names = {"exosome": ["exosome"], "cell": ["cell"], "t": ["T cell"], "tex": ["T cell exosome"]}
    assert mentioned(text, **names) == [("tex", "T cell exosomes"), ("exosome", "exosomes"), ("t", "T cells")]


def test_where_names_overlap_the_longest_is_found_first() -> None:
    names = {"first": ["red blood"], "second": ["blood cell membrane"], "red": ["red"]}
    assert mentioned("A red blood cell membrane.", **names) == [("red", "red"), ("second", "blood cell membrane")]


def test_of_two_concepts_with_one_wording_the_first_given_has_it() -> None:
    assert mentioned("These packages travel.", exosome=["packages"], vesicle=["packages"]) == [("exosome", "packages")]


def test_the_exact_wording_goes_before_another_number() -> None:
    names = {"one": ["treatment"], "many": ["treatments"]}
    assert mentioned("A treatment of treatments.", **names) == [("one", "treatment"), ("many", "treatments")]


def test_a_mention_stays_in_its_block() -> None:
    assert mentioned("About T\ncells.", t=["T cell"]) == []
    assert mentioned("• T\n• cells", t=["T cell"]) == []
    wrapped = "Exosomes are small bubbles that are sent out by T\ncells and by many other kinds of cells in the body."
    assert mentioned(wrapped, t=["T cell"]) == [("t", "T\ncells")]


def test_only_the_body_is_looked_at() -> None:
    exosomes = find_mentions(EXOSOMES, EXOSOMES_BODY, {"keywords": ["immunotherapy advancements"], "e": ["exosomes"]})
    assert {mention.concept for mention in exosomes} == {"e"}
    assert all(EXOSOMES[m.start : m.end].lower().startswith("exosome") for m in exosomes)
    assert len(exosomes) == sum(EXOSOMES[a:b].lower().count("exosome") for a, b in EXOSOMES_BODY)


def test_names_without_words_are_never_mentioned() -> None:
    assert mentioned("A cell.", empty=[""], blank=["  "], nothing=[]) == []


@pytest.mark.parametrize("name", ODD_TEXTS)
def test_odd_texts_survive(name: str) -> None:
    text = ODD_TEXTS[name]
    assert len(mentioned(text, t=["T cell"])) == text.count("T cells")


names_like = st.dictionaries(st.sampled_from("abcdef"), st.lists(page_like | any_text, max_size=4), max_size=6)


@given(page_like | any_text, names_like)
def test_mentions_stand_in_order_without_overlap_at_word_boundaries(text: str, names: dict[str, list[str]]) -> None:
    at = 0
    for mention in find_mentions(text, [(0, len(text))], names):
        assert at <= mention.start < mention.end
        at = mention.end
        for edge in (mention.start, mention.end):
            assert not (0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum())


@given(st.lists(st.sampled_from(["cell", "exosome", "T", "virus", "CD8+", "body's"]), min_size=1, max_size=4))
def test_a_name_is_found_in_its_own_words(words: list[str]) -> None:
    name = " ".join(words)
    assert mentioned(f"So ({name}) is.", it=[name]) == [("it", name.removesuffix("'s"))]
