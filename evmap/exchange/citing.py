"""What to paste elsewhere: a quote with its place, links and paths as sentences with numbered quotes. No Qt.

Plain text keeps a single quote exactly as its article has it. In a numbered list a line end inside a quote is a space,
so that each quote stays one line. Markdown reads as the same words: whatever in them would be markup is escaped.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from evmap.model import Concept, Link, Origin, Quote, Source, Span
from evmap.reading.articles import Article

NOT_IN_SOURCES = "not in the sources"

Finder = Callable[[str], "Article | None"]
"""Gives the article of a source; nothing where it cannot be read."""


class Form(StrEnum):
    """What the words are written for."""

    PLAIN = "plain"
    MARKDOWN = "markdown"


class Place(Struct, frozen=True):
    """Where a passage stands, for people: article, heading above it, paragraph (0 for a heading)."""

    title: str
    heading: str
    paragraph: int
    is_heading: bool = False

    @property
    def short(self) -> str:
        """The paragraph as a reader counts it, or that it is a heading; empty when the article cannot be read."""
        if self.is_heading:
            return "Heading"
        return f"¶ {self.paragraph}" if self.paragraph else ""

    @property
    def full(self) -> str:
        """Article, heading and paragraph in one line."""
        return ", ".join(part for part in (self.title, self.heading, self.short) if part)


class Hop(Struct, frozen=True):
    """One link of a path, and whether the path goes it from subject to object."""

    link: Link
    forwards: bool = True


def place_in(source: Source, article: Article | None, offset: int) -> Place:
    """Where in an article a code point stands; only the title is known where the article cannot be read."""
    passage = article.passage_at(offset) if article else None
    if passage is None:
        return Place(source.title, "", 0)
    return Place(source.title, passage.heading, passage.paragraph, is_heading=passage.paragraph == 0)


def _with_place(text: str, place: Place, form: Form) -> str:
    if form is Form.PLAIN:
        return f"“{text}”\n{_line(place.full)}"
    return f"> “{escaped(text)}”\n>\n> — {escaped(place.full)}"


class Citing:
    """Writes quotes, links, concepts and paths of one map.

    Args:
        sources: every source by id.
        concepts: every concept by id.
        article: finds an article.
    """

    def __init__(self, sources: Mapping[str, Source], concepts: Mapping[str, Concept], article: Finder) -> None:
        self._sources = sources
        self._concepts = concepts
        self._article = article

    def place(self, quote: Quote) -> Place:
        """Where a quote begins."""
        return place_in(self._sources[quote.source], self._article(quote.source), quote.spans[0][0])

    def quote(self, quote: Quote, form: Form = Form.PLAIN) -> str:
        """One quote with its place: its exact text and a second line, or a block quote in Markdown."""
        return _with_place(quote.text, self.place(quote), form)

    def passage(self, source: str, span: Span, form: Form = Form.PLAIN) -> str:
        """The same for any stretch of an article that can be read."""
        article = self._article(source)
        text = article.text[slice(*span)] if article else ""
        return _with_place(text, place_in(self._sources[source], article, span[0]), form)

    def things(self, concepts: Iterable[Concept], links: Iterable[Link], form: Form = Form.PLAIN) -> str:
        """Concepts with their summaries and links as sentences, each on a line of its own, and their quotes below."""
        notes = _Notes()
        lines = [self._concept(concept, notes, form) for concept in concepts]
        lines += [self._sentence(link, notes, form) for link in links]
        between = "\n" if form is Form.PLAIN else "\n\n"
        return between.join(lines) + self._below(notes, form)

    def path(self, hops: Sequence[Hop], form: Form = Form.PLAIN) -> str:
        """A path as one paragraph under its two ends, one sentence for each link, and the quotes below."""
        if not hops:
            return ""
        notes = _Notes()
        first, last = hops[0], hops[-1]
        start = first.link.subject if first.forwards else first.link.object
        end = last.link.object if last.forwards else last.link.subject
        top = f"From {self._name(start, form)} to {self._name(end, form)}"
        between = "\n" if form is Form.PLAIN else "\n\n"
        return f"{top}{between}{self.sentences(hops, notes, form)}{self._below(notes, form)}"

    def sentences(self, hops: Iterable[Hop], notes: "_Notes", form: Form) -> str:
        """The paragraph of a path: a link always reads from its subject, whichever way the path goes it."""
        return " ".join(self._sentence(hop.link, notes, form) for hop in hops)

    def _concept(self, concept: Concept, notes: "_Notes", form: Form) -> str:
        name = self._name(concept.id, form, begins=True)
        told = f"{name}: {_fit(concept.summary, form)}" if concept.summary else name
        return told + _source_of(concept.quotes, concept.origin, notes, form)

    def _sentence(self, link: Link, notes: "_Notes", form: Form) -> str:
        phrase = _fit(link.phrase, form)
        if form is Form.MARKDOWN and phrase:
            phrase = f"*{phrase}*"
        words = (self._name(link.subject, form, begins=True), phrase, self._name(link.object, form))
        return " ".join(words) + _source_of(link.quotes, link.origin, notes, form) + "."

    def _name(self, concept: str, form: Form, *, begins: bool = False) -> str:
        name = _line(self._concepts[concept].name)
        name = beginning(name) if begins else name
        return f"**{escaped(name)}**" if form is Form.MARKDOWN and name else name

    def _below(self, notes: "_Notes", form: Form) -> str:
        lines = [self._note(number, quote, form) for number, quote in enumerate(notes.quotes, 1)]
        return "\n\n" + "\n".join(lines) if lines else ""

    def _note(self, number: int, quote: Quote, form: Form) -> str:
        place = self.place(quote).full
        if form is Form.PLAIN:
            return f"[{number}] “{_line(quote.text)}” — {_line(place)}"
        return f"{number}. “{escaped(quote.text)}” — {escaped(place)}"


class _Notes:
    """The quotes in the order in which they are first needed; the same words have one number."""

    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self._numbers: dict[tuple[str, object], int] = {}

    def number(self, quote: Quote) -> int:
        key = (quote.source, quote.spans)
        if key not in self._numbers:
            self.quotes.append(quote)
            self._numbers[key] = len(self.quotes)
        return self._numbers[key]


def beginning(name: str) -> str:
    """A name as a sentence begins with it: a plain word gets a capital, "mRNA" and "p53" stay."""
    first = name.split(" ", 1)[0]
    plain = first.replace("-", "").isalpha() and first.islower()
    return name[:1].upper() + name[1:] if plain else name


_ALWAYS = r"[\\`*_\[\]<>&|~$#@]"
_SOMETIMES = r"(?<=www)\.|(?<=WWW)\.|:(?=\S)|(?<==)=|=(?==)|(?<=\+)\+|\+(?=\+)|(?<=\^)\^|\^(?=\S)"
"""What is markup only beside something: addresses that become links, names of emoji, doubled signs, notes."""


def escaped(text: str) -> str:
    """Text as one line of Markdown that shows exactly these words, wherever in a line it is put after others."""
    flat = _line(text)
    flat = re.sub(f"{_ALWAYS}|{_SOMETIMES}", lambda found: f"\\{found.group()}", flat, flags=re.IGNORECASE)
    return re.sub(r"^([-+=]|\d+(?=[.)]))", _open_line, flat)


def _open_line(found: re.Match[str]) -> str:
    """What begins a list or a rule does so no longer: a sign by a backslash, a number by one before its dot."""
    sign = found.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _line(text: str) -> str:
    """The same words on one line."""
    return " ".join(text.split())


def _fit(text: str, form: Form) -> str:
    return escaped(text) if form is Form.MARKDOWN else _line(text)


def _source_of(quotes: Sequence[Quote], origin: Origin, notes: _Notes, form: Form) -> str:
    """The numbers of its quotes, or that it has none because it is ours."""
    if quotes:
        numbers = ", ".join(str(number) for number in dict.fromkeys(map(notes.number, quotes)))
        return f" \\[{numbers}\\]" if form is Form.MARKDOWN else f" [{numbers}]"
    return f" ({NOT_IN_SOURCES})" if origin is Origin.BACKGROUND else ""
