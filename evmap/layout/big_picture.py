"""The first view: about twenty key concepts with all phrases readable, and which concepts each of them stands for."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, pairwise
from math import sqrt

import networkx as nx
import numpy as np

from evmap.layout.boxes import NAME_PX
from evmap.layout.dots import dots_height
from evmap.layout.finish import finish, finish_boxes
from evmap.layout.geometry import Walk, bounds, crossing, length, rounded
from evmap.layout.measure import measure, phrase_conflicts
from evmap.layout.problem import Floats, Problem, make_problem, problem_of
from evmap.layout.searching.anneal import Stage, go_on, run_stage
from evmap.layout.searching.energy import Energy
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.polish import penalty
from evmap.model import BigPicture, Concept, ConceptMap, Kind, Link, LinkPlace, Places, Rect

KEY_CONCEPTS = 18
BRIEF_KINDS = (Kind.CELL, Kind.VESICLE, Kind.CARGO, Kind.DISEASE, Kind.THERAPY)
"""The kinds that the big picture shows at least once each, if the map has them."""

_MOST = 22
_LESS_KEY = {Kind.ANALOGY: 0.4, Kind.EVIDENCE: 0.6}  # they explain key concepts rather than being some
_FRAME = (785.0, 585.0)  # fitted to 1600 x 900, a 15 px name is about 20 px high; to a small window's canvas, 14 px
_CANVASES = ((1570.0, 798.0, 20.0), (792.0, 584.0, 14.2))
"""Room on a large and on a small canvas, and how high a 15 px name should be there."""
_LEAST_LINE = 30.0
_HEAD = 14.0  # the length of an arrow head, and a bit of line behind it
_MOST_CROSSINGS = 2
_STARTS = 6
_STAGES = (
    Stage(20, 16, (0.6, 1.0), (1.0, 0.2), (0.12, 0.05), (7.0, 12.0)),
    Stage(50, 16, (1.0, 1.0), (0.5, 0.02), (0.12, 0.01), (12.0, 14.0), phrases=True),
)


def big_picture(concept_map: ConceptMap, atlas: Places, seed: int = 0, starts: int = _STARTS) -> BigPicture:
    """Choose the key concepts of a map and place them much as the Atlas does, the best of so many tries."""
    keys = key_concepts(concept_map)
    if not keys:
        return BigPicture(Places({}, {}), {})
    links = key_links(concept_map, keys)
    by_id = {concept.id: concept for concept in concept_map.concepts}
    part = replace_links(concept_map, tuple(by_id[key] for key in keys), links)
    problem = replace(make_problem(part.concepts, part.links), frame=np.array(_FRAME) / 2)
    whole = problem_of(concept_map)
    followers = behind(concept_map, keys)
    room = {key: dots_height(2 * float(whole.half[whole.concepts.index(key)][0]), len(followers[key])) for key in keys}
    half = whole.half[[whole.concepts.index(key) for key in keys]]
    problem = replace(problem, half=half + np.array([(0.0, room[key] / 2) for key in keys]))
    start = _to_frame(np.array([_middle(atlas, key) for key in keys]), problem.frame)
    drawings = []
    for attempt in range(starts if len(keys) > 2 else 1):
        energy = Energy(problem, start)
        for stage in _STAGES if len(links) else ():
            run_stage(energy, stage, np.random.default_rng((seed, attempt)), go_on)
        drawings.append(finish(problem, push_apart(energy.positions, problem.half)))
    best = min(drawings, key=lambda drawing: _unfit(part, drawing))
    return BigPicture(_above_dots(_thinned(part, problem, best), room), followers)


def _unfit(part: ConceptMap, drawing: Places) -> float:
    """How bad a drawing is; names that would be too small on a canvas count heavily."""
    figures = measure(part, drawing)
    wide, high = extent(drawing)
    too_small = (max(0.0, wanted - NAME_PX * min(w / wide, h / high)) for w, h, wanted in _CANVASES)
    covered = sum(_hides_its_line(place) for place in drawing.links.values())
    faults = 14.0 * sum(too_small) + 10.0 * covered
    return penalty(figures) + 10.0 * figures.fit_font + faults


def _hides_its_line(place: LinkPlace) -> bool:
    """Whether a phrase stands on its own arrow head, or leaves too little of its line to be seen."""
    path = rounded(place.points)
    walk, whole = Walk(path), max(length(path), 1.0)
    x, y, w, h = place.phrase
    steps = [walk.at(i / 60) for i in range(61)]
    seen = sum(not (x < px < x + w and y < py < y + h) for px, py in steps) / 61
    head = [walk.at(max(0.0, 1 - back / whole)) for back in (1.0, _HEAD / 2, _HEAD)]
    return seen * whole < _LEAST_LINE or any(x < px < x + w and y < py < y + h for px, py in head)


def extent(drawing: Places) -> tuple[float, float]:
    """Width and height of all that is drawn."""
    whole = _whole(drawing)
    return max(whole[2], 1.0), max(whole[3], 1.0)


def _whole(drawing: Places) -> Rect:
    points = [(x, y, 0.0, 0.0) for place in drawing.links.values() for x, y in place.points]
    return bounds([*drawing.concepts.values(), *(place.phrase for place in drawing.links.values()), *points])


def _thinned(part: ConceptMap, problem: Problem, drawing: Places) -> Places:
    """A drawing without the links that still cross many others or whose phrases find no room: the Atlas has them."""
    links = list(part.links)
    while True:
        conflicts = Counter(link for pair in crossing_links(drawing) for link in pair)
        crowded = Counter(link for link, _, _ in phrase_conflicts(drawing))
        crowded.update(link for link, place in drawing.links.items() if _hides_its_line(place))
        if conflicts.total() / 2 <= _MOST_CROSSINGS and not crowded:
            return drawing
        spare = [link for link in links if _still_joined(links, link)]
        worst = max(spare, key=lambda link: (conflicts[link.id] + 2 * crowded[link.id], link.id), default=None)
        if worst is None or not conflicts[worst.id] + crowded[worst.id]:
            return drawing
        links.remove(worst)
        drawing = finish_boxes(replace(problem, links=tuple(links)), drawing.concepts)


def crossing_links(drawing: Places) -> list[tuple[str, str]]:
    """Every pair of links whose lines cross."""
    paths = {link: rounded(place.points) for link, place in drawing.links.items()}
    return [
        (one, other)
        for one, other in combinations(paths, 2)
        if any(crossing(*a, *b) for a in pairwise(paths[one]) for b in pairwise(paths[other]))
    ]


def _still_joined(links: list[Link], without: Link) -> bool:
    """Whether the two ends of a link are joined by other links too."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((without.subject, without.object))
    graph.add_edges_from((link.subject, link.object) for link in links if link is not without)
    return bool(nx.has_path(graph, without.subject, without.object))


