"""Making a tour in the window: views become steps, every field by mouse and keys, undo by name, kept between starts."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from evmap.model import Predict
from evmap.storage.tour_files import encode_tour
from evmap.ui.main_window import MainWindow
from evmap.ui.messages.report import ReportDialog
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.tours.files import TourFiles
from evmap.ui.tours.step_rows import StepRows
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown


@pytest.fixture
def workspace() -> Workspace:
    return open_workspace()


@pytest.fixture
def window(workspace: Workspace, light: Theme, settings: Settings, show: Shown) -> MainWindow:
    made = MainWindow(workspace, light, settings)
    show(made, 1366, 768)
    made.activateWindow()
    made.fill()
    return made


def run(window: MainWindow, action: str) -> None:
    window.actions_by_table.by_id[action].trigger()


def part(window: MainWindow, kind: type[QWidget], name: str) -> QWidget:
    found = window.details.findChild(kind, name)
    assert found is not None, f"{name} is not on the page"
    return found


def steps(window: MainWindow) -> StepRows:
    rows = part(window, QListWidget, "tour-steps")
    assert isinstance(rows, StepRows)
    return rows


def titles(window: MainWindow) -> list[str]:
    tour = window.workspace.touring.tour
    assert tour is not None
    return [step.title for step in tour.steps]


def three_steps(window: MainWindow) -> None:
    run(window, "tour.new")
    for concept in ("exosomes", "t-cells", "cytotoxins"):
        window.workspace.select_concept(concept)
        run(window, "tour.add")
    if window.details.findChild(QListWidget, "tour-steps") is None:
        run(window, "tour.show")


def test_a_tour_is_made_from_what_one_sees(window: MainWindow) -> None:
    three_steps(window)
    tour = window.workspace.touring.own
    assert tour is not None
    assert [step.focus[0] for step in tour.steps] == ["exosomes", "t-cells", "cytotoxins"]
    assert all(step.links and step.quote for step in tour.steps)
    assert window.workspace.chosen_tour == tour.id


def test_a_shipped_tour_is_never_changed_but_a_copy_can_be(window: MainWindow) -> None:
    shipped = window.workspace.map.tours[0]
    window.workspace.choose_tour(shipped.id)
    assert window.workspace.touring.own is None
    assert window.details.findChild(QLineEdit, "tour-title") is None
    run(window, "tour.copy")
    own = window.workspace.touring.own
    assert own is not None
    assert own.steps == shipped.steps
    assert window.workspace.tours.shipped[0] == shipped


def test_choosing_a_step_shows_it_on_the_map(window: MainWindow) -> None:
    tour = window.workspace.map.tours[3]
    window.workspace.choose_tour(tour.id)
    rows = steps(window)
    rows.setCurrentRow(2)
    assert window.workspace.touring.shown_step == tour.steps[2]
    light = window.workspace.spotlight
    assert set(light.links) == set(tour.steps[2].links)


def test_title_and_question_of_a_tour_are_typed(window: MainWindow) -> None:
    three_steps(window)
    title, question = part(window, QLineEdit, "tour-title"), part(window, QLineEdit, "tour-question")
    assert isinstance(title, QLineEdit)
    assert isinstance(question, QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Small mail")
    question.selectAll()
    QTest.keyClicks(question, "Who writes?")
    tour = window.workspace.touring.own
    assert tour is not None
    assert (tour.title, tour.question) == ("Small mail", "Who writes?")


def test_every_field_of_a_step_is_changed_and_undone_by_name(window: MainWindow) -> None:
    three_steps(window)
    steps(window).setCurrentRow(0)
    before = window.workspace.touring.own
    title = part(window, QLineEdit, "tour-step-title")
    assert isinstance(title, QLineEdit)
    title.selectAll()
    QTest.keyClicks(title, "Meet them")
    notes = next(each for each in window.details.findChildren(QPlainTextEdit) if not each.isReadOnly())
    QTest.keyClicks(notes, "Ask first.")
    build = next(each for each in window.details.findChildren(QCheckBox) if "Build" in each.text())
    build.setChecked(True)
    next(iter(window.details.findChildren(QSpinBox))).setValue(75)
    touring = window.workspace.touring
    assert touring.own
    step = touring.own.steps[0]
    assert (step.title, step.notes, step.build, step.seconds) == ("Meet them", "Ask first.", True, 75)
    run(window, "edit.undo")
    assert touring.own.steps[0].seconds == 0
    assert "Meet them" in touring.desk.redo_text
    for _ in range(3):
        run(window, "edit.undo")
    assert touring.own == before
    for _ in range(4):
        run(window, "edit.redo")
    assert touring.own.steps[0] == step


def test_a_step_can_keep_something_back(window: MainWindow) -> None:
    three_steps(window)
    touring = window.workspace.touring
    assert touring.own
    touring.desk.change_step(touring.own.id, 0, predict=Predict.PHRASES)
    assert touring.own.steps[0].predict is Predict.PHRASES


def test_steps_are_reordered_doubled_and_deleted_by_keys(window: MainWindow) -> None:
    three_steps(window)
    first, second, third = titles(window)
    rows = steps(window)
    rows.setFocus()
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(window) == [second, first, third]
    QTest.keyClick(rows, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert titles(window) == [second, first, first, third]
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert len(titles(window)) == 3
    run(window, "edit.undo")
    run(window, "edit.undo")
    run(window, "edit.undo")
    assert titles(window) == [first, second, third]


def test_a_tour_that_is_deleted_comes_back_by_undo(window: MainWindow) -> None:
    three_steps(window)
    before = window.workspace.tours.own
    run(window, "tour.delete")
    assert window.workspace.tours.own == ()
    run(window, "edit.undo")
    assert window.workspace.tours.own == before


def test_own_tours_are_there_at_the_next_start(
    window: MainWindow, light: Theme, settings: Settings, show: Shown
) -> None:
    three_steps(window)
    kept = [tour.title for tour in window.workspace.tours.own]
    assert window.close()
    again = MainWindow(open_workspace(), light, settings)
    show(again, 1366, 768)
    again.fill()
    assert [tour.title for tour in again.workspace.tours.own] == kept


def test_a_full_disk_is_told_nothing_is_lost_and_the_window_stays_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    three_steps(window)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not window.close()
    assert window.notice is not None
    assert "No space left" in window.notice.text or "could not be kept" in window.notice.text
    assert len(titles(window)) == 3
    assert window.close()


def test_an_exported_tour_is_imported_again(window: MainWindow, tmp_path: Path) -> None:
    tour = window.workspace.map.tours[1]
    window.workspace.choose_tour(tour.id)
    files = TourFiles(window, window.workspace, str(tmp_path), window.tell)
    files.export_to(str(tmp_path / "tour.json"))
    files.import_file(str(tmp_path / "tour.json"))
    own = window.workspace.touring.own
    assert own is not None
    assert [step.title for step in own.steps] == [step.title for step in tour.steps]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"schema": 9}', b"[" * 50_000])
def test_a_hostile_file_gets_a_sentence_and_changes_nothing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, content: bytes
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    TourFiles(window, window.workspace, str(tmp_path), window.tell).import_file(str(path))
    assert window.workspace.tours.own == ()
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.close()


def test_an_id_that_is_gone_is_named_and_the_rest_works(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    from msgspec.structs import replace

    tour = window.workspace.map.tours[1]
    first, *rest = tour.steps
    changed = replace(tour, steps=(replace(first, focus=(*first.focus, "no-such-thing")), *rest))
    (tmp_path / "tour.json").write_bytes(encode_tour(changed, "x"))
    TourFiles(window, window.workspace, str(tmp_path), window.tell).import_file(str(tmp_path / "tour.json"))
    own = window.workspace.touring.own
    assert own is not None
    assert len(own.steps) == len(tour.steps)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert any("no-such-thing" in each.toPlainText() for each in dialog.findChildren(QPlainTextEdit))
    dialog.close()


def test_rehearsed_times_are_offered_and_taken(window: MainWindow) -> None:
    three_steps(window)
    touring = window.workspace.touring
    assert touring.own
    touring.note_rehearsal(touring.own.id, (30.4, 0.0, 61.0))
    touring.take_rehearsal()
    assert [step.seconds for step in touring.own.steps] == [30, 0, 61]
