"""The view around one concept."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evmap.layout.around.view import around, standing_around
from evmap.layout.boxes import NAME_PX, PHRASE_PX
from evmap.layout.geometry import bounds, centre, overlap
from evmap.layout.measure import measure
from evmap.layout.searching.quick import quick_places
from evmap.model import ConceptMap, Places
from evmap.storage.opening import open_map
from tests.layout.making import make_map, maps, star


def part(concept_map: ConceptMap, places: Places, links: tuple[str, ...]) -> tuple[ConceptMap, Places]:
    """Only what is drawn strongly: the boxes and the spokes."""
    shown = ConceptMap(
        "",
        "",
        (),
        tuple(concept for concept in concept_map.concepts if concept.id in places.concepts),
        tuple(link for link in concept_map.links if link.id in links),
        (),
        (),
    )
    return shown, Places(places.concepts, {link: places.links[link] for link in links})


@pytest.mark.parametrize("rays", [1, 2, 7, 29, 37, 60])
def test_all_neighbours_and_all_phrases_can_be_read(rays: int) -> None:
    hub = star(rays)
    view = around(hub, quick_places(hub), "c0")
    assert set(view.places.concepts) == {concept.id for concept in hub.concepts}
    figures = measure(*part(hub, view.places, view.spokes))
    assert (figures.node_overlaps, figures.edge_node_hits, figures.crossings) == (0, 0, 0)
    assert (figures.label_label, figures.label_node) == (0, 0)


def test_spokes_of_neighbours_with_several_links_hide_nothing() -> None:
    hub = make_map(25, [(0, i) for i in range(1, 25)] + [(i, 0) for i in (3, 4, 11, 18)] + [(0, 11)])
    view = around(hub, quick_places(hub), "c0", 1.25)
    figures = measure(*part(hub, view.places, view.spokes))
    assert (figures.node_overlaps, figures.edge_node_hits, figures.label_label, figures.label_node) == (0, 0, 0, 0)
    assert figures.crossings == 0


@pytest.mark.parametrize("aspect", [1.25, 1.7])
def test_nothing_is_hidden_around_any_concept_of_the_shipped_map(aspect: float) -> None:
    shipped = open_map()
    assert shipped.places is not None
    degree = Counter(end for link in shipped.map.links for end in (link.subject, link.object))
    for hub, _ in degree.most_common(8):
        view = around(shipped.map, shipped.places, hub, aspect)
        figures = measure(*part(shipped.map, view.places, view.spokes))
        hidden = (figures.node_overlaps, figures.edge_node_hits, figures.label_label, figures.label_node)
        assert hidden == (0, 0, 0, 0), hub
        assert figures.crossings == 0, hub


@pytest.mark.parametrize(("width", "height"), [(792, 600), (1346, 890)])
def test_large_hubs_of_the_shipped_map_can_be_read_on_a_screen(width: int, height: int) -> None:
    """The first is what is left of a screen of 1366 x 768 by the window's panels and what lies over the corners."""
    shipped = open_map()
    assert shipped.places is not None
    degree = Counter(end for link in shipped.map.links for end in (link.subject, link.object))
    for hub, _ in degree.most_common(4):
        view = around(shipped.map, shipped.places, hub, width / height)
        left = [*view.places.concepts.values(), *(view.places.links[link].phrase for link in view.spokes)]
        _, _, w, h = bounds(left)
        scale = min(width / w, height / h)
        assert NAME_PX * scale >= 11, hub
        assert PHRASE_PX * view.phrase_size * scale >= 11, hub
        assert measure(*part(shipped.map, view.places, view.spokes)).labels_clean >= 0.75, hub


@given(maps(), st.floats(0.5, 3.0))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_hidden_around_any_concept_of_any_map(any_map: ConceptMap, aspect: float) -> None:
    atlas = quick_places(any_map)
    for concept in any_map.concepts[:2]:
        view = around(any_map, atlas, concept.id, aspect)
        boxes = list(view.places.concepts.values())
        assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[:i])
        phrases = [view.places.links[link].phrase for link in view.spokes]
        assert not any(overlap(a, b) for i, a in enumerate(phrases) for b in [*boxes, *phrases[:i]])


def test_a_large_hub_is_laid_out_in_pieces() -> None:
    hub = star(60)
    assert sum(1 for _ in standing_around(hub, quick_places(hub), "c0", 1.4)) > 10


def test_phrases_of_one_neighbour_stand_on_lines_apart() -> None:
    twice = make_map(4, [(0, 1), (1, 0), (0, 1), (0, 2), (0, 3)], phrases=["a longer phrase to read"] * 5)
    view = around(twice, quick_places(twice), "c0")
    box = view.places.concepts["c1"]
    for link in view.spokes[:3]:
        end = view.places.links[link].points[0 if link == "l1" else -1]
        assert box[0] - 1 <= end[0] <= box[0] + box[2] + 1
        assert box[1] - 1 <= end[1] <= box[1] + box[3] + 1
    assert measure(*part(twice, view.places, view.spokes)).labels_clean == 1.0


def test_twenty_nine_neighbours_are_readable_on_a_screen() -> None:
    hub = star(29)
    view = around(hub, quick_places(hub), "c0")
    assert measure(*part(hub, view.places, view.spokes)).fit_font >= 15


@pytest.mark.parametrize("aspect", [1.25, 1.7])
def test_the_frame_has_the_aspect_of_the_screen(aspect: float) -> None:
    hub = star(24)
    _, _, w, h = bounds(list(around(hub, quick_places(hub), "c0", aspect).places.concepts.values()))
    assert w / h == pytest.approx(aspect, rel=0.15)


def test_kinds_stand_together() -> None:
    hub = star(30)
    view = around(hub, quick_places(hub), "c0")
    kinds = {concept.id: concept.kind for concept in hub.concepts}
    ring = [name for name in view.places.concepts if name != "c0"]
    changes = sum(kinds[a] != kinds[b] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    assert changes == len({kinds[name] for name in ring})


def test_neighbours_stand_where_the_atlas_has_them() -> None:
    hub = make_map(5, [(0, 1), (0, 2), (0, 3), (0, 4)])
    boxes = {"c0": (0, 0), "c1": (500, 0), "c2": (0, 500), "c3": (-500, 0), "c4": (0, -500)}
    atlas = Places({name: (x - 50.0, y - 20.0, 100.0, 40.0) for name, (x, y) in boxes.items()}, {})
    places = around(hub, atlas, "c0").places.concepts
    assert centre(places["c1"])[0] > 120
    assert centre(places["c2"])[1] > 120
    assert centre(places["c3"])[0] < -120
    assert centre(places["c4"])[1] < -120


def test_links_among_neighbours_are_told_apart_and_others_left_out() -> None:
    web = make_map(5, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)])
    view = around(web, quick_places(web), "c0")
    assert view.spokes == ("l0", "l1")
    assert view.among == ("l2",)
    assert set(view.places.concepts) == {"c0", "c1", "c2"}


def test_a_concept_without_links_stands_alone() -> None:
    alone = make_map(2, [])
    view = around(alone, quick_places(alone), "c1")
    assert list(view.places.concepts) == ["c1"]


def test_several_links_to_one_neighbour_are_all_shown() -> None:
    twice = make_map(3, [(0, 1), (1, 0), (0, 2)])
    view = around(twice, quick_places(twice), "c0")
    assert view.spokes == ("l0", "l1", "l2")
    phrases = [view.places.links[link].phrase for link in view.spokes]
    assert not any(overlap(a, b) for i, a in enumerate(phrases) for b in phrases[:i])
