"""A talk on two screens, Laptop and Projector. Not collected by itself: ``test_screens`` runs it where these are."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.presenter.keys import TALK_KEYS
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.presenter.screens import Screens, described
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import View
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Asking, Position, Talk, Tool


@pytest.fixture
def presenting(qtbot: QtBot, light: Theme, settings: Settings) -> Iterator[Presenting]:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    assert home.screen().name() == "Laptop"
    workspace = open_workspace()
    tour = next(tour for tour in workspace.map.tours if tour.id == "how-t-cell-exosomes-strike")
    made = Presenting(Talk(tour, workspace.index), workspace, settings, home)
    made.start()
    qtbot.waitUntil(lambda: workspace.viewing.view is View.STEP, timeout=30_000)
    yield made
    made.stop()


def press(window: QWidget, key: str) -> None:
    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


def place(window: QWidget) -> tuple[str, bool]:
    """On which screen it is, and whether it fills it."""
    handle = window.windowHandle()
    return handle.screen().name(), window.isVisible() and window.geometry() == handle.screen().geometry()


def plugged(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Only these screens are there from now on, and the app is told so as Qt does."""
    there = [each for each in QGuiApplication.screens() if each.name() in names]
    monkeypatch.setattr(Screens, "all", property(lambda _self: there))
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(QGuiApplication.screens()[0])


def test_the_class_has_the_projector_and_the_teacher_the_laptop(presenting: Presenting) -> None:
    assert place(presenting.audience) == ("Projector", True)
    assert place(presenting.presenter) == ("Laptop", True)
    assert "Projector" in presenting.presenter.screen_box.currentText()


def test_s_swaps_and_the_screen_is_remembered_by_name(presenting: Presenting, settings: Settings) -> None:
    press(presenting.presenter, "S")
    assert place(presenting.audience) == ("Laptop", True)
    assert place(presenting.presenter) == ("Projector", True)
    assert settings.class_screen == "Laptop"
    press(presenting.audience, "S")
    assert place(presenting.audience) == ("Projector", True)
    assert settings.class_screen == "Projector"


