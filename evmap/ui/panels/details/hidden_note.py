"""What the details say first of something selected that a filter hides, and the way to see it again."""

from PySide6.QtWidgets import QWidget

from evmap.ui.parts.blocks import BlockButton, Edges, Look
from evmap.ui.parts.pieces import BOLD, column, prose
from evmap.ui.theme import Theme
from evmap.ui.words.groups import hidden_words
from evmap.ui.words.plain import tip
from evmap.workspace import Workspace


def hidden_notes(workspace: Workspace) -> tuple[str, ...]:
    """Why what is selected is not to be seen, each reason once; nothing if all of it is."""
    chosen = workspace.selection
    found = (hidden_words(workspace, item) for item in (*chosen.concepts, *chosen.links))
    return tuple(dict.fromkeys(words for words in found if words))


def hidden_note(workspace: Workspace, theme: Theme, words: tuple[str, ...]) -> QWidget:
    """A card that says so; pressing it takes away the filters that hide what is selected."""
    said = "; ".join(words)
    blocks = [prose(theme, said, 14), prose(theme, "Show it again", 13, "accent", weight=BOLD)]
    card = BlockButton(blocks, theme, look=Look.CARD, gap=3, edges=Edges(12, 8, 12, 8))
    card.setObjectName("hidden-note")
    card.setAccessibleName(f"{said}. Show it again")
    card.setToolTip(tip("Takes away the filters that hide it, and no others"))

    def show() -> None:
        chosen = workspace.selection
        workspace.asking.show(*chosen.concepts, *chosen.links)

    card.clicked.connect(show)
    holder, layout = column(gap=0)
    layout.setContentsMargins(0, 0, 0, 12)
    layout.addWidget(card)
    return holder
