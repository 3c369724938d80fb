"""What a drawing costs a reader, asked for one concept at many places at once: the heart of the search.

All costs are in the same coin: a crossing of two links costs ``Weights.crossing``. Only terms that change when one
concept moves are summed, so costs are comparable between places of that concept and nothing else.

The letters of the arrays' axes: K places tried, D links of the concept, N concepts, E links.
"""

from dataclasses import dataclass

import numpy as np

from evmap.layout.problem import Array, Bools, Floats, Problem
from evmap.layout.routing.routes import NARROWEST, WIDEST
from evmap.layout.searching.star import Star
from evmap.layout.searching.stress import hop_distances

_BOX_GAP = (24.0, 22.0)  # boxes nearer than this begin to cost
_LINK_GAP = 7.0  # so does a link that passes a box nearer than this
_BOW_GAP = 30.0
_ARROW = 18.0  # length of a link that must show beyond its phrase: the arrow head and a bit of line
_PHRASE_GAP = 3.0
_PHRASE_NEED, _COVERED = 1.3, 0.9
_NARROW = np.sin(np.radians(15))


@dataclass(frozen=True)
class Weights:
    """How much each fault costs."""

    crossing: float = 3.0
    under_box: float = 7.0
    box_on_box: float = 30.0
    short: float = 4.0
    long: float = 0.2 / 150
    narrow: float = 0.7
    stress: float = 0.03
    crowd: float = 4.0
    outside: float = 2.0 / 50
    phrase_on_box: float = 0.0  # these three from when boxes have their full size
    phrase_on_phrase: float = 0.0
    phrase_on_link: float = 0.0

    @property
    def phrases(self) -> bool:
        """Whether phrases take part."""
        return self.phrase_on_box > 0


