"""``python -m tests.benchmarks.one_size FILE RUNS``: the canvas on one generated map, one line of JSON a measure.

A process of its own for each size, so that peak memory is this map's and one size does not warm another. With a third
argument, ``memory``, the same is done without a floor to compare with, whose window and picture are no part of the
canvas, and only the peak is told.
"""

import gc
import os
import resource
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter

import msgspec
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from evmap.model import ConceptMap, Kind, Origin, Places
from evmap.model.concept_map import Concept
from evmap.ui.canvas import Canvas
from evmap.ui.theme import load_theme
from evmap.workspace import Workspace
from tests.benchmarks.frames import Blit, Gestures
from tests.benchmarks.graphs import read_graph
from tests.benchmarks.timing import MEMORY, Measure, spent

_LIMIT = 5.0
"""Seconds for one measure; at least three runs are made however long they take."""


class OneSize:
    """All measures on one map, in an order in which none spoils the next."""

    def __init__(self, concept_map: ConceptMap, places: Places, runs: int, *, floor: bool = True) -> None:
        self._floor = Blit() if floor else None
        if self._floor is not None:
            self._floor.show()
        QApplication.processEvents()
        self._runs = runs
        self._map = concept_map
        self._places = places
        load_theme("light")
        self.build = spent(lambda: self._open(Workspace(concept_map, places, Path())))

    def _open(self, workspace: Workspace) -> None:
        self._hand = Gestures(workspace)

    def measures(self) -> Iterator[Measure]:
        """Every measure, given as soon as it is taken."""
        hand, canvas = self._hand, self._hand.canvas
        yield self._told("build and first frame", [self.build])
        canvas.fit_map()
        canvas.repaint()
        yield self._of("full repaint at fit", hand.redraw_here)
        yield self._of("hover at fit", hand.hover)
        hand.workspace.point_at(None)
        hand.hold(pressed=True)
        yield self._of("pan at fit", hand.pan)
        hand.hold(pressed=False)
        canvas.fit_map()
        yield self._of("dim at fit", hand.dim)
        hand.workspace.clear_selection()
        yield self._steps("flight", hand.fly)
        canvas.zoom_to(1.0)
        hand.hold(pressed=True)
        yield self._of("pan at 100 %", hand.pan)
        hand.hold(pressed=False)
        yield self._of("hover at 100 %", hand.hover)
        hand.workspace.point_at(None)
        yield self._steps("choose one", hand.choose)
        hand.workspace.clear_selection()
        if self._floor is None:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yield Measure(MEMORY, peak, peak, peak, 1.0)
            return
        from tests.made_maps import generated_places

        canvas.fit_map()
        canvas.repaint()
        others = cycle([generated_places(self._map, 8), self._places])
        name = "layout change" if moves_places() else "layout change (cross-fade, nothing moves)"
        yield self._steps(name, lambda: hand.relayout(next(others)))
        canvas.fit_map()
        canvas.repaint()
        yield self._of("redraw at another scale", hand.redraw_near_fit)
        if len(self._map.concepts) == 1000:
            canvas.fit_map()
            canvas.repaint()
            yield self._told("tour", list(self._tour()))

    def _tour(self) -> Iterator[float]:
        """What a talk does: fly, point, choose, lay out anew, and back."""
        from tests.made_maps import generated_places

        hand = self._hand
        concepts = [concept.id for concept in self._map.concepts[::140]]
        for concept in concepts:
            yield from hand.moving(partial(hand.workspace.select_concept, concept))
            for other in hand.workspace.index.neighbours(concept)[:3]:
                yield from hand.moving(partial(hand.workspace.point_at, other))
            hand.workspace.point_at(None)
            yield from hand.moving(hand.workspace.clear_selection)
        yield from hand.moving(hand.canvas.fit_map)
        others = generated_places(self._map, 8)
        yield from hand.moving(lambda: hand.canvas.set_places(others))

    def _of(self, name: str, move: Callable[[], None]) -> Measure:
        """One call a frame, the floor taken in turn.

        Between the frames the event loop turns once, as it does under a hand; the longest turn may be the worst.
        """
        first = spent(move)
        times: list[float] = []
        turns: list[float] = []
        floors: list[float] = []
        ends = perf_counter() + _LIMIT
        while len(times) < self._runs and (len(times) < 3 or perf_counter() < ends):
            turns.append(spent(QApplication.processEvents))
            times.append(spent(move))
            floors.append(self._blit())
        return Measure(name, statistics.median(times), max(times + turns), first, statistics.median(floors))

    def _steps(self, name: str, journey: Callable[[], list[float]]) -> Measure:
        """The frames of a movement; ``first`` is the frame in which it begins, where its end is painted."""
        frames: list[float] = []
        firsts: list[float] = []
        ends = perf_counter() + _LIMIT
        while len(firsts) < max(4, self._runs // 10) and (len(firsts) < 2 or perf_counter() < ends):
            steps = journey()
            firsts.append(steps[0])
            frames += steps[1:] or steps
        floors = [self._blit() for _ in range(10)]
        median = statistics.median(frames)
        return Measure(name, median, max(frames), statistics.median(firsts), statistics.median(floors))

    def _blit(self) -> float:
        return spent(self._floor.repaint) if self._floor is not None else 1.0

    def _told(self, name: str, times: Sequence[float]) -> Measure:
        floors = [self._blit() for _ in range(10)]
        return Measure(name, statistics.median(times), max(times), times[0], statistics.median(floors))


def moves_places() -> bool:
    """Whether an animated change of places moves concepts: half way, one of three is to be seen half way."""
    concepts = tuple(Concept(i, i, Kind.CELL, (), "", Origin.SOURCE, ()) for i in ("a", "b", "c"))
    concept_map = ConceptMap("", "", (), concepts, (), (), ())
    still = {"a": (0.0, 0.0, 90.0, 40.0), "b": (1200.0, 600.0, 90.0, 40.0)}
    before, after = (Places({**still, "c": (100.0, y, 90.0, 40.0)}, {}) for y in (200.0, 500.0))
    canvas = Canvas(Workspace(concept_map, before, Path()), load_theme("light"))
    canvas.resize(1400, 900)
    canvas.show()
    QApplication.processEvents()
    canvas.fit_map(animated=False)
    canvas.repaint()
    canvas.set_places(after)
    canvas.eye.seek(0.5)
    x, y = canvas.camera.to_screen((145.0, 370.0), (1400.0, 900.0))
    spot = canvas.grab(QRect(QPoint(int(x) - 30, int(y) - 90), QPoint(int(x) + 30, int(y) + 90))).toImage()
    paper = load_theme("light").colour("paper")
    seen = {QColor(spot.pixel(i, j)).name() for i in range(0, 60, 5) for j in range(20, 160, 5)}
    canvas.close()
    return seen != {paper.name()}


def main() -> None:
    """Measure the map in the file and print each measure as it is taken."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["evmap"])
    load_theme("light").apply(app)
    floor = "memory" not in sys.argv
    measured = OneSize(*read_graph(Path(sys.argv[1])), int(sys.argv[2]), floor=floor)
    # As the app does: what a start makes, stays, and a whole search for rubbish waits until nothing moves.
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], 1_000_000)
    for measure in measured.measures():
        gc.collect()
        if not floor and measure.name != MEMORY:
            continue
        print(msgspec.json.encode(measure).decode(), flush=True)


if __name__ == "__main__":
    main()
