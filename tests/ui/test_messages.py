"""How the app tells that something went wrong."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evmap.ui.main_window import MainWindow
from evmap.ui.messages.about import AboutDialog
from evmap.ui.messages.report import ReportDialog
from evmap.ui.messages.unexpected import Unexpected
from evmap.ui.theme import Theme
from tests.ui.conftest import Shown


def reports() -> list[ReportDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, ReportDialog) and each.isVisible()]


def close(qtbot: QtBot, dialog: ReportDialog) -> None:
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


@pytest.fixture
def unexpected(qapp: QApplication, qtbot: QtBot) -> Unexpected:
    return Unexpected(QObject(qapp))


def meet(unexpected: Unexpected) -> None:
    try:
        raise ValueError("<b>odd</b>")
    except ValueError as error:
        unexpected.meet(type(error), error, error.__traceback__)


def test_an_unexpected_exception_is_told_in_words_with_details_to_copy(
    unexpected: Unexpected, light: Theme, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    meet(unexpected)
    (dialog,) = reports()
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Something went wrong" in words
    assert "Traceback" not in words
    copy = next(each for each in dialog.findChildren(QPushButton) if "Copy" in each.text())
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: <b>odd</b>" in copied
    assert "EV Map" in copied
    assert "ValueError" in capsys.readouterr().err
    close(qtbot, dialog)


def test_a_fault_that_comes_with_every_frame_shows_one_dialog(
    unexpected: Unexpected, light: Theme, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(3):
        meet(unexpected)
    (dialog,) = reports()
    close(qtbot, dialog)
    meet(unexpected)
    (again,) = reports()
    close(qtbot, again)


def test_installing_takes_over_from_python(unexpected: Unexpected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    unexpected.install()
    assert sys.excepthook == unexpected.meet


def test_a_fault_in_a_thread_is_told_too(
    unexpected: Unexpected,
    light: Theme,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    unexpected.install()
    thread = threading.Thread(target=lambda: meet_nothing["here"])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports()))
    assert "KeyError: 'here'" in reports()[0].details.toPlainText()
    close(qtbot, reports()[0])


meet_nothing: dict[str, str] = {}


def test_words_about_a_long_path_do_not_widen_the_dialog(light: Theme, show: Shown) -> None:
    dialog = ReportDialog("It cannot be opened", "/" + "x" * 400 + " could not be opened.", "one\ntwo")
    show(dialog, 640, 420)
    assert dialog.width() == 640


def test_nothing_about_the_app_is_cut_off(light: Theme, show: Shown) -> None:
    dialog = AboutDialog(light)
    show(dialog, 400, 100)
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert dialog.rect().contains(label.geometry())


def test_a_notice_with_a_long_path_leaves_the_window_as_wide_as_it_was(window: MainWindow) -> None:
    wide, path = window.minimumSizeHint().width(), "/" + "deep" * 200
    window.tell(f"The map is now in {path}.")
    assert window.notice
    assert window.notice.text == f"The map is now in {path}."
    assert window.notice.minimumSizeHint().width() < wide


def test_a_notice_shows_and_goes(window: MainWindow) -> None:
    window.tell("One <b>thing</b>.")
    assert window.notice
    assert window.notice.text == "One <b>thing</b>."
    assert window.notice.isVisible()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.notice.isVisible()