def test_a_screen_may_be_unplugged_and_plugged_in_again(
    presenting: Presenting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenting.talk.go_to(3)
    plugged(monkeypatch, "Laptop")
    qtbot.waitUntil(lambda: place(presenting.audience) == ("Laptop", True))
    assert presenting.audience.alone
    assert not presenting.presenter.isVisible()
    press(presenting.audience, "Esc")
    assert presenting.talk.state.asking is Asking.LEAVE
    assert "End the talk?" in presenting.audience.card.words
    press(presenting.audience, "R")
    plugged(monkeypatch, "Laptop", "Projector")
    qtbot.waitUntil(lambda: place(presenting.audience) == ("Projector", True))
    assert place(presenting.presenter) == ("Laptop", True)
    assert not presenting.talk.state.ended


def test_no_screen_at_all_keeps_the_talk(presenting: Presenting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    changed: list[None] = []
    presenting.screens.changed.connect(lambda: changed.append(None))
    plugged(monkeypatch)
    qtbot.waitUntil(lambda: bool(changed))
    assert presenting.screens.for_class is None
    assert presenting.screens.for_teacher is None
    press(presenting.presenter, "PgDown")
    assert presenting.talk.state.at == Position(1)
    plugged(monkeypatch, "Laptop", "Projector")
    qtbot.waitUntil(lambda: len(changed) > 1)
    assert place(presenting.audience) == ("Projector", True)


def test_names_and_quote_are_read_from_the_last_row_on_either_screen(presenting: Presenting) -> None:
    for _ in range(2):
        view = presenting.audience.view
        least = presenting.audience.height() / 35
        assert 12.5 * view.theme.scale >= least * 0.8  # of the map; a step's own names are larger
        assert view.caption.quote_px >= least - 0.01
        press(presenting.presenter, "S")


def test_the_pointer_on_the_mirror_is_at_the_same_point_of_the_map(presenting: Presenting) -> None:
    press(presenting.presenter, "L")
    assert presenting.talk.state.tool is Tool.POINTER
    mirror, view = presenting.presenter.mirror, presenting.audience.view
    frame = mirror.frame()
    at = QPointF(frame.x() + frame.width() * 0.25, frame.y() + frame.height() * 0.25)
    _move(mirror, at)
    assert presenting.talk.aim is not None
    on_glass = view.glass.to_screen(presenting.talk.aim)
    assert abs(on_glass.x() - view.width() * 0.25) < 4
    assert abs(on_glass.y() - view.height() * 0.25) < 4


def test_what_is_drawn_on_the_mirror_and_on_the_screen_is_one_drawing(presenting: Presenting) -> None:
    press(presenting.presenter, "D")
    _stroke(presenting.presenter.mirror, QPoint(100, 60), QPoint(180, 90))
    _stroke(presenting.audience.view.glass, QPoint(300, 200), QPoint(420, 260))
    assert len(presenting.talk.ink.strokes(0)) == 2
    press(presenting.audience, "C")
    assert not presenting.talk.ink.strokes(0)


def test_a_region_framed_on_the_mirror_is_zoomed_into(presenting: Presenting) -> None:
    press(presenting.presenter, "Z")
    _stroke(presenting.presenter.mirror, QPoint(100, 60), QPoint(260, 150))
    assert presenting.talk.state.region is not None
    assert presenting.audience.view.back.isVisible()
    press(presenting.presenter, "R")
    assert presenting.talk.state.region is None


def test_a_click_on_the_mirror_explores_the_map(presenting: Presenting, qtbot: QtBot) -> None:
    view, mirror = presenting.audience.view, presenting.presenter.mirror
    qtbot.waitUntil(lambda: view.at_rest, timeout=30_000)
    rect = view.canvas._sight.rect_of(presenting.talk.step.focus[0])
    assert rect is not None
    x, y, w, h = rect
    frame = mirror.frame()
    share = frame.width() / view.width()
    QTest.mouseClick(
        mirror,
        Qt.MouseButton.LeftButton,
        pos=QPointF(frame.x() + (x + w / 2) * share, frame.y() + (y + h / 2) * share).toPoint(),
    )
    assert presenting.talk.state.away
    assert view.back.isVisible()
    press(presenting.presenter, "R")
    assert presenting.talk.state.on_path


def test_every_key_does_the_same_in_either_window(presenting: Presenting) -> None:
    talk = presenting.talk
    talk.go_to(2)
    before = talk.state
    pressed = [(each.id, name) for each in TALK_KEYS if each.run is not None for name in each.keys]
    for key, name in pressed:
        found = []
        for window in (presenting.presenter, presenting.audience):
            press(window, name)
            found.append(talk.state)
            talk._set(**{field: getattr(before, field) for field in before.__struct_fields__})
        assert found[0] == found[1], name
        assert found[0] != before or key in ("reveal", "return", "clear", "keep", "present"), name


def test_what_the_windows_themselves_do_is_asked_for_in_either(presenting: Presenting) -> None:
    for window in (presenting.presenter, presenting.audience):
        window.wanted.disconnect(presenting._wanted)
        asked: list[str] = []
        window.wanted.connect(asked.append)
        keys = [key for key in TALK_KEYS if key.run is None and key.id != "peek"]
        for name in (name for key in keys for name in key.keys):
            press(window, name)
        assert asked == [key.id for key in keys for _ in key.keys]


def test_a_held_key_acts_once_in_either_window(presenting: Presenting) -> None:
    for window in (presenting.presenter, presenting.audience):
        for key, held in ((Qt.Key.Key_PageDown, Position(1)), (Qt.Key.Key_PageUp, Position(0))):
            for again in range(12):
                event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", bool(again))
                QApplication.sendEvent(window, event)
            assert presenting.talk.state.at.step == held.step
        for again in range(12):
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "", bool(again))
            QApplication.sendEvent(window, event)
        assert presenting.talk.state.asking is Asking.LEAVE
        press(window, "R")
        assert presenting.talk.state.on_path


def test_a_held_key_does_not_run_through_the_list_of_steps_and_choose(presenting: Presenting) -> None:
    press(presenting.presenter, "G")
    steps = presenting.presenter.steps
    assert steps.isVisible()
    for again in range(6):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", bool(again))
        QApplication.sendEvent(steps, event)
    assert presenting.talk.state.at == Position(0)
    assert not steps.isVisible()


def test_a_clicker_never_chooses_another_screen(presenting: Presenting) -> None:
    """Also where the list of screens was opened and left."""
    box = presenting.presenter.screen_box
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    box.hidePopup()
    focus = QApplication.focusWidget() or presenting.presenter
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(focus, key)
    assert presenting.talk.state.at.step == 1
    assert place(presenting.audience)[0] == "Projector"


def test_a_screen_is_told_as_people_know_it() -> None:
    screens: list[QScreen] = QGuiApplication.screens()
    assert described(screens[1]).startswith("“Projector”, ")


def _stroke(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        between = QPointF(start) + (QPointF(end) - QPointF(start)) * share
        _move(widget, between)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def _move(widget: QWidget, at: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
