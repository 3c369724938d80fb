"""What the layout study asks of a map of its size: each bar, what was reached, and what networkx reaches beside it."""

import time
from collections.abc import Callable, Sequence
from statistics import median

import networkx as nx
import numpy as np
from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.layout.around.view import around
from evmap.layout.boxes import NAME_PX, PHRASE_PX
from evmap.layout.finish import finish
from evmap.layout.measure import SCREEN, Figures, measure
from evmap.layout.pipeline import Effort, lay_out
from evmap.layout.problem import problem_of
from evmap.layout.searching.insert import complete_places
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.quick import quick_places
from evmap.layout.searching.stress import fit_frame
from evmap.model import Concept, ConceptMap, Kind, Link, Origin, Places
from tests.benchmarks.study_map import study_map

SEEDS = range(6)
ASPECT = SCREEN[0] / SCREEN[1]
PEERS = ("kamada_kawai", "forceatlas2", "spring")


class Bar(Struct, frozen=True):
    """One bar: what must be reached and what is good; ``worst`` counts the worst seed, else the median."""

    name: str
    must: float
    good: float
    more: bool = False
    worst: bool = False

    def verdict(self, value: float) -> str:
        """Which of the two a value reaches."""
        sign = -1 if self.more else 1
        return "good" if sign * value <= sign * self.good else "must" if sign * value <= sign * self.must else "**no**"


BARS = (
    Bar("node_overlaps", 0, 0, worst=True),
    Bar("edge_node_hits", 0, 0, worst=True),
    Bar("node_gap_min", 12, 20, more=True, worst=True),
    Bar("crossings", 145, 120),
    Bar("crossings", 160, 130, worst=True),
    Bar("labels_clean", 0.86, 0.90, more=True),
    Bar("label_label", 1, 0, worst=True),
    Bar("label_node", 4, 0, worst=True),
    Bar("fit_font", 8.2, 8.8, more=True),
    Bar("angular_res_mean", 0.43, 0.48, more=True),
    Bar("cross_angle_mean", 54, 62, more=True),
    Bar("turn_mean", 6, 3),
    Bar("collinear_pairs", 9, 0),
    Bar("stress_aniso", 0.155, 0.135),
)


def print_bars(shipped: ConceptMap) -> None:
    """Print the table for a map of the study's size made from a larger one."""
    concept_map = study_map(shipped)
    index = MapIndex(concept_map)
    degrees = sorted((index.degree(name) for name in index.concepts), reverse=True)[:5]
    print(f"\nA map of the study's size: {len(concept_map.concepts)} concepts, {len(concept_map.links)} links,")
    print(f"largest degrees {', '.join(map(str, degrees))}; seeds 0 to 5, fitted to 1600 x 900\n")
    print("| bar | must | good | reached | | " + " | ".join(f"networkx {peer}" for peer in PEERS) + " |")
    print("|---" * (5 + len(PEERS)) + "|")
    ours = [measure(concept_map, lay_out(concept_map, seed=seed, aspect=ASPECT)) for seed in SEEDS]
    peers = [measure(concept_map, _peer(concept_map, peer)) for peer in PEERS]
    for bar in BARS:
        values = [float(getattr(figures, bar.name)) for figures in ours]
        value = (min if bar.more else max)(values) if bar.worst else median(values)
        _row(bar, value, [float(getattr(figures, bar.name)) for figures in peers])
    for bar, value in (*_times(concept_map), *_insertion(concept_map), *_focus(concept_map)):
        _row(bar, value, [])


def _row(bar: Bar, value: float, peers: Sequence[float]) -> None:
    name = bar.name + (", worst" if bar.worst else "")
    sign = ">=" if bar.more else "<="
    cells = [name, f"{sign} {bar.must:g}", f"{sign} {bar.good:g}", f"{value:.3g}", bar.verdict(value)]
    print("| " + " | ".join(cells + [f"{peer:.3g}" for peer in peers] + [""] * (len(PEERS) - len(peers))) + " |")


