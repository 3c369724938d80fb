"""What the last row reads: on every screen the sentences and names of the shipped tours are large and whole."""

import pytest

from evmap.layout.boxes import NAME_PX
from evmap.layout.step import step_places
from evmap.model import Tour
from evmap.ui.canvas.geometry.far import see_from_afar
from evmap.ui.canvas.geometry.framing import fit_whole
from evmap.ui.canvas.geometry.scene import build_scene
from evmap.ui.presenter.caption import Caption
from evmap.ui.presenter.class_view import class_theme, room_of
from evmap.ui.presenter.saying import quoted
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Position, Talk

SIZES = ((1280, 720), (1366, 768), (1920, 1080), (3840, 2160))
LEAST = 1 / 35


@pytest.fixture(scope="module")
def shipped() -> Workspace:
    return open_workspace()


TOURS = open_workspace().map.tours


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.id)
@pytest.mark.usefixtures("light")
def test_no_sentence_of_a_tour_is_cut(tour: Tour, wide: int, high: int, shipped: Workspace) -> None:
    caption = Caption(class_theme("projector", high))
    caption.resize(wide, 10)
    for step in tour.steps:
        if step.quote is None:
            continue
        said = quoted(shipped, tour.question, step.quote)
        caption.tell(said)
        caption.resize(wide, caption.band(said, high))
        assert caption.quote_px >= high * LEAST - 0.01
        assert caption.quote_rect().bottom() <= caption.about_rect().top() + 0.5, step.title
        assert caption.about_rect().bottom() <= caption.height()
        assert caption.height() <= high * 0.31, step.title  # the map keeps its room


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.parametrize("tour", TOURS, ids=lambda tour: tour.id)
def test_names_of_the_fullest_step_are_large(tour: Tour, wide: int, high: int, shipped: Workspace) -> None:
    talk = Talk(tour, shipped.index)
    scenes = [talk.scene_at(Position(step)) for step in range(len(tour.steps))]
    view = max(scenes, key=lambda scene: len(scene.frame)).view(room_of(wide, high))
    assert view
    drawing = step_places(shipped.map, shipped.places, view.frame, view.links, view.room)
    assert drawing.scale * NAME_PX >= high * LEAST


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.usefixtures("light")
def test_the_whole_map_keeps_off_the_edges_of_the_screen(wide: int, high: int, shipped: Workspace) -> None:
    scene, type_scale = build_scene(shipped.map, shipped.places), class_theme("projector", high).scale
    camera = fit_whole(scene, (wide, high), None, type_scale)
    for x, y, w, h in see_from_afar(scene, camera.scale, type_scale).rects:
        left, top = camera.to_screen((x / camera.scale, y / camera.scale), (wide, high))
        assert min(left, top, wide - left - w, high - top - h) >= 8


@pytest.mark.parametrize(("wide", "high"), SIZES)
@pytest.mark.usefixtures("light")
def test_how_sure_a_sentence_is_is_never_cut(wide: int, high: int, shipped: Workspace) -> None:
    caption = Caption(class_theme("projector", high))
    caption.resize(wide, round(high * 0.27))
    caption.set_screen(high)
    for tour in TOURS:
        for step in tour.steps:
            if step.quote is not None:
                caption.tell(quoted(shipped, tour.question, step.quote))
                assert caption.about_width() <= caption.about_rect().width() * 0.8, step.title
