"""From the window: what is asked for is what is drawn, it can be given up, and no half file is ever left."""

import errno
import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from evmap.model import Step, Tour
from evmap.ui.main_window import MainWindow
from evmap.ui.paper import press
from evmap.ui.paper.dialogs import HandoutDialog, PictureDialog
from evmap.ui.paper.office import Office
from evmap.workspace import Lens, View
from evmap.workspace.paper import HandoutOrder, PictureOrder
from tests.ui.paper.conftest import groups, pdf_of, svg_of, words

PATIENCE_MS = 60_000
ENDLESS = ("-c", "import sys, time; sys.stdin.read(); print('0.25', flush=True); time.sleep(600)")
FAILING = ("-c", "print('problem \"The legend leaves no room.\"')")
BROKEN = ("-c", "raise SystemExit('It broke.')")
FULL = (
    "-c",
    "import errno\nfrom pathlib import Path\nfrom evmap.ui.paper import worker\n"
    "def full(*a, **k): raise OSError(errno.ENOSPC, 'No space left on device')\n"
    "Path.open = full\nworker.main()",
)


@pytest.fixture
def office(window: MainWindow) -> Office:
    return window.commands.files.office


def save(dialog: PictureDialog | HandoutDialog, window: MainWindow, target: Path) -> None:
    """Press the button that goes on, and say where to."""
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton)
    where = window.findChild(QFileDialog)
    assert where is not None
    where.fileSelected.emit(str(target))
    where.reject()


def choose(dialog: PictureDialog, **wanted: object) -> None:
    for field, value in wanted.items():
        box = getattr(dialog, field)
        box.setCurrentIndex(box.findData(value))


def told(window: MainWindow) -> str:
    return window.notice.text if window.notice else ""


