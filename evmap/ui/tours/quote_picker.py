"""Which sentence a step shows: the one it has, and a list of all that could stand there, each with how sure it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.model import Quote
from evmap.ui.parts.blocks import Block, BlockButton, Edges, Look
from evmap.ui.parts.chip_block import ChipBlock
from evmap.ui.parts.fold import Fold
from evmap.ui.parts.pieces import SEMIBOLD, label, prose
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import chips
from evmap.ui.words.plain import ellipsis_end, showable
from evmap.workspace import Workspace
from evmap.workspace.tours import is_same

_LONGEST = 170


class QuotePicker(QWidget):
    """The quote of one step.

    Signals:
        picked(object): another quote is wanted; ``None`` for none.
    """

    picked = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, chosen: Quote | None, quotes: Sequence[Quote]) -> None:
        super().__init__()
        self._theme, self._chosen, self._quotes = theme, chosen, tuple(quotes)
        self._of: dict[BlockButton, Quote] = {}
        self.setObjectName("tour-quote")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if chosen is not None:
            layout.addWidget(QuoteCard(workspace, theme, chosen, surroundings=False))
        else:
            layout.addWidget(label([prose(theme, "No sentence: the step only looks at the map", 14, "muted")]))
        self.fold: Fold | None = None
        if self._quotes or chosen is not None:
            words = f"Choose another · {len(self._quotes)}" if chosen else f"Choose a sentence · {len(self._quotes)}"
            blocks = [prose(theme, words, 13, "accent", weight=SEMIBOLD)]
            self.fold = Fold(theme, words, blocks, self._list)
            layout.addWidget(self.fold)

    def _list(self) -> QWidget:
        makers = [partial(self._row, quote) for quote in self._quotes]
        return Stepwise([*makers, self._none], gap=6)

    def _row(self, quote: Quote) -> QWidget:
        theme = self._theme
        is_chosen = self._chosen is not None and is_same(quote, self._chosen)
        words = showable(ellipsis_end(quote.text, _LONGEST))
        blocks: list[Block] = [TextBlock([Run(words, theme.serif(theme.px(14)), theme.colour("ink"))], leading=1.35)]
        blocks.append(ChipBlock(chips(quote), theme))
        if is_chosen:
            blocks.insert(0, prose(theme, "Shown now", 12, "accent", weight=SEMIBOLD))
        row = BlockButton(blocks, theme, look=Look.CARD, gap=5, edges=Edges(11, 8, 11, 8))
        row.setAccessibleName(quote.text)
        said = ". ".join(chip.text for chip in chips(quote))
        row.setAccessibleDescription(f"{said}. {'Shown now.' if is_chosen else 'Press Enter to show it.'}")
        row.clicked.connect(self._on_picked)
        self._of[row] = quote
        return row

    def _none(self) -> QWidget:
        row = BlockButton(
            [prose(self._theme, "No sentence", 14)], self._theme, look=Look.CARD, edges=Edges(11, 8, 11, 8)
        )
        row.clicked.connect(self._on_picked)
        return row

    def _on_picked(self) -> None:
        row = self.sender()
        self.picked.emit(self._of.get(row) if isinstance(row, BlockButton) else None)
