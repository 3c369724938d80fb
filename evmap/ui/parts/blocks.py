"""Widgets made of blocks of text: a label that only shows, and a button that is one big target for mouse and keys.

One widget per card, not one per line: a panel of forty cards stays quick, and a screen reader meets one name per card.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimerEvent, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from evmap.ui.parts.text_block import TextBlock
from evmap.ui.theme import Theme


class Block(Protocol):
    """Something that knows its height for a width and can draw itself."""

    text: str

    def height(self, width: float) -> float:
        """How high it is at this width."""

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        """Draw it with its top left corner at ``x, y``."""


class Edges(Struct, frozen=True):
    """The room around the blocks of a widget."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Stack:
    """Blocks below each other with a gap between them."""

    def __init__(self, blocks: Sequence[Block], gap: float, edges: Edges) -> None:
        self.blocks = tuple(blocks)
        self._gap = gap
        self._edges = edges
        self._heights: dict[float, int] = {}  # layouts ask for the same few widths again and again

    @property
    def text(self) -> str:
        """What all the blocks say."""
        return "\n".join(block.text for block in self.blocks)

    def height(self, width: float) -> int:
        """How high the stack is, its edges included, rounded up."""
        if width not in self._heights:
            self._heights[width] = self._measured(width)
        return self._heights[width]

    def _measured(self, width: float) -> int:
        inner = self._inner(width)
        gaps = self._gap * max(len(self.blocks) - 1, 0)
        return int(
            sum(block.height(inner) for block in self.blocks) + gaps + self._edges.top + self._edges.bottom + 0.999
        )

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw all the blocks."""
        inner, y = self._inner(width), self._edges.top
        for block in self.blocks:
            block.paint(painter, self._edges.left, y, inner)
            y += block.height(inner) + self._gap

    def natural_width(self) -> int:
        """How wide the stack is when nothing wraps."""
        wide = max((block.natural_width() for block in self.blocks if isinstance(block, TextBlock)), default=0.0)
        return int(wide + self._edges.left + self._edges.right + 1.999)

    def _inner(self, width: float) -> float:
        return max(width - self._edges.left - self._edges.right, 1.0)


LOOK_MS = 70
"""So long something is pointed at before the map lights up: crossing the page is no looking."""
NO_EDGES = Edges()
_CARD_EDGES = Edges(14, 12, 14, 12)


class BlockLabel(QLabel):
    """Blocks that are only shown. It is a label, so that its text can be read by screen readers and tests."""

    def __init__(
        self, blocks: Sequence[Block], *, gap: float = 6.0, edges: Edges = NO_EDGES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = Stack(blocks, gap, edges)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self._stack.text)
        self.setAccessibleName(self._stack.text)
        grow_down(self)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its content is at this width."""
        return self._stack.height(width)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(200, self._stack.height(200))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(40, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._stack.paint(painter, self.width())


class Look(StrEnum):
    """How a block button is framed."""

    CARD = "card"  # a frame of its own
    ROW = "row"  # one of a list: a line below, a soft ground under the pointer
    PILL = "pill"  # a small button as wide as its text


class BlockButton(QAbstractButton):
    """Blocks that are one button: a click, Enter or Space anywhere on it does its one thing.

    Attributes:
        copied: gives the text for Ctrl+C while the button has the focus; empty for none.

    Signals:
        pointed(bool): whether one looks at it, with the pointer or the keyboard; told once that has lasted a moment.
    """

    pointed = Signal(bool)

    def __init__(
        self,
        blocks: Sequence[Block],
        theme: Theme,
        *,
        look: Look = Look.CARD,
        gap: float = 8.0,
        edges: Edges = _CARD_EDGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.copied: Callable[[], str] | None = None
        self._stack = Stack(blocks, gap, edges)
        self._theme = theme
        self._look = look
        self._by_keys = False
        self._is_under_pointer = self._is_told = False
        self._timer = 0
        self.setAccessibleName(self._stack.text)  # no button text: an ampersand in it would become a shortcut
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        grow_down(self)

    @property
    def is_ringed(self) -> bool:
        """Whether it has the focus and shows it, because the keyboard brought it here."""
        return self.hasFocus() and self._by_keys

    def copy(self) -> None:
        """Put what this button stands for on the clipboard."""
        if self.copied:
            QGuiApplication.clipboard().setText(self.copied())

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        theme, lit = self._theme, self.underMouse() or self.isDown()
        if self._look is Look.ROW:
            if lit:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            return
        radius = 9.0 if self._look is Look.CARD else box.height() / 2
        painter.setPen(QPen(theme.colour("accent" if lit else "faint" if self._look is Look.CARD else "edge"), 1.0))
        painter.setBrush(theme.colour("card"))
        painter.drawRoundedRect(box, radius, radius)

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("focus"), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its content is at this width."""
        return self._stack.height(width)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        width = 200 if self._look is not Look.PILL else self._stack.natural_width()
        return QSize(width, self._stack.height(width))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(40, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus: only then is a ring shown."""
        self._by_keys = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        super().focusInEvent(event)
        self._look_soon()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard looks elsewhere."""
        super().focusOutEvent(event)
        self._look_soon()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        super().enterEvent(event)
        self._is_under_pointer = True
        self._look_soon()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        super().leaveEvent(event)
        self._is_under_pointer = False
        self._look_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at what is not there."""
        super().hideEvent(event)
        self._is_under_pointer = False
        self._tell_pointed()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Whether one looks at it has lasted."""
        if event.timerId() == self._timer:
            self._tell_pointed()
        else:
            super().timerEvent(event)

    def _look_soon(self) -> None:
        if not self._timer:
            self._timer = self.startTimer(LOOK_MS, Qt.TimerType.PreciseTimer)

    def _tell_pointed(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
        is_looked_at = self.isVisible() and (self._is_under_pointer or self.is_ringed)
        if is_looked_at is not self._is_told:
            self._is_told = is_looked_at
            self.pointed.emit(is_looked_at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.copied:
            self.copy()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Show that it was enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._stack.paint(painter, self.width())
            if self.is_ringed:
                self._paint_focus(painter)


def grow_down(widget: QWidget) -> None:
    """Let a widget be as high as its content is at the width it gets."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
