"""Steps are drawn ahead in a thread, which ends with the talk: none is left to work on."""

import threading
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from evmap.layout.step import StepPlaces
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.workspace import StepView
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import scene_of
from evmap.workspace.talk.drawings import StepDrawings

OPENED = open_workspace()


def steps() -> tuple[StepView, ...]:
    views = (scene_of(step, 99, OPENED.index).view((1200.0, 500.0)) for step in OPENED.map.tours[0].steps)
    return tuple(view for view in views if view is not None)


def at_work() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "steps drawn ahead"]


def test_what_is_wanted_is_drawn_and_told(qtbot: QtBot) -> None:
    ahead = DrawnAhead(StepDrawings(OPENED.map, OPENED.places))
    first = steps()[0]
    with qtbot.waitSignal(ahead.ready, timeout=20_000):
        ahead.want(first)
    assert ahead.has(first)
    ahead.stop()


class Endless(StepDrawings):
    """Draws on and on, until it is told that nobody wants it."""

    def of(self, step: StepView, tick: Callable[[], None] | None = None) -> StepPlaces:
        while tick:
            tick()
        raise AssertionError


def test_a_talk_that_ends_leaves_what_is_being_drawn(qtbot: QtBot) -> None:
    ahead = DrawnAhead(Endless(OPENED.map, OPENED.places))
    ahead.want(*steps())
    qtbot.waitUntil(lambda: bool(at_work()))
    ahead.stop()
    qtbot.waitUntil(lambda: not at_work(), timeout=10_000)
