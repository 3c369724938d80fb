"""The detail panel when nothing is selected, and when several things are."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evmap.graph.sureness import Sureness
from evmap.model import Kind
from evmap.ui.panels.details.care_page import care_words
from evmap.ui.panels.details.gaps_page import gaps_words
from evmap.ui.parts.blocks import Block, BlockButton, BlockLabel, Edges, Look
from evmap.ui.parts.flow import Flow
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.parts.page import Page
from evmap.ui.parts.pieces import BOLD, SEMIBOLD, column, concept_pill, concept_row, heading, label, link_row, prose
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.ui.words.names import KIND_MANY, NOT_IN_SOURCES, count
from evmap.workspace import Lens, Topic, Workspace

_BEGIN = (
    ("Click a concept", "to see what the articles say about it, and what it is linked to."),
    ("Click a line", "to read the sentence behind it, and how sure that sentence is."),
    ("Click a quote", "to open the article there. Esc brings you back to the same place."),
)
_LANDMARKS = 5
_LINES = {
    Sureness.STATED: "the text states it",
    Sureness.HEDGED: "the text hedges it: could, may",
    Sureness.OPEN: "a question, or the future",
    Sureness.COMPARISON: "a comparison or a picture, never a mechanism",
    Sureness.BACKGROUND: "not in the sources",
}


class LineMeaning:
    """A line as the map draws it, what it means, and how many there are."""

    def __init__(self, theme: Theme, sure: Sureness, number: int) -> None:
        words = _LINES[sure]
        self.text = f"{words}: {count(number, 'link')}"
        self._theme = theme
        self._sure = sure
        size = theme.sans(theme.px(14))
        runs = [Run(words, size, theme.colour("ink")), Run(f"  {number}", size, theme.colour("muted"))]
        self._block = TextBlock(runs, leading=1.35)

    def height(self, width: float) -> float:
        """As high as its words."""
        return self._block.height(width - self._theme.px(46))

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the line beside its words."""
        px = self._theme.px
        draw_line_sample(painter, QRectF(x, y + px(3), px(34), px(13)), self._sure, self._theme)
        self._block.paint(painter, x + px(46), y, width - px(46))


