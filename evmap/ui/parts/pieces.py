"""The small parts that pages of the panels are made of: headings, prose, kind chips, link rows."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.graph.sureness import sureness
from evmap.model import Concept, Kind, Link, Origin
from evmap.ui.parts.blocks import NO_EDGES, Block, BlockButton, BlockLabel, Edges, Look
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.parts.pointing import point_when_pointed
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import LINK_SURENESS, NOT_IN_SOURCES, kind_words
from evmap.ui.words.plain import closed, showable, tip
from evmap.workspace import Workspace

BOLD = QFont.Weight.Bold
SEMIBOLD = QFont.Weight.DemiBold


def prose(
    theme: Theme,
    text: str,
    px: int = 15,
    role: str = "ink",
    *,
    weight: QFont.Weight = QFont.Weight.Normal,
    leading: float = 1.4,
) -> TextBlock:
    """Our own words: a paragraph in sans."""
    return TextBlock([Run(text, theme.sans(theme.px(px), weight), theme.colour(role))], leading=leading)


def label(
    blocks: Sequence[Block], *, gap: float = 6.0, edges: Edges = NO_EDGES, parent: QWidget | None = None
) -> BlockLabel:
    """Blocks that are only shown."""
    return BlockLabel(blocks, gap=gap, edges=edges, parent=parent)


def heading_block(theme: Theme, text: str) -> TextBlock:
    """The words of a small heading."""
    font = QFont(theme.sans(theme.px(11), BOLD))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
    return TextBlock([Run(text.upper(), font, theme.colour("muted"))])


def heading(theme: Theme, text: str) -> BlockLabel:
    """A small heading over a part of a panel."""
    shown = label([heading_block(theme, text)], edges=Edges(0, 10, 0, 3))
    shown.setAccessibleName(text)
    return shown


class KindChip:
    """The kind of a concept with its icon, on the kind's soft colour; a concept of ours also says so."""

    def __init__(self, theme: Theme, kind: Kind, origin: Origin) -> None:
        self.text = kind_words(kind, origin)
        self._theme = theme
        self._kind = kind
        self._font = theme.sans(theme.px(13), BOLD)

    def height(self, _width: float) -> float:
        """Always one line."""
        return float(self._theme.px(27))

    def paint(self, painter: QPainter, x: float, y: float, _width: float) -> None:
        """Draw the chip at the left."""
        px = self._theme.px
        wide, high = QFontMetricsF(self._font).horizontalAdvance(self.text) + px(46), px(27)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(f"kind.{self._kind}.fill"))
        painter.drawRoundedRect(QRectF(x, y, wide, high), high / 2, high / 2)
        ratio = painter.device().devicePixelRatioF()
        role = f"kind.{self._kind}"
        picture = self._theme.pixmap(f"kind-{self._kind}", role, px(19), ratio)
        painter.drawPixmap(int(x + px(8)), int(y + px(4)), picture)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(QRectF(x + px(33), y, wide, high), Qt.AlignmentFlag.AlignVCenter, self.text)


