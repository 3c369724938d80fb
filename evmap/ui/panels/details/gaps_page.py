"""The page "Not in the sources": what is ours on this map, what the articles leave open, and what their files lack."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Certainty, Nature, Origin, Quote, Stage
from evmap.ui.panels.details.once import said_once
from evmap.ui.panels.details.passages import QuotedPassage, passages_from
from evmap.ui.panels.details.touched import touching_card
from evmap.ui.parts.fold import Fold
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import BOLD, SEMIBOLD, column, concept_row, heading, label, link_row, prose
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.theme import Theme
from evmap.ui.words.names import NOT_IN_SOURCES, count
from evmap.workspace import Topic, Workspace


def open_passages(workspace: Workspace) -> tuple[QuotedPassage, ...]:
    """The passages that ask, or that speak of what is still to come, in the order of the articles."""
    return _passages(workspace, lambda quote: quote.certainty is Certainty.OPEN)


def untested_passages(workspace: Workspace) -> tuple[QuotedPassage, ...]:
    """The passages that claim what was not yet tested in humans, in the order of the articles."""
    return _passages(workspace, lambda quote: quote.stage is Stage.HUMANS_NOT_YET and quote.nature is Nature.CLAIM)


@said_once
def gaps_words(workspace: Workspace) -> str:
    """How much on the map is ours, and how much the articles leave open."""
    links = sum(link.origin is Origin.BACKGROUND for link in workspace.map.links)
    concepts = sum(concept.origin is Origin.BACKGROUND for concept in workspace.map.concepts)
    ours = " and ".join(count(number, what) for number, what in ((links, "link"), (concepts, "concept")) if number)
    asked = count(len(open_passages(workspace)), "passage")
    return f"{ours or 'Nothing'} of ours on this map, and {asked} in which the articles leave something open."


def gaps_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page."""
    widget, layout = column(gap=8)
    told = prose(theme, gaps_words(workspace), 14, "muted")
    layout.addWidget(label([prose(theme, NOT_IN_SOURCES, 24, weight=BOLD), told], gap=7))
    _add_ours(workspace, theme, layout)
    asked, untested = open_passages(workspace), untested_passages(workspace)
    if asked or untested:
        layout.addWidget(heading(theme, "What the articles leave open"))
    if asked:
        title = "They ask, or look ahead"
        layout.addWidget(_fold(workspace, theme, title, asked, "A question, or something that is still to come."))
    if untested:
        title = "Not yet in humans"
        layout.addWidget(_fold(workspace, theme, title, untested, "Said of what no person was treated with yet."))
    _add_lacks(workspace, theme, layout)
    layout.addStretch(1)
    return Page(widget, NOT_IN_SOURCES)


def _passages(workspace: Workspace, is_meant: Callable[[Quote], bool]) -> tuple[QuotedPassage, ...]:
    quotes = [each.quote for each in workspace.quoting.all if is_meant(each.quote)]
    return passages_from(quotes, workspace.index.sources, cache(workspace.articles.if_readable))


def _add_ours(workspace: Workspace, theme: Theme, layout: QVBoxLayout) -> None:
    concepts = [each for each in workspace.map.concepts if each.origin is Origin.BACKGROUND]
    links = [each for each in workspace.map.links if each.origin is Origin.BACKGROUND]
    layout.addWidget(heading(theme, "Ours, in no article"))
    if not concepts and not links:
        layout.addWidget(label([prose(theme, "Nothing: every concept and every link has its sentence.", 14)]))
    for concept in concepts:
        layout.addWidget(concept_row(workspace, theme, concept))
    for link in links:
        layout.addWidget(link_row(workspace, theme, link))
        if link.note:
            layout.addWidget(label([prose(theme, link.note, 14, "muted")]))


def _fold(workspace: Workspace, theme: Theme, name: str, passages: tuple[QuotedPassage, ...], what: str) -> Fold:
    def make() -> QWidget:
        return Stepwise([partial(touching_card, workspace, theme, each, Topic.GAPS) for each in passages], gap=8)

    title = f"{name} · {len(passages)}"
    return Fold(theme, title, [prose(theme, title, 15, weight=SEMIBOLD), prose(theme, what, 14, "muted")], make)


def _add_lacks(workspace: Workspace, theme: Theme, layout: QVBoxLayout) -> None:
    untitled = [source.title for source in workspace.map.sources if source.untitled]
    if untitled:
        layout.addWidget(heading(theme, "What the files do not hold"))
    for title in untitled:
        told = f"A headline: “{title}” is our description of an article whose file begins with its first sentence."
        layout.addWidget(label([prose(theme, told, 14)]))
