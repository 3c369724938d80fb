"""What a place of the history is called: the concept, the link, the article or the view one was at."""

from collections.abc import Iterator

from evmap.graph.index import MapIndex
from evmap.ui.words.groups import LENSES
from evmap.ui.words.names import count
from evmap.ui.words.plain import ellipsis_end, showable
from evmap.ui.words.views import view_words
from evmap.workspace import Lens, Place, Reach, Selection, Topic, View, Viewing

_LONGEST = 42
_TOPICS = {Topic.CARE: "Read with care", Topic.GAPS: "Not in the sources", Topic.TOUR: "Tours"}


def place_words(index: MapIndex, place: Place) -> str:
    """A place in a few words, on one line, with the lens and the filters that one looked through."""
    looks = ", ".join(_looks(place))
    name = ellipsis_end(_whole(index, place), _LONGEST)
    return showable(f"{name} ({looks})" if looks else name)


def _looks(place: Place) -> Iterator[str]:
    """What was not as at the start."""
    if place.selection.concepts and place.reach != Reach() and place.topic is not Topic.PATH:
        way = "" if place.reach.way == "both" else f" {place.reach.way}"
        yield f"{count(place.reach.steps, 'step')}{way}"
    if place.asked.lens is not Lens.KIND:
        yield f"by {LENSES[place.asked.lens].lower()}"
    if place.asked.filters:
        yield f"{count(sum(len(place.asked.filters.of(lens)) for lens in Lens), 'group')} hidden"


def _whole(index: MapIndex, place: Place) -> str:
    chosen = place.selection
    if place.reading:
        title = f"“{index.sources[place.reading.source].title}”"
        return f"{_chosen(index, chosen)} in {title}" if chosen else title
    if place.search:
        return f"path: {index.concepts[place.search.start].name} to {index.concepts[place.search.end].name}"
    if place.topic in _TOPICS:
        return _TOPICS[place.topic]
    if chosen.only_concept and place.viewing == Viewing(View.AROUND, chosen.only_concept):
        return f"around {index.concepts[chosen.only_concept].name}"
    if chosen:
        return _chosen(index, chosen)
    return view_words(index, place.viewing)


def _chosen(index: MapIndex, chosen: Selection) -> str:
    """What is chosen, by name if it is one thing."""
    if chosen.only_concept:
        return index.concepts[chosen.only_concept].name
    if chosen.only_link:
        return index.sentence(index.links[chosen.only_link])
    return f"{count(len(chosen.concepts) + len(chosen.links), 'thing')} selected"
