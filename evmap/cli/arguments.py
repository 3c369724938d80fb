"""The arguments of the program and of each command, with the help that they print."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path

from evmap.cli.commands import check_map, compile_copy, export_map, lay_out_map, print_handout

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


def main_parser() -> ArgumentParser:
    """What reads the arguments of the program itself."""
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


def check_parser() -> ArgumentParser:
    """What reads those of ``evmap check``."""
    parser = ArgumentParser(
        prog="evmap check",
        description="Check a map: tell every fault with its file and line, then count what is on the map.",
        epilog="Exit code 0: no faults (there may be warnings); 1: faults.",
    )
    _add_folder(parser)
    parser.set_defaults(run=check_map)
    return parser


def _add_folder(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", type=Path, help="a map's folder (the map that comes with EV Map)"
    )


def export_parser() -> ArgumentParser:
    """What reads those of ``evmap export``."""
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
    parser.set_defaults(run=export_map)
    return parser


def _add_map(parser: ArgumentParser) -> None:
    parser.add_argument("--map", metavar="MAP", type=Path, help="the map (the one that comes with EV Map)")


def _size(said: str) -> tuple[float, float] | None:
    """Width and height; ``None`` for the map's own size."""
    if said == "full":
        return None
    width, _, height = said.lower().replace("×", "x").partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise ArgumentTypeError(f"“{said}” is no size; write for example 1920x1080, or full")
    size = float(width), float(height)
    if not all(_LEAST_SIDE <= side <= _MOST_SIDE for side in size):
        raise ArgumentTypeError(f"“{said}”: both sides must be {_LEAST_SIDE} to {_MOST_SIDE} pixels")
    return size


def handout_parser() -> ArgumentParser:
    """What reads those of ``evmap handout``."""
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
    parser.set_defaults(run=print_handout)
    return parser


def layout_parser() -> ArgumentParser:
    """What reads those of ``evmap layout``."""
    parser = ArgumentParser(prog="evmap layout", description="Work out where everything on a map stands, and write it.")
    _add_folder(parser)
    parser.add_argument("--effort", choices=("quick", "normal", "thorough"), default="normal", help="how hard to try")
    parser.set_defaults(run=lay_out_map)
    return parser


def compile_parser() -> ArgumentParser:
    """What reads those of ``evmap compile``."""
    parser = ArgumentParser(prog="evmap compile", description="Write the copy of a map that the program starts from.")
    _add_folder(parser)
    parser.set_defaults(run=compile_copy)
    return parser


PARSERS: dict[str, Callable[[], ArgumentParser]] = {
    "check": check_parser,
    "export": export_parser,
    "handout": handout_parser,
    "layout": layout_parser,
    "compile": compile_parser,
}
"""What reads the arguments of each command; it names the function that does it as ``run``."""
