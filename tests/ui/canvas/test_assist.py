"""What assistive technology meets on the map, asked through Qt's own accessibility, as a screen reader would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.model import Kind
from evmap.ui.canvas import assist as module
from evmap.ui.canvas.assist import StandIn
from evmap.ui.main_window import MainWindow
from evmap.ui.words.names import KIND_ONE
from evmap.workspace import Lens, View
from tests.ui.looking import focused


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what was said to have the focus."""
    told: list[str] = []

    def announce(widget: QWidget) -> None:
        told.append(widget.accessibleName())

    monkeypatch.setattr(module, "announce", announce)
    return told


def look(window: MainWindow) -> dict[str, StandIn]:
    window.canvas.setFocus()
    window.canvas._assist.follow()
    return {each.item: each for each in window.canvas._assist.stand_ins}


def test_without_assistive_technology_there_is_nothing(window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")
    window.canvas.setFocus()
    assert window.canvas.findChildren(StandIn) == []
    assert "_assist" not in vars(window.canvas)


def test_every_concept_in_view_has_name_kind_and_description(listening: None, window: MainWindow) -> None:
    found = look(window)
    assert found.keys() == window.workspace.index.concepts.keys()
    iface = QAccessible.queryAccessibleInterface(found["vesicles"])
    assert iface.text(QAccessible.Text.Name) == "extracellular vesicles, vesicle, 5 links"
    told = iface.text(QAccessible.Text.Description)
    assert told.startswith("Tiny packages that cells release")
    assert told.endswith("Links: 2 hedged, 1 comparing, 2 not in the sources.")
    assert iface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    assert not iface.state().invisible


def test_what_is_ours_says_so(listening: None, window: MainWindow) -> None:
    assert look(window)["biology"].accessibleName() == "cell biology, process, not in the sources, 1 link"


def test_the_tree_hangs_under_the_map_in_the_order_of_reading(listening: None, window: MainWindow) -> None:
    found = look(window)
    canvas = QAccessible.queryAccessibleInterface(window.canvas)
    children = [canvas.child(at).object() for at in range(canvas.childCount())]
    stand_ins = [each for each in children if isinstance(each, StandIn)]
    assert stand_ins == list(found.values())
    assert [each.item for each in stand_ins[:3]] == ["t-cell-exosomes", "exosomes", "cancer-cells"]


def test_rectangles_are_those_of_the_boxes(listening: None, window: MainWindow) -> None:
    rect = look(window)["therapy"].geometry()
    x, y, w, h = window.workspace.places.concepts["therapy"]
    canvas = window.canvas
    middle = canvas.camera.to_screen((x + w / 2, y + h / 2), canvas.view_size())
    assert rect.center().x() == pytest.approx(middle[0], abs=2)
    assert rect.center().y() == pytest.approx(middle[1], abs=2)
    iface = QAccessible.queryAccessibleInterface(look(window)["therapy"])
    assert iface.rect().topLeft() == canvas.mapToGlobal(rect.topLeft())


def test_links_of_the_chosen_concept_are_exposed_with_their_certainty(listening: None, window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")
    found = look(window)
    link = found["vesicles-biomarkers"]
    assert link.accessibleName() == "extracellular vesicles could serve as biomarkers"
    assert link.accessibleDescription() == "Hedges it, 1 passage."
    assert "therapy-only" not in found
    assert found["vesicles"].isChecked()


def test_focus_moves_are_announced(listening: None, window: MainWindow, heard: list[str]) -> None:
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    assert heard[-1] == "extracellular vesicles, vesicle, 5 links"
    QTest.keyClick(window.canvas, Qt.Key.Key_Up)
    assert heard[-1] == "exosomes, vesicle, 1 link"
    iface = QAccessible.queryAccessibleInterface(look(window)["exosomes"])
    assert iface.state().focused
    QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert heard[-1] == "Concept map"


def test_the_focus_that_comes_back_is_announced_again(listening: None, window: MainWindow, heard: list[str]) -> None:
    window.canvas.setFocus()
    window.workspace.select_concept("therapy")
    heard.clear()
    QTest.keyClick(window.canvas, Qt.Key.Key_F6)
    QTest.keyClick(focused(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is window.canvas
    assert heard[-1] == "exosome therapy, therapy, 2 links"


def test_pressing_chooses_as_a_click_does(listening: None, window: MainWindow, qtbot: QtBot) -> None:
    found = look(window)
    actions = QAccessible.queryAccessibleInterface(found["drones"]).actionInterface()
    actions.doAction(actions.actionNames()[0])  # Qt shows the button going down and up first
    qtbot.waitUntil(lambda: window.workspace.selection.only_concept == "drones")
    found["drones"].click()
    assert window.workspace.selection.only_concept == "drones"
    assert found["drones"].isChecked()


def test_the_mouse_passes_through(listening: None, window: MainWindow) -> None:
    at = look(window)["therapy"].geometry().center()
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert window.workspace.selection.only_concept == "therapy"
    assert window.childAt(window.canvas.mapTo(window, at)) is window.canvas


def test_tab_leaves_the_map_past_them(listening: None, window: MainWindow) -> None:
    look(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    assert not isinstance(QApplication.focusWidget(), StandIn)
    assert focused() is not window.canvas


def test_they_follow_the_camera_and_the_view(listening: None, window: MainWindow, qtbot: QtBot) -> None:
    before = look(window)["therapy"].geometry()
    window.canvas.zoom_in()
    qtbot.waitUntil(lambda: look(window)["therapy"].geometry() != before)
    window.workspace.select_concept("drones")
    window.commands.views.go_around()
    qtbot.waitUntil(
        lambda: {"drones", "t-cell-exosomes"} == look(window).keys() & window.workspace.index.concepts.keys()
    )


def test_what_a_filter_hides_is_gone_and_what_it_fades_says_so(listening: None, window: MainWindow) -> None:
    assert "cancer-cells" in look(window)
    asking = window.workspace.asking
    asking.filter(asking.filters.hiding(Lens.KIND, {Kind.CELL.value}))
    assert "cancer-cells" not in look(window)
    asking.fade(True)
    assert look(window)["cancer-cells"].accessibleDescription().startswith("Hidden by a filter. ")
    asking.clear()
    assert not look(window)["cancer-cells"].accessibleDescription().startswith("Hidden")


def test_the_map_itself_says_which_view_it_is(window: MainWindow) -> None:
    assert window.canvas.accessibleDescription().startswith("Atlas. 9 concepts, 8 links.")
    window.workspace.select_concept("drones")
    window.commands.views.go_around()
    assert window.canvas.accessibleDescription().startswith("Around drones. ")


@pytest.mark.parametrize("view", [View.BIG_PICTURE, View.ATLAS, View.LANES, View.AROUND])
def test_all_that_a_view_of_the_shipped_map_shows_is_exposed_where_it_is(
    listening: None, shipped: MainWindow, view: View, heard: list[str]
) -> None:
    index = shipped.workspace.index
    shipped.workspace.select_concept("exosomes")
    (shipped.commands.views.go_around if view is View.AROUND else partial(shipped.workspace.show_view, view))()
    shipped.canvas.hurry()
    shipped.canvas.fit_map()
    found = look(shipped)
    sight = shipped.canvas._sight
    drawn = {each.id for each in sight.stage.scene.concepts}
    assert drawn == found.keys() & index.concepts.keys()
    for item in drawn:
        iface = QAccessible.queryAccessibleInterface(found[item])
        name, told = iface.text(QAccessible.Text.Name), iface.text(QAccessible.Text.Description)
        assert name.startswith(index.concepts[item].name)
        assert KIND_ONE[index.concepts[item].kind].lower() in name
        assert "Links: " in told
        assert shipped.canvas.rect().intersects(found[item].geometry())
    shipped.canvas.setFocus()
    QTest.keyClick(shipped.canvas, Qt.Key.Key_Right)
    assert heard[-1] == found_name(shipped)


def found_name(window: MainWindow) -> str:
    """How the concept is called that the keyboard has come to."""
    concept = window.workspace.selection.only_concept
    assert concept
    assert concept != "exosomes"
    return look(window)[concept].accessibleName()


CHURN = """
import gc
from PySide6.QtGui import QAccessible
from evmap.ui.session import Session
from evmap.ui.settings import Settings
from evmap.workspace.opening import open_workspace
import sys, tempfile
from pathlib import Path

session = Session(["evmap"], Settings(Path(tempfile.mkdtemp()) / "s.ini"))
QAccessible.setActive(True)
workspace = open_workspace()
session.open_window(workspace)
window = session.window
window.fill()

def walk(iface, depth=0):
    assert iface is not None and depth < 30
    return 1 + sum(walk(iface.child(at), depth + 1) for at in range(iface.childCount()))

for number, concept in enumerate(list(workspace.index.concepts)[:40]):
    window.canvas.setFocus()
    workspace.select_concept(concept)
    if number % 5 == 0:
        window.commands.views.go_around()
        window.commands.views.show_atlas()
    window.canvas.zoom_in()
    session.app.processEvents()
    if number % 4 == 0:
        assert walk(QAccessible.queryAccessibleInterface(window)) > 20
    gc.collect()
session.open_window(open_workspace())
session.app.processEvents()
session.window.close()
print("well")
"""


def test_a_long_listening_ends_well(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CHURN],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env={**os.environ, "QT_ACCESSIBILITY": "1"},
    )
    assert (done.returncode, done.stdout.strip()) == (0, "well"), done.stderr
