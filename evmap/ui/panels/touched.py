"""Cards that also light on the map what their passage is quoted for, on a page that stays."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from evmap.model import Quote
from evmap.ui.panels.passages import QuotedPassage
from evmap.ui.panels.quotes import QuoteCard
from evmap.ui.theme import Theme
from evmap.workspace import Topic, Workspace


def show_touched(workspace: Workspace, quotes: Iterable[Quote], topic: Topic) -> None:
    """Light on the map what these passages are quoted for, and nothing else of the same concepts."""
    concepts: dict[str, None] = {}
    links: dict[str, None] = {}
    for quote in quotes:
        found = workspace.quoting.touched(quote.source, quote.spans)
        concepts.update(dict.fromkeys(found[0]))
        links.update(dict.fromkeys(found[1]))
    workspace.select(concepts, links, topic=topic, alone=True)


def touching_card(workspace: Workspace, theme: Theme, passage: QuotedPassage, topic: Topic) -> QWidget:
    """A passage whose click opens the article there and lights what it touches."""
    card = QuoteCard(workspace, theme, passage.quote, judged=passage.judged)
    card.clicked.connect(lambda: show_touched(workspace, passage.judged, topic))
    return card


def touching_quote(workspace: Workspace, theme: Theme, quote: Quote, topic: Topic) -> QWidget:
    """The same for one quote, without what stands around it."""
    card = QuoteCard(workspace, theme, quote, surroundings=False)
    card.clicked.connect(lambda: show_touched(workspace, (quote,), topic))
    return card
