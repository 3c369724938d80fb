"""Every key of a talk: what it does, holding it, and clickers. Both windows are of this kind."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.actions.spec import is_letter_key
from evmap.ui.presenter.audience import AudienceWindow
from evmap.ui.presenter.keys import TALK_KEYS, TalkKey, key_of
from evmap.ui.presenter.presenter_window import PresenterWindow
from evmap.ui.presenter.talk_window import TalkWindow
from evmap.workspace.talk import Asking, Blank, Position, Tool
from tests.workspace.talk.made_talks import talk

BEFORE = Position(1, talk().stages_of(1) - 1)


@pytest.fixture
def window(qtbot: QtBot) -> TalkWindow:
    made = TalkWindow(talk())
    made.may_close = True
    qtbot.addWidget(made)
    made.show()
    return made


def press(window: QWidget, key: str) -> None:
    combination = QKeySequence.fromString(key)[0]  # type: ignore[index]
    QTest.keyClick(window, combination.key(), combination.keyboardModifiers())


@pytest.mark.parametrize(
    ("key", "field", "value"),
    [
        ("Right", "at", Position(2, 1)),
        ("Down", "at", Position(2, 1)),
        ("PgDown", "at", Position(2, 1)),
        ("Space", "at", Position(2, 1)),
        ("Return", "at", Position(2, 1)),
        ("N", "at", Position(2, 1)),
        ("Left", "at", BEFORE),
        ("Up", "at", BEFORE),
        ("PgUp", "at", BEFORE),
        ("Backspace", "at", BEFORE),
        ("P", "at", BEFORE),
        ("Home", "at", Position(0)),
        ("End", "at", Position(4)),
        ("G", "overview", True),
        ("B", "blank", Blank.BLACK),
        (".", "blank", Blank.BLACK),
        ("W", "blank", Blank.WHITE),
        (",", "blank", Blank.WHITE),
        ("F", "frozen", True),
        ("L", "tool", Tool.POINTER),
        ("K", "tool", Tool.SPOTLIGHT),
        ("D", "tool", Tool.PEN),
        ("E", "tool", Tool.ERASER),
        ("Z", "tool", Tool.ZOOM),
        ("O", "whole", True),
        ("T", "notes", True),
        ("Esc", "asking", Asking.LEAVE),
        ("7", "typed", "7"),
    ],
)
def test_a_key_does_what_the_table_says(window: TalkWindow, key: str, field: str, value: object) -> None:
    window.talk.go_to(2)
    press(window, key)
    assert getattr(window.talk.state, field) == value


def test_a_number_and_enter(window: TalkWindow) -> None:
    press(window, "5")
    press(window, "Return")
    assert window.talk.state.at == Position(4)


def test_tab_shows_the_whole_map_only_while_it_is_held(window: TalkWindow) -> None:
    QTest.keyPress(window, Qt.Key.Key_Tab)
    assert window.talk.state.whole
    QTest.keyRelease(window, Qt.Key.Key_Tab)
    assert not window.talk.state.whole


def test_holding_a_key_does_not_skip(window: TalkWindow) -> None:
    for _ in range(20):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(window, event)
    assert window.talk.state.at == Position(0)


def test_a_clicker_cannot_lose_the_talk(window: TalkWindow) -> None:
    for key in ("PgDown", "PgDown", ".", "PgDown", "F5", "Esc", "F5", "Esc", "F5", "Esc", "F5"):
        press(window, key)
    state = window.talk.state
    assert not state.ended
    assert state.asking is Asking.NOTHING
    assert state.at == Position(1, 2)


@pytest.mark.parametrize("key", [name for key in TALK_KEYS if key.id != "escape" for name in key.keys] + ["7"])
def test_every_key_but_esc_goes_on_when_it_is_asked_whether_to_leave(window: TalkWindow, key: str) -> None:
    window.talk.go_to(2)
    before = window.talk.state
    press(window, "Esc")
    press(window, key)
    assert window.talk.state == before


@pytest.mark.parametrize("key", TALK_KEYS, ids=lambda key: key.id)
def test_every_row_of_the_table_is_found_by_each_of_its_keys(key: TalkKey) -> None:
    for name in key.keys:
        combination = QKeySequence.fromString(name)[0]  # type: ignore[index]
        event = QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())
        assert key_of(event) is key


@pytest.mark.parametrize("letters", [True, False])
def test_no_key_means_two_things(letters: bool) -> None:
    keys = [name for key in TALK_KEYS for name in key.keys_in_use(letters=letters)]
    assert len(keys) == len(set(keys))


def test_without_single_letter_keys_a_letter_wants_alt_and_clickers_still_work(window: TalkWindow) -> None:
    window.letters = False
    window.talk.go_to(1)
    before = window.talk.state
    for key in ("N", "P", "B", "W", ",", "F", "D", "O", "G", "V", "Shift+D"):
        press(window, key)
    assert window.talk.state == before
    press(window, "Alt+D")
    assert window.talk.state.tool is Tool.PEN
    for key in ("PgDown", "PgUp", "."):
        press(window, key)
    assert window.talk.state.blank is Blank.BLACK


def test_without_them_all_that_is_left_of_one_character_is_what_clickers_send() -> None:
    keys = [name for key in TALK_KEYS for name in key.keys_in_use(letters=False)]
    assert [name for name in keys if is_letter_key(name)] == ["."]


@pytest.mark.parametrize("kind", [AudienceWindow, PresenterWindow])
@pytest.mark.parametrize("handler", ["keyPressEvent", "keyReleaseEvent", "event", "closeEvent"])
def test_both_windows_leave_keys_to_what_they_have_in_common(kind: type[TalkWindow], handler: str) -> None:
    assert handler not in vars(kind)