def _peer(concept_map: ConceptMap, method: str) -> Places:
    """A layout of networkx in our frame, pushed apart, routed and labelled by our code."""
    problem = problem_of(concept_map, ASPECT)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(problem.size))
    graph.add_edges_from(problem.pairs.tolist())
    seeded = {"forceatlas2": {"seed": 0, "max_iter": 300}, "spring": {"seed": 0, "iterations": 200}}
    points = getattr(nx, f"{method}_layout")(graph, **seeded.get(method, {}))
    positions = np.array([points[node] for node in range(problem.size)], dtype=float)
    return finish(problem, push_apart(fit_frame(positions, problem.frame), problem.half))


def _times(concept_map: ConceptMap) -> list[tuple[Bar, float]]:
    """Times over networkx kamada_kawai, warm, the least of some runs each."""
    unit = _unit(concept_map)

    def efforts(effort: Effort) -> Callable[[], object]:
        return lambda: lay_out(concept_map, effort=effort, aspect=ASPECT)

    return [
        (Bar("first paint over kamada_kawai", 1.5, 0.5), _seconds(lambda: quick_places(concept_map), 5) / unit),
        (Bar("quick over kamada_kawai", 25, 15), _seconds(efforts("quick"), 2) / unit),
        (Bar("normal over kamada_kawai", 80, 50), _seconds(efforts("normal"), 1) / unit),
    ]


def _unit(concept_map: ConceptMap) -> float:
    graph: nx.Graph[str] = nx.Graph((link.subject, link.object) for link in concept_map.links)
    return _seconds(lambda: nx.kamada_kawai_layout(graph), 5)


def _seconds(work: Callable[[], object], times: int) -> float:
    """The least time of several runs."""
    least = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least


def _insertion(concept_map: ConceptMap) -> list[tuple[Bar, float]]:
    """Add one concept with links to three that are neighbours."""
    places = lay_out(concept_map, aspect=ASPECT)
    grown = with_one_more(concept_map)
    start = time.perf_counter()
    after = complete_places(grown, places)
    seconds = time.perf_counter() - start
    moved = sum(after.concepts[name] != rect for name, rect in places.concepts.items())
    more = measure(grown, after).crossings - measure(concept_map, places).crossings
    return [
        (Bar("insert: others moved", 0, 0), moved),
        (Bar("insert: new crossings", 12, 9), more),
        (Bar("insert over kamada_kawai", 6, 6), seconds / _unit(concept_map)),
    ]


def with_one_more(concept_map: ConceptMap) -> ConceptMap:
    """A map with one more concept, linked with a well linked one and two neighbours of that."""
    new = Concept("new", "new concept", Kind.CELL, (), "", Origin.BACKGROUND, ())
    index = MapIndex(concept_map)
    host = max(index.concepts, key=lambda name: index.degree(name) if index.degree(name) < 9 else 0)
    ends = [host, *index.neighbours(host)[:2]]
    links = tuple(Link(f"new-{end}", "new", "is linked with", end, Origin.BACKGROUND, "", ()) for end in ends)
    return ConceptMap("", "", (), (*concept_map.concepts, new), (*concept_map.links, *links), (), ())


def _focus(concept_map: ConceptMap) -> list[tuple[Bar, float]]:
    """Around the largest hub on the study's screen."""
    index = MapIndex(concept_map)
    hub = max(index.concepts, key=index.degree)
    places = quick_places(concept_map)
    view = around(concept_map, places, hub, ASPECT)
    figures = around_figures(concept_map, view.places, view.spokes)
    scale = figures.fit_font / NAME_PX
    return [
        (Bar(f"focus, degree {index.degree(hub)}: overlaps", 0, 0), figures.node_overlaps),
        (Bar("focus: crossings of spokes", 0, 0), figures.crossings),
        (Bar("focus: clean phrases", 1, 1, more=True), figures.labels_clean),
        (Bar("focus: font of names", 16, 16, more=True), figures.fit_font),
        (Bar("focus: font of phrases", 13, 13, more=True), PHRASE_PX * view.phrase_size * scale),
    ]


def around_figures(concept_map: ConceptMap, places: Places, spokes: Sequence[str]) -> Figures:
    """The figures of what the view around a concept draws strongly: its boxes and spokes."""
    concepts = tuple(concept for concept in concept_map.concepts if concept.id in places.concepts)
    links = tuple(link for link in concept_map.links if link.id in spokes)
    shown = ConceptMap("", "", (), concepts, links, (), ())
    return measure(shown, Places(places.concepts, {link: places.links[link] for link in spokes}))
