"""The lanes on the canvas: their heads, their lists seen from afar, what is lit in them, and the way there and back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.layout.geometry import overlap
from evmap.ui.canvas import Canvas
from evmap.ui.canvas.chip import TitleChip
from evmap.ui.canvas.geometry.far_lanes import see_lanes
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.screen_sizes import DENSE_PX
from evmap.ui.canvas.lane_heads import LaneHeads
from evmap.ui.canvas.minimap import Minimap
from evmap.ui.canvas.viewing import scene_of
from evmap.ui.theme import Theme
from evmap.workspace import View, Viewing, Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.canvas.at_hand import picture, point_at, shown


@pytest.fixture
def shipped() -> Workspace:
    return open_workspace()


@pytest.fixture
def canvas(shipped: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    made = shown(shipped, theme, qtbot)
    shipped.show_view(View.LANES)
    made.hurry()
    return made


def heads_of(canvas: Canvas) -> LaneHeads:
    (heads,) = canvas.findChildren(LaneHeads)
    return heads


def seen(workspace: Workspace) -> View:
    return workspace.viewing.view


def drawn(canvas: Canvas) -> View:
    return canvas.viewing.view


def level_of(canvas: Canvas) -> Level:
    return canvas.eye.level


def spot(canvas: Canvas, concept: str) -> QPoint:
    """Where a concept's icon or box is seen."""
    sight = canvas._sight
    plan = sight.plan()
    x, y, w, h = plan.rects[sight.stage.scene.concept_numbers[concept]]
    left, top = canvas.camera.origin(canvas.view_size())
    return QPoint(round(x + left + min(w, h) / 2), round(y + top + h / 2))


def test_the_lanes_are_seen_whole_below_their_heads(canvas: Canvas) -> None:
    heads = heads_of(canvas)
    assert heads.isVisible()
    for concept in canvas._sight.stage.scene.concepts:
        at = spot(canvas, concept.id)
        assert canvas.rect().contains(at)
        assert at.y() > heads.height()
    (chip,) = canvas.findChildren(TitleChip)
    assert chip.text == "Lanes: from cells to therapies"


def test_each_head_stands_over_its_lane_and_tells_how_many_there_are(canvas: Canvas, shipped: Workspace) -> None:
    heads = heads_of(canvas)
    for lane, rect in heads.heads():
        mine = [c.id for c in shipped.map.concepts if c.kind is lane.kind]
        assert lane.count == len(mine)
        assert min(spot(canvas, name).x() for name in mine) == pytest.approx(rect.left(), abs=22)
    assert heads.accessibleDescription().startswith("10 cells, 6 vesicles, 12 cargo")


@pytest.mark.parametrize("scale", [0.2, 0.32, 0.45, 0.6])
@pytest.mark.parametrize("type_scale", [0.8, 1.0, 2.25])
def test_from_afar_no_name_box_or_icon_touches_another(shipped: Workspace, scale: float, type_scale: float) -> None:
    scene = scene_of(shipped, Viewing(View.LANES), 1.2)
    far = see_lanes(scene, scale, type_scale)
    rects = [*far.rects, *(place.rect for place in far.names.values())]
    own = {number: (far.rects[number], place.rect) for number, place in far.names.items()}
    assert not any(overlap(*pair) for pair in own.values())
    if scale * scene.bounds[3] / 24 > 10 * type_scale:  # else even the dots have no room
        assert not any(overlap(a, b) for i, a in enumerate(rects) for b in rects[:i])


def test_from_afar_lists_are_flush_left_and_most_names_are_told(shipped: Workspace) -> None:
    scene = scene_of(shipped, Viewing(View.LANES), 1.3)
    far = see_lanes(scene, 0.5)
    lefts = {round(far.rects[i][0], 1) for i in range(len(scene.concepts))}
    assert len(lefts) == len({concept.rect[0] for concept in scene.concepts})
    assert len(far.names) + len(far.landmarks) > 0.85 * len(scene.concepts)


def test_choosing_lights_the_journey_and_moves_nothing(canvas: Canvas, shipped: Workspace) -> None:
    before, rest = canvas.camera, picture(canvas)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, "exosomes"))
    assert shipped.selection.only_concept == "exosomes"
    assert canvas.camera == before
    assert picture(canvas) != rest


def test_pointing_lights_it_too(canvas: Canvas, shipped: Workspace) -> None:
    rest = picture(canvas)
    point_at(canvas, spot(canvas, "t-cell-exosomes"))
    assert shipped.hovered == "t-cell-exosomes"
    assert picture(canvas) != rest


