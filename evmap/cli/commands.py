"""What each command does, once its arguments are read; everything slow is imported where it is used."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from evmap.cli.saying import FAULT, FINE, WRONG_USE, refused, say, unwritable, wrong

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from evmap.workspace import Workspace
    from evmap.workspace.paper import Order

_PICTURE_STARTS = {"quick": 2, "normal": 8, "thorough": 60}
"""How many drawings of the big picture are tried."""


def check_map(options: Namespace) -> int:
    """Tell every fault of a map, then count what is on it."""
    from evmap.storage.check import check

    faults, lines = check(options.folder or _shipped_map())
    say(map(str, faults))
    say(lines)
    return FAULT if any(not fault.warning for fault in faults) else FINE


def export_map(options: Namespace) -> int:
    """Write the whole map to a file: as data, or as a picture."""
    from evmap.exchange.export import UnknownForm, form_for

    try:
        form = form_for(options.out)
    except UnknownForm as problem:
        return wrong("export", problem)
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
        return refused(problem)
    except PaperError as problem:
        return wrong(command, problem)
    try:
        write_atomically(out, data)
    except (OSError, ValueError) as problem:
        return unwritable(out, problem)
    return FINE


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


def print_handout(options: Namespace) -> int:
    """Print a tour to a PDF."""
    if options.out.suffix.lower() != ".pdf":
        say([f"evmap handout: {options.out}: a hand-out is a PDF; end the name with .pdf"], sys.stderr)
        return WRONG_USE
    return _draw("handout", options, _handout_order)


def _handout_order(workspace: Workspace, options: Namespace) -> Order:
    from evmap.workspace.paper import HandoutOrder, today, tour_for

    tour, problems = tour_for(workspace, options.tour)
    say([f"{options.tour}: {problem}" for problem in problems], sys.stderr)
    return HandoutOrder(tour, options.paper, not options.for_class, today())


def lay_out_map(options: Namespace) -> int:
    """Work out where everything on a map stands, and write it to its folder."""
    from evmap.layout.big_picture import big_picture
    from evmap.layout.pipeline import lay_out
    from evmap.storage.big_picture import write_big_picture
    from evmap.storage.compiled import compile_map
    from evmap.storage.folder import load_folder
    from evmap.storage.places import write_places

    def work(folder: Path) -> None:
        concept_map = load_folder(folder).map
        places = lay_out(concept_map, effort=options.effort)
        write_places(folder, places)
        write_big_picture(folder, big_picture(concept_map, places, starts=_PICTURE_STARTS[options.effort]))
        compile_map(folder)

    return _written(options.folder, work)


def compile_copy(options: Namespace) -> int:
    """Write the copy of a map that the program starts from."""
    from evmap.storage.compiled import compile_map

    return _written(options.folder, compile_map)


def _written(chosen: Path | None, work: Callable[[Path], object]) -> int:
    """Do work that writes to a map's folder; the exit status, after saying why if it could not be done."""
    from evmap.storage.faults import MapFaults

    folder = chosen or _shipped_map()
    try:
        work(folder)
    except MapFaults as problem:
        return refused(problem)
    except OSError as problem:
        return unwritable(folder, problem)
    return FINE


def _shipped_map() -> Path:
    from evmap.data import SHIPPED_MAP

    return SHIPPED_MAP
