"""The places that are shipped with the map: what a reader is promised."""

import pytest

from evmap.data import SHIPPED_MAP
from evmap.layout.fitting import check_places
from evmap.layout.measure import Figures, measure
from evmap.layout.searching.overlap import GAP
from evmap.model import ConceptMap, Places
from evmap.storage.folder import load_folder
from evmap.storage.places import read_places


@pytest.fixture(scope="module")
def shipped() -> tuple[ConceptMap, Places]:
    concept_map = load_folder(SHIPPED_MAP).map
    places = read_places(SHIPPED_MAP, concept_map)
    assert places is not None
    return concept_map, places


@pytest.fixture(scope="module")
def figures(shipped: tuple[ConceptMap, Places]) -> Figures:
    return measure(*shipped)


def test_they_fit_the_map(shipped: tuple[ConceptMap, Places]) -> None:
    assert check_places(*shipped) == []


def test_nothing_covers_anything(figures: Figures) -> None:
    assert figures.node_overlaps == 0
    assert figures.edge_node_hits == 0
    assert figures.label_node == 0
    assert figures.label_label == 0
    assert figures.node_gap_min >= min(GAP) - 1


def test_nearly_all_phrases_are_clear_of_every_other_link(figures: Figures) -> None:
    assert figures.labels_clean >= 0.945


def test_links_can_be_followed(shipped: tuple[ConceptMap, Places], figures: Figures) -> None:
    # The study's bar is 145 crossings of 177 links.
    assert figures.crossings <= len(shipped[0].links) * 145 / 177
    assert figures.turn_mean <= 6
    assert figures.collinear_pairs <= 9
    assert figures.cross_angle_mean >= 50


def test_the_whole_fits_a_screen(figures: Figures) -> None:
    assert 1.3 <= figures.aspect <= 1.6  # between the canvas beside its panels and a projector
    assert figures.fit_font >= 5.4
