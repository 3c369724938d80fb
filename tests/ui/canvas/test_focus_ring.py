"""Where the keys are is seen: a ring round the chosen thing or the map, in every theme, and none for the mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.ui.main_window import MainWindow
from evmap.ui.theme import THEME_NAMES


def picture(window: MainWindow) -> QImage:
    QApplication.processEvents()
    return window.canvas.grab().toImage()


def has(image: QImage, colour: QColor, at: QPoint, reach: int = 3) -> bool:
    spots = [QPoint(x, y) for x in range(at.x() - reach, at.x() + reach + 1) for y in (at.y() - 1, at.y(), at.y() + 1)]
    return any(image.pixelColor(spot) == colour for spot in spots if image.rect().contains(spot))


def tab_to_the_map(window: MainWindow) -> None:
    window.header.menu_button.setFocus()
    window.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def left_of(window: MainWindow, item: str) -> QPoint:
    rect = window.canvas._sight.rect_of(item)
    assert rect
    return QPoint(round(rect[0]) - 7, round(rect[1] + rect[3] / 2))


@pytest.mark.parametrize("name", THEME_NAMES)
def test_keys_show_the_ring_and_the_mouse_takes_it_away(window: MainWindow, name: str) -> None:
    window.commands.looks.change_theme(name)
    focus = window.theme.colour("focus")
    tab_to_the_map(window)
    middle_left = QPoint(1, window.canvas.height() // 2)
    assert has(picture(window), focus, middle_left)  # nothing chosen: the whole map
    QTest.keyClick(window.canvas, Qt.Key.Key_Return)
    ring = left_of(window, "vesicles")
    assert has(picture(window), focus, ring)
    assert not has(picture(window), focus, middle_left, reach=1)
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=ring + QPoint(40, 0))
    assert window.workspace.selection.only_concept == "vesicles"
    assert not has(picture(window), focus, ring)


def test_an_arrow_after_a_click_shows_the_ring(window: MainWindow) -> None:
    rect = window.canvas._sight.rect_of("exosomes")
    assert rect
    QTest.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(rect[0] + 9), round(rect[1] + 9)))
    assert not has(picture(window), window.theme.colour("focus"), left_of(window, "exosomes"))
    QTest.keyClick(window.canvas, Qt.Key.Key_Down)
    assert window.workspace.selection.only_concept == "vesicles"
    assert has(picture(window), window.theme.colour("focus"), left_of(window, "vesicles"))


def test_a_link_has_its_ring_and_arrows_lead_from_it(window: MainWindow) -> None:
    window.workspace.select_link("therapy-only")
    tab_to_the_map(window)
    assert has(picture(window), window.theme.colour("focus"), left_of(window, "therapy-only"))
    QTest.keyClick(window.canvas, Qt.Key.Key_Up)
    assert window.workspace.selection.only_concept == "cancer-cells"


def test_what_is_out_of_sight_leaves_the_ring_to_the_map(window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")
    window.canvas.zoom_to(3.0)
    window.canvas.pan_by(-9000, 0, fine=False)
    tab_to_the_map(window)
    assert has(picture(window), window.theme.colour("focus"), QPoint(1, window.canvas.height() // 2))
