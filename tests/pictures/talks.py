"""Gives every shipped tour in the real windows and pictures it: each step as the class sees it, and the teacher's."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from evmap.model import Predict, Tour
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.presenter.talk_find import TalkFind
from evmap.ui.settings import Settings
from evmap.ui.theme import load_theme
from evmap.workspace import View, Workspace
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import Talk
from evmap.workspace.talk.automatic import automatic_tour
from tests.pictures.shooting import running_app, with_its_dialogs

CLASS_SIZES = ((1920, 1080), (1280, 720))
TEACHER_SIZES = ((1366, 768), (1920, 1080))
_PATIENCE = 30.0

Named = Iterator[tuple[str, QImage]]
Wanted = Callable[[str], bool]


class Room:
    """A talk in its two windows, each of a size, without a screen."""

    def __init__(self, tour: Tour, workspace: Workspace, settings: Path) -> None:
        self.app = running_app()
        load_theme("light").apply(self.app)
        kept = Settings(settings)
        kept.reduced_motion = True
        self.home = QWidget()
        self.workspace = workspace
        self.talk = Talk(tour, workspace.index, now=lambda: 0.0)
        self.presenting = Presenting(self.talk, workspace, kept, self.home)
        self.presenting.start(full_screen=False)

    def resize(self, audience: tuple[int, int], presenter: tuple[int, int] | None = None) -> None:
        """Let the windows have these sizes; without one for the teacher there is one screen."""
        self.presenting.audience.resize(*audience)
        if presenter:
            self.presenting.presenter.resize(*presenter)
            self.presenting.presenter.show()
            self.presenting.audience.set_alone(False)
        self.settle()

    def settle(self) -> None:
        """Wait until the step is drawn and nothing moves."""
        view, until = self.presenting.audience.view, time.monotonic() + _PATIENCE
        quiet = 0
        while quiet < 12 and time.monotonic() < until:
            self.app.processEvents()
            time.sleep(0.02)  # the steps are drawn elsewhere
            wanted = self.talk.scene.view(view.room()) if self.talk.state.on_path else None
            there = wanted is None or self.workspace.viewing.step == wanted
            shown = not self.presenting.presenter.isVisible() or self.presenting.presenter.shows_next
            windows = (self.presenting.audience, self.presenting.presenter)
            pictured = self.presenting.audience.pictures.whole or not any(each.steps.isVisible() for each in windows)
            quiet = quiet + 1 if there and shown and pictured and view.at_rest else 0

    def close(self) -> None:
        """End the talk."""
        self.presenting.stop()
        self.home.deleteLater()
        self.app.processEvents()


def talk_pictures(folder: Path, map_path: Path | None, wanted: Wanted) -> Named:
    """Every picture of talks whose name is wanted."""
    workspace = open_workspace(map_path)
    for size in CLASS_SIZES:
        for tour in (*workspace.map.tours, automatic_tour(workspace.map, workspace.index)):
            names = {step: f"talk.{tour.id}.{step + 1}.{size[0]}x{size[1]}" for step in range(len(tour.steps))}
            asked = {step: name for step, name in names.items() if wanted(name)}
            if asked:
                yield from _steps(tour, asked, size, open_workspace(map_path), folder)
    for size in TEACHER_SIZES:
        yield from _teacher(workspace.map.tours, size, map_path, folder, wanted)
    for size in CLASS_SIZES:
        yield from _class(workspace.map.tours, size, map_path, folder, wanted)


def _steps(tour: Tour, names: dict[int, str], size: tuple[int, int], workspace: Workspace, folder: Path) -> Named:
    room = Room(tour, workspace, folder / "talk.ini")
    room.resize(size)
    for step, name in names.items():
        room.talk.go_to(step)
        room.talk.reveal()
        room.settle()
        yield name, _grab(room.presenting.audience, size)
    room.close()


def _next(room: Room) -> None:
    room.talk.go_to(3)


def _questions(room: Room) -> None:
    room.talk.go_to(3)
    room.talk.escape()


def _overview(room: Room) -> None:
    room.talk.go_to(2)
    room.talk.toggle_overview()


def _frozen(room: Room) -> None:
    room.talk.toggle_freeze()
    room.talk.forward()


def _spotlight(room: Room) -> None:
    from evmap.workspace.talk import Tool

    room.talk.go_to(1)
    room.talk.take_tool(Tool.SPOTLIGHT)
    room.talk.point_at((0.0, 0.0))


def _drawing(room: Room) -> None:
    room.talk.go_to(1)
    room.talk.pen_down((-120.0, -60.0))
    for at in ((-60.0, -90.0), (40.0, -70.0), (120.0, 0.0), (30.0, 60.0), (-90.0, 40.0), (-120.0, -50.0)):
        room.talk.pen_to(at)


def _predict(room: Room) -> None:
    room.talk.go_to(0)


def _revealed(room: Room) -> None:
    room.talk.go_to(0)
    room.talk.reveal()


def _ends(room: Room) -> None:
    room.talk.go_to(1)


def _away(room: Room) -> None:
    room.talk.go_to(1)
    room.settle()
    room.workspace.show_view(View.ATLAS)
    room.workspace.select_concept("cancer-cells")


def _whole(room: Room) -> None:
    room.talk.toggle_whole()


def _notes(room: Room) -> None:
    room.talk.toggle_notes()


def _lens(room: Room) -> None:
    room.talk.go_to(2)


def _keys(room: Room) -> None:
    room.talk.go_to(1)
    room.settle()
    room.presenting._show_keys()


def _find(room: Room) -> None:
    """Something is looked for in the middle of a talk."""
    room.talk.go_to(1)
    room.settle()
    room.presenting._find()
    while not room.workspace.finding.prepare(1.0):
        pass
    for find in room.app.allWidgets():
        if isinstance(find, TalkFind):
            QTest.keyClicks(find.field, "tumor")


TEACHER = {
    "now": _next,
    "questions": _questions,
    "overview": _overview,
    "frozen": _frozen,
    "keys": _keys,
    "find": _find,
}
CLASS = {
    "spotlight": _spotlight,
    "drawing": _drawing,
    "predict": _predict,
    "revealed": _revealed,
    "ends": _ends,
    "lens": _lens,
    "away": _away,
    "whole": _whole,
    "notes": _notes,
    "questions": _questions,
    "overview": _overview,
    "keys": _keys,
    "find": _find,
}


def _teacher(
    tours: tuple[Tour, ...], size: tuple[int, int], map_path: Path | None, folder: Path, wanted: Wanted
) -> Named:
    for state, reach in TEACHER.items():
        name = f"presenter.{state}.{size[0]}x{size[1]}"
        if wanted(name):
            room = Room(tours[3], open_workspace(map_path), folder / "presenter.ini")
            room.resize((1920, 1080), size)
            reach(room)
            room.settle()
            yield name, _grab(room.presenting.presenter, size)
            room.close()


def _class(
    tours: tuple[Tour, ...], size: tuple[int, int], map_path: Path | None, folder: Path, wanted: Wanted
) -> Named:
    for state, reach in CLASS.items():
        name = f"class.{state}.{size[0]}x{size[1]}"
        if wanted(name):
            room = Room(_guessing(tours[3]), open_workspace(map_path), folder / "class.ini")
            room.resize(size)
            reach(room)
            room.settle()
            yield name, _grab(room.presenting.audience, size)
            room.close()


def _guessing(tour: Tour) -> Tour:
    """The same tour with phrases kept back at its first step, ends at its second, and a lens at its third."""
    first, second, third, *rest = tour.steps
    changed = (
        replace(first, predict=Predict.PHRASES),
        replace(second, predict=Predict.ENDS),
        replace(third, lens="certainty"),
    )
    return replace(tour, steps=(*changed, *rest))


def _grab(window: QWidget, size: tuple[int, int]) -> QImage:
    assert window.size() == QSize(*size), "the windows have the size that was asked for"
    QApplication.processEvents()
    return with_its_dialogs(window)
