"""Benchmarks of commands and of loading, in groups whose first line is the floor: the table tells the ratios.

Run by ``python -m tests.benchmarks --only commands --only loading``; the tests skip them.
"""

from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from evmap import data
from evmap.storage.folder import load_folder
from evmap.storage.opening import open_map
from tests.benchmarks.timing import whole_run

_ROUNDS = 15


def measure(
    benchmark: BenchmarkFixture, work: Callable[[], object], afterwards: Callable[[], None] | None = None
) -> None:
    """Time some rounds of work; what is done after each round is not timed."""
    pedantic: Callable[..., object] = benchmark.pedantic
    pedantic(work, teardown=afterwards, rounds=_ROUNDS, warmup_rounds=1)


@pytest.mark.benchmark(group="commands against python -c pass")
@pytest.mark.parametrize(
    "arguments",
    [("-c", "pass"), ("-m", "evmap", "--version"), ("-m", "evmap", "check")],
    ids=["python -c pass", "evmap --version", "evmap check"],
)
def test_commands(benchmark: BenchmarkFixture, arguments: tuple[str, ...]) -> None:
    measure(benchmark, whole_run(*arguments))


def _read_files() -> list[bytes]:
    return [path.read_bytes() for path in data.SHIPPED_MAP.rglob("*") if path.is_file()]


@pytest.mark.benchmark(group="loading: the shipped map against just reading its files")
@pytest.mark.parametrize(
    "work",
    [_read_files, open_map, lambda: load_folder(data.SHIPPED_MAP)],
    ids=["read its files", "open the compiled copy", "load and check its TOML"],
)
def test_loading(benchmark: BenchmarkFixture, work: Callable[[], object]) -> None:
    measure(benchmark, work)