def test_a_key_asks_and_the_picture_shows_what_the_window_shows(
    window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    window.workspace.show_view(View.ATLAS)
    window.workspace.asking.look_through(Lens.CERTAINTY)
    window.workspace.select_concept("t-cell-exosomes")
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.findChild(PictureDialog)
    assert dialog is not None
    choose(dialog, file_form="svg", what=False)
    assert not dialog.times.isEnabled()
    assert not dialog.measure.isEnabled()
    out = tmp_path / "map.svg"
    with qtbot.waitSignal(office.press.done, timeout=PATIENCE_MS):
        save(dialog, window, out)
    root = svg_of(out.read_bytes())
    assert groups(root, "concept-")
    assert root.get("width") == str(window.canvas.width())
    assert str(out) in told(window)
    assert [each.name for each in tmp_path.glob("*map*")] == ["map.svg"]
    assert window.settings.last_folder == str(tmp_path)


def test_the_order_is_what_the_dialog_and_the_window_say(window: MainWindow, office: Office) -> None:
    dialog = office.ask_for_picture()
    choose(dialog, file_form="png", times=4, theme_name="dark", measure=None)
    dialog.legend.setChecked(False)
    order = office.picture_order(dialog)
    assert (order.form, order.times, order.theme, order.size, order.legend) == ("png", 4, "dark", None, False)
    assert (order.viewing, order.seen) == (window.workspace.viewing, None)
    choose(dialog, what=False)
    order = office.picture_order(dialog)
    camera = window.canvas.shot.camera
    assert order.seen
    assert (order.seen.scale, order.seen.x, order.seen.y) == (camera.scale, camera.x, camera.y)
    assert order.size == window.canvas.shot.size
    dialog.reject()


def test_what_was_chosen_last_is_offered_again(window: MainWindow, office: Office) -> None:
    dialog = office.ask_for_picture()
    choose(dialog, file_form="svg", times=3, theme_name="projector", what=False)
    dialog.measure.setCurrentIndex(4)
    dialog.legend.setChecked(False)
    dialog.accept()
    again = office.ask_for_picture()
    boxes = (again.what, again.file_form, again.times, again.theme_name)
    assert [box.currentData() for box in boxes] == [False, "svg", 3, "projector"]
    assert again.measure.currentText() == "A3, landscape"
    assert not again.legend.isChecked()
    again.reject()
    printing = office.ask_for_handout()
    printing.readers.setCurrentIndex(1)
    printing.page.setCurrentIndex(1)
    printing.accept()
    another = office.ask_for_handout()
    assert (another.readers.currentData(), another.page.currentData()) == (False, "letter")
    another.reject()


def test_a_choice_that_was_given_up_is_not_remembered(window: MainWindow, office: Office) -> None:
    dialog = office.ask_for_picture()
    choose(dialog, file_form="pdf", measure=None)
    dialog.reject()
    again = office.ask_for_picture()
    assert again.file_form.currentData() == "png"
    assert again.measure.currentText() == "1600 × 1000"
    again.reject()


def test_the_theme_of_the_window_stays_the_one_that_is_offered(window: MainWindow, office: Office) -> None:
    dialog = office.ask_for_picture()
    assert dialog.theme_name.currentData() == window.theme.name
    dialog.accept()
    assert window.settings.picture_theme == ""


def test_an_image_has_its_pixels(window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    order = PictureOrder("png", window.workspace.viewing, size=(800.0, 600.0), times=2)
    with qtbot.waitSignal(office.press.done, timeout=PATIENCE_MS):
        office.start(order, tmp_path / "out.png")
    image = QImage(str(tmp_path / "out.png"))
    assert (image.width(), image.height()) == (1600, 1200)


def test_a_tour_is_printed_for_the_class(window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(HandoutDialog)
    assert dialog is not None
    dialog.readers.setCurrentIndex(1)
    steps = len(dialog.chosen_tour.steps)
    with qtbot.waitSignal(office.press.done, timeout=PATIENCE_MS):
        save(dialog, window, tmp_path / "tour.pdf")
    pages = pdf_of((tmp_path / "tour.pdf").read_bytes()).pages
    assert len(pages) == steps + 1
    assert "Sources" in words(pages[-1].extract_text())


def test_ones_own_tour_is_printed_too(window: MainWindow, office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    touring = window.workspace.touring
    made = touring.desk.new_tour("Mine / ours")
    touring.desk.new_tour("Empty")
    touring.desk.add_step(made, Step("One", ("t-cell-exosomes",), (), None, "Say hello."))
    touring.choose(made)
    dialog = office.ask_for_handout()
    assert dialog.chosen_tour.title == "Mine / ours"
    assert dialog.tour.findText("Empty") < 0
    with qtbot.waitSignal(office.press.done, timeout=PATIENCE_MS):
        save(dialog, window, tmp_path / "own.pdf")
    assert "Say hello." in words(pdf_of((tmp_path / "own.pdf").read_bytes()).pages[0].extract_text())


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_it_can_be_given_up_and_nothing_is_left(
    window: MainWindow, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    monkeypatch.setattr(press, "WORKER", ENDLESS)
    out = tmp_path / "files" / "out.svg"
    out.parent.mkdir()
    out.write_text("old")
    office.start(PictureOrder("svg", window.workspace.viewing), out)
    qtbot.waitUntil(office.work.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: office.work.share == 0.25, timeout=PATIENCE_MS)
    with qtbot.waitSignal(office.press.ended, timeout=PATIENCE_MS):
        if way == "button":
            QTest.mouseClick(office.work.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
        elif way == "escape":
            QTest.keyClick(window, Qt.Key.Key_Escape)
        else:
            window.close()
    assert not office.busy
    assert not office.work.isVisible()
    assert [each.name for each in out.parent.iterdir()] == ["out.svg"]
    assert out.read_text() == "old"


@pytest.mark.parametrize(
    ("worker", "why"),
    [(FAILING, "The legend leaves no room."), (BROKEN, "It broke."), (FULL, "No space left on device. Choose")],
)
def test_what_fails_is_told_and_leaves_the_old_file(
    window: MainWindow,
    office: Office,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    worker: tuple[str, ...],
    why: str,
) -> None:
    monkeypatch.setattr(press, "WORKER", worker)
    out = tmp_path / "files" / "out.svg"
    out.parent.mkdir()
    out.write_text("old")
    with qtbot.waitSignal(office.press.failed, timeout=PATIENCE_MS):
        office.start(PictureOrder("svg", window.workspace.viewing), out)
    assert told(window).startswith(f"{out} was not saved. ")
    assert why in told(window)
    assert [each.name for each in out.parent.iterdir()] == ["out.svg"]
    assert out.read_text() == "old"


def test_a_folder_that_cannot_be_written_is_told_at_once(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused(*_args: object, **_said: object) -> tuple[int, str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refused)
    tour = Tour("own", "Own", "", (Step("One", (), (), None, ""),))
    office.start(HandoutOrder(tour), tmp_path / "out.pdf")
    assert not office.busy
    assert "Permission denied. Choose another place." in told(window)
