"""``python -m tests.benchmarks [--only PART] [--runs N]``: prints what the app costs, as ratios within one run."""

import argparse
import os
from collections.abc import Callable, Iterator

from tests.benchmarks.timing import Row, table

TABLES = ("start", "loading", "frames")
PARTS = (*TABLES, "sizes", "peers")


def main() -> None:
    """Measure the asked parts and print one table for each."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="What the app costs, as ratios.")
    parser.add_argument("--only", choices=PARTS, action="append", help="only this part")
    parser.add_argument("--runs", type=int, default=15, help="runs of each side (frames: ten times as many)")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for part in asked.only or PARTS:
        if part in TABLES:
            runs = asked.runs * 10 if part == "frames" else asked.runs
            print(f"\n{part}, {runs} runs\n{table(list(_rows_of(part)(runs)))}", flush=True)
        else:
            print(f"\n{part}, {asked.runs * 2} runs", flush=True)
            _run_of(part)(asked.runs * 2)


def _run_of(part: str) -> Callable[[int], None]:
    """The function that measures a part with tables of its own and prints them."""
    if part == "sizes":
        from tests.benchmarks import sizes

        return sizes.run
    from tests.benchmarks.peers import compare

    return compare.run


def _rows_of(part: str) -> Callable[[int], Iterator[Row]]:
    """The function that measures a part; imported late, so that one part does not warm another's modules."""
    if part == "start":
        from tests.benchmarks import start

        return start.rows
    if part == "loading":
        from tests.benchmarks import loading

        return loading.rows
    from tests.benchmarks import frames

    return frames.rows


if __name__ == "__main__":
    main()
