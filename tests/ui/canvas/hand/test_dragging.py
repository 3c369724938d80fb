"""Dragging concepts in the window: a shaky click moves nothing, Escape puts everything back, one drag is one step."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.model import Point
from evmap.ui.canvas import Canvas
from evmap.ui.main_window import MainWindow
from evmap.workspace import View

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def place_of(canvas: Canvas, concept: str) -> Point:
    window = canvas.window()
    assert isinstance(window, MainWindow)
    x, y, w, h = window.workspace.places.concepts[concept]
    return canvas.camera.to_screen((x + w / 2, y + h / 2), canvas.view_size())


def mouse(canvas: Canvas, kind: QEvent.Type, point: Point, buttons: Qt.MouseButton = LEFT) -> None:
    button = NONE if kind is QEvent.Type.MouseMove else LEFT
    at = QPointF(*point)
    event = QMouseEvent(kind, at, QPointF(canvas.mapToGlobal(at)), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, event)


def take(canvas: Canvas, concept: str, dx: float, dy: float) -> Point:
    x, y = place_of(canvas, concept)
    mouse(canvas, QEvent.Type.MouseButtonPress, (x, y))
    mouse(canvas, QEvent.Type.MouseMove, (x + dx / 2, y + dy / 2))
    mouse(canvas, QEvent.Type.MouseMove, (x + dx, y + dy))
    return (x + dx, y + dy)


def drag(canvas: Canvas, concept: str, dx: float, dy: float) -> None:
    mouse(canvas, QEvent.Type.MouseButtonRelease, take(canvas, concept, dx, dy), NONE)


@pytest.fixture
def canvas(window: MainWindow) -> Canvas:
    window.workspace.show_view(View.ATLAS)
    window.canvas.setFocus()
    return window.canvas


def test_a_drag_moves_the_concept_as_far_as_the_hand_and_undo_puts_it_back(window: MainWindow, canvas: Canvas) -> None:
    before, camera = window.workspace.places, canvas.camera
    drag(canvas, "biology", 30, 40)
    x, y, *_ = before.concepts["biology"]
    now = window.workspace.places.concepts["biology"]
    assert (now[0] - x, now[1] - y) == pytest.approx((30 / camera.scale, 40 / camera.scale), abs=0.1)
    assert canvas.camera == camera
    assert window.actions_by_table.by_id["edit.undo"].text() == "&Undo: Move cell biology"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert window.workspace.places == before
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert window.workspace.places.concepts["biology"] == now
    window.actions_by_table.by_id["edit.shipped"].trigger()
    assert window.workspace.places == before
    assert not window.actions_by_table.by_id["edit.shipped"].isEnabled()


def test_while_dragging_nothing_is_decided_and_escape_puts_everything_back(window: MainWindow, canvas: Canvas) -> None:
    before, rest = window.workspace.places, canvas.grab().toImage()
    take(canvas, "vesicles", 60, 60)
    assert window.workspace.places == before
    assert canvas.grab().toImage() != rest
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.workspace.places == before
    assert not window.workspace.arrangement.can_undo
    mouse(canvas, QEvent.Type.MouseMove, (3, 3), NONE)
    assert canvas.grab().toImage() == rest


def test_a_shaky_click_chooses_and_moves_nothing(window: MainWindow, canvas: Canvas) -> None:
    drag(canvas, "exosomes", 2, 1)
    assert window.workspace.selection.only_concept == "exosomes"
    assert window.workspace.arrangement.is_shipped


def test_what_is_chosen_is_dragged_together(window: MainWindow, canvas: Canvas) -> None:
    window.workspace.select(concepts=("biology", "therapy"))
    before = window.workspace.places.concepts
    drag(canvas, "biology", 0, 50)
    after = window.workspace.places.concepts
    assert {name for name in before if before[name] != after[name]} == {"biology", "therapy"}
    assert window.workspace.arrangement.undo_text == "Move 2 concepts"


def test_keys_push_what_is_chosen(window: MainWindow, canvas: Canvas) -> None:
    window.workspace.select_concept("biology")
    x, y, *_ = window.workspace.places.concepts["biology"]
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT_SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Down, ALT_SHIFT)
    now = window.workspace.places.concepts["biology"]
    assert now[0] > x
    assert now[1] > y
    window.commands.undoing.undo()
    assert window.workspace.arrangement.is_shipped


def test_around_a_concept_a_drag_pans_and_moves_nothing(window: MainWindow, canvas: Canvas) -> None:
    window.workspace.show_view(View.AROUND, "vesicles")
    w, h = canvas.view_size()
    mouse(canvas, QEvent.Type.MouseButtonPress, (w / 2, h / 2))
    mouse(canvas, QEvent.Type.MouseMove, (w / 2 + 40, h / 2))
    mouse(canvas, QEvent.Type.MouseButtonRelease, (w / 2 + 40, h / 2), NONE)
    assert window.workspace.arrangement.is_shipped
    assert not window.actions_by_table.by_id["edit.layout"].isEnabled()


def test_another_camera_ends_the_drag(window: MainWindow, canvas: Canvas) -> None:
    where = take(canvas, "biology", 30, 30)
    window.commands.views.zoom_in()
    mouse(canvas, QEvent.Type.MouseButtonRelease, where, NONE)
    assert window.workspace.arrangement.is_shipped
