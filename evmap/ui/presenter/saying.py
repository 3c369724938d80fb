"""The words below the map in a talk: the question, the sentence that matters, how sure it is and where it stands."""

from msgspec import Struct

from evmap.model import JOINER, Quote, Span
from evmap.ui.panels.words import chips
from evmap.workspace import Workspace
from evmap.workspace.talk import Talk


class Saying(Struct, frozen=True):
    """What is written below the map.

    Attributes:
        heading: the question of the tour, or what is looked at away from it.
        quote: the sentence; nothing while it is kept back, or where there is none.
        bold: the stretches of its text that carry the link.
        about: how sure it is, what it was tested on, and where it stands.
        instead: what is said where there is no sentence.
        count: which step it is.
    """

    heading: str
    quote: str = ""
    bold: tuple[Span, ...] = ()
    about: str = ""
    instead: str = ""
    count: str = ""


def saying(talk: Talk, workspace: Workspace) -> Saying:
    """What is to be written at this moment of a talk."""
    if talk.state.on_path:
        step, scene = talk.step, talk.scene
        count = f"{talk.state.at.step + 1} of {len(talk.tour.steps)}"
        heading = talk.tour.question or talk.tour.title
        if scene.quote is not None:
            return quoted(workspace, heading, scene.quote, count)
        if scene.masked:
            return Saying(heading, instead="What do you expect?", count=count)
        if step.title == heading:  # the question itself is what matters then
            heading = talk.tour.title if talk.tour.title != heading else ""
        return Saying(heading, instead=step.title, count=count)
    return _away(workspace)


def _away(workspace: Workspace) -> Saying:
    """What is chosen on the map, with its first sentence."""
    index, chosen = workspace.index, workspace.selection
    if chosen.only_link:
        link = index.links[chosen.only_link]
        heading, quotes = index.sentence(link), link.quotes
    elif chosen.only_concept:
        concept = index.concepts[chosen.only_concept]
        heading = concept.name
        quotes = concept.quotes or tuple(quote for link in index.links_of(concept.id) for quote in link.quotes)
    else:
        return Saying("")
    return quoted(workspace, heading, quotes[0], "") if quotes else Saying(heading, instead="Not in the sources")


def quoted(workspace: Workspace, heading: str, quote: Quote, count: str) -> Saying:
    """A quote with all that is to be known about it."""
    place = workspace.citing.place(quote)
    about = " · ".join((*(chip.text for chip in chips(quote)), place.full))
    return Saying(heading, quote.text, _bold(quote), about, count=count)


def _bold(quote: Quote) -> tuple[Span, ...]:
    """Where the words that carry the link stand in the text of its quote."""
    phrase = quote.marks.phrase if quote.marks else None
    if phrase is None:
        return ()
    at = 0
    for start, end in quote.spans:
        if start <= phrase[0] and phrase[1] <= end:
            return ((at + phrase[0] - start, at + phrase[1] - start),)
        at += end - start + len(JOINER)
    return ()
