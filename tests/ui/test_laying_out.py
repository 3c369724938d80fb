"""Laying out in the background: it comes as one step, it can be cancelled, and it never outlives its window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from evmap import data
from evmap.layout.searching.start import start_places
from evmap.ui import laying_out
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import View, Workspace
from tests.ui.conftest import Shown
from tests.ui.small_map import small_map

PATIENCE_MS = 60_000
ENDLESS = ("-c", "import sys, time; sys.stdin.read(); print('0.25', flush=True); time.sleep(600)")
FAILING = ("-c", "raise SystemExit('There is no room.')")


@pytest.fixture
def atlas(window: MainWindow) -> MainWindow:
    window.workspace.show_view(View.ATLAS)
    return window


def test_a_new_layout_comes_as_one_step(atlas: MainWindow, qtbot: QtBot) -> None:
    before = atlas.workspace.places
    with qtbot.waitSignal(atlas.arranging.run.found, timeout=PATIENCE_MS):
        QTest.keyClick(atlas, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert atlas.telling.work
        assert atlas.telling.work.isVisible()
        assert not atlas.actions_by_table.by_id["edit.layout"].isEnabled()
    assert not atlas.telling.work.isVisible()
    assert atlas.workspace.places != before
    assert atlas.workspace.arrangement.undo_text == "Lay out anew"
    atlas.commands.undoing.undo()
    assert atlas.workspace.places == before


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_layout_can_be_cancelled(atlas: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setattr(laying_out, "WORKER", ENDLESS)
    with qtbot.waitSignal(atlas.arranging.run.progressed, timeout=PATIENCE_MS):
        atlas.commands.places.lay_out_anew()
    assert atlas.telling.work
    assert atlas.telling.work.share == 0.25
    with qtbot.waitSignal(atlas.arranging.run.ended, timeout=PATIENCE_MS):
        if way == "button":
            QTest.mouseClick(atlas.telling.work.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(atlas, Qt.Key.Key_Escape)
    assert not atlas.arranging.run.running
    assert not atlas.telling.work.isVisible()
    assert atlas.workspace.arrangement.is_shipped
    assert not atlas.notice


def test_closing_the_window_ends_the_run(atlas: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laying_out, "WORKER", ENDLESS)
    with qtbot.waitSignal(atlas.arranging.run.progressed, timeout=PATIENCE_MS):
        atlas.commands.places.lay_out_anew()
    process = atlas.arranging.run._process
    assert process
    with qtbot.waitSignal(process.destroyed, timeout=PATIENCE_MS):
        atlas.close()
    assert not atlas.arranging.run.running


def test_a_layout_that_fails_says_why_and_moves_nothing(
    atlas: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laying_out, "WORKER", FAILING)
    with qtbot.waitSignal(atlas.arranging.run.failed, timeout=PATIENCE_MS):
        atlas.commands.places.lay_out_anew()
    assert atlas.notice
    assert "everything stays where it is. There is no room." in atlas.notice.text
    assert atlas.workspace.arrangement.is_shipped


def test_a_map_without_places_improves_by_itself_and_is_kept(
    light: Theme, settings: Settings, show: Shown, qtbot: QtBot
) -> None:
    concept_map = small_map()
    start = start_places(concept_map)
    workspace = Workspace(concept_map, start, data.HOME, has_own_places=False)
    window = MainWindow(workspace, light, settings)
    with qtbot.waitSignal(window.arranging.run.found, timeout=PATIENCE_MS):
        show(window, 1200, 700)
        window.fill()
    found = workspace.places
    assert found != start
    window.close()
    again = Workspace(concept_map, start, data.HOME, has_own_places=False)
    MainWindow(again, light, settings).close()
    assert again.places == found


def test_damaged_places_are_told(
    small: Workspace, light: Theme, settings: Settings, show: Shown, tmp_path: Path
) -> None:
    from evmap.workspace.kept_places import file_for

    file = file_for(tmp_path / "places", small.folder, small.map.title)
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")
    window = MainWindow(small, light, settings)
    show(window, 1200, 700)
    window.fill()
    assert window.notice
    assert "The file of your own places was damaged" in window.notice.text
    assert small.arrangement.is_shipped