class Energy:
    """The state of a search: where every concept and phrase stands, and what moving one would cost.

    Attributes:
        positions: the middles of the boxes.
        half: half the sizes of the boxes at their present scale.
        shift: how far each phrase is moved off its line, still on it.
        share: how far along its pair each phrase stands, from the first concept's middle to the second's.
        phrase_half: half the size of each phrase as it is wrapped now.
    """

    def __init__(self, problem: Problem, positions: Floats) -> None:
        self.problem = problem
        self.positions = positions.astype(float).copy()
        self.half = problem.half
        self.weights = Weights()
        # A link that is bowed aside needs the room between its bow and the straight line.
        self._gap = _LINK_GAP + _BOW_GAP * np.abs(problem.slot)
        self.shift = np.zeros((len(problem.pairs), 2))
        self.share = np.full(len(problem.pairs), 0.5)
        self.phrase_half = problem.phrases[:, 0] / 2
        around: list[list[int]] = [[] for _ in range(problem.size)]
        touching: list[list[int]] = [[] for _ in range(problem.size)]
        for pair, (a, b) in enumerate(problem.pairs.tolist()):
            around[a].append(b)
            around[b].append(a)
            touching[a].append(pair)
            touching[b].append(pair)
        rings = [np.array(ring, dtype=np.int64) for ring in around]
        self.neighbours = rings
        self._stars = [
            Star(problem, concept, np.array(touching[concept], dtype=np.int64), rings)
            for concept in range(problem.size)
        ]
        hops = hop_distances(problem.size, problem.pairs, problem.lengths) if problem.size else np.zeros((0, 0))
        step = float(np.sqrt(np.prod(2 * problem.frame) / max(1, problem.size)))
        self.ideal = np.maximum(hops, 0.3) * step * 1.1
        self._radius = _radius(problem)
        # Sideways steps count less, because the drawing is wide.
        self._steep = float(np.sqrt(problem.frame[0] / problem.frame[1]))

    def scale_boxes(self, scale: float) -> None:
        """Give the boxes a share of their full size; small boxes slide past each other."""
        self.half = self.problem.half * scale

    def costs(self, concept: int, places: Floats) -> Floats:
        """What the drawing costs with one concept at each of K places, all else as it is."""
        star, positions = self._stars[concept], self.positions
        to_x = positions[None, :, 0] - places[:, 0, None]  # K x N
        to_y = positions[None, :, 1] - places[:, 1, None]
        total = self._boxes(concept, star, to_x, to_y) + self._outside(concept, places)
        total += self._stress(concept, star, to_x, to_y)
        starts, ends = positions[self.problem.pairs[:, 0]], positions[self.problem.pairs[:, 1]]
        along = ends - starts
        # On which side of every pair's line each place lies, as twice the area of the triangle: K x E.
        side = along[:, 0] * (places[:, 1, None] - starts[:, 1]) - along[:, 1] * (places[:, 0, None] - starts[:, 0])
        total += self._covering(concept, star, places, starts, along, side)
        if len(star.pairs):
            total += self._links(concept, star, places, to_x, to_y, starts, along, side)
        return total

    def _boxes(self, concept: int, star: Star, to_x: Floats, to_y: Floats) -> Floats:
        """Box on box."""
        reach = self.half + self.half[concept]
        gap_x = np.abs(to_x) - reach[:, 0] - _BOX_GAP[0]
        gap_y = np.abs(to_y) - reach[:, 1] - _BOX_GAP[1]
        depth = -np.maximum(gap_x, gap_y)
        cost: Floats = np.where(depth > 0, 0.15 + depth / 20, 0.0) @ star.not_me
        return self.weights.box_on_box * cost

    def _outside(self, concept: int, places: Floats) -> Floats:
        """Boxes outside the frame."""
        beyond = np.maximum(np.abs(places) + self.half[concept] - self.problem.frame, 0.0)
        cost: Floats = self.weights.outside * beyond.sum(axis=1)
        return cost

    def _stress(self, concept: int, star: Star, to_x: Floats, to_y: Floats) -> Floats:
        """Distance on paper against distance along links, and against the room that both need."""
        ideal = self.ideal[concept]
        distance = np.hypot(to_x / self._steep, to_y) * (self._steep**0.5)
        off = distance / ideal - 1.0
        close = np.maximum(1.0 - distance / (self._radius[concept] + self._radius), 0.0)
        cost = self.weights.stress * (off * off * np.where(off > 0, 0.6, 1.0)) + self.weights.crowd * close * close
        total: Floats = cost @ star.not_me
        return total

    def _covering(
        self, concept: int, star: Star, places: Floats, starts: Floats, along: Floats, side: Floats
    ) -> Floats:
        """The concept's box on links and phrases of others."""
        half = self.half[concept]
        middle_x, middle_y = starts[:, 0] + along[:, 0] / 2, starts[:, 1] + along[:, 1] / 2
        off_x, off_y = np.abs(places[:, 0, None] - middle_x), np.abs(places[:, 1, None] - middle_y)
        wide, high = half[0] + self._gap, half[1] + self._gap
        size_x, size_y = np.abs(along[:, 0]), np.abs(along[:, 1])
        radius = wide * size_y + high * size_x + 1e-9
        hit = (np.abs(side) < radius) & (off_x < size_x / 2 + wide) & (off_y < size_y / 2 + high)
        depth = 1.0 - np.abs(side) / radius
        total: Floats = self.weights.under_box * ((hit * (0.6 + 0.4 * depth)) @ star.foreign)
        if self.weights.phrases:
            at = self._phrases_at(starts, along)
            room = self.phrase_half + half + _PHRASE_GAP
            deep = np.minimum(
                room[:, 0] - np.abs(places[:, 0, None] - at[:, 0]), room[:, 1] - np.abs(places[:, 1, None] - at[:, 1])
            )
            total += self.weights.phrase_on_box * (np.where(deep > 0, 0.7 + deep / 30, 0.0) @ star.foreign)
        return total

    def _links(
        self,
        concept: int,
        star: Star,
        places: Floats,
        to_x: Floats,
        to_y: Floats,
        starts: Floats,
        along: Floats,
        side: Floats,
    ) -> Floats:
        """Everything about the concept's own links."""
        weights, pairs = self.weights, self.problem.pairs
        ends = self.positions[star.others]
        ray_x = ends[None, :, 0] - places[:, 0, None]  # K x D
        ray_y = ends[None, :, 1] - places[:, 1, None]
        turn = ray_x[:, :, None] * to_y[:, None, :] - ray_y[:, :, None] * to_x[:, None, :]  # K x D x N
        left = turn > 0
        other_side = along[:, 0] * (ends[:, 1, None] - starts[:, 1]) - along[:, 1] * (ends[:, 0, None] - starts[:, 0])
        apart = left[:, :, pairs[:, 0]] != left[:, :, pairs[:, 1]]
        apart &= (side > 0)[:, None, :] != (other_side > 0)[None]
        total: Floats = weights.crossing * (apart.reshape(len(places), -1) @ star.cross.ravel())
        total += weights.under_box * self._under(star, ray_x, ray_y, to_x, to_y, turn)
        total += self._lengths(concept, star, ray_x, ray_y)
        total += weights.narrow * self._angles(star, ray_x, ray_y)
        if weights.phrases:
            total += self._phrases(concept, star, places, ray_x, ray_y, starts, along, side, other_side)
        return total

    def _under(self, star: Star, ray_x: Floats, ray_y: Floats, to_x: Floats, to_y: Floats, turn: Floats) -> Floats:
        """The concept's links under boxes of others."""
        gap = self._gap[star.pairs][:, None]
        wide, high = self.half[:, 0] + gap, self.half[:, 1] + gap  # D x N
        size_x, size_y = np.abs(ray_x)[:, :, None], np.abs(ray_y)[:, :, None]
        radius = wide * size_y + high * size_x + 1e-9
        off = np.abs(turn) / radius
        hit = off < 1.0
        hit &= np.abs(ray_x[:, :, None] / 2 - to_x[:, None, :]) < size_x / 2 + wide
        hit &= np.abs(ray_y[:, :, None] / 2 - to_y[:, None, :]) < size_y / 2 + high
        cost: Floats = (hit * (1.0 - 0.4 * off)).reshape(len(to_x), -1) @ star.clear.ravel()
        return cost

    def _lengths(self, concept: int, star: Star, ray_x: Floats, ray_y: Floats) -> Floats:
        """Links too short for their phrase, or longer than need be."""
        room = self.problem.phrases[star.pairs]  # D x 2 x 2
        reach = self.half[star.others] + self.half[concept]
        free_x, free_y = np.abs(ray_x) - reach[:, 0] - _ARROW, np.abs(ray_y) - reach[:, 1] - _ARROW
        fits = np.maximum(
            np.maximum(free_x - room[:, 0, 0], free_y - room[:, 0, 1]),
            np.maximum(free_x - room[:, 1, 0], free_y - room[:, 1, 1]) - 4.0,
        )
        short = np.clip(-fits / 40, 0.0, 2.0)
        longer = np.maximum(np.hypot(ray_x, ray_y) - self.ideal[concept, star.others], 0.0)
        cost: Floats = self.weights.short * (short.sum(axis=1)) + self.weights.long * (longer.sum(axis=1))
        return cost

    def _angles(self, star: Star, ray_x: Floats, ray_y: Floats) -> Floats:
        """Links that leave the same box in nearly the same direction, at the concept and at its neighbours."""
        size = np.hypot(ray_x, ray_y) + 1e-9
        unit_x, unit_y = ray_x / size, ray_y / size
        cost = np.zeros(len(ray_x))
        a, b = star.first, star.second
        cost += _narrow(unit_x[:, a], unit_y[:, a], unit_x[:, b], unit_y[:, b]) @ star.apart
        if star.fan.shape[1]:
            fan = self.positions[star.fan] - self.positions[star.others][:, None]  # D x M x 2
            fan /= np.linalg.norm(fan, axis=2, keepdims=True) + 1e-9
            tight = _narrow(-unit_x[:, :, None], -unit_y[:, :, None], fan[..., 0], fan[..., 1])
            cost += (tight * star.fan_real).sum(axis=(1, 2))
        return cost

    def _phrases(
        self,
        concept: int,
        star: Star,
        places: Floats,
        ray_x: Floats,
        ray_y: Floats,
        starts: Floats,
        along: Floats,
        side: Floats,
        other_side: Floats,
    ) -> Floats:
        """The phrases of the concept's links against everything, and its links against the phrases of others."""
        weights, count = self.weights, len(places)
        share = np.where(star.starts, self.share[star.pairs], 1.0 - self.share[star.pairs])
        half = self.phrase_half[star.pairs] + _PHRASE_GAP
        aside_x, aside_y = self._aside(star.pairs, *(np.where(star.starts, ray, -ray) for ray in (ray_x, ray_y)))
        aside_x, aside_y = aside_x + self.shift[star.pairs, 0], aside_y + self.shift[star.pairs, 1]
        from_x, from_y = ray_x * share + aside_x, ray_y * share + aside_y
        at_x, at_y = places[:, 0, None] + from_x, places[:, 1, None] + from_y  # K x D
        boxes = self.positions.copy()
        boxes[concept] = np.inf
        deep = np.minimum(
            self.half[:, 0] + half[:, :1] - np.abs(at_x[:, :, None] - boxes[:, 0]),
            self.half[:, 1] + half[:, 1:] - np.abs(at_y[:, :, None] - boxes[:, 1]),
        )
        cost: Floats = weights.phrase_on_box * np.where(deep > 0, 0.7 + deep / 30, 0.0).reshape(count, -1).sum(axis=1)
        own = np.minimum(
            self.half[concept, 0] + half[:, 0] - np.abs(from_x),
            self.half[concept, 1] + half[:, 1] - np.abs(from_y),
        )
        cost += weights.phrase_on_box * np.where(own > 0, 0.7 + own / 30, 0.0).sum(axis=1)
        # Phrase on phrase, and phrase on link of another pair: K x D x E.
        others = self._phrases_at(starts, along)
        off_x, off_y = np.abs(at_x[:, :, None] - others[:, 0]), np.abs(at_y[:, :, None] - others[:, 1])
        touch = (off_x < self.phrase_half[:, 0] + half[:, :1]) & (off_y < self.phrase_half[:, 1] + half[:, 1:])
        cost += weights.phrase_on_phrase * (touch @ star.foreign).sum(axis=1)
        cost += weights.phrase_on_phrase * _mutual(star, at_x, at_y, half)
        lies = (1 - share[:, None]) * side[:, None, :] + share[:, None] * other_side[None]
        lies += along[:, 0] * aside_y[:, :, None] - along[:, 1] * aside_x[:, :, None]
        size_x, size_y = np.abs(along[:, 0]), np.abs(along[:, 1])
        hit = np.abs(lies) < half[:, :1] * size_y + half[:, 1:] * size_x
        middle_x, middle_y = starts[:, 0] + along[:, 0] / 2, starts[:, 1] + along[:, 1] / 2
        hit &= np.abs(at_x[:, :, None] - middle_x) < size_x / 2 + half[:, :1]
        hit &= np.abs(at_y[:, :, None] - middle_y) < size_y / 2 + half[:, 1:]
        # The concept's links over the phrases of others.
        rel_x, rel_y = others[:, 0] - places[:, 0, None], others[:, 1] - places[:, 1, None]  # K x E
        turn = ray_x[:, :, None] * rel_y[:, None, :] - ray_y[:, :, None] * rel_x[:, None, :]
        long_x, long_y = np.abs(ray_x)[:, :, None], np.abs(ray_y)[:, :, None]
        wide, high = self.phrase_half[:, 0] + _PHRASE_GAP, self.phrase_half[:, 1] + _PHRASE_GAP
        over = np.abs(turn) < wide * long_y + high * long_x
        over &= np.abs(ray_x[:, :, None] / 2 - rel_x[:, None, :]) < long_x / 2 + wide
        over &= np.abs(ray_y[:, :, None] / 2 - rel_y[:, None, :]) < long_y / 2 + high
        both = hit.astype(float) + over
        cost += weights.phrase_on_link * (
            (both @ star.foreign).sum(axis=1) + self._on_own(star, from_x, from_y, ray_x, ray_y, half)
        )
        return cost

    def phrase_costs(self, pair: int, shares: Floats, halves: Floats, shifts: Floats) -> Floats:
        """What each place (share of the way, half size, shift) for one link's phrase costs, all else as it is."""
        weights, positions, pairs = self.weights, self.positions, self.problem.pairs
        starts = positions[pairs[:, 0]]
        along = positions[pairs[:, 1]] - starts
        aside = np.array(self._aside(np.array([pair]), along[pair, :1], along[pair, 1:])).ravel()
        at = starts[pair] + along[pair] * shares[:, None] + aside + shifts
        half = halves + _PHRASE_GAP
        deep = np.minimum(
            self.half[:, 0] + half[:, :1] - np.abs(at[:, :1] - positions[:, 0]),
            self.half[:, 1] + half[:, 1:] - np.abs(at[:, 1:] - positions[:, 1]),
        )
        cost: Floats = weights.phrase_on_box * np.where(deep > 0, 0.7 + deep / 30, 0.0).sum(axis=1)
        others = np.ones(len(pairs))
        others[pair] = 0.0
        centres = self._phrases_at(starts, along)
        touch = np.abs(at[:, :1] - centres[:, 0]) < half[:, :1] + self.phrase_half[:, 0]
        touch &= np.abs(at[:, 1:] - centres[:, 1]) < half[:, 1:] + self.phrase_half[:, 1]
        cost += weights.phrase_on_phrase * (touch @ others)
        hit = self._crossed(at, half, starts, along)
        cost += weights.phrase_on_link * (hit @ (self.problem.group != self.problem.group[pair]))
        return cost

    def _phrases_at(self, starts: Floats, along: Floats) -> Floats:
        """The middles of all phrases: E x 2."""
        aside = self._aside(np.arange(len(along)), along[:, 0], along[:, 1])
        result: Floats = starts + along * self.share[:, None] + np.column_stack(aside) + self.shift
        return result

    def _aside(self, links: Array, along_x: Floats, along_y: Floats) -> tuple[Floats, Floats]:
        """How far phrases stand beside the straight line because links of one group are bowed apart."""
        size = np.hypot(along_x, along_y) + 1e-9
        across_x, across_y = -along_y / size, along_x / size
        wide, high = self.problem.bow[links, 0], self.problem.bow[links, 1]
        apart = np.minimum(np.maximum((np.abs(across_x) * wide + np.abs(across_y) * high) / 2 + 5.0, NARROWEST), WIDEST)
        out = self.problem.slot[links] * np.minimum(apart, size / 3)
        return across_x * out, across_y * out

    def _on_own(self, star: Star, from_x: Floats, from_y: Floats, ray_x: Floats, ray_y: Floats, half: Floats) -> Floats:
        """How often a phrase of the concept's links lies on another of its links: K."""
        if len(star.pairs) < 2:
            return np.zeros(len(ray_x))
        total = np.zeros(len(ray_x))
        for phrase, line in ((star.first, star.second), (star.second, star.first)):
            x, y, to_x, to_y = from_x[:, phrase], from_y[:, phrase], ray_x[:, line], ray_y[:, line]
            size_x, size_y = np.abs(to_x), np.abs(to_y)
            wide, high = half[phrase, 0], half[phrase, 1]
            hit = np.abs(to_x * y - to_y * x) < wide * size_y + high * size_x
            hit &= (np.abs(x - to_x / 2) < size_x / 2 + wide) & (np.abs(y - to_y / 2) < size_y / 2 + high)
            total += hit @ star.apart
        return total

    @staticmethod
    def _crossed(at: Floats, half: Floats, starts: Floats, along: Floats) -> Bools:
        """Which boxes (middle, half size) are crossed by which segments."""
        rel_x, rel_y = at[:, :1] - starts[:, 0], at[:, 1:] - starts[:, 1]
        size_x, size_y = np.abs(along[:, 0]), np.abs(along[:, 1])
        hit = np.abs(along[:, 0] * rel_y - along[:, 1] * rel_x) < half[:, :1] * size_y + half[:, 1:] * size_x
        hit &= np.abs(rel_x - along[:, 0] / 2) < size_x / 2 + half[:, :1]
        hit &= np.abs(rel_y - along[:, 1] / 2) < size_y / 2 + half[:, 1:]
        result: Bools = hit
        return result


