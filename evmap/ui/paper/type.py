"""The type of a picture: any size, not only whole pixels; how wide a text is, and how it breaks into lines."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from PySide6.QtGui import QFont, QFontMetricsF

from evmap.ui.theme.fonts import SANS, SERIF, make_font
from evmap.ui.words.plain import showable

NORMAL, SEMIBOLD, BOLD = 400, 600, 700

DRAWN_AT = 100
"""Fonts of whole pixels are made in this size and scaled: a page may want 8.3 pixels."""


class Type(Struct, frozen=True):
    """A face of the bundled families in a size in pixels."""

    px: float
    weight: int = NORMAL
    italic: bool = False
    serif: bool = False

    @property
    def font(self) -> QFont:
        """The face in the size of :data:`DRAWN_AT`."""
        return _font(self.serif, self.weight, self.italic)

    @property
    def scale(self) -> float:
        """How much larger it is than that."""
        return self.px / DRAWN_AT

    @property
    def _metrics(self) -> QFontMetricsF:
        return _metrics(self.serif, self.weight, self.italic)

    def width(self, text: str) -> float:
        """How wide a line of text is."""
        return self._metrics.horizontalAdvance(text) * self.scale

    @property
    def ascent(self) -> float:
        """From the baseline up to the top of a line."""
        return self._metrics.ascent() * self.scale

    @property
    def descent(self) -> float:
        """From the baseline down to the bottom of a line."""
        return self._metrics.descent() * self.scale

    def baseline(self, top: float, height: float) -> float:
        """Where a line of text stands that is in the middle of a stretch of so much height."""
        return top + (height + self.ascent - self.descent) / 2


@lru_cache(maxsize=16)
def _font(serif: bool, weight: int, italic: bool) -> QFont:
    """Without ligatures: what is copied from a page is to be the letters that were written."""
    font = QFont(make_font(SERIF if serif else SANS, DRAWN_AT, weight, italic))
    font.setFeature(QFont.Tag("liga"), 0)
    return font


@lru_cache(maxsize=16)
def _metrics(serif: bool, weight: int, italic: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(serif, weight, italic))


def broken(text: str, face: Type, width: float) -> tuple[str, ...]:
    """A text in lines of at most a width; a word that is wider is cut. Without words it is one empty line."""
    lines: list[str] = []
    line = ""
    for word in _words(text, face, width):
        longer = f"{line} {word}" if line else word
        if line and face.width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line)


def _words(text: str, face: Type, width: float) -> Iterator[str]:
    for whole in showable(text).split():
        word = whole
        while len(word) > 1 and face.width(word) > width:
            fitting = _fitting(word, face, width)
            yield word[:fitting]
            word = word[fitting:]
        yield word


def _fitting(word: str, face: Type, width: float) -> int:
    """How many letters of a word fit, at least one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if face.width(word[:middle]) <= width else (low, middle - 1)
    return low


def shortened(text: str, face: Type, width: float) -> str:
    """A text on one line, with an ellipsis where it is too long."""
    text = " ".join(showable(text).split())
    if face.width(text) <= width:
        return text
    return text[: _fitting(text, face, width - face.width("…"))].rstrip() + "…"
