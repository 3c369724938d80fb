"""Lets the words of a PDF be copied and searched as they were written.

A PDF says of each glyph which letter it stands for. Qt notes the last letter that a font draws with that glyph: a tab
for a space, and in the serif another apostrophe for the one that the articles use. A quote that is copied would then
not be the source's. Here each glyph is given back the letter that was in fact written.
"""

import re
from collections.abc import Collection

from PySide6.QtGui import QRawFont

from evmap import data
from evmap.ui.paper.type import DRAWN_AT
from evmap.ui.theme.fonts import FILES

_RANGES = re.compile(rb"beginbfrange\n(.*?)endbfrange", re.DOTALL)
_LIST = re.compile(rb"\[([^\]]*)\]")
_CODE = re.compile(rb"<([0-9A-F]{4})>")


def as_written(pdf: bytes, letters: Collection[str]) -> bytes:
    """The same file, of the same length, whose glyphs stand for the letters that were written.

    Args:
        pdf: as Qt wrote it; its tables of letters are not compressed.
        letters: all that were written.
    """
    twins = _Twins(letters)

    def listed(found: re.Match[bytes]) -> bytes:
        return b"[" + _CODE.sub(twins.code, found.group(1)) + b"]"

    def ranged(found: re.Match[bytes]) -> bytes:
        return b"beginbfrange\n" + _LIST.sub(listed, found.group(1)) + b"endbfrange"

    return _RANGES.sub(ranged, pdf)


class _Twins:
    """Finds the letter that was written among those that a face draws alike."""

    def __init__(self, letters: Collection[str]) -> None:
        faces = [QRawFont(str(data.RESOURCES / "fonts" / file), DRAWN_AT) for file in FILES]
        ordered = sorted((each for each in letters if ord(each) <= 0xFFFF), reverse=True)
        self._faces = [(face, {_glyph(face, each): each for each in ordered}) for face in faces]
        self._letters = frozenset(letters)

    def code(self, found: re.Match[bytes]) -> bytes:
        """One letter of a table, or its twin."""
        letter = chr(int(found.group(1), 16))
        if letter in self._letters:
            return found.group()
        for face, written in self._faces:
            glyph = _glyph(face, letter)
            if glyph and glyph in written:
                return b"<%04X>" % ord(written[glyph])
        return found.group()


def _glyph(face: QRawFont, letter: str) -> int:
    """The number of a letter's glyph in a face; a tab is drawn as a space, 0 is no letter."""
    glyphs = face.glyphIndexesForString(" " if letter == "\t" else letter)
    return glyphs[0] if len(glyphs) == 1 else 0
