"""How rows of the outline are drawn: names and sentences in our sans, passages in the sources' serif, all wrapped."""

from collections import OrderedDict

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from evmap.graph.sureness import sureness
from evmap.ui.outline.model import OutlineModel
from evmap.ui.outline.rows import Row, What, Words
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.parts.pieces import sentence_block
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.workspace import Workspace

COLUMN = 820
"""Lines are no longer than this, so that the eye finds the next one."""

_ICON, _SAMPLE, _BESIDE, _RULE = 18, 26, 9, 3
_PAD_X, _PAD_Y = 8, 5
_KEPT = 4000
NO_BREAK = "\u00a0"
_PALE = 0.45


class RowPainter(QStyledItemDelegate):
    """Measures and paints rows for one tree."""

    def __init__(self, workspace: Workspace, model: OutlineModel, theme: Theme, tree: QTreeView) -> None:
        super().__init__(tree)
        self._workspace, self._model, self._tree = workspace, model, tree
        self._blocks: OrderedDict[int, tuple[TextBlock, TextBlock | None]] = OrderedDict()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self._note_font = theme.sans(theme.px(12.5))
        self._name_font = theme.sans(theme.px(15), QFont.Weight.DemiBold)
        self._name_metrics = QFontMetricsF(self._name_font)
        self._note_metrics = QFontMetricsF(self._note_font)
        self._ring = QPen(theme.colour("focus"), 2.0)
        self.forget()

    def forget(self) -> None:
        """Rows have other numbers or looks now."""
        self._blocks.clear()

    def first_line(self) -> float:
        """How high the first line of a row is, with the room above and below it."""
        return self._name_metrics.height() + 2 * self._theme.px(_PAD_Y) + 2

    def width_for(self, row: Row) -> float:
        """How wide the text of a row may be."""
        indent = self._tree.indentation() * (row.depth + 1)
        room = self._tree.viewport().width() - indent - self._theme.px(_PAD_X) * 2 - 6
        return max(min(room, self._theme.px(COLUMN)) - self._beside(row), 60.0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its text is when wrapped to the tree."""
        row = self._model.row(index)
        return QSize(100, self._height(row)) if row else super().sizeHint(option, index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = self._model.row(index)
        if row is None:
            return
        rect = QRectF(option.rect)
        rect.setWidth(min(rect.width() - 4, self.width_for(row) + self._beside(row) + self._theme.px(_PAD_X) * 2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option)
        if self._model.outline.is_pale(row):
            painter.setOpacity(_PALE)
        inner = rect.adjusted(self._theme.px(_PAD_X), self._theme.px(_PAD_Y), 0, 0)
        self._paint_sign(painter, row, inner)
        self._paint_words(painter, row, inner)
        painter.restore()

    # What it is made of.

    def _beside(self, row: Row) -> float:
        """How far the text stands off the row's sign."""
        px = self._theme.px
        if row.what is What.PASSAGE:
            return px(_RULE) + px(_BESIDE)
        if row.what is What.LINK:
            return px(_SAMPLE) + px(_BESIDE)
        return px(_ICON) + px(_BESIDE) if row.kind is not None else 0.0

    def _height(self, row: Row) -> int:
        pad = self._theme.px(_PAD_Y)
        if row.what in (What.GROUP, What.CONCEPT) and self._fits_one_line(row):
            return int(max(self._name_metrics.height(), self._theme.px(_ICON)) + 2 * pad + 2)
        text, note = self._block(row)
        width = self.width_for(row)
        return int(text.height(width) + (note.height(width) + 2 if note else 0) + 2 * pad + 0.999)

    def _fits_one_line(self, row: Row) -> bool:
        text, note = self._model.outline.brief(row)
        width, px = self.width_for(row), self._theme.px
        if len(text) * px(15) + len(note) * px(12.5) + px(10) <= width:
            return True  # no letter is wider than high: nothing has to be measured
        wide = self._name_metrics.horizontalAdvance(text) + self._note_metrics.horizontalAdvance(note)
        return wide + px(10) <= width

    def _block(self, row: Row) -> tuple[TextBlock, TextBlock | None]:
        found = self._blocks.pop(row.number, None)
        if found is None:
            found = self._written(row, self._model.outline.words(row))
        self._blocks[row.number] = found
        if len(self._blocks) > _KEPT:
            self._blocks.popitem(last=False)
        return found

    def _written(self, row: Row, words: Words) -> tuple[TextBlock, TextBlock | None]:
        theme, muted = self._theme, self._theme.colour("muted")
        if row.what in (What.GROUP, What.CONCEPT):
            runs = [
                Run(words.text, self._name_font, theme.colour("ink")),
                Run(f"   {words.note.replace(' ', NO_BREAK)}", self._note_font, muted),
            ]
            return TextBlock(runs), None
        note = TextBlock([Run(words.note, self._note_font, muted)]) if words.note else None
        if row.what is What.LINK:
            return sentence_block(self._workspace, theme, self._workspace.index.links[row.item]), note
        return TextBlock([Run(words.text, theme.serif(theme.px(16)), theme.colour("ink"))], leading=1.4), note

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        state: QStyle.StateFlag = option.state
        ground = rect.adjusted(0, 1, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            self._fill(painter, ground, self._theme.colour("accent.soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, ground, self._theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _fill(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawRoundedRect(rect, 7, 7)

    def _paint_sign(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        """The kind's icon, the line that the link has on the map, or a rule beside the source's words."""
        theme, px = self._theme, self._theme.px
        if row.what is What.PASSAGE:
            height = self._height(row) - 2 * px(_PAD_Y)
            painter.fillRect(QRectF(inner.left(), inner.top() + 2, px(_RULE), height - 4), theme.colour("edge"))
        elif row.what is What.LINK:
            sure = sureness(self._workspace.index.links[row.item])
            draw_line_sample(painter, QRectF(inner.left(), inner.top() + px(5), px(_SAMPLE), px(12)), sure, theme)
        elif row.kind is not None:
            ratio, side = painter.device().devicePixelRatioF(), px(_ICON)
            picture = theme.pixmap(f"kind-{row.kind}", f"kind.{row.kind}", side, ratio)
            painter.drawPixmap(
                round(inner.left()), round(inner.top() + (self._name_metrics.height() - side) / 2 + 1), picture
            )

    def _paint_words(self, painter: QPainter, row: Row, inner: QRectF) -> None:
        x, y, width = inner.left() + self._beside(row), inner.top(), self.width_for(row)
        if row.what in (What.GROUP, What.CONCEPT) and self._fits_one_line(row):
            self._paint_name(painter, self._model.outline.words(row), x, y + 1)
            return
        text, note = self._block(row)
        text.paint(painter, x, y, width)
        if note:
            note.paint(painter, x, y + text.height(width) + 2, width)

    def _paint_name(self, painter: QPainter, words: Words, x: float, y: float) -> None:
        baseline = y + self._name_metrics.ascent()
        painter.setFont(self._name_font)
        painter.setPen(self._theme.colour("ink"))
        painter.drawText(int(x), int(baseline), words.text)
        painter.setFont(self._note_font)
        painter.setPen(self._theme.colour("muted"))
        after = x + self._name_metrics.horizontalAdvance(words.text) + self._theme.px(10)
        painter.drawText(int(after), int(baseline), words.note)
