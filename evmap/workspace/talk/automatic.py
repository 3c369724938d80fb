"""A sensible talk made from the map itself, for a teacher who has no tour: nothing in it is ours but the order.

It begins with the focus question over the whole map, tells what its hub is and does in the surest words, follows the
surest ways from there, shows where sentences pull apart, and ends with what the articles leave open.
"""

from collections.abc import Iterable, Sequence
from functools import partial

from evmap.graph.index import MapIndex
from evmap.graph.sureness import Sureness, sureness
from evmap.model import ConceptMap, Kind, Link, Predict, Quote, Step, Tension, Tour

AUTOMATIC = "automatic"
"""The id of a tour that was made so."""

_FEW = 5
_MOST_WAYS, _LONGEST_WAY = 3, 3
_MOST_TENSIONS, _MOST_AT_A_TENSION = 2, 3
_SUREST = {Sureness.STATED: 0, Sureness.HEDGED: 1, Sureness.OPEN: 2}
"""What may be told as a claim, the surest first."""

_NO_WAY = (Kind.EVIDENCE, Kind.ANALOGY)
_GOALS = (Kind.DISEASE, Kind.THERAPY, Kind.OUTCOME)


def automatic_tour(concept_map: ConceptMap, index: MapIndex, about: Sequence[str] = ()) -> Tour:
    """A talk about the whole map, or about some of its concepts and links.

    Args:
        concept_map: the map.
        index: the same, by id.
        about: the ids that were chosen; the talk then begins with them instead of the hub.
    """
    links = [index.links[each] for each in about if each in index.links]
    concepts = [each for each in about if each in index.concepts]
    hub = _hub(index, concepts, links)
    steps: list[Step] = []
    if not about:
        steps.append(Step(concept_map.question or concept_map.title, (), (), None, "The whole map, to begin with."))
    elif links:
        steps += [_of_link(index, link) for link in links[:_FEW]]
    for concept in [*concepts, *([hub] if hub and hub not in concepts else [])][:_FEW]:
        steps += _about(index, concept)
    steps += _ways(index, hub) if hub else []
    steps += _tensions(concept_map, index, hub if about else None)
    steps += _open(index, hub if about else None)
    steps = steps or [Step(concept_map.title or "The map", (), (), None, "")]
    title = f"About {index.concepts[hub].name}" if about and hub else concept_map.title or "The map"
    return Tour(AUTOMATIC, title, concept_map.question, tuple(steps))


def _hub(index: MapIndex, concepts: Sequence[str], links: Sequence[Link]) -> str | None:
    ends = [*concepts, *(end for link in links for end in (link.subject, link.object))]
    if ends:
        return max(ends, key=index.degree)
    return next((concept.id for concept in index.landmarks(1)), None)


def _claims(links: Iterable[Link]) -> list[Link]:
    """The links that claim something, the surest first, equal ones in the map's order."""
    return sorted((link for link in links if sureness(link) in _SUREST), key=lambda link: _SUREST[sureness(link)])


def _about(index: MapIndex, concept: str) -> list[Step]:
    """What the articles say of a concept: its surest links, one by one."""
    links = [link for link in _claims(index.links_of(concept)) if link.subject == concept][:_FEW]
    links = links or _claims(index.links_of(concept))[:_FEW]
    quotes = [*index.concepts[concept].quotes, *(quote for link in links for quote in link.quotes)]
    ends = (end for link in links for end in (link.subject, link.object))
    focus = tuple(dict.fromkeys((concept, *ends)))
    notes = index.concepts[concept].summary
    name = index.concepts[concept].name
    if not quotes:
        return []
    return [Step(name, focus, tuple(link.id for link in links), quotes[0], notes, build=len(links) > 1)]


def _of_link(index: MapIndex, link: Link) -> Step:
    quote = link.quotes[0] if link.quotes else None
    predict = Predict.PHRASES if quote else Predict.NOTHING
    return Step(index.sentence(link), (link.subject, link.object), (link.id,), quote, link.note, predict=predict)


