"""A whole concept map: its sources, concepts, links, tensions and tours, all referring to each other by id."""

from msgspec import Struct, field

from evmap.model.quotes import Quote, Span
from evmap.model.words import Kind, Origin, Predict


class Source(Struct, frozen=True):
    """One article. ``file`` is relative to the project (``seeds/…txt``); ``body`` leaves page furniture out.

    ``untitled`` says that ``title`` is our description, because the file carries no headline.
    """

    id: str
    title: str
    untitled: bool
    file: str
    body: tuple[Span, ...]


class Concept(Struct, frozen=True, gc=False):
    """A node. ``aliases`` are the exact other wordings in the sources; ``summary`` is in our own words."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    summary: str
    origin: Origin
    quotes: tuple[Quote, ...]


class Link(Struct, frozen=True, gc=False):
    """A directed edge that reads as a sentence: subject, linking phrase, object."""

    id: str
    subject: str = field(name="from")
    phrase: str
    object: str = field(name="to")
    origin: Origin
    note: str
    quotes: tuple[Quote, ...]


class Tension(Struct, frozen=True):
    """Two quotes that pull apart, and one question about them."""

    id: str
    question: str
    quotes: tuple[Quote, Quote]


class Step(Struct, frozen=True, omit_defaults=True):
    """One step of a tour: a saved view of the living map with a quote and speaker notes.

    Attributes:
        title: what it is called in lists.
        focus: the concepts that it shows; the whole map if it shows neither concepts nor links.
        links: the links that it shows.
        quote: its sentence; a step that only looks at the map has none.
        notes: for the speaker alone.
        build: whether its links come one by one.
        predict: what is kept back until it is revealed.
        lens: how the map is coloured, by the lens's name; empty for the colours of the kinds.
        seconds: how long it is planned to take; 0 if nobody said.
    """

    title: str
    focus: tuple[str, ...]
    links: tuple[str, ...]
    quote: Quote | None
    notes: str
    build: bool = False
    predict: Predict = Predict.NOTHING
    lens: str = ""
    seconds: int = 0


class Tour(Struct, frozen=True):
    """A focus question and the steps that answer it. A tour refers to ids and owns no objects."""

    id: str
    title: str
    question: str
    steps: tuple[Step, ...]


class ConceptMap(Struct, frozen=True):
    """Everything that is on a map, in the order in which its author wrote it."""

    title: str
    question: str
    sources: tuple[Source, ...]
    concepts: tuple[Concept, ...]
    links: tuple[Link, ...]
    tensions: tuple[Tension, ...]
    tours: tuple[Tour, ...]
