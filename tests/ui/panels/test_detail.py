"""The panel about what is selected."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from evmap.model import Concept, ConceptMap, Kind, Link, Origin, Places
from evmap.ui.panels.blocks import BlockButton
from evmap.ui.panels.detail import DetailPanel
from evmap.ui.panels.tabs import Tab
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui import small_map
from tests.ui.conftest import Shown
from tests.ui.looking import button, buttons, cards, text_of


@pytest.fixture
def panel(small: Workspace, light: Theme, show: Shown) -> DetailPanel:
    made = DetailPanel(small, light)
    made.fill()
    show(made, 344, 700)
    return made


def names(panel: DetailPanel) -> list[str]:
    return [each.accessibleName() for each in buttons(panel)]


def test_nothing_selected_asks_the_question_and_says_how_to_begin(panel: DetailPanel, small: Workspace) -> None:
    text = text_of(panel)
    assert small.map.question in text
    assert "Click a concept" in text
    assert "9 concepts and 8 links, drawn from 2 articles" in text
    assert "the text hedges it: could, may: 2 links" in text
    assert "Analogies" in text


def test_a_landmark_on_the_empty_page_selects_itself(panel: DetailPanel, small: Workspace) -> None:
    button(panel, "extracellular vesicles").click()
    assert small.selection.only_concept == "vesicles"


def test_a_concept_shows_what_it_is(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("t-cell-exosomes")
    text = text_of(panel)
    assert "Vesicle" in text
    assert "T cell exosomes" in text
    assert "“T cell-derived exosomes”" in text
    assert "In the lab and in mice they destroyed tumor cells." in text


def test_its_passages_are_verbatim_with_certainty_and_stage_in_words(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("t-cell-exosomes")
    first, second = cards(panel)
    assert first.accessibleName() == small_map.FOUND
    assert first.accessibleDescription().startswith("States it. A study; its kind is not stated.")
    assert "¶ 9" in first.accessibleDescription()
    assert second.accessibleName() == small_map.DRONES
    assert "Picture, not a mechanism" in second.accessibleDescription()


def test_a_passage_opens_its_article(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("t-cell-exosomes")
    QTest.mouseClick(cards(panel)[0], Qt.MouseButton.LeftButton)
    assert small.reading
    assert small.reading.quote == small.index.concepts["t-cell-exosomes"].quotes[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_passage_opens_by_key(panel: DetailPanel, small: Workspace, key: Qt.Key) -> None:
    small.select_concept("exosomes")
    QTest.keyClick(cards(panel)[0], key)
    assert small.reading


def test_copying_a_passage_gives_its_exact_text_and_its_place(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("exosomes")
    QTest.keyClick(cards(panel)[0], Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text, place = QGuiApplication.clipboard().text().split("\n")
    assert text == f"“{small_map.ALARM}”"
    assert place == ("Exosomes from T Cells: A New Hope in the Fight Against Cancer, What Are Exosomes, Exactly?, ¶ 8")
    menu = [action.text() for action in cards(panel)[0].actions()]
    assert "Copy the quote and where it stands" in menu


def test_its_links_are_sentences_out_first_that_select_themselves(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("vesicles")
    sentences = [
        "extracellular vesicles are like the body’s postal service",
        "extracellular vesicles could serve as biomarkers",
        "extracellular vesicles could be blocked by exosome therapy",
        "exosomes are a kind of extracellular vesicles",
        "cell biology studies extracellular vesicles",
    ]
    assert [name for name in names(panel) if name in sentences] == sentences
    QTest.keyClick(button(panel, sentences[1]), Qt.Key.Key_Return)
    assert small.selection.only_link == "vesicles-biomarkers"


def test_other_mentions_open_their_paragraph(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("vesicles")
    pills = [each for each in buttons(panel) if each.accessibleName().startswith("Paragraph")]
    assert pills
    pills[0].click()
    assert small.reading
    start, end = small.reading.spans[0]
    said = small_map.article_text(small.reading.source)[start:end].lower()
    assert said in ("extracellular vesicles", "these vesicles", "extracellular vesicle")


def test_a_concept_of_ours_says_so(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("biology")
    assert "Process · Not in the sources" in text_of(panel)
    assert cards(panel) == []


def test_tabs_name_the_sections_and_jump_to_them(panel: DetailPanel, small: Workspace) -> None:
    panel.resize(344, 300)
    small.select_concept("vesicles")
    QTest.qWait(0)
    tabs = panel.findChildren(Tab)
    assert [tab.accessibleName() for tab in tabs][:2] == ["Passages, 1", "Links, 5"]
    QTest.mouseClick(tabs[1], Qt.MouseButton.LeftButton)
    assert panel.verticalScrollBar().value() > 0
    assert tabs[1].isChecked()
    row = button(panel, "extracellular vesicles could serve as biomarkers")
    assert 0 < row.mapTo(panel.viewport(), QPoint(0, 0)).y() < 300
    assert tabs[0].mapTo(panel.viewport(), QPoint(0, 0)).y() == 0  # the bar stays in sight


def test_a_link_shows_its_sentence_its_certainty_and_its_quotes(panel: DetailPanel, small: Workspace) -> None:
    small.select_link("vesicles-biomarkers")
    text = text_of(panel)
    assert "extracellular vesicles could serve as biomarkers" in text
    assert "1 passage in 1 article" in text
    assert [card.accessibleName() for card in cards(panel)] == [small_map.BIOMARKERS]
    assert "Hedges it: suggests, could" in cards(panel)[0].accessibleDescription()


def test_the_ends_of_a_link_select_themselves(panel: DetailPanel, small: Workspace) -> None:
    small.select_link("vesicles-biomarkers")
    button(panel, "biomarkers").click()
    assert small.selection.only_concept == "biomarkers"


def test_a_tension_shows_its_question_and_both_quotes(panel: DetailPanel, small: Workspace) -> None:
    small.select_link("therapy-only")
    text = text_of(panel)
    assert "Read with care" in text
    assert "if no human was treated yet?" in text
    assert [card.accessibleName() for card in cards(panel)] == [small_map.ONLY, small_map.ONLY, small_map.TESTED]
    cards(panel)[2].click()
    assert small.reading
    assert small.reading.quote
    assert small.reading.quote.text == small_map.TESTED


def test_a_background_link_shows_its_note_and_no_quote(panel: DetailPanel, small: Workspace) -> None:
    small.select_link("exosomes-kind")
    assert "Not in the sources" in text_of(panel)
    assert "Neither article says so." in text_of(panel)
    assert cards(panel) == []


def test_several_things_are_a_short_list(panel: DetailPanel, small: Workspace) -> None:
    small.select(("vesicles", "exosomes"), ("vesicles-postal",))
    assert "3 things selected" in text_of(panel)
    assert "exosomes are a kind of extracellular vesicles" in names(panel)
    button(panel, "exosomes").click()
    assert small.selection.only_concept == "exosomes"


def test_another_theme_shows_the_same(panel: DetailPanel, small: Workspace, dark: Theme) -> None:
    small.select_concept("vesicles")
    before = (names(panel), text_of(panel))
    panel.set_theme(dark)
    assert (names(panel), text_of(panel)) == before


def test_markup_is_shown_literally(light: Theme, show: Shown) -> None:
    odd = "<b>bold</b> & <script>x</script>\x00\U0001f600"
    concepts = tuple(Concept(each, odd + each, Kind.CELL, (odd,), odd, Origin.BACKGROUND, ()) for each in "ab")
    link = Link("l", "a", odd, "b", Origin.BACKGROUND, odd, ())
    made = ConceptMap(odd, odd, (), concepts, (link,), (), ())
    workspace = Workspace(made, Places({}, {}), Path())
    panel = DetailPanel(workspace, light)
    panel.fill()
    show(panel, 344, 700)
    for choose in (
        workspace.clear_selection,
        lambda: workspace.select_concept("a"),
        lambda: workspace.select_link("l"),
    ):
        choose()
        assert odd in text_of(panel)
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))
        tips = [each.toolTip() for each in panel.findChildren(BlockButton) if each.toolTip()]
        assert all("<b>" not in each and "<script>" not in each for each in tips)
        panel.grab()


def test_pages_that_are_left_are_freed(panel: DetailPanel, small: Workspace) -> None:
    for _ in range(3):
        for concept in small.index.concepts:
            small.select_concept(concept)
    assert len(panel.findChildren(BlockButton)) == len(buttons(panel))
