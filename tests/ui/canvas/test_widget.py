"""The canvas as it is seen: every state and theme, other places, and what it loads."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from evmap.model import Places
from evmap.ui.canvas import Camera, Canvas
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.lit import neighbourhood, point
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import build_scene
from evmap.ui.theme import THEME_NAMES, Theme, load_theme
from evmap.workspace import Workspace
from tests.made_maps import made_map
from tests.ui.canvas.at_hand import picture, shown, spot
from tests.ui.canvas.hand_made import hand_made


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
