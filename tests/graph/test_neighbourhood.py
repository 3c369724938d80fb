"""What lies within so many links, in one direction or both; a comparison leads no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from evmap.graph.index import MapIndex
from evmap.graph.neighbourhood import Way, neighbourhood
from evmap.graph.sureness import Sureness, sureness
from evmap.model import Kind
from tests.made_maps import generated_map
from tests.ui.canvas.hand_made import hand_made

MAP = generated_map(60)
INDEX = MapIndex(MAP)


@pytest.fixture(scope="module")
def village() -> MapIndex:
    return MapIndex(hand_made()[0])


def test_one_step_is_the_links_of_a_concept_with_their_ends(village: MapIndex) -> None:
    found = neighbourhood(village, ("exosomes",), 1)
    assert set(found.links) == {link.id for link in village.links_of("exosomes")}
    assert set(found.concepts) == {"exosomes", *village.neighbours("exosomes")}
    assert found.concepts[0] == "exosomes"


def test_out_follows_the_arrows_and_in_goes_against_them(village: MapIndex) -> None:
    out = neighbourhood(village, ("exosomes",), 1, Way.OUT)
    back = neighbourhood(village, ("exosomes",), 1, Way.IN)
    assert {village.links[link].subject for link in out.links} == {"exosomes"}
    assert {village.links[link].object for link in back.links} == {"exosomes"}
    assert set(out.links) | set(back.links) == set(neighbourhood(village, ("exosomes",), 1).links)


def test_from_a_chosen_image_one_comes_to_its_thing_and_on(village: MapIndex) -> None:
    assert "cells" in neighbourhood(village, ("drones",), 2).concepts


@given(st.sampled_from(sorted(INDEX.concepts)), st.integers(1, 5))
def test_a_comparison_is_lit_and_leads_no_further(concept: str, steps: int) -> None:
    whole = INDEX.links.values()
    claims = replace(MAP, links=tuple(link for link in whole if sureness(link) is not Sureness.COMPARISON))
    without, found = (neighbourhood(index, (concept,), steps) for index in (MapIndex(claims), INDEX))
    if INDEX.concepts[concept].kind is not Kind.ANALOGY:
        compared = [INDEX.links[link] for link in found.links if link not in without.links]
        assert set(without.links) <= set(found.links)
        assert all(sureness(link) is Sureness.COMPARISON for link in compared)


@given(st.sampled_from(sorted(INDEX.concepts)), st.integers(1, 8), st.sampled_from(list(Way)))
def test_a_step_more_never_lights_less(concept: str, steps: int, way: Way) -> None:
    fewer, more = (neighbourhood(INDEX, (concept,), number, way) for number in (steps, steps + 1))
    assert set(fewer.concepts) <= set(more.concepts)
    assert set(fewer.links) <= set(more.links)
    for link in more.links:
        assert {INDEX.links[link].subject, INDEX.links[link].object} <= set(more.concepts)
