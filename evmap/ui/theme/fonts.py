"""The two bundled families: adding them to Qt, and making fonts whose letters are the same on every machine."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from evmap import data

SANS = "Atkinson Hyperlegible Next"
SERIF = "Source Serif 4"
FILES = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "AtkinsonHyperlegibleNext-Italic.ttf",
    "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-It.ttf",
    "SourceSerif4-Semibold.ttf",
)


@lru_cache(maxsize=1)
def load_fonts() -> tuple[str, ...]:
    """Add the bundled faces to the running application, once; returns the files that Qt refused (none, as a rule).

    All of them at once: after the first (which wakes the system's font list, as any text would) each costs 0.2 to
    0.5 ms, while a face added later would make Qt drop what it has cached of the others.
    """
    folder = data.RESOURCES / "fonts"
    return tuple(file for file in FILES if QFontDatabase.addApplicationFont(str(folder / file)) < 0)


@lru_cache(maxsize=256)
def make_font(family: str, px: float, weight: int, italic: bool) -> QFont:
    """A font of one of the two families, with the other to fall back on (the sans has no arrows).

    Unhinted and without sub-pixel colours: widths then grow evenly with the size, and pictures are the same everywhere.
    """
    font = QFont([family, SERIF if family == SANS else SANS])
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    return font