class SampleRow:
    """A line sample with text beside it."""

    def __init__(self, theme: Theme, link: Link, block: TextBlock) -> None:
        self.text = block.text
        self._theme = theme
        self._sure = sureness(link)
        self._block = block
        self._beside = theme.px(38)

    def height(self, width: float) -> float:
        """As high as the text beside the sample."""
        return self._block.height(width - self._beside)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the sample beside the first line."""
        px = self._theme.px
        draw_line_sample(painter, QRectF(x, y + px(4), px(26), px(12)), self._sure, self._theme)
        self._block.paint(painter, x + self._beside, y, width - self._beside)


def sentence_block(workspace: Workspace, theme: Theme, link: Link, px: int = 15) -> TextBlock:
    """A link as a sentence: concepts strong, the phrase in italics, as on the map."""
    subject, thing = workspace.index.concepts[link.subject], workspace.index.concepts[link.object]
    strong, soft = theme.sans(theme.px(px), SEMIBOLD), theme.sans(theme.px(px), italic=True)
    ink = theme.colour("ink")
    return TextBlock(
        [
            Run(closed(subject.name), strong, ink),
            Run(f" {closed(link.phrase)} ", soft, theme.colour("muted")),
            Run(closed(thing.name), strong, ink),
        ],
        leading=1.35,
    )


def link_row(workspace: Workspace, theme: Theme, link: Link) -> BlockButton:
    """A link as a sentence that selects it, with the line it has on the map."""
    blocks: list[Block] = [SampleRow(theme, link, sentence_block(workspace, theme, link))]
    row = BlockButton(blocks, theme, look=Look.ROW, edges=Edges(8, 6, 8, 6))
    sentence = workspace.index.sentence(link)
    row.setAccessibleName(sentence)
    sure = LINK_SURENESS[sureness(link)]
    row.setAccessibleDescription(f"{sure}. Press Enter to see its sentences.")
    row.setToolTip(tip(sure))
    row.copied = partial(workspace.index.sentence, link)
    row.clicked.connect(lambda: workspace.select_link(link.id))
    point_when_pointed(row, workspace, link.id)
    return row


class IconText:
    """A kind's icon with a concept's name beside it."""

    def __init__(self, theme: Theme, concept: Concept, note: str = "") -> None:
        self.text = concept.name
        self._theme = theme
        self._kind = concept.kind
        runs = [Run(concept.name, theme.sans(theme.px(15), SEMIBOLD), theme.colour("ink"))]
        if note:
            runs.append(Run(f"  {note}", theme.sans(theme.px(13)), theme.colour("muted")))
        self._block = TextBlock(runs, leading=1.35)

    def height(self, width: float) -> float:
        """As high as the name."""
        return max(self._block.height(width - self._theme.px(30)), float(self._theme.px(20)))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw icon and name."""
        ratio = painter.device().devicePixelRatioF()
        side, beside = self._theme.px(20), self._theme.px(30)
        painter.drawPixmap(int(x), int(y), self._theme.pixmap(f"kind-{self._kind}", f"kind.{self._kind}", side, ratio))
        self._block.paint(painter, x + beside, y, width - beside)


def concept_row(workspace: Workspace, theme: Theme, concept: Concept) -> BlockButton:
    """A concept that selects itself."""
    note = NOT_IN_SOURCES if concept.origin is Origin.BACKGROUND else ""
    row = BlockButton([IconText(theme, concept, note)], theme, look=Look.ROW, edges=Edges(8, 5, 8, 5))
    row.setAccessibleName(concept.name)
    row.setAccessibleDescription(f"{kind_words(concept.kind, concept.origin)}. Press Enter to select it.")
    row.setToolTip(tip(concept.summary))
    row.clicked.connect(lambda: workspace.select_concept(concept.id))
    point_when_pointed(row, workspace, concept.id)
    return row


def concept_pill(workspace: Workspace, theme: Theme, concept: Concept) -> BlockButton:
    """A concept as a small button that selects it."""
    words = prose(theme, concept.name, 13, f"kind.{concept.kind}", weight=SEMIBOLD, leading=1.25)
    pill = BlockButton([words], theme, look=Look.PILL, edges=Edges(11, 4, 11, 4))
    pill.setAccessibleName(concept.name)
    pill.setToolTip(tip(concept.summary))
    pill.clicked.connect(lambda: workspace.select_concept(concept.id))
    point_when_pointed(pill, workspace, concept.id)
    return pill


def column(*, gap: int = 8, parent: QWidget | None = None) -> tuple[QWidget, QVBoxLayout]:
    """An empty widget whose parts stand below each other."""
    widget = QWidget(parent)
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return widget, layout


def initials(text: str) -> str:
    """Text with its first letter large, as a sentence on screen begins."""
    return showable(text[:1].upper() + text[1:])
