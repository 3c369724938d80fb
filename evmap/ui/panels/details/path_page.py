"""The page of a path: a paragraph of one sentence for each link, what is weakest on it, and the quotes below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evmap.exchange.citing import NOT_IN_SOURCES, beginning
from evmap.graph.paths import Hop, Path
from evmap.model import Quote
from evmap.ui.parts.blocks import Block, Edges
from evmap.ui.parts.chip_block import ChipBlock
from evmap.ui.parts.flow import Flow
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import BOLD, SEMIBOLD, column, concept_row, heading, label, link_row, prose
from evmap.ui.parts.quotes import QuoteCard, link_marking
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words import paths as path_words
from evmap.ui.words.plain import closed
from evmap.workspace import PathSearch, Workspace

Numbers = dict[tuple[str, object], int]
"""The number of each quote, by its source and spans."""


def path_page(workspace: Workspace, theme: Theme) -> Page:
    """Build the page of the path that is looked at, or of what is missing for one."""
    search = workspace.following.looked_at
    if search is None:
        raise ValueError("no path is looked at")
    widget, layout = column(gap=10)
    finish: Callable[[], None] = _nothing
    layout.addWidget(_head(workspace, theme, search))
    layout.addWidget(_buttons(workspace, theme, search))
    if search.path is None:
        _add_gap(workspace, theme, search, layout)
    else:
        finish = _add_path(workspace, theme, search.path, layout)
    layout.addStretch(1)
    return Page(widget, path_words.title(workspace.index, search), finish=finish)


def _nothing() -> None:
    """There is nothing left to make."""


def _head(workspace: Workspace, theme: Theme, search: PathSearch) -> QWidget:
    blocks: list[Block] = [
        prose(theme, path_words.which(search), 13, "muted", weight=SEMIBOLD),
        prose(theme, path_words.title(workspace.index, search), 22, weight=BOLD, leading=1.2),
    ]
    if search.path is not None:
        blocks.append(ChipBlock(path_words.chips(workspace.index, search.path), theme))
    return label(blocks, gap=7)


def _buttons(workspace: Workspace, theme: Theme, search: PathSearch) -> Flow:
    following = workspace.following
    flow = Flow(6)
    several = len(search.paths) > 1
    if several:
        flow.add(_button(theme, "Previous", "The path before (Shift+N)", partial(following.turn, -1)))
        flow.add(_button(theme, "Next", "The next path (N)", partial(following.turn, 1)))
    flow.add(_button(theme, "Swap ends", "Find the way back (Shift+P)", following.swap))
    arrows = _button(
        theme,
        "Along the arrows only",
        "Follow links only as their arrows point (Shift+O)",
        partial(following.respect_arrows, not search.directed),
    )
    arrows.setCheckable(True)
    arrows.setChecked(search.directed)
    flow.add(arrows)
    if search.path is not None:
        flow.add(_button(theme, "Copy", "Copy as sentences with numbered quotes (Ctrl+Shift+C)", _copier(workspace)))
    return flow


def _button(theme: Theme, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(f"path-{text.lower().replace(' ', '-')}")  # by it the focus is found again on the next page
    button.setProperty("look", "small")
    button.setFont(theme.sans(theme.px(13), SEMIBOLD))
    button.setToolTip(tip)

    def press(_checked: bool = False) -> None:
        act()

    button.clicked.connect(press)
    return button


def _copier(workspace: Workspace) -> Callable[[], None]:
    def copy() -> None:
        from PySide6.QtGui import QGuiApplication

        search = workspace.following.looked_at
        if search is not None and search.path is not None:
            QGuiApplication.clipboard().setText(copied_path(workspace, search.path))

    return copy


def copied_path(workspace: Workspace, path: Path, *, markdown: bool = False) -> str:
    """A path to be pasted elsewhere: its paragraph, and its numbered quotes below."""
    from evmap.exchange.citing import Form
    from evmap.exchange.citing import Hop as Cited

    hops = [Cited(workspace.index.links[hop.link], not hop.against) for hop in path.hops]
    return workspace.citing.path(hops, Form.MARKDOWN if markdown else Form.PLAIN)


def _add_path(workspace: Workspace, theme: Theme, path: Path, layout: QVBoxLayout) -> Callable[[], None]:
    """The paragraph and, link by link, its quotes; what makes the rest of them at once."""
    numbers = _numbers(workspace, path)
    layout.addWidget(label([_paragraph(workspace, theme, path, numbers)], edges=Edges(0, 4, 0, 2)))
    turned = path_words.against(path)
    if turned:
        layout.addWidget(label([prose(theme, turned, 13, "muted")]))
    layout.addWidget(heading(theme, "Link by link"))
    makers: list[Callable[[], QWidget]] = []
    for hop in path.hops:
        makers.append(partial(link_row, workspace, theme, workspace.index.links[hop.link]))
        makers += [partial(_card, workspace, theme, hop, quote, numbers) for quote in _new_quotes(workspace, hop, path)]
    cards = Stepwise(makers, gap=8)
    layout.addWidget(cards)
    return cards.finish


def _paragraph(workspace: Workspace, theme: Theme, path: Path, numbers: Numbers) -> TextBlock:
    """One sentence for each link, read from its subject as the map says it, with the numbers of its quotes."""
    px = theme.px(16)
    strong, soft, plain = theme.sans(px, SEMIBOLD), theme.sans(px, italic=True), theme.sans(px)
    small, ink, muted = theme.sans(theme.px(12), SEMIBOLD), theme.colour("ink"), theme.colour("muted")
    runs: list[Run] = []
    for hop in path.hops:
        link = workspace.index.links[hop.link]
        subject, thing = workspace.index.concepts[link.subject], workspace.index.concepts[link.object]
        mine = sorted({numbers[_key(quote)] for quote in link.quotes})
        source = f"\u00a0[{', '.join(map(str, mine))}]" if mine else f" ({NOT_IN_SOURCES})"
        runs += [
            Run(closed(beginning(subject.name)), strong, ink),
            Run(f" {closed(link.phrase)} ", soft, ink),
            Run(closed(thing.name), strong, ink),
            Run(source, small, theme.colour("accent" if mine else "hedge")),
            Run(" (against the arrow). " if hop.against else ". ", plain, muted if hop.against else ink),
        ]
    return TextBlock(runs, leading=1.5)


def _numbers(workspace: Workspace, path: Path) -> Numbers:
    """The same words have one number, in the order in which the path needs them; a copied path has the same ones."""
    quotes = (quote for hop in path.hops for quote in workspace.index.links[hop.link].quotes)
    return {key: number for number, key in enumerate(dict.fromkeys(map(_key, quotes)), 1)}


def _key(quote: Quote) -> tuple[str, object]:
    return (quote.source, quote.spans)


def _new_quotes(workspace: Workspace, hop: Hop, path: Path) -> list[Quote]:
    """The quotes of a link that no earlier link of the path has."""
    before = path.hops[: path.hops.index(hop)]
    known = {_key(quote) for each in before for quote in workspace.index.links[each.link].quotes}
    return list({_key(q): q for q in workspace.index.links[hop.link].quotes if _key(q) not in known}.values())


def _card(workspace: Workspace, theme: Theme, hop: Hop, quote: Quote, numbers: Numbers) -> QWidget:
    link = workspace.index.links[hop.link]
    marking = link_marking(workspace, theme, link, quote)
    return QuoteCard(workspace, theme, quote, marking, number=numbers[_key(quote)])


def _add_gap(workspace: Workspace, theme: Theme, search: PathSearch, layout: QVBoxLayout) -> None:
    """Why there is no path, and what is missing."""
    if search.gap is None:
        return
    why, missing = path_words.gap_words(workspace.index, search, search.gap)
    layout.addWidget(label([prose(theme, why, 16), prose(theme, missing, 15, "muted")], edges=Edges(0, 4, 0, 0)))
    if search.gap.link is not None:
        layout.addWidget(link_row(workspace, theme, workspace.index.links[search.gap.link]))
    else:
        for concept in (search.gap.near, search.gap.far):
            layout.addWidget(concept_row(workspace, theme, workspace.index.concepts[concept]))
