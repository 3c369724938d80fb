"""The small buttons over the map look as Qt draws them, whatever becomes of them."""

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.canvas.map_button import MapButton
from evmap.ui.theme import load_theme

Look = Callable[[], tuple[QImage, QImage]]


def alike(one: QImage, other: QImage) -> bool:
    """Whether they are the same to the eye: to copy a soft edge may round a colour otherwise."""
    if one.size() != other.size():
        return False
    spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
    pairs = [(one.pixelColor(*spot), other.pixelColor(*spot)) for spot in spots]
    return all(max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) <= 2 for a, b in pairs)


@pytest.fixture
def themed(qapp: QApplication) -> Iterator[None]:
    load_theme("light").apply(qapp)
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def pair(themed: None, qtbot: QtBot) -> tuple[QPushButton, QPushButton]:
    """A button that keeps its picture, and one that Qt draws."""
    room = QWidget()
    room.resize(300, 200)
    qtbot.addWidget(room)
    buttons = MapButton("Fit"), QPushButton("Fit")
    for down, button in enumerate(buttons):
        button.setObjectName("map-button")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setParent(room)
        button.setGeometry(100, 40 + 80 * down, 60, 33)
    with qtbot.waitExposed(room):
        room.show()
    return buttons


@pytest.fixture
def look(pair: tuple[QPushButton, QPushButton], qapp: QApplication) -> Look:
    """How both look on the screen when they have been painted once more; to grab them would paint them yet again."""

    def taken() -> tuple[QImage, QImage]:
        for button in pair:
            button.repaint()
        for _ in range(5):
            qapp.processEvents()
        room = pair[0].window()
        screen = room.screen().grabWindow(room.winId()).toImage()
        first, second = (screen.copy(button.geometry()) for button in pair)
        return first, second

    return taken


def test_it_looks_the_same_when_it_is_painted_again(look: Look) -> None:
    first, _ = look()
    kept, drawn = look()
    assert alike(kept, drawn)
    assert alike(kept, first)


def test_it_shows_that_it_is_pressed(pair: tuple[QPushButton, QPushButton], look: Look) -> None:
    at_rest, _ = look()
    for button in pair:
        button.setDown(True)
    kept, drawn = look()
    assert alike(kept, drawn)
    assert not alike(kept, at_rest)
    for button in pair:
        button.setDown(False)
    kept, _ = look()
    assert alike(kept, at_rest)


@pytest.mark.parametrize(
    "change",
    [
        lambda button: button.say("All", "", "") if isinstance(button, MapButton) else button.setText("All"),
        lambda button: button.resize(80, 36),
        lambda button: button.setEnabled(False),
        lambda button: button.setFont(load_theme("light").sans(20, 600)),
        lambda _: load_theme("dark").apply(cast(QApplication, QApplication.instance())),
    ],
    ids=["words", "size", "enabled", "type", "theme"],
)
def test_it_shows_what_has_changed(
    pair: tuple[QPushButton, QPushButton], look: Look, change: Callable[[QPushButton], None]
) -> None:
    before, _ = look()
    for button in pair:
        change(button)
    kept, drawn = look()
    assert alike(kept, drawn)
    assert not alike(kept, before)
