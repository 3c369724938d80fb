"""The sheet of all keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from evmap.ui.actions.key_sheet import KeySheet, balanced, key_groups
from evmap.ui.actions.table import ACTIONS
from evmap.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.looking import text_of


def test_every_command_with_a_key_is_on_it_and_nothing_is_cut_off(light: Theme, show: Shown) -> None:
    sheet = KeySheet(light)
    show(sheet, 300, 200)
    assert sum(len(rows) for _, rows in key_groups()) == sum(bool(spec.keys) for spec in ACTIONS)
    for label in sheet.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width()
        assert label.height() >= label.sizeHint().height()
    assert sheet.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
    assert sheet.height() <= sheet.screen().availableGeometry().height()


def test_columns_are_balanced_and_in_order() -> None:
    rows = (("a", "b"),)
    groups = (("one", rows * 9), ("two", rows), ("three", rows * 2), ("four", rows * 4))
    left, right = balanced(groups)
    assert (*left, *right) == groups
    assert [title for title, _ in left] == ["one"]


def test_typing_leaves_the_keys_that_are_meant(light: Theme, show: Shown) -> None:
    sheet = KeySheet(light)
    show(sheet, 900, 600)
    assert sheet.field.hasFocus() or sheet.focusWidget() is sheet.field
    QTest.keyClicks(sheet.field, "zoom")
    shown = text_of(sheet)
    assert "Zoom in" in shown
    assert "Quit" not in shown
    sheet.field.setText("ctrl+f")
    assert "Find" in text_of(sheet)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert sheet.isVisible()
    sheet.field.setText("xqzwv")
    assert "No key is for that" in text_of(sheet)
    sheet.field.clear()
    assert "Quit" in text_of(sheet)


def test_find_and_palette_are_on_it() -> None:
    told = {words: keys for _, rows in key_groups() for keys, words in rows}
    assert told["Find"] == "Ctrl+F, /"
    assert told["Find a command"] == "Ctrl+Shift+P"
