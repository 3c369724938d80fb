"""A canvas with the map made by hand."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme
from evmap.workspace import Workspace
from tests.ui.canvas.at_hand import shown
from tests.ui.canvas.hand_made import hand_made


@pytest.fixture
def village() -> Workspace:
    return Workspace(*hand_made(), Path())


@pytest.fixture
def canvas(village: Workspace, theme: Theme, qtbot: QtBot) -> Canvas:
    return shown(village, theme, qtbot)
