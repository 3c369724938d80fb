"""The rows of the outline: what is below what, what is told of each, and that nothing is made too early."""

import pytest

from evmap.layout.searching.start import in_rows
from evmap.ui.outline.rows import Grouping, Outline, Row, What
from evmap.workspace import Lens, Workspace
from evmap.workspace.opening import open_workspace
from tests.made_maps import generated_map


@pytest.fixture
def shipped() -> Workspace:
    return open_workspace()


def names(outline: Outline, rows: list[Row]) -> list[str]:
    return [outline.words(row).text for row in rows]


def all_rows(rows: list[Row]) -> list[Row]:
    return [each for row in rows for each in (row, *all_rows(row.children))]


def test_kinds_come_in_the_order_of_the_legend_and_concepts_by_name(small: Workspace) -> None:
    outline = Outline(small, Grouping.KIND)
    assert names(outline, outline.roots) == ["Cells", "Vesicles", "Therapies", "Processes", "Evidence", "Analogies"]
    vesicles = outline.roots[1]
    assert names(outline, vesicles.children) == ["exosomes", "extracellular vesicles", "T cell exosomes"]


def test_the_alphabet_needs_no_groups_on_a_small_map(small: Workspace) -> None:
    outline = Outline(small, Grouping.ALPHABET)
    told = names(outline, outline.roots)
    assert told == sorted(told, key=str.casefold)
    assert len(told) == len(small.map.concepts)


def test_every_concept_link_and_quote_is_there(shipped: Workspace) -> None:
    outline = Outline(shipped, Grouping.KIND)
    rows = all_rows(outline.roots)
    assert {row.item for row in rows if row.what is What.CONCEPT} == set(shipped.index.concepts)
    assert {row.item for row in rows if row.what is What.LINK} == set(shipped.index.links)
    told = {(row.quote.source, row.quote.spans) for row in rows if row.quote}
    mine = {(quote.source, quote.spans) for concept in shipped.map.concepts for quote in concept.quotes}
    assert told == mine | {(quote.source, quote.spans) for link in shipped.map.links for quote in link.quotes}


def test_a_row_tells_the_eye_and_the_ear(small: Workspace) -> None:
    outline = Outline(small, Grouping.KIND)
    concept = outline.concept_row("vesicles")
    assert concept
    words = outline.words(concept)
    assert words.name == "extracellular vesicles, vesicle, 5 links"
    assert words.more.startswith("Tiny packages that cells release")
    assert "Also in the text: these vesicles" in words.more
    link = outline.link_row("vesicles-biomarkers")
    assert link
    assert outline.words(link).name == "extracellular vesicles could serve as biomarkers"
    assert outline.words(link).more == "Hedges it. 1 passage."
    passage = outline.words(link.children[0])
    assert passage.text == "“The research suggests these vesicles could serve as biomarkers”"
    assert "Hedges it" in passage.note
    assert "A study; its kind is not stated" in passage.note
    assert "Extracellular vesicles and autoimmune diseases" in passage.more


def test_what_is_not_in_the_sources_says_so(small: Workspace) -> None:
    outline = Outline(small, Grouping.KIND)
    ours = outline.concept_row("biology")
    assert ours
    assert "not in the sources" in outline.words(ours).note
    assert "not in the sources" in outline.words(ours).name
    link = outline.link_row("exosomes-kind")
    assert link
    assert outline.words(link).more == "Not in the sources. Neither article says so."
    assert not link.has_children


def test_a_filter_keeps_concepts_that_have_its_words_in_a_name_or_a_sentence(small: Workspace) -> None:
    def kept(text: str) -> set[str]:
        outline = Outline(small, Grouping.KIND, text)
        return {row.item for root in outline.roots for row in root.children}

    assert kept("biomarkers") == {"biomarkers", "vesicles"}
    assert kept("TUMOR") == {"cancer-cells"}  # an alias
    assert kept("body's postal") == {"vesicles", "postal-service"}  # a straight quote finds a curly one
    assert kept("no such word") == set()
    assert len(kept("")) == len(small.map.concepts)


def test_filters_hide_rows_or_let_them_fade(small: Workspace) -> None:
    small.asking.filter(small.asking.filters.toggled(Lens.KIND, "vesicle"))
    outline = Outline(small, Grouping.KIND)
    assert outline.concept_row("vesicles") is None
    assert outline.shown == 6
    small.asking.fade(True)
    outline = Outline(small, Grouping.KIND)
    row = outline.concept_row("vesicles")
    assert row
    assert outline.is_pale(row)


def test_nothing_is_made_before_it_is_asked_for() -> None:
    many = generated_map(5000)
    workspace = Workspace(many, in_rows(many), open_workspace().folder)
    for grouping in (Grouping.KIND, Grouping.ALPHABET):
        outline = Outline(workspace, grouping)
        assert not any(row.is_made for row in outline.roots)
        assert len(outline.roots) < 40