class KindGrid:
    """The kinds that are on the map, icon and name, in two columns where there is room for them."""

    def __init__(self, theme: Theme, kinds: list[Kind]) -> None:
        self.text = ", ".join(KIND_MANY[kind] for kind in kinds)
        self._theme = theme
        self._kinds = kinds
        self._font = theme.sans(theme.px(14))
        self._row, self._side, self._beside = theme.px(26), theme.px(20), theme.px(28)
        metrics = QFontMetricsF(self._font)
        self._widest = max((metrics.horizontalAdvance(KIND_MANY[kind]) for kind in kinds), default=0.0)

    def _rows(self, width: float) -> int:
        columns = 2 if 2 * (self._beside + self._widest) <= width else 1
        return -(-len(self._kinds) // columns)

    def height(self, width: float) -> float:
        """As many rows as the columns need."""
        return float(self._rows(width) * self._row)

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw the icons and names."""
        ratio = painter.device().devicePixelRatioF()
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("ink"))
        rows, side, beside = self._rows(width), self._side, self._beside
        for at, kind in enumerate(self._kinds):
            left, top = x + (at // rows) * width / 2, y + at % rows * self._row
            painter.drawPixmap(int(left), int(top), self._theme.pixmap(f"kind-{kind}", f"kind.{kind}", side, ratio))
            place = QRectF(left + beside, top, width - beside, side)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, KIND_MANY[kind])


def empty_page(workspace: Workspace, theme: Theme) -> Page:
    """Nothing is selected: the focus question, how to begin, and what lines and kinds mean."""
    widget, layout = column(gap=8)
    layout.addWidget(_question(workspace, theme))
    if not workspace.map.concepts:
        layout.addStretch(1)
        return Page(widget, "An empty map")
    layout.addWidget(heading(theme, "How to begin"))
    for strong, rest in _BEGIN:
        layout.addWidget(_tip_line(theme, strong, rest))
    layout.addWidget(heading(theme, "Good places to start"))
    layout.addWidget(_landmarks(workspace, theme))
    layout.addWidget(heading(theme, "Ask how sure"))
    layout.addLayout(_topics(workspace, theme))
    counts = workspace.asking.sorted_by(Lens.CERTAINTY).link_counts
    lines: list[Block] = [LineMeaning(theme, sure, counts[sure]) for sure in Sureness if counts.get(sure)]
    if lines:
        layout.addWidget(heading(theme, "What the lines mean"))
        layout.addWidget(label(lines, gap=8))
    layout.addWidget(heading(theme, "What the shapes mean, and colours by kind"))
    layout.addWidget(label([KindGrid(theme, [kind for kind, group in workspace.index.by_kind().items() if group])]))
    layout.addStretch(1)
    return Page(widget, "Nothing selected")


def _question(workspace: Workspace, theme: Theme) -> QWidget:
    numbers = (
        f"{count(len(workspace.map.concepts), 'concept')} and {count(len(workspace.map.links), 'link')}, "
        f"drawn from {count(len(workspace.map.sources), 'article')}. Every link can show you the sentence that says so."
    )
    blocks: list[Block] = []
    if workspace.map.question:
        blocks.append(prose(theme, workspace.map.question, 22, weight=BOLD))
    nothing = "There is nothing on this map. Ctrl+O opens another one."
    blocks.append(prose(theme, numbers if workspace.map.concepts else nothing, 15, "muted"))
    return label(blocks, gap=8, edges=Edges(0, 2, 0, 2))


def _topics(workspace: Workspace, theme: Theme) -> QVBoxLayout:
    """What to read with care, and what no article says, each with how much there is of it."""
    rows = QVBoxLayout()
    rows.setSpacing(0)
    rows.addWidget(_topic_row(workspace, theme, Topic.CARE, "Read with care", care_words(workspace), "Alt+3"))
    rows.addWidget(_topic_row(workspace, theme, Topic.GAPS, NOT_IN_SOURCES, gaps_words(workspace), "Alt+4"))
    return rows


def _topic_row(workspace: Workspace, theme: Theme, topic: Topic, title: str, told: str, key: str) -> BlockButton:
    blocks: list[Block] = [prose(theme, title, 15, weight=SEMIBOLD), prose(theme, told, 14, "muted")]
    row = BlockButton(blocks, theme, look=Look.ROW, gap=1, edges=Edges(8, 6, 8, 6))
    row.setAccessibleName(title)
    row.setAccessibleDescription(f"{told} Press Enter to see them.")
    row.setToolTip(key)
    row.clicked.connect(lambda: workspace.show_topic(topic))
    return row


def _landmarks(workspace: Workspace, theme: Theme) -> Flow:
    """The concepts with the most links, each a button: also the keyboard's way onto the map."""
    flow = Flow(gap=6)
    for concept in workspace.index.landmarks(_LANDMARKS):
        flow.add(concept_pill(workspace, theme, concept))
    return flow


def _tip_line(theme: Theme, strong: str, rest: str) -> BlockLabel:
    ink = theme.colour("ink")
    size = theme.px(15)
    runs = [Run(strong, theme.sans(size, SEMIBOLD), ink), Run(f" {rest}", theme.sans(size), ink)]
    return label([TextBlock(runs, leading=1.4)])


def several_page(workspace: Workspace, theme: Theme) -> Page:
    """Several things are selected: a short list of them, and of the links between the concepts."""
    chosen = workspace.selection
    widget, layout = column(gap=8)
    title = _several_title(workspace)
    layout.addWidget(label([prose(theme, title, 22, weight=BOLD)]))
    concepts = [workspace.index.concepts[each] for each in chosen.concepts]
    _list(layout, theme, "Concepts", [concept_row(workspace, theme, concept) for concept in concepts])
    links = [workspace.index.links[each] for each in chosen.links]
    _list(layout, theme, "Links", [link_row(workspace, theme, link) for link in links])
    inside = set(chosen.concepts)
    between = [
        link for link in workspace.map.links if link.subject in inside and link.object in inside and link not in links
    ]
    _list(layout, theme, "Links between them", [link_row(workspace, theme, link) for link in between])
    layout.addStretch(1)
    return Page(widget, title)


def _several_title(workspace: Workspace) -> str:
    """How much is selected; that it is what one sentence speaks of is worth more than a number."""
    chosen, light = workspace.selection, workspace.spotlight
    alone = workspace.reading is not None and not light.focus and chosen.concepts == light.concepts
    number = count(len(chosen.concepts) + len(chosen.links), "thing")
    return "What this sentence speaks of" if alone else f"{number} selected"


def _list(layout: QVBoxLayout, theme: Theme, title: str, rows: list[QWidget]) -> None:
    if not rows:
        return
    layout.addWidget(heading(theme, title))
    inner = QVBoxLayout()
    inner.setSpacing(0)
    for row in rows:
        inner.addWidget(row)
    layout.addLayout(inner)
