"""All steps at a glance: pictures as the class sees them, number and title; chosen by mouse and by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.model import Predict, Tour
from evmap.ui.presenter.overview import Overview
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Position, Talk
from evmap.workspace.talk.automatic import automatic_tour
from tests.pictures.talks import Room

WORKSPACE = open_workspace()
TOUR = next(tour for tour in WORKSPACE.map.tours if tour.id == "how-t-cell-exosomes-strike")
PATIENCE_MS = 60_000


def room(tour: Tour, tmp_path: Path) -> Room:
    return Room(tour, open_workspace(), tmp_path / "talk.ini")


@pytest.fixture
def presenting(qtbot: QtBot, light: Theme, settings: Settings, tmp_path: Path) -> Iterator[Presenting]:
    made = room(TOUR, tmp_path)
    made.presenting.audience.resize(1280, 720)
    made.presenting.presenter.show()
    made.presenting.presenter.resize(1366, 768)
    made.presenting.audience.set_alone(False)
    yield made.presenting
    made.close()


def opened(presenting: Presenting) -> Overview:
    QTest.keyClick(presenting.presenter, Qt.Key.Key_G)
    steps = presenting.presenter.steps
    assert steps.isVisible()
    return steps


def test_every_step_gets_its_picture_without_being_waited_for(presenting: Presenting, qtbot: QtBot) -> None:
    opened(presenting)
    pictures = presenting.audience.pictures
    qtbot.waitUntil(lambda: pictures.whole, timeout=PATIENCE_MS)
    found = [pictures.of(step) for step in range(len(TOUR.steps))]
    assert len({each.toImage().cacheKey() for each in found if each}) == len(TOUR.steps)


def test_no_pictures_are_made_before_they_are_asked_for(presenting: Presenting, qtbot: QtBot) -> None:
    view = presenting.audience.view
    qtbot.waitUntil(lambda: view.at_rest and view.canvas.viewing.step is not None, timeout=PATIENCE_MS)
    assert presenting.audience.pictures.of(0) is None


def test_all_steps_of_a_usual_tour_are_seen_at_once(presenting: Presenting) -> None:
    steps = opened(presenting)
    assert steps.verticalScrollBar().maximum() == 0
    seen = steps.viewport().rect()
    assert all(seen.contains(steps.visualItemRect(steps.item(row))) for row in range(steps.count()))


def test_a_picture_is_chosen_by_mouse(presenting: Presenting) -> None:
    steps = opened(presenting)
    at = steps.visualItemRect(steps.item(5)).center()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert presenting.talk.state.at == Position(5)
    assert not steps.isVisible()


def test_arrows_move_among_the_pictures_and_enter_goes_there(presenting: Presenting) -> None:
    steps = opened(presenting)
    QTest.keyClick(steps, Qt.Key.Key_Right)
    QTest.keyClick(steps, Qt.Key.Key_Right)
    assert steps.currentRow() == 2
    QTest.keyClick(steps, Qt.Key.Key_Down)
    assert steps.currentRow() > 3
    QTest.keyClick(steps, Qt.Key.Key_Left)
    there = steps.currentRow()
    assert presenting.talk.state.at == Position(0)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert presenting.talk.state.at == Position(there)


def test_a_number_leads_to_its_step_from_the_overview_too(presenting: Presenting) -> None:
    steps = opened(presenting)
    QTest.keyClick(steps, Qt.Key.Key_6)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert presenting.talk.state.at == Position(5)


def test_what_is_kept_back_is_not_given_away(qtbot: QtBot, light: Theme, settings: Settings, tmp_path: Path) -> None:
    """With one screen the class sees the overview."""
    first = replace(TOUR.steps[0], predict=Predict.PHRASES)
    made = room(replace(TOUR, steps=(first, *TOUR.steps[1:])), tmp_path)
    pictures = made.presenting.audience.pictures
    talk = Talk(made.talk.tour, WORKSPACE.index)
    assert talk.scene_at(Position(0, pictures._stage_of(0))).masked
    made.close()


def test_a_step_that_shows_the_whole_map_has_a_picture_too(
    qtbot: QtBot, light: Theme, settings: Settings, tmp_path: Path
) -> None:
    made = room(automatic_tour(WORKSPACE.map, WORKSPACE.index), tmp_path)
    pictures = made.presenting.audience.pictures
    pictures.begin()
    qtbot.waitUntil(lambda: pictures.of(0) is not None, timeout=PATIENCE_MS)
    made.close()
