"""One's own tours on the disk: kept and read again, told when they cannot be, imported from anywhere."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.messages.report import ReportDialog
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.tours.files import TourFiles
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown


def add(window: MainWindow, concept: str = "exosomes") -> None:
    window.workspace.select_concept(concept)
    window.commands.tours.add_view()


def told(window: MainWindow) -> str:
    return window.notice.text if window.notice else ""


def files(window: MainWindow, tmp_path: Path) -> TourFiles:
    return TourFiles(window, window.workspace, str(tmp_path), window.tell)


def reported(window: MainWindow) -> str:
    (dialog,) = window.findChildren(ReportDialog)
    return dialog.windowTitle() + "\n" + "\n".join(each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))


def exported(window: MainWindow, tmp_path: Path) -> Path:
    add(window)
    path = tmp_path / "sent.json"
    files(window, tmp_path).export_to(str(path))
    return path


def test_a_tour_is_kept_and_there_at_the_next_start(
    shipped: MainWindow, light: Theme, settings: Settings, show: Shown, qtbot: QtBot
) -> None:
    add(shipped)
    assert shipped.late
    keeping = shipped.late.tours.keeping
    qtbot.waitUntil(lambda: not keeping.pending)
    shipped.close()
    again = MainWindow(open_workspace(), light, settings)
    show(again, 1366, 768)
    again.fill()
    assert [tour.title for tour in again.workspace.tours.own] == ["My tour"]
    assert again.legend.tours.rows[-1].accessibleName() == "My tour, 1 step, yours"
    assert not again.workspace.tours.undo_text


def test_a_full_disk_is_told_and_the_tour_is_saved_later(shipped: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    assert shipped.late
    keeping = shipped.late.tours.keeping
    add(shipped)
    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        assert not keeping.keep()
        assert "No space left on device" in told(shipped)
        assert "stay in this window" in told(shipped)
        assert not shipped.close()  # it can be exported; closing again leaves without
        assert shipped.isVisible()
    add(shipped, "lupus")
    assert keeping.keep()
    assert not keeping.pending


def test_a_window_whose_tours_cannot_be_kept_closes_the_second_time(shipped: MainWindow, settings: Settings) -> None:
    (settings.folder / "tours").write_text("a file where the folder should be", encoding="utf-8")
    add(shipped)
    assert not shipped.close()
    assert "close the window again" in told(shipped)
    assert shipped.close()


def test_a_damaged_kept_tour_is_told(shipped: MainWindow, light: Theme, settings: Settings, show: Shown) -> None:
    add(shipped)
    shipped.close()
    (file,) = (settings.folder / "tours").glob("*/*.json")
    file.write_text("{not a tour", encoding="utf-8")
    again = MainWindow(open_workspace(), light, settings)
    show(again, 1366, 768)
    again.fill()
    assert "put aside" in told(again)
    assert not again.workspace.tours.own


def test_a_tour_goes_out_and_comes_in_as_one_file(shipped: MainWindow, tmp_path: Path) -> None:
    path = exported(shipped, tmp_path)
    files(shipped, tmp_path).import_file(str(path))
    first, second = shipped.workspace.tours.own
    assert [step.links for step in first.steps] == [step.links for step in second.steps]
    assert shipped.workspace.chosen_tour == second.id
    assert shipped.workspace.tours.undo_text == "Import tour “My tour”"


def test_what_is_gone_is_named_and_the_rest_works(shipped: MainWindow, tmp_path: Path) -> None:
    path = exported(shipped, tmp_path)
    said = json.loads(path.read_text(encoding="utf-8"))
    said["tour"]["steps"][0]["focus"].append("gone")
    path.write_text(json.dumps(said), encoding="utf-8")
    files(shipped, tmp_path).import_file(str(path))
    assert "Step 1 shows “gone”, which is not on this map." in reported(shipped)
    shipped.workspace.touring.show_step(0)
    assert "exosomes" in shipped.workspace.spotlight.concepts


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"schema": 99}', b'{"schema": 1, "map": "", "tour": 3}', b"[" * 100_000],
)
def test_a_file_that_is_no_tour_changes_nothing(shipped: MainWindow, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "hostile.json"
    path.write_bytes(data)
    files(shipped, tmp_path).import_file(str(path))
    assert "The tour cannot be imported" in reported(shipped)
    assert "hostile.json" in reported(shipped)
    assert shipped.workspace.tours.own == ()


def test_an_export_that_fails_says_where_and_what_to_do(shipped: MainWindow, tmp_path: Path) -> None:
    add(shipped)
    files(shipped, tmp_path).export_to(str(tmp_path / "nowhere" / "tour.json"))
    assert "Choose another place" in told(shipped)
