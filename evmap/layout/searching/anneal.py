"""Searching for a better drawing: one concept at a time, many places at once, at a falling temperature."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from evmap.layout.problem import Floats, Ints
from evmap.layout.searching.energy import Energy, Weights

Tick = Callable[[], None]
"""Called after each sweep; may raise to cancel."""


def go_on() -> None:
    """The tick of work that nobody cancels."""


_SHARES = np.linspace(0.1, 0.9, 25)
_OFF_MIDDLE = 0.25  # a phrase in the middle of its link is worth a little
_SECOND_LINE = 0.08
_ASIDE, _OFF_LINE = 0.54, 0.15  # a phrase may stand so much of its half size to one side of its line, still on it

Options = tuple[Floats, Floats, Floats]
"""Places for one phrase: shares of the way, half sizes, shifts off the line."""


@dataclass(frozen=True)
class Stage:
    """One part of a search. Pairs are values at its begin and end.

    Attributes:
        sweeps: how often every concept moves.
        tries: how many places are tried for each move.
        scale: size of the boxes, 1 is full.
        temperature: in the coin of the weights.
        step: how far moves go, in heights of the frame.
        under_box: weight of links under boxes.
        phrases: whether phrases take part.
    """

    sweeps: int
    tries: int
    scale: tuple[float, float]
    temperature: tuple[float, float]
    step: tuple[float, float]
    under_box: tuple[float, float]
    phrases: bool = False


def run_stage(energy: Energy, stage: Stage, rng: np.random.Generator, tick: Tick) -> None:
    """Carry a search through one stage; ``energy.positions`` holds the result."""
    size = energy.problem.size
    for sweep in range(stage.sweeps):
        done = sweep / max(1, stage.sweeps - 1)
        energy.scale_boxes(_between(stage.scale, done))
        energy.weights = _weights(stage, done)
        temperature = _falling(stage.temperature, done)
        reach = 2 * energy.problem.frame[1] * _falling(stage.step, done)
        for concept in rng.permutation(size):
            _move(energy, int(concept), stage.tries, temperature, reach, rng)
        if stage.phrases:
            place_phrases(energy, rng.permutation(len(energy.share)), temperature, rng)
        tick()


def place_phrases(energy: Energy, order: Ints, temperature: float, rng: np.random.Generator) -> None:
    """Let every pair's phrase choose its place again, in this order."""
    for number in order:
        pair = int(number)
        options = _phrase_options(energy, pair)
        cost = energy.phrase_costs(pair, *options) + _wishes(options)
        if cost.min() >= energy.weights.phrase_on_link:
            options = _shifted(energy, pair, options)
            cost = energy.phrase_costs(pair, *options) + _wishes(options)
        pick = _draw(cost, temperature * 0.3, rng)
        shares, halves, shifts = options
        energy.share[pair] = shares[pick]
        energy.shift[pair] = shifts[pick]
        energy.phrase_half[pair] = halves[pick]


def _phrase_options(energy: Energy, pair: int) -> Options:
    """Places along a link, on one line and, where that is narrower, on two."""
    room = energy.problem.phrases[pair] / 2
    wraps = room if room[1, 0] < room[0, 0] else room[:1]
    shares = np.tile(_SHARES, len(wraps))
    return shares, np.repeat(wraps, len(_SHARES), axis=0), np.zeros((len(shares), 2))


def _shifted(energy: Energy, pair: int, options: Options) -> Options:
    """The same places, and each moved a little to both sides of the line."""
    shares, halves, shifts = options
    a, b = energy.positions[energy.problem.pairs[pair]]
    across = np.array([a[1] - b[1], b[0] - a[0]]) / (np.hypot(*(b - a)) + 1e-9)
    out = (np.abs(across) * halves).sum(axis=1)[:, None] * across * _ASIDE
    return np.tile(shares, 3), np.tile(halves, (3, 1)), np.concatenate([shifts, out, -out])


def _wishes(options: Options) -> Floats:
    """What is liked less whatever stands around: off the middle, on two lines, to the side of the line."""
    shares, halves, shifts = options
    wish: Floats = _OFF_MIDDLE * np.abs(2 * shares - 1) + _SECOND_LINE * (halves[:, 1] > halves[0, 1])
    wish += _OFF_LINE * (shifts != 0).any(axis=1)
    return wish


def _move(energy: Energy, concept: int, tries: int, temperature: float, reach: float, rng: np.random.Generator) -> None:
    places = _candidates(energy, concept, tries, reach, rng)
    energy.positions[concept] = places[_draw(energy.costs(concept, places), temperature, rng)]


def _candidates(energy: Energy, concept: int, tries: int, reach: float, rng: np.random.Generator) -> Floats:
    """Where the concept is, around there, around the middle of its neighbours, and on a ring round one of them."""
    here, ring = energy.positions[concept], energy.neighbours[concept]
    centres = np.repeat(here[None], tries, axis=0)
    spread = reach * np.exp(rng.uniform(-2.5, 0.0, tries))
    if len(ring):
        among, beside = tries // 4, tries // 8
        centres[1 : 1 + among] = energy.positions[ring].mean(axis=0)
        spread[1 : 1 + among] = reach
        angle = rng.uniform(0, 2 * np.pi, beside)
        far = rng.uniform(0.7, 1.6, beside) * energy.ideal[concept, ring[0]]
        hosts = energy.positions[ring[rng.integers(len(ring), size=beside)]]
        centres[-beside:] = hosts + far[:, None] * np.column_stack([np.cos(angle), 0.7 * np.sin(angle)])
        spread[-beside:] = 0.1 * reach
    places = centres + rng.normal(size=(tries, 2)) * spread[:, None]
    limit = np.maximum(energy.problem.frame * 1.06 - energy.half[concept], 0.0)
    places = np.clip(places, -limit, limit)
    places[0] = here
    return places


def _draw(costs: Floats, temperature: float, rng: np.random.Generator) -> int:
    """One of the places, the cheaper the likelier (Gibbs sampling); at temperature 0 the cheapest."""
    if temperature <= 1e-9:
        return int(np.argmin(costs))
    chances = np.exp((costs.min() - costs) / temperature)
    return int(np.searchsorted(np.cumsum(chances), rng.random() * chances.sum()))


def _weights(stage: Stage, done: float) -> Weights:
    weights = Weights(under_box=_between(stage.under_box, done))
    if stage.phrases:
        weights = replace(weights, phrase_on_box=6.0, phrase_on_phrase=6.0, phrase_on_link=4.0)
    return weights


def _between(ends: tuple[float, float], done: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * done


def _falling(ends: tuple[float, float], done: float) -> float:
    """From begin to end by equal factors."""
    return float(ends[0] * (ends[1] / ends[0]) ** done)