def _radius(problem: Problem) -> Floats:
    """The radius of the ground that each concept needs for itself and its share of the phrases of its links.

    Together the grounds cover most of the frame, so crowds spread into empty paper.
    """
    needs: Floats = 4 * np.prod(problem.half + 12.0, axis=1)
    for column in (0, 1):
        np.add.at(needs, problem.pairs[:, column], _PHRASE_NEED / 2 * np.prod(problem.phrases[:, 0] + 10.0, axis=1))
    radius: Floats = np.sqrt(needs / max(needs.sum(), 1.0) * 4 * np.prod(problem.frame) * _COVERED / np.pi)
    return radius


def _narrow(ax: Floats, ay: Floats, bx: Floats, by: Floats) -> Floats:
    """0 for directions well apart, towards 1 as they come to lie on each other."""
    sine = np.abs(ax * by - ay * bx)
    near = (sine < _NARROW) & (ax * bx + ay * by > 0)
    result: Floats = np.where(near, 1.0 - sine / _NARROW, 0.0)
    return result


def _mutual(star: Star, at_x: Floats, at_y: Floats, half: Floats) -> Floats:
    """How many of the concept's own phrases overlap each other, for each place."""
    a, b = star.first, star.second
    touch = np.abs(at_x[:, a] - at_x[:, b]) < (half[a, 0] + half[b, 0])
    touch &= np.abs(at_y[:, a] - at_y[:, b]) < (half[a, 1] + half[b, 1])
    result: Floats = touch.sum(axis=1).astype(float)
    return result
