"""Finding on the shipped map, by keys and by mouse: what the list says, where one gets to, and how one leaves."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap.ui.finding.find_bar import FindBar
from evmap.ui.finding.rows import RowKind
from evmap.ui.main_window import MainWindow
from evmap.ui.theme import THEME_NAMES
from evmap.workspace import Lens, View
from tests.ui.finding.conftest import Type
from tests.ui.looking import focused

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def texts(bar: FindBar) -> list[str]:
    return bar.drop.rows.texts


def press(bar: FindBar, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(bar.field, key, modifier)


def click_row(bar: FindBar, row: int) -> None:
    rows = bar.drop.rows
    QApplication.processEvents()  # laid out as it is on the screen
    rows.scrollTo(rows.model().index(row, 0))
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def is_in_view(window: MainWindow, concept: str) -> bool:
    x, y, w, h = window.workspace.places.concepts[concept]
    canvas = window.canvas
    at = canvas.camera.to_screen((x + w / 2, y + h / 2), canvas.view_size())
    return QRect(0, 0, canvas.width(), canvas.height()).contains(QPoint(round(at[0]), round(at[1])))


@pytest.mark.parametrize("key", [(Qt.Key.Key_F, CTRL), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)])
def test_both_keys_open_the_field_with_a_hint(
    window: MainWindow, bar: FindBar, key: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    QTest.keyClick(window.canvas, *key)
    assert focused() is bar.field
    assert bar.field.text() == ""
    assert bar.drop.isVisible()
    assert "Type a name" in texts(bar)[0]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("cytotoxin", "cytotoxins"), ("exosone", "exosomes"), ("tumour", "tumors"), ("T‑Cell", "T cells")],
)
def test_small_differences_do_not_matter(bar: FindBar, find: Type, typed: str, first: str) -> None:
    find(typed)
    assert texts(bar)[1].startswith(first)


def test_a_slash_can_be_typed(bar: FindBar, find: Type) -> None:
    find("a/b")
    assert bar.field.text() == "a/b"


def test_results_are_grouped_and_counted(bar: FindBar, find: Type) -> None:
    find("cancer cells")
    headings = [text.split()[0] for text in texts(bar) if text.split()[0] in ("Concepts", "Links", "Passages")]
    assert headings == ["Concepts", "Links", "Passages"]
    number = sum(row.kind is RowKind.HIT for row in bar._shown.rows) if bar._shown else 0
    assert bar.field.tag == f"1 of {number}"


def test_enter_goes_to_the_hit_in_the_atlas_and_on(window: MainWindow, bar: FindBar, find: Type) -> None:
    assert window.workspace.viewing.view == "big picture"
    find("cytotoxin")
    assert not window.workspace.selection
    press(bar, Qt.Key.Key_Return)
    assert window.workspace.selection.only_concept == "cytotoxins"
    assert window.workspace.viewing.view is View.ATLAS
    assert is_in_view(window, "cytotoxins")
    assert not bar.drop.isVisible()
    assert focused() is bar.field
    press(bar, Qt.Key.Key_Return)
    assert bar.field.tag == "2 of 2"
    assert window.workspace.selection.links
    press(bar, Qt.Key.Key_Return, SHIFT)
    assert window.workspace.selection.only_concept == "cytotoxins"


def test_a_hit_that_is_already_chosen_is_brought_into_view(window: MainWindow, bar: FindBar, find: Type) -> None:
    window.workspace.show_view(View.ATLAS)
    window.workspace.select_concept("lupus")
    window.canvas.zoom_to(2.0)
    window.canvas.pan_by(-3000.0, -3000.0, fine=False)
    assert not is_in_view(window, "lupus")
    find("lupus")
    press(bar, Qt.Key.Key_Return)
    assert is_in_view(window, "lupus")
    window.workspace.show_view(View.BIG_PICTURE)
    press(bar, Qt.Key.Key_Return, SHIFT)
    find("lupus")
    press(bar, Qt.Key.Key_Return)
    assert window.workspace.viewing.view is View.ATLAS


def test_up_and_down_look_through_the_list(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("immune")
    press(bar, Qt.Key.Key_Down)
    press(bar, Qt.Key.Key_Down)
    assert bar.field.tag.startswith("3 of")
    press(bar, Qt.Key.Key_Up)
    assert bar.field.tag.startswith("2 of")
    assert not window.workspace.selection
    press(bar, Qt.Key.Key_Return)
    assert bar.field.tag.startswith("2 of")
    assert window.workspace.selection
    press(bar, Qt.Key.Key_Down)  # the list again
    assert bar.drop.isVisible()


def test_a_click_goes_there(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("immune")
    name = texts(bar)[3]
    click_row(bar, 3)
    assert window.workspace.selection.only_concept
    assert name.startswith(window.workspace.index.concepts[window.workspace.selection.only_concept].name)
    assert bar.field.tag.startswith("3 of")
    assert focused() is bar.field


def test_a_click_on_a_heading_does_nothing(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("immune")
    click_row(bar, 0)
    assert not window.workspace.selection
    assert bar.drop.isVisible()
    assert focused() is bar.field


def test_escape_closes_and_keeps_the_hit(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("lupus")
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Escape)
    assert not bar.drop.isVisible()
    assert bar.field.text() == ""
    assert focused() is window.canvas
    assert window.workspace.selection.only_concept == "lupus"
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)  # the next rung of the ladder
    assert not window.workspace.selection


def test_the_cross_closes_too(window: MainWindow, bar: FindBar, find: Type) -> None:
    assert not bar.field.cleared.isVisible()
    find("lupus")
    assert bar.field.cleared.isVisible()
    bar.field.cleared.trigger()
    assert bar.field.text() == ""
    assert not bar.drop.isVisible()


def test_what_was_looked_for_last_comes_back(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("lupus")
    press(bar, Qt.Key.Key_Escape)
    QTest.keyClick(window.canvas, Qt.Key.Key_F, CTRL)
    assert bar.field.text() == "lupus"
    assert bar.field.selectedText() == "lupus"
    assert texts(bar)[1].startswith("lupus")


def test_f3_walks_on_when_the_field_is_closed(window: MainWindow, bar: FindBar, find: Type) -> None:
    assert not window.actions_by_table.by_id["edit.next"].isEnabled()
    find("tumour")
    press(bar, Qt.Key.Key_Return)
    press(bar, Qt.Key.Key_Escape)
    QTest.keyClick(window.canvas, Qt.Key.Key_F3)
    assert bar.field.tag.startswith("2 of")
    assert focused() is window.canvas
    QTest.keyClick(window.canvas, Qt.Key.Key_F3, SHIFT)
    assert bar.field.tag.startswith("1 of")


def test_nothing_found_offers_words_that_exist_by_keys_and_by_mouse(bar: FindBar, find: Type) -> None:
    for by_mouse in (False, True):
        find("exosomes banana")
        assert "Neither the map nor its articles have “exosomes banana”." in texts(bar)[0]
        assert bar.field.tag == "Nothing found"
        assert texts(bar)[2] == "exosomes"
        if by_mouse:
            click_row(bar, 2)
        else:
            press(bar, Qt.Key.Key_Down)
            press(bar, Qt.Key.Key_Return)
        assert bar.field.text() == "exosomes"
        assert bar.field.tag.startswith("1 of")


def test_enter_on_nothing_found_changes_nothing(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("xqzwv")
    press(bar, Qt.Key.Key_Return)
    assert not window.workspace.selection
    assert "Try fewer letters" in texts(bar)[1]


def test_clicking_the_map_folds_the_list_and_keeps_the_words(window: MainWindow, bar: FindBar, find: Type) -> None:
    find("lupus")
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not bar.drop.isVisible()
    assert bar.field.text() == "lupus"
    QTest.mouseClick(bar.field, Qt.MouseButton.LeftButton)
    assert bar.drop.isVisible()


def test_a_passage_is_read_on_in_the_reader_and_escape_comes_back_to_the_map(
    window: MainWindow, bar: FindBar, find: Type
) -> None:
    window.workspace.read("cancer", ((0, 3),))
    find("fly under the radar")
    while "fly under the radar" not in bar.drop.rows.text_of(bar.drop.rows.current):
        press(bar, Qt.Key.Key_Down)
    while not bar.drop.rows.text_of(bar.drop.rows.current).endswith(("¶ 11", "¶ 12", "¶ 10", "¶ 9", "¶ 13")):
        press(bar, Qt.Key.Key_Down)
    press(bar, Qt.Key.Key_Return)
    assert window.stage.is_reading
    assert focused() is bar.field
    press(bar, Qt.Key.Key_Escape)
    assert window.stage.reader
    assert focused() is window.stage.reader.view
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not window.stage.is_reading


def test_a_screen_reader_is_told_where_one_is(bar: FindBar, find: Type) -> None:
    assert bar.field.accessibleName() == "Find a concept, a link or a passage"
    assert bar.drop.rows.accessibleName() == "Results"
    find("cytotoxin")
    assert bar.field.accessibleDescription() == "cytotoxins, Cargo. 1 of 2"
    press(bar, Qt.Key.Key_Down)
    assert "¶" in bar.field.accessibleDescription()


def test_typing_before_all_is_read_is_answered_and_entered_then(
    window: MainWindow, bar: FindBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evmap.ui.finding.find_bar._AT_ONCE", 0.0)
    monkeypatch.setattr("evmap.ui.finding.find_bar._STEP", 0.0)
    window.commands.finding.find()
    QTest.keyClicks(bar.field, "lupus")
    press(bar, Qt.Key.Key_Return)
    assert "Reading the map" in texts(bar)[0]
    qtbot.waitUntil(lambda: window.workspace.selection.only_concept == "lupus")


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("width", "height"), [(800, 520), (1366, 768)])
def test_list_and_header_keep_within_the_window(
    window: MainWindow, bar: FindBar, find: Type, name: str, width: int, height: int
) -> None:
    window.commands.looks.change_theme(name)
    window.resize(width, height)
    QApplication.processEvents()
    find("cell")
    assert window.rect().contains(bar.drop.geometry())
    assert bar.drop.rows.horizontalScrollBar().maximum() == 0
    parts = [bar.field, window.header.view_button, window.header.theme_button, window.header.menu_button]
    boxes = [part.rect().translated(part.mapTo(window.header, QPoint(0, 0))) for part in parts]
    for box in boxes:
        assert window.header.rect().contains(box)
    for one, two in pairwise(boxes):
        assert one.right() < two.left()


def test_f6_reaches_the_field(window: MainWindow, bar: FindBar) -> None:
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        if focused() is bar.field:
            return
    pytest.fail("F6 never came to the field")


def test_what_a_filter_hides_is_told_and_shown_when_one_goes_there(
    window: MainWindow, bar: FindBar, find: Type
) -> None:
    asking = window.workspace.asking
    asking.filter(asking.filters.hiding(Lens.KIND, {"disease", "cell"}))
    find("lupus")
    assert "hidden by a filter" in texts(bar)[1]
    press(bar, Qt.Key.Key_Return)
    assert not asking.hides("lupus")
    assert asking.filters.kind == {"cell"}
    assert window.workspace.selection.only_concept == "lupus"
    assert "A filter hid it" in window.status.text


def test_a_path_that_waits_is_completed_by_the_concept_that_is_found(
    window: MainWindow, bar: FindBar, find: Type
) -> None:
    window.show_details(False)
    window.workspace.select_concept("t-cells")
    QTest.keyClick(window.canvas, Qt.Key.Key_P)
    steps = len(window.workspace.history.earlier)
    find("lupus")
    press(bar, Qt.Key.Key_Return)
    search = window.workspace.following.looked_at
    assert search
    assert (search.start, search.end) == ("t-cells", "lupus")
    assert window.workspace.following.start is None
    assert window.details.isVisible()
    assert len(window.workspace.history.earlier) == steps + 1


def test_a_path_goes_on_waiting_when_its_own_start_or_a_passage_is_found(
    window: MainWindow, bar: FindBar, find: Type
) -> None:
    window.workspace.select_concept("t-cells")
    QTest.keyClick(window.canvas, Qt.Key.Key_P)
    find("t cells")
    press(bar, Qt.Key.Key_Return)
    assert window.workspace.following.start == "t-cells"
    assert window.workspace.following.looked_at is None


def test_one_hit_is_one_step_of_the_history(window: MainWindow, bar: FindBar, find: Type) -> None:
    asking, history = window.workspace.asking, window.workspace.history
    asking.filter(asking.filters.hiding(Lens.KIND, {"disease"}))
    window.workspace.read(window.workspace.map.sources[0].id, ())
    before = len(history.earlier)
    find("lupus")
    press(bar, Qt.Key.Key_Return)
    assert window.workspace.selection.only_concept == "lupus"
    assert len(history.earlier) == before + 1
    history.back()
    assert asking.filtering
    assert window.workspace.reading
