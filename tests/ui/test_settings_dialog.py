"""The settings dialog: at once, back with Cancel, kept with OK."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from evmap.ui.actions.key_sheet import KeySheet, key_groups
from evmap.ui.actions.spec import is_letter_key
from evmap.ui.actions.table import ACTIONS
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import DEFAULTS, PREFERENCES, Settings
from evmap.ui.settings_dialog import SettingsDialog
from tests.ui.clipping import clipped
from tests.ui.looking import focused

CTRL = Qt.KeyboardModifier.ControlModifier
BUTTON = QDialogButtonBox.StandardButton


@pytest.fixture
def dialog(window: MainWindow) -> SettingsDialog:
    QTest.keyClick(window, Qt.Key.Key_Comma, CTRL)
    (found,) = window.findChildren(SettingsDialog)
    return found


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def press(dialog: SettingsDialog, which: QDialogButtonBox.StandardButton) -> None:
    button = dialog.findChildren(QDialogButtonBox)[0].button(which)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_chosen_takes_effect_at_once(dialog: SettingsDialog, window: MainWindow, settings: Settings) -> None:
    choose(dialog.theme, "dark")
    choose(dialog.text_size, 150)
    dialog.reduced_motion.setChecked(False)
    assert (window.theme.name, window.theme.text) == ("dark", 1.5)
    assert not window.canvas.eye.reduced_motion
    press(dialog, BUTTON.Ok)
    assert (settings.theme, settings.text_size, settings.reduced_motion) == ("dark", 150, False)


def test_cancel_and_escape_put_everything_back(dialog: SettingsDialog, window: MainWindow, settings: Settings) -> None:
    before = settings.preferences()
    choose(dialog.theme, "high-contrast")
    dialog.letter_keys.setChecked(False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert settings.preferences() == before
    assert window.theme.name == "light"
    assert QKeySequence("M") in window.actions_by_table.by_id["view.minimap"].shortcuts()


def test_defaults_can_be_restored_and_that_be_cancelled(dialog: SettingsDialog, settings: Settings) -> None:
    choose(dialog.text_size, 225)
    choose(dialog.wheel, "scroll")
    press(dialog, BUTTON.RestoreDefaults)
    assert settings.preferences() == dict(DEFAULTS)
    assert dialog.text_size.currentData() == 100
    assert dialog.wheel.currentData() == "zoom"
    press(dialog, BUTTON.Cancel)
    assert settings.reduced_motion is True  # as this test's settings began


def test_every_preference_has_its_field(dialog: SettingsDialog) -> None:
    assert {field.objectName() for field in dialog._fields} == set(PREFERENCES)


def test_it_can_be_used_by_keys_alone(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.letter_keys.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert settings.letter_keys is False
    seen = set()
    for _ in range(30):
        seen.add(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert {*dialog._fields, dialog.hints} - seen <= {dialog.hints}  # nothing to show again: the button is off


@pytest.mark.parametrize("percent", [80, 100, 150, 225])
def test_nothing_is_cut_off_while_the_type_grows(dialog: SettingsDialog, percent: int) -> None:
    choose(dialog.text_size, percent)
    QApplication.processEvents()
    assert clipped(dialog) == []
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_a_size_from_the_file_that_is_no_step_is_shown(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    settings.text_size = 133
    dialog = SettingsDialog(settings, window.theme)
    qtbot.addWidget(dialog)
    assert dialog.text_size.currentText() == "133 %"


def test_which_keys_are_letters() -> None:
    assert all(map(is_letter_key, ("A", "M", "?", "/", "+", "-", "1", "Shift+1", "Shift+0", ".")))
    assert not any(map(is_letter_key, ("Ctrl+A", "Ctrl++", "Alt+1", "F6", "Esc", "Home", "Space", "Ctrl+,")))


def test_without_letter_keys_only_those_are_gone(dialog: SettingsDialog, window: MainWindow) -> None:
    dialog.letter_keys.setChecked(False)
    dialog.accept()
    for action in window.actions_by_table.by_id.values():
        kept = [key for key in action.spec.keys if not is_letter_key(key)]
        assert action.shortcuts() == [QKeySequence(key) for key in kept]
    minimap = window.settings.minimap
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_M)
    assert window.settings.minimap is minimap
    told = " ".join(keys for _, rows in key_groups(letters=False) for keys, _ in rows).replace(",", " ").split()
    assert "M" not in told
    assert "F1" in told


def test_letter_keys_stay_off_after_a_start(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.settings.letter_keys = False
    window.settings.flush()
    again = MainWindow(window.workspace, window.theme, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(again)
    assert QKeySequence("M") not in again.actions_by_table.by_id["view.minimap"].shortcuts()


def test_every_letter_key_has_another_way() -> None:
    """A menu entry or a key with Ctrl, Alt or F: the menus hold every command, which the table's own tests see to."""
    assert [spec.id for spec in ACTIONS if any(map(is_letter_key, spec.keys)) and not spec.text] == []


def test_the_list_of_keys_is_one_button_away(dialog: SettingsDialog, window: MainWindow) -> None:
    dialog.keys_wanted.emit()
    assert window.findChildren(KeySheet)


def turn(window: MainWindow, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPointF(window.canvas.rect().center())
    event = QWheelEvent(
        at,
        window.canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.canvas, event)


def test_the_wheel_zooms_or_scrolls_either_way_round(dialog: SettingsDialog, window: MainWindow) -> None:
    start = window.canvas.camera
    choose(dialog.wheel, "scroll")
    turn(window)
    scrolled = window.canvas.camera
    assert scrolled.scale == start.scale
    assert scrolled.y < start.y
    dialog.wheel_reversed.setChecked(True)
    turn(window)
    assert window.canvas.camera.y == pytest.approx(start.y)
    turn(window, CTRL)
    assert window.canvas.camera.scale < start.scale


def test_hints_can_be_asked_for_again(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    settings.hints_seen = 3
    dialog = SettingsDialog(settings, window.theme)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.changed):
        dialog.hints.click()
    assert settings.hints_seen == 0
    assert not dialog.hints.isEnabled()
