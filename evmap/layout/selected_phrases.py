"""Where the phrases of the lit links stand on the screen when something is selected: readable, never on each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from evmap.layout.geometry import Walk, segment_hits
from evmap.layout.pieces import Pieces, whole
from evmap.model import Point, Rect

Touches = Callable[[Rect, float], bool]
"""Whether a rectangle comes nearer to anything than a gap."""

_StraightPiece = tuple[Point, Point, float, float, float, float]
"""A straight piece of a link's path: its ends, and from where to where it reaches, across and down."""

_Line = tuple[str, float, float, float, float, list[_StraightPiece]]
"""A link's path: from where to where it reaches, and its pieces."""

_GAP = 3.0
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
    soft = partial(_touches_any, avoid) if isinstance(avoid, Sequence) else avoid
    free: dict[str, list[Rect]] = {}
    for i, (link, path) in enumerate(routes.items()):
        if i % _A_PIECE == _A_PIECE - 1:
            yield
        free[link] = _off(obstacles, path, sizes[link])
    lines = [_line(link, path) for link, path in routes.items() if len(path) > 1]
    chosen: dict[str, Rect] = {}
    late: list[str] = []
    for link in sorted(free, key=lambda key: (len(free[key]), key)):
        yield
        # A phrase on another lit line can still be read; one on a box hides a name: that comes last. Boxes are looked
        # for only until a place is found, mostly the first.
        off_boxes = (rect for rect in free[link] if not soft(rect, _GAP))
        rect = _first_clear(link, off_boxes, chosen, lines) or _first_clear(link, free[link], chosen, lines)
        if rect is None:
            late.append(link)
        else:
            chosen[link] = rect
    for link in late:
        _make_room(link, free, chosen, soft)
    return {link: chosen.get(link) for link in routes}


def _middles(path: Sequence[Point]) -> list[Point]:
    """Where on a path the middle of its phrase may be."""
    if len(path) == 2:  # as nearly all are
        (ax, ay), (bx, by) = path
        return [(ax + (bx - ax) * share, ay + (by - ay) * share) for share in _SHARES]
    walk = Walk(path)
    return [walk.at(share) for share in _SHARES]


def _off(obstacles: Sequence[Rect], path: Sequence[Point], size: tuple[float, float]) -> list[Rect]:
    """The rectangles of a size on a path that come near no obstacle; written out, as it is asked for every link."""
    half_w, half_h = size[0] / 2, size[1] / 2
    wide, high = half_w + _GAP, half_h + _GAP
    xs, ys = [x for x, _ in path], [y for _, y in path]
    left, right, top, bottom = min(xs) - wide, max(xs) + wide, min(ys) - high, max(ys) + high
    # Of each obstacle, all that the middle of a phrase must keep out of.
    near = [
        (x - wide, x + w + wide, y - high, y + h + high)
        for x, y, w, h in obstacles
        if x < right and x + w > left and y < bottom and y + h > top
    ]
    found: list[Rect] = []
    for x, y in _middles(path):
        for first_x, last_x, first_y, last_y in near:
            if first_x < x < last_x and first_y < y < last_y:
                break
        else:
            found.append((x - half_w, y - half_h, size[0], size[1]))
    return found


def _line(link: str, path: Sequence[Point]) -> _Line:
    xs, ys = [x for x, _ in path], [y for _, y in path]
    pieces = [(a, b, min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])) for a, b in pairwise(path)]
    return link, min(xs), max(xs), min(ys), max(ys), pieces


def _is_crossed(rect: Rect, link: str, lines: Sequence[_Line]) -> bool:
    """Whether another link runs through a rectangle; written out, as it is asked of hundreds of pieces."""
    left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
    for other, from_x, to_x, from_y, to_y, pieces in lines:
        if from_x >= right or to_x <= left or from_y >= bottom or to_y <= top or other == link:
            continue
        for a, b, first_x, last_x, first_y, last_y in pieces:
            near = first_x < right and last_x > left and first_y < bottom and last_y > top
            if near and segment_hits(a, b, rect):
                return True
    return False


def _first_clear(link: str, rects: Iterable[Rect], chosen: Mapping[str, Rect], lines: Sequence[_Line]) -> Rect | None:
    """The first place off all chosen phrases, best one that also lies on no other lit link."""
    taken = chosen.values()
    spare: Rect | None = None
    for rect in rects:
        if _touches_any(taken, rect, _GAP):
            continue
        if not _is_crossed(rect, link, lines):
            return rect
        spare = spare or rect
    return spare


def _make_room(link: str, free: Mapping[str, Sequence[Rect]], chosen: dict[str, Rect], soft: Touches) -> None:
    """Place a late phrase by moving one that stands in its way, if that one has another place."""
    for rect in _clear_first(free[link], soft):
        blocker = _only_blocker(rect, chosen)
        if blocker is None:
            continue
        rest = [rect, *(taken for other, taken in chosen.items() if other != blocker)]
        for retreat in _clear_first(free[blocker], soft):
            if not _touches_any(rest, retreat, _GAP):
                chosen[blocker], chosen[link] = retreat, rect
                return


def _clear_first(rects: Sequence[Rect], soft: Touches) -> Iterator[Rect]:
    """Places off the boxes that are better left free before those on them."""
    covering: list[Rect] = []
    for rect in rects:
        if soft(rect, _GAP):
            covering.append(rect)
        else:
            yield rect
    yield from covering


def _only_blocker(rect: Rect, chosen: Mapping[str, Rect]) -> str | None:
    """The one phrase in the way, if it is only one."""
    left, top = rect[0] - _GAP, rect[1] - _GAP
    right, bottom = rect[0] + rect[2] + _GAP, rect[1] + rect[3] + _GAP
    found: str | None = None
    for link, (x, y, w, h) in chosen.items():
        if x < right and left < x + w and y < bottom and top < y + h:
            if found is not None:
                return None
            found = link
    return found


def _touches_any(rects: Iterable[Rect], rect: Rect, gap: float) -> bool:
    """Whether a rectangle comes nearer to any other than a gap; written out, as it is asked hundreds of times."""
    left, top = rect[0] - gap, rect[1] - gap
    right, bottom = rect[0] + rect[2] + gap, rect[1] + rect[3] + gap
    for x, y, w, h in rects:  # noqa: SIM110 - any() takes twice as long
        if x < right and left < x + w and y < bottom and top < y + h:
            return True
    return False
