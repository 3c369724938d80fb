"""The page "Read with care": sentences that pull apart, and wording at which a careful reader stops."""

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Flag
from evmap.ui.panels.blocks import Edges
from evmap.ui.panels.page import Page, Section
from evmap.ui.panels.passages import QuotedPassage, passages_from
from evmap.ui.panels.pieces import BOLD, column, heading, label, prose
from evmap.ui.panels.quotes import QuoteCard
from evmap.ui.panels.stepwise import Stepwise
from evmap.ui.panels.tabs import jump_room
from evmap.ui.panels.tension_card import tension_card
from evmap.ui.panels.words import FLAGS, count
from evmap.ui.theme import Theme
from evmap.workspace import Topic, Workspace

WHY = {
    Flag.EXAGGERATION: "Would the same facts bear smaller words?",
    Flag.UNIVERSAL: "All, only, never: was every case looked at?",
    Flag.OPINION: "Somebody’s hope or judgement, not a finding.",
    Flag.FIGURATIVE: "Meant as a picture: what does it leave out?",
}
"""What a careful reader asks of each kind of wording."""

Maker = Callable[[], QWidget]


def flagged(workspace: Workspace) -> dict[Flag, tuple[QuotedPassage, ...]]:
    """The passages of each kind of wording in the order of the articles; kinds that no passage has are left out."""
    quotes = [each.quote for each in workspace.quoting.all]
    find = cache(workspace.article_if_readable)
    by_flag = {flag: [quote for quote in quotes if flag in quote.flags] for flag in Flag}
    return {flag: passages_from(some, workspace.index.sources, find) for flag, some in by_flag.items() if some}


def care_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page."""
    widget, layout = column(gap=8)
    wording = flagged(workspace)
    places = len({passage.quote.spans for passages in wording.values() for passage in passages})
    layout.addWidget(_head(theme, len(workspace.map.tensions), places))
    room = jump_room(theme)
    layout.addWidget(room)
    lists: list[Stepwise] = []
    sections: list[Section] = []
    if workspace.map.tensions:
        top = heading(theme, "Sentences that pull apart")
        sections.append(Section("Tensions", len(workspace.map.tensions), top))
        lists.append(
            _add(layout, top, [partial(tension_card, workspace, theme, each) for each in workspace.map.tensions])
        )
    for flag, passages in wording.items():
        top = heading(theme, f"{FLAGS[flag]} · {len(passages)}")
        lists.append(_add(layout, top, [partial(_card, workspace, theme, each) for each in passages], WHY[flag], theme))
        if len(sections) < 2:
            sections.append(Section("Wording", places, top))
    layout.addStretch(1)

    def finish() -> None:
        for each in lists:
            each.finish()

    return Page(widget, "Read with care", tuple(sections), room, finish)


def _head(theme: Theme, tensions: int, places: int) -> QWidget:
    if not tensions and not places:
        told = "No wording on this map is marked, and no sentences pull apart."
    else:
        told = (
            f"{count(tensions, 'pair')} of sentences that pull apart, and {count(places, 'passage')} to look at twice."
        )
    return label([prose(theme, "Read with care", 24, weight=BOLD), prose(theme, told, 14, "muted")], gap=7)


def _add(layout: QVBoxLayout, top: QWidget, makers: list[Maker], why: str = "", theme: Theme | None = None) -> Stepwise:
    cards = Stepwise(makers, gap=8)
    layout.addWidget(top)
    if theme:
        layout.addWidget(label([prose(theme, why, 14)], edges=Edges(0, 0, 0, 2)))
    layout.addWidget(cards)
    return cards


def _card(workspace: Workspace, theme: Theme, passage: QuotedPassage) -> QWidget:
    card = QuoteCard(workspace, theme, passage.quote, judged=passage.judged)
    card.clicked.connect(partial(show_touched, workspace, passage, Topic.CARE))
    return card


def show_touched(workspace: Workspace, passage: QuotedPassage, topic: Topic) -> None:
    """Light on the map what a passage is quoted for; the page stays."""
    concepts, links = workspace.quoting.touched(passage.quote.source, passage.quote.spans)
    workspace.select(concepts, links, topic=topic)
