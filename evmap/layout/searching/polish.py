"""The last touch: boxes beside a phrase in trouble or a detour move a little, if the finished drawing gains by it.

The search before this judged straight links. Here every try is a finished drawing, measured as a reader sees it.
"""

import numpy as np

from evmap.layout.finish import finish, finish_move
from evmap.layout.measure import Conflict, Figures, measure, phrase_conflicts
from evmap.layout.problem import Array, Floats, Problem
from evmap.layout.searching.anneal import Tick
from evmap.layout.searching.energy import Energy, Weights
from evmap.layout.searching.overlap import GAP
from evmap.model import ConceptMap, Places

_TRIES = 160  # places looked at for one move; the best of them is drawn
_REACH = (6.0, 160.0)
_RIM = 0.02  # concepts so near the rim of the drawing make it as large as it is
_WEIGHTS = Weights(under_box=12.0, phrase_on_box=4.0, phrase_on_phrase=6.0, phrase_on_link=4.0)


def penalty(figures: Figures) -> float:
    """One figure for how bad a drawing is, in crossings; to choose among drawings of the same map."""
    return (
        figures.crossings
        + 20.0 * (figures.node_overlaps + figures.edge_node_hits)
        + 14.0 * (figures.label_node + figures.label_label)
        + 450.0 * (1.0 - figures.labels_clean)
        + 4.0 * figures.collinear_pairs
        + 3.0 * figures.turn_mean
        + 0.1 * figures.edge_mean
        - 10.0 * figures.fit_font
    )


def polish(
    concept_map: ConceptMap, problem: Problem, positions: Floats, rounds: int, rng: np.random.Generator, tick: Tick
) -> Places:
    """Improve a drawing by single moves, each kept only if the whole is better for it."""
    places = finish(problem, positions, bends=False)
    worst = penalty(measure(concept_map, places))
    energy = Energy(problem, problem.positions(places))
    energy.weights = _WEIGHTS
    for _ in range(rounds):
        tick()
        troubled = _troubled(problem, places)
        if not len(troubled):
            break
        _note_phrases(energy, problem, places)
        concept = int(rng.choice(troubled))
        target = _better_place(energy, concept, rng)
        if target is None:
            continue
        name, (x, y), (half_w, half_h) = problem.concepts[concept], target, problem.half[concept]
        box = (round(float(x - half_w), 1), round(float(y - half_h), 1), float(2 * half_w), float(2 * half_h))
        drawing = finish_move(problem, places, name, box)
        result = penalty(measure(concept_map, drawing))
        if result < worst:
            worst, places = result, drawing
            energy.positions = problem.positions(drawing)
    return finish(problem, problem.positions(places))


def _troubled(problem: Problem, places: Places) -> Array:
    """The concepts whose moving may help, each as often as it is involved in something; those at the rim once."""
    index = {name: i for i, name in enumerate(problem.concepts)}
    ends = {link.id: (index[link.subject], index[link.object]) for link in problem.links}
    found: list[int] = []
    for link, what, other in phrase_conflicts(places):
        found += ends[link]
        found += [index[other]] if what is Conflict.BOX else ends[other]
    for link, place in places.links.items():
        if len(place.points) > 2:
            found += ends[link]
    if not found:
        return np.zeros(0, dtype=np.int64)
    middles, half = problem.positions(places), problem.half
    low, high = (middles - half).min(axis=0), (middles + half).max(axis=0)
    edge = _RIM * (high - low)
    outer = ((middles - half < low + edge) | (middles + half > high - edge)).any(axis=1)
    return np.array(found + np.flatnonzero(outer).tolist(), dtype=np.int64)


def _note_phrases(energy: Energy, problem: Problem, places: Places) -> None:
    """Tell the energy where the phrases of the drawing stand."""
    energy.shift[:] = 0.0
    for pair, link in enumerate(problem.links):
        a, b = (energy.positions[end] for end in problem.pairs[pair])
        x, y, w, h = places.links[link.id].phrase
        along = b - a
        share = float((np.array([x + w / 2, y + h / 2]) - a) @ along / max(1e-9, along @ along))
        energy.share[pair] = min(0.9, max(0.1, share))
        energy.phrase_half[pair] = w / 2, h / 2


def _better_place(energy: Energy, concept: int, rng: np.random.Generator) -> Floats | None:
    """A promising place for a concept: one of the cheapest near it, free of other boxes."""
    here = energy.positions[concept]
    angle = rng.uniform(0, 2 * np.pi, _TRIES)
    far = np.exp(rng.uniform(np.log(_REACH[0]), np.log(_REACH[1]), _TRIES))
    places = here + far[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    reach = energy.half + energy.half[concept] + np.array(GAP)
    apart = np.abs(places[:, None] - energy.positions[None]) >= reach
    free = apart.any(axis=2)
    free[:, concept] = True
    places = places[free.all(axis=1)]
    if not len(places):
        return None
    costs = energy.costs(concept, places)
    # Not always the very cheapest: the next round would only try it again.
    best = np.argsort(costs, kind="stable")[: 1 + int(rng.integers(0, 4))]
    choice: Floats = places[int(best[-1])]
    return choice
