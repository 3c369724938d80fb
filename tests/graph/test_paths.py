"""Ways between concepts: valid, simple, the shortest first, no comparison on them; and what is missing for one."""

import random

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.graph.index import MapIndex
from evmap.graph.paths import MOST_PATHS, Gap, Path, Paths, lowest_stage, weakest
from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness, sureness
from evmap.model import Certainty, Concept, ConceptMap, Kind, Link, Nature, Origin, Quote, Stage
from evmap.workspace.opening import open_workspace

_CERTAINTIES = {Sureness.STATED: Certainty.STATED, Sureness.HEDGED: Certainty.HEDGED, Sureness.OPEN: Certainty.OPEN}


def index_of(*links: Link) -> MapIndex:
    ends = dict.fromkeys(end for link in links for end in (link.subject, link.object))
    concepts = tuple(Concept(end, end, Kind.CELL, (), "", Origin.SOURCE, ()) for end in ends)
    return MapIndex(ConceptMap("", "", (), concepts, links, (), ()))


def link(subject: str, end: str, sure: Sureness = Sureness.STATED, stage: Stage = Stage.LAB, at: int = 0) -> Link:
    nature = Nature.COMPARISON if sure is Sureness.COMPARISON else Nature.CLAIM
    certainty = _CERTAINTIES.get(sure, Certainty.STATED)
    quotes = (Quote("text", ((at, at + 9),), "", certainty, nature, False, stage, (), ()),)
    ours = sure is Sureness.BACKGROUND
    origin = Origin.BACKGROUND if ours else Origin.SOURCE
    return Link(f"{subject}-{end}-{sure}-{stage}", subject, "leads to", end, origin, "", () if ours else quotes)


def chains(paths: tuple[Path, ...]) -> list[str]:
    return ["".join(path.concepts) for path in paths]


@st.composite
def maps(draw: st.DrawFn) -> MapIndex:
    rng = random.Random(draw(st.integers(0, 10_000)))
    names = "abcdefghij"[: draw(st.integers(2, 9))]
    pairs = [(a, b) for a in names for b in names if a != b and rng.random() < 0.3]
    pairs.append((names[0], names[1]))
    made = {(a, b, sure): link(a, b, sure, stage) for a, b in pairs for sure, stage in [_any(rng)]}
    return index_of(*made.values())


def _any(rng: random.Random) -> tuple[Sureness, Stage]:
    return rng.choice(list(Sureness)), rng.choice(list(Stage))


def all_lengths(index: MapIndex, start: str, end: str, *, directed: bool) -> list[int]:
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(index.concepts)
    claims = (each for each in index.links.values() if sureness(each) is not Sureness.COMPARISON)
    graph.add_edges_from((each.subject, each.object) for each in claims)
    return sorted(len(path) - 1 for path in nx.all_simple_paths(graph, start, end))


def doubt(index: MapIndex, path: Path) -> int:
    return sum(list(Sureness).index(sureness(index.links[each])) for each in path.links)


@given(maps(), st.booleans())
@settings(max_examples=150)
def test_paths_are_valid_simple_and_the_shortest_there_are(index: MapIndex, directed: bool) -> None:
    start, *_, end = index.concepts
    found = Paths(index).find(start, end, directed=directed)
    for path in found:
        assert (path.concepts[0], path.concepts[-1]) == (start, end)
        assert len(set(path.concepts)) == len(path.concepts)
        for hop in path.hops:
            each = index.links[hop.link]
            ends = (each.object, each.subject) if hop.against else (each.subject, each.object)
            assert (hop.start, hop.end) == ends
            assert sureness(each) is not Sureness.COMPARISON
            assert not (directed and hop.against)
    lengths = all_lengths(index, start, end, directed=directed)
    near = [length for length in lengths if length < lengths[0] + 4]
    assert [len(path.hops) for path in found][: len(near)] == near[:MOST_PATHS]
    assert len(set(chains(found))) == len(found)
    ranks = [(len(path.hops), doubt(index, path)) for path in found]
    assert ranks == sorted(ranks)


@given(maps())
@settings(max_examples=100)
def test_without_directions_the_way_back_is_as_long_and_as_sure(index: MapIndex) -> None:
    start, *_, end = index.concepts
    there, back = (Paths(index).find(*ends, directed=False) for ends in ((start, end), (end, start)))
    assert [(len(p.hops), doubt(index, p)) for p in there] == [(len(p.hops), doubt(index, p)) for p in back]