def _above_dots(drawing: Places, room: dict[str, float]) -> Places:
    """The boxes without the room for the dots below them, which the links keep clear of."""
    boxes = {key: (x, y, w, round(h - room[key], 1)) for key, (x, y, w, h) in drawing.concepts.items()}
    return Places(boxes, drawing.links)


def key_concepts(concept_map: ConceptMap, count: int = KEY_CONCEPTS) -> tuple[str, ...]:
    """The ids of the key concepts, most important first.

    Rank in the web of links and number of links make a concept important; no part of the map may take more than its
    share, each kind of :data:`BRIEF_KINDS` is there, and the chosen ones are linked with each other where the map is.
    """
    graph = _graph(concept_map)
    if len(graph) <= count:
        return tuple(graph)
    kinds = {concept.id: concept.kind for concept in concept_map.concepts}
    rank = nx.pagerank(graph)
    worth = {name: rank[name] * sqrt(graph.degree[name]) * _LESS_KEY.get(kinds[name], 1.0) for name in graph}
    order = sorted(graph, key=lambda name: (-worth[name], name))
    chosen = _spread_out(graph, order, count - 2)
    for kind in BRIEF_KINDS:
        if not any(kinds[name] == kind for name in chosen):
            chosen += [name for name in order if kinds[name] == kind][:1]
    return tuple(_connected(graph, chosen, worth))


