"""The rows of the outline: groups, concepts, links as sentences, passages. What a row holds is made when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from evmap.graph.sureness import sureness
from evmap.model import Concept, Kind, Link, Origin, Quote
from evmap.reading.texts import fold
from evmap.ui.words.names import KIND_MANY, LINK_SURENESS, NOT_IN_SOURCES, chips, count, kind_words
from evmap.workspace import Workspace

MOST_WITHOUT_LETTERS = 400
"""With more concepts than this the alphabet stands in groups, a letter each."""


class Grouping(StrEnum):
    """How the outline begins."""

    KIND = "kind"
    ALPHABET = "alphabet"


class What(StrEnum):
    """What a row is."""

    GROUP = "group"
    CONCEPT = "concept"
    LINK = "link"
    PASSAGE = "passage"


class Words(Struct, frozen=True):
    """What is told of a row.

    Attributes:
        text: the row itself: a name, a sentence, a quote.
        note: a few words below or beside it, such as how sure the source is.
        name: what a screen reader calls it.
        more: what it says besides.
    """

    text: str
    note: str = ""
    name: str = ""
    more: str = ""


class Row:
    """One row. Rows know their parent, so that a model can ask for it, and make their children once.

    Attributes:
        what: what it is.
        item: the id of the concept or link that it stands for; a passage stands for what quotes it, a group for none.
        kind: the kind whose icon it shows, if it does.
        quote: the quote, of a passage.
        parent: the row above it in the tree.
        place: which of its parent's children it is.
        title: the name of a group.
        many: how many concepts a group holds.
        number: a number of its own, given by the model.
    """

    __slots__ = ("_children", "_make", "item", "kind", "many", "number", "parent", "place", "quote", "title", "what")

    def __init__(
        self,
        what: What,
        item: str,
        parent: Row | None,
        place: int,
        *,
        make: Callable[[Row], list[Row]] | None = None,
        kind: Kind | None = None,
        quote: Quote | None = None,
        title: str = "",
        many: int = 0,
    ) -> None:
        self.what, self.item, self.parent, self.place = what, item, parent, place
        self.kind, self.quote, self.title, self.many = kind, quote, title, many
        self.number = -1
        self._make = make
        self._children: list[Row] | None = None

    @property
    def has_children(self) -> bool:
        """Whether there is anything to open."""
        return self._make is not None

    @property
    def is_made(self) -> bool:
        """Whether its children have been asked for."""
        return self._children is not None

    @property
    def children(self) -> list[Row]:
        """The rows below it."""
        if self._children is None:
            self._children = self._make(self) if self._make else []
        return self._children

    @property
    def depth(self) -> int:
        """How many rows are above it in the tree."""
        return 0 if self.parent is None else self.parent.depth + 1


class Outline:
    """The tree of one map, grouped and filtered.

    Attributes:
        roots: the rows at the top.
        shown: how many concepts there are rows for.
    """

    def __init__(self, workspace: Workspace, grouping: Grouping, filter_text: str = "") -> None:
        self._workspace = workspace
        self._index = workspace.index
        self._words = tuple(fold(filter_text).split())
        self._hidden = workspace.asking.hidden if not workspace.asking.fades else ()
        concepts = [each for each in self._index.concepts.values() if self._is_kept(each)]
        self.shown = len(concepts)
        self._homes: dict[str, tuple[Row | None, int]] = {}
        self.roots = self._by_kind(concepts) if grouping is Grouping.KIND else self._by_letter(concepts)

    def concept_row(self, concept: str) -> Row | None:
        """The row of a concept; ``None`` if the filter leaves it out."""
        if concept not in self._homes:
            return None
        parent, place = self._homes[concept]
        return (parent.children if parent is not None else self.roots)[place]

    def link_row(self, link: str, beside: str | None = None) -> Row | None:
        """The row of a link: below one of its ends if that is asked for, else below its subject, else its object."""
        ends = self._index.links[link].subject, self._index.links[link].object
        for end in (*((beside,) if beside in ends else ()), *ends):
            row = self.concept_row(end) if end else None
            if row is not None:
                return next((child for child in row.children if child.item == link), None)
        return None

    def words(self, row: Row) -> Words:
        """What is told of a row."""
        if row.what is What.GROUP:
            return Words(*self.brief(row), f"{row.title}, {count(row.many, 'concept')}")
        if row.quote is not None:
            return self._passage_words(row.quote)
        if row.what is What.CONCEPT:
            return self._concept_words(self._index.concepts[row.item], *self.brief(row))
        return self._link_words(self._index.links[row.item])

    def brief(self, row: Row) -> tuple[str, str]:
        """The name of a group or concept and the note beside it: what is measured for every row, quickly."""
        if row.what is What.GROUP:
            return row.title, str(row.many)
        concept = self._index.concepts[row.item]
        links = count(self._index.degree(concept.id), "link")
        return concept.name, links if concept.origin is Origin.SOURCE else f"{links} · {NOT_IN_SOURCES.lower()}"

    def is_pale(self, row: Row) -> bool:
        """Whether filters let a row fade."""
        return self._workspace.asking.fades and bool(row.item) and row.item in self._workspace.asking.hidden

    # How rows are made.

    def _is_kept(self, concept: Concept) -> bool:
        if concept.id in self._hidden:
            return False
        return not self._words or self._tells(concept)

    def _tells(self, concept: Concept) -> bool:
        """Whether every word of the filter is in the names of a concept, or all are in one of its sentences."""
        if self._has_all(" ".join((concept.name, *concept.aliases))):
            return True
        return any(self._has_all(self._index.sentence(link)) for link in self._index.links_of(concept.id))

    def _has_all(self, text: str) -> bool:
        folded = fold(text)
        return all(word in folded for word in self._words)

    def _by_kind(self, concepts: Sequence[Concept]) -> list[Row]:
        groups: dict[Kind, list[Concept]] = {kind: [] for kind in Kind}
        for concept in sorted(concepts, key=_by_name):
            groups[concept.kind].append(concept)
        return self._groups((KIND_MANY[kind], kind, members) for kind, members in groups.items() if members)

    def _by_letter(self, concepts: Sequence[Concept]) -> list[Row]:
        ordered = sorted(concepts, key=_by_name)
        if len(ordered) <= MOST_WITHOUT_LETTERS:
            self._homes = {concept.id: (None, place) for place, concept in enumerate(ordered)}
            return [self._concept(concept, None, place) for place, concept in enumerate(ordered)]
        groups: dict[str, list[Concept]] = {}
        for concept in ordered:
            letter = concept.name[:1].upper()
            groups.setdefault(letter if letter.isalpha() else "#", []).append(concept)
        return self._groups((letter, None, members) for letter, members in groups.items())

    def _groups(self, groups: Iterator[tuple[str, Kind | None, list[Concept]]]) -> list[Row]:
        roots = []
        for place, (title, kind, members) in enumerate(groups):

            def make(group: Row, members: list[Concept] = members) -> list[Row]:
                return [self._concept(concept, group, at) for at, concept in enumerate(members)]

            row = Row(What.GROUP, "", None, place, make=make, kind=kind, title=title, many=len(members))
            roots.append(row)
            self._homes.update({concept.id: (row, at) for at, concept in enumerate(members)})
        return roots

    def _concept(self, concept: Concept, parent: Row | None, place: int) -> Row:
        below = bool(concept.quotes or self._index.degree(concept.id))
        make = self._below_concept if below else None
        return Row(What.CONCEPT, concept.id, parent, place, make=make, kind=concept.kind)

    def _below_concept(self, row: Row) -> list[Row]:
        """The links of a concept, and the passages that speak of it without making a link."""
        links = [link for link in self._index.links_of(row.item) if link.id not in self._hidden]
        rows = [
            Row(What.LINK, link.id, row, at, make=self._below_link if link.quotes else None)
            for at, link in enumerate(links)
        ]
        told = {(quote.source, quote.spans) for link in links for quote in link.quotes}
        own = [q for q in self._index.concepts[row.item].quotes if (q.source, q.spans) not in told]
        return rows + [Row(What.PASSAGE, row.item, row, len(rows) + at, quote=quote) for at, quote in enumerate(own)]

    def _below_link(self, row: Row) -> list[Row]:
        quotes = self._index.links[row.item].quotes
        return [Row(What.PASSAGE, row.item, row, at, quote=quote) for at, quote in enumerate(quotes)]

    # What is told of them.

    def _concept_words(self, concept: Concept, name: str, note: str) -> Words:
        kind = kind_words(concept.kind, concept.origin).lower()
        links = count(self._index.degree(concept.id), "link")
        also = f"Also in the text: {', '.join(concept.aliases)}." if concept.aliases else ""
        more = " ".join(part for part in (concept.summary, also) if part)
        return Words(name, note, f"{name}, {kind}, {links}", more)

    def _link_words(self, link: Link) -> Words:
        sentence = self._index.sentence(link)
        sure = LINK_SURENESS[sureness(link)]
        passages = count(len(link.quotes), "passage") if link.quotes else ""
        note = " · ".join(part for part in (sure, passages) if part)
        more = " ".join(f"{part.rstrip('.')}." for part in (sure, passages, link.note) if part)
        return Words(sentence, note, sentence, more)

    def _passage_words(self, quote: Quote) -> Words:
        chosen = [chip.text for chip in chips(quote)]
        place = self._workspace.citing.place(quote).full
        quoted = f"“{quote.text}”"
        more = f"{'. '.join(chosen)}. {place}. Press Enter to open the article here."
        return Words(quoted, " · ".join((*chosen, place)), quoted, more)


def _by_name(concept: Concept) -> tuple[str, str]:
    return fold(concept.name), concept.id
