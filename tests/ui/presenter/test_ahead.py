"""Steps are drawn ahead in a process of its own, which ends with the talk; without it they are drawn all the same."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evmap.model import Places
from evmap.ui.presenter import ahead as module
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.workspace import StepView
from evmap.workspace.opening import open_workspace
from evmap.workspace.talk import scene_of
from evmap.workspace.talk.drawings import StepDrawings

OPENED = open_workspace()
PATIENCE_MS = 30_000
ENDLESS = ("-c", "import sys, time\nfor line in sys.stdin: time.sleep(0)\ntime.sleep(600)")
FAILING = ("-c", "raise SystemExit('There is no room.')")
ROOT = Path(__file__).parents[3]


def steps() -> tuple[StepView, ...]:
    views = (scene_of(step, 99, OPENED.index).view((1200.0, 500.0)) for step in OPENED.map.tours[0].steps)
    return tuple(view for view in views if view is not None)


@pytest.fixture
def home(qtbot: QtBot) -> Iterator[QObject]:
    """What the work ends with."""
    made = QObject()
    yield made
    for each in made.findChildren(DrawnAhead):
        each.stop()


def drawings() -> StepDrawings:
    return StepDrawings(OPENED.map, OPENED.places)


def test_what_is_wanted_is_drawn_as_it_would_be_here(home: QObject, qtbot: QtBot) -> None:
    mine, first = drawings(), steps()[0]
    ahead = DrawnAhead(mine, home)
    with qtbot.waitSignal(ahead.ready, timeout=PATIENCE_MS):
        ahead.want(first)
    assert ahead.has(first)
    assert mine.of(first) == drawings().of(first)


def test_what_is_wanted_in_a_hurry_comes_before_what_was_wanted_earlier(home: QObject, qtbot: QtBot) -> None:
    ahead, views = DrawnAhead(drawings(), home), steps()
    ahead.want(*views[:4])
    ahead.want(views[5])
    with qtbot.waitSignals([ahead.ready, ahead.ready], timeout=PATIENCE_MS):
        pass
    assert [ahead.has(view) for view in views[:6]] == [True, False, False, False, False, True]


def test_a_talk_that_ends_leaves_what_is_being_drawn(
    home: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WORKER", ENDLESS)
    ahead = DrawnAhead(drawings(), home)
    ahead.want(*steps())
    assert ahead.running
    with qtbot.waitSignal(ahead.ended):
        ahead.stop()
    assert not ahead.running


def test_other_places_are_taken_when_their_first_step_is_drawn(home: QObject, qtbot: QtBot) -> None:
    moved = {name: (x * 2, y, w, h) for name, (x, y, w, h) in OPENED.places.concepts.items()}
    others, first = StepDrawings(OPENED.map, Places(moved, OPENED.places.links)), steps()[0]
    ahead = DrawnAhead(drawings(), home)
    with qtbot.waitSignal(ahead.ready, timeout=PATIENCE_MS):
        ahead.want(first)
    with qtbot.waitSignal(ahead.renewed, timeout=PATIENCE_MS) as told:
        ahead.renew(others, first)
        assert ahead.has(first), "the class keeps what it sees until then"
    assert told.args == [others]
    assert others.of(first) == StepDrawings(others.map, others.atlas).of(first)


def test_without_the_process_steps_are_drawn_here(home: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WORKER", FAILING)
    ahead, views = DrawnAhead(drawings(), home), steps()[:2]
    ahead.want(*views)
    qtbot.waitUntil(lambda: all(map(ahead.has, views)), timeout=PATIENCE_MS)


def test_the_window_itself_needs_nothing_slow_to_show_what_was_drawn() -> None:
    code = (
        "import json, sys\n"
        "from evmap.layout.step_asking import StepPlaces\n"
        "from evmap.model import Places\n"
        "from evmap.ui.presenter import presenting\n"
        "from evmap.workspace import StepView\n"
        "from evmap.workspace.talk.drawings import StepDrawings\n"
        "mine, step = StepDrawings(None, None), StepView((), (), None, frozenset(), frozenset(), (1.0, 1.0))\n"
        "mine.take(step, StepPlaces(Places({}, {}), 1.0, 1.0, (0.0, 0.0)))\n"
        "mine.of(step)\n"
        "print(json.dumps('numpy' in sys.modules))\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(ended.stdout) is False
