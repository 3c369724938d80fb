"""Reading an article at a passage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.model import Quote
from evmap.ui.panels.reader import ReaderPanel
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
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


def test_what_the_map_quotes_is_marked_quietly(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    quiet = [each.cursor.selectedText() for each in reader.view.extraSelections()]
    assert small_map.FOUND in quiet
    assert marked(reader) == []
    assert reader.view.verticalScrollBar().value() == 0


def test_the_article_is_all_there_and_unchanged(reader: ReaderPanel, small: Workspace) -> None:
    small.read("cancer", ())
    shown = reader.view.toPlainText()
    for passage in small.article("cancer").passages:
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
