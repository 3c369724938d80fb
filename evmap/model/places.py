"""Where everything on a map stands: concept boxes, link routes and phrase boxes, in map pixels at 100 %."""

from msgspec import Struct

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""``(x, y, width, height)``; ``x, y`` is the top left corner, y grows downwards."""


class LinkPlace(Struct, frozen=True, gc=False):
    """The visible route of one link, from border to border, and the box of its phrase.

    ``points`` holds two points for a straight link, more for a detour whose corners are to be rounded.
    """

    points: tuple[Point, ...]
    phrase: Rect


class Places(Struct, frozen=True):
    """One laid-out view of a map, keyed by concept id and link id."""

    concepts: dict[str, Rect]
    links: dict[str, LinkPlace]


class BigPicture(Struct, frozen=True):
    """The first view of a map: its key concepts and the links shown between them.

    Attributes:
        places: where they stand.
        behind: for each key concept the concepts that it stands for, nearest first; each concept is behind one.
    """

    places: Places
    behind: dict[str, tuple[str, ...]]
