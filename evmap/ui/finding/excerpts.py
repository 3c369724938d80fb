"""A part of a long passage round the words that were found in it, cut at spaces. No Qt."""

from collections.abc import Sequence

from evmap.model import Span

MOST = 150
_BEFORE = 45
"""So many letters before the first found word give it some context, where the passage must be cut."""


def excerpt(text: str, marks: Sequence[Span], most: int = MOST) -> tuple[str, tuple[Span, ...]]:
    """About ``most`` code points of a text with the first mark among them, and the marks in what is left of it."""
    if len(text) <= most:
        return text, tuple(marks)
    first, first_end = marks[0] if marks else (0, 0)
    start = 0 if first + most // 2 < most else first - _BEFORE
    start = max(min(start, len(text) - most), 0)
    end = min(start + most, len(text))
    start, end = _at_space(text, start, first, 1), _at_space(text, end, max(first_end, start), -1)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    by = len(before) - start
    kept = [(max(low, start), min(high, end)) for low, high in marks if low < end and high > start]
    return f"{before}{text[start:end]}{after}", tuple((low + by, high + by) for low, high in kept)


def _at_space(text: str, at: int, towards: int, way: int) -> int:
    """The nearest place beside a space, going one way but not as far as a limit; the place itself if there is none."""
    if at in (0, len(text)):
        return at
    for place in range(at, towards, way):
        if text[place - 1 if way > 0 else place].isspace():
            return place
    return at
