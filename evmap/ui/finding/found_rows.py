"""How results look: a concept with its kind, a link as a sentence with its line, a passage with its place."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPixmap

from evmap.graph.search.hits import Hit, HitKind
from evmap.graph.sureness import Sureness, sureness
from evmap.ui.finding.excerpts import excerpt
from evmap.ui.finding.rows import Row, RowKind
from evmap.ui.parts.blocks import Block
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.parts.pieces import heading_block
from evmap.ui.parts.text_block import Mark, Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import LINK_SURENESS, kind_words
from evmap.ui.words.plain import closed
from evmap.workspace import Workspace

_INDENT = 32
HIDDEN = " · hidden by a filter"
SEMIBOLD = QFont.Weight.DemiBold


class FoundRows:
    """Makes the rows of one answer, each when it is first shown."""

    def __init__(self, workspace: Workspace, theme: Theme, rows: list[Row], ratio: float) -> None:
        self.rows = rows
        self._workspace = workspace
        self._theme = theme
        self._ratio = ratio

    def can_be_chosen(self, row: int) -> bool:
        """Whether keys and mouse stop at a row."""
        return self.rows[row].kind.can_be_chosen

    def words(self, row: int) -> str:
        """What a row says."""
        shown = self.rows[row]
        return shown.text if shown.kind is not RowKind.HIT else hit_words(self._workspace, self._hit(shown))

    def block(self, row: int) -> Block:
        """What a row looks like."""
        shown, theme = self.rows[row], self._theme
        if shown.kind is RowKind.HEADING:
            return heading_block(theme, shown.text)
        if shown.kind is RowKind.NOTE:
            return TextBlock([Run(closed(shown.text), theme.sans(theme.px(13)), theme.colour("muted"))], leading=1.35)
        if shown.kind is RowKind.WORD:
            word = [Run(closed(shown.text), theme.sans(theme.px(15), SEMIBOLD), theme.colour("ink"))]
            return Beside(self._icon("search", "muted"), TextBlock(word), theme)
        hit = self._hit(shown)
        make = {HitKind.CONCEPT: self._concept, HitKind.LINK: self._link, HitKind.PASSAGE: self._passage}
        return make[hit.kind](hit)

    def _hit(self, row: Row) -> Hit:
        return self._workspace.finding.hit(row.at)

    def _icon(self, name: str, role: str) -> QPixmap:
        return self._theme.pixmap(name, role, self._theme.px(20), self._ratio)

    def _marks(self, hit: Hit, by: int = 0) -> list[Mark]:
        ground = self._theme.colour("mark.phrase")
        return [Mark((start + by, end + by), ground) for start, end in hit.marks]

    def _concept(self, hit: Hit) -> Block:
        theme, concept = self._theme, self._workspace.index.concepts[hit.id]
        muted, small = theme.colour("muted"), theme.sans(theme.px(13))
        runs = [Run(closed(hit.text), theme.sans(theme.px(15), SEMIBOLD), theme.colour("ink"))]
        marks = self._marks(hit)
        if hit.alias:
            opening = "  also “"
            by = len(runs[0].text) + len(opening)
            runs += [Run(opening, small, muted), Run(closed(hit.alias), small, muted), Run("”", small, muted)]
            marks += [Mark((start + by, end + by), theme.colour("mark.phrase")) for start, end in hit.alias_marks]
        runs.append(Run(f"   {kind_words(concept.kind, concept.origin)}{self._hidden(hit)}", small, muted))
        return Beside(self._icon(f"kind-{concept.kind}", f"kind.{concept.kind}"), TextBlock(runs, marks), theme)

    def _hidden(self, hit: Hit) -> str:
        return HIDDEN if self._workspace.asking.hides(hit.id) else ""

    def _link(self, hit: Hit) -> Block:
        theme, index = self._theme, self._workspace.index
        link = index.links[hit.id]
        strong, soft = theme.sans(theme.px(15)), theme.sans(theme.px(15), italic=True)
        ink, muted = theme.colour("ink"), theme.colour("muted")
        subject, thing = index.concepts[link.subject].name, index.concepts[link.object].name
        runs = [Run(subject, strong, ink), Run(f" {link.phrase} ", soft, muted), Run(thing, strong, ink)]
        if note := self._hidden(hit):
            runs.append(Run(f"  {note}", theme.sans(theme.px(13)), muted))
        return Beside(sureness(link), TextBlock(runs, self._marks(hit), leading=1.3), theme)

    def _passage(self, hit: Hit) -> Block:
        theme = self._theme
        text, spans = excerpt(hit.text, hit.marks)
        marks = [Mark(span, theme.colour("mark.phrase")) for span in spans]
        words = TextBlock([Run(text, theme.serif(theme.px(15)), theme.colour("ink"))], marks, leading=1.3)
        where = TextBlock([Run(self._where(hit), theme.sans(theme.px(12)), theme.colour("muted"))])
        return Beside(self._icon("quote", "muted"), Below(words, where), theme)

    def _where(self, hit: Hit) -> str:
        return place_words(self._workspace, hit)


def place_words(workspace: Workspace, hit: Hit) -> str:
    """Where a passage stands: article and paragraph."""
    title = closed(workspace.index.sources[hit.id].title)
    return f"{title} · ¶ {hit.paragraph}" if hit.paragraph else f"{title} · heading"


def hit_words(workspace: Workspace, hit: Hit) -> str:
    """What a screen reader says of a hit."""
    hidden = HIDDEN if workspace.asking.hides(hit.id) else ""
    if hit.kind is HitKind.CONCEPT:
        concept = workspace.index.concepts[hit.id]
        also = f", also “{hit.alias}”" if hit.alias else ""
        return f"{hit.text}{also}, {kind_words(concept.kind, concept.origin)}{hidden}"
    if hit.kind is HitKind.LINK:
        return f"{hit.text}. {LINK_SURENESS[sureness(workspace.index.links[hit.id])]}{hidden}"
    return f"{excerpt(hit.text, hit.marks)[0]} {place_words(workspace, hit)}"


class Beside:
    """A text with an icon or a line sample at its left."""

    def __init__(self, sign: QPixmap | Sureness, block: Block, theme: Theme) -> None:
        self.text = block.text
        self._indent, self._line = theme.px(_INDENT), QSizeF(theme.px(22), theme.px(12))
        self._sign = sign
        self._block = block
        self._theme = theme

    def height(self, width: float) -> float:
        """As high as the text."""
        return max(self._block.height(width - self._indent), float(self._theme.px(20)))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the sign beside the first line, and the text."""
        if isinstance(self._sign, QPixmap):
            painter.drawPixmap(int(x), int(y), self._sign)
        else:
            draw_line_sample(painter, QRectF(QPointF(x, y + self._theme.px(4)), self._line), self._sign, self._theme)
        self._block.paint(painter, x + self._indent, y, width - self._indent)


class Below:
    """One text under another."""

    def __init__(self, upper: Block, lower: Block) -> None:
        self.text = f"{upper.text}\n{lower.text}"
        self._upper, self._lower = upper, lower

    def height(self, width: float) -> float:
        """As high as both."""
        return self._upper.height(width) + 2 + self._lower.height(width)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw both."""
        self._upper.paint(painter, x, y, width)
        self._lower.paint(painter, x, y + self._upper.height(width) + 2, width)
