"""The canvas under mouse, wheel and keys: what is chosen, pointed at, dragged and zoomed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap.ui.canvas import Camera, Canvas
from evmap.ui.theme import Theme, load_theme
from evmap.workspace import Workspace
from tests.made_maps import made_map
from tests.ui.canvas.at_hand import drag, look_alike, move_hand, on_link, picture, point_at, shown, spot, turn_wheel
from tests.ui.canvas.hand_made import hand_made


def test_a_click_selects_a_concept(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, "exosomes"))
    assert village.selection.only_concept == "exosomes"


def test_a_click_on_a_line_selects_the_link(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=on_link(canvas, "stated"))
    assert village.selection.only_link == "stated"


def test_a_click_on_paper_clears_the_selection(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    village.select_concept("exosomes")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not village.selection


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier])
def test_shift_or_ctrl_click_toggles(
    canvas: Canvas, village: Workspace, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    village.select_concept("exosomes")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, modifier, spot(canvas, "cells"))
    assert village.selection.concepts == ("exosomes", "cells")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, modifier, spot(canvas, "cells"))
    assert village.selection.only_concept == "exosomes"


def test_shift_drag_selects_in_a_box(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    start, end = spot(canvas, "exosomes") - QPoint(40, 60), spot(canvas, "drones") + QPoint(30, 40)
    drag(qtbot, canvas, start, end, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert set(village.selection.concepts) == {"exosomes", "cells", "therapy", "drones"}


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_a_drag_takes_the_map_along(canvas: Canvas, village: Workspace, qtbot: QtBot, button: Qt.MouseButton) -> None:
    before = spot(canvas, "exosomes")
    drag(qtbot, canvas, QPoint(450, 60), QPoint(510, 100), button)
    assert spot(canvas, "exosomes") == before + QPoint(60, 40)
    assert not village.selection


def test_a_drag_paints_the_same_as_going_there(canvas: Canvas, qtbot: QtBot) -> None:
    picture(canvas)
    drag(qtbot, canvas, QPoint(450, 60), QPoint(513, 97))
    moved = picture(canvas)
    canvas.set_theme(load_theme("light"))
    assert picture(canvas) == moved


def test_what_is_lit_after_a_pan_lies_on_the_map_where_that_is_now(canvas: Canvas, village: Workspace) -> None:
    canvas.eye.jump(Camera(0.8, 300, 100))
    village.select_link("like")
    picture(canvas)
    canvas.pan_by(13, -13, fine=True)
    picture(canvas)
    canvas.eye.let_go()
    moved = canvas.camera
    village.select_link("stated")
    assert canvas.camera == moved
    lit = picture(canvas)
    canvas.set_theme(load_theme("light"))
    assert picture(canvas) == lit


def test_a_map_that_is_dragged_far_is_painted_ahead_of_the_hand(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.zoom_to(1.0)
    start = QPointF(canvas.rect().center())
    move_hand(canvas, QEvent.Type.MouseButtonPress, start)
    for step in (*range(1, 13), *range(11, 4, -1)):
        move_hand(canvas, QEvent.Type.MouseMove, start + QPointF(-37, 23) * step)
        canvas.grab()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not canvas.painting_ahead)
    held = picture(canvas)
    move_hand(canvas, QEvent.Type.MouseButtonRelease, start + QPointF(-37, 23) * 5)
    assert picture(canvas) == held
    canvas.set_theme(load_theme("light"))
    assert look_alike(picture(canvas), held)


def test_a_great_map_answers_the_hand_before_all_is_painted(theme: Theme, qtbot: QtBot) -> None:
    canvas = shown(Workspace(*made_map(2500), Path()), theme, qtbot)
    canvas.zoom_to(0.5)
    before = picture(canvas)
    start = QPointF(canvas.rect().center())
    move_hand(canvas, QEvent.Type.MouseButtonPress, start)
    move_hand(canvas, QEvent.Type.MouseMove, start + QPointF(300, 0))
    kept = QRect(0, 60, canvas.width() - 300, canvas.height() - 240)  # besides what lies over the corners
    assert picture(canvas).copy(kept.translated(300, 0)) == before.copy(kept)
    qtbot.waitUntil(lambda: not canvas.painting_ahead)
    held = picture(canvas)
    canvas.set_theme(load_theme("light"))
    assert look_alike(picture(canvas), held)


def test_space_makes_any_drag_a_pan(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    before = spot(canvas, "exosomes")
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(qtbot, canvas, before, before + QPoint(50, 30), modifier=Qt.KeyboardModifier.ShiftModifier)
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert spot(canvas, "exosomes") == before + QPoint(50, 30)
    assert not village.selection


def test_escape_during_a_drag_puts_the_map_back(canvas: Canvas, qtbot: QtBot) -> None:
    before = canvas.camera
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(450, 60))
    point = QPointF(600, 90)
    left = Qt.MouseButton.LeftButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, point, point, Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(canvas, move)
    assert canvas.camera != before
    QTest.keyPress(canvas, Qt.Key.Key_Escape)
    assert canvas.camera == before


def test_the_wheel_zooms_at_the_pointer(canvas: Canvas) -> None:
    at = spot(canvas, "cancer")
    scale = canvas.camera.scale
    turn_wheel(canvas, at, 1)
    assert canvas.camera.scale == pytest.approx(scale * 1.25)
    assert (spot(canvas, "cancer") - at).manhattanLength() <= 2
    turn_wheel(canvas, at, -1)
    assert canvas.camera.scale == pytest.approx(scale)


def test_shift_and_wheel_go_sideways(canvas: Canvas) -> None:
    before, scale = spot(canvas, "exosomes"), canvas.camera.scale
    turn_wheel(canvas, QPoint(400, 300), 1, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera.scale == scale
    assert spot(canvas, "exosomes").x() != before.x()
    assert spot(canvas, "exosomes").y() == before.y()


def test_zooming_has_limits(canvas: Canvas) -> None:
    for _ in range(40):
        canvas.zoom_in()
    assert canvas.camera.scale == pytest.approx(3.0)
    for _ in range(80):
        canvas.zoom_out()
    assert canvas.camera.scale > 0.1


def test_pointing_tells_the_workspace(canvas: Canvas, village: Workspace) -> None:
    point_at(canvas, spot(canvas, "drones"))
    assert village.hovered == "drones"
    point_at(canvas, on_link(canvas, "stated"))
    assert village.hovered == "stated"
    point_at(canvas, QPoint(5, 5))
    assert village.hovered is None


def test_pointing_lights_and_leaving_puts_back(canvas: Canvas, village: Workspace) -> None:
    rest = picture(canvas)
    village.point_at("exosomes")
    assert picture(canvas) != rest
    village.point_at(None)
    assert picture(canvas) == rest


@pytest.mark.parametrize("item", ["exosomes", "stated"])
def test_what_is_chosen_looks_so_while_it_or_its_link_is_pointed_at(
    canvas: Canvas, village: Workspace, item: str
) -> None:
    canvas.zoom_to(1.0)
    rest = inside(canvas, "exosomes")
    village.select_concept("exosomes")
    chosen = inside(canvas, "exosomes")
    assert chosen != rest
    village.point_at(item)
    assert inside(canvas, "exosomes") == chosen


def inside(canvas: Canvas, concept: str) -> QColor:
    """The colour of a box, above its name."""
    x, y, w, _ = hand_made()[1].concepts[concept]
    sx, sy = canvas.camera.to_screen((x + w / 2, y + 7), canvas.view_size())
    return picture(canvas).pixelColor(round(sx), round(sy))


def test_double_click_opens_a_link(canvas: Canvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.link_activated) as opened:
        QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=on_link(canvas, "stated"))
    assert opened.args == ["stated"]


def test_double_click_on_paper_zooms_in(canvas: Canvas, qtbot: QtBot) -> None:
    scale = canvas.camera.scale
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 60))
    assert canvas.camera.scale == pytest.approx(scale * 2)


def test_arrows_walk_and_enter_opens(canvas: Canvas, village: Workspace, qtbot: QtBot) -> None:
    village.select_concept("exosomes")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert village.selection.only_concept == "cells"
    with qtbot.waitSignal(canvas.concept_activated) as opened:
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert opened.args == ["cells"]


def test_arrows_pan_when_nothing_is_selected(canvas: Canvas, qtbot: QtBot) -> None:
    x = canvas.camera.x
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.camera.x > x


def test_a_pinch_becomes_sharp_when_the_fingers_rest(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_reduced_motion(False)
    picture(canvas)
    canvas.zoom_by(1.1, (300, 300), fine=True)
    assert not canvas.eye.at_rest
    picture(canvas)
    qtbot.waitUntil(lambda: canvas.eye.at_rest)
    settled = picture(canvas)
    canvas.eye.jump(canvas.camera)
    assert picture(canvas) == settled


def test_unknown_wheel_devices_do_no_harm(canvas: Canvas) -> None:
    before = canvas.camera
    turn_wheel(canvas, QPoint(300, 300), 0)
    assert canvas.camera == before
