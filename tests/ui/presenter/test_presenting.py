"""A talk in its two windows."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.presenter.presenting import Presenting
from evmap.ui.presenter.talk_find import TalkFind
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Lens, View
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Asking, Position, Talk


@pytest.fixture
def presenting(qtbot: QtBot, light: Theme, settings: Settings) -> Iterator[Presenting]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    workspace = open_workspace()
    tour = next(tour for tour in workspace.map.tours if tour.id == "how-t-cell-exosomes-strike")
    made = Presenting(Talk(tour, workspace.index), workspace, settings, home)
    made.start(full_screen=False)
    made.presenter.show()
    qtbot.waitExposed(made.audience)
    yield made
    made.stop()


def press(window: QWidget, key: str) -> None:
    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_esc_asks_in_the_window_that_the_teacher_sees_and_a_second_one_ends(
    presenting: Presenting, qtbot: QtBot
) -> None:
    press(presenting.presenter, "Esc")
    assert "End the talk?" in presenting.presenter.card.words
    with qtbot.waitSignal(presenting.ended):
        press(presenting.presenter, "Esc")
    assert not presenting.audience.isVisible()
    assert not presenting.presenter.isVisible()


def test_closing_a_window_by_its_frame_asks_first(presenting: Presenting) -> None:
    presenting.audience.close()
    assert presenting.audience.isVisible()
    assert presenting.talk.state.asking is Asking.LEAVE


def test_both_windows_take_keys(presenting: Presenting) -> None:
    press(presenting.presenter, "PgDown")
    press(presenting.audience, "PgDown")
    assert presenting.talk.state.at == Position(2)


def test_the_step_is_shown_as_soon_as_it_is_drawn(presenting: Presenting, qtbot: QtBot) -> None:
    canvas = presenting.audience.view.canvas
    qtbot.waitUntil(lambda: canvas._workspace.viewing.view is View.STEP, timeout=20_000)
    shown = {concept.id for concept in canvas._sight.stage.scene.concepts}
    assert shown == set(presenting.talk.scene.frame)
    assert presenting.talk.step.quote
    assert presenting.audience.view.caption.saying.quote == presenting.talk.step.quote.text


def test_what_is_chosen_on_the_map_leaves_the_path_and_r_returns(presenting: Presenting, qtbot: QtBot) -> None:
    view = presenting.audience.view
    qtbot.waitUntil(lambda: view.canvas._workspace.viewing.view is View.STEP, timeout=20_000)
    view.canvas._workspace.select_concept("exosomes")
    assert presenting.talk.state.away
    assert view.back.isVisible()
    assert view.back.text() == "Return to step 1 (R)"
    assert view.caption.saying.heading == "exosomes"
    press(presenting.audience, "R")
    assert view.canvas._workspace.viewing.view is View.STEP
    assert not view.canvas._workspace.selection
    assert not view.back.isVisible()


def test_frozen_the_class_keeps_its_picture_while_the_teacher_goes_on(presenting: Presenting) -> None:
    press(presenting.presenter, "F")
    still = presenting.audience.still
    assert still is not None
    assert presenting.audience.cover.isVisible()
    press(presenting.presenter, "PgDown")
    assert presenting.audience.still is still
    assert "Frozen" in presenting.presenter.banner.text()
    assert presenting.audience.view.caption.saying.count == "2 of 8"
    press(presenting.presenter, "F")
    assert not presenting.audience.cover.isVisible()


def test_notes_are_the_steps_and_their_size_is_kept(presenting: Presenting, settings: Settings) -> None:
    assert presenting.presenter.notes.text.toPlainText() == presenting.talk.step.notes
    before = settings.notes_size
    press(presenting.presenter, "+")
    assert settings.notes_size > before


def test_with_one_screen_the_notes_come_on_request(presenting: Presenting) -> None:
    presenting.audience.set_alone(True)
    assert not presenting.audience.notes.isVisible()
    press(presenting.audience, "T")
    assert presenting.audience.notes.isVisible()
    assert presenting.talk.step.notes in presenting.audience.notes.words


def test_a_key_ends_a_move_and_then_acts(presenting: Presenting, qtbot: QtBot) -> None:
    view = presenting.audience.view
    qtbot.waitUntil(lambda: view.canvas.viewing.view is View.STEP, timeout=20_000)
    view.canvas.set_reduced_motion(False)
    presenting.talk.toggle_whole()
    assert not view.at_rest
    press(presenting.presenter, "F")
    assert view.at_rest
    assert presenting.talk.state.frozen


def test_no_move_takes_longer_than_the_class_can_wait() -> None:
    from evmap.ui.canvas.eye import BLEND_MS, FLY_MS, ZOOM_MS
    from evmap.ui.canvas.morphing import UNFOLD_MS

    assert max(BLEND_MS, FLY_MS, ZOOM_MS, UNFOLD_MS) <= 800


def test_the_cursor_hides_at_rest_and_comes_back_with_the_hand(presenting: Presenting) -> None:
    canvas = presenting.audience.view.canvas
    presenting.audience._resting.timeout.emit()
    assert canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(canvas, canvas.rect().center())
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(40, 40),
        canvas.mapToGlobal(QPointF(40, 40)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_a_step_wears_its_lens_and_the_next_one_its_own(presenting: Presenting, qtbot: QtBot) -> None:
    talk, view = presenting.talk, presenting.audience.view
    steps = list(talk.tour.steps)
    steps[1] = replace(steps[1], lens="certainty")
    talk.tour = replace(talk.tour, steps=tuple(steps))
    asking = view.canvas._workspace.asking
    talk.forward()
    qtbot.waitUntil(lambda: asking.lens is Lens.CERTAINTY, timeout=20_000)
    talk.forward()
    qtbot.waitUntil(lambda: asking.lens is Lens.KIND, timeout=20_000)


def test_a_step_that_the_hand_moved_can_be_seen_again_as_it_was_framed(presenting: Presenting, qtbot: QtBot) -> None:
    view = presenting.audience.view
    qtbot.waitUntil(lambda: view.canvas.viewing.view is View.STEP, timeout=20_000)
    before = view.canvas.camera
    view.canvas.zoom_to(before.scale * 1.5)
    assert view.back.isVisible()
    press(presenting.audience, "R")
    assert view.canvas.camera == before
    assert not view.back.isVisible()


def test_what_is_found_in_a_talk_is_explored(presenting: Presenting, qtbot: QtBot) -> None:
    press(presenting.presenter, "Ctrl+F")
    find = presenting.presenter.findChild(TalkFind)
    assert isinstance(find, TalkFind)
    while not presenting.audience.view._workspace.finding.prepare(1.0):
        pass
    QTest.keyClicks(find.field, "lupus")
    qtbot.waitUntil(lambda: bool(find.results.count()))
    QTest.keyClick(find.field, Qt.Key.Key_Return)
    assert presenting.talk.state.away
    assert presenting.audience.view.caption.saying.heading == "lupus"
    assert not presenting.talk.state.ended


def test_the_clicker_that_alternates_f5_and_esc_keeps_the_place_in_both_windows(presenting: Presenting) -> None:
    for window in (presenting.presenter, presenting.audience):
        presenting.talk.go_to(2)
        for key in ("F5", "Esc", "F5", "Esc", "PgDown"):
            press(window, key)
        assert not presenting.talk.state.ended
        assert presenting.talk.state.at.step == 2


def test_a_bar_of_the_progress_leads_to_its_step(presenting: Presenting) -> None:
    progress = presenting.presenter.progress
    eighth = progress.width() / 8
    for step in (5, 0, 7):
        at = QPointF(eighth * (step + 0.5), progress.height() / 2).toPoint()
        QTest.mouseClick(progress, Qt.MouseButton.LeftButton, pos=at)
        assert presenting.talk.state.at == Position(step)


def test_the_drawing_can_be_cleared_and_the_map_searched_by_mouse(presenting: Presenting) -> None:
    talk, tools = presenting.talk, presenting.presenter.tools.by_name
    tools["draw"].click()
    talk.pen_down((0.0, 0.0))
    assert talk.ink.strokes(0)
    tools["clear"].click()
    assert not talk.ink.strokes(0)
    tools["find"].click()
    find = presenting.presenter.findChild(TalkFind)
    assert isinstance(find, TalkFind)
    assert find.isVisible()


def test_the_preview_is_faint_until_it_shows_what_comes_next(presenting: Presenting, qtbot: QtBot) -> None:
    presenter = presenting.presenter
    qtbot.waitUntil(lambda: presenter.shows_next, timeout=30_000)
    assert presenter.preview.has_picture
    assert not presenter.preview.is_outdated
    press(presenter, "PgDown")
    assert presenter.preview.is_outdated
    qtbot.waitUntil(lambda: presenter.shows_next, timeout=30_000)
    assert not presenter.preview.is_outdated
