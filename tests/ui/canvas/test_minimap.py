"""The minimap: it shows the whole map and hides nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.layout.geometry import centre, overlap
from evmap.model import Places, Rect
from evmap.ui.canvas import Camera, Canvas
from evmap.ui.canvas.geometry.boxes import moved
from evmap.ui.canvas.minimap import Minimap
from evmap.ui.theme import Theme
from evmap.workspace import View, Workspace
from evmap.workspace.opening import open_workspace
from tests.made_maps import made_map
from tests.ui.canvas.at_hand import picture, shown


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


@pytest.mark.parametrize("off", [50, 60, 80, 100])
def test_no_name_of_what_is_lit_is_under_the_minimap(theme: Theme, qtbot: QtBot, off: int) -> None:
    workspace = open_workspace()
    workspace.show_view(View.ATLAS)
    canvas = shown(workspace, theme, qtbot)
    (minimap,) = canvas.findChildren(Minimap)
    sight, (wide, high) = canvas._sight, canvas.view_size()
    workspace.select_concept("exosomes")
    for near in workspace.index.neighbours("exosomes"):
        x, y = centre(workspace.places.concepts[near])
        left, middle = minimap.geometry().left() - off, minimap.geometry().center().y()
        # An icon to the left of the minimap, from afar: its name may reach under it.
        canvas.eye.jump(Camera(0.28, x - (left - wide / 2) / 0.28, y - (middle - high / 2) / 0.28))
        canvas.grab()
        assert sight.stage._lit is not None
        dx, dy = sight.eye.target.origin(canvas.view_size(), sight.view_ratio())
        names = sight.stage._lit[1].names.values()
        under = [place.lines for place in names if overlap(moved(place.rect, dx, dy), _rect(minimap))]
        assert minimap.isHidden() or under == []


def _rect(widget: Minimap) -> Rect:
    place = widget.geometry()
    return (place.x(), place.y(), place.width(), place.height())


def test_what_is_fitted_is_clear_of_the_minimap(canvas: Canvas, village: Workspace) -> None:
    (minimap,) = canvas.findChildren(Minimap)
    for concept in village.index.concepts:
        village.select_concept(concept)
        canvas.fit_selection()
        for each in (concept, *village.index.neighbours(concept)):
            rect = canvas._sight.rect_of(each)
            assert rect is None or not minimap.isVisible() or not minimap.geometry().intersects(QRectF(*rect).toRect())
