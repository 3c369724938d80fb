"""Back and forward in the window: by keys, by mouse, from the lists; view, camera, selection and panel come back."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.graph.stages import Rung
from evmap.model import Kind
from evmap.ui.main_window import MainWindow
from evmap.ui.parts.blocks import BlockButton
from evmap.ui.window.history_menu import HistoryButton, Trail
from evmap.workspace import Lens, Topic, View, Viewing
from tests.ui.looking import focused

ALT = Qt.KeyboardModifier.AltModifier


def buttons(window: MainWindow) -> tuple[HistoryButton, HistoryButton]:
    back, forward = window.header.findChildren(HistoryButton)
    return back, forward


def press_side_button(widget: QWidget, button: Qt.MouseButton) -> None:
    at = QPointF(widget.rect().center())
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_back_restores_view_camera_selection_and_panel(shipped: MainWindow) -> None:
    workspace, canvas = shipped.workspace, shipped.canvas
    shipped.commands.views.show_atlas()
    workspace.select_concept("exosomes")
    shipped.commands.views.zoom_in()
    canvas.pan_by(40.0, 25.0, fine=False)
    left = canvas.camera
    shipped.commands.topics.show_care()
    workspace.select_concept("t-cells")
    shipped.commands.views.go_around()
    assert workspace.viewing == Viewing(View.AROUND, "t-cells")
    for _ in range(3):
        QTest.keyClick(shipped, Qt.Key.Key_Left, ALT)
    assert workspace.viewing.view is View.ATLAS
    assert workspace.selection.only_concept == "exosomes"
    assert workspace.topic is Topic.SELECTION
    assert canvas.camera == left
    assert shipped.details.page
    assert shipped.details.page.title == "exosomes"
    for _ in range(3):
        QTest.keyClick(shipped, Qt.Key.Key_Right, ALT)
    assert workspace.viewing.centre == "t-cells"


def test_a_whole_view_comes_back_whole_in_a_window_of_another_size(shipped: MainWindow) -> None:
    shipped.commands.views.show_atlas()
    shipped.workspace.select_concept("exosomes")
    shipped.commands.views.fit_selection()
    shipped.resize(1100, 640)
    QTest.keyClick(shipped, Qt.Key.Key_Left, ALT)
    whole = shipped.canvas.camera
    shipped.canvas.fit_map()
    assert shipped.canvas.camera == whole


def test_the_side_buttons_of_the_mouse_go_back_and_forward_everywhere(shipped: MainWindow) -> None:
    workspace = shipped.workspace
    workspace.select_concept("exosomes")
    workspace.read_quote(workspace.quoting.all[0].quote)
    assert shipped.stage.reader
    press_side_button(shipped.stage.reader.view.viewport(), Qt.MouseButton.BackButton)
    assert workspace.reading is None
    press_side_button(shipped.canvas, Qt.MouseButton.BackButton)
    assert not workspace.selection
    press_side_button(shipped.details.viewport(), Qt.MouseButton.ForwardButton)
    assert workspace.selection.only_concept == "exosomes"


def test_buttons_say_where_they_lead(shipped: MainWindow) -> None:
    back, forward = buttons(shipped)
    assert not back.isEnabled()
    assert not forward.isEnabled()
    shipped.workspace.select_concept("exosomes")
    assert "Big picture" in back.toolTip()
    shipped.workspace.select_concept("t-cells")
    assert back.toolTip().startswith("Back to exosomes")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert shipped.workspace.selection.only_concept == "exosomes"
    assert forward.toolTip().startswith("Forward to T cells")


def test_the_list_of_the_last_places_leads_to_each(shipped: MainWindow) -> None:
    for concept in ("exosomes", "t-cells", "cancer"):
        shipped.workspace.select_concept(concept)
    trail = shipped.status.findChild(Trail)
    assert isinstance(trail, Trail)
    assert trail.text() == "Back ‹ T cells ‹ exosomes"
    trail.places.aboutToShow.emit()
    assert [action.text() for action in trail.places.actions()] == ["T cells", "exosomes", "Big picture"]
    trail.places.actions()[1].trigger()
    assert shipped.workspace.selection.only_concept == "exosomes"
    back, _ = buttons(shipped)
    back.customContextMenuRequested.emit(QPoint(1, 1))
    assert back.places.isVisible()
    back.places.close()


def test_reading_is_one_place_among_the_others(shipped: MainWindow) -> None:
    workspace = shipped.workspace
    workspace.select_concept("exosomes")
    workspace.read_quote(workspace.quoting.all[0].quote)
    QTest.keyClick(focused(), Qt.Key.Key_Left, ALT)
    assert workspace.reading is None
    assert not shipped.stage.is_reading
    QTest.keyClick(shipped, Qt.Key.Key_Right, ALT)
    assert workspace.reading
    assert shipped.stage.is_reading
    workspace.select_concept("t-cells")
    workspace.return_to_map()
    back, _ = buttons(shipped)
    assert back.toolTip().startswith("Back to T cells in “")


@pytest.mark.parametrize("seed", range(3))
def test_any_walk_is_gone_back_and_forth_with_the_camera(shipped: MainWindow, seed: int) -> None:
    """Each place comes back as it was when one left it, wherever one panned and zoomed in between."""
    rng, workspace, canvas = random.Random(seed), shipped.workspace, shipped.canvas
    concepts, links = sorted(workspace.index.concepts), sorted(workspace.index.links)
    walks: list[Callable[[], object]] = [
        lambda: workspace.select_concept(rng.choice(concepts)),
        lambda: workspace.select_link(rng.choice(links)),
        lambda: workspace.toggle(rng.choice(concepts)),
        workspace.clear_selection,
        lambda: canvas.go_around(rng.choice(concepts)),
        workspace.leave_view,
        lambda: workspace.show_view(rng.choice([View.ATLAS, View.BIG_PICTURE, View.LANES, View.OUTLINE])),
        lambda: workspace.following.find(*rng.sample(concepts, 2)),
        lambda: workspace.following.turn(1),
        lambda: workspace.show_topic(rng.choice(list(Topic)[2:])),
        lambda: workspace.read_quote(rng.choice(workspace.quoting.all).quote),
        workspace.return_to_map,
        lambda: workspace.asking.look_through(rng.choice(list(Lens))),
        lambda: workspace.asking.filter(workspace.asking.filters.toggled(Lens.KIND, rng.choice(list(Kind)))),
        lambda: workspace.asking.filter(workspace.asking.filters.at_least(rng.choice(list(Rung)))),
        workspace.asking.clear,
        lambda: workspace.following.follow(steps=rng.randint(1, 3)),
        lambda: workspace.choose_tour(rng.choice(workspace.map.tours).id),
        lambda: workspace.touring.show_step(0) if workspace.topic is Topic.TOUR else None,
    ]
    moves: list[Callable[[], object]] = [
        shipped.commands.views.zoom_in,
        lambda: canvas.pan_by(rng.uniform(-90, 90), rng.uniform(-90, 90), fine=False),
        canvas.fit_map,
        lambda: None,
    ]
    left: list[tuple[object, ...]] = []
    for _ in range(40):
        for does in (*([rng.choice(moves)] if workspace.reading is None else []), rng.choice(walks)):
            before, steps = _everything(shipped), len(workspace.history.earlier)
            does()
            canvas.hurry()  # lanes are made between frames
            # A move is a step too where zooming leads from the big picture into the Atlas.
            assert len(workspace.history.earlier) <= steps + 1
            left += [before] * (len(workspace.history.earlier) - steps)
    end = _everything(shipped)
    assert len(left) > 8
    for before in reversed(left):
        assert workspace.history.back()
        canvas.hurry()
        assert _everything(shipped) == before
    assert not workspace.history.back()
    assert workspace.history.forward(len(left))
    assert _everything(shipped) == end


def _everything(window: MainWindow) -> tuple[object, ...]:
    """What a person sees of where she is."""
    workspace = window.workspace
    page = window.details.page
    return (
        workspace.viewing,
        workspace.selection,
        workspace.spotlight,
        workspace.reading,
        workspace.asking.lens,
        workspace.asking.filters,
        [row.isChecked() for (lens, _), row in window.legend.rows.items() if lens is Lens.KIND],
        page.title if page else "",
        window.details.verticalScrollBar().value(),
        window.canvas.camera if workspace.viewing.view is not View.OUTLINE else None,
    )


def test_the_details_come_back_as_far_down_as_they_were(shipped: MainWindow, qtbot: QtBot) -> None:
    details, workspace = shipped.details, shipped.workspace
    workspace.select_concept("exosomes")
    details.jump_to(1)
    left = details.verticalScrollBar().value()
    assert left > 1000
    row = next(each for each in details.findChildren(BlockButton) if each.accessibleName().startswith("exosomes carry"))
    row.click()
    assert details.verticalScrollBar().value() == 0
    QTest.keyClick(shipped, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: details.verticalScrollBar().value() == left)
    QTest.keyClick(shipped, Qt.Key.Key_Right, ALT)
    assert details.verticalScrollBar().value() == 0
