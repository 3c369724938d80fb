"""A step of a tour from what is seen: "add this view as a step", and the quotes that such a step can have."""

from evmap.graph.index import MapIndex
from evmap.model import Quote, Span, Step
from evmap.workspace.spotlight import Spotlight

_MOST_NAMES = 3


def step_of_view(spotlight: Spotlight, index: MapIndex, lens: str = "") -> Step:
    """The step that shows what is lit now, with the first quote it can have; the whole map where nothing is lit."""
    focus = tuple(dict.fromkeys((*spotlight.focus, *spotlight.concepts)))
    quotes = quotes_of_view(spotlight, index)
    return Step(_title(spotlight, index), focus, spotlight.links, quotes[0] if quotes else None, "", lens=lens)


def quotes_of_view(spotlight: Spotlight, index: MapIndex) -> tuple[Quote, ...]:
    """Every quote of what is lit, each once: those of links first, for a step is about what is said."""
    links = [quote for link in spotlight.links for quote in index.links[link].quotes]
    concepts = [
        quote for concept in (*spotlight.focus, *spotlight.concepts) for quote in index.concepts[concept].quotes
    ]
    unique: dict[tuple[str, tuple[Span, ...]], Quote] = {}
    for quote in (*links, *concepts):
        unique.setdefault((quote.source, quote.spans), quote)
    return tuple(unique.values())


def is_same(one: Quote, other: Quote) -> bool:
    """Whether two quotes are the same words; a kept tour has lost the marks in them."""
    return (one.source, one.spans) == (other.source, other.spans)


def _title(spotlight: Spotlight, index: MapIndex) -> str:
    if len(spotlight.links) == 1:
        return index.sentence(index.links[spotlight.links[0]])
    names = [index.concepts[concept].name for concept in spotlight.focus or spotlight.concepts]
    if not names:
        return "The whole map"
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