def _ways(index: MapIndex, hub: str) -> list[Step]:
    """The surest ways that lead on from the hub along its links, no two of them to the same end."""
    by_worth = partial(_worth, index)
    ways = sorted((_way(index, hub, link) for link in _onward(index, hub, {hub})), key=by_worth)
    by_end = {way[-1].object: way for way in reversed(ways) if len(way) > 1}
    steps = []
    for way in sorted(by_end.values(), key=by_worth)[:_MOST_WAYS]:
        ends = tuple(dict.fromkeys((hub, *(link.object for link in way))))
        title = f"From {index.concepts[hub].name} to {index.concepts[ends[-1]].name}"
        notes = " ".join(f"{index.sentence(link)}." for link in way)
        steps.append(Step(title, ends, tuple(link.id for link in way), way[-1].quotes[0], notes, build=True))
    return steps


def _worth(index: MapIndex, way: Sequence[Link]) -> tuple[bool, int, int]:
    """Ways to what a class wants to know about come first, then long ones, then sure ones."""
    goal = index.concepts[way[-1].object].kind in _GOALS
    return (not goal, -len(way), max(_SUREST[sureness(link)] for link in way))


def _way(index: MapIndex, hub: str, first: Link) -> list[Link]:
    """On from a link, each time by the surest claim to a concept that the way has not met."""
    way, met = [first], {hub, first.object}
    while len(way) < _LONGEST_WAY:
        onward = _onward(index, way[-1].object, met)
        if not onward:
            break
        way.append(min(onward, key=lambda link: (_SUREST[sureness(link)], -index.degree(link.object))))
        met.add(way[-1].object)
    return way


def _onward(index: MapIndex, concept: str, met: set[str]) -> list[Link]:
    """The claims that lead on from a concept: what is denied leads nowhere, and so do pictures and studies."""
    return [
        link
        for link in _claims(index.links_of(concept))
        if link.subject == concept
        and link.object not in met
        and index.concepts[link.object].kind not in _NO_WAY
        and not any(quote.negated for quote in link.quotes)
    ]


def _tensions(concept_map: ConceptMap, index: MapIndex, about: str | None) -> list[Step]:
    """Sentences that pull apart: a step for each of the two, the question kept in its title."""
    mine = index.tensions_of(index.concepts[about]) if about else concept_map.tensions
    steps: list[Step] = []
    for tension in mine[:_MOST_TENSIONS]:
        for which, quote in zip(("one", "the other"), tension.quotes, strict=True):
            links = _quoting(index, quote)[:_MOST_AT_A_TENSION]
            ends = tuple(dict.fromkeys(end for link in links for end in (link.subject, link.object)))
            notes = f"The text says {which} thing here. {_other(tension, quote)}"
            steps.append(Step(tension.question, ends, tuple(link.id for link in links), quote, notes))
    return steps


def _other(tension: Tension, quote: Quote) -> str:
    first, second = tension.quotes
    return f"It also says: “{(second if quote == first else first).text}”"


def _quoting(index: MapIndex, quote: Quote) -> list[Link]:
    """The links that a quote is about."""
    return [
        link
        for link in index.links.values()
        for theirs in link.quotes
        if theirs.source == quote.source
        and theirs.spans[0][0] < quote.spans[-1][1]
        and quote.spans[0][0] < theirs.spans[-1][1]
    ]


def _open(index: MapIndex, about: str | None) -> list[Step]:
    """What the articles leave open, as one step that builds."""
    links = index.links_of(about) if about else tuple(index.links.values())
    asked = [link for link in links if sureness(link) is Sureness.OPEN][:_FEW]
    if not asked:
        return []
    ends = tuple(dict.fromkeys(end for link in asked for end in (link.subject, link.object)))
    notes = "Ask the class what one would have to try to find out."
    ids = tuple(link.id for link in asked)
    return [Step("What is still open", ends, ids, asked[0].quotes[0], notes, build=len(asked) > 1)]
