"""What a person finds on the shipped map by what they type."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.graph.search.asking import MOST, ask
from evmap.graph.search.hits import Found, Hit, HitKind
from evmap.graph.search.index import SearchIndex


def hits(index: SearchIndex, text: str, kind: HitKind | None = None) -> list[Hit]:
    found = ask(index, text)
    made = [index.hit(found, at) for at in range(len(found))]
    return [hit for hit in made if kind in (None, hit.kind)]


def names(index: SearchIndex, text: str) -> list[str]:
    return [hit.text for hit in hits(index, text, HitKind.CONCEPT)]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("cytotoxin", "cytotoxins"),
        ("exosone", "exosomes"),
        ("tumour", "tumors"),
        ("T-cell", "T cells"),
        ("EXOSOMES", "exosomes"),
        ("vésicles", "extracellular vesicles"),
        ("self–antigen", "self-antigens"),
        ("game changers", "game-changer"),
        ("mouse", "mice"),
        ("immune sys", "immune system"),
        ("cancercells", "cancer cells"),
        ("message in a bottel", "message in a bottle"),
    ],
)
def test_small_differences_do_not_matter(shipped: SearchIndex, typed: str, name: str) -> None:
    assert name in names(shipped, typed)[:2]


def test_curly_and_straight_quotes_find_the_same(shipped: SearchIndex) -> None:
    straight, curly = hits(shipped, "the body's postal service"), hits(shipped, "“the body’s” postal service")
    assert straight
    assert straight == curly


def test_the_order_is_what_one_expects(shipped: SearchIndex) -> None:
    assert names(shipped, "exosomes")[0] == "exosomes"
    assert names(shipped, "cells")[0] == "cells"
    assert names(shipped, "immune")[0].startswith("immune")
    degrees = [shipped.map.degree(hit.id) for hit in hits(shipped, "immune", HitKind.CONCEPT)]
    begin = [name.startswith("immune") for name in names(shipped, "immune")]
    assert begin == sorted(begin, reverse=True)
    first = [degree for degree, begins in zip(degrees, begin, strict=True) if begins]
    assert first == sorted(first, reverse=True)
    kinds = [list(HitKind).index(hit.kind) for hit in hits(shipped, "cancer")]
    assert kinds == sorted(kinds)


def test_an_alias_is_found_and_told(shipped: SearchIndex) -> None:
    hit = hits(shipped, "tiny cell packages", HitKind.CONCEPT)[0]
    assert (hit.text, hit.alias) == ("exosomes", "tiny cell packages")
    assert [hit.alias[start:end] for start, end in hit.alias_marks] == ["tiny", "cell", "packages"]


def test_a_link_is_found_by_its_phrase_and_read_as_a_sentence(shipped: SearchIndex) -> None:
    sentences = [hit.text for hit in hits(shipped, "carry important", HitKind.LINK)]
    assert "exosomes carry important messages" in sentences
    assert all("carry" in text or "carried" in text or "carries" in text for text in sentences)
    assert hits(shipped, "exosomes carry", HitKind.LINK)[0].text.startswith("exosomes carry")


def test_a_name_alone_does_not_list_all_links_of_its_concept(shipped: SearchIndex) -> None:
    assert not any(hit.text.startswith("lupus") for hit in hits(shipped, "lupus", HitKind.LINK))


def test_passages_have_a_place_and_their_words_marked(shipped: SearchIndex) -> None:
    hit = hits(shipped, "killer tool", HitKind.PASSAGE)[0]
    assert marked(hit) == ["killer", "tools"]
    assert hit.paragraph > 0
    article = next(article for source, article, _ in shipped.passages if source == hit.id)
    assert article.text[hit.place[0] : hit.place[1]] == hit.text


def test_words_that_follow_each_other_come_first(shipped: SearchIndex) -> None:
    found = [hit.text for hit in hits(shipped, "immune system", HitKind.PASSAGE)]
    follow = ["immune system" in text.lower() for text in found]
    assert follow == sorted(follow, reverse=True)


@pytest.mark.parametrize("typed", ["subscribe newsletter", "leave a reply", "privacy policy", "cookie", "facebook"])
def test_page_furniture_is_never_found(shipped: SearchIndex, typed: str) -> None:
    for hit in hits(shipped, typed, HitKind.PASSAGE):
        body = next(article.body for source, article, _ in shipped.passages if source == hit.id)
        assert any(start <= hit.place[0] and hit.place[1] <= end for start, end in body)


def test_nothing_of_the_furniture_is_in_the_index(shipped: SearchIndex) -> None:
    for source, article, passage in shipped.passages:
        assert any(start <= passage.start and passage.end <= end for start, end in article.body), source
    body = " ".join(article.text[passage.start : passage.end] for _, article, passage in shipped.passages)
    assert "Leave a comment" not in body


def test_nothing_found_names_words_that_exist(shipped: SearchIndex) -> None:
    found = ask(shipped, "exoxxxes")
    assert not found
    assert "exosomes" in [word.lower() for word in found.nearest]
    found = ask(shipped, "exosomes banana")
    assert not found
    assert found.nearest[0].lower() == "exosomes"
    assert all(ask(shipped, word) for word in found.nearest)


@pytest.mark.parametrize("typed", ["", "  ", "+", "“”", "…"])
def test_no_word_is_no_question(shipped: SearchIndex, typed: str) -> None:
    found = ask(shipped, typed)
    assert found.is_empty
    assert len(found) == 0


def test_there_is_an_end_to_a_list_and_it_is_told(shipped: SearchIndex) -> None:
    for group in ask(shipped, "e").groups:
        assert len(group.numbers) == min(group.total, MOST)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_asked(shipped: SearchIndex, typed: str) -> None:
    found = ask(shipped, typed)
    for at in range(len(found)):
        hit = shipped.hit(found, at)
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.text)
        assert all(one[1] <= two[0] for one, two in pairwise(hit.marks))
    assert bool(found) == bool(len(found))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_every_concept_is_found_by_its_wordings_in_any_case(shipped: SearchIndex, data: st.DataObject) -> None:
    wording = data.draw(st.sampled_from(shipped.wordings))
    case = data.draw(st.sampled_from(["upper", "lower", "title", "strip"]))
    typed: str = getattr(wording.text, case)()
    found = hits(shipped, typed, HitKind.CONCEPT)
    assert wording.concept in [hit.id for hit in found]
    if wording.is_name:
        assert found[0].text.casefold() == wording.text.casefold()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_longer_name_is_found_with_one_typing_error(shipped: SearchIndex, data: st.DataObject) -> None:
    wording = data.draw(st.sampled_from([each for each in shipped.wordings if each.is_name and len(each.plain) > 6]))
    typed = _with_an_error(wording.plain, data)
    assert wording.concept in [hit.id for hit in hits(shipped, typed, HitKind.CONCEPT)], typed


def _with_an_error(text: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(1, len(text) - 2))
    letter = data.draw(st.sampled_from("aeioutrnsx"))
    return data.draw(
        st.sampled_from(
            [
                text[:at] + text[at + 1 :],
                text[:at] + letter + text[at:],
                text[:at] + letter + text[at + 1 :],
                text[:at] + text[at + 1] + text[at] + text[at + 2 :],
            ]
        )
    )


def test_found_knows_its_hits_by_number() -> None:
    with pytest.raises(IndexError):
        Found().at(0)
