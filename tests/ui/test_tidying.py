"""Whole searches for rubbish wait until nothing moves."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from evmap.ui.tidying import Tidying


class _Rubbish:
    """Refers to itself, so that only a search finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def quiet() -> list[bool]:
    return [False]


@pytest.fixture
def tidying(qapp: QApplication, quiet: list[bool]) -> Iterator[Tidying]:
    usual = gc.get_threshold()
    parent = QObject()
    made = Tidying(lambda: quiet[0], parent)
    made.begin()
    yield made
    gc.set_threshold(*usual)


def _old_rubbish() -> "weakref.ref[_Rubbish]":
    """Rubbish that outlived the small searches, which have become worth a whole one."""
    gc.collect()
    made = _Rubbish()
    found = weakref.ref(made)
    for _ in range(13):
        gc.collect(1)
    del made
    return found


def test_while_something_moves_no_whole_search_is_made(tidying: Tidying, quiet: list[bool]) -> None:
    rubbish = _old_rubbish()
    tidying.look()
    assert rubbish() is not None
    quiet[0] = True
    tidying.look()
    assert rubbish() is None


def test_after_a_search_there_is_none_for_a_while(tidying: Tidying, quiet: list[bool]) -> None:
    quiet[0] = True
    _old_rubbish()
    tidying.look()
    made = _Rubbish()
    left = weakref.ref(made)
    del made
    tidying.look()
    assert left() is not None
