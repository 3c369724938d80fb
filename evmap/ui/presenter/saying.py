"""The words below the map in a talk: the question, the sentence that matters, how sure it is and where it stands."""

from msgspec import Struct
from msgspec.structs import replace

from evmap.model import JOINER, Quote, Span
from evmap.ui.presenter.lens_key import Entry, key_to
from evmap.ui.words.names import chips
from evmap.workspace import Workspace
from evmap.workspace.talk import Position, Talk


class Saying(Struct, frozen=True):
    """What is written below the map.

    Attributes:
        heading: the question of the tour, or what is looked at away from it.
        quote: the sentence; nothing while it is kept back, or where there is none.
        bold: the stretches of its text that carry the link.
        about: how sure it is, and what it was tested on.
        place: where it stands.
        instead: what is said where there is no sentence.
        count: which step it is.
        key: what its colours mean, where they are not those of kinds.
    """

    heading: str
    quote: str = ""
    bold: tuple[Span, ...] = ()
    about: str = ""
    place: str = ""
    instead: str = ""
    count: str = ""
    key: tuple[Entry, ...] = ()


def saying(talk: Talk, workspace: Workspace) -> Saying:
    """What is to be written at this moment of a talk."""
    return said_at(talk.state.at, talk, workspace) if talk.state.on_path else _away(workspace)


def said_at(at: Position, talk: Talk, workspace: Workspace) -> Saying:
    """What is written at a stage of a step."""
    step, scene = talk.tour.steps[at.step], talk.scene_at(at)
    heading = talk.tour.question or talk.tour.title
    if scene.quote is not None:
        said = quoted(workspace, heading, scene.quote)
    elif scene.masked:
        said = Saying(heading, instead="What do you expect?")
    else:
        if step.title == heading:  # the question itself is what matters then
            heading = talk.tour.title if talk.tour.title != heading else ""
        said = Saying(heading, instead=step.title)
    count = f"{at.step + 1} of {len(talk.tour.steps)}"
    return replace(said, count=count, key=key_to(scene, workspace))


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
    return quoted(workspace, heading, quotes[0]) if quotes else Saying(heading, instead="Not in the sources")


def quoted(workspace: Workspace, heading: str, quote: Quote) -> Saying:
    """A quote with all that is to be known about it."""
    about = " · ".join(chip.text for chip in chips(quote))
    return Saying(heading, quote.text, _bold(quote), about, workspace.citing.place(quote).full)


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
