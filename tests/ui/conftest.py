"""What tests of panels and window need: a theme, a small workspace, settings in a new folder, a shown window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme, load_theme
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.small_map import small_workspace

Shown = Callable[[QWidget, int, int], None]


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    theme = load_theme("light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def small() -> Workspace:
    return small_workspace()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.hints_seen = 99  # no test is in the way of a hint, but for the hints' own
    made.reduced_motion = True  # no test waits for a flight
    return made


@pytest.fixture
def show(qtbot: QtBot) -> Shown:
    """Shows a widget at a size and waits until it is there."""

    def shown(widget: QWidget, width: int, height: int) -> None:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()

    return shown


@pytest.fixture
def window(small: Workspace, light: Theme, settings: Settings, show: Shown) -> MainWindow:
    made = MainWindow(small, light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    return made


@pytest.fixture
def shipped(light: Theme, settings: Settings, show: Shown) -> MainWindow:
    """A window on the shipped map."""
    made = MainWindow(open_workspace(), light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    return made
