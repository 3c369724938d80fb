"""The shipped map keeps its promises: word for word, complete, and nothing added that the articles do not say."""

import subprocess
import sys
from functools import cache

import pytest

from evmap import data
from evmap.model import JOINER, Certainty, Kind, Link, Nature, Origin, Quote
from evmap.storage.check import check
from evmap.storage.compiled import read_compiled
from evmap.storage.exported import quotes_of
from evmap.storage.folder import LoadedMap, load_folder
from evmap.storage.map_files import list_files
from evmap.storage.places import read_places
from evmap.storage.seeds import source_text

_OFFICIAL = {"autoimmune": "seeds/000_f11ccf6eb2bf0679.txt", "cancer": "seeds/004_2e8d6595ccedaf19.txt"}


@cache
def loaded() -> LoadedMap:
    return load_folder(data.SHIPPED_MAP)


@cache
def texts() -> dict[str, str]:
    return {source.id: source_text(source, data.SHIPPED_MAP) for source in loaded().map.sources}


def kinds() -> dict[str, Kind]:
    return {concept.id: concept.kind for concept in loaded().map.concepts}


def quotes() -> list[tuple[str, Quote]]:
    return list(quotes_of(loaded().map))


def links() -> tuple[Link, ...]:
    return loaded().map.links


def test_check_finds_no_faults_and_warns_of_nothing() -> None:
    faults, _ = check(data.SHIPPED_MAP)
    assert [str(fault) for fault in faults] == []


def test_sources_are_the_two_articles() -> None:
    assert {source.id: source.file for source in loaded().map.sources} == _OFFICIAL
    assert {source.id: source.untitled for source in loaded().map.sources} == {"autoimmune": True, "cancer": False}


def test_a_title_that_is_not_ours_stands_in_the_article() -> None:
    for source in loaded().map.sources:
        assert source.untitled is (source.title not in texts()[source.id])


def test_every_quote_is_word_for_word_its_spans() -> None:
    for owner, quote in quotes():
        text = texts()[quote.source]
        assert quote.text == JOINER.join(text[start:end] for start, end in quote.spans), owner


def test_every_span_lies_within_the_body() -> None:
    bodies = {source.id: source.body for source in loaded().map.sources}
    for owner, quote in quotes():
        for start, end in quote.spans:
            assert any(first <= start < end <= last for first, last in bodies[quote.source]), owner


def test_quotes_carry_no_blanks_at_their_ends() -> None:
    for owner, quote in quotes():
        for start, end in quote.spans:
            span = texts()[quote.source][start:end]
            assert span == span.strip(), owner


def test_every_passage_is_accounted_for() -> None:
    assert all(coverage.accounted == coverage.passages > 0 for coverage in loaded().coverage)


def test_most_passages_are_quoted() -> None:
    assert all(coverage.quoted > 2 * coverage.left_out for coverage in loaded().coverage)


def test_the_map_is_as_large_as_its_articles_ask_for() -> None:
    assert len(loaded().map.concepts) > 100
    assert len(links()) > 180


def test_every_kind_of_concept_is_there() -> None:
    assert set(kinds().values()) == set(Kind)


def test_what_is_quoted_has_a_quote_and_background_has_none() -> None:
    for link in links():
        assert bool(link.quotes) is (link.origin is Origin.SOURCE), link.id
        assert link.origin is Origin.SOURCE or link.note, link.id
    for concept in loaded().map.concepts:
        assert bool(concept.quotes) is (concept.origin is Origin.SOURCE), concept.id


def test_no_article_joins_exosomes_to_extracellular_vesicles() -> None:
    bodies = {
        source.id: " ".join(texts()[source.id][start:end] for start, end in source.body).lower()
        for source in loaded().map.sources
    }
    assert "vesicle" not in bodies["cancer"]
    assert "exosome" not in bodies["autoimmune"]
    joining = [link for link in links() if {link.subject, link.object} == {"exosomes", "extracellular-vesicles"}]
    assert [link.origin for link in joining] == [Origin.BACKGROUND]
    assert "vesicle" in joining[0].note
    assert "exosome" in joining[0].note


def test_links_of_vesicles_quote_the_one_article_and_links_of_exosomes_the_other() -> None:
    vesicles = [concept for concept in loaded().map.concepts if concept.kind is Kind.VESICLE]
    for link in links():
        for concept in vesicles:
            if concept.id in (link.subject, link.object):
                sources = {quote.source for quote in link.quotes}
                assert "exosome" not in concept.name or sources <= {"cancer"}, link.id
                assert "vesicle" not in concept.name or sources <= {"autoimmune"}, link.id


def test_background_is_rare() -> None:
    assert sum(link.origin is Origin.BACKGROUND for link in links()) <= 6
    assert not any(concept.origin is Origin.BACKGROUND for concept in loaded().map.concepts)


def test_a_picture_is_only_ever_linked_as_a_picture() -> None:
    for link in links():
        if Kind.ANALOGY in (kinds()[link.subject], kinds()[link.object]):
            assert {quote.nature for quote in link.quotes} <= {Nature.ANALOGY}, link.id


def test_hedges_are_kept_and_named() -> None:
    for owner, quote in quotes():
        assert quote.certainty is not Certainty.HEDGED or quote.cues, owner


def test_names_and_summaries_can_be_read_at_a_glance() -> None:
    for concept in loaded().map.concepts:
        assert 0 < len(concept.summary) <= 140, concept.id
        assert "!" not in concept.summary, concept.id
    assert all(len(link.phrase) <= 40 for link in links())


def test_tensions_show_where_an_article_limits_itself() -> None:
    pairs = [" × ".join(quote.text for quote in tension.quotes) for tension in loaded().map.tensions]
    assert len(pairs) >= 6
    assert any(
        "only attacks the cancer cells" in pair and "only been tested in lab and animal" in pair for pair in pairs
    )
    assert any("spark the autoimmune response" in pair and "don’t set off alarm bells" in pair for pair in pairs)


def test_tours_are_complete() -> None:
    tours = loaded().map.tours
    assert 6 <= len(tours) <= 8
    assert all(6 <= len(tour.steps) <= 9 for tour in tours)
    quotes = [step.quote for tour in tours for step in tour.steps]
    assert {quote.source for quote in quotes if quote} == set(_OFFICIAL)
    assert all(quote and quote.spans for quote in quotes)
    assert all(step.notes for tour in tours for step in tour.steps)


def test_places_are_there_for_everything() -> None:
    assert read_places(data.SHIPPED_MAP, loaded().map) is not None


def test_compiled_copy_is_fresh_and_the_same() -> None:
    compiled = read_compiled(data.SHIPPED_MAP)
    assert compiled is not None, "run: evmap compile"
    assert compiled.map == loaded().map
    assert compiled.places == read_places(data.SHIPPED_MAP, loaded().map)


def test_opening_the_shipped_map_needs_no_checks() -> None:
    code = (
        "import sys; from evmap.storage.opening import open_map; open_map();"
        "print([name for name in sys.modules if name in"
        " ('tomllib', 'difflib', 'tempfile', 'evmap.storage.folder', 'evmap.reading.articles', 'numpy', 'PySide6')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("name", ["map.toml", "left-out.toml", "tensions.toml"])
def test_files_are_where_authors_look_for_them(name: str) -> None:
    assert data.SHIPPED_MAP / name in list_files(data.SHIPPED_MAP).read
