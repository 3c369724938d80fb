"""The panel about what is selected."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evmap.model import (
    Certainty,
    Concept,
    ConceptMap,
    Kind,
    Link,
    Nature,
    Origin,
    Places,
    Quote,
    Source,
    Stage,
)
from evmap.ui.panels.details.panel import DetailPanel
from evmap.ui.panels.details.tabs import Tab
from evmap.ui.parts.blocks import BlockButton
from evmap.ui.theme import Theme
from evmap.ui.window import tab_order
from evmap.workspace import Workspace
from tests.ui import small_map
from tests.ui.conftest import Shown
from tests.ui.looking import button, buttons, cards, focused, text_of


@pytest.fixture
def panel(small: Workspace, light: Theme, show: Shown) -> DetailPanel:
    made = DetailPanel(small, light)
    made.fill()
    show(made, 344, 700)
    return made


def busy_workspace(links: int) -> Workspace:
    """A hub, each of whose links quotes a sentence of its own in an article that is not there."""
    quotes = [
        Quote(
            "a",
            ((at * 100, at * 100 + 60),),
            f"Sentence {at} tells of the hub.",
            Certainty.STATED,
            Nature.CLAIM,
            False,
            Stage.GENERAL,
        )
        for at in range(links)
    ]
    concepts = [Concept("hub", "hub", Kind.CELL, (), "", Origin.SOURCE, ())]
    concepts += [Concept(f"o{at}", f"other {at}", Kind.CELL, (), "", Origin.SOURCE, ()) for at in range(links)]
    made = tuple(Link(f"l{at}", "hub", "leads to", f"o{at}", Origin.SOURCE, "", (quotes[at],)) for at in range(links))
    source = Source("a", "An article", False, "missing.txt", ((0, 10_000),))
    return Workspace(ConceptMap("", "", (source,), tuple(concepts), made, (), ()), Places({}, {}), Path())


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
    assert first.accessibleDescription().startswith("States it. In the lab and in animals. A study; its")
    assert "¶ 9" in first.accessibleDescription()
    assert second.accessibleName() == small_map.DRONES
    assert "Picture, not a mechanism" in second.accessibleDescription()


def test_passages_of_its_links_follow_its_own_each_sentence_once(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("vesicles")
    assert [card.accessibleName() for card in cards(panel)] == [
        small_map.POSTAL,
        small_map.BIOMARKERS,
        f"{small_map.TREATMENTS} […] {small_map.BLOCK}",
    ]
    cards(panel)[1].click()
    assert small.reading
    assert small.reading.quote == small.index.links["vesicles-biomarkers"].quotes[0]


def test_a_long_list_of_passages_is_whole_in_the_end_in_order_and_in_the_order_of_tab(
    light: Theme, show: Shown, qtbot: QtBot
) -> None:
    workspace = busy_workspace(30)
    panel = DetailPanel(workspace, light)
    show(panel, 344, 700)
    workspace.select_concept("hub")
    assert 0 < len(cards(panel)) < 30  # the first picture does not wait for all of them
    assert panel.findChildren(Tab)[0].accessibleName() == "Passages, 30"
    qtbot.waitUntil(lambda: len(cards(panel)) == 30)
    names = [f"Sentence {at} tells of the hub." for at in range(30)]
    assert [card.accessibleName() for card in cards(panel)] == names
    qtbot.waitUntil(lambda: all(card.height() == card.heightForWidth(card.width()) for card in cards(panel)))
    cards(panel)[0].setFocus()
    tab_order.step(panel, (), forward=False)
    assert focused().accessibleName() == "Links, 30"  # the bar stands above the passages for the keyboard too
    for name in (*names, "hub leads to other 0"):
        tab_order.step(panel, (), forward=True)
        assert focused().accessibleName() == name


def test_jumping_past_passages_that_are_still_being_made_finds_its_place(light: Theme, show: Shown) -> None:
    workspace = busy_workspace(30)
    panel = DetailPanel(workspace, light)
    show(panel, 344, 700)
    workspace.select_concept("hub")
    panel.jump_to(1)
    assert len(cards(panel)) == 30
    assert all(card.height() == card.heightForWidth(card.width()) for card in cards(panel))
    row = button(panel, "hub leads to other 0")
    assert 0 < row.mapTo(panel.viewport(), QPoint(0, 0)).y() < 200


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
    assert [tab.accessibleName() for tab in tabs][:2] == ["Passages, 3", "Links, 5"]
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


def test_what_to_read_with_care_stands_before_the_passages_of_links(panel: DetailPanel, small: Workspace) -> None:
    small.select_concept("therapy")
    own, one, two, of_a_link = cards(panel)
    assert [own.accessibleName(), one.accessibleName(), two.accessibleName()] == [
        small_map.ONLY,
        small_map.ONLY,
        small_map.TESTED,
    ]
    assert small_map.BLOCK in of_a_link.accessibleName()
    own.setFocus()
    for card in (one, two, of_a_link):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is card


def test_an_empty_map_says_so(light: Theme) -> None:
    panel = DetailPanel(Workspace(ConceptMap("", "", (), (), (), (), ()), Places({}, {}), Path()), light)
    panel.fill()
    assert text_of(panel) == "There is nothing on this map. Ctrl+O opens another one."


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
