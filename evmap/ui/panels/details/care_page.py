"""The page "Read with care": sentences that pull apart, and wording at which a careful reader stops."""

from functools import cache, partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Flag, Tension
from evmap.ui.panels.details.once import said_once
from evmap.ui.panels.details.passages import QuotedPassage, passages_from
from evmap.ui.panels.details.touched import show_touched, touching_card, touching_quote
from evmap.ui.parts.blocks import Block
from evmap.ui.parts.fold import Fold, Pair
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import BOLD, SEMIBOLD, column, heading, label, prose
from evmap.ui.parts.pointing import light_when_pointed, touched_by
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.theme import Theme
from evmap.ui.words.names import FLAGS, count
from evmap.workspace import Topic, Workspace

WHY = {
    Flag.EXAGGERATION: "Would the same facts bear smaller words?",
    Flag.UNIVERSAL: "All, only, never: was every case looked at?",
    Flag.OPINION: "Somebody’s hope or judgement, not a finding.",
    Flag.FIGURATIVE: "Meant as a picture: what does it leave out?",
}
"""What a careful reader asks of each kind of wording."""


def flagged(workspace: Workspace) -> dict[Flag, tuple[QuotedPassage, ...]]:
    """The passages of each kind of wording in the order of the articles; kinds that no passage has are left out."""
    quotes = [each.quote for each in workspace.quoting.all]
    find = cache(workspace.articles.if_readable)
    by_flag = {flag: [quote for quote in quotes if flag in quote.flags] for flag in Flag}
    return {flag: passages_from(some, workspace.index.sources, find) for flag, some in by_flag.items() if some}


@said_once
def care_words(workspace: Workspace) -> str:
    """How much there is to read with care."""
    passages = {(passage.quote.source, passage.quote.spans) for some in flagged(workspace).values() for passage in some}
    tensions = len(workspace.map.tensions)
    if not tensions and not passages:
        return "No wording on this map is marked, and no sentences pull apart."
    pairs = f"{count(tensions, 'pair')} of sentences that pull apart"
    return f"{pairs}, and {count(len(passages), 'passage')} whose wording asks for a second look."


def care_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page."""
    widget, layout = column(gap=8)
    told = prose(theme, care_words(workspace), 14, "muted")
    layout.addWidget(label([prose(theme, "Read with care", 24, weight=BOLD), told], gap=7))
    if workspace.map.tensions:
        layout.addWidget(heading(theme, "Sentences that pull apart"))
        _add(layout, [_tension(workspace, theme, each) for each in workspace.map.tensions])
    wording = flagged(workspace)
    if wording:
        layout.addWidget(heading(theme, "Wording to look at twice"))
        _add(layout, [_flag(workspace, theme, flag, passages) for flag, passages in wording.items()])
    layout.addStretch(1)
    return Page(widget, "Read with care")


def _add(layout: QVBoxLayout, folds: list[Fold]) -> None:
    rows = QVBoxLayout()
    rows.setSpacing(2)
    for fold in folds:
        rows.addWidget(fold)
    layout.addLayout(rows)


def _tension(workspace: Workspace, theme: Theme, tension: Tension) -> Fold:
    def make() -> QWidget:
        cards = [touching_quote(workspace, theme, quote, Topic.CARE) for quote in tension.quotes]
        return Pair(theme, cards[0], cards[1])

    fold = Fold(theme, tension.question, [prose(theme, tension.question, 15)], make)
    fold.opened.connect(partial(show_touched, workspace, tension.quotes, Topic.CARE))
    light_when_pointed(fold.header, workspace, partial(touched_by, workspace, tension.quotes))
    return fold


def _flag(workspace: Workspace, theme: Theme, flag: Flag, passages: tuple[QuotedPassage, ...]) -> Fold:
    def make() -> QWidget:
        return Stepwise([partial(touching_card, workspace, theme, each, Topic.CARE) for each in passages], gap=8)

    title = f"{FLAGS[flag]} · {len(passages)}"
    blocks: list[Block] = [prose(theme, title, 15, "care", weight=SEMIBOLD), prose(theme, WHY[flag], 14, "muted")]
    return Fold(theme, title, blocks, make)
