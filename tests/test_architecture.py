"""The house's rules as tests: imports run downwards, Qt stays in its room, and nothing slow is loaded at the start."""

import ast
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import evmap

PACKAGE = Path(evmap.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))

BELOW: dict[str, set[str]] = {
    "model": set(),
    "data": set(),
    "reading": {"model"},
    "storage": {"reading", "model", "data"},
    "graph": {"storage", "reading", "model"},
    "layout": {"graph", "storage", "reading", "model", "data"},
    "exchange": {"storage", "reading", "model", "data"},
    "workspace": {"layout", "graph", "exchange", "storage", "reading", "model"},
    "ui": {"workspace", "layout", "graph", "exchange", "storage", "reading", "model", "data"},
    "app": {"ui", "workspace", "layout", "graph", "exchange", "storage", "reading", "model", "data"},
    "cli": {"app", "workspace", "layout", "graph", "exchange", "storage", "reading", "model", "data"},
    "__main__": {"cli"},
}
"""What each room may import besides itself. ``graph`` comes before ``layout``, which asks it about neighbours."""

LATE = {"numpy", "scipy", "networkx", "rapidfuzz"}
"""Packages that take longer to import than the whole window: only inside functions, or in modules that are."""


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[str]:
    """The full names of all modules that a file imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide which room they cross into"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards_only(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    used = {name.split(".")[1] for name in imports(parsed(path)) if name.startswith("evmap.")}
    wrong = used - BELOW[room] - {room, "__version__"}
    assert not wrong, f"{room} must not import {', '.join(sorted(wrong))}"


FLOORS = {
    "evmap.ui": (
        ("theme",),
        ("words",),
        ("parts",),
        ("messages", "canvas", "actions"),
        ("outline", "finding", "paper", "tours"),
        ("panels", "presenter"),
        ("window", "commands"),
    ),
    "evmap.ui.canvas": (("geometry",), ("painting",), ("hand",)),
    "evmap.layout": (("geometry", "boxes", "pieces", "problem"), ("routing",), ("searching", "around", "lanes")),
}
"""The rooms within a room, from the ground up: what a file is made of stands below it, or beside it in its own room.

What is imported inside a function, or for types only, is made later and may stand above.
"""


def test_every_floor_stands_on_those_below_it() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for house, floors in FLOORS.items()
        for path in MODULES
        for name in _made_of(path)
        if _floor(house, floors, path) < _floor(house, floors, PACKAGE.parent.joinpath(*name.split(".")))
    ]
    assert not wrong


def _made_of(path: Path) -> Iterator[str]:
    """What a file imports as soon as it is imported itself."""
    for node in parsed(path).body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("evmap."):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _floor(house: str, floors: tuple[tuple[str, ...], ...], path: Path) -> float:
    """On which floor of a house something is; what is none of its rooms stands above them all, or below."""
    home = PACKAGE.parent.joinpath(*house.split("."))
    if home not in path.parents:
        return math.nan
    room = path.relative_to(home).parts[0].removesuffix(".py")
    return next((float(i) for i, rooms in enumerate(floors) if room in rooms), math.nan)


def test_every_room_has_its_place_in_the_rule() -> None:
    assert {room_of(path) for path in MODULES} - {"__init__"} <= set(BELOW)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_qt_is_imported_in_ui_and_nowhere_else(path: Path) -> None:
    used = {name.split(".")[0] for name in imports(parsed(path))}
    assert room_of(path) in ("ui", "app") or not used & {"PySide6", "shiboken6"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_says_what_it_is_for(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith('"""')
    assert len(first) > 12


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) == "ui"], ids=lambda path: path.stem)
def test_nothing_from_outside_is_read_as_markup(path: Path) -> None:
    """Rich text is for Qt's own tool tips, whose text is escaped; no other widget is ever given any."""
    called = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
    assert not called & {"setHtml", "insertHtml", "appendHtml", "RichText", "AutoText", "MarkdownText", "setMarkdown"}


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path) == "ui"], ids=lambda path: path.stem)
def test_python_never_deletes_a_widget_of_qt(path: Path) -> None:
    """To PySide6 what these give belongs to who was asked: widgets of Qt's own come to own each other, are garbage to
    Python, and it deletes them under those that use them. See ``evmap/ui/window/tab_order.py``.
    """
    called = {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}
    assert not called & {"nextInFocusChain", "previousInFocusChain", "focusProxy"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_runs_in_a_thread_of_python(path: Path) -> None:
    """Python collects garbage in whichever thread it happens to be, and would delete widgets in that one. What takes
    long runs in a process of its own, see ``evmap/ui/child.py``.
    """
    if path.stem == "arrival":
        return  # it sees to it that nothing is collected meanwhile
    tree = parsed(path)
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    named |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not named & {"Thread", "ThreadPoolExecutor", "QThreadPool", "QRunnable", "start_new_thread"}


MODULES_LOADED = "import sys; print('\\n'.join(sorted(sys.modules)))"
SOURCES_READ = "import linecache; print('\\n'.join(sorted(linecache.cache)))"


def run(code: str, ending: str = MODULES_LOADED) -> set[str]:
    """What modules a fresh interpreter has loaded at the end of some code that prints nothing, or another ending."""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{ending}"],
        capture_output=True,
        text=True,
        env=settings,
        check=True,
        timeout=60,
    )
    return set(done.stdout.split())