def key_links(concept_map: ConceptMap, keys: Iterable[str]) -> tuple[Link, ...]:
    """The links shown between key concepts: of several between the same two, the one with the most quotes."""
    wanted = set(keys)
    best: dict[frozenset[str], Link] = {}
    for link in concept_map.links:
        ends = frozenset((link.subject, link.object))
        if ends <= wanted and (ends not in best or len(link.quotes) > len(best[ends].quotes)):
            best[ends] = link
    return tuple(best.values())


def behind(concept_map: ConceptMap, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each key concept the others that are nearest to it along links; what is linked to none is left out."""
    graph = _graph(concept_map)
    host = {key: key for key in keys}
    followers: dict[str, list[str]] = {key: [] for key in host}
    ring = list(host)
    while ring:
        reached: dict[str, str] = {}
        for name in ring:
            for other in graph[name]:
                # Among hosts at the same distance, the one with the fewest concepts behind it so far.
                if other not in host:
                    rival = reached.get(other)
                    if rival is None or len(followers[host[name]]) < len(followers[rival]):
                        reached[other] = host[name]
        for name, chosen in reached.items():
            host[name] = chosen
            followers[chosen].append(name)
        ring = list(reached)
    return {key: tuple(names) for key, names in followers.items()}


def replace_links(concept_map: ConceptMap, concepts: tuple[Concept, ...], links: tuple[Link, ...]) -> ConceptMap:
    """A part of a map: some of its concepts and links, nothing that refers to the others."""
    return ConceptMap(concept_map.title, concept_map.question, concept_map.sources, concepts, links, (), ())


def _graph(concept_map: ConceptMap) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(concept.id for concept in concept_map.concepts)
    graph.add_edges_from((link.subject, link.object) for link in concept_map.links)
    return graph


def _spread_out(graph: "nx.Graph[str]", order: list[str], count: int) -> list[str]:
    """The first of an order, but of each community no more than its share."""
    communities = nx.community.louvain_communities(graph, seed=0)
    part = {name: number for number, names in enumerate(communities) for name in names}
    room = [max(1, round(1.5 * count * len(names) / len(graph))) for names in communities]
    chosen: list[str] = []
    for name in order:
        if len(chosen) < count and room[part[name]]:
            room[part[name]] -= 1
            chosen.append(name)
    return chosen


def _connected(graph: "nx.Graph[str]", chosen: list[str], worth: dict[str, float]) -> list[str]:
    """The chosen ones with the concepts that join them; what needs more than the screen holds is left out."""
    kept = list(chosen)
    while len(parts := sorted(nx.connected_components(graph.subgraph(kept)), key=len, reverse=True)) > 1:
        joints = {name: sum(1 for part in parts if part & set(graph[name])) for name in graph if name not in kept}
        best = max(joints, key=lambda name: (joints[name], worth[name], name), default=None)
        if best is not None and joints[best] > 1 and len(kept) < _MOST:
            kept.append(best)
            continue
        alone = min(parts[1:], key=lambda part: (len(part), max(worth[name] for name in part)))
        if len(alone) > len(parts[0]) / 2:
            break  # the map itself falls into parts: each of them is shown
        kept = [name for name in kept if name not in alone]
    return sorted(kept, key=lambda name: (-worth[name], name))


def _middle(atlas: Places, name: str) -> tuple[float, float]:
    x, y, w, h = atlas.concepts[name]
    return x + w / 2, y + h / 2


def _to_frame(positions: Floats, frame: Floats) -> Floats:
    """Positions stretched onto a frame, each axis by itself."""
    low, high = positions.min(axis=0), positions.max(axis=0)
    spread = np.where(high > low, (high - low) / 2, 1.0)
    result: Floats = (positions - (low + high) / 2) / spread * frame * 0.85
    return result
