"""Where the phrases of the lit links stand on the screen when something is selected: readable, never on each other."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from evmap.layout.geometry import Grid, Walk, around, grown, overlap, segment_hits
from evmap.layout.pieces import Pieces, whole
from evmap.model import Point, Rect

Touches = Callable[[Rect, float], bool]
"""Whether a rectangle comes nearer to anything than a gap."""

_StraightPiece = tuple[str, Point, Point, float, float, float, float]
"""A straight piece of a link's path: its ends, and from where to where it reaches, across and down."""

_GAP = 3.0
_FEW = 60
_A_PIECE = 4
"""So many phrases are placed at a time."""

# Shares of the visible path, from the middle outwards; a little towards the far end first, where a star is wider.
_SHARES = (0.5, 0.56, 0.44, 0.62, 0.38, 0.69, 0.31, 0.76, 0.24, 0.83, 0.17, 0.89, 0.11)


def place_selected_phrases(
    routes: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, tuple[float, float]],
    obstacles: Sequence[Rect],
    avoid: Sequence[Rect] | Touches = (),
) -> dict[str, Rect | None]:
    """Place the phrases of the lit links so that none covers another or a lit box.

    Everything is in one pixel space, usually the screen's: give routes and boxes as they stand on the screen and the
    sizes at which the phrases are drawn there. Routes that leave the window are best cut at its border first.

    Args:
        routes: the visible path of each lit link, from border to border.
        sizes: the width and height of each phrase.
        obstacles: rectangles that no phrase may touch (the boxes of the lit concepts).
        avoid: rectangles that phrases keep off where they can (other boxes), or what tells whether a
            rectangle comes nearer to any than a gap.

    Returns:
        For each link its phrase's rectangle, or ``None`` where no part of its path has room.
    """
    return whole(selected_phrases(routes, sizes, obstacles, avoid))


def selected_phrases(
    routes: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, tuple[float, float]],
    obstacles: Sequence[Rect],
    avoid: Sequence[Rect] | Touches = (),
) -> Pieces[dict[str, Rect | None]]:
    """Do what :func:`place_selected_phrases` does, in pieces."""
    hard = _toucher(obstacles)
    soft = _toucher(avoid) if isinstance(avoid, Sequence) else avoid
    free: dict[str, list[Rect]] = {}
    off_boxes: dict[str, list[Rect]] = {}
    for i, (link, path) in enumerate(routes.items()):
        if i % _A_PIECE == _A_PIECE - 1:
            yield
        walk = Walk(path)
        rects = (around(walk.at(share), *sizes[link]) for share in _SHARES)
        # Places that cover nothing come first, each group from the middle outwards.
        clear: list[Rect] = []
        covering: list[Rect] = []
        for place in rects:
            if not hard(place, _GAP):
                (covering if soft(place, _GAP) else clear).append(place)
        off_boxes[link], free[link] = clear, clear + covering
    pieces = _straight_pieces(routes)
    chosen: dict[str, Rect] = {}
    late: list[str] = []
    for link in sorted(free, key=lambda key: (len(free[key]), key)):
        yield
        # A phrase on another lit line can still be read; one on a box hides a name: that comes last.
        rect = _first_clear(link, off_boxes[link], chosen, pieces) or _first_clear(link, free[link], chosen, pieces)
        if rect is None:
            late.append(link)
        else:
            chosen[link] = rect
    for link in late:
        _make_room(link, free, chosen)
    return {link: chosen.get(link) for link in routes}


def _straight_pieces(routes: Mapping[str, Sequence[Point]]) -> list[_StraightPiece]:
    return [
        (link, a, b, min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1]))
        for link, path in routes.items()
        for a, b in pairwise(path)
    ]


def _is_crossed(rect: Rect, link: str, pieces: Sequence[_StraightPiece]) -> bool:
    """Whether another link runs through a rectangle; written out, as it is asked of hundreds of pieces."""
    left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
    for other, a, b, first_x, last_x, first_y, last_y in pieces:
        near = first_x < right and last_x > left and first_y < bottom and last_y > top
        if near and other != link and segment_hits(a, b, rect):
            return True
    return False


def _first_clear(
    link: str, rects: Sequence[Rect], chosen: Mapping[str, Rect], pieces: Sequence[_StraightPiece]
) -> Rect | None:
    """The first place off all chosen phrases, best one that also lies on no other lit link."""
    spare: Rect | None = None
    for rect in rects:
        if any(overlap(rect, other, _GAP) for other in chosen.values()):
            continue
        if not _is_crossed(rect, link, pieces):
            return rect
        spare = spare or rect
    return spare


def _make_room(link: str, free: Mapping[str, Sequence[Rect]], chosen: dict[str, Rect]) -> None:
    """Place a late phrase by moving one that stands in its way, if that one has another place."""
    for rect in free[link]:
        blockers = [other for other, taken in chosen.items() if overlap(rect, taken, _GAP)]
        if len(blockers) != 1:
            continue
        blocker = blockers[0]
        rest = [taken for other, taken in chosen.items() if other != blocker]
        for retreat in free[blocker]:
            if not overlap(retreat, rect, _GAP) and not any(overlap(retreat, taken, _GAP) for taken in rest):
                chosen[blocker], chosen[link] = retreat, rect
                return


def _toucher(rects: Sequence[Rect]) -> Touches:
    if len(rects) <= _FEW:
        return partial(_touches_one, rects)
    grid: Grid[int] = Grid(160.0)
    for i, rect in enumerate(rects):
        grid.add_rect(i, rect)
    return lambda rect, gap: any(overlap(rect, rects[i], gap) for i in grid.near(grown(rect, gap)))


def _touches_one(rects: Sequence[Rect], rect: Rect, gap: float) -> bool:
    """Whether a rectangle comes nearer to any of a few than a gap; written out, as it is asked hundreds of times."""
    left, top = rect[0] - gap, rect[1] - gap
    right, bottom = rect[0] + rect[2] + gap, rect[1] + rect[3] + gap
    return any(x < right and left < x + w and y < bottom and top < y + h for x, y, w, h in rects)
