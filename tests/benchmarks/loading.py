"""The shipped map: opening its compiled copy, and reading and checking its TOML, against just reading the bytes."""

from collections.abc import Iterator

from evmap import data
from evmap.storage.folder import load_folder
from evmap.storage.opening import open_map
from tests.benchmarks.timing import Row, interleaved, milliseconds, row


def rows(runs: int) -> Iterator[Row]:
    """The table's part on reading the map."""
    files = [path for path in data.SHIPPED_MAP.rglob("*") if path.is_file()]
    times = interleaved(
        {
            "bytes": lambda: milliseconds(lambda: [path.read_bytes() for path in files]),
            "open": lambda: milliseconds(open_map),
            "load": lambda: milliseconds(lambda: load_folder(data.SHIPPED_MAP)),
        },
        runs,
    )
    yield row("open the shipped map / read its files", times["open"], times["bytes"])
    yield row("load and check its TOML / read its files", times["load"], times["bytes"])
