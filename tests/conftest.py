"""What all tests share: no display, no settings of the person who runs them, a small map and a theme."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
_HOME = tempfile.TemporaryDirectory(prefix="evmap-tests-")
os.environ["XDG_CONFIG_HOME"] = _HOME.name

import pytest  # noqa: E402 - the variables above have to stand before anything imports Qt
from PySide6.QtCore import QCoreApplication, QEvent, QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from pytestqt.qtbot import QtBot  # noqa: E402

from evmap.model import ConceptMap  # noqa: E402
from evmap.ui.theme import Theme, load_fonts, load_theme  # noqa: E402
from evmap.workspace import Workspace  # noqa: E402
from tests.ui import small_map as made  # noqa: E402


@pytest.fixture(autouse=True)
def _windows_end_with_their_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hold the widgets of a test until it is over, and then delete what was to be deleted later.

    Without a running event loop a closed window would be left to Python's collector, which may come in the middle of
    what another window paints: to take the first one apart then ends the process.
    """
    held: list[QWidget] = []
    if "qtbot" in request.fixturenames:
        qtbot: QtBot = request.getfixturevalue("qtbot")
        add = qtbot.addWidget

        def add_and_hold(widget: QWidget, **more: Any) -> None:
            held.append(widget)
            add(widget, **more)

        setattr(qtbot, "addWidget", add_and_hold)  # noqa: B010 - mypy minds an assignment to a method
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def small_map() -> ConceptMap:
    """Nine concepts and eight links of the real articles, with every kind of quote."""
    return made.small_map()


@pytest.fixture
def workspace() -> Workspace:
    """A person's fresh work on the small map."""
    return made.small_workspace()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme, with the bundled fonts loaded."""
    load_fonts()
    return load_theme("light")


@pytest.fixture
def settings_folder(tmp_path: Path) -> Path:
    """A folder of its own for what a window remembers."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    return tmp_path
