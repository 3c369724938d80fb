"""Tours in the window: chosen in the legend, made from what is seen, changed in place, undone by name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from evmap.model import Predict, Tour
from evmap.ui.main_window import MainWindow
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.tours.fields import PlannedTime, clock, seconds_of
from evmap.ui.tours.page import OwnTourPage, TourPage
from evmap.ui.tours.step_form import StepForm
from evmap.workspace import Lens, Topic
from evmap.workspace.tours import is_same
from tests.ui.looking import buttons, text_of

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def page(window: MainWindow) -> TourPage:
    assert window.details.page
    found = window.details.page.widget
    assert isinstance(found, TourPage)
    return found


def own_page(window: MainWindow) -> OwnTourPage:
    found = page(window)
    assert isinstance(found, OwnTourPage)
    return found


def form(window: MainWindow) -> StepForm:
    return next(each for each in window.details.findChildren(StepForm) if each.isVisible())


def own(window: MainWindow) -> Tour:
    tour = window.workspace.touring.own
    assert tour is not None
    return tour


def titles(window: MainWindow) -> list[str]:
    return [step.title for step in own(window).steps]


def undo_words(window: MainWindow) -> str:
    return window.actions_by_table.by_id["edit.undo"].text().replace("&", "")


@pytest.fixture
def making(shipped: MainWindow) -> MainWindow:
    """A tour of three views, its first step shown."""
    for concept in ("exosomes", "lupus", "cancer"):
        shipped.workspace.select_concept(concept)
        QTest.keyClick(shipped, Qt.Key.Key_A, CTRL_SHIFT)
    QTest.keyClick(shipped, Qt.Key.Key_6, ALT)
    QTest.mouseClick(page(shipped).steps.viewport(), Qt.MouseButton.LeftButton, pos=row(shipped, 0))
    return shipped


def row(window: MainWindow, at: int) -> QPoint:
    steps = page(window).steps
    return steps.visualItemRect(steps.item(at)).center()


def press(window: MainWindow, words: str) -> None:
    button = next(each for each in window.details.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_in_the_legend_shows_a_tour_and_another_one_leaves_it(shipped: MainWindow) -> None:
    first = shipped.legend.tours.rows[0]
    tour = shipped.workspace.map.tours[0]
    assert first.accessibleName() == f"{tour.title}, {len(tour.steps)} steps"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert shipped.workspace.chosen_tour == tour.id
    assert tour.question in text_of(shipped.details)
    first = shipped.legend.tours.rows[0]
    assert first.isChecked()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert shipped.workspace.chosen_tour is None
    assert shipped.workspace.topic is Topic.SELECTION


def test_a_step_of_a_tour_is_lit_with_its_sentence(shipped: MainWindow) -> None:
    tour = shipped.workspace.map.tours[0]
    shipped.workspace.choose_tour(tour.id)
    QTest.mouseClick(page(shipped).steps.viewport(), Qt.MouseButton.LeftButton, pos=row(shipped, 1))
    assert set(shipped.workspace.spotlight.links) == set(tour.steps[1].links)
    shown = [each.quote for each in shipped.details.findChildren(QuoteCard) if each.isVisible()]
    assert shown == [tour.steps[1].quote]
    assert shipped.workspace.topic is Topic.TOUR


def test_a_tour_that_came_with_the_map_is_copied_to_be_changed(shipped: MainWindow) -> None:
    tour = shipped.workspace.map.tours[0]
    shipped.workspace.choose_tour(tour.id)
    press(shipped, "Make a copy to change")
    assert own(shipped).title == f"{tour.title} (copy)"
    assert own(shipped).steps == tour.steps
    assert shipped.legend.tours.rows[-1].accessibleName().endswith("yours")


def test_without_a_tour_of_ones_own_it_is_said_how_to_make_one(shipped: MainWindow) -> None:
    QTest.keyClick(shipped, Qt.Key.Key_6, ALT)
    assert "No tour of your own yet" in text_of(shipped.details)
    QTest.keyClick(shipped, Qt.Key.Key_N, CTRL_SHIFT)
    assert own_page(shipped).title.hasFocus()
    assert "No steps yet" in text_of(shipped.details)
    QTest.keyClicks(own_page(shipped).title, "Class 9b")
    assert own(shipped).title == "Class 9b"


def test_what_is_seen_becomes_a_step_while_one_explores(shipped: MainWindow) -> None:
    workspace = shipped.workspace
    workspace.following.find("t-cells", "cancer-cells")
    path = workspace.spotlight.links
    QTest.keyClick(shipped, Qt.Key.Key_A, CTRL_SHIFT)
    assert workspace.topic is Topic.PATH
    assert own(shipped).steps[0].links == path
    workspace.select_concept("exosomes")
    workspace.asking.look_through(Lens.CERTAINTY)
    near = workspace.spotlight.links
    QTest.keyClick(shipped, Qt.Key.Key_A, CTRL_SHIFT)
    assert (own(shipped).steps[1].links, own(shipped).steps[1].lens) == (near, "certainty")
    assert "Step 2" in shipped.status.text


def test_every_field_of_a_step_can_be_changed_and_taken_back_by_name(making: MainWindow) -> None:
    before, fields = own(making).steps[0], form(making)
    fields.title.setFocus()
    fields.title.selectAll()
    QTest.keyClicks(fields.title, "The load")
    assert own(making).steps[0].title == "The load"
    fields.notes.setFocus()
    QTest.keyClicks(fields.notes, "Ask first")
    assert own(making).steps[0].notes == "Ask first"
    QTest.mouseClick(fields.build, Qt.MouseButton.LeftButton, pos=QPoint(8, fields.build.height() // 2))
    fields.predict.setFocus()
    QTest.keyClick(fields.predict, Qt.Key.Key_Down)
    fields.seconds.setFocus()
    fields.seconds.lineEdit().setText("2:30")
    QTest.keyClick(fields.seconds, Qt.Key.Key_Return)
    step = own(making).steps[0]
    assert (step.build, step.predict, step.seconds) == (True, Predict.PHRASES, 150)
    told = []
    while own(making).steps[0] != before:
        told.append(undo_words(making))
        QTest.keyClick(fields.title, Qt.Key.Key_Z, CTRL)
    assert told == [
        "Undo: Change planned time of “The load”",
        "Undo: Change what is kept back of “The load”",
        "Undo: Change how links come of “The load”",
        "Undo: Change notes of “The load”",
        "Undo: Change title of “The load”",
    ]
    assert (fields.title.text(), fields.notes.toPlainText()) == (before.title, "")
    for _ in told:
        QTest.keyClick(fields.title, Qt.Key.Key_Z, CTRL_SHIFT)
    assert own(making).steps[0] == step


def test_another_sentence_is_picked_from_those_of_what_the_step_shows(making: MainWindow, qtbot: QtBot) -> None:
    quotes = making.workspace.touring.quotes_of(own(making).steps[0])
    picker = form(making)._picker
    assert picker is not None
    assert picker.fold is not None
    picker.fold.header.click()
    other = next(each for each in quotes if each.text != quotes[0].text)
    qtbot.waitUntil(lambda: other.text in [each.accessibleName() for each in buttons(making.details)])
    next(each for each in buttons(making.details) if each.accessibleName() == other.text).click()
    quote = own(making).steps[0].quote
    assert quote is not None
    assert is_same(quote, other)
    assert undo_words(making).startswith("Undo: Change sentence")


def test_steps_are_moved_duplicated_and_deleted_by_keys(making: MainWindow) -> None:
    steps, first = page(making).steps, titles(making)
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_Down, ALT)
    assert titles(making) == [first[1], first[0], first[2]]
    assert steps.currentRow() == 1
    QTest.keyClick(steps, Qt.Key.Key_D, CTRL)
    assert titles(making) == [first[1], first[0], first[0], first[2]]
    QTest.keyClick(steps, Qt.Key.Key_Delete)
    assert titles(making) == [first[1], first[0], first[2]]
    assert undo_words(making) == f"Undo: Delete step “{first[0]}”"
    for _ in range(3):
        QTest.keyClick(steps, Qt.Key.Key_Z, CTRL)
    assert titles(making) == first


def test_a_step_is_put_down_where_it_was_dragged_to(making: MainWindow) -> None:
    steps, first = page(making).steps, titles(making)
    steps.drop_at(steps.visualItemRect(steps.item(2)).bottomLeft() + QPoint(20, -2), 0)
    assert titles(making) == [first[1], first[2], first[0]]
    steps.drop_at(steps.visualItemRect(steps.item(0)).topLeft() + QPoint(20, 2), 2)
    assert titles(making) == first


def test_a_step_takes_the_present_view_and_keeps_its_words(making: MainWindow) -> None:
    title = titles(making)[0]
    making.workspace.select_concept("t-cells")
    links = making.workspace.spotlight.links
    QTest.keyClick(making, Qt.Key.Key_U, CTRL_SHIFT)
    assert (titles(making)[0], own(making).steps[0].links) == (title, links)


def test_a_deleted_tour_comes_back_chosen(making: MainWindow) -> None:
    tour = own(making)
    press(making, "Delete")
    assert making.workspace.chosen_tour is None
    assert undo_words(making) == f"Undo: Delete tour “{tour.title}”"
    QTest.keyClick(making, Qt.Key.Key_Z, CTRL)
    assert own(making) == tour


def test_undo_follows_what_was_done_last_once_the_tour_is_out_of_sight(making: MainWindow) -> None:
    making.commands.views.show_atlas()
    making.workspace.select_concept("lupus")
    making.workspace.arrangement.move(("lupus",), 40.0, 0.0)
    assert "Move" in undo_words(making)
    steps = len(own(making).steps)
    QTest.keyClick(making, Qt.Key.Key_Z, CTRL)
    assert not making.workspace.arrangement.can_undo
    QTest.keyClick(making, Qt.Key.Key_Z, CTRL)
    assert len(own(making).steps) == steps - 1


def test_the_times_of_a_rehearsal_are_offered_and_taken(making: MainWindow) -> None:
    making.workspace.touring.note_rehearsal(own(making).id, (61.0, 0.2, 30.0))
    assert "Rehearsed in 1:31" in text_of(making.details)
    press(making, "Take the rehearsed times")
    assert [step.seconds for step in own(making).steps] == [61, 0, 30]
    assert undo_words(making) == "Undo: Take the rehearsed times"


def test_a_rehearsal_is_a_talk_whose_times_come_back(making: MainWindow, qtbot: QtBot) -> None:
    making.workspace.show_topic(Topic.SELECTION)
    making.commands.tours.rehearse()
    talk = making.podium.presenting
    assert talk is not None
    assert talk.talk.tour.id == own(making).id
    making.podium.stop()
    qtbot.waitUntil(lambda: len(making.workspace.touring.rehearsed) == 3)
    assert making.workspace.topic is Topic.TOUR, "the times are offered in sight, wherever it was begun"


@pytest.mark.parametrize("words", ["Take the rehearsed times", "Keep the plan", "Delete step"])
def test_a_button_that_is_gone_leaves_the_focus_on_the_page(making: MainWindow, words: str) -> None:
    """Not in the field of Find, which would take the next letter."""
    making.workspace.touring.note_rehearsal(own(making).id, (61.0, 0.2, 30.0))
    button = next(each for each in making.details.findChildren(QPushButton) if each.text() == words)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert making.details.isAncestorOf(focus)


@pytest.mark.parametrize(("text", "seconds"), [("1:30", 90), ("45", 45), ("usual 1:30", 0), ("abc", None), ("", 0)])
def test_a_planned_time_is_read_as_it_is_written(qtbot: QtBot, text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds
    field = PlannedTime(90)
    qtbot.addWidget(field)
    field.setValue(seconds or 0)
    assert field.text() == (clock(seconds) if seconds else "usual 1:30")
