"""An article as a document for reading: headings, paragraphs and bullets, with a way from its offsets to the screen's.

Built with insertText and formats only: nothing in an article is ever read as markup.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from evmap.ui.theme import Theme
from evmap.ui.words.plain import has_endless_word, showable, utf16_length

if TYPE_CHECKING:
    from evmap.model import Span
    from evmap.reading.articles import Article, Block

TEXT_PX = 18
NUMBER = 0x100001
"""The property of a text block that holds its paragraph number."""


class ReaderText:
    """Fills a document with an article and remembers where each of its characters went.

    Attributes:
        furniture: how many pieces of page furniture the article's file has.
        endless: whether some word is so long that lines must break anywhere.
    """

    def __init__(self, article: Article, theme: Theme, title: str, *, with_furniture: bool) -> None:
        from evmap.reading.articles import BlockKind

        self._kinds = BlockKind
        self._article = article
        self._theme = theme
        self._starts: list[int] = []
        self._stretches: list[tuple[int, int, int]] = []  # start and end in the source, position in the document
        self._title = title
        self._with_furniture = with_furniture
        self.endless = has_endless_word(article.text)
        self.furniture = sum(block.kind is BlockKind.FURNITURE for block in article.blocks)

    def write(self, document: QTextDocument, margin: float) -> None:
        """Fill the document, with so much room at the left of its lines."""
        document.clear()
        document.setDefaultFont(self._theme.serif(self._theme.px(TEXT_PX)))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        if not self._begins_with_title():
            self._write_line(cursor, self._title, self._look(30, bold=True), _paragraph(0, 14, 120))
        for block in self._article.blocks:
            if block.kind is not self._kinds.FURNITURE or self._with_furniture:
                self._write_block(cursor, block)
        cursor.endEditBlock()
        frame = document.rootFrame().frameFormat()
        frame.setLeftMargin(margin)
        frame.setRightMargin(24)
        frame.setTopMargin(28)
        frame.setBottomMargin(80)
        document.rootFrame().setFrameFormat(frame)

    def _begins_with_title(self) -> bool:
        first = next((each for each in self._article.blocks if each.kind is not self._kinds.FURNITURE), None)
        return bool(first and self._article.text[first.start : first.end].strip() == self._title.strip())

    def position(self, offset: int) -> int | None:
        """Where in the document a code point of the source stands; ``None`` if it is not shown."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset > self._stretches[at][1]:
            return None
        start, _, where = self._stretches[at]
        return where + utf16_length(showable(self._article.text[start:offset]))

    def cursors(self, document: QTextDocument, span: Span) -> list[QTextCursor]:
        """The shown parts of a span, each as a selection in the document."""
        found = []
        for start, end, where in self._stretches[max(bisect_right(self._starts, span[0]) - 1, 0) :]:
            low, high = max(start, span[0]), min(end, span[1])
            if start >= span[1]:
                break
            if low < high:
                cursor = QTextCursor(document)
                cursor.setPosition(where + utf16_length(showable(self._article.text[start:low])))
                first = cursor.position()
                length = utf16_length(showable(self._article.text[low:high]))
                cursor.setPosition(first + length, QTextCursor.MoveMode.KeepAnchor)
                found.append(cursor)
        return found

    def _write_block(self, cursor: QTextCursor, block: Block) -> None:
        kinds = self._kinds
        if block.kind is kinds.HEADING:
            is_title = cursor.position() == 0
            shape = _paragraph(0, 14, 120) if is_title else _paragraph(24, 6, 125)
            self._write_line(cursor, "", self._look(30 if is_title else 21, bold=True), shape, block)
        elif block.kind is kinds.FURNITURE:
            self._write_line(cursor, "", self._look(14, role="muted"), _paragraph(6, 6, 130), block)
        elif block.kind is kinds.BULLET:
            marker, look = f"{block.marker or '•'}\u2002", self._look(TEXT_PX, serif=True)
            shape = _paragraph(0, 7, 128, indent=self._theme.px(28))
            shape.setTextIndent(-QFontMetricsF(look.font()).horizontalAdvance(marker))
            self._write_line(cursor, marker, look, shape, block)
        else:
            self._write_line(cursor, "", self._look(TEXT_PX, serif=True), _paragraph(0, 13, 128), block)

    def _write_line(
        self, cursor: QTextCursor, text: str, look: QTextCharFormat, shape: QTextBlockFormat, block: Block | None = None
    ) -> None:
        if block and block.number:
            shape.setProperty(NUMBER, block.number)
        if cursor.position() == 0:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        cursor.insertText(showable(text), look)
        if block:
            self._starts.append(block.start)
            self._stretches.append((block.start, block.end, cursor.position()))
            cursor.insertText(showable(self._article.text[block.start : block.end]), look)

    def _look(self, px: int, *, serif: bool = False, bold: bool = False, role: str = "ink") -> QTextCharFormat:
        look = QTextCharFormat()
        size = self._theme.px(px)
        weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
        look.setFont(self._theme.serif(size, weight) if serif else self._theme.sans(size, weight))
        look.setForeground(self._theme.colour(role))
        return look


def paragraph_number(block: QTextBlock) -> int:
    """The paragraph number of a block of the document, 0 for headings and what is ours."""
    number = block.blockFormat().property(NUMBER)
    return number if isinstance(number, int) else 0


def _paragraph(above: float, below: float, line_height: float, *, indent: float = 0.0) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setTopMargin(above)
    shape.setBottomMargin(below)
    shape.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setLeftMargin(indent)
    shape.setTextIndent(0.0)
    return shape
