"""Where the linking phrases of a whole map stand: somewhere along their visible path, on one line or two."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush
from itertools import islice, pairwise

from evmap.layout.geometry import Grid, Walk, around, grown, overlap, rounded, segment_hits
from evmap.layout.pieces import Pieces, whole
from evmap.layout.selected_phrases import place_selected_phrases
from evmap.model import Point, Rect

__all__ = ["place_phrases", "place_selected_phrases"]

# Costs in the study's terms: what a reader minds most counts most.
_ON_BOX, _ON_PHRASE, _ON_LINK, _OFF_MIDDLE, _SECOND_LINE = 60.0, 45.0, 6.0, 2.5, 0.4
_ON_END = 3.0
_SHOWN = 6.0  # so much of a link should show before its phrase, and a bit more behind it for the arrow head
_GAP = 2.0  # phrases and boxes keep this far apart
_ROUNDS = 12
_ASIDE, _OFF_LINE = 0.27, 1.2  # a phrase may stand so much of its size to one side of its line, still on it
_CELL = 64.0
_A_PIECE, _MANY_A_PIECE = 4, 32  # so many phrases are judged at a time, or noted where they stand
_MANY, _TURN, _ROUGH_TURN = 600, 6, 2  # of so many links the corners are rounded with fewer pieces
_MOST_COUNTED = 4  # and a phrase on so many of them is as bad as one on more
_CAREFUL = 20  # when so many places along the path are tried, places to the side are too


_Place = tuple[float, int, Rect]
"""A place for a phrase: what it costs whatever the other phrases do, its number, the rectangle."""


class _Options:
    """The places of one phrase, the cheapest first. What a place covers is only worked out when its turn comes."""

    def __init__(self, wishes: list[_Place], aside: Callable[[], list[_Place]], cost: Callable[[Rect], float]) -> None:
        self._waiting = wishes  # by what is liked less about them, the most liked last
        self._aside: Callable[[], list[_Place]] | None = aside
        self._cost = cost
        self._judged: list[_Place] = []
        self._ordered: list[_Place] = []

    def __iter__(self) -> Iterator[_Place]:
        rank = 0
        while rank < len(self._ordered) or self._find():
            yield self._ordered[rank]
            rank += 1

    def worst_of_best(self, count: int) -> float:
        """What it costs at least if all but one of the best few places are taken."""
        return list(islice(self, count))[-1][0]

    def _find(self) -> bool:
        """Put the next cheapest place in order, if there is one left."""
        self._judge()
        if self._aside and self._judged[0][0] >= _ON_LINK:
            # There is no good place in the middle of the line: those to its sides come in too.
            self._waiting = sorted([*self._waiting, *self._aside()], reverse=True)
            self._judge()
        self._aside = None
        if self._judged:
            self._ordered.append(heappop(self._judged))
            return True
        return False

    def _judge(self) -> None:
        """Judge places until none that waits can be cheaper than the best one judged."""
        while self._waiting and (not self._judged or self._judged[0] >= self._waiting[-1]):
            wish, number, rect = self._waiting.pop()
            heappush(self._judged, (wish + self._cost(rect), number, rect))


def place_phrases(
    routes: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
    boxes: Sequence[Rect],
    steps: int = 31,
    lines: Sequence[Sequence[Point]] = (),
) -> dict[str, Rect]:
    """Give every phrase a place on its route.

    Args:
        routes: the visible path of each link, from border to border, corners not yet rounded.
        sizes: the sizes that each phrase may take, best first (one line, two lines).
        boxes: all concept boxes.
        steps: how many places along each path are tried.
        lines: the routes of other links, whose phrases stay where they are.

    Returns:
        The phrase's rectangle for every link. Where there is no room at all the least bad place is taken.
    """
    return whole(placed_phrases(routes, sizes, boxes, steps, lines))


def placed_phrases(
    routes: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
    boxes: Sequence[Rect],
    steps: int = 31,
    lines: Sequence[Sequence[Point]] = (),
) -> Pieces[dict[str, Rect]]:
    """Do what :func:`place_phrases` does, in pieces."""
    turn = partial(rounded, steps=_TURN if len(routes) < _MANY else _ROUGH_TURN)
    paths = {link: turn(points) for link, points in routes.items()}
    options = yield from _options(paths, sizes, boxes, steps, lines)
    chosen: dict[str, Rect] = {}
    placed: Grid[str] = Grid()
    # Those with the fewest good places choose first.
    scarce: dict[str, float] = {}
    for link in options:
        yield
        scarce[link] = -options[link].worst_of_best(3 if len(options) < _MANY else 1)
    for i, link in enumerate(sorted(options, key=lambda key: (scarce[key], key))):
        if i % _MANY_A_PIECE == 0:
            yield
        chosen[link] = _cheapest(link, options[link], chosen, placed)
        placed.add_rect(link, chosen[link])
    for _ in range(_ROUNDS):
        if not (yield from _improved(options, chosen)):
            break
    return chosen


def _improved(options: Mapping[str, _Options], chosen: dict[str, Rect]) -> Pieces[bool]:
    """Let each phrase choose again, knowing the others; true if any moved."""
    placed: Grid[str] = Grid()
    for link, rect in chosen.items():
        placed.add_rect(link, rect)
    moved = False
    for i, link in enumerate(options):
        if i % _MANY_A_PIECE == 0:
            yield
        better = _cheapest(link, options[link], chosen, placed)
        if better != chosen[link]:
            # The grid keeps the old entry as well: a link is compared by where it is, so that does no harm.
            chosen[link] = better
            placed.add_rect(link, better)
            moved = True
    return moved


def _cheapest(link: str, options: _Options, chosen: Mapping[str, Rect], placed: Grid[str]) -> Rect:
    best: Rect | None = None
    least = math.inf
    for alone, _, rect in options:
        if alone >= least:
            break
        others = placed.near(grown(rect, _GAP))
        cost = alone + _ON_PHRASE * sum(other != link and overlap(rect, chosen[other], _GAP) for other in others)
        if cost < least:
            best, least = rect, cost
    assert best is not None, "every phrase has a place"
    return best


def _options(
    paths: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
    boxes: Sequence[Rect],
    steps: int,
    lines: Sequence[Sequence[Point]],
) -> Pieces[dict[str, _Options]]:
    """Every place of every phrase, and how to find out what boxes and links it covers."""
    box_grid: Grid[int] = Grid()
    for i, box in enumerate(boxes):
        if i % _MANY_A_PIECE == 0:
            yield
        box_grid.add_rect(i, box)
    segments: list[tuple[str, Point, Point, float, float, float, float]] = []
    segment_grid: Grid[int] = Grid(_CELL)
    for i, (link, path) in enumerate((*paths.items(), *((f"\0{i}", line) for i, line in enumerate(lines)))):
        if i % _MANY_A_PIECE == 0:
            yield
        for a, b in pairwise(path if link in paths else rounded(path)):
            segment_grid.add_segment(len(segments), a, b)
            segments.append((link, a, b, min(a[0], b[0]), max(a[0], b[0]), min(a[1], b[1]), max(a[1], b[1])))

    most = _MOST_COUNTED if len(paths) >= _MANY else len(paths)

    def cost(link: str, rect: Rect) -> float:
        on_boxes = sum(overlap(rect, boxes[i], _GAP) for i in box_grid.near(grown(rect, _GAP)))
        left, top, right, bottom = rect[0], rect[1], rect[0] + rect[2], rect[1] + rect[3]
        links = set()
        for i in segment_grid.near(rect):
            other, a, b, first_x, last_x, first_y, last_y = segments[i]
            near = first_x < right and last_x > left and first_y < bottom and last_y > top
            if near and other != link and other not in links and segment_hits(a, b, rect):
                links.add(other)
                if len(links) == most:
                    break
        return _ON_BOX * on_boxes + _ON_LINK * len(links)

    options: dict[str, _Options] = {}
    for i, (link, path) in enumerate(paths.items()):
        if i % _A_PIECE == 0:
            yield
        options[link] = _along(link, path, sizes[link], steps, cost)
    return options


def _along(
    link: str,
    path: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
    steps: int,
    cost: Callable[[str, Rect], float],
) -> _Options:
    walk = Walk(path)
    # The arrow head and a bit of the line at the subject should show.
    ends = [
        walk.at(min(0.5, _SHOWN / max(walk.length, 1.0))),
        walk.at(max(0.5, 1 - 1.6 * _SHOWN / max(walk.length, 1.0))),
    ]

    def places(aside: float, number: int) -> Iterator[_Place]:
        for more_lines, (width, height) in enumerate(dict.fromkeys(sizes)):
            for step in range(steps):
                share = 0.06 + 0.88 * step / (steps - 1) if steps > 1 else 0.5
                rect = around(_beside(walk, share, width * aside, height * aside), width, height)
                wish = _OFF_MIDDLE * abs(2 * share - 1) + _SECOND_LINE * more_lines + _OFF_LINE * (aside != 0)
                wish += _ON_END * sum(_holds(rect, end) for end in ends)
                number += 1
                yield wish, number, rect

    def beside() -> list[_Place]:
        return [*places(-_ASIDE, 1000), *places(_ASIDE, 2000)] if steps >= _CAREFUL else []

    return _Options(sorted(places(0.0, 0), reverse=True), beside, lambda rect: cost(link, rect))


def _beside(walk: Walk, share: float, width: float, height: float) -> Point:
    """The point at a share of a path, moved across the path by a part of a phrase's size."""
    x, y = walk.at(share)
    if not width:
        return x, y
    (ax, ay), (bx, by) = walk.at(max(0.0, share - 0.02)), walk.at(min(1.0, share + 0.02))
    span = math.hypot(bx - ax, by - ay) or 1.0
    across_x, across_y = -(by - ay) / span, (bx - ax) / span
    out = abs(across_x) * width + abs(across_y) * height
    return x + across_x * out, y + across_y * out


def _holds(rect: Rect, point: Point) -> bool:
    return rect[0] < point[0] < rect[0] + rect[2] and rect[1] < point[1] < rect[1] + rect[3]
