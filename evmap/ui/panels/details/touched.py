"""Cards that light on the map what their passage is quoted for, when pointed at or clicked, on a page that stays."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from evmap.model import Quote
from evmap.ui.panels.details.passages import QuotedPassage
from evmap.ui.parts.pointing import light_when_pointed, touched_by
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.theme import Theme
from evmap.workspace import Topic, Workspace


def show_touched(workspace: Workspace, quotes: Iterable[Quote], topic: Topic) -> None:
    """Choose on the map what these passages are quoted for, and light nothing else of the same concepts."""
    light = touched_by(workspace, quotes)
    workspace.select(light.concepts, light.links, topic=topic, alone=True)


def touching_card(workspace: Workspace, theme: Theme, passage: QuotedPassage, topic: Topic) -> QWidget:
    """A passage that lights what it touches; a click opens the article there too."""
    opens = partial(_open, workspace, passage.quote, passage.judged, topic)
    card = QuoteCard(workspace, theme, passage.quote, judged=passage.judged, opens=opens)
    light_when_pointed(card, workspace, partial(touched_by, workspace, passage.judged))
    return card


def touching_quote(workspace: Workspace, theme: Theme, quote: Quote, topic: Topic) -> QWidget:
    """The same for one quote, without what stands around it."""
    opens = partial(_open, workspace, quote, (quote,), topic)
    card = QuoteCard(workspace, theme, quote, surroundings=False, opens=opens)
    light_when_pointed(card, workspace, partial(touched_by, workspace, (quote,)))
    return card


def _open(workspace: Workspace, quote: Quote, judged: Sequence[Quote], topic: Topic) -> None:
    with workspace.history.step():
        workspace.read_quote(quote)
        show_touched(workspace, judged, topic)