@given(maps(), st.booleans())
@settings(max_examples=100)
def test_where_there_is_no_path_there_is_a_gap(index: MapIndex, directed: bool) -> None:
    start, *_, end = index.concepts
    paths = Paths(index)
    if paths.find(start, end, directed=directed):
        return
    gap = paths.gap(start, end, directed=directed)
    assert gap.near != gap.far
    assert gap.near == start or paths.find(start, gap.near, directed=directed)
    if gap.link is not None:
        broken = index.links[gap.link]
        assert {broken.subject, broken.object} == {gap.near, gap.far}


def test_of_equally_long_paths_the_surer_and_then_the_better_tested_comes_first() -> None:
    index = index_of(
        link("a", "b", Sureness.HEDGED), link("b", "z"), link("a", "c"), link("c", "z"),
        link("a", "d", stage=Stage.ANIMALS), link("d", "z"), link("a", "e"), link("e", "f"), link("f", "z"),
    )  # fmt: skip
    assert chains(Paths(index).find("a", "z", directed=True)) == ["adz", "acz", "abz", "aefz"]


def test_of_several_links_between_two_concepts_the_surest_is_taken() -> None:
    index = index_of(link("a", "b", Sureness.OPEN), link("a", "b"), link("b", "a", stage=Stage.ANIMALS))
    (path,) = Paths(index).find("a", "b", directed=True)
    assert sureness(index.links[path.links[0]]) is Sureness.STATED
    (path,) = Paths(index).find("a", "b", directed=False)
    assert path.hops[0].against  # better tested, read against its arrow


def test_the_weakest_certainty_and_the_lowest_stage_are_named() -> None:
    index = index_of(
        link("a", "b", Sureness.HEDGED, Stage.ANIMALS), link("b", "c"), link("c", "d", Sureness.BACKGROUND)
    )
    (path,) = Paths(index).find("a", "d", directed=True)
    assert weakest(index, path) is Sureness.BACKGROUND
    assert lowest_stage(index, path) is Rung.LAB


def test_a_gap_is_a_link_that_points_the_other_way_or_a_comparison() -> None:
    index = index_of(link("a", "b"), link("c", "b"), link("c", "d"), link("d", "e", Sureness.COMPARISON))
    paths = Paths(index)
    assert not paths.find("a", "d", directed=True)
    gap = paths.gap("a", "d", directed=True)
    assert (gap.near, gap.far) == ("b", "c")
    assert gap.link == index.links_of("c")[0].id
    gap = paths.gap("a", "e", directed=False)
    assert (gap.near, gap.far) == ("d", "e")
    assert sureness(index.links[gap.link or ""]) is Sureness.COMPARISON


def test_between_parts_that_nothing_joins_the_gap_is_where_their_passages_are_nearest() -> None:
    index = index_of(link("a", "b", at=0), link("b", "c", at=200), link("x", "y", at=230), link("y", "z", at=900))
    assert Paths(index).gap("a", "z", directed=False) == Gap("c", "x")


def test_an_unknown_concept_is_an_error_and_no_way_leads_to_where_one_is() -> None:
    paths = Paths(index_of(link("a", "b")))
    assert paths.find("a", "a", directed=False) == ()
    with pytest.raises(KeyError):
        paths.find("a", "nowhere", directed=True)


def test_the_gap_between_such_parts_is_where_a_path_leads_to_and_not_what_it_is_only_compared_with() -> None:
    index = index_of(
        link("a", "b", at=0), link("b", "c", Sureness.COMPARISON, at=90), link("x", "y", at=120), link("y", "z", at=300)
    )
    gap = Paths(index).gap("a", "z", directed=False)
    assert (gap.near, gap.far) == ("b", "x")


def test_every_pair_of_the_shipped_map_has_a_path_or_a_gap() -> None:
    workspace = open_workspace()
    paths, concepts = Paths(workspace.index), list(workspace.index.concepts)
    rng = random.Random(3)
    for _ in range(60):
        start, end = rng.sample(concepts, 2)
        for directed in (True, False):
            assert paths.find(start, end, directed=directed) or paths.gap(start, end, directed=directed).near
