"""Where the camera goes by itself: to what was chosen, to the whole, and not where nobody asked."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evmap.ui.canvas import Camera, Canvas
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.made_maps import made_map
from tests.ui.canvas.at_hand import shown, spot
from tests.ui.canvas.hand_made import hand_made


def test_it_opens_on_the_whole_map(canvas: Canvas) -> None:
    for concept in hand_made()[1].concepts:
        assert canvas.rect().contains(spot(canvas, concept))


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


def test_reduced_motion_is_at_once(canvas: Canvas) -> None:
    canvas.zoom_to(2.0)
    assert canvas.eye.at_rest
    assert canvas.camera.scale == 2.0
