"""Giving places to concepts and links that have none yet, while everything else stays exactly where it is."""

from dataclasses import replace

import numpy as np

from evmap.layout.finish import finish_boxes
from evmap.layout.geometry import around, bounds, centre, overlap
from evmap.layout.problem import Floats, Problem, make_problem, problem_of
from evmap.layout.searching.energy import Energy, Weights
from evmap.layout.searching.overlap import GAP, nearest_free
from evmap.model import ConceptMap, Places, Rect

_COLUMNS, _ROWS = 45, 25
_MARGIN = 130.0  # how far outside the present map a new concept may stand
_STEPS = 25
_WEIGHTS = Weights(under_box=12.0)


def complete_places(concept_map: ConceptMap, places: Places) -> Places:
    """Places for a whole map from places that lack some of its concepts or links, or hold some that are gone.

    Concepts that have a place keep it. All links are routed and all phrases placed again.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    problem = problem_of(concept_map)
    boxes = _kept(problem, places)
    index = {name: i for i, name in enumerate(problem.concepts)}
    degree = np.bincount(problem.pairs.ravel(), minlength=problem.size)
    # The best linked first: others will find their places beside them.
    for name in sorted((name for name in index if name not in boxes), key=lambda name: (-degree[index[name]], name)):
        boxes[name] = _insert(concept_map, problem, boxes, name)
    return finish_boxes(problem, {name: boxes[name] for name in problem.concepts})


def _kept(problem: Problem, places: Places) -> dict[str, Rect]:
    """The boxes that stay: at their old middles, in their present sizes where there is room to grow."""
    kept = {name: places.concepts[name] for name in problem.concepts if name in places.concepts}
    for name, (half_w, half_h) in zip(problem.concepts, problem.half, strict=True):
        if name in kept and kept[name][2:] != (2 * half_w, 2 * half_h):
            grown = around(centre(kept[name]), float(2 * half_w), float(2 * half_h))
            if not any(other != name and overlap(grown, rect) for other, rect in kept.items()):
                kept[name] = grown
    return kept


def _insert(concept_map: ConceptMap, whole: Problem, boxes: dict[str, Rect], name: str) -> Rect:
    """The best free place for one concept among those that have one."""
    there = {*boxes, name}
    concepts = tuple(concept for concept in concept_map.concepts if concept.id in there)
    links = tuple(link for link in concept_map.links if link.subject in there and link.object in there)
    rows = [i for i, concept in enumerate(concept_map.concepts) if concept.id in there]
    left, top, width, height = bounds(list(boxes.values()))
    middle = np.array([left + width / 2, top + height / 2])
    frame = np.maximum(np.array([width / 2, height / 2]), np.array([200.0, 120.0]))
    problem = replace(make_problem(concepts, links), half=whole.half[rows], frame=frame)
    me = problem.concepts.index(name)
    positions = np.array([centre(boxes[other]) if other != name else (0.0, 0.0) for other in problem.concepts])
    energy = Energy(problem, positions - middle)
    energy.weights = _WEIGHTS
    place = middle + _search(energy, me, frame + _MARGIN)
    return around((float(place[0]), float(place[1])), *(float(2 * side) for side in problem.half[me]))


def _search(energy: Energy, me: int, reach: Floats) -> Floats:
    """Look everywhere on a grid, then closer and closer around the best place."""
    x, y = np.linspace(-reach[0], reach[0], _COLUMNS), np.linspace(-reach[1], reach[1], _ROWS)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    best = places[int(np.argmin(energy.costs(me, places)))]
    rng = np.random.default_rng(0)
    for step in range(_STEPS):
        near = best + rng.normal(size=(24, 2)) * 60.0 * (0.85**step)
        near[0] = best
        best = near[int(np.argmin(energy.costs(me, near)))]
    others = np.arange(len(energy.positions)) != me
    room = energy.half + np.array(GAP) / 2
    return nearest_free(best, room[me], energy.positions[others], room[others])
