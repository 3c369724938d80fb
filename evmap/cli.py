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
    from evmap.workspace import Workspace
    from evmap.workspace.paper import Order

FINE, FAULT, WRONG_USE = 0, 1, 2
_PICTURE_STARTS = {"quick": 2, "normal": 8, "thorough": 60}
"""How many drawings of the big picture are tried."""

_VIEWS = ("big-picture", "atlas", "around", "lanes")
_LENSES = ("kind", "certainty", "stage", "source")
_THEMES = ("light", "dark", "projector", "high-contrast")
_LEAST_SIDE, _MOST_SIDE = 200, 20_000

_COMMANDS = """\
commands:
  evmap check [FOLDER]            check a map folder: every fault with its file and line
  evmap export OUT [--map MAP]    write the whole map to OUT, whose ending says the form: .json, or a
                                  picture as .svg, .pdf or .png (--view, --lens, --theme, --size …)
  evmap handout TOUR OUT.pdf      print a tour: a page for each step, with picture, notes and quotes
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

    try:
        form = form_for(options.out)
    except UnknownForm as problem:
        return _wrong("export", problem)
    if form.is_picture:
        return _draw("export", options, _picture_order)

    def whole_map() -> bytes:
        from evmap.exchange.map_json import to_json
        from evmap.storage.opening import open_map

        opened = open_map(options.map)
        return to_json(opened.map, opened.places)

    return _write("export", options.out, whole_map)


def _draw(command: str, options: Namespace, order_for: Callable[[Workspace, Namespace], Order]) -> int:
    def drawn() -> bytes:
        from evmap.app import draw
        from evmap.workspace.opening import open_workspace

        workspace = open_workspace(options.map)
        return draw(workspace, order_for(workspace, options))

    return _write(command, options.out, drawn)


def _write(command: str, out: Path, make: Callable[[], bytes]) -> int:
    """Write a file, whole or not at all."""
    from evmap.storage.atomic import write_atomically
    from evmap.storage.faults import MapFaults
    from evmap.workspace.paper import PaperError

    try:
        data = make()
    except MapFaults as problem:
        return _refused(problem)
    except PaperError as problem:
        return _wrong(command, problem)
    try:
        write_atomically(out, data)
    except (OSError, ValueError) as problem:
        return _unwritable(out, problem)
    return FINE


def _wrong(command: str, problem: Exception) -> int:
    say([f"evmap {command}: {problem}"], sys.stderr)
    return WRONG_USE


def _picture_order(workspace: Workspace, options: Namespace) -> Order:
    from evmap.workspace.lenses import Lens
    from evmap.workspace.paper import PictureOrder, today, viewing_for

    return PictureOrder(
        form=options.out.suffix.lower().removeprefix("."),
        viewing=viewing_for(workspace, options.view, options.around),
        lens=Lens(options.lens),
        size=options.size,
        theme=options.theme,
        legend=not options.no_legend,
        times=options.times,
        date=today(),
    )


def _handout(options: Namespace) -> int:
    if options.out.suffix.lower() != ".pdf":
        say([f"evmap handout: {options.out}: a hand-out is a PDF; end the name with .pdf"], sys.stderr)
        return WRONG_USE
    return _draw("handout", options, _handout_order)


def _handout_order(workspace: Workspace, options: Namespace) -> Order:
    from evmap.workspace.paper import HandoutOrder, today, tour_for

    tour, problems = tour_for(workspace, options.tour)
    say([f"{options.tour}: {problem}" for problem in problems], sys.stderr)
    return HandoutOrder(tour, options.paper, not options.for_class, today())


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

    parser = ArgumentParser(
        prog="evmap export", description="Write the whole map to one file: as data, or as a picture of a view."
    )
    parser.add_argument(
        "out", metavar="OUT", type=Path, help="the file to write; its ending says the form: .json, .svg, .pdf or .png"
    )
    _add_map(parser)
    looks = parser.add_argument_group("pictures (.svg, .pdf, .png)")
    looks.add_argument("--view", choices=_VIEWS, help="the view to draw (the one that the map opens in)")
    looks.add_argument("--around", metavar="CONCEPT", help="the concept to draw the surroundings of, by id or name")
    looks.add_argument("--lens", choices=_LENSES, default="kind", help="what colours mean (kind)")
    looks.add_argument("--theme", choices=_THEMES, default="light", help="the colours (light)")
    looks.add_argument(
        "--size",
        metavar="WIDTHxHEIGHT|full",
        type=_size,
        default=(1600.0, 1000.0),
        help="in pixels (1600x1000); full: every name and phrase at 100 %%, however large",
    )
    looks.add_argument("--times", type=int, choices=range(1, 5), default=1, help="of a .png: pixels to a pixel (1)")
    looks.add_argument("--no-legend", action="store_true", help="the map alone: no question, legend and sources")
    parser.set_defaults(run=_export)
    return parser


def _add_map(parser: ArgumentParser) -> None:
    from pathlib import Path

    parser.add_argument("--map", metavar="MAP", type=Path, help="the map (the one that comes with EV Map)")


def _size(said: str) -> tuple[float, float] | None:
    """Width and height; ``None`` for the map's own size."""
    from argparse import ArgumentTypeError

    if said == "full":
        return None
    width, _, height = said.lower().replace("×", "x").partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise ArgumentTypeError(f"“{said}” is no size; write for example 1920x1080, or full")
    size = float(width), float(height)
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in size):
        raise ArgumentTypeError(f"“{said}”: both sides must be {_LEAST_SIDE} to {_MOST_SIDE} pixels")
    return size


def _handout_parser() -> ArgumentParser:
    from argparse import ArgumentParser
    from pathlib import Path

    parser = ArgumentParser(
        prog="evmap handout",
        description="Print a tour to a PDF: a page for each step with its picture, notes and quotes, then the sources.",
    )
    parser.add_argument(
        "tour", metavar="TOUR", help="the tour: its number, id or title on the map, or the file of an exported tour"
    )
    parser.add_argument("out", metavar="OUT", type=Path, help="the file to write: .pdf")
    _add_map(parser)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of the pages (a4)")
    parser.add_argument("--class", dest="for_class", action="store_true", help="for the class: without the notes")
    parser.set_defaults(run=_handout)
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
    "handout": _handout_parser,
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
