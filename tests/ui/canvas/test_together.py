"""Where links lie on each other a click offers them; anywhere else it selects at once. By mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap import data
from evmap.layout.geometry import centre, grown, length
from evmap.model import LinkPlace, Places, Point
from evmap.ui.canvas.geometry.hit import CONCEPT_SIZE, LINK_REACH, concept_at, link_at, links_at
from evmap.ui.canvas.geometry.levels import level_at
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import inside, shortened
from evmap.ui.canvas.geometry.scene import build_scene
from evmap.ui.main_window import MainWindow
from evmap.ui.parts.link_menu import LinkMenu
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui.canvas.hand_made import hand_made
from tests.ui.conftest import Shown
from tests.ui.small_map import places_for, small_map

SCALES = (0.1, 0.3, 0.5, 0.7, 1.0, 2.5)
BOTH = ("vesicles-biomarkers", "exosomes-kind")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("type_scale", [0.8, 1.0, 2.25])
def test_every_concept_is_hit_24_pixels_across_at_every_scale(scale: float, type_scale: float) -> None:
    plan = Plan(build_scene(*hand_made()), scale, level_at(scale, None, type_scale), type_scale)
    for number, rect in enumerate(plan.rects):
        x, y = centre(rect)
        reach = CONCEPT_SIZE / 2 - 0.5
        for dx, dy in ((0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)):
            spot = (x + dx, y + dy)
            others = [each for i, each in enumerate(plan.rects) if i != number and inside(spot, grown(each, reach))]
            assert others or concept_at(plan, spot) == number


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("type_scale", [0.8, 1.0, 2.25])
def test_every_link_is_hit_15_pixels_across_at_every_scale(scale: float, type_scale: float) -> None:
    plan = Plan(build_scene(*hand_made()), scale, level_at(scale, None, type_scale), type_scale)
    for number in range(len(plan.scene.links)):
        route = plan.route(number)
        if len(route) != 2:
            continue
        (ax, ay), (bx, by) = route
        long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        middle, across = ((ax + bx) / 2, (ay + by) / 2), ((ay - by) / long, (bx - ax) / long)
        for off in (-7.0, 0.0, 7.0):
            assert number in links_at(plan, moved(middle, across, off)) or link_at(plan, moved(middle, across, off))
        if scale <= 0.7:  # no phrase there that would be hit farther away
            assert number not in links_at(plan, moved(middle, across, LINK_REACH + 1.0))


def moved(point: Point, along: Point, by: float) -> Point:
    return (point[0] + along[0] * by, point[1] + along[1] * by)


@pytest.fixture
def crossing(light: Theme, settings: Settings, show: Shown) -> MainWindow:
    """A window on a map of which two links leave one concept on the same line."""
    concept_map = small_map()
    places = places_for(concept_map)
    points = places.links["vesicles-biomarkers"].points
    links = {key: LinkPlace(points, (0.0, 0.0, 0.0, 0.0)) if key in BOTH else at for key, at in places.links.items()}
    made = MainWindow(Workspace(concept_map, Places(places.concepts, links), data.HOME), light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    return made


def on(window: MainWindow, link: str) -> QPoint:
    """A point of the screen on a link's line, beyond its middle, where no phrase is."""
    sight = window.canvas._sight
    plan = sight.plan()
    route = plan.route(plan.scene.link_numbers[link])
    x, y = shortened(route, length(route) * 0.6, 0)[0]
    ox, oy = sight.eye.target.origin(sight.view_size(), sight.view_ratio())
    return QPoint(round(x + ox), round(y + oy))


def menu(window: MainWindow) -> LinkMenu | None:
    return next((each for each in window.findChildren(LinkMenu) if each.isVisible()), None)


def opened(window: MainWindow, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> LinkMenu:
    QTest.mouseMove(window.windowHandle(), window.canvas.mapTo(window, on(window, BOTH[0])))  # Qt knows where it is
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, modifier, on(window, BOTH[0]))
    found = menu(window)
    assert found
    return found


def test_a_clear_link_is_selected_at_once(crossing: MainWindow) -> None:
    QTest.mouseClick(crossing.canvas, Qt.MouseButton.LeftButton, pos=on(crossing, "t-cell-exosomes-drones"))
    assert crossing.workspace.selection.only_link == "t-cell-exosomes-drones"
    assert menu(crossing) is None


def test_links_on_each_other_are_offered_as_sentences_with_their_lines(crossing: MainWindow) -> None:
    found = opened(crossing)
    assert {entry.data() for entry in found.actions()} == {*BOTH}
    index = crossing.workspace.index
    for entry in found.actions():
        assert entry.text() == index.sentence(index.links[entry.data()])
        assert not entry.icon().isNull()
    assert not crossing.workspace.selection
    assert crossing.workspace.hovered == found.actions()[0].data()  # the first is lit already
    found.close()
    assert crossing.workspace.hovered is None


def test_the_chooser_works_by_keys_and_lights_what_it_is_at(crossing: MainWindow) -> None:
    found = opened(crossing)
    QTest.keyClick(found, Qt.Key.Key_Down)
    second = found.actions()[1].data()
    assert crossing.workspace.hovered == second
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert crossing.workspace.selection.only_link == second


def test_escape_chooses_nothing(crossing: MainWindow) -> None:
    found = opened(crossing)
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert menu(crossing) is None
    assert not crossing.workspace.selection


def test_with_shift_the_link_joins_what_is_chosen(crossing: MainWindow) -> None:
    crossing.workspace.select_concept("drones")
    found = opened(crossing, SHIFT)
    found.actions()[0].trigger()
    assert crossing.workspace.selection.concepts == ("drones",)
    assert len(crossing.workspace.selection.links) == 1


def test_the_menu_closes_with_its_window(crossing: MainWindow) -> None:
    found = opened(crossing)
    found.close()
    QApplication.processEvents()
    assert crossing.findChildren(LinkMenu) == []
