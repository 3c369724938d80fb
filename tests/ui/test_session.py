"""One run of the app: theme, settings, and one window after another."""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evmap import app
from evmap.ui.session import Session
from evmap.ui.settings import Settings
from evmap.ui.tidying import Tidying
from evmap.workspace import Workspace
from tests.ui.small_map import small_workspace


@pytest.fixture
def session(qapp: QApplication, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    usual = gc.get_threshold()
    yield Session(["evmap"], settings)
    for tidying in qapp.findChildren(Tidying):
        tidying.deleteLater()
    gc.set_threshold(*usual)


def test_the_first_start_takes_the_system_s_light_or_dark(session: Session, small: Workspace, qtbot: QtBot) -> None:
    session.open_window(small)
    assert session.window
    qtbot.addWidget(session.window)
    assert session.window.theme.name in ("light", "dark")
    assert session.settings.theme == ""  # nothing was chosen yet: the next start asks the system again


def test_a_chosen_theme_comes_back(session: Session, small: Workspace, qtbot: QtBot) -> None:
    session.settings.theme = "projector"
    session.open_window(small)
    assert session.window
    qtbot.addWidget(session.window)
    assert session.window.theme.name == "projector"


def test_another_map_takes_the_window_s_place(session: Session, small: Workspace, qtbot: QtBot) -> None:
    session.open_window(small)
    first = session.window
    assert first
    other = small_workspace()
    with qtbot.waitSignal(first.destroyed):
        first.map_opened.emit(other)
    assert session.window
    qtbot.addWidget(session.window)
    assert session.window is not first
    assert session.window.workspace is other
    assert session.window.isVisible()


def test_a_map_that_cannot_be_read_is_told_before_any_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run(tmp_path / "nothing.json") == 1
    said = capsys.readouterr().err
    assert gc.isenabled()
    assert "nothing.json" in said
    assert "Traceback" not in said


def test_the_window_before_is_held_until_qt_has_deleted_it(session: Session, qtbot: QtBot) -> None:
    session.open_window(small_workspace())
    session.open_window(small_workspace())
    assert session.window
    qtbot.addWidget(session.window)
    assert session._leaving is not None
    qtbot.waitUntil(lambda: session._leaving is None)
