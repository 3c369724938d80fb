"""The canvas on maps of 100 to 20,000 concepts, and the twelve bars of the canvas: each reached or not reached."""

import math
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from tests.benchmarks.graphs import read_graph, write_graph
from tests.benchmarks.openings import Growth
from tests.benchmarks.start import BARE_WINDOW, REAL_APP, TELL, WINDOW_WITH_A_WORD
from tests.benchmarks.timing import MEMORY, ROOT, WALL, Measure, child_env, interleaved, spent, until_told

SIZES = (100, 200, 1000, 5000, 20000)
_PATIENCE = 180.0

Measures = Mapping[str, Measure]
"""The measures of one size by name."""


class Sizes:
    """Measures every size in a process of its own, and keeps what was measured.

    Attributes:
        home: where the maps' files are.
        measures: what was measured, by size.

    Args:
        home: an empty folder.
        runs: how often each gesture is made.
        wall: whether the wall clock counts, to compare with other programs, and not the time of the painting thread.
    """

    def __init__(self, home: Path, runs: int, *, wall: bool = False) -> None:
        self.home = home
        self.measures: dict[int, Measures] = {}
        self._runs = runs
        self._env = {WALL: "1"} if wall else {}

    def file(self, size: int) -> Path:
        """The file of a map, written when it is first asked for."""
        path = self.home / f"{size}.json"
        if not path.exists():
            write_graph(size, path)
        return path

    def measure(self, size: int) -> Measures:
        """Measure one size; what was taken before patience ran out counts."""
        taken = self._taken(size) + self._taken(size, "memory")
        self.measures[size] = {each.name: each for each in taken}
        return self.measures[size]

    def _taken(self, size: int, *more: str) -> list[Measure]:
        command = [sys.executable, "-m", "tests.benchmarks.one_size", str(self.file(size)), str(self._runs), *more]
        try:
            run = subprocess.run(
                command, cwd=ROOT, env=child_env() | self._env, capture_output=True, timeout=_PATIENCE, check=False
            )
            told, fault = run.stdout, run.stderr.decode()[-500:] if run.returncode else ""
        except subprocess.TimeoutExpired as late:
            told, fault = late.stdout or b"", f"not done after {_PATIENCE:.0f} s"
        if fault:
            print(f"{size} concepts: {fault}", flush=True)
        return [msgspec.json.decode(line, type=Measure) for line in told.splitlines() if line.endswith(b"}")]

    def floor(self, size: int) -> float:
        """The blit floor B of a size: of every gesture's blits the one in the middle."""
        floors = [each.floor for each in self.measures.get(size, {}).values() if each.name in _TIMED]
        return statistics.median(floors) if floors else math.nan

    def blits(self, size: int, name: str, what: str = "median") -> float | None:
        """A measure as a multiple of B."""
        measure = self.measures.get(size, {}).get(name)
        return None if measure is None else float(getattr(measure, what)) / self.floor(size)

    def table(self, sizes: Sequence[int]) -> str:
        """All measures side by side: milliseconds and multiples of B."""
        names = list(dict.fromkeys(name for size in sizes for name in self.measures[size]))
        width = max(map(len, names), default=0)
        head = "".join(f"{f'{size:,}':>30}" for size in sizes)
        lines = [f"{'median / worst / first ms (x B)':<{width}}{head}"]
        for name in names:
            lines.append(name.ljust(width) + "".join(f"{self._cell(size, name):>30}" for size in sizes))
        floors = "".join(f"{f'{self.floor(size):.2f}':>30}" for size in sizes)
        return "\n".join([*lines, f"{'blit floor B':<{width}}{floors}"])

    def _cell(self, size: int, name: str) -> str:
        measure = self.measures[size].get(name)
        if measure is None:
            return "-"
        if name == MEMORY:
            return f"{measure.median:.0f}"
        times = " / ".join(_short(each) for each in (measure.median, measure.worst, measure.first))
        return f"{times} ({_short(measure.median / self.floor(size))})"


_REPAINTS = {200: 16, 1000: 22, 5000: 55, 20000: 95}
_TIMED = ("full repaint at fit", "hover at fit", "dim at fit", "hover at 100 %", "pan at 100 %")


def run(runs: int) -> None:
    """Measure all sizes and print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = Sizes(Path(folder), runs)
        for size in SIZES:
            sizes.measure(size)
        print(sizes.table(SIZES), flush=True)
        print("\nThe twelve bars", flush=True)
        for line in _bars(sizes, max(5, runs // 6)):
            print(line, flush=True)


def verdict(number: int, what: str, reached: Sequence[tuple[str, float | None, float]]) -> str:
    """One bar's line: each figure with its limit, and whether all of them hold."""
    parts = [f"{name} {'?' if value is None else _short(value)} (<= {_short(limit)})" for name, value, limit in reached]
    known = [(value, limit) for _, value, limit in reached if value is not None]
    all_hold = len(known) == len(reached) and all(value <= limit for value, limit in known)
    return f"{number:>3}  {'reached    ' if all_hold else 'NOT reached'}  {what}: {', '.join(parts)}"


