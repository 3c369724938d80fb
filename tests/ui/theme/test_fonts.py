"""The bundled fonts are there, with their licences, and the layout's widths are those that Qt draws."""

import json
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF
from pytestqt.qtbot import QtBot

from evmap import data
from evmap.ui.theme.fonts import FILES, SANS, SERIF, load_fonts, make_font

FOLDER = data.RESOURCES / "fonts"
FACES = {
    "sans-regular": (SANS, 400, False),
    "sans-semibold": (SANS, 600, False),
    "sans-bold": (SANS, 700, False),
    "sans-italic": (SANS, 400, True),
    "sans-semibold-italic": (SANS, 600, True),
    "serif-regular": (SERIF, 400, False),
    "serif-italic": (SERIF, 400, True),
    "serif-semibold": (SERIF, 600, False),
}
SAMPLES = [
    "extracellular vesicles",
    "CD8+ T cell exosomes",
    "AVATAR: To You, We Vote",
    "“T cell-derived exosomes” — may serve as…",
    "Signal Transduction and Targeted Therapy 2024",
    "Größe, naïve, façade, Łódź",
    "¶ 12 ↗ → ← • 94 concepts",
]


@pytest.fixture(scope="module")
def metrics() -> dict[str, Any]:
    said: dict[str, Any] = json.loads((FOLDER / "metrics.json").read_text(encoding="utf-8"))
    return said


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    assert load_fonts() == ()


def width(text: str, face: dict[str, Any], px: float) -> float:
    units = sum(face["advances"].get(char, face["default"]) for char in text)
    units += sum(face["kerning"].get(text[at : at + 2], 0) for at in range(len(text) - 1))
    return float(units * px / face["units_per_em"])


def test_every_family_is_the_bundled_one_in_each_weight_and_slant() -> None:
    for family, weight, italic in FACES.values():
        info = QFontInfo(make_font(family, 15, weight, italic))
        assert (info.family(), info.weight(), info.italic()) == (family, weight, italic)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("px", [12, 15, 17, 40])
def test_the_layout_measures_what_qt_draws(metrics: dict[str, Any], face: str, px: int) -> None:
    measure = QFontMetricsF(make_font(FACES[face][0], px, *FACES[face][1:]))
    for sample in SAMPLES:
        assert width(sample, metrics[face], px) == pytest.approx(measure.horizontalAdvance(sample), rel=0.01)


@pytest.mark.parametrize("face", FACES)
def test_the_layout_knows_the_height_of_a_line(metrics: dict[str, Any], face: str) -> None:
    measure = QFontMetricsF(make_font(FACES[face][0], 100, *FACES[face][1:]))
    said = metrics[face]
    assert said["ascent"] + said["descent"] == pytest.approx(10 * (measure.ascent() + measure.descent()), rel=0.02)


def test_every_character_of_the_articles_has_a_width(metrics: dict[str, Any]) -> None:
    used = {char for path in data.SEEDS.glob("*.txt") for char in path.read_text(encoding="utf-8")}
    for face in FACES:
        assert {char for char in used if char.isprintable()} <= set(metrics[face]["advances"])


def test_fonts_lie_beside_their_licences_and_stay_small() -> None:
    assert {path.name for path in FOLDER.glob("*.ttf")} == set(FILES)
    for licence in ("AtkinsonHyperlegibleNext-OFL.txt", "SourceSerif4-OFL.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / licence).read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 3_000_000


def test_letters_are_drawn_alike_on_every_machine() -> None:
    font = make_font(SANS, 15, 400, False)
    assert font.hintingPreference() is QFont.HintingPreference.PreferNoHinting
    assert font.styleStrategy() & QFont.StyleStrategy.NoSubpixelAntialias
