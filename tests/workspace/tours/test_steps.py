"""A step from what is seen."""

from evmap.workspace.spotlight import Spotlight
from evmap.workspace.talk import scene_of
from evmap.workspace.tours import quotes_of_view, step_of_view
from tests.workspace.talk.made_talks import index, shipped


def test_a_step_shows_again_what_was_lit() -> None:
    link = shipped().links[0]
    step = step_of_view(Spotlight((link.subject,), (), (link.id,)), index())
    scene = scene_of(step, 0, index())
    assert (scene.spotlight.focus, scene.spotlight.links) == ((link.subject,), (link.id,))
    assert step.title == index().sentence(link)
    assert step.quote == link.quotes[0]


def test_nothing_lit_is_the_whole_map() -> None:
    step = step_of_view(Spotlight(), index())
    assert (step.title, step.focus, step.links, step.quote) == ("The whole map", (), (), None)


def test_many_concepts_have_a_short_title() -> None:
    concepts = shipped().concepts[:5]
    step = step_of_view(Spotlight(tuple(concept.id for concept in concepts)), index())
    assert step.title == f"{', '.join(concept.name for concept in concepts[:3])} and 2 more"
    assert step.focus == tuple(concept.id for concept in concepts)


def test_each_quote_is_offered_once() -> None:
    links = tuple(link.id for link in shipped().links[:40])
    quotes = quotes_of_view(Spotlight((), (), links), index())
    assert len({(quote.source, quote.spans) for quote in quotes}) == len(quotes)
    assert {(q.source, q.spans) for link in links for q in index().links[link].quotes} == {
        (quote.source, quote.spans) for quote in quotes
    }
