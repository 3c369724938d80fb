"""What is asked of the process that draws a talk's steps, and what it answers; without numpy, for the window's sake."""

import msgspec
from msgspec import Struct

from evmap.model import ConceptMap, Places, Point

STEP = b"step "


class StepPlaces(Struct, frozen=True):
    """The drawing of a step, and how it lies over the Atlas.

    Attributes:
        places: where its concepts and links stand, in pixels at 100 %, about (0, 0).
        scale: screen pixels to such a pixel at which the drawing fills its room.
        atlas_scale: screen pixels to a pixel of the Atlas, for the Atlas behind it.
        atlas_centre: the point of the Atlas that lies behind (0, 0).
    """

    places: Places
    scale: float
    atlas_scale: float
    atlas_centre: Point


class Ground(Struct, frozen=True, tag="ground"):
    """What the steps that follow are steps of.

    Attributes:
        map: the map.
        atlas: where its Atlas has what.
    """

    map: ConceptMap
    atlas: Places


class Wanted(Struct, frozen=True, tag="step"):
    """A step to be drawn.

    Attributes:
        concepts: ids of its concepts.
        links: ids of its links.
        room: width and height in screen pixels that it is to fill.
    """

    concepts: tuple[str, ...]
    links: tuple[str, ...]
    room: tuple[float, float]


def line_of(what: Ground | Wanted) -> bytes:
    """What the process wants to read."""
    return msgspec.json.encode(what) + b"\n"
