"""Where the names of icons find room on the map seen from afar. They never touch each other, an icon or a landmark.

Each name is tried at eight places round its icon, set on one, two or three lines, the best linked concepts first; a
name that finds no room is left out and shown when pointed at. Sizes are screen pixels, the same at every scale.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from evmap.layout.metrics import text_width
from evmap.layout.pieces import Pieces
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import Crowd, Kept, RectGrid
from evmap.ui.canvas.geometry.screen_sizes import NAME_PX

_PITCH = 1.16
_GAP = 2.0
_WIDE = 118.0
_ANYWHERE: Rect = (-1e9, -1e9, 2e9, 2e9)
_A_PIECE = 16
"""So many names are placed at a time."""


class NameBox(Struct, frozen=True):
    """A name set on so many lines."""

    w: float
    h: float
    lines: tuple[str, ...]


class NamePlace(Struct, frozen=True):
    """A name at its place; ``side`` says how its lines are aligned: -1 to the right, 0 in the middle, 1 to the left."""

    rect: Rect
    lines: tuple[str, ...]
    side: int
    px: float = NAME_PX


_Candidate = tuple[Rect, NameBox, int]


@lru_cache(maxsize=8192)
def name_boxes(name: str, face: str = "sans-regular", px: float = NAME_PX) -> tuple[NameBox, ...]:
    """A name set on one, two and three lines, where that makes it narrower; the most pleasing first."""
    words = name.split() or [name]
    space = text_width(" ", face, px)
    begins = [0.0, *accumulate(text_width(word, face, px) + space for word in words)]
    found: list[NameBox] = []
    for count in range(1, min(len(words), 3) + 1):
        width, ends = _balanced(begins, count)
        w = width - space
        if not found or w < found[-1].w - 6:
            found.append(NameBox(w, count * px * _PITCH, tuple(" ".join(words[a:b]) for a, b in pairwise(ends))))
    wide = _WIDE * px / NAME_PX
    return tuple(sorted(found, key=lambda box: (box.w > wide, abs(box.w / box.h - 3.6) > 3.0, len(box.lines))))


def _balanced(begins: Sequence[float], count: int) -> tuple[float, tuple[int, ...]]:
    """Words on so many lines, the widest as narrow as can be: its width with a space after it, and where lines end.

    ``begins`` says where each word would begin on one line, and where one more would.
    """
    last = len(begins) - 1
    ways = [(0, *cuts, last) for cuts in combinations(range(1, last), count - 1)]
    # Of equally narrow ways that in which the next widest line is narrowest too.
    widths, ends = min([(sorted([begins[b] - begins[a] for a, b in pairwise(way)], reverse=True), way) for way in ways])
    return widths[0], ends


def placed_names(
    wanted: Iterable[tuple[int, str]],
    icons: Mapping[int, Rect],
    taken: RectGrid,
    avoid: Crowd | None = None,
    *,
    within: Rect | None = None,
    face: str = "sans-regular",
    px: float = NAME_PX,
    in_list: bool = False,
) -> Pieces[dict[int, NamePlace]]:
    """Give names their places, the first wanted first, in pieces.

    Args:
        wanted: numbers and names, in order of importance.
        icons: the box of each icon.
        taken: what no name may touch; the names that are placed are added to it.
        avoid: what names should keep clear of where they can, such as the lit lines.
        within: what no name may leave.
        face: the face that the names are set in.
        px: their size.
        in_list: whether names stand at the right of their icons if they can.
    """
    placed: dict[int, NamePlace] = {}
    for i, (number, name) in enumerate(wanted):
        if i % _A_PIECE == _A_PIECE - 1:
            yield
        boxes = name_boxes(name, face, px)
        place = _first_free(boxes, icons[number], taken, None, within, _at_right) if in_list else None
        place = place or _first_free(boxes, icons[number], taken, avoid, within)
        if place is not None:
            placed[number] = replace(place, px=px) if px != NAME_PX else place
            taken.add(place.rect, number)
    return placed


def name_beside(name: str, icon: Rect, taken: RectGrid, within: Rect, face: str, px: float) -> NamePlace:
    """The best place for one name: a free one if there is any, else below its icon whatever is there."""
    boxes = name_boxes(name, face, px)
    free = _first_free(boxes, icon, taken, None, within)
    if free is not None:
        return free
    rect, box, side = next(iter(_candidates(boxes, icon)))
    return NamePlace(rect, box.lines, side)


class _InTheWay:
    """What is in the way of a name: what was in the way of one of its places is in that of most others too."""

    def __init__(self, taken: RectGrid) -> None:
        self._taken = taken
        self._known: list[Kept] = []

    def hits(self, rect: Rect) -> bool:
        """Whether something is in the way of this place."""
        x, y, w, h = rect
        left, top, right, bottom = x - _GAP, y - _GAP, x + w + _GAP, y + h + _GAP
        for x1, y1, x2, y2, _ in self._known:
            if x1 < right and left < x2 and y1 < bottom and top < y2:
                return True
        kept = self._taken.one_that_hits(rect, _GAP)
        if kept is not None:
            self._known.append(kept)
        return kept is not None


def _first_free(
    boxes: Sequence[NameBox],
    icon: Rect,
    taken: RectGrid,
    avoid: Crowd | None,
    within: Rect | None,
    candidates: "Callable[[Sequence[NameBox], Rect], Iterable[_Candidate]] | None" = None,
) -> NamePlace | None:
    # Places are plain tuples until one is chosen, and all is written out: a frame tries a thousand.
    left, top, wide, high = within or _ANYWHERE
    right, bottom = left + wide, top + high
    second: tuple[Rect, NameBox, int] | None = None
    way = _InTheWay(taken)
    for place in (candidates or _candidates)(boxes, icon):
        rect = place[0]
        x, y, w, h = rect
        if x < left or y < top or x + w > right or y + h > bottom or way.hits(rect):
            continue
        if avoid is None or not avoid.hits(rect):
            second = place
            break
        second = second or place
    return None if second is None else NamePlace(second[0], second[1].lines, second[2])


def _at_right(boxes: Sequence[NameBox], icon: Rect) -> Iterable[_Candidate]:
    """Places at the right only, the narrowest first."""
    x, y, w, h = icon
    for box in sorted(boxes, key=lambda box: box.w):
        yield (x + w + 4, y + h / 2 - box.h / 2, box.w, box.h), box, 1


def _candidates(boxes: Sequence[NameBox], icon: Rect) -> Iterable[_Candidate]:
    x, y, size_x, size_y = icon
    cx, cy, right, bottom = x + size_x / 2, y + size_y / 2, x + size_x, y + size_y
    for box in boxes:
        w, h = box.w, box.h
        yield (cx - w / 2, bottom + 1, w, h), box, 0
        yield (right + 4, cy - h / 2, w, h), box, 1
        yield (x - 4 - w, cy - h / 2, w, h), box, -1
        yield (cx - w / 2, y - 2 - h, w, h), box, 0
    for box in boxes:
        w, h = box.w, box.h
        yield (right - 2, bottom - 4, w, h), box, 1
        yield (right - 2, y + 4 - h, w, h), box, 1
        yield (x + 2 - w, bottom - 4, w, h), box, -1
        yield (x + 2 - w, y + 4 - h, w, h), box, -1
