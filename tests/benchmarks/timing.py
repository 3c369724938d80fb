"""Timing that survives a busy machine: sides take turns, medians are compared, and results are told as ratios."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent.parent

Side = Callable[[], float]
"""Does one run and gives the milliseconds it took."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what was measured, and how it compares with its floor."""

    name: str
    median: float
    worst: float
    floor: float
    aim: str = ""

    @property
    def ratio(self) -> float:
        """How many times the floor the median is."""
        return self.median / self.floor


MEMORY = "peak memory in MB"
"""The name of the one measure that is no time."""


class Measure(msgspec.Struct, frozen=True):
    """What one gesture's frames took in milliseconds, the first of them apart, beside the floor at the same time."""

    name: str
    median: float
    worst: float
    first: float
    floor: float


def interleaved(sides: Mapping[str, Side], runs: int) -> dict[str, list[float]]:
    """Run the sides in turn after one warm-up each, so that whatever slows the machine slows them alike."""
    for side in sides.values():
        side()
    times: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            times[name].append(side())
    return times


def row(name: str, times: Sequence[float], floor: Sequence[float], aim: str = "") -> Row:
    """A row from the times of a side and of its floor."""
    return Row(name, statistics.median(times), max(times), statistics.median(floor), aim)


def milliseconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


WALL = "EVMAP_BENCHMARK_WALL"
"""Set for a process whose times are compared with another program's."""

_clock = time.perf_counter if os.environ.get(WALL) else time.thread_time


def spent(work: Callable[[], object]) -> float:
    """How many milliseconds of this thread one call takes, whatever else the machine is doing.

    The canvas paints on one thread, without a screen to wait for: on a quiet machine this is how long it takes.
    """
    started = _clock()
    work()
    return (_clock() - started) * 1000


def whole_run(*arguments: str) -> Side:
    """From the start of a Python process to its end."""

    def side() -> float:
        return milliseconds(
            lambda: subprocess.run(
                [sys.executable, *arguments], cwd=ROOT, env=child_env(), check=True, capture_output=True
            )
        )

    return side


class Started:
    """A program that runs in a process of its own and tells when its window is painted."""

    def __init__(self, program: str, home: Path) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-c", program], cwd=ROOT, env=child_env(home), stdout=subprocess.PIPE, text=True
        )
        self._told: list[str] = []

    @property
    def own_time(self) -> float:
        """How many milliseconds of its own it had used when it told, as far as it said so."""
        return float(self._told[1]) * 1000

    def wait_until_told(self) -> None:
        """Wait for the first line that it prints."""
        assert self._child.stdout is not None
        self._told = self._child.stdout.readline().split()

    def finish(self) -> None:
        """Wait for its end; raises if it did not paint or ended badly."""
        with self._child:
            pass
        if self._told[:1] != ["painted"] or self._child.returncode:
            raise RuntimeError(f"the program ended with {self._child.returncode} and said {' '.join(self._told)!r}")


def until_told(program: str, home: Path) -> Side:
    """From the start of a Python process to the first line it prints; its end is not measured."""

    def side() -> float:
        started = time.perf_counter()
        child = Started(program, home)
        child.wait_until_told()
        taken = (time.perf_counter() - started) * 1000
        child.finish()
        return taken

    return side


def own_time_until_told(program: str, home: Path) -> Side:
    """The time that a process itself used, from its start to the first line it prints, whatever else is running."""

    def side() -> float:
        child = Started(program, home)
        child.wait_until_told()
        child.finish()
        return child.own_time

    return side


def child_env(home: Path | None = None) -> dict[str, str]:
    """No screen, no user's settings; bytecode is kept, as an installed program's is, but not beside the sources."""
    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*=false",
        "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "evmap-benchmarks-bytecode"),
    }
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env if home is None else env | {"XDG_CONFIG_HOME": str(home), "HOME": str(home)}


def table(rows: Sequence[Row]) -> str:
    """The rows as text, with the widths of their longest entries."""
    head = ("", "median ms", "worst ms", "floor ms", "ratio", "aim")
    body = [
        (each.name, f"{each.median:.2f}", f"{each.worst:.2f}", f"{each.floor:.2f}", f"{each.ratio:.2f}", each.aim)
        for each in rows
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    return "\n".join(_line(line, widths) for line in (head, *body))


def _line(texts: Sequence[str], widths: Sequence[int]) -> str:
    """Names and aims to the left, numbers to the right."""
    name, *numbers, aim = (
        text.rjust(width) if 0 < column < 5 else text.ljust(width)
        for column, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return "  ".join((name, *numbers, aim)).rstrip()
