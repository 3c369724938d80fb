"""What opens in a talk is read in the theme of its window, whatever theme the app has, and nothing of it is cut."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from evmap.ui.presenter.class_view import class_theme
from evmap.ui.presenter.dressing import dress
from evmap.ui.presenter.sheet import TalkKeySheet
from evmap.ui.presenter.talk_find import TalkFind
from evmap.ui.theme import Theme, load_theme
from evmap.workspace.opening import open_workspace


def has(picture: QImage, colour: QColor) -> bool:
    """Whether a colour is in a picture, as the inside of letters is."""
    wanted = colour.rgb()
    return any(picture.pixel(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


@pytest.fixture
def window(qtbot: QtBot, light: Theme) -> QWidget:
    """A window of a dark theme in a light app."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 600)
    dress(made, load_theme("dark"))
    made.show()
    return made


def test_the_keys_are_read_in_a_dark_window_of_a_light_app(window: QWidget) -> None:
    theme = load_theme("dark")
    sheet = TalkKeySheet(theme, window)
    sheet.show()
    labels = sheet.findChildren(QLabel)
    assert labels
    assert has(labels[1].grab().toImage(), theme.colour("ink"))
    sheet.close()


def test_what_is_found_is_read_in_a_dark_window_of_a_light_app(window: QWidget) -> None:
    theme, workspace = load_theme("dark"), open_workspace()
    while not workspace.finding.prepare(1.0):
        pass
    find = TalkFind(workspace, theme, window)
    find.open()
    find.field.setText("tumor")
    find._ask("tumor")
    assert find.results.count() > 2
    second = find.results.visualItemRect(find.results.item(1))
    assert has(find.results.viewport().grab(second).toImage(), theme.colour("ink"))


@pytest.mark.parametrize("high", [600, 720, 1080, 2160])
def test_the_sheet_of_keys_is_no_larger_than_its_window(qtbot: QtBot, light: Theme, high: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(high * 16 // 9, high)
    sheet = TalkKeySheet(class_theme("projector", high), window)
    body = sheet.findChildren(QScrollArea)[0].widget()
    assert body is not None
    assert body.sizeHint().width() <= window.width() * 0.94 - 56
    assert body.sizeHint().height() <= high * 0.86 - 80
    sheet.close()
