"""The camera's moves of a talk, frame by frame, on the shipped map and on 1,000 concepts, on a projector's screen."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtWidgets import QApplication

from evmap.model import Tour
from evmap.ui.presenter.class_view import class_theme, room_of
from evmap.ui.theme import load_theme
from evmap.workspace import StepView, View, Workspace
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Position, Talk
from evmap.workspace.talk.automatic import automatic_tour
from tests.benchmarks.frames import Blit, Gestures
from tests.benchmarks.timing import Row, row, spent
from tests.made_maps import made_map

SCREEN = (1920, 1080)
_AIM = "<= 16 ms"


def rows(runs: int) -> Iterator[Row]:
    """The table: from step to step, building, and to the whole map and back."""
    app = QApplication.instance() or QApplication(["evmap"])
    assert isinstance(app, QApplication)
    load_theme("light").apply(app)
    floor = Blit()
    floor.resize(*SCREEN)
    floor.show()
    shipped = open_workspace(None)
    yield from _of("the shipped map", shipped, shipped.map.tours[3], runs, floor)
    concept_map, places = made_map(1000)
    made = Workspace(concept_map, places, Path())
    yield from _of("1,000 concepts", made, automatic_tour(made.map, made.index), runs, floor)
    floor.close()


def _of(name: str, workspace: Workspace, tour: Tour, runs: int, floor: Blit) -> Iterator[Row]:
    hand = Gestures(workspace)
    hand.canvas.strip()
    hand.canvas.set_theme(class_theme("projector", SCREEN[1]))
    hand.canvas.resize(SCREEN[0], round(SCREEN[1] * 0.73))
    steps = cycle(_views(workspace, tour))
    to_step: list[float] = []
    to_whole: list[float] = []
    blits: list[float] = []
    for _ in range(max(runs // 2, 4)):
        for _ in range(2):
            to_step += hand.moving(lambda: workspace.show_step(next(steps)))
        to_whole += hand.moving(lambda: workspace.show_view(View.ATLAS))
        blits.append(spent(floor.repaint))
    for what, frames in (("to a step", to_step), ("to the whole map", to_whole)):
        yield row(f"{what}, {name}: a frame / blit of the screen", frames, blits, _AIM)
    hand.canvas.close()


def _views(workspace: Workspace, tour: Tour) -> list[StepView]:
    """All stages of all steps, drawn already, as the worker of a talk does ahead."""
    talk = Talk(tour, workspace.index)
    places = [Position(step, stage) for step in range(len(tour.steps)) for stage in range(talk.stages_of(step))]
    views = (talk.scene_at(at).view(room_of(*SCREEN)) for at in places)
    found = [view for view in views if view is not None]
    for view in found:
        workspace.step_drawings.of(view)
    return found
