"""What is marked in a quote."""

from evmap.model import Span
from evmap.ui.parts.quotes import Marking, concept_marking, link_marking
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui.small_map import article_text


def words(source: str, markings: tuple[Marking, ...]) -> list[list[str]]:
    def word(span: Span) -> str:
        return article_text(source)[span[0] : span[1]]

    return [[word(span) for span in each.spans] for each in markings]


def test_a_concept_is_marked_by_name_and_by_its_other_wordings(small: Workspace, light: Theme) -> None:
    concept = small.index.concepts["t-cell-exosomes"]
    found = [words("cancer", concept_marking(small, light, concept, quote)) for quote in concept.quotes]
    assert found == [[["exosomes made by a certain type of T cell"]], [["T cell-derived exosomes"]]]


def test_a_concept_is_marked_where_a_link_of_it_marks_a_mere_pronoun(small: Workspace, light: Theme) -> None:
    concept = small.index.concepts["therapy"]
    assert words("cancer", concept_marking(small, light, concept, concept.quotes[0])) == [["It"]]


def test_subject_phrase_and_object_are_marked_as_their_author_did(small: Workspace, light: Theme) -> None:
    link = small.index.links["vesicles-biomarkers"]
    found = words("autoimmune", link_marking(small, light, link, link.quotes[0]))
    assert found == [["these vesicles"], ["could serve as"], ["biomarkers"]]


def test_ends_that_nobody_marked_are_found_by_name(small: Workspace, light: Theme) -> None:
    link = small.index.links["t-cell-exosomes-drones"]
    found = words("cancer", link_marking(small, light, link, link.quotes[0]))
    assert found == [["T cell-derived exosomes"], [], ["drones"]]


def test_places_are_told_for_people(small: Workspace) -> None:
    quote = small.index.links["vesicles-postal"].quotes[0]
    place = small.citing.place(quote)
    assert place.short == "¶ 3"
    assert place.full.endswith("What Are Extracellular Vesicles and Why Do They Matter?, ¶ 3")
    assert small.citing.quote(quote).startswith(f"“{quote.text}”\n")
