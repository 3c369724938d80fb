"""The minimap: it shows the whole map and hides nothing."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.model import Places
from evmap.ui.canvas import Camera, Canvas
from evmap.ui.canvas.minimap import Minimap
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
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


def test_what_is_fitted_is_clear_of_the_minimap(canvas: Canvas, village: Workspace) -> None:
    (minimap,) = canvas.findChildren(Minimap)
    for concept in village.index.concepts:
        village.select_concept(concept)
        canvas.fit_selection()
        for each in (concept, *village.index.neighbours(concept)):
            rect = canvas._sight.rect_of(each)
            assert rect is None or not minimap.isVisible() or not minimap.geometry().intersects(QRectF(*rect).toRect())
