"""A shown window on the shipped map, and what one does with its find field."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evmap.ui.finding.find_bar import FindBar
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown

Type = Callable[[str], None]


@pytest.fixture
def shipped() -> Workspace:
    return open_workspace()


@pytest.fixture
def window(shipped: Workspace, light: Theme, settings: Settings, show: Shown) -> MainWindow:
    made = MainWindow(shipped, light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    made.canvas.setFocus()
    return made


@pytest.fixture
def bar(window: MainWindow) -> FindBar:
    return window.find_bar


@pytest.fixture
def find(window: MainWindow, bar: FindBar, qtbot: QtBot) -> Type:
    """Opens the field by its command and types into it what has the letters of a keyboard, or pastes it."""

    def typed(text: str) -> None:
        window.commands.finding.find()
        bar.field.clear()
        if text.isascii():
            QTest.keyClicks(bar.field, text)
        else:
            bar.field.insert(text)
            bar.field.textEdited.emit(text)
        qtbot.waitUntil(lambda: window.workspace.finding.ready)

    return typed
