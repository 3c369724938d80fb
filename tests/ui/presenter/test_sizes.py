"""What the last row reads: on every screen the sentences and names of the shipped tours are large and whole."""

import pytest

from evmap.layout.boxes import NAME_PX
from evmap.layout.step import step_places
from evmap.model import Tour
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
        said = quoted(shipped, tour.question, step.quote, "1 of 9")
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
