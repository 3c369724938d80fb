"""Where the linking phrases of a whole map stand: somewhere along their visible path, on one line or two."""

import math
from collections.abc import Callable, Mapping, Sequence

from evmap.layout.geometry import Grid, Walk, around, grown, overlap, rounded, segment_hits
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
_CAREFUL = 20  # when so many places along the path are tried, places to the side are too


class _Option:
    """One place for one phrase, with what it costs whatever the other phrases do."""

    __slots__ = ("cost", "rect")

    def __init__(self, rect: Rect, cost: float) -> None:
        self.rect = rect
        self.cost = cost


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
    paths = {link: rounded(points) for link, points in routes.items()}
    options = _options(paths, sizes, boxes, steps, [rounded(points) for points in lines])
    chosen: dict[str, Rect] = {}
    placed: Grid[str] = Grid()
    # Those with the fewest good places choose first.
    for link in sorted(options, key=lambda key: (-_third_best(options[key]), key)):
        chosen[link] = _cheapest(link, options[link], chosen, placed)
        placed.add_rect(link, chosen[link])
    for _ in range(_ROUNDS):
        if not _improve(options, chosen):
            break
    return chosen


def _improve(options: Mapping[str, Sequence[_Option]], chosen: dict[str, Rect]) -> bool:
    """Let each phrase choose again, knowing the others; true if any moved."""
    placed: Grid[str] = Grid()
    for link, rect in chosen.items():
        placed.add_rect(link, rect)
    moved = False
    for link in options:
        better = _cheapest(link, options[link], chosen, placed)
        if better != chosen[link]:
            # The grid keeps the old entry as well: a link is compared by where it is, so that does no harm.
            chosen[link] = better
            placed.add_rect(link, better)
            moved = True
    return moved


def _cheapest(link: str, options: Sequence[_Option], chosen: Mapping[str, Rect], placed: Grid[str]) -> Rect:
    best, best_cost = options[0], float("inf")
    for option in options:
        if option.cost >= best_cost:
            continue
        cost = option.cost
        for other in placed.near(grown(option.rect, _GAP)):
            if other != link and overlap(option.rect, chosen[other], _GAP):
                cost += _ON_PHRASE
        if cost < best_cost:
            best, best_cost = option, cost
    return best.rect


def _third_best(options: Sequence[_Option]) -> float:
    costs = sorted(option.cost for option in options)
    return costs[min(2, len(costs) - 1)]


def _options(
    paths: Mapping[str, Sequence[Point]],
    sizes: Mapping[str, Sequence[tuple[float, float]]],
    boxes: Sequence[Rect],
    steps: int,
    lines: Sequence[Sequence[Point]],
) -> dict[str, list[_Option]]:
    """Every place of every phrase with the cost of the boxes and links that it covers."""
    box_grid: Grid[int] = Grid()
    for i, box in enumerate(boxes):
        box_grid.add_rect(i, box)
    segments: list[tuple[str, Point, Point]] = []
    segment_grid: Grid[int] = Grid()
    for link, path in (*paths.items(), *((f"\0{i}", line) for i, line in enumerate(lines))):
        for k in range(len(path) - 1):
            segment_grid.add_segment(len(segments), path[k], path[k + 1])
            segments.append((link, path[k], path[k + 1]))

    def cost(link: str, rect: Rect) -> float:
        on_boxes = sum(overlap(rect, boxes[i], _GAP) for i in box_grid.near(grown(rect, _GAP)))
        links = {
            segments[i][0]
            for i in segment_grid.near(rect)
            if segments[i][0] != link and segment_hits(segments[i][1], segments[i][2], rect)
        }
        return _ON_BOX * on_boxes + _ON_LINK * len(links)

    return {link: _along(link, path, sizes[link], steps, cost) for link, path in paths.items()}


def _along(
    link: str,
    path: Sequence[Point],
    sizes: Sequence[tuple[float, float]],
    steps: int,
    cost: Callable[[str, Rect], float],
) -> list[_Option]:
    walk = Walk(path)
    # The arrow head and a bit of the line at the subject should show.
    ends = [
        walk.at(min(0.5, _SHOWN / max(walk.length, 1.0))),
        walk.at(max(0.5, 1 - 1.6 * _SHOWN / max(walk.length, 1.0))),
    ]
    options: list[_Option] = []
    for aside in (0.0, -_ASIDE, _ASIDE):
        if aside and steps >= _CAREFUL and min(option.cost for option in options) < _ON_LINK:
            break  # there are good places in the middle of the line
        for more_lines, (width, height) in enumerate(dict.fromkeys(sizes)):
            for step in range(steps):
                share = 0.06 + 0.88 * step / (steps - 1) if steps > 1 else 0.5
                rect = around(_beside(walk, share, width * aside, height * aside), width, height)
                wish = _OFF_MIDDLE * abs(2 * share - 1) + _SECOND_LINE * more_lines + _OFF_LINE * (aside != 0)
                wish += _ON_END * sum(_holds(rect, end) for end in ends)
                options.append(_Option(rect, wish + cost(link, rect)))
        if steps < _CAREFUL:
            break
    return sorted(options, key=lambda option: option.cost)


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
