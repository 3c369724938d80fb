"""What a person waits for who explores: finding, a path, another view, a lens, a filter, at three sizes of map."""

import gc
import random
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtWidgets import QApplication

from evmap.graph.paths import Paths
from evmap.graph.stages import Rung
from evmap.model import Kind
from evmap.ui.outline.panel import OutlinePanel
from evmap.ui.panels.legend.panel import LegendPanel
from evmap.ui.theme import load_theme
from evmap.workspace import Lens, View, Workspace
from evmap.workspace.filters import Filters
from tests.benchmarks import find
from tests.benchmarks.frames import Blit, Gestures
from tests.benchmarks.timing import Row, row, spent
from tests.made_maps import generated_map, generated_places

SIZES = (150, 1000, 5000)
_AIM = "50 ms"


def rows(runs: int) -> Iterator[Row]:
    """The table's part on exploring; every time is that of one turn of the interface's thread."""
    app = QApplication.instance() or QApplication(["evmap"])
    assert isinstance(app, QApplication)
    load_theme("light").apply(app)
    floor = Blit()
    floor.show()
    app.processEvents()
    yield from find.rows(SIZES, runs)
    for size in SIZES:
        yield from _of_size(size, runs, floor)


def _of_size(size: int, runs: int, floor: Blit) -> Iterator[Row]:
    concept_map = generated_map(size)
    workspace = Workspace(concept_map, generated_places(concept_map), Path())
    gc.collect()
    gc.freeze()  # as the app does after its first paint: what a start makes, stays
    pairs = cycle(_pairs(list(workspace.index.concepts), runs))

    def timed(name: str, move: Callable[[], object], times: int = runs) -> Row:
        """One call each; the first, in which things are noted for all others, is the worst if it is."""
        taken, floors = [], []
        for _ in range(times):
            taken.append(spent(move))
            floors.append(spent(floor.repaint))
        return row(f"{name}, {size} concepts", taken, floors, _AIM)

    yield timed("first path", lambda: _ask(Paths(workspace.index), next(pairs), directed=False), 5)
    paths = Paths(workspace.index)
    yield timed("path", lambda: _ask(paths, next(pairs), directed=False))
    yield timed("path along the arrows", lambda: _ask(paths, next(pairs), directed=True))
    hand = Gestures(workspace)
    hub = workspace.index.landmarks(1)[0].id
    journeys: dict[str, Callable[[], object]] = {
        "around the best linked": lambda: hand.canvas.go_around(hub),
        "back to the Atlas": workspace.history.back,
        "into the lanes": lambda: workspace.show_view(View.LANES),
        "from the lanes": lambda: workspace.show_view(View.ATLAS),
        "into the lanes again": lambda: workspace.show_view(View.LANES),
        "back from them": workspace.history.back,
        "a path on the map": lambda: workspace.following.find(*next(pairs), directed=False),
        "its next one": lambda: workspace.following.turn(1),
        "back from it": lambda: workspace.history.back(len(workspace.history.earlier)),
    }
    for name, begin in journeys.items():
        frames = hand.moving(begin)
        yield row(f"{name}, {size} concepts", frames, [spent(floor.repaint) for _ in frames], _AIM)
    workspace.select_concept(hub)
    hand.canvas.repaint()
    for number in (2, 3, 9):
        frames = hand.moving(partial(workspace.following.follow, steps=number))
        floors = [spent(floor.repaint) for _ in frames]
        yield row(f"{number} steps around it, {size} concepts", frames, floors, _AIM)
    yield from _asked_of(workspace, hand, floor, size)
    hand.canvas.close()
    yield timed("open the outline", partial(_open_outline, workspace), 7)
    gc.unfreeze()


def _asked_of(workspace: Workspace, hand: Gestures, floor: Blit, size: int) -> Iterator[Row]:
    """Lenses and filters with the legend beside the map, which is made anew for another lens."""
    workspace.clear_selection()
    legend, asking = LegendPanel(workspace, load_theme("light")), workspace.asking
    legend.resize(200, 690)
    legend.show()
    changes: dict[str, Callable[[], object]] = {
        "first lens": partial(asking.look_through, Lens.CERTAINTY),
        "another lens": partial(asking.look_through, Lens.STAGE),
        "back to kinds": partial(asking.look_through, Lens.KIND),
        "hide a kind": partial(asking.filter, Filters().toggled(Lens.KIND, Kind.CELL.value)),
        "at least tested in the lab": partial(asking.filter, Filters().at_least(Rung.LAB)),
        "let it fade": partial(asking.fade, True),
        "clear all filters": asking.clear,
    }
    for name, begin in changes.items():
        frames = hand.moving(begin)
        yield row(f"{name}, {size} concepts", frames, [spent(floor.repaint) for _ in frames], _AIM)
    legend.close()


def _open_outline(workspace: Workspace) -> None:
    """As Ctrl+5 does: make the rows that are seen, and paint them."""
    panel = OutlinePanel(workspace, load_theme("light"))
    panel.resize(820, 680)
    panel.begin()
    panel.grab()
    panel.deleteLater()


def _ask(paths: Paths, pair: tuple[str, str], *, directed: bool) -> None:
    """As the path page does: a path, or what is missing for one."""
    if not paths.find(*pair, directed=directed):
        paths.gap(*pair, directed=directed)


def _pairs(concepts: list[str], number: int) -> list[tuple[str, str]]:
    rng = random.Random(11)
    return [(a, b) for a, b in (rng.sample(concepts, 2) for _ in range(max(number, 12)))]
