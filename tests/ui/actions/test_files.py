"""Opening another map and exporting this one."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from evmap.storage.opening import open_map
from evmap.ui.actions.files import MapFiles
from evmap.ui.main_window import MainWindow
from evmap.ui.messages.report import ReportDialog
from evmap.workspace import Workspace


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def files(window: MainWindow, small: Workspace, told: list[str], tmp_path: Path) -> MapFiles:
    return MapFiles(window, small, str(tmp_path), told.append)


def test_an_exported_map_opens_again(files: MapFiles, told: list[str], tmp_path: Path, small: Workspace) -> None:
    file = tmp_path / "my map.json"
    files.export_to(str(file))
    assert told == [f"The map is now in {file}."]
    assert [each.id for each in open_map(file).map.links] == [each.id for each in small.map.links]
    assert files.folder == str(tmp_path)


def test_a_place_that_cannot_be_written_is_told(files: MapFiles, told: list[str], tmp_path: Path) -> None:
    files.export_to(str(tmp_path / "nowhere" / "map.json"))
    assert "could not be written" in told[0]
    assert "Choose another place." in told[0]


def test_a_map_that_cannot_be_read_is_told_line_by_line(files: MapFiles, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "bad.json"
    file.write_text("{no", encoding="utf-8")
    files.open_file(str(file))
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ReportDialog))
    assert "bad.json could not be opened" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "bad.json" in dialog.details.toPlainText()
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_the_dialog_gives_the_chosen_map_to_the_window(files: MapFiles, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "map.json"
    files.export_to(str(file))
    opened: list[Workspace] = []
    dialog = files.ask_to_open(opened.append)
    dialog.fileSelected.emit(str(file))
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()
    assert opened[0].map.title == "Extracellular vesicles"
