"""The page on which an article is read: a column, its margin, and sentences that hand and keys can reach."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from evmap.graph.sureness import Sureness
from evmap.model import Span
from evmap.ui.panels.reader.margin import Known, Margin, Stretch
from evmap.ui.panels.reader.marks import Looks, Marks, selections
from evmap.ui.panels.reader.text import ReaderText
from evmap.ui.theme import Theme

COLUMN = 700
_STEPS = {
    (Qt.Key.Key_Down, False): (1, False),
    (Qt.Key.Key_Up, False): (-1, False),
    (Qt.Key.Key_Down, True): (1, True),
    (Qt.Key.Key_Up, True): (-1, True),
}
"""Key and Ctrl: how many sentences on, and whether to the next paragraph."""


class ReaderView(QTextEdit):
    """Shows one article. The text can be selected and copied by mouse and keys, and never changed.

    Attributes:
        current: the sentence that is pointed at or that the keys have reached, by number.

    Signals:
        pointed(object): another sentence is pointed at; its number, or ``None``.
        pressed(int): a sentence was clicked, or Enter was pressed on it.
        copy_wanted(int): a sentence is wanted on the clipboard, with where it stands.
        tip_wanted(int, object): a tip about a sentence is wanted at a point of the screen.
    """

    pointed = Signal(object)
    pressed = Signal(int)
    copy_wanted = Signal(int)
    tip_wanted = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: int | None = None
        self._text: ReaderText | None = None
        self._known = Known((), ())
        self._goal: int | None = None
        self._marks = Marks()
        self._under: list[QTextEdit.ExtraSelection] = []
        self._by_keys = self._ringed = False
        self._take_theme(theme)
        self.setAccessibleName("Article")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)  # the sentence that is reached is marked as a whole
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)

    def show_text(
        self, text: ReaderText, theme: Theme, sentences: Sequence[Span], sure: Sequence[tuple[Sureness, ...]]
    ) -> None:
        """Show an article from its beginning, with its sentences and how sure each of them is."""
        self._take_theme(theme)
        self._centre_column()
        self._text = text
        modes = QTextOption.WrapMode
        self.setWordWrapMode(modes.WrapAnywhere if text.endless else modes.WrapAtWordBoundaryOrAnywhere)
        self._goal = None  # clearing takes the scroll bar away and so resizes the page: nothing may touch the text then
        text.write(self.document(), self._margin.width)
        stretches = []
        for number, span in enumerate(sentences):
            for cursor in text.cursors(self.document(), span)[:1]:
                stretches.append(Stretch(number, cursor.selectionStart(), cursor.selectionEnd()))
        self._known = Known(stretches, sure)
        self.current, self._by_keys = None, False
        self.mark(Marks())
        self._goal = 0

    def mark(self, marks: Marks) -> None:
        """Mark the words of the article anew."""
        looks = self._looks
        self._marks = marks
        pairs = [
            (marks.unquoted, looks.unquoted),
            (marks.chosen, looks.chosen),
            (marks.opened, looks.opened),
            (marks.others, looks.others),
            (marks.hedges, looks.hedges),
        ]
        if marks.kind:
            pairs.insert(2, (marks.named, looks.named(marks.kind)))
        self._under = [
            each
            for spans, look in pairs
            for span in spans
            for each in selections(self._text.cursors(self.document(), span) if self._text else (), look)
        ]
        self._show_marks()

    def go_to(self, offset: int | None) -> None:
        """Scroll so that a code point of the source stands in the upper third, where keys go on; or to the top."""
        self._goal = self._text.position(offset) if self._text and offset is not None else 0
        self._scroll_to_goal()
        self._reach(self._known.at(self._goal) if self._goal else None, by_keys=False)

    def point_at(self, number: int | None, *, by_keys: bool = False) -> None:
        """Point at a sentence; the keys also bring it into sight."""
        if not self._reach(number, by_keys=by_keys):
            return
        if by_keys and number is not None:
            stretch = self._stretch(number)
            cursor = QTextCursor(self.document())
            cursor.setPosition(stretch.end)
            self.setTextCursor(cursor)
            cursor.setPosition(stretch.start)
            self.setTextCursor(cursor)  # the beginning last: of a long sentence that is what one wants to see
            self._keep_off_the_edges()
        self.pointed.emit(number)

    def sentence_at(self, point: QPointF) -> int | None:
        """The sentence at a point of the viewport, its bar in the margin included."""
        margin = point.x() < self._margin.width
        x = self._margin.width + 1.0 if margin else point.x()
        if margin and point.x() < self._margin.bar - 12:
            return None
        place = QPointF(x, point.y() + self.verticalScrollBar().value())
        exact = Qt.HitTestAccuracy.FuzzyHit if margin else Qt.HitTestAccuracy.ExactHit
        position = self.document().documentLayout().hitTest(place, exact)
        return None if position < 0 else self._known.at(position)

    def _centre_column(self) -> None:
        wide = self._theme.px(COLUMN) + self._margin.width
        side = max((self.width() - wide - self._margin.width) // 2, 0)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)

    def _take_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._looks, self._margin = Looks(theme), Margin(theme)
        self._ring = QPen(theme.colour("focus"), 2.0)

    def _reach(self, number: int | None, *, by_keys: bool) -> bool:
        changed = number != self.current or by_keys != self._by_keys
        self.current, self._by_keys = number, by_keys
        if changed:
            self._show_marks()
        return changed

    def _stretch(self, number: int) -> Stretch:
        return next(each for each in self._known.stretches if each.number == number)

    def _show_marks(self) -> None:
        over: list[QTextEdit.ExtraSelection] = []
        if self.current is not None and (self._by_keys or self.viewport().underMouse()):
            stretch = self._stretch(self.current)
            cursor = QTextCursor(self.document())
            cursor.setPosition(stretch.start)
            cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
            over = selections((cursor,), self._looks.pointed)
        self.setExtraSelections([*self._under, *over])

    def _step(self, by: int, *, whole: bool) -> None:
        """Go on by sentences, or to the first sentence of the next paragraph."""
        numbers = [each.number for each in self._known.stretches]
        if not numbers:
            return
        if self.current is None:
            self.point_at(self._first_in_sight() if by > 0 else numbers[0], by_keys=True)
            return
        at = numbers.index(self.current) + by
        if whole:
            block = self._block(self.current)
            while 0 <= at < len(numbers) and self._block(numbers[at]) == block:
                at += by
            while 0 < at < len(numbers) and by < 0 and self._block(numbers[at - 1]) == self._block(numbers[at]):
                at -= 1
        self.point_at(numbers[min(max(at, 0), len(numbers) - 1)], by_keys=True)

    def _block(self, number: int) -> int:
        return self.document().findBlock(self._stretch(number).start).blockNumber()

    def _first_in_sight(self) -> int:
        cursor = QTextCursor(self.document())
        for each in self._known.stretches:
            cursor.setPosition(each.start)
            if self.cursorRect(cursor).top() >= 0:
                return each.number
        return self._known.stretches[-1].number

    def _scroll_to_goal(self) -> None:
        if self._goal is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(min(self._goal, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        top = self.cursorRect(cursor).top() + bar.value()
        bar.setValue(0 if self._goal == 0 else int(top - self.viewport().height() * 0.3))

    def _keep_off_the_edges(self) -> None:
        """What the keys have reached has text before and after it in sight."""
        bar, high, top = self.verticalScrollBar(), self.viewport().height(), self.cursorRect().top()
        if top < high * 0.15:
            bar.setValue(bar.value() - round(high * 0.15 - top))
        elif top > high * 0.7:
            bar.setValue(bar.value() + round(top - high * 0.7))

    def _blocks_in_sight(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(QPointF(0, -scrolled))
            if box.top() > self.viewport().height():
                break
            yield block, box
            block = block.next()

    # What Qt asks of the page.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._centre_column()  # first: the text is laid out to the width that this leaves
        super().resizeEvent(event)
        if self._goal is not None:
            self._scroll_to_goal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go by sentences, with Ctrl by paragraphs; Enter chooses; the rest scrolls and selects text."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        step = _STEPS.get((Qt.Key(event.key()), modifiers == ctrl)) if modifiers in (plain, ctrl) else None
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if step:
            self._goal = None
            self._step(step[0], whole=step[1])
        elif enter and self.current is not None:
            self.pressed.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.current is not None and not self._has_selection():
            self.copy_wanted.emit(self.current)
        else:
            self._goal = None
            super().keyPressEvent(event)

    def _has_selection(self) -> bool:
        return self.textCursor().hasSelection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with selected text, and with the sentence under the pointer, or that the keys reached."""
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        number = (
            self.current if by_keys else self.sentence_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
        )
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if number is not None:
            copy = QAction("Copy the sentence and where it stands", menu)
            copy.triggered.connect(partial(self.copy_wanted.emit, number))
            menu.insertAction(menu.actions()[0], copy)
            menu.insertSeparator(menu.actions()[1])
        menu.popup(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the sentence under the pointer, unless text is being selected."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            number = self.sentence_at(event.position())
            self.point_at(number)
            hand = number is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selected no text chooses the sentence."""
        super().mouseReleaseEvent(event)
        number = self.sentence_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number is not None and not self.textCursor().hasSelection():
            self.pressed.emit(number)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tips, and the pointer's leaving."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.sentence_at(QPointF(event.pos()))
            if number is None:
                QToolTip.hideText()
            else:
                self.tip_wanted.emit(number, event.globalPos())
            return True
        if event.type() == QEvent.Type.Leave and not self._by_keys:
            self.point_at(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring round the page until the keys reach a sentence, if it was the keyboard that came here."""
        super().focusInEvent(event)
        self._ringed = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What only the keys had reached is no longer looked at."""
        super().focusOutEvent(event)
        self._ringed = False
        self.viewport().update()
        if self._by_keys and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.point_at(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The hand scrolls; no later resize moves the page."""
        self._goal = None
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._margin.paint(painter, self._blocks_in_sight(), self._known)
            if self._ringed and not self._by_keys:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(self._ring)
                painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
