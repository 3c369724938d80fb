"""The command line. It reads its arguments before anything slow is imported; Qt comes only to open a window."""

from __future__ import annotations

import sys

from evmap.cli.saying import FINE, refused, say

TYPE_CHECKING = False  # importing typing, only to ask it, would take longer than all else that --version does
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 fine, 1 a fault in the input, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if sys.stdout is not None and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130


def _run(arguments: list[str]) -> int:
    if not arguments:  # the usual start waits for no parser
        return _open(None)
    if arguments == ["--version"]:  # asked for often and by other programs; argparse would take most of the time
        return _version()
    from evmap.cli.arguments import PARSERS, main_parser

    parser = PARSERS.get(arguments[0])
    try:
        if parser is not None:
            options = parser().parse_args(arguments[1:])
            run: Callable[[Namespace], int] = options.run
            return run(options)
        options = main_parser().parse_args(arguments)
        return _version() if options.version else _open(options.file)
    except SystemExit as leaving:  # argparse: --help or wrong use
        say([])
        return int(leaving.code or FINE)


def _version() -> int:
    from evmap import __version__

    say([f"evmap {__version__}"])
    return FINE


def _open(file: Path | None) -> int:
    from evmap.storage.faults import MapFaults

    try:
        if file is not None:
            _must_exist(file)
        from evmap.app import run

        return run(file)
    except MapFaults as problem:
        return refused(problem)


def _must_exist(file: Path) -> None:
    from evmap.storage.faults import Fault, MapFaults
    from evmap.storage.files import shown_path, unreadable

    try:
        file.stat()
    except (OSError, ValueError) as problem:
        raise MapFaults(Fault(shown_path(file), 0, unreadable(problem))) from None
