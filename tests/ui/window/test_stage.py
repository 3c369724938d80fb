"""Map and reader: beside each other where there is room, else one in the other's place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evmap.ui.main_window import MainWindow
from evmap.ui.settings import ReaderPlace, Settings
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from evmap.workspace.sentences import select_sentence, sentences_of
from tests.ui.conftest import Shown
from tests.ui.looking import text_of


@pytest.fixture
def wide(small: Workspace, light: Theme, settings: Settings, show: Shown) -> MainWindow:
    made = MainWindow(small, light, settings)
    show(made, 1920, 1000)
    made.activateWindow()
    made.fill()
    return made


def read(window: MainWindow) -> None:
    window.workspace.read_quote(window.workspace.index.links["therapy-only"].quotes[0])


def test_a_wide_window_shows_both(wide: MainWindow) -> None:
    read(wide)
    assert wide.stage.is_reading
    assert wide.canvas.isVisible()
    assert wide.stage.side.width() >= 0.4 * wide.stage.width()
    assert wide.actions_by_table.by_id["view.in"].isEnabled()


def test_a_narrow_window_shows_one_and_can_be_told_otherwise(window: MainWindow, settings: Settings) -> None:
    read(window)
    assert not window.canvas.isVisible()
    assert window.stage.reader
    QTest.mouseClick(window.stage.reader.beside, Qt.MouseButton.LeftButton)
    assert window.canvas.isVisible()
    assert Settings(settings.folder / "settings.ini").reader_place == "beside"
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert not window.canvas.isVisible()
    assert settings.reader_place is ReaderPlace.INSTEAD


def test_the_status_line_tells_view_and_zoom_only_of_a_map_in_sight(window: MainWindow) -> None:
    assert "%" in text_of(window.status)
    read(window)
    assert "%" not in text_of(window.status)
    assert "Reader" in text_of(window.status)
    assert not window.header.view_button.isEnabled()
    window.resize(1920, 1000)  # there is room for both now
    assert "%" in text_of(window.status)
    assert window.header.view_button.isEnabled()


@pytest.mark.parametrize("fitted", [True, False])
def test_the_map_comes_back_as_it_was_left(wide: MainWindow, fitted: bool) -> None:
    wide.workspace.select_link("vesicles-biomarkers")
    wide.canvas.fit_map(animated=False) if fitted else wide.canvas.zoom_in()
    before = wide.canvas.seen
    read(wide)
    wide.workspace.return_to_map()
    assert wide.canvas.seen == before


def test_a_map_that_gives_way_is_not_touched(window: MainWindow) -> None:
    before, size = window.canvas.seen, window.canvas.size()
    read(window)
    assert (window.canvas.seen, window.canvas.size()) == (before, size)
    window.workspace.return_to_map()
    assert (window.canvas.seen, window.canvas.size()) == (before, size)


def test_a_sentence_lights_the_map_beside_it_without_moving_it(wide: MainWindow) -> None:
    read(wide)
    before = wide.canvas.camera
    assert wide.stage.reader
    QTest.keyClick(wide.stage.reader.view, Qt.Key.Key_Down)
    assert wide.canvas.camera == before


def test_f6_reaches_map_and_reader(wide: MainWindow) -> None:
    read(wide)
    wide.canvas.setFocus()
    QTest.keyClick(wide.canvas, Qt.Key.Key_F6)
    assert wide.stage.reader
    assert wide.stage.reader.isAncestorOf(wide.focusWidget())


def test_a_click_on_a_sentence_names_its_page_after_it(wide: MainWindow) -> None:
    wide.workspace.read("cancer", ())
    assert wide.stage.reader
    found = [each for each in sentences_of(wide.workspace, "cancer") if len(each.concepts) > 1 and not each.links]
    select_sentence(wide.workspace, found[0])
    assert "What this sentence speaks of" in text_of(wide.details)


def test_the_steps_between_mentions_keep_the_focus(wide: MainWindow) -> None:
    wide.workspace.select_concept("vesicles")
    QTest.keyClick(wide.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert wide.stage.reader
    assert wide.stage.reader.isAncestorOf(wide.focusWidget())
    after = wide.stage.reader.mentions.after
    after.setFocus()
    for _ in range(2):
        QTest.keyClick(after, Qt.Key.Key_Space)
        assert after.hasFocus()
