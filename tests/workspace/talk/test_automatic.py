"""A talk made from the map: it says nothing that the map does not."""

from itertools import pairwise

import pytest

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, sureness
from evmap.model import ConceptMap, Tour
from evmap.workspace.talk import Talk, scene_of, stages
from evmap.workspace.talk.automatic import automatic_tour
from tests.layout.making import make_map
from tests.workspace.talk.made_talks import index, shipped


def whole() -> Tour:
    return automatic_tour(shipped(), index())


def test_it_begins_with_the_focus_question_then_the_hub_and_ends_with_what_is_open() -> None:
    titles = [step.title for step in whole().steps]
    assert titles[0] == shipped().question
    assert titles[1] == index().landmarks(1)[0].name
    assert titles[-1] == "What is still open"
    assert 6 <= len(titles) <= 12


def test_every_step_is_on_the_map_and_quotes_what_the_map_quotes() -> None:
    quoted = {(q.source, q.spans) for link in shipped().links for q in link.quotes}
    quoted |= {(q.source, q.spans) for concept in shipped().concepts for q in concept.quotes}
    quoted |= {(q.source, q.spans) for tension in shipped().tensions for q in tension.quotes}
    for step in whole().steps:
        assert set(step.focus) <= set(index().concepts)
        assert set(step.links) <= set(index().links)
        assert step.quote is None or (step.quote.source, step.quote.spans) in quoted


def test_ways_are_joined_end_to_end_and_never_lead_over_what_is_denied_or_compared() -> None:
    ways = [step for step in whole().steps if step.title.startswith("From ")]
    assert ways
    for step in ways:
        links = [index().links[each] for each in step.links]
        assert all(a.object == b.subject for a, b in pairwise(links))
        assert not any(quote.negated for link in links for quote in link.quotes)
        assert not {sureness(link) for link in links} & {Sureness.COMPARISON, Sureness.BACKGROUND}


def test_about_a_chosen_link_the_class_guesses_its_phrase_first() -> None:
    link = next(each for each in shipped().links if each.quotes)
    step = automatic_tour(shipped(), index(), (link.id,)).steps[0]
    assert step.title == index().sentence(link)
    assert stages(step, index()) == 2
    assert scene_of(step, 0, index()).masked == {link.id}


def test_about_a_chosen_concept_it_begins_there() -> None:
    tour = automatic_tour(shipped(), index(), ("exosomes",))
    assert tour.title == "About exosomes"
    assert tour.steps[0].focus[0] == "exosomes"


@pytest.mark.parametrize("concept", [concept.id for concept in shipped().concepts[::7]])
def test_any_concept_makes_a_talk_that_can_be_walked_to_its_end(concept: str) -> None:
    talk = Talk(automatic_tour(shipped(), index(), (concept,)), index())
    for _ in range(80):
        talk.forward()
    assert not talk.can_go_on


@pytest.mark.parametrize("made", [make_map(1, []), make_map(3, []), make_map(4, [(0, 1), (1, 2), (2, 0)])])
def test_a_map_with_little_on_it_makes_a_talk_too(made: ConceptMap) -> None:
    assert automatic_tour(made, MapIndex(made)).steps


def test_an_empty_map_has_one_step() -> None:
    empty = ConceptMap("", "", (), (), (), (), ())
    assert len(automatic_tour(empty, MapIndex(empty)).steps) == 1
