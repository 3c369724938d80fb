"""The page on which an article is read: a narrow column, paragraph numbers beside it, marks where the map quotes it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from evmap.model import Span
from evmap.ui.panels.reader_text import ReaderText, paragraph_number
from evmap.ui.theme import Theme

COLUMN = 700
_MARGIN = 64


class ReaderView(QTextEdit):
    """Shows one article. The text can be selected and copied by mouse and keys, and never changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text: ReaderText | None = None
        self._goal: int | None = None
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, text: ReaderText, theme: Theme) -> None:
        """Show an article from its beginning."""
        self._theme = theme
        self._text = text
        modes = QTextOption.WrapMode
        self.setWordWrapMode(modes.WrapAnywhere if text.endless else modes.WrapAtWordBoundaryOrAnywhere)
        text.write(self.document())
        self.setExtraSelections([])
        self._goal = 0

    def mark(
        self, quoted: Sequence[Span], opened: Sequence[Span], hedges: Sequence[Span], others: Sequence[Span]
    ) -> None:
        """Mark what the map quotes subtly, the opened quote clearly, and its cue words: hedges and others."""
        quiet, loud = QTextCharFormat(), QTextCharFormat()
        quiet.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        quiet.setUnderlineColor(_faded(self._theme.colour("line")))
        loud.setBackground(self._theme.colour("mark.phrase"))
        loud.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        hedge, other = self._cue_look("hedge"), self._cue_look("muted")
        for look in (quiet, loud, hedge, other):
            look.clearProperty(QTextFormat.Property.FullWidthSelection)
        self.setExtraSelections(
            [
                each
                for spans, look in ((quoted, quiet), (opened, loud), (others, other), (hedges, hedge))
                for each in self._selections(spans, look)
            ]
        )

    def go_to(self, offset: int) -> None:
        """Scroll so that a code point of the source stands in the upper third, and put the text cursor there."""
        self._goal = self._text.position(offset) if self._text else None
        self._scroll_to_goal()

    def _cue_look(self, role: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("mark.phrase"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(self._theme.colour(role))
        return look

    def _selections(self, spans: Sequence[Span], look: QTextCharFormat) -> list[QTextEdit.ExtraSelection]:
        found = []
        for span in spans:
            for cursor in self._text.cursors(self.document(), span) if self._text else ():
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, look
                found.append(selection)
        return found

    def _scroll_to_goal(self) -> None:
        if self._goal is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(min(self._goal, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        bar.setValue(0 if self._goal == 0 else int(top - self.viewport().height() * 0.3))

    def _paint_numbers(self, painter: QPainter) -> None:
        theme = self._theme
        painter.setFont(theme.sans(theme.px(12)))
        painter.setPen(theme.colour("muted"))
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(QPointF(0, -scrolled))
            if box.top() > self.viewport().height():
                break
            number = paragraph_number(block)
            if number and block.layout().lineCount():
                line = block.layout().lineAt(0)
                y = box.top() + line.y() + line.ascent() - theme.px(12)
                place = QRectF(0, y, theme.px(_MARGIN - 22), theme.px(15))
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"¶ {number}")
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        margin = self._theme.px(_MARGIN)
        wide = self._theme.px(COLUMN) + margin
        side = max((self.width() - wide - margin) // 2, 0)
        self.setViewportMargins(side, 0, side, 0)  # first: the text is laid out to the width that this leaves
        super().resizeEvent(event)
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(margin)
        frame.setRightMargin(24)
        frame.setTopMargin(28)
        frame.setBottomMargin(80)
        self.document().rootFrame().setFrameFormat(frame)
        if self._goal is not None:
            self._scroll_to_goal()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The hand scrolls; no later resize moves the page."""
        self._goal = None  # the reader has taken over: no later resize moves the page
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._paint_numbers(painter)


def _faded(colour: QColor) -> QColor:
    """Nearly the whole article is quoted by a good map: the sign for it must not compete with the words."""
    faded = QColor(colour)
    faded.setAlphaF(0.55)
    return faded
