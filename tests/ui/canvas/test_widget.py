"""The canvas as a person meets it: by mouse, wheel and keys, in every state, with any theme."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent, qGray
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap.model import Places
from evmap.ui.canvas import Camera, Canvas
from evmap.ui.canvas.levels import Level
from evmap.ui.canvas.lit import neighbourhood, point
from evmap.ui.canvas.minimap import Minimap
from evmap.ui.canvas.plan import Plan
from evmap.ui.canvas.scene import build_scene
from evmap.ui.theme import THEME_NAMES, Theme, load_theme
from evmap.workspace import Workspace
from tests.made_maps import made_map
from tests.ui.canvas.hand_made import hand_made

Made = Callable[[], Canvas]


@pytest.fixture
def village() -> Workspace:
    return Workspace(*hand_made(), Path())


@pytest.fixture
def canvas(village: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    return shown(village, theme, qtbot)


def shown(workspace: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    canvas = Canvas(workspace, theme)
    canvas.set_reduced_motion(True)
    canvas.resize(900, 690)
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def spot(canvas: Canvas, concept: str) -> QPoint:
    """Where a concept's middle is on the screen."""
    x, y, w, h = hand_made()[1].concepts[concept]
    sx, sy = canvas.camera.to_screen((x + w / 2, y + h / 2), canvas.view_size())
    return QPoint(round(sx), round(sy))


def on_link(canvas: Canvas, link: str) -> QPoint:
    points = hand_made()[1].links[link].points
    middle = ((points[0][0] * 3 + points[1][0]) / 4, (points[0][1] * 3 + points[1][1]) / 4)
    sx, sy = canvas.camera.to_screen(middle, canvas.view_size())
    return QPoint(round(sx), round(sy))


