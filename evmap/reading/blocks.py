"""Where a text breaks into blocks: lines, bullets, and paragraphs that were wrapped by hand."""

import re
from collections.abc import Iterator

from msgspec import Struct

from evmap.reading.texts import trim

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]+")
_MARKER = re.compile(
    r"""(?: [•‣◦▪▫●○∙⁃■□◆◇►▶➢➤✓✔✅·]      # a sign that is nothing but a bullet
          | (?:[-–*+] | \(?[0-9]{1,2}[.)] | \(?[a-z]\)) (?=\s)  # one that needs the space to be a bullet
        ) \s*""",
    re.VERBOSE,
)
_WIDEST_WRAPPED = 110
_NARROWEST_WRAPPED = 45


class RawBlock(Struct, gc=False):
    """One block before anyone has said what it is.

    Attributes:
        outer: where the block begins, bullet marker included.
        start: where its words begin.
        end: where its words end.
        marker: the bullet or number before the words, or "".
        spaced: whether a blank line stands before it.
        lines: how many lines of the file it takes.
    """

    outer: int
    start: int
    end: int
    marker: str
    spaced: bool
    lines: int = 1


class _Line(Struct, gc=False):
    outer: int
    start: int
    end: int
    marker: str
    adjacent: bool


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    """The lines that hold anything, and whether each follows the one before without a blank line."""
    previous_end = -1
    for match in _LINE.finditer(text, start, end):
        first, last = trim(text, match.start(), match.end())
        if first == last:
            continue
        gap = match.start() - previous_end
        adjacent = previous_end >= 0 and (gap == 1 or (gap == 2 and text.startswith("\r\n", previous_end)))
        previous_end = match.end()
        marker = _MARKER.match(text, first, last)
        if marker and marker.end() < last:
            yield _Line(first, marker.end(), last, marker.group().strip(), adjacent)
        else:
            yield _Line(first, first, last, "", adjacent)


def is_wrapped(text: str) -> bool:
    """Whether the paragraphs of a text are broken into lines of about equal length, as in old plain-text files.

    Web pages saved as text have one line to a paragraph; there a line is a block even without blank lines between.
    """
    wide = broken = continued = 0
    before: _Line | None = None
    for line in _lines(text, 0, len(text)):
        if line.end - line.outer > _WIDEST_WRAPPED:
            return False
        if before is not None and line.adjacent and not line.marker:
            continued += 1
            wide += before.end - before.outer >= _NARROWEST_WRAPPED
            broken += text[before.end - 1] not in ".!?:…"
        before = line
    return continued > 0 and wide >= 0.8 * continued and broken >= 0.6 * continued


def blocks_in(text: str, start: int, end: int, wrapped: bool) -> list[RawBlock]:
    """The blocks of one stretch of a text, in order. ``wrapped`` is what :func:`is_wrapped` says of the whole text."""
    blocks: list[RawBlock] = []
    for line in _lines(text, start, end):
        if wrapped and line.adjacent and not line.marker:
            blocks[-1].end = line.end
            blocks[-1].lines += 1
        else:
            blocks.append(RawBlock(line.outer, line.start, line.end, line.marker, not line.adjacent))
    return blocks
