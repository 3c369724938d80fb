"""A quote as a card: the words in their surroundings, its marks, what to know about it, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QFont
from PySide6.QtWidgets import QWidget

from evmap.graph.coverage import merged
from evmap.model import Concept, Link, Quote, Span
from evmap.ui.parts.blocks import Block, BlockButton
from evmap.ui.parts.chip_block import ChipBlock, PlaceBlock
from evmap.ui.parts.excerpt import Excerpt, excerpt, plain_excerpt
from evmap.ui.parts.text_block import Mark, Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import chips_of, hedge_words, other_cues
from evmap.ui.words.plain import tip
from evmap.workspace import Workspace

QUOTE_PX = 16


class Marking(Struct, frozen=True):
    """Spans of the source and the soft colour behind them."""

    spans: tuple[Span, ...]
    colour: QColor


def excerpt_of(workspace: Workspace, quote: Quote) -> Excerpt:
    """The quote in its surroundings as far as the article can be read."""
    article = workspace.articles.if_readable(quote.source)
    return excerpt(article, quote) if article else plain_excerpt(quote)


def mentions_in(workspace: Workspace, quote: Quote, concept_id: str) -> tuple[Span, ...]:
    """Where a quote names a concept."""
    if workspace.articles.if_readable(quote.source) is None:
        return ()
    return tuple(
        (mention.start, mention.end)
        for mention in workspace.articles.mentions(quote.source)
        if mention.concept == concept_id
        and any(start <= mention.start and mention.end <= end for start, end in quote.spans)
    )


def concept_marking(workspace: Workspace, theme: Theme, concept: Concept, quote: Quote) -> tuple[Marking, ...]:
    """A concept's own mentions in its kind's soft colour.

    By name or alias; and where a link of the concept quotes the same words, what its author marked as the concept:
    that may be any wording, even "they".
    """
    spans = merged((*mentions_in(workspace, quote, concept.id), *_marked(workspace, concept, quote)))
    return (Marking(spans, theme.colour(f"kind.{concept.kind}.fill")),)


def _marked(workspace: Workspace, concept: Concept, quote: Quote) -> Iterator[Span]:
    for link in workspace.index.links_of(concept.id):
        for other in link.quotes:
            if other.source == quote.source and other.marks:
                ends = ((link.subject, other.marks.subject), (link.object, other.marks.object))
                yield from (
                    span
                    for end, span in ends
                    if end == concept.id and span and any(a <= span[0] and span[1] <= b for a, b in quote.spans)
                )


def link_marking(workspace: Workspace, theme: Theme, link: Link, quote: Quote) -> tuple[Marking, ...]:
    """Subject, phrase and object where the author marked them; ends that are not marked are looked up by name."""
    marks = quote.marks
    subject = (marks.subject,) if marks and marks.subject else mentions_in(workspace, quote, link.subject)
    thing = (marks.object,) if marks and marks.object else mentions_in(workspace, quote, link.object)
    phrase = (marks.phrase,) if marks and marks.phrase else ()
    return (
        Marking(subject, theme.colour("mark.subject")),
        Marking(phrase, theme.colour("mark.phrase")),
        Marking(thing, theme.colour("mark.object")),
    )


def quote_block(theme: Theme, shown: Excerpt, quote: Quote, markings: Sequence[Marking] = ()) -> TextBlock:
    """The words of a quote in serif, what stands around them faded, marks behind and lines under their words.

    A line in the hedge's colour is kept for what makes the sentence less sure; "found" and "in lab tests" are cues too.
    """
    runs = [
        Run(piece.text, theme.serif(theme.px(QUOTE_PX)), theme.colour("ink" if piece.start >= 0 else "muted"))
        for piece in shown.pieces
    ]
    marks = [Mark(span, each.colour) for each in markings for span in shown.places(each.spans)]
    for cues, role in ((hedge_words(quote.cues), "hedge"), (other_cues(quote.cues), "muted")):
        marks += [Mark(span, theme.colour(role), underline=True) for span in shown.cues(cues)]
    return TextBlock(runs, marks, leading=1.42)


class QuoteCard(BlockButton):
    """A quote that opens its article when it is clicked, and that can be copied.

    ``judged`` are the map's own quotes behind it, where it shows more than one of them as one passage; ``number`` is
    that of the quote where a text above refers to it. ``opens`` is done in the place of opening the article alone.
    """

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        quote: Quote,
        markings: Sequence[Marking] = (),
        *,
        judged: Sequence[Quote] = (),
        surroundings: bool = True,
        number: int | None = None,
        opens: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.quote = quote
        place = workspace.citing.place(quote)
        words = chips_of(judged or (quote,))
        shown = excerpt_of(workspace, quote) if surroundings else plain_excerpt(quote)
        blocks: list[Block] = [
            quote_block(theme, shown, quote, markings),
            ChipBlock(words, theme),
            PlaceBlock(place.title, place.short, theme),
        ]
        if number is not None:
            run = Run(f"[{number}]", theme.sans(theme.px(12), QFont.Weight.DemiBold), theme.colour("accent"))
            blocks.insert(0, TextBlock([run]))
        super().__init__(blocks, theme, gap=8, parent=parent)
        self.setAccessibleName(quote.text if number is None else f"[{number}] {quote.text}")
        said = ". ".join(chip.text for chip in words)
        self.setAccessibleDescription(f"{said}. {place.full}. Press Enter to open the article here.")
        self.setToolTip(tip(place.full))
        self.copied = partial(workspace.citing.quote, quote)
        read = opens or partial(workspace.read_quote, quote)
        self.clicked.connect(lambda: read())  # noqa: PLW0108 - holds no self; a partial would be given "checked"
        self._add_menu()

    def _add_menu(self) -> None:
        copy = QAction("Copy the quote and where it stands", self)
        copy.triggered.connect(self.copy)
        read = QAction("Open the article here", self)
        read.triggered.connect(self.click)
        self.addActions([copy, read])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
