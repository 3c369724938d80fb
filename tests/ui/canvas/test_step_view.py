"""A step of a talk on the canvas: its concepts large, the Atlas faded behind, and what is kept back not told."""

import pytest
from PySide6.QtGui import QColor

from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme
from evmap.workspace import StepView, View, Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown


def step(workspace: Workspace, masked: frozenset[str] = frozenset(), shown: int = 9) -> StepView:
    index = workspace.index
    links = tuple(
        link.id for link in workspace.map.links if link.subject in ("exosomes", "cells") and link.object == "messages"
    )
    ends = {end for link in links[:shown] for end in (index.links[link].subject, index.links[link].object)}
    frame = ("exosomes", "cells", "messages")
    return StepView(
        frame, links, "exosomes", frozenset(ends | {"exosomes"}), frozenset(links[:shown]), (1240.0, 520.0), masked
    )


@pytest.fixture
def canvas(light: Theme, show: Shown) -> Canvas:
    made = Canvas(open_workspace(), light)
    made.set_reduced_motion(True)
    show(made, 1280, 560)
    return made


def test_a_step_shows_its_concepts_and_links_and_nothing_else_in_front(canvas: Canvas) -> None:
    workspace = canvas._workspace
    wanted = step(workspace)
    workspace.show_step(wanted)
    scene = canvas._sight.stage.scene
    assert {concept.id for concept in scene.concepts} == set(wanted.frame)
    assert {link.id for link in scene.links} == set(wanted.links)
    assert canvas._sight.stage.backdrop is not None


def test_building_moves_nothing(canvas: Canvas) -> None:
    workspace = canvas._workspace
    cameras, rects = [], []
    for shown in (0, 1, 9):
        workspace.show_step(step(workspace, shown=shown))
        cameras.append(canvas.camera)
        scene = canvas._sight.stage.scene
        rects.append(scene.concepts[scene.concept_numbers["exosomes"]].rect)
    assert len(set(cameras)) == 1
    assert len(set(rects)) == 1


def test_what_is_kept_back_is_a_question_mark(canvas: Canvas) -> None:
    workspace = canvas._workspace
    wanted = step(workspace)
    workspace.show_step(step(workspace, masked=frozenset((*wanted.links, "messages"))))
    scene = canvas._sight.stage.scene
    assert {link.phrase_lines for link in scene.links} == {("?",)}
    assert {concept.name for concept in scene.concepts if concept.id == "messages"} == {"?"}
    assert "messages" not in " ".join(concept.name for concept in scene.concepts)


def test_the_atlas_is_there_but_faint(canvas: Canvas) -> None:
    workspace = canvas._workspace
    workspace.show_step(step(workspace))
    picture = canvas.grab().toImage()
    paper = canvas._sight.paper()
    corner = [picture.pixelColor(x, y) for x in range(0, 1280, 3) for y in range(0, 60, 3)]
    other = [each for each in corner if each != paper]
    assert other, "nothing of the map is left behind the step"
    faint = [each for each in other if _contrast(each, paper) < 60]
    assert len(faint) > 0.5 * len(other)


def test_from_a_step_one_goes_on_to_the_atlas_with_what_was_clicked(canvas: Canvas) -> None:
    workspace = canvas._workspace
    workspace.show_step(step(workspace))
    workspace.show_view(View.ATLAS)
    assert canvas._sight.stage.backdrop is None
    assert len(canvas._sight.stage.scene.concepts) == len(workspace.map.concepts)


def _contrast(colour: QColor, paper: QColor) -> int:
    return max(abs(colour.red() - paper.red()), abs(colour.green() - paper.green()), abs(colour.blue() - paper.blue()))
