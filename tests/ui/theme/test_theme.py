"""A theme gives colours, sizes and a style sheet, refuses what it does not know, and keeps the start light."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from evmap.ui.theme import THEME_NAMES, Theme, load_theme


@pytest.fixture
def restored(qapp: QApplication) -> Iterator[QApplication]:
    """The application, given back its plain look when the test is over."""
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def themes() -> list[Theme]:
    return [load_theme(name) for name in THEME_NAMES]


def test_a_theme_is_read_once_and_unknown_names_are_refused() -> None:
    assert load_theme("dark") is load_theme("dark")
    with pytest.raises(KeyError, match="no theme is called 'pink'; there are light, dark"):
        load_theme("pink")


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError):
        load_theme("light").colour("kind.unicorn")


def test_dark_themes_are_dark() -> None:
    for theme in themes():
        assert theme.is_dark == (theme.colour("paper").lightness() < theme.colour("ink").lightness())


def test_the_projectors_type_is_larger_in_the_window_and_exact_on_the_map(qtbot: QtBot) -> None:
    light, projector = load_theme("light"), load_theme("projector")
    assert projector.px(15) > light.px(15) == 15
    assert projector.sans(15).pixelSize() == light.sans(15).pixelSize() == 15


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_style_sheet_names_no_role_and_is_understood_by_qt(restored: QApplication, name: str) -> None:
    theme = load_theme(name)
    sheet = theme.style_sheet()
    assert "@" not in sheet
    assert theme.colour("accent").name() in sheet
    theme.apply(restored)  # Qt warns about a sheet it cannot parse, and a warning fails a test


def test_a_main_button_is_drawn_in_the_accent_and_a_panel_in_its_ground(restored: QApplication, qtbot: QtBot) -> None:
    for theme in themes():
        theme.apply(restored)
        button = QPushButton("Present")
        button.setProperty("look", "primary")
        qtbot.addWidget(button)
        button.resize(120, 40)
        assert button.grab().toImage().pixelColor(12, 20).name() == theme.colour("accent").name()
        panel = QFrame()
        panel.setProperty("look", "side")
        qtbot.addWidget(panel)
        panel.resize(80, 30)
        assert panel.grab().toImage().pixelColor(40, 15).name() == theme.colour("panel").name()


def test_the_palette_speaks_the_themes_colours() -> None:
    for theme in themes():
        palette = theme.palette()
        assert palette.color(QPalette.ColorRole.Text) == theme.colour("ink")
        assert palette.color(QPalette.ColorRole.Highlight) == theme.colour("accent")
        assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("dimmed")


def test_the_start_reads_a_theme_without_svg_and_without_toml() -> None:
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from evmap.ui.theme import load_theme; theme = load_theme('light'); theme.apply(app); theme.icon('fit')\n"
        "print(sorted({'PySide6.QtSvg', 'tomllib', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
