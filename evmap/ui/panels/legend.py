"""The panel at the left: what kinds of concepts there are, how sure the sources are, and the sources themselves."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from evmap.graph.sureness import Sureness, count_by_sureness
from evmap.model import Kind, Source
from evmap.ui.panels.blocks import BlockButton, Edges, Look, grow_down
from evmap.ui.panels.line_sample import draw_line_sample
from evmap.ui.panels.pieces import heading, prose
from evmap.ui.panels.plain import tip
from evmap.ui.panels.text_block import TextBlock
from evmap.ui.panels.words import KIND_MANY, SURENESS, count
from evmap.ui.theme import Theme
from evmap.workspace import Workspace

_EDGE = 13
_GAP = 7


class LegendRow(QLabel):
    """A sign, what it means, and how many there are, right-aligned so that the numbers can be compared."""

    def __init__(self, theme: Theme, text: str, number: int, sign_width: int, px: int = 14) -> None:
        super().__init__(f"{text}, {number}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._sign_width = sign_width
        self._number = str(number)
        self._font: QFont = theme.sans(theme.px(12.5))
        self._block: TextBlock = prose(theme, text, px, leading=1.28)
        grow_down(self)

    def _text_width(self, width: float) -> float:
        number = QFontMetricsF(self._font).horizontalAdvance(self._number)
        return max(width - self._sign_width - _GAP - number - 4, 1.0)

    def _paint_sign(self, painter: QPainter) -> None:
        """Draw the sign at the left, in the middle of the first line."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its content is at this width."""
        return int(self._block.height(self._text_width(width)) + self._theme.px(6) + 0.999)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(160, self.heightForWidth(160))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(60, self._theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        width = self._text_width(self.width())
        top = (self.height() - self._block.height(width)) / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_sign(painter)
            self._block.paint(painter, self._sign_width + _GAP, top, width)
            painter.setFont(self._font)
            painter.setPen(self._theme.colour("muted"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(self.rect()), flags, self._number)


class KindRow(LegendRow):
    """A kind by its icon."""

    def __init__(self, theme: Theme, kind: Kind, number: int) -> None:
        super().__init__(theme, KIND_MANY[kind], number, theme.px(20))
        self._kind = kind

    def _paint_sign(self, painter: QPainter) -> None:
        size = self._sign_width
        picture = self._theme.pixmap(f"kind-{self._kind}", f"kind.{self._kind}", size, self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - size) // 2, picture)


class SurenessRow(LegendRow):
    """A line as the map draws it."""

    def __init__(self, theme: Theme, sure: Sureness, number: int) -> None:
        super().__init__(theme, SURENESS[sure], number, theme.px(27), px=13)
        self._sure = sure

    def _paint_sign(self, painter: QPainter) -> None:
        draw_line_sample(painter, QRectF(0, self.height() / 2 - 6, self._sign_width, 12), self._sure, self._theme)


class LegendPanel(QScrollArea):
    """Kinds, lines and sources with their counts. A source opens its article."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self.setObjectName("legend")
        self.setAccessibleName("Legend")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme."""
        self._theme = theme
        self._build()

    def _build(self) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(_EDGE, 6, _EDGE, _EDGE)
        layout.setSpacing(0)
        theme, workspace = self._theme, self._workspace
        groups = {kind: group for kind, group in workspace.index.by_kind().items() if group}
        if groups:
            layout.addWidget(heading(theme, "Kinds"))
        for kind, group in groups.items():
            layout.addWidget(KindRow(theme, kind, len(group)))
        layout.addWidget(heading(theme, "How sure is the source?"))
        for sure, number in count_by_sureness(workspace.map.links).items():
            layout.addWidget(SurenessRow(theme, sure, number))
        if workspace.map.sources:
            layout.addWidget(heading(theme, "Sources"))
        for source in workspace.map.sources:
            layout.addWidget(self._source_row(source))
        layout.addStretch(1)
        self.setWidget(body)

    def _source_row(self, source: Source) -> BlockButton:
        theme, workspace = self._theme, self._workspace
        coverage = self._coverage(source)
        blocks = [
            prose(theme, source.title, 13, leading=1.28),
            prose(theme, coverage, 12, "muted", leading=1.28),
        ]
        row = BlockButton(blocks, theme, look=Look.ROW, gap=1, edges=Edges(0, 5, 0, 5))
        row.setAccessibleName(source.title)
        rest = self._rest(source)
        row.setAccessibleDescription(f"{coverage}. {rest}Press Enter to read the article.")
        described = "The file has no headline; this title is our description of it. " if source.untitled else ""
        row.setToolTip(tip(f"{described}{rest}Read the article"))
        row.clicked.connect(lambda: workspace.read(source.id, ()))
        return row

    def _rest(self, source: Source) -> str:
        """What became of the sentences that are not quoted, where that was checked."""
        from evmap.storage.faults import MapFaults

        try:
            coverage = self._workspace.coverage(source.id)
        except MapFaults:
            return ""
        rest = coverage.sentences - coverage.quoted
        if not (rest and self._workspace.every_sentence_placed):
            return ""
        return f"The other {rest} {'is' if rest == 1 else 'are'} left out, {'' if rest == 1 else 'each '}for a reason. "

    def _coverage(self, source: Source) -> str:
        from evmap.storage.faults import MapFaults

        try:
            coverage = self._workspace.coverage(source.id)
        except MapFaults:
            return "the article cannot be read"
        return f"{coverage.quoted} of {count(coverage.sentences, 'sentence')} quoted"
