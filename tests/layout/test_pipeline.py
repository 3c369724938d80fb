"""Laying maps out: what holds for any map."""

import math

import pytest
from hypothesis import HealthCheck, given, settings

from evmap.layout.fitting import check_places
from evmap.layout.measure import measure
from evmap.layout.pipeline import lay_out
from evmap.layout.problem import SelfLinkError
from evmap.layout.searching.quick import quick_places
from evmap.model import ConceptMap, Places
from tests.layout.making import make_map, maps, star

FEW = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def no_box_overlaps(concept_map: ConceptMap, places: Places) -> bool:
    return check_places(concept_map, places) == [] and measure(concept_map, places).node_overlaps == 0


@FEW
@given(maps())
def test_no_boxes_overlap_on_any_map(concept_map: ConceptMap) -> None:
    assert no_box_overlaps(concept_map, lay_out(concept_map, effort="quick"))


@FEW
@given(maps(most=40))
def test_no_boxes_overlap_at_the_start(concept_map: ConceptMap) -> None:
    assert no_box_overlaps(concept_map, quick_places(concept_map))


def test_nothing_and_next_to_nothing() -> None:
    assert lay_out(make_map(0, [])) == Places({}, {})
    assert len(lay_out(make_map(1, [])).concepts) == 1
    assert no_box_overlaps(make_map(30, []), lay_out(make_map(30, [])))


def test_parts_that_no_link_joins_stand_beside_each_other() -> None:
    parts = make_map(9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7), (7, 8)])
    places = lay_out(parts, effort="quick")
    assert no_box_overlaps(parts, places)
    xs = [rect[0] for rect in places.concepts.values()]
    assert max(xs) - min(xs) < 2500


def test_a_hub_keeps_its_star_apart() -> None:
    hub = star(24)
    figures = measure(hub, lay_out(hub, effort="normal"))
    assert (figures.node_overlaps, figures.edge_node_hits, figures.crossings) == (0, 0, 0)
    assert (figures.label_node, figures.label_label) == (0, 0)
    assert figures.labels_clean > 0.9


def test_a_small_map_has_no_faults_at_all() -> None:
    ring = make_map(12, [(i, (i + 1) % 12) for i in range(12)] + [(0, 6)])
    figures = measure(ring, lay_out(ring, effort="normal"))
    assert (figures.node_overlaps, figures.edge_node_hits, figures.crossings) == (0, 0, 0)
    assert figures.labels_clean == 1
    assert figures.node_gap_min >= 12


def test_the_same_seed_gives_the_same_places() -> None:
    grid = make_map(12, [(i, i + 1) for i in range(11)] + [(i, i + 4) for i in range(8)])
    assert lay_out(grid, seed=5, effort="quick") == lay_out(grid, seed=5, effort="quick")
    assert lay_out(grid, seed=5, effort="quick") != lay_out(grid, seed=6, effort="quick")


def test_progress_rises_to_one() -> None:
    shares: list[float] = []
    lay_out(star(6), effort="quick", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) > 10


def test_what_progress_raises_cancels() -> None:
    class Cancelled(Exception):
        pass

    def cancel(share: float) -> None:
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        lay_out(star(6), effort="quick", progress=cancel)


def test_a_link_from_a_concept_to_itself_is_refused_by_name() -> None:
    with pytest.raises(SelfLinkError, match=r"“l1”.*“c2”"):
        lay_out(make_map(3, [(0, 1), (2, 2)]))


def test_related_concepts_are_near() -> None:
    two = make_map(
        16, [(i, j) for part in (0, 8) for i in range(part, part + 8) for j in range(i + 1, part + 8, 3)] + [(0, 8)]
    )
    places = lay_out(two, effort="quick")
    middles = {name: (x + w / 2, y + h / 2) for name, (x, y, w, h) in places.concepts.items()}
    linked = [math.dist(middles[link.subject], middles[link.object]) for link in two.links]
    across = [math.dist(middles[f"c{i}"], middles[f"c{j}"]) for i in range(8) for j in range(8, 16)]
    assert sum(linked) / len(linked) < 0.7 * sum(across) / len(across)


def test_a_large_map_takes_the_fast_path_and_is_sound() -> None:
    tree = make_map(420, [(i, (i - 1) // 3) for i in range(1, 420)])
    places = lay_out(tree)
    assert no_box_overlaps(tree, places)
    assert 1.0 < measure(tree, places).aspect < 3.0


def test_a_large_map_without_links_is_sound() -> None:
    dust = make_map(410, [])
    assert no_box_overlaps(dust, lay_out(dust))
