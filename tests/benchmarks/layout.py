"""The study's tables: our layouts beside networkx's own, all given the same size and finish.

First the shipped map, then what a map of the study's size must reach (:mod:`tests.benchmarks.study_bars`). Run it with
``python -m tests.benchmarks.layout``; ``--sizes`` adds maps of 300, 1,000 and 5,000 concepts, ``--bars`` prints the
second table alone.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence

import networkx as nx
import numpy as np

from evmap.layout.big_picture import big_picture
from evmap.layout.finish import finish
from evmap.layout.measure import Figures, faults_of_large, measure
from evmap.layout.pipeline import lay_out
from evmap.layout.problem import Floats, Problem, problem_of
from evmap.layout.searching.insert import complete_places
from evmap.layout.searching.overlap import push_apart
from evmap.layout.searching.quick import quick_places
from evmap.layout.searching.stress import fit_frame
from evmap.model import Concept, ConceptMap, Kind, Link, Origin, Places
from evmap.storage.opening import OpenMap, open_map
from tests.benchmarks.study_bars import print_bars, with_one_more

COLUMNS = (
    ("crossings", "crossings", "{:.0f}"),
    ("overlaps", "node_overlaps", "{:.0f}"),
    ("under boxes", "edge_node_hits", "{:.0f}"),
    ("clean", "labels_clean", "{:.1%}"),
    ("on box", "label_node", "{:.0f}"),
    ("on phrase", "label_label", "{:.0f}"),
    ("font", "fit_font", "{:.1f}"),
    ("aspect", "aspect", "{:.2f}"),
    ("gap", "node_gap_min", "{:.0f}"),
    ("edge", "edge_mean", "{:.0f}"),
    ("turn", "turn_mean", "{:.1f}"),
    ("collinear", "collinear_pairs", "{:.0f}"),
    ("angles", "angular_res_mean", "{:.2f}"),
    ("cross angle", "cross_angle_mean", "{:.0f}"),
    ("stress", "stress_aniso", "{:.3f}"),
)

Named = tuple[str, Callable[[], Places]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", action="store_true", help="also time maps of 300, 1,000 and 5,000 concepts")
    parser.add_argument("--bars", action="store_true", help="only the bars for a map of the study's size")
    options = parser.parse_args(arguments)
    shipped = open_map()
    concept_map = shipped.map
    if not options.bars:
        _tables(shipped, options.sizes)
    print_bars(concept_map)
    return 0


def _tables(shipped: OpenMap, sizes: bool) -> None:
    concept_map = shipped.map
    print(f"{len(concept_map.concepts)} concepts, {len(concept_map.links)} links\n")
    if shipped.places is not None:
        _row("shipped places", 0.0, measure(concept_map, shipped.places), head=True)
    for name, draw in (*_ours(concept_map), *_networkx(concept_map)):
        start = time.perf_counter()
        places = draw()
        _row(name, time.perf_counter() - start, measure(concept_map, places))
    if shipped.places is not None:
        _insertion(concept_map, shipped.places)
        _first_view(concept_map, shipped.places)
    for size in (300, 1000, 5000) if sizes else ():
        large = synthetic(size)
        start = time.perf_counter()
        places = lay_out(large)
        seconds = time.perf_counter() - start
        overlaps, under = faults_of_large(large, places)
        told = f"{seconds:.1f} s, {overlaps} overlaps, {under} (link, box) pairs with a link under a box"
        crossings = f", {measure(large, places).crossings} crossings" if size < 1000 else ""
        print(f"{size} concepts, {len(large.links)} links: {told}{crossings}", flush=True)


def _row(name: str, seconds: float, figures: Figures, head: bool = False) -> None:
    if head:
        print("| layout | " + " | ".join(title for title, _, _ in COLUMNS) + " | s |")
        print("|---" * (len(COLUMNS) + 2) + "|")
    cells = (form.format(getattr(figures, field)) for _, field, form in COLUMNS)
    print(f"| {name} | " + " | ".join(cells) + f" | {seconds:.2f} |", flush=True)


def _ours(concept_map: ConceptMap) -> Iterator[Named]:
    yield "first paint", lambda: quick_places(concept_map)
    yield "quick", lambda: lay_out(concept_map, effort="quick")
    yield "normal", lambda: lay_out(concept_map, effort="normal")


def _networkx(concept_map: ConceptMap) -> Iterator[Named]:
    """Point layouts of networkx, fitted to our frame, pushed apart, routed and labelled by our code."""
    problem = problem_of(concept_map)
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(problem.size))
    graph.add_edges_from(problem.pairs.tolist())
    methods: dict[str, Callable[[], dict[int, Floats]]] = {
        "kamada_kawai": lambda: nx.kamada_kawai_layout(graph),
        "spring": lambda: nx.spring_layout(graph, seed=0, iterations=200),
        "forceatlas2": lambda: nx.forceatlas2_layout(graph, seed=0, max_iter=300),
        "spectral": lambda: nx.spectral_layout(graph),
        "circular": lambda: nx.circular_layout(graph),
    }
    for name, method in methods.items():
        yield f"networkx {name}", lambda method=method: _finished(problem, method())  # type: ignore[misc]


def _finished(problem: Problem, points: dict[int, Floats]) -> Places:
    positions = np.array([points[node] for node in range(problem.size)], dtype=float)
    return finish(problem, push_apart(fit_frame(positions, problem.frame), problem.half))


def _insertion(concept_map: ConceptMap, places: Places) -> None:
    """Add one concept with links to three concepts that are neighbours of one."""
    grown = with_one_more(concept_map)
    start = time.perf_counter()
    after = complete_places(grown, places)
    seconds = time.perf_counter() - start
    moved = sum(after.concepts[name] != rect for name, rect in places.concepts.items())
    figures = measure(grown, after)
    print(
        f"\ninsert one concept with three links: {moved} others moved, {figures.node_overlaps} overlaps, "
        f"{figures.crossings - measure(concept_map, places).crossings:+d} crossings, {seconds:.2f} s"
    )


def _first_view(concept_map: ConceptMap, places: Places) -> None:
    start = time.perf_counter()
    picture = big_picture(concept_map, places)
    seconds = time.perf_counter() - start
    shown = ConceptMap(
        "",
        "",
        (),
        tuple(concept for concept in concept_map.concepts if concept.id in picture.places.concepts),
        tuple(link for link in concept_map.links if link.id in picture.places.links),
        (),
        (),
    )
    figures = measure(shown, picture.places)
    print(
        f"big picture: {len(shown.concepts)} concepts, {len(shown.links)} links, {figures.crossings} crossings, "
        f"{figures.labels_clean:.0%} of phrases clean, {figures.fit_font:.1f} px font, {seconds:.2f} s"
    )


def synthetic(size: int, seed: int = 0) -> ConceptMap:
    """A map that grows by preferential attachment within communities, with 1.6 links a concept."""
    rng = random.Random(seed)
    kinds, verbs = list(Kind), ("carry", "may lead to", "are released by", "help", "are tested in")
    parts = max(4, size // 30)
    members: list[list[int]] = [[] for _ in range(parts)]
    pairs: dict[tuple[int, int], None] = {}
    for node in range(size):
        part = members[rng.randrange(parts)]
        crowd = part if part and rng.random() < 0.85 else [other for group in members for other in group[-3:]]
        for _ in range(1 if rng.random() < 0.4 else 2):
            if crowd:
                pairs[min(rng.choice(crowd), rng.choice(crowd)), node] = None
        part.append(node)
    concepts = tuple(
        Concept(f"c{i}", f"concept number {i}", kinds[i % len(kinds)], (), "", Origin.BACKGROUND, ())
        for i in range(size)
    )
    links = tuple(
        Link(f"l{i}", f"c{a}", rng.choice(verbs), f"c{b}", Origin.BACKGROUND, "", ())
        for i, (a, b) in enumerate(pairs)
        if a != b
    )
    return ConceptMap("synthetic", "", (), concepts, links, (), ())


if __name__ == "__main__":
    sys.exit(main())