def point_at(canvas: Canvas, at: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(canvas, event)


def drag(
    qtbot: QtBot,
    canvas: Canvas,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.mousePress(canvas, button, modifier, start)
    for at in (start + (end - start) / 2, end):
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(canvas.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            button,
            modifier,
        )
        QApplication.sendEvent(canvas, event)
    QTest.mouseRelease(canvas, button, modifier, end)


def move_hand(canvas: Canvas, kind: QEvent.Type, at: QPointF) -> None:
    """Drag with the middle button, step by step."""
    middle = Qt.MouseButton.MiddleButton
    moving, over = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    button, held = (Qt.MouseButton.NoButton if each else middle for each in (moving, over))
    QApplication.sendEvent(canvas, QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier))


def look_alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures show the same; the dashes of a line may begin elsewhere."""
    small = [each.scaledToWidth(each.width() // 6, Qt.TransformationMode.SmoothTransformation) for each in (one, other)]
    spots = [(x, y) for x in range(small[0].width()) for y in range(small[0].height())]
    greys = [[int(qGray(each.pixel(x, y))) for x, y in spots] for each in small]
    differing = [1 for a, b in zip(*greys, strict=True) if abs(a - b) > 16]
    return len(differing) < len(spots) / 100


def turn_wheel(
    canvas: Canvas, at: QPoint, notches: float, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def picture(canvas: Canvas) -> QImage:
    return canvas.grab().toImage()


def test_it_opens_on_the_whole_map(canvas: Canvas) -> None:
    for concept in hand_made()[1].concepts:
        assert canvas.rect().contains(spot(canvas, concept))


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


def test_a_step_aside_paints_the_same_as_going_there(canvas: Canvas, village: Workspace) -> None:
    village.select_link("like")
    picture(canvas)
    canvas.pan_by(63, 37, fine=False)
    moved = picture(canvas)
    canvas.set_theme(load_theme("light"))
    assert picture(canvas) == moved


def test_a_step_aside_begins_with_what_was_seen(canvas: Canvas) -> None:
    before = picture(canvas)
    canvas.set_reduced_motion(False)
    canvas.pan_by(63, 37, fine=False)
    canvas.eye.seek(0.0)
    assert picture(canvas) == before


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


def test_what_is_chosen_elsewhere_comes_into_view(canvas: Canvas, village: Workspace) -> None:
    canvas.eye.jump(Camera(2.0, 0, 0))
    village.select_concept("cancer")
    assert canvas.rect().contains(spot(canvas, "cancer"))
    assert canvas.camera.scale == 2.0


def test_what_is_chosen_in_view_moves_nothing(canvas: Canvas, village: Workspace) -> None:
    canvas.eye.jump(Camera(0.85, 400, 150))
    before = canvas.camera
    village.select_concept("cells")
    assert canvas.camera == before


def test_choosing_from_afar_comes_near_enough_to_read(theme: Theme, qtbot: QtBot) -> None:
    workspace = Workspace(*made_map(120), Path())
    canvas = shown(workspace, theme, qtbot)
    far = canvas.camera.scale
    workspace.select_concept(workspace.map.concepts[0].id)
    assert far < canvas.camera.scale <= 0.85
    x, y, w, h = workspace.places.concepts[workspace.map.concepts[0].id]
    for corner in ((x, y), (x + w, y + h)):
        sx, sy = canvas.camera.to_screen(corner, canvas.view_size())
        assert canvas.rect().contains(round(sx), round(sy))


def test_fit_selection_frames_the_neighbourhood(canvas: Canvas, village: Workspace) -> None:
    village.select_concept("exosomes")
    canvas.zoom_to(3.0)
    canvas.fit_selection()
    for concept in ("exosomes", "cells", "therapy", "drones", "vesicles"):
        assert canvas.rect().contains(spot(canvas, concept))


def test_the_whole_map_stays_whole_when_the_window_changes(canvas: Canvas) -> None:
    canvas.resize(500, 400)
    for concept in hand_made()[1].concepts:
        assert canvas.rect().contains(spot(canvas, concept))


def test_a_chosen_view_stays_when_the_window_changes(canvas: Canvas) -> None:
    canvas.zoom_to(2.0)
    before = canvas.camera
    canvas.resize(500, 400)
    assert canvas.camera == before


def test_a_flight_can_be_sought_and_interrupted(canvas: Canvas) -> None:
    canvas.set_reduced_motion(False)
    start = canvas.camera
    canvas.zoom_to(start.scale * 1.25)
    canvas.eye.seek(0.5)
    assert start.scale < canvas.camera.scale < start.scale * 1.25
    between = canvas.camera
    canvas.fit_map()
    assert canvas.camera.scale == pytest.approx(between.scale)
    canvas.eye.seek(1.0)
    assert canvas.eye.at_rest
    assert canvas.camera.scale == pytest.approx(start.scale)


def test_a_flight_ends_by_itself(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.set_reduced_motion(False)
    canvas.zoom_to(2.0)
    qtbot.waitUntil(lambda: canvas.eye.at_rest)
    assert canvas.camera.scale == 2.0


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


def test_reduced_motion_is_at_once(canvas: Canvas) -> None:
    canvas.zoom_to(2.0)
    assert canvas.eye.at_rest
    assert canvas.camera.scale == 2.0


def test_choosing_fades_the_rest_and_clearing_puts_it_back(canvas: Canvas, village: Workspace) -> None:
    canvas.eye.jump(Camera(0.7, 400, 150))
    rest = picture(canvas)
    village.select_link("open")
    lit = picture(canvas)
    paper = rest.pixelColor(3, 60).lightness()

    def strength(image: QImage) -> int:
        """How dark the box of a concept is that the link does not touch."""
        box = spot(canvas, "cells")
        return sum(paper - image.pixelColor(box + QPoint(dx, 0)).lightness() for dx in range(-40, 41))

    assert strength(lit) == pytest.approx(0.3 * strength(rest), rel=0.15)
    village.clear_selection()
    assert picture(canvas) == rest


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("scale", [0.3, 0.7, 1.0])
def test_every_theme_and_level_is_painted(canvas: Canvas, village: Workspace, name: str, scale: float) -> None:
    theme = load_theme(name)
    canvas.set_theme(theme)
    canvas.eye.jump(Camera(scale, 400, 150))
    image = picture(canvas)
    assert image.pixelColor(5, 60) == theme.colour("paper")
    village.select_concept("exosomes")
    village.point_at("drones")
    assert picture(canvas) != image


def test_the_same_view_is_always_the_same_picture(canvas: Canvas) -> None:
    first = picture(canvas)
    canvas.zoom_in()
    picture(canvas)
    canvas.fit_map()
    assert picture(canvas) == first


def test_other_places_can_be_shown(canvas: Canvas) -> None:
    _, places = hand_made()
    first = picture(canvas)
    flipped = {key: (-x, y, w, h) for key, (x, y, w, h) in places.concepts.items()}
    canvas.set_places(Places(flipped, {}))
    assert picture(canvas) != first
    canvas.set_places(places)
    assert picture(canvas) == first


def test_the_minimap_can_be_put_away(canvas: Canvas) -> None:
    with_it = picture(canvas)
    canvas.set_minimap_visible(False)
    assert picture(canvas) != with_it


def test_the_minimap_steps_aside_where_it_would_hide_the_map(canvas: Canvas) -> None:
    (minimap,) = canvas.findChildren(Minimap)
    assert minimap.isVisible()
    canvas.eye.jump(Camera(0.5, 96, -262))  # the whole map is seen, "vesicles" at the lower right
    assert not minimap.isVisible()
    canvas.zoom_to(2.0)
    assert minimap.isVisible()


def test_the_minimap_reaches_to_the_corners_of_a_very_wide_map(theme: Theme, qtbot: QtBot) -> None:
    concept_map, places = made_map(300)
    apart = {each: (x * 9, y * 9, w, h) for each, (x, y, w, h) in places.concepts.items()}
    canvas = shown(Workspace(concept_map, Places(apart, {}), Path()), theme, qtbot)
    (minimap,) = canvas.findChildren(Minimap)
    canvas.fit_map()
    canvas.zoom_to(canvas.camera.scale * 3)
    corner = min(apart.values(), key=lambda rect: rect[0] + rect[1])
    asked: list[QPointF] = []
    minimap.asked_for.connect(asked.append)
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert asked[0].x() <= corner[0] + corner[2]
    assert asked[0].y() <= corner[1] + corner[3]


def test_the_minimap_steps_aside_where_it_would_hide_what_is_lit(canvas: Canvas, village: Workspace) -> None:
    (minimap,) = canvas.findChildren(Minimap)
    canvas.zoom_to(2.0)
    corner, size = minimap.geometry().center(), canvas.view_size()
    x, y, w, h = village.places.concepts["vesicles"]
    off = [(corner.x() - size[0] / 2) / 2.0, (corner.y() - size[1] / 2) / 2.0]
    canvas.eye.jump(Camera(2.0, x + w / 2 - off[0], y + h / 2 - off[1]))  # "vesicles" is under the minimap
    assert minimap.isVisible()
    village.select_concept("vesicles")
    canvas.eye.jump(Camera(2.0, x + w / 2 - off[0], y + h / 2 - off[1]))
    assert not minimap.isVisible()
    village.clear_selection()
    assert minimap.isVisible()


def test_what_is_fitted_is_clear_of_the_minimap(canvas: Canvas, village: Workspace) -> None:
    (minimap,) = canvas.findChildren(Minimap)
    for concept in village.index.concepts:
        village.select_concept(concept)
        canvas.fit_selection()
        for each in (concept, *village.index.neighbours(concept)):
            rect = canvas._sight.rect_of(each)
            assert rect is None or not minimap.isVisible() or not minimap.geometry().intersects(QRectF(*rect).toRect())


def test_an_unnamed_icon_is_named_when_pointed_at(theme: Theme, qtbot: QtBot) -> None:
    workspace = Workspace(*made_map(140), Path())
    canvas = shown(workspace, theme, qtbot)
    scene = build_scene(workspace.map, workspace.places)
    plan = Plan(scene, canvas.camera.scale, Level.FAR)
    unnamed = next(i for i in scene.order if plan.is_icon(i) and i not in plan.names)
    told = point(plan, neighbourhood(scene, (scene.concepts[unnamed].id,), ()), (-2000, -2000, 4000, 4000))
    assert " ".join(told.names[unnamed].lines) == scene.concepts[unnamed].name


def test_it_tells_assistive_tools_what_it_is(canvas: Canvas, village: Workspace) -> None:
    assert canvas.accessibleName() == "Concept map"
    village.select_link("hedged")
    assert "exosomes could lead to exosome therapy" in canvas.accessibleDescription()


def test_the_focus_that_keys_brought_is_seen(canvas: Canvas) -> None:
    canvas.clearFocus()
    plain = picture(canvas)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert picture(canvas) != plain


def test_unknown_wheel_devices_do_no_harm(canvas: Canvas) -> None:
    before = canvas.camera
    turn_wheel(canvas, QPoint(300, 300), 0)
    assert canvas.camera == before


def test_nothing_heavy_is_loaded_for_the_first_picture() -> None:
    code = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "import evmap.ui.canvas\n"
        "heavy = {'numpy', 'scipy', 'networkx', 'PySide6.QtQml', 'PySide6.QtNetwork'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
