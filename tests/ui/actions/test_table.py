"""The table of commands."""

from collections import Counter
from typing import Self, cast

from PySide6.QtGui import QKeySequence

from evmap.ui.actions.key_sheet import KeySheet, key_groups
from evmap.ui.actions.spec import NOT_NOW, When
from evmap.ui.actions.table import ACTIONS, MENUS
from evmap.ui.commands import Commands
from evmap.ui.main_window import MainWindow
from evmap.ui.theme import Theme
from tests.ui.conftest import Shown
from tests.ui.looking import text_of


def test_no_id_and_no_key_is_given_twice() -> None:
    ids = Counter(spec.id for spec in ACTIONS)
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [each for each, number in (ids + keys).items() if number > 1] == []


def test_every_key_is_a_key() -> None:
    for spec in ACTIONS:
        for key in spec.keys:
            assert QKeySequence(key).count() == 1, (spec.id, key)


def test_menus_name_known_commands_and_every_command_is_in_one() -> None:
    placed = [each for _, ids in MENUS for each in ids if each != "-"]
    known = {spec.id for spec in ACTIONS}
    assert set(placed) <= known
    assert known - set(placed) == {"go.menu"}  # the menu cannot be in itself


def test_no_two_entries_of_a_menu_share_a_letter() -> None:
    texts = {spec.id: spec.text for spec in ACTIONS}
    for title, ids in MENUS:
        letters = [texts[each].split("&")[1][0].lower() for each in ids if each != "-" and "&" in texts[each]]
        assert len(letters) == len(set(letters)), (title, letters)


def test_every_situation_can_say_why_its_commands_cannot_be_used() -> None:
    assert set(When) - set(NOT_NOW) == {When.ALWAYS}, "give the new situation its words in NOT_NOW"


class Asked:
    """Finds what an action asks for among a window's real commands, and leaves it undone."""

    def __init__(self, real: object) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Self:
        return type(self)(getattr(self._real, name))

    def __call__(self, *_args: object) -> None:
        assert callable(self._real)


def test_the_window_can_do_everything_that_actions_ask(window: MainWindow) -> None:
    for spec in ACTIONS:
        spec.run(cast(Commands, Asked(window.commands)))


def test_the_key_sheet_tells_every_key(light: Theme, show: Shown) -> None:
    told = " ".join(keys for _, rows in key_groups() for keys, _ in rows)
    for spec in ACTIONS:
        for key in spec.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in told
    sheet = KeySheet(light)
    show(sheet, 900, 600)
    assert "Whole map" in text_of(sheet)
    assert "&" not in text_of(sheet)
