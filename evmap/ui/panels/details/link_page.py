"""The detail panel for one link: its sentence, how sure the sources are, and the quotes that say so."""

from PySide6.QtWidgets import QWidget

from evmap.graph.sureness import Sureness, sureness
from evmap.model import Link
from evmap.ui.panels.details.ladder import evidence
from evmap.ui.parts.blocks import Block, Edges
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import SampleRow, column, concept_row, heading, label, prose, sentence_block
from evmap.ui.parts.quotes import QuoteCard, link_marking
from evmap.ui.parts.tension_card import tension_card
from evmap.ui.theme import Theme
from evmap.ui.words.names import LINK_SURENESS, count
from evmap.workspace import Workspace


def link_page(workspace: Workspace, theme: Theme, link: Link) -> Page:
    """Build the page of a link."""
    widget, layout = column(gap=8)
    layout.addWidget(_head(workspace, theme, link))
    if link.quotes:
        layout.addWidget(evidence(workspace, theme, link.quotes))
    parts: list[QWidget] = [
        QuoteCard(workspace, theme, quote, link_marking(workspace, theme, link, quote)) for quote in link.quotes
    ]
    if parts:
        parts.insert(
            0, heading(theme, "Where the text says so" if len(parts) == 1 else f"Where the texts say so · {len(parts)}")
        )
    parts += [tension_card(workspace, theme, tension) for tension in workspace.index.tensions_of(link)]
    parts.append(heading(theme, "It joins"))
    ends = dict.fromkeys((link.subject, link.object))
    parts += [concept_row(workspace, theme, workspace.index.concepts[end]) for end in ends]
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    return Page(widget, workspace.index.sentence(link))


def _head(workspace: Workspace, theme: Theme, link: Link) -> QWidget:
    blocks: list[Block] = [sentence_block(workspace, theme, link, 21)]
    blocks.append(SampleRow(theme, link, prose(theme, _sure_words(link), 14, "muted")))
    if link.note:
        blocks.append(prose(theme, link.note, 14))
    return label(blocks, gap=9, edges=Edges(0, 2, 0, 2))


def _sure_words(link: Link) -> str:
    sure = sureness(link)
    if sure is Sureness.BACKGROUND:
        return f"{LINK_SURENESS[sure]}: our own knowledge, no article says it"
    articles = len({quote.source for quote in link.quotes})
    return f"{LINK_SURENESS[sure]} · {count(len(link.quotes), 'passage')} in {count(articles, 'article')}"
