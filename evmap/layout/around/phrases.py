"""Where the phrases around one concept stand: on their spokes, further out the closer these stand.

All places of all phrases are judged at once as arrays: the view is made while one waits for it.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from evmap.layout.boxes import MOST_PHRASE_LINES, phrase_box
from evmap.layout.geometry import overlap, rounded
from evmap.layout.pieces import Pieces, parts
from evmap.layout.problem import Bools, Floats
from evmap.layout.routing.routes import Path
from evmap.model import Point, Rect

Size = tuple[float, float]

# Costs in the terms of the whole map's phrases: what a reader minds most counts most.
_ON_BOX, _ON_PHRASE, _ON_LINK, _ON_END = 1000.0, 1000.0, 6.0, 8.0
_MANY_LINKS = 5  # more of them below a phrase are no worse: better than one phrase on another
_AWAY, _MORE_LINES = 5.0, 0.3
_OFF_PHRASE, _OFF_BOX, _OFF_LINE = 3.0, 4.0, 1.0
_AT_START, _AT_END = 6.0, 15.0  # so much of a spoke should show before its phrase, and of its arrow behind it
_SHARES = tuple(0.08 + 0.86 * step / 29 for step in range(30))
_ROUNDS = 3
_A_PIECE = 10  # so many phrases are judged at a time
_TOGETHER, _OPTIONS = 3, 60  # so many phrases choose together at last, each among so many places


def spoke_sizes(phrase: str, larger: float) -> tuple[Size, ...]:
    """The sizes that a phrase may take, one line first, written so much larger than usual."""
    boxes = (phrase_box(phrase, lines) for lines in range(1, MOST_PHRASE_LINES + 1))
    return tuple(dict.fromkeys((box.w * larger, box.h * larger) for box in boxes))


class SpokePhrases:
    """The phrases of spokes, each at the best place on its own, once they are placed.

    Args:
        paths: the spokes; corners not yet rounded.
        sizes: the sizes that each phrase may take, the most wanted first.
        boxes: what no phrase may cover.
        liked: how far from the middle each phrase would stand, as a share of the way.

    Attributes:
        rects: where they stand.
        clashes: how many cover a box or another phrase.
        unclear: how many lie on another spoke.
    """

    def __init__(
        self,
        paths: Mapping[str, Path],
        sizes: Mapping[str, Sequence[Size]],
        boxes: Sequence[Rect],
        liked: Mapping[str, float],
    ) -> None:
        outwards = {link: math.hypot(*path[0]) < math.hypot(*path[-1]) for link, path in paths.items()}
        wishes = {link: liked[link] if outwards[link] else 1.0 - liked[link] for link in paths}
        self._order = _closest_first(paths, outwards)
        self._lines = {link: np.array(rounded(path, steps=2)) for link, path in paths.items()}
        self._places = {link: _places(line, sizes[link], wishes[link]) for link, line in self._lines.items()}
        self._boxes = np.array(boxes)
        self._covers: dict[str, Floats] = {}
        self._costs: dict[str, Floats] = {}
        self._chosen: dict[str, int] = {}
        self.rects: dict[str, Rect] = {}
        self.clashes = self.unclear = 0

    def place(self) -> Pieces[None]:
        """Find the best places."""
        for some in parts(self._order, _A_PIECE):
            self._covers |= _covered({link: self._places[link][0] for link in some}, self._lines, self._boxes)
            yield
        self._costs = {link: self._places[link][1] + self._covers[link] for link in self._order}
        for some in parts(self._order, _A_PIECE):
            for link in some:
                self._choose(link)
            yield
        for _ in range(_ROUNDS):
            for link in self._on_each_other(_OFF_PHRASE):
                self._choose(link)
            yield
        for some in parts(self._on_each_other(_OFF_PHRASE), _TOGETHER):
            self._choose_together(some)
            yield
        self.rects = {link: self._rect(link, at) for link, at in self._chosen.items()}
        on_boxes = int(_overlaps(np.array(list(self.rects.values())), self._boxes, 0.0).sum())
        self.clashes = on_boxes + len(self._on_each_other(0.0))
        self.unclear = sum(self._covers[link][at] % _ON_BOX >= _ON_LINK for link, at in self._chosen.items())

    def _on_each_other(self, gap: float) -> list[str]:
        """The phrases that come nearer to another than a gap."""
        rects = np.array([self._places[link][0][at] for link, at in self._chosen.items()])
        covers = _overlaps(rects, rects, gap).sum(axis=1) > 1
        return [link for link, on in zip(self._chosen, covers, strict=True) if on]

    def _choose(self, link: str) -> None:
        self._chosen[link] = int(np.argmin(self._costs[link] + _ON_PHRASE * self._on_phrases(link)))

    def _choose_together(self, links: Sequence[str]) -> None:
        """Find the best places for a few phrases of which each stands in the way of another."""
        for link in links:
            del self._chosen[link]
        options: list[list[tuple[float, int, Rect]]] = []
        for link in links:
            costs = self._costs[link] + _ON_PHRASE * self._on_phrases(link)
            cheapest = np.argsort(costs, kind="stable")[:_OPTIONS]
            options.append([(float(costs[at]), int(at), self._rect(link, int(at))) for at in cheapest])
        self._chosen.update(zip(links, _cheapest(options), strict=True))

    def _rect(self, link: str, at: int) -> Rect:
        x, y, w, h = (float(value) for value in self._places[link][0][at])
        return x, y, w, h

    def _on_phrases(self, link: str) -> Floats:
        """On how many chosen phrases each place of a phrase would stand."""
        others = [self._places[other][0][at] for other, at in self._chosen.items() if other != link]
        if not others:
            return np.zeros(len(self._places[link][0]))
        counts: Floats = _overlaps(self._places[link][0], np.array(others), _OFF_PHRASE).sum(axis=1).astype(float)
        return counts


def _cheapest(options: Sequence[Sequence[tuple[float, int, Rect]]]) -> list[int]:
    """The places of some phrases that cost least together, none on another if that can be.

    The options of each, by cost, number and place, begin with the cheapest.
    """
    best, least = [each[0][1] for each in options], math.inf
    rest = [sum(each[0][0] for each in options[first:]) for first in range(1, len(options) + 1)]

    def choose(first: int, spent: float, numbers: list[int], taken: list[Rect]) -> None:
        nonlocal best, least
        if first == len(options):
            best, least = numbers, spent
            return
        for cost, number, rect in options[first]:
            if spent + cost + rest[first] >= least:
                break
            on = _ON_PHRASE * sum(overlap(rect, other, _OFF_PHRASE) for other in taken)
            if spent + cost + on + rest[first] < least:
                choose(first + 1, spent + cost + on, [*numbers, number], [*taken, rect])

    choose(0, 0.0, [], [])
    return best


def _places(line: Floats, sizes: Sequence[Size], liked: float) -> tuple[Floats, Floats]:
    """The places of a phrase along its line as rows (x, y, w, h), and what is liked less about each."""
    pieces = np.hypot(*np.diff(line, axis=0).T)
    reached = np.concatenate([[0.0], np.cumsum(pieces)])
    length = max(float(reached[-1]), 1.0)

    ends = min(0.5, _AT_START / length), max(0.5, 1.0 - _AT_END / length)
    at = length * np.array([*ends, *_SHARES])
    x, y = np.interp(at, reached, line[:, 0]), np.interp(at, reached, line[:, 1])
    rects = np.empty((len(sizes), len(_SHARES), 4))
    rects[:, :, 2:] = np.array(sizes)[:, None, :]
    rects[:, :, 0], rects[:, :, 1] = x[2:] - rects[:, :, 2] / 2, y[2:] - rects[:, :, 3] / 2
    wish = _AWAY * np.abs(np.array(_SHARES) - liked) + _MORE_LINES * np.arange(len(sizes))[:, None]
    for end_x, end_y in zip(x[:2], y[:2], strict=True):
        over = np.abs(x[2:] - end_x) < rects[:, :, 2] / 2
        wish += _ON_END * (over & (np.abs(y[2:] - end_y) < rects[:, :, 3] / 2))
    return rects.reshape(-1, 4), wish.reshape(-1)


def _covered(places: Mapping[str, Floats], lines: Mapping[str, Floats], boxes: Floats) -> dict[str, Floats]:
    """What each place of some phrases costs for the boxes and the other lines that it covers."""
    numbers = {link: number for number, link in enumerate(lines)}
    rects = np.concatenate(list(places.values()))
    owners = np.repeat([numbers[link] for link in places], [len(each) for each in places.values()])
    segments = np.concatenate([np.hstack([line[:-1], line[1:]]) for line in lines.values()])
    lines_of = np.repeat(np.arange(len(lines)), [len(line) - 1 for line in lines.values()])
    on_lines = (_crossed(rects, segments) & (owners[:, None] != lines_of[None, :])).sum(axis=1)
    cost = _ON_BOX * _overlaps(rects, boxes, _OFF_BOX).sum(axis=1) + _ON_LINK * np.minimum(on_lines, _MANY_LINKS)
    return dict(zip(places, np.split(cost, np.flatnonzero(np.diff(owners)) + 1), strict=True))


def _overlaps(rects: Floats, others: Floats, gap: float) -> Bools:
    """Which rectangles come nearer than a gap to which others."""
    (left, top, w, h), (x, y, wide, high) = rects.T[:, :, None], others.T[:, None, :]
    across = (left - gap < x + wide) & (x < left + w + gap)
    near: Bools = across & (top - gap < y + high) & (y < top + h + gap)
    return near


def _crossed(rects: Floats, segments: Floats) -> Bools:
    """Which rectangles are run through, or nearly so, by which straight lines."""
    (x, y, w, h), (ax, ay, bx, by) = rects.T[:, :, None], segments.T[:, None, :]
    half_w, half_h, ray_x, ray_y = w / 2 + _OFF_LINE, h / 2 + _OFF_LINE, bx - ax, by - ay
    to_x, to_y = x + w / 2 - ax, y + h / 2 - ay
    beside = np.abs(to_x - ray_x / 2) < np.abs(ray_x) / 2 + half_w
    beside &= np.abs(to_y - ray_y / 2) < np.abs(ray_y) / 2 + half_h
    crossed: Bools = beside & (np.abs(ray_x * to_y - ray_y * to_x) < half_w * np.abs(ray_y) + half_h * np.abs(ray_x))
    return crossed


def _closest_first(paths: Mapping[str, Path], outwards: Mapping[str, bool]) -> list[str]:
    """The spokes by how near the next ones on both sides are: those with the least room choose first."""
    angles = {link: _angle(path[-2:] if outwards[link] else path[:2]) for link, path in paths.items()}
    ring = sorted(angles, key=lambda link: (angles[link], link))
    room = {
        link: (angles[after] - angles[before]) % math.tau
        for before, link, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
    }
    return sorted(ring, key=lambda link: (room[link], link))


def _angle(ends: Sequence[Point]) -> float:
    """The direction in which the middle of a line is seen."""
    return math.atan2(ends[0][1] + ends[1][1], ends[0][0] + ends[1][0])