def _bars(sizes: Sizes, starts: int) -> Iterator[str]:
    """The bars that need no browser; 3, 7, 8 and half of 11 are told by the part ``peers``."""
    bars: tuple[Callable[[], str], ...] = (
        lambda: _start_bar(sizes, starts),
        lambda: _heavy_bar(sizes),
        lambda: "  3  see --only peers",
        lambda: verdict(4, "hover, x B", [(f"{n:,}", sizes.blits(n, "hover at fit"), 4) for n in SIZES]),
        lambda: verdict(5, "pan and flight, x B", [each for n in SIZES for each in _moving_figures(sizes, n)]),
        lambda: verdict(
            6,
            "full repaint at fit, x B",
            [(f"{n:,}", sizes.blits(n, "full repaint at fit"), limit) for n, limit in _REPAINTS.items()],
        ),
        lambda: "  7  see --only peers",
        lambda: "  8  see --only peers",
        lambda: _against_graphics_view(sizes),
        lambda: _tour_bar(sizes),
        lambda: _memory_bar(sizes),
        _growth,
    )
    for number, bar in enumerate(bars, 1):
        try:
            yield bar()
        except Exception as fault:  # one bar that cannot be measured must not hide the others
            yield f"{number:>3}  not measured: {fault}"


def _moving_figures(sizes: Sizes, size: int) -> Sequence[tuple[str, float | None, float]]:
    return (
        (f"{size:,} pan at fit", sizes.blits(size, "pan at fit"), 4),
        ("pan at 100 %", sizes.blits(size, "pan at 100 %"), 9),
        ("flight", sizes.blits(size, "flight"), 8),
        ("worst", sizes.blits(size, "flight", "worst"), 20),
    )


def _tour_bar(sizes: Sizes) -> str:
    tour = sizes.measures[1000].get("tour")
    median, worst = (tour.median, tour.worst) if tour else (None, None)
    return verdict(10, "scripted tour at 1,000, ms a frame", [("median", median, 8), ("worst", worst, 33)])


def _memory_bar(sizes: Sizes) -> str:
    memory = sizes.measures[20000].get(MEMORY)
    return verdict(11, "peak MB (and <= 1/2 of d3: --only peers)", [("20,000", memory.median if memory else None, 200)])


def _start_bar(sizes: Sizes, starts: int) -> str:
    home = sizes.home
    times = interleaved(
        {
            "empty": until_told(BARE_WINDOW, home),
            "word": until_told(WINDOW_WITH_A_WORD, home),
            "200": until_told(first_map(sizes.file(200)), home),
            "5,000": until_told(first_map(sizes.file(5000)), home),
            "the app": until_told(REAL_APP, home),
        },
        starts,
    )
    medians = {name: statistics.median(each) for name, each in times.items()}
    limits = {"200": 1.25, "5,000": 1.5, "the app": 1.4}
    shares = [(name, medians[name] / medians["empty"], limit) for name, limit in limits.items()]
    shares.append(("the app, x a window with a word", medians["the app"] / medians["word"], 1.4))
    return verdict(1, f"first painted map, x an empty window ({medians['empty']:.0f} ms)", shares)


def _heavy_bar(sizes: Sizes) -> str:
    command = [sys.executable, "-c", _HEAVY_IN_APP]
    run = subprocess.run(
        command, cwd=ROOT, env=child_env(sizes.home), capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    if run.returncode or "painted" not in run.stdout:
        raise RuntimeError(f"the app ended with {run.returncode}: {run.stderr.strip()[-200:]}")
    heavy = run.stdout.split()[1:]
    return verdict(2, f"heavy modules at first paint {' '.join(heavy)}".rstrip(), [("count", float(len(heavy)), 0)])


def first_map(file: Path) -> str:
    """The program that paints a map's file in a bare window."""
    return f"import sys; sys.argv = ['first_map', {str(file)!r}]\nfrom tests.benchmarks.first_map import main\nmain()"


_TELL_HEAVY = """
from tests.benchmarks.first_map import HEAVY
    print("painted", *(name for name in HEAVY if name in sys.modules), flush=True)
"""
_HEAVY_IN_APP = REAL_APP.replace(TELL, _TELL_HEAVY.strip())


def _against_graphics_view(sizes: Sizes) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.graphics_view import GraphicsView

    app = QApplication.instance() or QApplication(["evmap"])
    peer = GraphicsView(*read_graph(sizes.file(1000)))
    app.processEvents()
    ours = sizes.measures[1000]
    figures: list[tuple[str, float | None, float]] = []
    for name, move, mine, limit in (
        ("full", peer.redraw, "full repaint at fit", 1 / 4),
        ("dim", peer.dim, "dim at fit", 1 / 20),
        ("move", peer.move, layout_change(ours), 1 / 50),
    ):
        move()
        theirs = statistics.median(spent(move) for _ in range(5))
        measure = ours.get(mine)
        figures.append((f"{name} / {theirs:.0f} ms", measure.median / theirs if measure else None, limit))
    peer.close()
    return verdict(9, "share of QGraphicsView's time at 1,000", figures)


def layout_change(measures: Measures) -> str:
    """The name under which a change of places was measured: it tells whether anything moved."""
    return next((name for name in measures if name.startswith("layout change")), "layout change")


def _growth() -> str:
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.benchmarks.openings", "1000"]
    run = subprocess.run(command, cwd=ROOT, env=child_env(), capture_output=True, check=False)
    if run.returncode:
        return f" 12  NOT reached  1,000 openings: exit code {run.returncode}: {run.stderr.decode()[-300:]}"
    told = msgspec.json.decode(run.stdout, type=Growth)
    nones = f"{abs(told.nones):,} references to None {'lost' if told.nones < 0 else 'gained'}"
    what = f"{told.times:,} openings in one process, exit code 0, {told.widgets} widgets left, {nones}"
    # Losing references to None ends in an abort; gaining some in the binding is harmless.
    return verdict(12, what, [("MB", told.memory, 10), ("lost", float(max(-told.nones, 0)), 50)])


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
