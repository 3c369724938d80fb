"""The palette of all commands, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.ui.actions.spec import NOT_NOW
from evmap.ui.actions.table import ACTIONS
from evmap.ui.finding.choosing import Offer, choose
from evmap.ui.finding.palette import NOTHING, Palette
from evmap.ui.main_window import MainWindow
from tests.ui.looking import focused

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    QTest.keyClick(window.canvas, Qt.Key.Key_P, KEYS)
    return next(each for each in window.children() if isinstance(each, Palette))


def test_every_command_is_in_it_with_its_keys(palette: Palette) -> None:
    texts = palette.drop.rows.texts
    assert len(texts) == len(ACTIONS) - 1
    assert "Whole map, View, Ctrl+0, Shift+1" in texts
    assert focused() is palette.field


def test_what_cannot_be_used_now_comes_last_and_says_why(palette: Palette, window: MainWindow) -> None:
    texts = palette.drop.rows.texts
    actions = window.actions_by_table.by_id.values()
    enabled = sum(action.isEnabled() for action in actions) - 1
    assert any("nothing to undo" in text for text in texts[enabled:])
    assert not any(why in text for text in texts[:enabled] for why in NOT_NOW.values())
    QTest.keyClicks(palette.field, "undo")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.is_open


def test_typing_and_enter_run_a_command(palette: Palette, window: MainWindow) -> None:
    QTest.keyClicks(palette.field, "dark")
    assert palette.drop.rows.text_of(palette.drop.rows.current).startswith("Dark")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.theme.name == "dark"
    assert not palette.is_open
    assert focused() is window.canvas


def test_a_typing_error_does_not_matter(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "atals")
    assert any(text.startswith("Atlas") for text in palette.drop.rows.texts)


def test_a_click_runs_a_command(palette: Palette, window: MainWindow) -> None:
    QTest.keyClicks(palette.field, "atlas")
    QApplication.processEvents()  # laid out as it is on the screen
    rows = palette.drop.rows
    place = rows.visualRect(rows.model().index(0, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert window.workspace.viewing.view == "atlas"


def test_escape_closes_only_the_palette(palette: Palette, window: MainWindow) -> None:
    window.workspace.select_concept("lupus")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.is_open
    assert focused() is window.canvas
    assert window.workspace.selection.only_concept == "lupus"


def test_clicking_elsewhere_closes_it(palette: Palette, window: MainWindow) -> None:
    window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not palette.is_open


def test_what_was_used_last_comes_first_also_after_a_restart(palette: Palette, window: MainWindow) -> None:
    QTest.keyClicks(palette.field, "zoom out")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    window.settings.flush()
    palette.open()
    assert palette.drop.rows.text_of(0).startswith("Zoom out")
    assert window.settings.recent_commands == ("view.out",)


def test_nothing_that_is_called_so(palette: Palette) -> None:
    QTest.keyClicks(palette.field, "xqzwv")
    assert palette.drop.rows.texts == [NOTHING]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.is_open


def test_switches_tell_that_they_are_on(palette: Palette) -> None:
    assert any(text.startswith("Legend, on") for text in palette.drop.rows.texts)


def test_the_order_of_choices() -> None:
    offers = [
        Offer("a", "Fit selection", "View"),
        Offer("b", "Whole map", "View"),
        Offer("c", "Minimap", "View"),
        Offer("d", "Map again", "View", why_not="not now"),
    ]
    assert [each.offer.id for each in choose(offers, "map", ())] == ["b", "c", "d"]
    assert [each.offer.id for each in choose(offers, "", ("c",))] == ["c", "a", "b", "d"]
    assert [each.offer.id for each in choose(offers, "view sel", ())] == ["a"]
    assert choose(offers, "map", ())[0].marks == ((6, 9),)
