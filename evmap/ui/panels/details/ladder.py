"""The ladder of evidence: what was said in general, of a study, in the lab, in animals, not yet in humans.

Each rung counts the passages that stand on it and unfolds them. A rung that nothing stands on is drawn empty and says
so. What is no evidence at all, an opinion or a picture, lies below the ladder.
"""

from collections.abc import Iterable, Sequence
from functools import cache, partial

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from evmap.model import Nature, Quote, Stage
from evmap.ui.panels.details.passages import QuotedPassage, passages_from
from evmap.ui.parts.blocks import Edges
from evmap.ui.parts.fold import Fold
from evmap.ui.parts.pieces import column, label, prose
from evmap.ui.parts.quotes import QuoteCard
from evmap.ui.parts.stepwise import Stepwise
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import count
from evmap.workspace import Workspace

_ABOVE = 7.0
"""The room above and below a line that folds: the rails go through it, so that the rungs make one ladder."""


class Rung(Struct, frozen=True):
    """One rung: its words, the stages that count for it, and how it is drawn."""

    words: str
    short: str
    stages: frozenset[Stage]
    is_evidence: bool = True
    is_lacking: bool = False


RUNGS = (
    Rung("Not yet in humans", "not yet in humans", frozenset((Stage.HUMANS_NOT_YET,)), is_lacking=True),
    Rung("In animals", "in animals", frozenset((Stage.ANIMALS, Stage.LAB_AND_ANIMALS))),
    Rung("In the lab", "in the lab", frozenset((Stage.LAB, Stage.LAB_AND_ANIMALS))),
    Rung("Of a study, its kind not stated", "in a study of unstated kind", frozenset((Stage.STUDY,))),
    Rung("In general, no study named", "said in general only", frozenset((Stage.GENERAL,))),
    Rung("Opinion or picture, no evidence", "opinion or picture only", frozenset((Stage.NONE,)), is_evidence=False),
)
"""From the top: what is tested most stands highest; what was tested in both counts on both rungs."""


def standing_on(rung: Rung, quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes that stand on a rung; a comparison or a picture is no evidence, whatever its sentence tells of."""
    return [quote for quote in quotes if (quote.stage if quote.nature is Nature.CLAIM else Stage.NONE) in rung.stages]


class RungMark:
    """A rung's words beside its piece of the ladder: full, empty, or broken where something is lacking."""

    def __init__(self, theme: Theme, rung: Rung, number: int) -> None:
        self.text = f"{rung.words}: {count(number, 'passage') if number else 'none'}"
        ink, muted = theme.colour("ink"), theme.colour("muted")
        size = theme.sans(theme.px(14))
        words = Run(rung.words, size, ink if number else muted)
        self._block = TextBlock([words, Run(f"  {number or 'none'}", size, muted)], leading=1.3)
        self._rung, self._number = rung, number
        self._room, self._line = theme.px(34), theme.px(16)
        self._ink = theme.colour("hedge" if rung.is_lacking else "ink" if number else "edge")
        self._rail = QPen(theme.colour("edge"), 1.6)
        self._bar = QPen(self._ink, 3.2 if number else 1.4)
        if rung.is_lacking:
            self._bar.setDashPattern([1.6, 1.2])

    def height(self, width: float) -> float:
        """As high as its words."""
        return self._block.height(width - self._room)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the piece of ladder and the words."""
        high, middle, wide = self.height(width), y + self._line * 0.6, self._room - 12.0
        if self._rung.is_evidence:
            painter.setPen(self._rail)
            for side in (x + 2, x + wide - 2):
                painter.drawLine(QPointF(side, y - _ABOVE), QPointF(side, y + high + _ABOVE + 1))
            painter.setPen(self._bar)
            painter.drawLine(QPointF(x + 2, middle), QPointF(x + wide - 2, middle))
        else:
            painter.setPen(QPen(self._ink, 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(x + wide / 2 - 4, middle - 4, 8, 8))
        self._block.paint(painter, x + self._room, y, width - self._room)


def ladder(workspace: Workspace, theme: Theme, quotes: Iterable[Quote]) -> QWidget:
    """The whole ladder of these quotes."""
    quotes = tuple(quotes)
    widget, layout = column(gap=0)
    find = cache(workspace.articles.if_readable)
    for rung in RUNGS:
        passages = passages_from(standing_on(rung, quotes), workspace.index.sources, find)
        mark = RungMark(theme, rung, len(passages))
        if passages:
            layout.addWidget(Fold(theme, mark.text, [mark], partial(_cards, workspace, theme, passages)))
        elif rung.is_evidence:
            layout.addWidget(label([mark], edges=Edges(theme.px(26), _ABOVE, 8, _ABOVE)))
    return widget


def ladder_words(quotes: Iterable[Quote]) -> str:
    """The ladder in a few words: the highest rung that anything stands on, and what the text says is lacking."""
    quotes = tuple(quotes)
    lacking = [RUNGS[0].short] if standing_on(RUNGS[0], quotes) else []
    highest = next((rung.short for rung in RUNGS[1:] if standing_on(rung, quotes)), None)
    return "; ".join([highest, *lacking] if highest else lacking)


def evidence(workspace: Workspace, theme: Theme, quotes: Sequence[Quote]) -> Fold:
    """The ladder folded into one line, for the top of a page."""
    title = f"Evidence: {ladder_words(quotes)}"
    return Fold(theme, title, [prose(theme, title, 14)], partial(ladder, workspace, theme, quotes))


def _cards(workspace: Workspace, theme: Theme, passages: tuple[QuotedPassage, ...]) -> QWidget:
    return Stepwise([partial(_card, workspace, theme, each) for each in passages], gap=8)


def _card(workspace: Workspace, theme: Theme, passage: QuotedPassage) -> QWidget:
    return QuoteCard(workspace, theme, passage.quote, judged=passage.judged)
