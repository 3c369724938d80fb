"""Text from 80 to 225 %: nothing is cut off in any theme, the map keeps its room, and the size is remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.settings import TEXT_SIZES, Settings
from evmap.ui.theme import THEME_NAMES, load_theme
from evmap.workspace import View
from tests.ui.clipping import clipped
from tests.ui.window_states import STATES, State, concept, filtered, path, reading, settle, tour

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SIZES = (80, 100, 150, 225)


@pytest.fixture
def any_window(window: MainWindow) -> Iterator[MainWindow]:
    yield window
    load_theme("light").apply(QApplication.instance())  # type: ignore[arg-type] # what the next test starts from


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("percent", SIZES)
def test_nothing_is_cut_off(any_window: MainWindow, percent: int, state: State, qtbot: QtBot) -> None:
    state(any_window)
    any_window.commands.looks.change_text_size(percent)
    settle()
    qtbot.waitUntil(lambda: clipped(any_window) == [])  # a page is laid out in steps, a tip known when it is painted


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("percent", [80, 225])
def test_nothing_is_cut_off_in_any_theme(any_window: MainWindow, percent: int, name: str, qtbot: QtBot) -> None:
    any_window.commands.looks.change_theme(name)
    any_window.commands.looks.change_text_size(percent)
    for state in (concept, filtered, path, tour, reading):
        state(any_window)
        any_window.header.view_button.tell(View.BIG_PICTURE)  # the longest
        settle()
        qtbot.waitUntil(lambda: clipped(any_window) == [])  # a long page is laid out in steps


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.parametrize("action", ["help.keys", "help.about", "file.settings", "file.picture", "file.handout"])
def test_no_dialog_is_cut_off_or_larger_than_the_screen(any_window: MainWindow, percent: int, action: str) -> None:
    any_window.commands.looks.change_text_size(percent)
    any_window.actions_by_table.by_id[action].trigger()
    settle()
    (dialog,) = (each for each in any_window.findChildren(QDialog) if each.isVisible())
    assert clipped(dialog) == []
    assert all(area.horizontalScrollBar().maximum() == 0 for area in dialog.findChildren(QScrollArea))
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    dialog.reject()


def test_the_map_keeps_its_share(any_window: MainWindow) -> None:
    any_window.commands.looks.change_text_size(225)
    settle()
    assert any_window.canvas.width() >= any_window.width() * 0.4


def test_where_it_is_too_narrow_the_legend_gives_way_then_the_details(any_window: MainWindow) -> None:
    any_window.resize(900, 600)
    any_window.commands.looks.change_text_size(225)
    settle()
    assert not any_window.left.isVisible()
    assert any_window.right.isVisible()
    any_window.commands.looks.toggle_legend()  # asked for: now the details give way
    assert any_window.left.isVisible()
    assert not any_window.right.isVisible()
    any_window.resize(1366, 768)
    settle()
    assert any_window.left.isVisible()
    assert any_window.right.isVisible()


def test_the_keys_step_through_the_sizes_and_stop_at_the_ends(any_window: MainWindow, settings: Settings) -> None:
    for _ in range(20):
        QTest.keyClick(any_window, Qt.Key.Key_Plus, CTRL_ALT)
    assert settings.text_size == TEXT_SIZES[-1] == 225
    assert any_window.theme.px(14) == 32
    for _ in range(20):
        QTest.keyClick(any_window, Qt.Key.Key_Minus, CTRL_ALT)
    assert settings.text_size == TEXT_SIZES[0] == 80
    QTest.keyClick(any_window, Qt.Key.Key_0, CTRL_ALT)
    assert settings.text_size == 100


def test_a_theme_keeps_the_size_and_a_size_the_theme(any_window: MainWindow) -> None:
    looks = any_window.commands.looks
    looks.change_text_size(150)
    looks.change_theme("dark")
    assert (any_window.theme.name, any_window.theme.text) == ("dark", 1.5)
    looks.change_text_size(80)
    assert (any_window.theme.name, any_window.theme.text) == ("dark", 0.8)


def test_names_and_phrases_on_the_map_grow_too(any_window: MainWindow) -> None:
    sight = any_window.canvas._sight
    before = sight.stage.inks.phrase_font.pixelSize()
    any_window.commands.looks.change_text_size(200)
    assert sight.stage.inks.phrase_font.pixelSize() == 2 * before
    assert sight.plan().type_scale == 2.0


def test_there_and_back_the_panels_are_as_wide_as_before(any_window: MainWindow) -> None:
    before = any_window.splitter.sizes()
    for percent in (225, 80, 150, 100):
        any_window.commands.looks.change_text_size(percent)
        settle()
    assert any_window.splitter.sizes() == pytest.approx(before, abs=2)
