"""Lenses and filters on the canvas: what is painted, what can be hit, that nothing moves, and that all comes back."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.graph.stages import Rung
from evmap.layout.geometry import overlap
from evmap.model import Kind
from evmap.ui.canvas import Canvas
from evmap.ui.canvas.geometry.boxes import Lines
from evmap.ui.canvas.geometry.dressing import dressed
from evmap.ui.canvas.geometry.far_marks import far_marks
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.lit import lit_by, neighbourhood
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import build_scene
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.painting.marks import draw_badge, mark_place
from evmap.ui.canvas.painting.sprites import Look, Sprites
from evmap.ui.hues import hues, marks
from evmap.ui.theme import THEME_NAMES, Theme, load_theme
from evmap.workspace import Lens, Spotlight, View, Workspace
from evmap.workspace.filters import Filters
from evmap.workspace.lenses import sort_by
from evmap.workspace.opening import open_workspace
from tests.made_maps import made_map
from tests.ui.canvas.at_hand import on_link, picture, shown, spot
from tests.ui.canvas.hand_made import hand_made
from tests.ui.canvas.pictured import pictured
from tests.ui.small_map import small_workspace

NO_PICTURES = Filters().toggled(Lens.KIND, Kind.ANALOGY.value)
NO_CANCER = Filters().toggled(Lens.KIND, Kind.DISEASE.value)
STATED_ONLY = Filters().hiding(Lens.CERTAINTY, ("hedged", "open", "comparison", "background"))


def is_paper(canvas: Canvas, at: QPoint) -> bool:
    """Whether there is only paper in a small square round a point."""
    image, paper = picture(canvas), load_theme("light").colour("paper")
    around = [QPoint(at.x() + dx, at.y() + dy) for dx in range(-6, 7, 3) for dy in range(-6, 7, 3)]
    return all(image.pixelColor(point) == paper for point in around)


# Filters.


def test_what_a_filter_hides_is_gone_and_nothing_moves(canvas: Canvas, village: Workspace) -> None:
    camera = canvas.camera
    assert not is_paper(canvas, spot(canvas, "drones"))
    village.asking.filter(NO_PICTURES)
    assert is_paper(canvas, spot(canvas, "drones"))
    assert not is_paper(canvas, spot(canvas, "therapy"))
    assert canvas.camera == camera


def test_clearing_restores_the_very_same_picture(canvas: Canvas, village: Workspace) -> None:
    before = picture(canvas)
    village.asking.filter(NO_PICTURES)
    village.asking.look_through(Lens.CERTAINTY)
    assert picture(canvas) != before
    village.asking.clear()
    village.asking.look_through(Lens.KIND)
    assert picture(canvas) == before


def test_what_is_gone_cannot_be_hit(canvas: Canvas, village: Workspace) -> None:
    village.asking.filter(NO_PICTURES)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, "drones"))
    assert not village.selection
    village.asking.filter(STATED_ONLY)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=on_link(canvas, "hedged"))
    assert not village.selection
    village.asking.clear()
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=on_link(canvas, "hedged"))
    assert village.selection.only_link == "hedged"


def test_what_fades_stays_and_can_be_hit(canvas: Canvas, village: Workspace) -> None:
    at = spot(canvas, "drones") + QPoint(0, 14)
    before = picture(canvas).pixelColor(at)
    village.asking.fade(True)
    village.asking.filter(NO_PICTURES)
    after, paper = picture(canvas).pixelColor(at), load_theme("light").colour("paper")
    assert after != paper
    assert _off(after, paper) < _off(before, paper)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot(canvas, "drones"))
    assert village.selection.only_concept == "drones"


def _off(one: QColor, other: QColor) -> int:
    """How far apart two colours are, all channels together."""
    channels = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return sum(abs(a - b) for a, b in channels)


def test_something_hidden_that_is_chosen_is_seen_faintly(canvas: Canvas, village: Workspace) -> None:
    village.select_concept("drones")
    strong = picture(canvas).pixelColor(spot(canvas, "drones") + QPoint(0, 16))
    village.asking.filter(NO_PICTURES)
    faint = picture(canvas).pixelColor(spot(canvas, "drones") + QPoint(0, 16))
    paper = load_theme("light").colour("paper")
    assert 0 < _off(faint, paper) < _off(strong, paper)


@pytest.mark.parametrize("fades", [False, True])
def test_no_filtered_neighbour_lights_up(village: Workspace, fades: bool) -> None:
    village.asking.fade(fades)
    village.asking.filter(NO_PICTURES)
    scene = dressed(build_scene(village.map, village.places), village.asking)
    for lit in (neighbourhood(scene, ("exosomes",), ()), lit_by(scene, Spotlight(("exosomes",)))):
        assert "drones" not in {scene.concepts[i].id for i in lit.concepts}
    pointed = neighbourhood(scene, ("exosomes",), ())
    assert {scene.links[k].id for k in pointed.links} == {"stated", "hedged", "background"}


def test_the_keys_walk_past_what_is_gone(canvas: Canvas, village: Workspace) -> None:
    village.asking.filter(NO_CANCER)
    village.select_concept("therapy")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert village.selection.only_concept != "cancer"


def test_the_room_of_hidden_icons_may_name_others_and_nothing_else_moves() -> None:
    concept_map, places = made_map(120)
    work = Workspace(concept_map, places, Path())
    plain = build_scene(concept_map, places)
    plan = Plan(plain, 0.3, Level.FAR)
    rects, names = list(plan.rects), dict(plan.names)
    kind = plain.concepts[next(iter(names))].kind
    work.asking.filter(Filters().toggled(Lens.KIND, kind.value))
    plan.dress(dressed(plain, work.asking))
    gone = plan.scene.gone.concepts
    assert gone
    assert list(plan.rects) == rects
    assert not gone & plan.names.keys()
    assert len(plan.names.keys() - names.keys()) > 0
    plan.dress(plain)
    assert dict(plan.names) == names


@pytest.mark.parametrize("view", [View.BIG_PICTURE, View.ATLAS, View.LANES, View.AROUND])
@pytest.mark.parametrize("fades", [False, True])
def test_every_view_shows_lens_and_filters(view: View, fades: bool, theme: Theme, qtbot: QtBot) -> None:
    work = pictured()
    canvas = shown(work, theme, qtbot)
    see(canvas, work, view, qtbot)
    before = picture(canvas)
    work.asking.fade(fades)
    work.asking.filter(Filters().toggled(Lens.KIND, Kind.CELL.value))
    filtered = picture(canvas)
    work.asking.look_through(Lens.STAGE)
    tinted = picture(canvas)
    assert len({_bits(image) for image in (before, filtered, tinted)}) == 3
    see(canvas, work, View.ATLAS, qtbot)
    see(canvas, work, view, qtbot)
    assert picture(canvas) == tinted
    work.asking.look_through(Lens.KIND)
    work.asking.clear()
    assert picture(canvas) == before


def see(canvas: Canvas, work: Workspace, view: View, qtbot: QtBot) -> None:
    """Show a view and wait until it is there: lanes are laid out between frames."""
    work.show_view(view, "exosomes" if view is View.AROUND else None)
    qtbot.waitUntil(lambda: canvas._sight.viewing == work.viewing)


def _bits(image: QImage) -> bytes:
    return bytes(image.constBits())


def test_a_view_that_was_not_seen_takes_the_lens_when_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    work = pictured()
    canvas = shown(work, theme, qtbot)
    work.show_view(View.ATLAS)
    plain = picture(canvas)
    work.show_view(View.BIG_PICTURE)
    work.asking.look_through(Lens.CERTAINTY)
    work.show_view(View.ATLAS)
    assert picture(canvas) != plain


# Lenses.


@pytest.mark.parametrize("lens", [Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE])
@pytest.mark.parametrize("name", THEME_NAMES)
def test_marks_tell_groups_apart_without_any_colour(lens: Lens, name: str, theme: Theme) -> None:
    found = sort_by(lens, small_workspace().index)
    drawn = {group: _badge(mark, load_theme(name)) for group, mark in marks(found).items()}
    for one, other in combinations(drawn.values(), 2):
        differing = sum(a != b for a, b in zip(_bits(one), _bits(other), strict=True))
        assert differing > 8


def _badge(mark: str, theme: Theme) -> QImage:
    """A mark as it is on the map, in grey and all in one colour."""
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    with QPainter(image) as painter:
        draw_badge(painter, (8.0, 8.0), 11.0, "muted", mark, theme)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("lens", [Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE])
def test_a_lens_leaves_marks_on_the_map_that_are_seen_in_grey(canvas: Canvas, village: Workspace, lens: Lens) -> None:
    canvas.zoom_to(1.0)
    grey = picture(canvas).convertToFormat(QImage.Format.Format_Grayscale8)
    village.asking.look_through(lens)
    after = picture(canvas).convertToFormat(QImage.Format.Format_Grayscale8)
    x, y, w, _ = hand_made()[1].concepts["therapy"]
    corner = canvas.camera.to_screen((x + w, y), canvas.view_size())
    near = [QPoint(round(corner[0]) + dx, round(corner[1]) + dy) for dx in range(-16, 2) for dy in range(-6, 10)]
    assert sum(abs(grey.pixelColor(at).red() - after.pixelColor(at).red()) > 60 for at in near) > 12


@pytest.mark.parametrize("scale", [0.3, 0.7, 1.0])
@pytest.mark.parametrize("lens", Lens)
def test_boxes_and_lines_take_the_colours_of_their_groups(village: Workspace, lens: Lens, scale: float) -> None:
    village.asking.look_through(lens)
    scene = dressed(build_scene(village.map, village.places), village.asking)
    found, colours = village.asking.sorted_by(lens), hues(village.asking.sorted_by(lens))
    assert all(each.hue == colours[found.concepts[each.id]] for each in scene.concepts if not each.background)
    if lens is not Lens.KIND:
        assert all(each.hue == colours[found.links[each.id]] for each in scene.links)
        assert all(each.mark for each in scene.concepts)
        assert all(each.mark for each in scene.links)
    assert scene.whereabouts is not None
    assert Plan(scene, scale, level_at(scale)).rects


def test_a_mark_stands_near_the_start_of_its_line_and_on_no_short_one() -> None:
    assert mark_place(((0.0, 0.0), (100.0, 0.0))) == (7.5, 0.0)
    assert mark_place(((0.0, 0.0), (5.0, 0.0), (5.0, 95.0))) == (5.0, 2.5)
    assert mark_place(((0.0, 0.0), (20.0, 0.0))) is None
    assert mark_place(()) is None


@pytest.mark.parametrize("scale", [0.16, 0.2, 0.35])
def test_seen_from_afar_marks_stand_on_lines_between_landmarks_and_on_nothing_else(scale: float) -> None:
    shipped = open_workspace()
    scene = build_scene(shipped.map, shipped.places)
    plan = Plan(scene, scale, level_at(scale))
    assert plan.far is not None
    links = [
        k for k, each in enumerate(scene.links) if plan.is_landmark(each.subject) and plan.is_landmark(each.object)
    ]
    places = far_marks(plan, links)
    assert len(places) > len(links) // 5
    squares = [(x - 5, y - 5, 10.0, 10.0) for x, y in places.values()]
    assert not any(overlap(one, other) for one, other in combinations(squares, 2))
    assert not any(plan.far.taken.hits(square) for square in squares)
    lines = {number: Lines(48.0) for number in places}
    for number, line in lines.items():
        line.add(plan.route(number))
    assert all(line.hits((places[number][0] - 1, places[number][1] - 1, 2.0, 2.0)) for number, line in lines.items())


@pytest.mark.parametrize("lens", [Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE])
def test_from_afar_lines_are_marked_in_grey_too(lens: Lens, theme: Theme, qtbot: QtBot) -> None:
    work = open_workspace()
    canvas = shown(work, theme, qtbot)
    work.show_view(View.ATLAS)
    work.asking.look_through(lens)
    plan = canvas._sight.plan()
    assert plan.far is not None
    links = [k for k, e in enumerate(plan.scene.links) if plan.is_landmark(e.subject) and plan.is_landmark(e.object)]
    x, y = canvas.camera.origin(canvas.view_size(), 1.0)
    image = picture(canvas)
    for number, at in far_marks(plan, links).items():
        link = plan.scene.links[number]
        badge = _badge_of(link.hue, link.mark, theme)
        where = QRect(round(at[0] + x) - 4, round(at[1] + y) - 4, 8, 8)
        found = _bits(image.copy(where).convertToFormat(QImage.Format.Format_Grayscale8))
        wanted = _bits(badge.copy(4, 4, 8, 8).convertToFormat(QImage.Format.Format_Grayscale8))
        assert sum(abs(a - b) > 90 for a, b in zip(found, wanted, strict=True)) < 20


def _badge_of(hue: str, mark: str, theme: Theme) -> QImage:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    with QPainter(image) as painter:
        draw_badge(painter, (8.0, 8.0), 11.0, hue, mark, theme)
    return image


def test_a_small_dot_is_itself_the_mark(theme: Theme) -> None:
    work = small_workspace()
    work.asking.look_through(Lens.CERTAINTY)
    scene = dressed(build_scene(work.map, work.places), work.asking)
    sprites = Sprites(Inks(theme, 1.0), 1.0)
    dots = {each.mark: sprites.icon(each, 11.0, Look.REST).toImage() for each in scene.concepts}
    assert len(dots) > 2
    grey = {mark: _bits(dot.convertToFormat(QImage.Format.Format_Grayscale8)) for mark, dot in dots.items()}
    for one, other in combinations(grey.values(), 2):
        assert sum(abs(a - b) > 40 for a, b in zip(one, other, strict=True)) > 6


def test_at_least_a_stage_hides_lines_and_leaves_every_concept(canvas: Canvas, village: Workspace) -> None:
    village.asking.filter(Filters().at_least(Rung.ANIMALS))
    for concept in village.index.concepts:
        assert not is_paper(canvas, spot(canvas, concept))
    assert village.asking.hidden.links == set(village.index.links)
