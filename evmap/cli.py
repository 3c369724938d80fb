"""The command line. It reads its arguments before anything slow is imported; Qt comes only to open a window."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # importing typing, only to ask it, would take longer than all else that --version does
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import TextIO

    from evmap.storage.faults import MapFaults

FINE, FAULT, WRONG_USE = 0, 1, 2
_PICTURE_STARTS = {"quick": 2, "normal": 8, "thorough": 60}
"""How many drawings of the big picture are tried."""

_COMMANDS = """\
commands:
  evmap check [FOLDER]            check a map folder: every fault with its file and line
  evmap export OUT [--map MAP]    write the whole map to OUT, whose ending says the form (.json)
  evmap layout [FOLDER]           work out where everything stands, and write it to the folder

A file that is named like a command is opened as ./check.
"""


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
    if arguments == ["--version"]:  # asked for often and by other programs; argparse would take most of the time
        return _version()
    command = _COMMAND_PARSERS.get(arguments[0]) if arguments else None
    try:
        if command is not None:
            options = command().parse_args(arguments[1:])
            run: Callable[[Namespace], int] = options.run
            return run(options)
        return _open(_main_parser().parse_args(arguments))
    except SystemExit as leaving:  # argparse: --help or wrong use
        say([])
        return int(leaving.code or FINE)


def _version() -> int:
    from evmap import __version__

    say([f"evmap {__version__}"])
    return FINE


def _check(options: Namespace) -> int:
    from evmap.storage.check import check

    faults, lines = check(options.folder or _shipped_map())
    say(map(str, faults))
    say(lines)
    return FAULT if any(not fault.warning for fault in faults) else FINE


def _export(options: Namespace) -> int:
    from evmap.exchange.export import UnknownForm, form_for
    from evmap.storage.atomic import write_atomically
    from evmap.storage.faults import MapFaults
    from evmap.storage.opening import open_map

    try:
        form = form_for(options.out)
        data = form(open_map(options.map))
        write_atomically(options.out, data)
    except UnknownForm as problem:
        say([f"evmap export: {problem}"], sys.stderr)
        return WRONG_USE
    except MapFaults as problem:
        return _refused(problem)
    except (OSError, ValueError) as problem:
        return _unwritable(options.out, problem)
    return FINE


def _layout(options: Namespace) -> int:
    from evmap.layout.big_picture import big_picture
    from evmap.layout.pipeline import lay_out
    from evmap.storage.big_picture import write_big_picture
    from evmap.storage.compiled import compile_map
    from evmap.storage.faults import MapFaults
    from evmap.storage.folder import load_folder
    from evmap.storage.places import write_places

    folder: Path = options.folder or _shipped_map()
    try:
        concept_map = load_folder(folder).map
        places = lay_out(concept_map, effort=options.effort)
        write_places(folder, places)
        write_big_picture(folder, big_picture(concept_map, places, starts=_PICTURE_STARTS[options.effort]))
        compile_map(folder)
    except MapFaults as problem:
        return _refused(problem)
    except OSError as problem:
        return _unwritable(folder, problem)
    return FINE


def _compile(options: Namespace) -> int:
    from evmap.storage.compiled import compile_map
    from evmap.storage.faults import MapFaults

    folder: Path = options.folder or _shipped_map()
    try:
        compile_map(folder)
    except MapFaults as problem:
        return _refused(problem)
    except OSError as problem:
        return _unwritable(folder, problem)
    return FINE


def _unwritable(path: Path, problem: OSError | ValueError) -> int:
    reason = (problem.strerror if isinstance(problem, OSError) else None) or "its name is not one"
    say([f"{path}: cannot be written ({reason.lower()}); choose another place"], sys.stderr)
    return FAULT


def _open(options: Namespace) -> int:
    if options.version:
        return _version()
    from evmap.storage.faults import MapFaults

    file: Path | None = options.file
    try:
        if file is not None:
            _must_exist(file)
        from evmap.app import run

        return run(file)
    except MapFaults as problem:
        return _refused(problem)


def _must_exist(file: Path) -> None:
    from evmap.storage.faults import Fault, MapFaults
    from evmap.storage.files import shown_path, unreadable

    try:
        file.stat()
    except (OSError, ValueError) as problem:
        raise MapFaults(Fault(shown_path(file), 0, unreadable(problem))) from None


def _refused(problem: MapFaults) -> int:
    say(map(str, problem.faults), sys.stderr)
    return FAULT


def _shipped_map() -> Path:
    from evmap.data import SHIPPED_MAP

    return SHIPPED_MAP


def _main_parser() -> ArgumentParser:
    from argparse import ArgumentParser, RawDescriptionHelpFormatter
    from pathlib import Path

    parser = ArgumentParser(
        prog="evmap",
        description="A concept map of extracellular vesicles whose every link can show the sentence that says so.",
        epilog=_COMMANDS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", type=Path, help="a map to open: a folder or an exported .json"
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    return parser


def _check_parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="evmap check",
        description="Check a map: tell every fault with its file and line, then count what is on the map.",
        epilog="Exit code 0: no faults (there may be warnings); 1: faults.",
    )
    _add_folder(parser)
    parser.set_defaults(run=_check)
    return parser


def _add_folder(parser: ArgumentParser) -> None:
    from pathlib import Path

    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", type=Path, help="a map's folder (the map that comes with EV Map)"
    )


def _export_parser() -> ArgumentParser:
    from argparse import ArgumentParser
    from pathlib import Path

    parser = ArgumentParser(prog="evmap export", description="Write the whole map to one file.")
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write; its ending says the form: .json")
    parser.add_argument("--map", metavar="MAP", type=Path, help="the map to write (the map that comes with EV Map)")
    parser.set_defaults(run=_export)
    return parser


def _layout_parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="evmap layout", description="Work out where everything on a map stands, and write it.")
    _add_folder(parser)
    parser.add_argument("--effort", choices=("quick", "normal", "thorough"), default="normal", help="how hard to try")
    parser.set_defaults(run=_layout)
    return parser


def _compile_parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(prog="evmap compile", description="Write the copy of a map that the program starts from.")
    _add_folder(parser)
    parser.set_defaults(run=_compile)
    return parser


_COMMAND_PARSERS: dict[str, Callable[[], ArgumentParser]] = {
    "check": _check_parser,
    "export": _export_parser,
    "layout": _layout_parser,
    "compile": _compile_parser,
}


def say(lines: Iterable[str], stream: TextIO | None = None) -> None:
    """Print lines. A reader that has closed the pipe has seen enough: nothing more is printed or said of it."""
    stream = stream or sys.stdout
    try:
        for line in lines:
            print(line, file=stream)
        if stream is not None:
            stream.flush()
    except OSError:
        _silence(stream)


def _silence(stream: TextIO | None) -> None:
    """Lead a broken stream nowhere, so that Python does not complain of it when it ends."""
    import os

    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
