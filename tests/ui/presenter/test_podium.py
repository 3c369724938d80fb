"""Presenting from the main window: F5, Shift+F5, a second start, resuming, and the end with the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import View
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Asking, Position
from evmap.workspace.talk.automatic import AUTOMATIC
from tests.ui.conftest import Shown


@pytest.fixture
def home(light: Theme, settings: Settings, show: Shown) -> Iterator[MainWindow]:
    window = MainWindow(open_workspace(), light, settings)
    show(window, 1366, 768)
    window.fill()
    yield window
    window.podium.stop()


def given(home: MainWindow) -> Presenting:
    assert home.podium.presenting
    return home.podium.presenting


def test_f5_starts_a_talk_and_leaves_the_window_as_it_was(home: MainWindow) -> None:
    home.workspace.show_view(View.LANES)
    home.workspace.select_concept("exosomes")
    QTest.keyClick(home, Qt.Key.Key_F5)
    presenting = given(home)
    assert presenting.audience.isVisible()
    assert presenting.talk.tour.id == AUTOMATIC
    assert presenting.talk.step.title == home.workspace.map.question
    presenting.talk.forward()
    assert home.workspace.viewing.view is View.LANES
    assert home.workspace.selection.only_concept == "exosomes"


def test_shift_f5_starts_with_what_is_selected(home: MainWindow) -> None:
    home.workspace.select_concept("lupus")
    QTest.keyClick(home, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert "lupus" in given(home).talk.step.focus


def test_the_button_in_the_header_presents(home: MainWindow) -> None:
    assert "F5" in home.header.present_button.text()
    home.header.present_button.click()
    assert given(home).audience.isVisible()


def test_a_second_start_keeps_the_talk_that_runs(home: MainWindow) -> None:
    home.commands.talks.start()
    first = given(home)
    first.talk.go_to(2)
    home.commands.talks.start()
    assert given(home) is first
    assert first.talk.state.at.step == 2


def test_a_talk_that_was_left_asks_whether_to_go_on_there(home: MainWindow, qtbot: QtBot) -> None:
    home.commands.talks.start()
    talk = given(home).talk
    talk.go_to(2)
    with qtbot.waitSignal(home.podium.left):
        talk.escape()
        talk.escape()
    home.commands.talks.start()
    again = given(home)
    assert again.talk is not talk
    assert again.talk.state.asking is Asking.RESUME
    assert "Go on at step" in again.audience.card.words
    QTest.keyClick(again.audience, Qt.Key.Key_Space)
    assert again.talk.state.at == talk.state.at


def test_a_talk_that_was_given_to_its_end_begins_anew(home: MainWindow) -> None:
    home.commands.talks.start()
    given(home).talk.last()
    home.podium.stop()
    home.commands.talks.start()
    assert given(home).talk.state.asking is Asking.NOTHING
    assert given(home).talk.state.at == Position(0)


def test_closing_the_window_ends_the_talk(home: MainWindow) -> None:
    home.commands.talks.start()
    audience = given(home).audience
    home.close()
    assert not audience.isVisible()
    assert home.podium.presenting is None


def test_places_that_change_meanwhile_are_followed(home: MainWindow, qtbot: QtBot) -> None:
    tour = next(tour for tour in home.workspace.map.tours if tour.id == "how-t-cell-exosomes-strike")
    home.podium.give(tour)
    presenting = given(home)
    shown = presenting.audience.view.canvas
    qtbot.waitUntil(lambda: shown.viewing.view is View.STEP, timeout=20_000)
    before = shown._sight.stage
    home.workspace.show_view(View.ATLAS)
    home.workspace.arrangement.move((presenting.talk.step.focus[0],), 900.0, 400.0)
    qtbot.waitUntil(lambda: shown._sight.stage is not before, timeout=20_000)
    assert shown.viewing.view is View.STEP
    assert presenting.audience.view._workspace.places == home.workspace.places


def test_a_tour_begins_at_the_first_step_that_shows_what_is_selected(home: MainWindow) -> None:
    from evmap.workspace.talk.starting import talk_from_here

    tour = next(tour for tour in home.workspace.map.tours if tour.id == "how-t-cell-exosomes-strike")
    wanted = tour.steps[3].focus[-1]
    home.workspace.select_concept(wanted)
    given_tour, at = talk_from_here(home.workspace, tour)
    assert given_tour is tour
    assert at.step == next(n for n, step in enumerate(tour.steps) if wanted in step.focus)
    home.workspace.select_concept("lupus")
    assert talk_from_here(home.workspace, tour)[0].id == AUTOMATIC


def test_no_talk_leaves_a_window_behind(home: MainWindow) -> None:
    home.commands.talks.start()
    home.podium.stop()
    QApplication.processEvents()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not home]
