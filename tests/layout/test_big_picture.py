"""The first view: its choice of concepts, their places, what stands behind them."""

import pytest

from evmap.layout.big_picture import BRIEF_KINDS, behind, big_picture, key_concepts, key_links
from evmap.layout.dots import dots_height
from evmap.layout.geometry import overlap
from evmap.layout.measure import measure
from evmap.layout.searching.quick import quick_places
from evmap.model import ConceptMap
from tests.layout.making import make_map


def towns() -> ConceptMap:
    """Six hubs in a ring, each with nine neighbours of which some know each other."""
    pairs = [(10 * town, 10 * ((town + 1) % 6)) for town in range(6)]
    for town in range(6):
        pairs += [(10 * town, 10 * town + i) for i in range(1, 10)]
        pairs += [(10 * town + i, 10 * town + i + 1) for i in range(1, 9, 2)]
    return make_map(60, pairs)


@pytest.fixture(scope="module")
def town_map() -> ConceptMap:
    return towns()


def test_hubs_of_all_parts_and_all_kinds_of_the_brief_are_chosen(town_map: ConceptMap) -> None:
    keys = key_concepts(town_map)
    assert 16 <= len(keys) <= 22
    assert {f"c{10 * town}" for town in range(6)} <= set(keys)
    kinds = {concept.id: concept.kind for concept in town_map.concepts}
    assert set(BRIEF_KINDS) <= {kinds[key] for key in keys}


def test_the_chosen_ones_hang_together(town_map: ConceptMap) -> None:
    keys = key_concepts(town_map)
    reached, edge = {keys[0]}, [keys[0]]
    while edge:
        name = edge.pop()
        for link in key_links(town_map, keys):
            for end, other in ((link.subject, link.object), (link.object, link.subject)):
                if end == name and other not in reached:
                    reached.add(other)
                    edge.append(other)
    assert reached == set(keys)


def test_every_other_concept_is_behind_one_of_them(town_map: ConceptMap) -> None:
    keys = key_concepts(town_map)
    followers = [name for names in behind(town_map, keys).values() for name in names]
    assert len(followers) == len(set(followers)) == 60 - len(keys)
    assert not set(followers) & set(keys)


def test_it_is_readable_from_the_last_row(town_map: ConceptMap) -> None:
    picture = big_picture(town_map, quick_places(town_map))
    shown = ConceptMap(
        "",
        "",
        (),
        tuple(concept for concept in town_map.concepts if concept.id in picture.places.concepts),
        tuple(link for link in town_map.links if link.id in picture.places.links),
        (),
        (),
    )
    figures = measure(shown, picture.places)
    assert (figures.node_overlaps, figures.edge_node_hits, figures.label_label, figures.label_node) == (0, 0, 0, 0)
    assert figures.crossings <= 3
    assert figures.labels_clean >= 0.95
    assert figures.fit_font >= 19


def test_below_a_box_there_is_room_for_its_dots(town_map: ConceptMap) -> None:
    picture = big_picture(town_map, quick_places(town_map), starts=1)
    for key, box in picture.places.concepts.items():
        room = (box[0], box[1] + box[3], box[2], dots_height(box[2], len(picture.behind[key])) - 0.2)
        assert not any(overlap(room, other) for name, other in picture.places.concepts.items() if name != key)
        assert not any(overlap(room, place.phrase) for place in picture.places.links.values())


def test_a_small_map_is_its_own_big_picture() -> None:
    small = make_map(4, [(0, 1), (1, 2)])
    picture = big_picture(small, quick_places(small))
    assert set(picture.places.concepts) == {"c0", "c1", "c2", "c3"}
    assert picture.behind == {"c0": (), "c1": (), "c2": (), "c3": ()}


def test_an_empty_map_has_an_empty_one() -> None:
    empty = make_map(0, [])
    assert big_picture(empty, quick_places(empty)).places.concepts == {}
