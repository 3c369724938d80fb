"""Where the dots below a box of the big picture stand, one for each concept behind it. Layout and canvas use this."""

from msgspec import Struct

from evmap.model import Rect

DOT = 6.0
MORE_PX = 9.5
"""The size of the type of "+n", where there are more dots than two rows hold."""

_PITCH = 8.8
_BELOW = 5.0
_ROWS = 2
_SIDE = 6.0
_MORE_WIDTH = 22.0


class Dots(Struct, frozen=True):
    """The dots below one box.

    Attributes:
        rects: a square for each dot that is shown.
        more: how many have no dot of their own.
        more_rect: where their number stands; without width if there is none.
    """

    rects: tuple[Rect, ...]
    more: int
    more_rect: Rect


def dots_height(width: float, count: int) -> float:
    """How much room the dots of a box of this width take below it."""
    if count == 0:
        return 0.0
    rows = min(_ROWS, -(-count // _in_a_row(width)))
    return _BELOW + DOT + (rows - 1) * _PITCH


def dots_below(box: Rect, count: int) -> Dots:
    """The dots below a box, in rows centred under it; the last places give way to a number if they do not suffice."""
    x, y, w, h = box
    each = _in_a_row(w)
    room = each * _ROWS
    shown = count if count <= room else room - round(_MORE_WIDTH / _PITCH)
    rows = [min(each, shown - start) for start in range(0, shown, each)]
    rects = []
    more_rect: Rect = (x, y + h, 0.0, 0.0)
    for number, dots in enumerate(rows):
        extra = _MORE_WIDTH if shown < count and number == len(rows) - 1 else 0.0
        left = x + (w - (dots - 1) * _PITCH - DOT - extra) / 2
        top = y + h + _BELOW + number * _PITCH
        rects += [(left + i * _PITCH, top, DOT, DOT) for i in range(dots)]
        if extra:
            more_rect = (left + dots * _PITCH, top - 1.4, _MORE_WIDTH, DOT + 2.8)
    return Dots(tuple(rects), count - shown, more_rect)


def _in_a_row(width: float) -> int:
    return max(4, int((width - 2 * _SIDE + _PITCH - DOT) // _PITCH))
