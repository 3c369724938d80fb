"""A window on the shipped map, which comes with tours."""

import pytest

from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown


@pytest.fixture
def shipped(light: Theme, settings: Settings, show: Shown) -> MainWindow:
    made = MainWindow(open_workspace(), light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    return made
