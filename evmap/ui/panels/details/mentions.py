"""Where a concept is mentioned beyond its passages: per article the paragraphs, each a button that opens it there."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtWidgets import QWidget

from evmap.model import Concept, Quote, Span
from evmap.ui.parts.blocks import BlockButton, Edges, Look
from evmap.ui.parts.flow import Flow
from evmap.ui.parts.pieces import label, prose
from evmap.ui.theme import Theme
from evmap.ui.words.plain import tip
from evmap.workspace import Workspace


def other_mentions(workspace: Workspace, concept: Concept, quotes: Sequence[Quote]) -> dict[str, list[Span]]:
    """By source, the mentions that no passage on the page already shows."""
    found: dict[str, list[Span]] = {}
    shown = {(quote.source, span) for quote in quotes for span in quote.spans}
    for source in workspace.map.sources:
        if workspace.articles.if_readable(source.id) is None:
            continue
        spans = [span for name, span in shown if name == source.id]
        for mention in workspace.articles.mentions(source.id):
            place = (mention.start, mention.end)
            if mention.concept == concept.id and not any(a <= place[0] < b for a, b in spans):
                found.setdefault(source.id, []).append(place)
    return found


def mention_parts(
    workspace: Workspace, theme: Theme, concept: Concept, quotes: Sequence[Quote]
) -> tuple[int, list[QWidget]]:
    """How many mentions there are beyond these quotes, and for each article its title and its paragraphs."""
    parts: list[QWidget] = []
    found = other_mentions(workspace, concept, quotes)
    for source, spans in found.items():
        parts.append(label([prose(theme, workspace.index.sources[source].title, 13, "muted")], edges=Edges(0, 2, 0, 0)))
        flow = Flow(gap=6)
        for number, group in groupby(spans, key=lambda span: _paragraph(workspace, source, span)):
            flow.add(_button(workspace, theme, source, number, tuple(group)))
        parts.append(flow)
    return sum(len(spans) for spans in found.values()), parts


def _paragraph(workspace: Workspace, source: str, span: Span) -> int:
    """The paragraph's number; for a heading, which has none, a negative one of its own."""
    passage = workspace.articles.article(source).passage_at(span[0])
    return (passage.paragraph or -1 - passage.start) if passage else 0


def _button(workspace: Workspace, theme: Theme, source: str, number: int, spans: tuple[Span, ...]) -> BlockButton:
    times = f" × {len(spans)}" if len(spans) > 1 else ""
    text = (f"¶ {number}" if number > 0 else "Heading") + times
    button = BlockButton([prose(theme, text, 13)], theme, look=Look.PILL, edges=Edges(10, 3, 10, 3))
    sentence = _sentence(workspace, source, spans[0][0])
    button.setAccessibleName(f"Paragraph {number}" if number > 0 else "Heading")
    button.setAccessibleDescription(sentence)
    button.setToolTip(tip(sentence))
    button.clicked.connect(lambda: workspace.read(source, spans))
    return button


def _sentence(workspace: Workspace, source: str, offset: int) -> str:
    article = workspace.articles.article(source)
    passage = article.passage_at(offset)
    return article.text[passage.start : passage.end] if passage else ""