FIRST_WINDOW = """
import tempfile
from pathlib import Path
from evmap.ui.session import Session
from evmap.ui.settings import Settings
from evmap.workspace.opening import open_workspace
from PySide6.QtCore import QTimer
from evmap.ui.canvas import Canvas

paint = Canvas.paintEvent
def paint_and_leave(canvas, event):
    paint(canvas, event)
    QTimer.singleShot(0, session.app.quit)
Canvas.paintEvent = paint_and_leave

session = Session(["evmap"], Settings(Path(tempfile.mkdtemp()) / "settings.ini"))
assert session.run(open_workspace()) == 0
"""


FILL_NOTHING = """
from evmap.ui.canvas import Canvas
from evmap.ui.main_window import MainWindow

MainWindow._fill_slowly = lambda window: None  # it is what comes after the first paint
"""

OWN_MAP = FIRST_WINDOW.replace(
    "session.run(open_workspace())", "session.run(Workspace(shipped.map, shipped.places, shipped.folder))"
).replace("session = ", "from evmap.workspace import Workspace\nshipped = open_workspace()\nsession = ")
"""The start with a map that has no big picture, as a map of a person's own has none: it is seen from afar."""


AFTER_THE_FIRST_PAINT = (
    *("actions.action_set", "actions.table", "actions.spec", "commands", "finding.find_bar", "outline.panel"),
    *(f"panels.{name}.panel" for name in ("legend", "details", "reader")),
    *("window.areas", "window.follow_parts", "window.asking_parts", "parts.elided_button"),
    *("presenter.podium", "paper.picture", "theme.icon_engine", "theme.icons"),
    *(f"canvas.geometry.{name}" for name in ("far", "hit", "lit", "names")),
    *(f"canvas.painting.{name}" for name in ("backdrop", "highlight", "morph")),
    *(f"canvas.hand.{name}" for name in ("hand", "reach")),
)

SEEN_FROM_AFAR = {f"canvas.geometry.{name}" for name in ("far", "names")} | {"theme.icons"}
"""What the first picture of such a map needs all the same, where its icons are large enough for glyphs."""

UNTOUCHED = {"QAction", "QGradient", "QIcon", "QImage", "QStyle", "QVariantAnimation"}
"""Types of Qt with so many enums, or bases, that to touch one takes up to five milliseconds."""


def test_nothing_slow_is_loaded_before_the_first_window_is_painted() -> None:
    loaded = run(FIRST_WINDOW)
    assert "evmap.ui.main_window" in loaded
    tops = {name.split(".")[0] for name in loaded}
    assert not tops & {*LATE, "asyncio", "tomllib", "sqlite3", "http", "ssl", "xml", "concurrent"}
    assert not loaded & {
        f"PySide6.{name}" for name in ("QtNetwork", "QtQml", "QtQuick", "QtOpenGL", "QtOpenGLWidgets", "QtPrintSupport")
    }


def test_what_comes_after_the_first_paint_is_still_called_so() -> None:
    """Else it could be loaded as early as it likes, and no test would see it."""
    places = [PACKAGE.joinpath("ui", *name.split(".")) for name in AFTER_THE_FIRST_PAINT]
    assert [place for place in places if not (place.is_dir() or place.with_suffix(".py").exists())] == []


@pytest.mark.parametrize(("start", "needed"), [(FIRST_WINDOW, set()), (OWN_MAP, SEEN_FROM_AFAR)])
def test_what_nobody_can_use_before_the_first_paint_is_not_loaded(start: str, needed: set[str]) -> None:
    """Nobody can press a key or open a menu before there is a window; a little of each adds up."""
    loaded = run(start.replace("from evmap.ui.canvas import Canvas", FILL_NOTHING))
    assert "evmap.ui.main_window" in loaded
    late = {name for name in AFTER_THE_FIRST_PAINT if f"evmap.ui.{name}" in loaded}
    assert late <= needed


QT_TYPES = """
import PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets
for module in (PySide6.QtCore, PySide6.QtGui, PySide6.QtWidgets):
    print("\\n".join(name for name in vars(module) if name.startswith("Q")))
"""


@pytest.mark.parametrize("start", [FIRST_WINDOW, OWN_MAP])
def test_no_type_of_qt_with_many_enums_is_touched_before_the_first_paint(start: str) -> None:
    """PySide6 makes a type with its enums when it is first touched; picking among overloads touches their arguments."""
    touched = run(start.replace("from evmap.ui.canvas import Canvas", FILL_NOTHING), QT_TYPES)
    assert "QPainter" in touched
    if "QWizard" in touched:
        pytest.skip("this PySide6 makes all types at once")
    assert not touched & UNTOUCHED


def test_pyside_reads_the_source_of_no_module_of_ours() -> None:
    """It would, of each, to see whether it asks for its ``__feature__`` switches; see ``evmap/ui/__init__.py``."""
    assert not {name for name in run(FIRST_WINDOW, SOURCES_READ) if "evmap" in name}


def test_the_rooms_below_ui_never_load_qt() -> None:
    names = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for path in MODULES
        if room_of(path) not in ("ui", "app", "__main__")
    ]
    loaded = run("".join(f"import {name.removesuffix('.__init__')}\n" for name in names))
    assert not {name for name in loaded if name.split(".")[0] in ("PySide6", "shiboken6")}


VERSION = """
import contextlib, io
from evmap.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    assert main(["--version"]) == 0
"""


def test_the_command_line_answers_without_qt_and_without_reading_a_map() -> None:
    loaded = run(VERSION)
    assert not {name for name in loaded if name.startswith(("PySide6", "evmap.storage", "evmap.model"))}
