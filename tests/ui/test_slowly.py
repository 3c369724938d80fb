"""What is done slowly gives way to what moves, and goes on after it."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evmap.layout.pieces import Pieces
from evmap.ui.slowly import Slowly


def test_it_gives_way_while_something_moves(qtbot: QtBot) -> None:
    moves, turns = [True], [0]
    done: list[str] = []

    def gives_way() -> bool:
        turns[0] += 1
        return moves[0]

    def work() -> Pieces[str]:
        yield
        return "done"

    parent = QObject()
    slowly = Slowly(parent, gives_way)
    slowly.begin(work(), done.append)
    qtbot.waitUntil(lambda: turns[0] > 1)
    assert not done
    moves[0] = False
    qtbot.waitUntil(lambda: done == ["done"])
    assert not slowly.busy


def test_what_is_wanted_at_once_gives_way_to_nothing(qtbot: QtBot) -> None:
    done: list[str] = []

    def work() -> Pieces[str]:
        yield
        return "done"

    parent = QObject()
    slowly = Slowly(parent, lambda: True)
    slowly.begin(work(), done.append)
    slowly.finish()
    assert done == ["done"]
