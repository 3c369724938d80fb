"""Looking things up in a map."""

from evmap.graph.index import MapIndex
from evmap.model import Kind
from tests.ui.small_map import small_map


def test_links_and_neighbours_of_a_concept_go_both_ways() -> None:
    index = MapIndex(small_map())
    assert [link.id for link in index.links_of("cancer-cells")] == ["t-cell-exosomes-destroy", "therapy-only"]
    assert index.neighbours("cancer-cells") == ("t-cell-exosomes", "therapy")
    assert index.degree("vesicles") == 5


def test_a_link_reads_as_a_sentence() -> None:
    index = MapIndex(small_map())
    assert index.sentence(index.links["therapy-only"]) == "exosome therapy only attacks cancer cells"


def test_a_tension_belongs_to_the_links_and_concepts_that_quote_it() -> None:
    index = MapIndex(small_map())
    assert [each.id for each in index.tensions_of(index.links["therapy-only"])] == ["only-cancer-cells"]
    assert [each.id for each in index.tensions_of(index.concepts["therapy"])] == ["only-cancer-cells"]
    assert index.tensions_of(index.links["vesicles-postal"]) == ()


def test_landmarks_are_the_best_linked_and_equal_ones_keep_the_order_of_the_map() -> None:
    index = MapIndex(small_map())
    assert [each.id for each in index.landmarks(3)] == ["vesicles", "t-cell-exosomes", "cancer-cells"]


def test_every_kind_is_there_in_the_order_of_the_legend() -> None:
    groups = MapIndex(small_map()).by_kind()
    assert list(groups) == list(Kind)
    assert [concept.id for concept in groups[Kind.ANALOGY]] == ["postal-service", "drones"]
