"""Tab through the window: as one reads it, with every stop in sight and visibly focused, and back again."""

import gc
from itertools import groupby, pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from evmap.model import Kind
from evmap.ui.main_window import MainWindow
from evmap.ui.theme import THEME_NAMES
from evmap.workspace import Lens
from tests.ui.looking import focused
from tests.ui.window_states import State, care, gaps, outline, path, reading, settle, tour

SHIFT = Qt.KeyboardModifier.ShiftModifier


def area_of(window: MainWindow, part: QWidget) -> str:
    areas: dict[str, QWidget | None] = {
        "header": window.header,
        "notice": window.notice,
        "legend": window.left,
        "map": window.stage.views,
        "reader": window.stage.side,
        "details": window.right,
        "status": window.status,
    }
    return next(name for name, area in areas.items() if area is not None and (area is part or area.isAncestorOf(part)))


def stops(window: MainWindow, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Every stop once, from where the focus is."""
    found = [focused()]
    for _ in range(200):
        QTest.keyClick(focused(), key, SHIFT if key is Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        if focused() is found[0]:
            return found
        found.append(focused())
    raise AssertionError("Tab never came back to where it began")


def order(window: MainWindow) -> list[str]:
    return [name for name, _ in groupby(area_of(window, part) for part in stops(window))]


def fill_up(window: MainWindow) -> None:
    """Something to stop at in every area."""
    asking = window.workspace.asking
    asking.filter(asking.filters.hiding(Lens.KIND, {Kind.CELL.value}))
    window.workspace.select_concept("vesicles")
    window.tell("Something is to be told.")


def wide(window: MainWindow) -> None:
    """An article beside the map."""
    window.resize(1920, 1000)
    reading(window)
    if not window.stage.shows_map:
        window.actions_by_table.by_id["read.beside"].trigger()


STATES = (fill_up, path, tour, care, gaps, outline, wide)


def test_tab_goes_through_the_window_as_one_reads_it(window: MainWindow) -> None:
    fill_up(window)
    window.header.menu_button.setFocus()
    assert order(window) == ["header", "notice", "legend", "map", "details", "status", "header"]


def test_the_reader_comes_after_the_map_and_before_the_details(window: MainWindow) -> None:
    wide(window)
    window.header.menu_button.setFocus()
    assert order(window) == ["header", "legend", "map", "reader", "details", "status", "header"]


@pytest.mark.parametrize("state", [path, tour, care, gaps, outline], ids=lambda state: state.__name__)
def test_it_does_whatever_the_details_and_the_map_show(window: MainWindow, state: State) -> None:
    state(window)
    settle()
    window.header.menu_button.setFocus()
    assert order(window) == ["header", "legend", "map", "details", "status", "header"]


def test_the_tours_come_between_the_groups_and_the_sources(window: MainWindow) -> None:
    tour(window)
    settle()
    window.header.menu_button.setFocus()
    names = [part.accessibleName() for part in stops(window) if area_of(window, part) == "legend"]
    groups, tours = names.index("Vesicles, 3"), names.index("My tour, 2 steps, yours")
    sources = names.index(window.workspace.map.sources[0].title)
    assert groups < tours < names.index("New tour") < sources


def test_within_header_and_status_line_tab_goes_from_left_to_right(window: MainWindow) -> None:
    fill_up(window)
    window.canvas.setFocus()
    for name in ("header", "status"):
        parts = [part for part in stops(window) if area_of(window, part) == name]
        places = [part.mapTo(window, part.rect().topLeft()).x() for part in parts]
        assert places == sorted(places)
        assert len(parts) >= 2


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_within_the_details_tab_goes_downwards(window: MainWindow, state: State) -> None:
    state(window)
    settle()
    window.header.menu_button.setFocus()
    body = window.details.widget()
    assert body
    parts = [part for part in stops(window) if body.isAncestorOf(part)]
    boxes = [QRect(part.mapTo(body, QPoint(0, 0)), part.size()) for part in parts]
    assert len(boxes) > 1
    for one, other in pairwise(boxes):
        beside = other.left() >= one.right() and other.top() < one.bottom()
        assert beside or other.top() >= one.bottom()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_shift_tab_is_the_same_way_back(window: MainWindow, state: State) -> None:
    state(window)
    settle()
    window.header.menu_button.setFocus()
    onward, back = stops(window), stops(window, Qt.Key.Key_Backtab)
    assert back[1:] == onward[:0:-1]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_stop_is_in_sight_and_has_a_name_when_one_is_there(window: MainWindow, state: State) -> None:
    state(window)
    settle()
    window.header.menu_button.setFocus()
    for _ in range(len(stops(window))):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        assert not focused().visibleRegion().isEmpty(), focused().accessibleName()
        assert spoken(focused()), type(focused()).__name__


def test_a_walk_takes_nothing_of_qts_own_away(window: MainWindow) -> None:
    """Once it did: the header of the outline's tree was garbage to Python after a Tab, and Qt fell over it."""
    window.workspace.select_concept("vesicles")
    window.commands.views.show_outline()
    assert window.stage.outline
    tree = window.stage.outline.tree
    stops(window)
    window.areas.step(1)
    gc.collect()
    assert [type(each).__name__ for each in tree.children()].count("QHeaderView") == 1
    tree.collapseAll()
    tree.expandAll()
    QApplication.processEvents()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_stop_shows_that_it_has_the_focus(window: MainWindow, name: str, state: State) -> None:
    window.commands.looks.change_theme(name)
    state(window)
    settle()
    window.header.menu_button.setFocus()
    for _ in range(len(stops(window))):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        part = focused()
        QApplication.processEvents()
        lit = window.grab(seen(window, part)).toImage()
        part.clearFocus()
        QApplication.processEvents()
        unlit = window.grab(seen(window, part)).toImage()
        assert not lit.isNull()
        assert lit != unlit, f"{type(part).__name__} {part.accessibleName()}"
        part.setFocus(Qt.FocusReason.TabFocusReason)


def spoken(part: QWidget) -> str:
    """The name that a screen reader says of it, as Qt tells it."""
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def seen(window: MainWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, part.rect().topLeft()), part.size()).adjusted(-4, -4, 4, 4)


def test_f6_reaches_every_area_with_something_in_it(window: MainWindow) -> None:
    fill_up(window)
    window.canvas.setFocus()
    reached = []
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_F6)
        reached.append(area_of(window, focused()))
    assert reached == ["details", "legend", "header", "status", "notice", "map"]
