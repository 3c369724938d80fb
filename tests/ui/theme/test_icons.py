"""Icons keep one grid and stroke, take the colour asked for, stay sharp, and tell the kinds apart without colour."""

from itertools import combinations
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from evmap import data
from evmap.ui.theme import load_theme
from evmap.ui.theme.icons import icon_pixmap
from evmap.ui.theme.roles import KINDS

ICONS = sorted(path.stem for path in (data.RESOURCES / "icons").glob("*.svg"))
PROMISED = {
    *("zoom-in", "zoom-out", "plus", "minus", "fit", "back", "forward", "search", "close", "open-book", "present"),
    *("theme", "menu", "map", "info", "warning", "quote", "arrow-right", "copy", "external"),
    *("up", "down", "reader-beside", "reader-instead"),
}


def inked(image: QImage) -> set[tuple[int, int]]:
    """The pixels that are drawn at all."""
    return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 90}


def test_every_kind_and_every_promised_icon_is_there() -> None:
    assert set(ICONS) == {f"kind-{kind}" for kind in KINDS} | PROMISED


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_keeps_the_grid_the_stroke_and_one_colour(name: str) -> None:
    text = (data.RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert (root.get("viewBox"), root.get("stroke-width"), root.get("stroke-linecap")) == ("0 0 24 24", "1.75", "round")
    colours = {part.get(key) for part in root.iter() for key in ("fill", "stroke")} - {None}
    assert colours == {"currentColor", "none"}


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_is_drawn_in_the_colour_asked_for_and_inside_its_square(qtbot: QtBot, name: str) -> None:
    image = icon_pixmap(name, QColor("#c01040"), 48, 1.0).toImage()
    pixels = inked(image)
    assert len(pixels) > 60
    assert all(1 <= x < 47 and 1 <= y < 47 for x, y in pixels)
    solid = [colour for x, y in pixels if (colour := image.pixelColor(x, y)).alpha() == 255]
    wanted = QColor("#c01040")
    assert all(abs(got.red() - wanted.red()) <= 1 and abs(got.blue() - wanted.blue()) <= 1 for got in solid)


def test_kinds_are_told_apart_without_colour(qtbot: QtBot) -> None:
    shapes = {kind: inked(icon_pixmap(f"kind-{kind}", QColor("black"), 20, 1.0).toImage()) for kind in KINDS}
    for one, other in combinations(KINDS, 2):
        shared = len(shapes[one] & shapes[other]) / len(shapes[one] | shapes[other])
        assert shared < 0.75, f"{one} looks like {other}"


def test_a_pixmap_is_sharp_on_a_fine_screen(qtbot: QtBot) -> None:
    pixmap = load_theme("light").pixmap("search", "ink", 20, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)
    assert pixmap.deviceIndependentSize().width() == 20
    assert load_theme("light").pixmap("search", "ink", 20, 2.0).cacheKey() == pixmap.cacheKey()


def test_an_icon_that_cannot_be_used_looks_dimmed(qtbot: QtBot) -> None:
    theme = load_theme("light")
    icon = theme.icon("menu", "ink")
    middle = {
        mode: icon.pixmap(QSize(24, 24), 1.0, mode).toImage().pixelColor(12, 12).name()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    }
    assert middle == {
        QIcon.Mode.Normal: theme.colour("ink").name(),
        QIcon.Mode.Disabled: theme.colour("dimmed").name(),
    }


def test_an_unknown_icon_fails_when_the_window_is_built() -> None:
    with pytest.raises(KeyError, match="no icon is called 'unicorn'"):
        load_theme("light").icon("unicorn")
