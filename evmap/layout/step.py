"""One step of a talk as a drawing of its own: few concepts, large, near where the Atlas has them, all phrases readable.

The Atlas spreads the concepts of a step too far for names that are read from the last row. Here the step gets the
whole screen: its part of the Atlas is fitted to the room, then boxes and phrases are given places at the size at which
they will be read. Which way they lie from each other is kept as far as it can be, so that the class keeps its bearings.
"""

from collections import Counter
from dataclasses import replace

import numpy as np

from evmap.layout.boxes import NAME_PX, concept_box
from evmap.layout.finish import finish
from evmap.layout.geometry import bounds
from evmap.layout.measure import measure
from evmap.layout.problem import Floats, Problem, make_problem
from evmap.layout.searching.anneal import Stage, Tick, go_on, run_stage
from evmap.layout.searching.energy import Energy
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.polish import penalty
from evmap.layout.step_asking import StepPlaces
from evmap.model import Concept, ConceptMap, Places, Point

_STARTS = 3
_STAGES = (
    Stage(16, 12, (0.5, 1.0), (0.8, 0.2), (0.2, 0.06), (7.0, 12.0)),
    Stage(30, 12, (1.0, 1.0), (0.5, 0.02), (0.14, 0.01), (12.0, 14.0), phrases=True),
)
_ROWS = 23.0
"""A name's type is aimed at so small a part of the room's height: about a thirty-second of the screen's."""

_ENOUGH = 1.0
"""The share of that scale that is good enough to look no further."""

_LARGEST = 1.45
"""Nothing is drawn larger than so many times that scale, however little there is to show."""


def step_places(
    concept_map: ConceptMap,
    atlas: Places,
    concepts: tuple[str, ...],
    links: tuple[str, ...],
    room: tuple[float, float],
    tick: Tick = go_on,
) -> StepPlaces:
    """Lay out some concepts and links of a map for a room of the screen.

    Args:
        concept_map: the map.
        atlas: its Atlas, which says where they are looked for.
        concepts: ids of the concepts; those without a place in the Atlas are left out.
        links: ids of the links; those whose ends are not among the concepts are left out.
        room: width and height in screen pixels.
        tick: called often while this works; may raise to cancel.
    """
    wanted, listed = set(concepts) & set(atlas.concepts), set(links)
    mine = tuple(concept for concept in concept_map.concepts if concept.id in wanted)
    joined = tuple(
        link
        for link in concept_map.links
        if link.id in listed and link.subject in wanted and link.object in wanted and link.subject != link.object
    )
    if not mine:
        return StepPlaces(Places({}, {}), 1.0, 1.0, (0.0, 0.0))
    part = ConceptMap("", "", concept_map.sources, mine, joined, (), ())
    middles = np.array([_middle(atlas, concept.id) for concept in mine])
    low, high = middles.min(axis=0), middles.max(axis=0)
    centre, reach = (low + high) / 2, np.maximum((high - low) / 2, 1.0)
    problem = replace(make_problem(mine, joined), frame=_frame(room), half=_half(mine, concept_map))
    fit = float(np.min(problem.frame * 0.8 / reach))
    drawing = _best(part, problem, (middles - centre) * fit, room, tick)
    scale = min(_fitting(drawing, room), _LARGEST * _aim(room))
    x, y, w, h = _whole(drawing)
    shift = (-(x + w / 2), -(y + h / 2))
    behind = (float(centre[0] - shift[0] / fit), float(centre[1] - shift[1] / fit))
    return StepPlaces(_shifted(drawing, shift), scale, scale * fit, behind)


def _half(concepts: tuple[Concept, ...], concept_map: ConceptMap) -> Floats:
    """Half the sizes of the boxes: hubs of the map are large here too, though few of their links are shown."""
    degree = Counter(end for link in concept_map.links for end in {link.subject, link.object})
    boxes = [concept_box(concept.name, concept.kind, degree[concept.id]) for concept in concepts]
    return np.array([(box.w / 2, box.h / 2) for box in boxes])


def _best(part: ConceptMap, problem: Problem, start: Floats, room: tuple[float, float], tick: Tick) -> Places:
    """The best of a few drawings, or the first that leaves nothing to be wished for."""
    drawings: list[Places] = []
    for attempt in range(_STARTS if len(problem.pairs) > 1 else 1):
        energy = Energy(problem, start)
        for stage in _STAGES if len(problem.pairs) else ():
            run_stage(energy, stage, np.random.default_rng((0, attempt)), tick)
        drawings.append(finish(problem, push_apart(energy.positions, problem.half)))
        if _is_fine(part, drawings[-1], room):
            return drawings[-1]
    return min(drawings, key=lambda drawing: _unfit(part, drawing, room))


def _is_fine(part: ConceptMap, drawing: Places, room: tuple[float, float]) -> bool:
    figures = measure(part, drawing)
    return not figures.crossings and figures.labels_clean >= 1 and _fitting(drawing, room) >= _ENOUGH * _aim(room)


def _unfit(part: ConceptMap, drawing: Places, room: tuple[float, float]) -> float:
    """How bad a drawing is; small type counts heavily."""
    return penalty(measure(part, drawing)) + 60.0 / _fitting(drawing, room)


def _frame(room: tuple[float, float]) -> Floats:
    """Half the size that the drawing aims at: such that names come out at a thirtieth of a usual screen's height."""
    frame: Floats = np.array(room) / _aim(room) / 2
    return frame


def _aim(room: tuple[float, float]) -> float:
    """The scale that is aimed at."""
    return room[1] / _ROWS / NAME_PX


def _fitting(drawing: Places, room: tuple[float, float]) -> float:
    _, _, w, h = _whole(drawing)
    return min(room[0] / max(w, 1.0), room[1] / max(h, 1.0))


def _whole(drawing: Places) -> tuple[float, float, float, float]:
    points = [(x, y, 0.0, 0.0) for place in drawing.links.values() for x, y in place.points]
    return bounds([*drawing.concepts.values(), *(place.phrase for place in drawing.links.values()), *points])


def _shifted(drawing: Places, by: Point) -> Places:
    dx, dy = by
    concepts = {name: (x + dx, y + dy, w, h) for name, (x, y, w, h) in drawing.concepts.items()}
    links = {
        link: type(place)(
            tuple((x + dx, y + dy) for x, y in place.points),
            (place.phrase[0] + dx, place.phrase[1] + dy, place.phrase[2], place.phrase[3]),
        )
        for link, place in drawing.links.items()
    }
    return Places(concepts, links)


def _middle(atlas: Places, name: str) -> Point:
    x, y, w, h = atlas.concepts[name]
    return x + w / 2, y + h / 2
