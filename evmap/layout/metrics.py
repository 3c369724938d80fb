"""How wide a text is in the bundled fonts, without Qt: sums of advances kept in ``resources/fonts/metrics.json``."""

from functools import cache, lru_cache
from operator import add

import msgspec

from evmap.data import RESOURCES

METRICS_FILE = RESOURCES / "fonts" / "metrics.json"


class Face(msgspec.Struct, frozen=True):
    """The measures of one font face, in font units. ``kerning`` is keyed by pairs of characters ("AV")."""

    units_per_em: int
    ascent: int
    descent: int
    default: int
    advances: dict[str, int]
    kerning: dict[str, int] = {}

    def width(self, text: str, px: float) -> float:
        """The width of one line of text at a font size in pixels."""
        advances = self.advances
        units = sum([advances[char] if char in advances else self._unknown(char) for char in text])
        if self.kerning:
            kerning = self.kerning
            units += sum([kerning[pair] for pair in map(add, text, text[1:]) if pair in kerning])
        return units * px / self.units_per_em

    def line_height(self, px: float) -> float:
        """From the top of the tallest letter to the bottom of the deepest."""
        return (self.ascent + abs(self.descent)) * px / self.units_per_em

    def _unknown(self, char: str) -> int:
        """A letter that the font lacks: another font will draw it, so guess on the wide side."""
        from unicodedata import combining, east_asian_width  # few texts need them

        if combining(char):
            return 0
        return self.units_per_em if east_asian_width(char) in "WF" else self.default


@cache
def faces() -> dict[str, Face]:
    """Every face of the bundled fonts by name (``sans-semibold``…), read once."""
    return {name: _face(name) for name in _undecoded()}


@cache
def _undecoded() -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(METRICS_FILE.read_bytes(), type=dict[str, msgspec.Raw])


@cache
def _face(name: str) -> Face:
    """One face, decoded when it is first asked for: the first picture takes three of them, and waits for no other."""
    return msgspec.json.decode(_undecoded()[name], type=Face)


@lru_cache(maxsize=32768)
def text_width(text: str, face: str, px: float) -> float:
    """The width in pixels of one line of text in a bundled face."""
    return _face(face).width(text, px)


def line_height(face: str, px: float) -> float:
    """The height in pixels of one line of text in a bundled face."""
    return _face(face).line_height(px)
