"""The canvas beside Cytoscape.js and d3 on the same maps, told as ratios ours / theirs; sides take turns."""

import signal
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.benchmarks.graphs import graph_for_peers, read_graph
from tests.benchmarks.peers.browser import LIBRARIES, PeerFault, Visit, libraries, missing, visit
from tests.benchmarks.sizes import Sizes, first_map, layout_change, verdict
from tests.benchmarks.timing import MEMORY, interleaved, until_told

_SIZES = (200, 1000, 5000, 20000)
_ROUNDS = 2
_ONCE_FROM = 5000
_LARGEST = 20000  # a browser takes seconds for a frame
_SAME = {
    "redraw": "full repaint at fit",
    "pan": "pan at fit",
    "near": "pan at 100 %",
    "hover": "hover at fit",
    "dim": "dim at fit",
    "relayout": "layout change",
    "move": "layout change",
}
"""What the pages call their gestures, and what the canvas calls them. ``relayout`` only draws what moved on a given
way; ``move`` takes a step of the library's own animated layout (d3: its simulation)."""

Times = dict[str, list[float]]
"""The medians of a gesture, one for each round, under ``library gesture`` or ``ours gesture``."""


def run(runs: int) -> None:
    """Measure and print one table for each size, then the bars that speak of peers."""
    lacking = missing()
    if lacking:
        print(f"skipped: {lacking} not found on this machine")
        return
    # Asked to end, it unwinds, so that no browser is left behind.
    signal.signal(signal.SIGTERM, _end)
    try:
        with tempfile.TemporaryDirectory() as folder, libraries() as modules:
            _compare(Sizes(Path(folder), runs, wall=True), modules, runs)
    except PeerFault as fault:
        print(f"skipped: {fault}")


def _end(_number: int, _frame: object) -> None:
    raise SystemExit("ended before all was measured")


def _compare(sizes: Sizes, modules: Path, runs: int) -> None:
    all_times: dict[int, Times] = {}
    for size in _SIZES:
        times: Times = {}
        # The largest map takes a browser minutes; once is enough there.
        for _ in range(_ROUNDS if size < _ONCE_FROM else 1):
            _round(sizes, modules, size, runs, times)
        all_times[size] = times
        print(_table(size, times), flush=True)
    print("\nThe bars that speak of peers")
    for line in _bars(all_times):
        print(line, flush=True)


def _round(sizes: Sizes, modules: Path, size: int, runs: int, times: Times) -> None:
    """Our side, then each library."""
    ours = sizes.measure(size)
    if layout_change(ours) != "layout change":
        print(f"{size:,} concepts: {layout_change(ours)}, so its times are not a moving layout's", flush=True)
        times["still"] = [1.0]
    for gesture, name in _SAME.items():
        measure = ours.get(layout_change(ours) if name == "layout change" else name)
        if measure is not None:
            times.setdefault(f"ours {gesture}", []).append(measure.median)
    if MEMORY in ours:
        times.setdefault("ours memory", []).append(ours[MEMORY].median)
    graph = graph_for_peers(*read_graph(sizes.file(size)))
    for library in LIBRARIES:
        seen = _visited(library, modules, graph, runs if size < _LARGEST else 2)
        if seen is not None:
            times.setdefault(f"{library} memory", []).append(seen.memory)
            for gesture, measure in seen.measures.items():
                times.setdefault(f"{library} {gesture}", []).append(measure.median)
    starts = {"ours": until_told(first_map(sizes.file(size)), sizes.home)}
    for library in LIBRARIES:
        if f"{library} memory" in times:
            starts[library] = partial(_start, library, modules, graph)
    for name, painted in interleaved(starts, 3 if size < _LARGEST else 1).items():
        times.setdefault(f"{name} start", []).extend(painted)


def _start(library: str, modules: Path, graph: bytes) -> float:
    """From a browser's start to its painted map."""
    return visit(library, modules, graph, 0).painted


def _visited(library: str, modules: Path, graph: bytes, runs: int) -> Visit | None:
    try:
        return visit(library, modules, graph, runs)
    except PeerFault as fault:
        print(f"{library}: {fault}", flush=True)
        return None


def _table(size: int, times: Times) -> str:
    lines = [f"\n{size:,} concepts{'':<14}{'ours':>10}" + "".join(f"{name:>12}{'ours/it':>9}" for name in LIBRARIES)]
    for gesture in ("start", *_SAME, "memory"):
        ours = _middle(times, f"ours {gesture}")
        line = f"{_called(gesture):<26}{_figure(ours):>10}"
        for library in LIBRARIES:
            theirs = _middle(times, f"{library} {gesture}")
            share = ours / theirs if ours is not None and theirs else None
            line += f"{_figure(theirs):>12}{_share(share):>9}"
        lines.append(line)
    return "\n".join(lines)


def _bars(all_times: Mapping[int, Times]) -> Sequence[str]:
    def share(size: int, library: str, gesture: str) -> float | None:
        times = all_times.get(size, {})
        ours, theirs = _middle(times, f"ours {gesture}"), _middle(times, f"{library} {gesture}")
        return ours / theirs if ours is not None and theirs else None

    starts = [(f"{n:,} {name}", share(n, name, "start"), limit) for n in (200, 1000) for name, limit in _START.items()]
    moves = [
        (f"{n:,}", None if "still" in all_times.get(n, {}) else share(n, "d3", "move"), limit)
        for n, limit in ((200, 1 / 2), (1000, 1 / 4), (5000, 1 / 10))
    ]
    dims = [
        (f"{n:,} {name}", share(n, name, "dim"), limit)
        for n, name, limit in (
            (200, "d3", 1 / 2),
            (1000, "d3", 1 / 4),
            (200, "cytoscape", 1 / 10),
            (1000, "cytoscape", 1 / 10),
        )
    ]
    return (
        verdict(3, "start to the first map, share of theirs", starts),
        verdict(7, "animated layout frame, share of d3's", moves),
        verdict(8, "dim, share of theirs", dims),
        verdict(11, "peak memory, share of d3's", [("20,000", share(20000, "d3", "memory"), 1 / 2)]),
    )


_START = {"d3": 1 / 3, "cytoscape": 1 / 5}


def _called(gesture: str) -> str:
    names = {
        "start": "start to first map",
        "near": "pan at 100 %",
        "memory": "memory in MB",
        "relayout": "change of places",
    }
    return names.get(gesture, {"move": "step of a moving layout"}.get(gesture, gesture))


def _middle(times: Times, key: str) -> float | None:
    found = times.get(key)
    return statistics.median(found) if found else None


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"1/{1 / value:.1f}" if value < 1 else f"{value:.1f}"
