"""The detail panel for one concept: what it is, its passages, its links, and where else it is mentioned."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Concept, Link, Origin
from evmap.ui.panels.details.ladder import evidence
from evmap.ui.panels.details.mentions import mention_parts
from evmap.ui.panels.details.passages import QuotedPassage, passages_of
from evmap.ui.panels.details.tabs import jump_room
from evmap.ui.parts.blocks import Block, Edges
from evmap.ui.parts.page import Page, Section
from evmap.ui.parts.pieces import BOLD, KindChip, column, heading, label, link_row, prose
from evmap.ui.parts.quotes import QuoteCard, concept_marking
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.parts.tension_card import tension_card
from evmap.ui.theme import Theme
from evmap.ui.words.names import count
from evmap.ui.words.plain import closed
from evmap.workspace import Workspace


def concept_page(workspace: Workspace, theme: Theme, concept: Concept) -> Page:
    """Build the page of a concept."""
    widget, layout = column(gap=8)
    layout.addWidget(_head(theme, concept))
    quotes = (*concept.quotes, *(quote for link in workspace.index.links_of(concept.id) for quote in link.quotes))
    if quotes:
        layout.addWidget(evidence(workspace, theme, quotes))
    room = jump_room(theme)
    layout.addWidget(room)
    passages = _passages_of(workspace, concept)
    cards = Stepwise(_makers(workspace, theme, concept, passages), gap=8)
    sections = [Section("Passages", len(passages), cards)] if passages else []
    if passages:
        layout.addWidget(cards)
    sections += _links(workspace, theme, concept, layout)
    sections += _mentions(workspace, theme, concept, passages, layout)
    layout.addStretch(1)
    return Page(widget, concept.name, tuple(sections), room, cards.finish)


def _head(theme: Theme, concept: Concept) -> QWidget:
    blocks: list[Block] = [KindChip(theme, concept.kind, concept.origin), prose(theme, concept.name, 24, weight=BOLD)]
    if concept.aliases:
        others = ", ".join(f"“{closed(alias)}”" for alias in concept.aliases)
        blocks.append(prose(theme, f"Also in the text: {others}", 13, "muted"))
    if concept.summary:
        blocks.append(prose(theme, concept.summary))
    if concept.origin is Origin.BACKGROUND:
        blocks.append(
            prose(
                theme, "Neither article says this. It is here because the map would fall apart without it.", 13, "muted"
            )
        )
    return label(blocks, gap=7, edges=Edges(0, 0, 0, 2))


def _passages_of(workspace: Workspace, concept: Concept) -> tuple[QuotedPassage, ...]:
    quotes = [quote for link in workspace.index.links_of(concept.id) for quote in link.quotes]
    return passages_of(concept, quotes, workspace.index.sources, cache(workspace.articles.if_readable))


def _makers(
    workspace: Workspace, theme: Theme, concept: Concept, passages: tuple[QuotedPassage, ...]
) -> list[Callable[[], QWidget]]:
    """Its own passages, what to read with care in them, then those of its links: a hub has dozens of these."""
    own = [each for each in passages if each.is_own]
    makers: list[Callable[[], QWidget]] = [partial(_card, workspace, theme, concept, each) for each in own]
    makers += [partial(tension_card, workspace, theme, each) for each in workspace.index.tensions_of(concept)]
    return makers + [partial(_card, workspace, theme, concept, each) for each in passages if not each.is_own]


def _card(workspace: Workspace, theme: Theme, concept: Concept, passage: QuotedPassage) -> QWidget:
    marking = concept_marking(workspace, theme, concept, passage.quote)
    return QuoteCard(workspace, theme, passage.quote, marking, judged=passage.judged)


def _links(workspace: Workspace, theme: Theme, concept: Concept, layout: QVBoxLayout) -> list[Section]:
    links = workspace.index.links_of(concept.id)
    if not links:
        return []
    top = heading(theme, "Links as sentences")
    layout.addWidget(top)
    outward = [link for link in links if link.subject == concept.id]
    inward = [link for link in links if link.subject != concept.id]
    for part in (outward, inward):
        layout.addLayout(_rows(workspace, theme, part))
    return [Section("Links", len(links), top)]


def _rows(workspace: Workspace, theme: Theme, links: list[Link]) -> QVBoxLayout:
    rows = QVBoxLayout()
    rows.setSpacing(0)
    for link in links:
        rows.addWidget(link_row(workspace, theme, link))
    return rows


def _mentions(
    workspace: Workspace, theme: Theme, concept: Concept, shown: tuple[QuotedPassage, ...], layout: QVBoxLayout
) -> list[Section]:
    number, parts = mention_parts(workspace, theme, concept, [passage.quote for passage in shown])
    if not number:
        return []
    top = heading(theme, "Also mentioned in")
    top.setToolTip(f"{count(number, 'place')} beyond the passages above")
    layout.addWidget(top)
    for part in parts:
        layout.addWidget(part)
    return [Section("Mentions", number, top)]
