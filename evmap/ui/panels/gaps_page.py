"""The page "Not in the sources": what is ours on this map, and what the articles themselves leave open."""

from functools import cache, partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Certainty, Origin
from evmap.ui.panels.care_page import show_touched
from evmap.ui.panels.page import Page, Section
from evmap.ui.panels.passages import QuotedPassage, passages_from
from evmap.ui.panels.pieces import BOLD, column, concept_row, heading, label, link_row, prose
from evmap.ui.panels.quotes import QuoteCard
from evmap.ui.panels.stepwise import Stepwise
from evmap.ui.panels.tabs import jump_room
from evmap.ui.panels.words import NOT_IN_SOURCES
from evmap.ui.theme import Theme
from evmap.workspace import Topic, Workspace


def open_passages(workspace: Workspace) -> tuple[QuotedPassage, ...]:
    """The passages that ask, or that speak of what is still to come, in the order of the articles."""
    quotes = [each.quote for each in workspace.quoting.all if each.quote.certainty is Certainty.OPEN]
    return passages_from(quotes, workspace.index.sources, cache(workspace.article_if_readable))


def gaps_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page."""
    widget, layout = column(gap=8)
    told = "What no article says is marked on the map with a grey line and an open arrowhead."
    layout.addWidget(label([prose(theme, NOT_IN_SOURCES, 24, weight=BOLD), prose(theme, told, 14, "muted")], gap=7))
    room = jump_room(theme)
    layout.addWidget(room)
    sections = [_ours(workspace, theme, layout)]
    asked = open_passages(workspace)
    cards = Stepwise([partial(_card, workspace, theme, each) for each in asked], gap=8)
    if asked:
        top = heading(theme, "What the articles leave open")
        layout.addWidget(top)
        layout.addWidget(cards)
        sections.append(Section("Left open", len(asked), top))
    layout.addStretch(1)
    return Page(widget, NOT_IN_SOURCES, tuple(sections), room, cards.finish)


def _ours(workspace: Workspace, theme: Theme, layout: QVBoxLayout) -> Section:
    concepts = [each for each in workspace.map.concepts if each.origin is Origin.BACKGROUND]
    links = [each for each in workspace.map.links if each.origin is Origin.BACKGROUND]
    top = heading(theme, "Ours, in no article")
    layout.addWidget(top)
    if not concepts and not links:
        layout.addWidget(label([prose(theme, "Nothing: every concept and every link has its sentence.", 14)]))
    for concept in concepts:
        layout.addWidget(concept_row(workspace, theme, concept))
    for link in links:
        layout.addWidget(link_row(workspace, theme, link))
        if link.note:
            layout.addWidget(label([prose(theme, link.note, 14, "muted")]))
    return Section("Ours", len(concepts) + len(links), top)


def _card(workspace: Workspace, theme: Theme, passage: QuotedPassage) -> QWidget:
    card = QuoteCard(workspace, theme, passage.quote, judged=passage.judged)
    card.clicked.connect(partial(show_touched, workspace, passage, Topic.GAPS))
    return card
