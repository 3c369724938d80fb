"""Big picture, Atlas and Around on the canvas: changing between them by hand, and every moment of the change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.model import Point
from evmap.ui.canvas import Canvas, eye
from evmap.ui.canvas.chip import TitleChip
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.minimap import Minimap
from evmap.ui.theme import Theme
from evmap.workspace import View, Viewing, Workspace
from tests.ui.canvas.at_hand import picture, point_at, shown, turn_wheel
from tests.ui.canvas.pictured import KEYS, pictured


@pytest.fixture
def village() -> Workspace:
    return pictured()


@pytest.fixture
def canvas(village: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    return shown(village, theme, qtbot)


def seen(workspace: Workspace) -> View:
    """The view that is shown."""
    return workspace.viewing.view


def between_corners(canvas: Canvas) -> QImage:
    """The map without what lies over its corners."""
    return picture(canvas).copy(0, 70, 900, 480)


def on_screen(canvas: Canvas, at: Point) -> QPoint:
    x, y = canvas.camera.to_screen(at, canvas.view_size())
    return QPoint(round(x), round(y))


def middle(village: Workspace, canvas: Canvas, key: str) -> QPoint:
    assert village.big_picture
    x, y, w, h = village.big_picture.places.concepts[key]
    return on_screen(canvas, (x + w / 2, y + h / 2))


def below(village: Workspace, canvas: Canvas, key: str) -> QPoint:
    """The dots of a key concept."""
    assert village.big_picture
    x, y, w, h = village.big_picture.places.concepts[key]
    return on_screen(canvas, (x + w / 2, y + h + 8))


def in_atlas(village: Workspace, canvas: Canvas, concept: str) -> QPoint:
    x, y, w, h = village.places.concepts[concept]
    return on_screen(canvas, (x + w / 2, y + h / 2))


def test_it_opens_on_the_big_picture_whole_and_told(canvas: Canvas, village: Workspace) -> None:
    for key in KEYS:
        assert canvas.rect().contains(middle(village, canvas, key))
    assert canvas.eye.level is Level.PHRASES
    (chip,) = canvas.findChildren(TitleChip)
    assert chip.text == "Big picture: 3 key concepts of 6"
    assert not any(each.isVisible() for each in canvas.findChildren(Minimap))


def test_a_click_selects_there_and_moves_nothing(canvas: Canvas, village: Workspace) -> None:
    before = canvas.camera
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle(village, canvas, "cells"))
    assert village.selection.only_concept == "cells"
    assert seen(village) is View.BIG_PICTURE
    assert canvas.camera == before


def test_a_click_on_the_dots_unfolds_with_that_concept_in_the_middle(canvas: Canvas, village: Workspace) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=below(village, canvas, "therapy"))
    assert seen(village) is View.ATLAS
    assert not village.selection
    assert (in_atlas(village, canvas, "therapy") - canvas.rect().center()).manhattanLength() <= 3


def test_a_box_with_nothing_behind_it_has_no_dots(canvas: Canvas, village: Workspace) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=below(village, canvas, "cells"))
    assert seen(village) is View.BIG_PICTURE


def test_pointing_at_dots_lights_their_concept(canvas: Canvas, village: Workspace) -> None:
    rest = picture(canvas)
    point_at(canvas, below(village, canvas, "exosomes"))
    assert village.hovered == "exosomes"
    assert picture(canvas) != rest


def test_zooming_in_unfolds_and_zooming_out_folds_without_flicker(canvas: Canvas, village: Workspace) -> None:
    at = middle(village, canvas, "exosomes")
    turn_wheel(canvas, at, 1)
    assert seen(village) is View.BIG_PICTURE
    turn_wheel(canvas, at, 1)
    assert seen(village) is View.ATLAS
    turn_wheel(canvas, QPoint(450, 345), -1)
    assert seen(village) is View.ATLAS
    for _ in range(12):
        turn_wheel(canvas, QPoint(450, 345), -1)
    assert seen(village) is View.BIG_PICTURE
    turn_wheel(canvas, QPoint(450, 345), 1)
    turn_wheel(canvas, QPoint(450, 345), -1)
    assert seen(village) is View.BIG_PICTURE


def test_fit_and_one_step_out_do_not_fold(canvas: Canvas, village: Workspace) -> None:
    village.show_view(View.ATLAS)
    canvas.fit_map()
    turn_wheel(canvas, QPoint(450, 345), 1)
    turn_wheel(canvas, QPoint(450, 345), -1)
    assert seen(village) is View.ATLAS
    turn_wheel(canvas, QPoint(450, 345), -1)
    assert seen(village) is View.BIG_PICTURE


def test_what_is_not_in_the_big_picture_is_shown_in_the_atlas(canvas: Canvas, village: Workspace) -> None:
    village.select_concept("drones")
    assert seen(village) is View.ATLAS
    assert canvas.rect().contains(in_atlas(village, canvas, "drones"))


def test_a_double_click_goes_around_and_back_is_where_one_was(canvas: Canvas, village: Workspace) -> None:
    village.show_view(View.ATLAS)
    canvas.zoom_to(1.6)
    village.select_concept("cells")
    before = canvas.camera
    at = in_atlas(village, canvas, "cells")
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert village.viewing == Viewing(View.AROUND, "cells")
    assert village.selection.only_concept == "cells"
    (chip,) = canvas.findChildren(TitleChip)
    assert chip.text == "Around: body cells"
    village.leave_view()
    assert seen(village) is View.ATLAS
    assert canvas.camera == before
    assert not chip.isVisible()


def test_around_shows_the_neighbours_and_what_else_is_selected_leads_to_the_atlas(
    canvas: Canvas, village: Workspace
) -> None:
    canvas.go_around("cells")
    village.select_concept("vesicles")
    assert seen(village) is View.AROUND
    village.select_concept("cancer")
    assert seen(village) is View.ATLAS


def test_going_back_meanwhile_leaves_everything_as_it_was(canvas: Canvas, village: Workspace) -> None:
    canvas.set_reduced_motion(False)
    before, camera = canvas.viewing, canvas.camera
    canvas.go_around("cells")
    village.history.back()
    canvas.hurry()
    assert canvas.viewing == before
    assert canvas.eye.target == camera


def test_every_moment_of_a_change_can_be_sought(canvas: Canvas, village: Workspace) -> None:
    canvas.set_reduced_motion(False)
    before = between_corners(canvas)
    start = middle(village, canvas, "exosomes")
    village.show_view(View.ATLAS)
    canvas.eye.seek(0.0)
    morph = canvas.eye.morph
    assert morph
    assert between_corners(canvas) == before
    end = in_atlas(village, canvas, "exosomes")

    def where(t: float) -> tuple[float, float]:
        x, y, w, h = morph.rects(t)["exosomes"]
        return (x + w / 2, y + h / 2)

    assert where(0.0) == pytest.approx((start.x(), start.y()), abs=1.5)
    assert where(1.0) == pytest.approx((end.x(), end.y()), abs=1.5)
    assert where(0.5) == pytest.approx(((start.x() + end.x()) / 2, (start.y() + end.y()) / 2), abs=2)
    canvas.eye.seek(0.5)
    half = picture(canvas)
    canvas.eye.seek(0.8)
    assert picture(canvas) != half
    canvas.eye.seek(0.5)
    assert picture(canvas) == half
    canvas.eye.seek(1.0)
    assert canvas.eye.at_rest
    arrived = picture(canvas)
    canvas.eye.jump(canvas.camera)
    assert picture(canvas) == arrived


def test_a_change_whose_end_takes_long_to_paint_begins_when_it_is_there(
    canvas: Canvas, village: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas.set_reduced_motion(False)
    before = between_corners(canvas)
    monkeypatch.setattr(eye, "_WAITING", 0.0)
    village.show_view(View.ATLAS)
    assert between_corners(canvas) == before
    qtbot.waitUntil(lambda: canvas.eye.morph is not None)
    qtbot.waitUntil(lambda: canvas.eye.at_rest)
    assert between_corners(canvas) != before


def test_what_is_behind_comes_out_of_its_dot(canvas: Canvas, village: Workspace) -> None:
    canvas.set_reduced_motion(False)
    dots = below(village, canvas, "therapy")
    village.show_view(View.ATLAS)
    canvas.eye.seek(0.0)
    assert canvas.eye.morph
    x, y, _, _ = canvas.eye.morph.rects(0.0)["cancer"]
    assert abs(x - dots.x()) + abs(y - dots.y()) < 16


def test_a_hand_interrupts_a_change(canvas: Canvas, village: Workspace) -> None:
    canvas.set_reduced_motion(False)
    village.show_view(View.ATLAS)
    canvas.eye.seek(0.4)
    canvas.pan_by(40, 0, fine=True)
    assert canvas.eye.morph is None
    assert seen(village) is View.ATLAS


def test_a_change_back_begins_where_the_other_was_interrupted(canvas: Canvas, village: Workspace) -> None:
    canvas.set_reduced_motion(False)
    village.show_view(View.ATLAS)
    canvas.eye.seek(0.5)
    assert canvas.eye.morph
    now = canvas.eye.morph.rects(0.5)["exosomes"]
    village.show_view(View.BIG_PICTURE)
    canvas.eye.seek(0.0)
    assert canvas.eye.morph.rects(0.0)["exosomes"] == pytest.approx(now)


def test_without_motion_a_change_is_at_once(canvas: Canvas, village: Workspace) -> None:
    village.show_view(View.ATLAS)
    assert canvas.eye.at_rest


def test_a_new_size_keeps_the_big_picture_whole(canvas: Canvas, village: Workspace) -> None:
    canvas.resize(520, 420)
    for key in KEYS:
        assert canvas.rect().contains(middle(village, canvas, key))


def test_themes_change_in_every_view(canvas: Canvas, village: Workspace, theme: Theme) -> None:
    from evmap.ui.theme import load_theme

    for view, centre in ((View.BIG_PICTURE, None), (View.AROUND, "cells"), (View.ATLAS, None)):
        village.show_view(view, centre)
        canvas.set_theme(load_theme("dark"))
        dark = picture(canvas)
        canvas.set_theme(theme)
        assert picture(canvas) != dark
