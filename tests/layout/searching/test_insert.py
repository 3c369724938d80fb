"""A new concept finds a place, and nothing else moves."""

from hypothesis import HealthCheck, given, settings

from evmap.layout.fitting import check_places
from evmap.layout.measure import measure
from evmap.layout.pipeline import lay_out
from evmap.layout.searching.insert import complete_places
from evmap.model import ConceptMap, Places
from tests.layout.making import make_map, maps

PAIRS = [(0, 1), (1, 2), (2, 3), (3, 0), (2, 4), (4, 5), (5, 6)]


def test_inserting_moves_no_other_concept() -> None:
    before = lay_out(make_map(7, PAIRS), effort="quick")
    grown = make_map(8, [*PAIRS, (7, 1), (7, 5), (3, 7)])
    after = complete_places(grown, before)
    assert check_places(grown, after) == []
    assert {name: after.concepts[name] for name in before.concepts} == before.concepts
    figures = measure(grown, after)
    assert (figures.node_overlaps, figures.edge_node_hits) == (0, 0)


def test_it_stands_near_what_it_is_linked_with() -> None:
    chain = [(i, i + 1) for i in range(9)]
    before = lay_out(make_map(10, chain), effort="quick")
    after = complete_places(make_map(11, [*chain, (10, 0)]), before)
    x, y = after.concepts["c10"][:2]
    far = sorted(
        before.concepts, key=lambda name: abs(before.concepts[name][0] - x) + abs(before.concepts[name][1] - y)
    )
    assert "c0" in far[:3]


def test_what_is_gone_from_the_map_is_gone_from_the_places() -> None:
    before = lay_out(make_map(7, PAIRS), effort="quick")
    after = complete_places(make_map(4, PAIRS[:4]), before)
    assert set(after.concepts) == {"c0", "c1", "c2", "c3"}
    assert set(after.links) == {"l0", "l1", "l2", "l3"}


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(maps(most=8))
def test_places_can_grow_from_nothing(concept_map: ConceptMap) -> None:
    places = complete_places(concept_map, Places({}, {}))
    assert check_places(concept_map, places) == []
    assert measure(concept_map, places).node_overlaps == 0
