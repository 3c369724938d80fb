"""``python -m tests.benchmarks [--only PART] [--runs N]``: prints what the app costs, as ratios within one run."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.timing import table

COMPARED = ("commands", "loading")
"""Measured by pytest-benchmark, whose tables tell the ratios within each group."""

PARTS = ("start", *COMPARED, "frames", "gestures", "explore", "talk", "sizes", "peers")


def main() -> None:
    """Measure the asked parts and print one table for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="What the app costs, as ratios.")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part")
    parser.add_argument("--runs", type=int, default=15, help="runs of each side (frames: ten times as many)")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for part in asked.only or PARTS:
        if part in COMPARED:
            _compare(part)
        elif part == "start":
            from tests.benchmarks import start

            print(f"\n{part}, {asked.runs} runs\n{table(list(start.rows(asked.runs)))}", flush=True)
        elif part == "frames":
            from tests.benchmarks import frames

            runs = asked.runs * 10
            print(f"\n{part}, {runs} runs\n{table(list(frames.rows(runs)))}", flush=True)
        elif part == "gestures":
            from tests.benchmarks import gestures

            print(f"\n{part}, {asked.runs * 2} runs\n{table(list(gestures.rows(asked.runs * 2)))}", flush=True)
        elif part == "explore":
            from tests.benchmarks import explore

            print(f"\n{part}, {asked.runs * 2} runs\n{table(list(explore.rows(asked.runs * 2)))}", flush=True)
        elif part == "talk":
            from tests.benchmarks import talk

            print(f"\n{part}, {asked.runs} runs\n{table(list(talk.rows(asked.runs)))}", flush=True)
        else:
            print(f"\n{part}, {asked.runs * 2} runs", flush=True)
            _run_of(part)(asked.runs * 2)


def _compare(part: str) -> None:
    """Let pytest-benchmark measure a part; the project's own options would skip it."""
    import pytest

    columns = "--benchmark-columns=min,median,max,rounds"
    options = ["-o", "addopts=-q", "--benchmark-only", columns, "--benchmark-sort=name", "-k", f"test_{part}"]
    pytest.main([*options, str(Path(__file__).parent)])


def _run_of(part: str) -> Callable[[int], None]:
    """The function that measures a part with tables of its own and prints them."""
    if part == "sizes":
        from tests.benchmarks import sizes

        return sizes.run
    from tests.benchmarks.peers import compare

    return compare.run


if __name__ == "__main__":
    main()