def test_nearer_there_are_boxes_then_phrases_and_the_minimap(canvas: Canvas) -> None:
    assert level_of(canvas) is Level.FAR
    canvas.zoom_to(1.0)
    assert level_of(canvas) is Level.PHRASES
    (minimap,) = canvas.findChildren(Minimap)
    assert minimap.isVisible()
    assert heads_of(canvas).isVisible()


def test_a_press_on_a_head_does_not_reach_what_lies_below_it(canvas: Canvas, shipped: Workspace) -> None:
    canvas.zoom_to(1.0)
    shipped.select_concept("exosomes")
    _, rect = next(each for each in heads_of(canvas).heads() if each[1].right() > 0)
    QTest.mouseClick(heads_of(canvas), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert shipped.selection.only_concept == "exosomes"


def test_zooming_out_never_leaves_the_lanes(canvas: Canvas, shipped: Workspace) -> None:
    for _ in range(12):
        canvas.zoom_out()
    assert seen(shipped) is View.LANES


def test_the_button_leads_on_to_the_atlas_and_the_heads_go(canvas: Canvas, shipped: Workspace) -> None:
    (chip,) = canvas.findChildren(TitleChip)
    chip.pressed.emit()
    assert seen(shipped) is View.ATLAS
    assert not heads_of(canvas).isVisible()


def test_around_leads_back_to_the_lanes(canvas: Canvas, shipped: Workspace) -> None:
    canvas.go_around("exosomes")
    assert seen(shipped) is View.AROUND
    assert shipped.leave_view()
    assert seen(shipped) is View.LANES
    assert shipped.selection.only_concept == "exosomes"
    assert heads_of(canvas).isVisible()


def test_concepts_move_from_the_atlas_into_their_lanes(shipped: Workspace, theme: Theme, qtbot: QtBot) -> None:
    canvas = shown(shipped, theme, qtbot)
    shipped.show_view(View.ATLAS)
    canvas.set_reduced_motion(False)
    before = {c: spot(canvas, c) for c in ("exosomes", "lupus")}
    shipped.show_view(View.LANES)
    canvas.hurry()
    assert heads_of(canvas).opacity == 0.0
    canvas.eye.seek(0.0)
    morph = canvas.eye.morph
    assert morph is not None
    for concept, at in before.items():
        x, y, w, h = morph.rects(0.0)[concept]
        assert (QPoint(round(x + min(w, h) / 2), round(y + h / 2)) - at).manhattanLength() <= 4
    canvas.eye.seek(0.5)
    assert heads_of(canvas).opacity == pytest.approx(0.5, abs=0.2)
    canvas.eye.seek(1.0)
    assert canvas.eye.at_rest


def test_the_view_before_stays_and_can_be_used_until_the_lanes_are_there(
    shipped: Workspace, theme: Theme, qtbot: QtBot
) -> None:
    canvas = shown(shipped, theme, qtbot)
    shipped.show_view(View.ATLAS)
    shipped.show_view(View.LANES)
    (chip,) = canvas.findChildren(TitleChip)
    assert canvas.viewing.view is View.ATLAS
    assert chip.text == "Laying out the lanes…"
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, "exosomes"))
    assert shipped.selection.only_concept == "exosomes"
    qtbot.waitUntil(lambda: drawn(canvas) is View.LANES)
    assert chip.text == "Lanes: from cells to therapies"
    assert shipped.selection.only_concept == "exosomes"


def test_one_need_not_wait_for_the_lanes(shipped: Workspace, theme: Theme, qtbot: QtBot) -> None:
    canvas = shown(shipped, theme, qtbot)
    shipped.show_view(View.LANES)
    (chip,) = canvas.findChildren(TitleChip)
    chip.pressed.emit()  # cancel
    assert shipped.viewing.view is View.BIG_PICTURE
    assert chip.text.startswith("Big picture")
    shipped.show_view(View.LANES)
    shipped.show_view(View.ATLAS)
    canvas.hurry()
    assert drawn(canvas) is View.ATLAS


def test_coming_back_to_lanes_that_are_made_takes_no_waiting(canvas: Canvas, shipped: Workspace) -> None:
    shipped.show_view(View.ATLAS)
    shipped.show_view(View.LANES)
    assert drawn(canvas) is View.LANES


@pytest.mark.parametrize(("width", "scale", "type_scale"), [(729, 0.25, 1.2), (767, 0.27, 1.1), (820, 0.3, 1.0)])
def test_from_afar_every_landmark_is_named_in_a_small_window(
    shipped: Workspace, width: int, scale: float, type_scale: float
) -> None:
    scene = scene_of(shipped, Viewing(View.LANES), width / 670)
    far = see_lanes(scene, scale, type_scale)
    assert all(number in far.landmarks or number in far.names for number in scene.landmarks)
    assert all(far.names[number].px >= DENSE_PX for number in far.names)
