"""Reading an article at a passage."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from evmap.model import Quote
from evmap.ui.panels.reader.panel import ReaderPanel
from evmap.ui.theme import Theme
from evmap.ui.words.sentences import sentence_lines
from evmap.workspace import Workspace
from evmap.workspace.mentioned import mention_walk
from evmap.workspace.opening import open_workspace
from evmap.workspace.sentences import sentences_of
from tests.ui import small_map
from tests.ui.conftest import Shown


@pytest.fixture
def reader(small: Workspace, light: Theme, show: Shown) -> ReaderPanel:
    made = ReaderPanel(small, light)
    show(made, 840, 600)
    return made


def read(small: Workspace, link: str) -> Quote:
    opened = small.index.links[link].quotes[0]
    small.read_quote(opened)
    return opened


def marked(reader: ReaderPanel) -> list[str]:
    """The words that stand on a coloured ground."""
    selections = reader.view.extraSelections()
    return [
        each.cursor.selectedText()
        for each in selections
        if each.format.background().style() is not Qt.BrushStyle.NoBrush
    ]


def word_at_cursor(reader: ReaderPanel) -> str:
    cursor = reader.view.textCursor()
    cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    return cursor.selectedText()


def test_a_quote_is_marked_and_in_sight(reader: ReaderPanel, small: Workspace) -> None:
    read(small, "therapy-only")
    assert marked(reader)[0] == small_map.ONLY
    assert reader.view.viewport().rect().contains(reader.view.cursorRect().center())
    assert small_map.ONLY.startswith(word_at_cursor(reader))
    assert reader.view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("width", [320, 840, 1600, 2560])
def test_no_line_runs_out_of_sight(reader: ReaderPanel, small: Workspace, width: int) -> None:
    reader.resize(width, 600)
    read(small, "therapy-only")
    document, view = reader.view.document(), reader.view
    assert document.idealWidth() <= view.viewport().width()
    block = document.begin()
    while block.isValid():
        right = document.documentLayout().blockBoundingRect(block).right()
        assert right <= view.viewport().width()
        block = block.next()


def test_only_what_makes_it_less_sure_has_the_colour_of_a_hedge(
    reader: ReaderPanel, small: Workspace, light: Theme
) -> None:
    read(small, "t-cell-exosomes-drones")
    colours = {each.cursor.selectedText(): each.format.underlineColor() for each in reader.view.extraSelections()}
    assert colours["more like"] == light.colour("muted")
    read(small, "blocking")
    colours = {each.cursor.selectedText(): each.format.underlineColor() for each in reader.view.extraSelections()}
    assert colours["could"] == light.colour("hedge")


def test_each_part_of_a_quote_is_marked_and_its_cues_too(reader: ReaderPanel, small: Workspace) -> None:
    read(small, "blocking")
    assert marked(reader) == [small_map.TREATMENTS, small_map.BLOCK, "could"]


def test_what_the_map_does_not_quote_steps_back(reader: ReaderPanel, small: Workspace, light: Theme) -> None:
    small.read("cancer", ())
    faded = [each.cursor.selectedText() for each in reader.view.extraSelections()]
    assert all(each.format.foreground().color() == light.colour("muted") for each in reader.view.extraSelections())
    assert "You’re not alone." in faded
    assert small_map.FOUND not in faded
    assert marked(reader) == []
    assert reader.view.verticalScrollBar().value() == 0


def test_the_article_is_all_there_and_unchanged(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    shown = reader.view.toPlainText()
    for passage in small.articles.article("cancer").passages:
        assert small_map.article_text("cancer")[passage.start : passage.end] in shown
    assert shown.startswith(small.map.sources[1].title)


def test_page_furniture_is_folded_until_it_is_asked_for(reader: ReaderPanel, small: Workspace) -> None:
    opened = read(small, "vesicles-biomarkers")
    assert "Next in Immune System" not in reader.view.toPlainText()
    QTest.mouseClick(reader.furniture, Qt.MouseButton.LeftButton)
    assert "Next in Immune System" in reader.view.toPlainText()
    assert marked(reader)[0] == opened.text


def test_an_article_without_furniture_has_no_toggle(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    assert not reader.furniture.isVisible()


def test_a_narrow_bar_keeps_the_way_back_whole(reader: ReaderPanel, small: Workspace) -> None:
    small.read("autoimmune", ())
    for width in (300, 420, 840):
        reader.resize(width, 500)
        QApplication.processEvents()
        assert reader.back.width() >= reader.back.sizeHint().width()
        assert reader.furniture.width() >= reader.furniture.sizeHint().width()


def test_the_button_leads_back(reader: ReaderPanel, small: Workspace) -> None:
    read(small, "therapy-only")
    QTest.mouseClick(reader.back, Qt.MouseButton.LeftButton)
    assert small.reading is None


def test_another_theme_shows_the_same_place(reader: ReaderPanel, small: Workspace, dark: Theme) -> None:
    read(small, "therapy-only")
    reader.set_theme(dark)
    assert marked(reader)[0] == small_map.ONLY
    reader.grab()


def go_down(reader: ReaderPanel, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(reader.view, Qt.Key.Key_Down)


def point_of(reader: ReaderPanel, text: str) -> QPoint:
    """The middle of the first words of a text, on the page."""
    cursor = reader.view.document().find(text[:30])
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 4)
    reader.view.setTextCursor(cursor)
    return reader.view.cursorRect(cursor).center()


def test_pointing_at_a_sentence_lights_what_stands_on_it(reader: ReaderPanel, small: Workspace, qtbot: QtBot) -> None:
    small.read("cancer", ())
    QTest.mouseMove(reader.view.viewport(), point_of(reader, small_map.ONLY))
    qtbot.waitUntil(lambda: small.glance is not None)
    assert small.spotlight.links == ("therapy-only",)
    assert set(small.spotlight.concepts) == {"therapy", "cancer-cells"}
    assert not small.selection
    small.return_to_map()
    assert small.glance is None


def test_a_click_selects_what_stands_on_a_sentence(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    QTest.mouseClick(
        reader.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        point_of(reader, small_map.ONLY),
    )
    assert small.selection.only_link == "therapy-only"
    assert small_map.ONLY in marked(reader)


def test_sentences_are_reached_and_chosen_by_keys(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    sentences = sentences_of(small, "cancer")
    go_down(reader, 3)
    assert reader.view.current is not None
    first = reader.view.current
    go_down(reader, 1)
    assert reader.view.current == first + 1
    QTest.keyClick(reader.view, Qt.Key.Key_Up)
    assert reader.view.current == first
    while not sentences[reader.view.current].links:
        go_down(reader, 1)
    assert small_map.article_text("cancer")[slice(*sentences[reader.view.current].span)] == small_map.FOUND
    assert "have the power to destroy" in reader.view.accessibleDescription()
    QTest.keyClick(reader.view, Qt.Key.Key_Return)
    assert small.selection.only_link == "t-cell-exosomes-destroy"


def test_ctrl_goes_by_paragraphs(reader: ReaderPanel, small: Workspace) -> None:
    small.read("autoimmune", ())
    article, sentences = small.articles.article("autoimmune"), sentences_of(small, "autoimmune")

    def paragraph() -> int:
        assert reader.view.current is not None
        passage = article.passage_at(sentences[reader.view.current].span[0])
        assert passage
        return passage.paragraph

    go_down(reader, 1)
    QTest.keyClick(reader.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert paragraph() == 2
    go_down(reader, 1)
    QTest.keyClick(reader.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert paragraph() == 1


def test_a_sentence_that_is_left_out_says_why(small: Workspace) -> None:
    shipped = open_workspace()
    texts = {
        shipped.articles.article("cancer").text[slice(*each.span)]: each for each in sentences_of(shipped, "cancer")
    }
    lines = sentence_lines(shipped, texts["In simple terms:"])
    assert lines == [
        "The map does not quote this: it only leads on to what follows.",
        "Leads to four bullets, which are all on the map.",
    ]
    sure = texts["They can carry information directly to cancer cells."]
    assert sentence_lines(shipped, sure)[1] == "exosomes can carry information directly to cancer cells"


def test_selecting_marks_the_sentences_and_the_names(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    small.select_concept("cancer-cells")
    assert small_map.FOUND in marked(reader)
    assert "tumor cells" in marked(reader)
    small.clear_selection()
    assert marked(reader) == []


def test_mentions_are_walked_through_both_articles_and_round(reader: ReaderPanel, small: Workspace) -> None:
    small.select_concept("vesicles")
    small.read("autoimmune", ())
    walk = mention_walk(small)
    assert walk
    assert walk.at is None
    seen = []
    for _ in walk.places:
        QTest.mouseClick(reader.mentions.after, Qt.MouseButton.LeftButton)
        assert small.reading
        seen.append((small.reading.source, *small.reading.spans[0]))
    assert tuple(seen) == walk.places
    assert f"{len(seen)} of {len(seen)}" in reader.mentions.told.text()
    QTest.mouseClick(reader.mentions.after, Qt.MouseButton.LeftButton)
    assert "1 of" in reader.mentions.told.text()
    QTest.mouseClick(reader.mentions.before, Qt.MouseButton.LeftButton)
    assert f"{len(seen)} of" in reader.mentions.told.text()
    small.clear_selection()
    assert not reader.mentions.isVisible()


def test_the_other_article_is_one_press_away(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    menu = reader.source.menu()
    menu.actions()[0].trigger()
    assert small.reading
    assert small.reading.source == "autoimmune"
    assert [each.isChecked() for each in menu.actions()] == [True, False]


def test_nothing_touches_the_text_while_it_is_written_anew(reader: ReaderPanel, small: Workspace) -> None:
    """Clearing takes the scroll bar away and resizes the page; a resize that touched the text once broke it."""
    for at in range(40):
        small.read(("autoimmune", "cancer")[at % 2], ())
        if at % 4 == 0:
            reader.resize(700 + at, 500)
        QApplication.processEvents()
        assert reader.view.toPlainText()


def test_a_sentence_is_copied_with_where_it_stands(reader: ReaderPanel, small: Workspace) -> None:
    read(small, "therapy-only")
    reader.view.setFocus()
    go_down(reader, 1)
    number = reader.view.current
    assert number is not None
    QTest.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text, place = QGuiApplication.clipboard().text().split("\n")
    assert text.strip("“”") in small_map.article_text("cancer")
    assert place.startswith(small.index.sources["cancer"].title)
    assert "¶" in place


def test_selected_text_is_copied_as_it_is(reader: ReaderPanel, small: Workspace) -> None:
    read(small, "therapy-only")
    cursor = reader.view.document().find(small_map.ONLY[:12])
    reader.view.setTextCursor(cursor)
    QTest.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == small_map.ONLY[:12]


def test_the_menu_copies_the_sentence_under_the_pointer(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    at = point_of(reader, small_map.ONLY)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, reader.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(reader.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().startswith(f"“{small_map.ONLY}”\n")
