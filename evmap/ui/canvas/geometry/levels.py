"""How much of the map is told at a scale: landmarks and icons far away, names nearer, linking phrases nearest."""

from enum import IntEnum

_STEPS = (0.64, 0.78)
"""From these scales on, a nearer level is shown."""

_LINGER = 0.9
"""Zooming out, a level stays until 10 % below where it began, so that a hand near the border does not flicker."""


class Level(IntEnum):
    """The levels of detail, from far to near."""

    FAR = 0  # landmarks as named boxes, the rest as icons, named where there is room
    NAMES = 1  # every concept a box with its name
    PHRASES = 2  # every linking phrase too


def level_at(scale: float, now: Level | None = None, type_scale: float = 1.0) -> Level:
    """The level for a scale; ``now`` is the level shown so far, which is kept within the 10 % below its border.

    Where type is larger than usual, boxes and phrases come later, when they are as large as that.
    """
    scale /= max(type_scale, 1.0)
    near = Level(sum(scale >= step for step in _STEPS))
    if now is None or now <= near:
        return near
    return min(now, Level(sum(scale >= step * _LINGER for step in _STEPS)))
