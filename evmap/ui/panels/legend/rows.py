"""The rows of the legend: a sign, what it means and how many there are; each row is a switch that filters its group."""

from collections.abc import Callable
from enum import Enum

from msgspec import Struct
from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from evmap.ui.parts.blocks import grow_down
from evmap.ui.parts.elided_button import ElidedButton
from evmap.ui.parts.pieces import prose
from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.theme import Theme
from evmap.workspace import Lens

_GAP, _EDGE = 7, 4

Sign = Callable[[QPainter, QRectF], None]
"""Draws a sign into a box as high as a line."""


Group = tuple[Lens, str]


class Wish(Enum):
    """What a person wants of a group."""

    SWITCH = "switch"  # hide it, or show it again
    ONLY = "only"  # show only this one of its lens
    ONLY_AFTER_ALL = "only after all"  # the same, by a double click, whose first click has switched it


class RowWords(Struct, frozen=True):
    """What a row says, is counted in, and explains when it is pointed at."""

    text: str
    things: str
    tip: str


class LegendRow(QCheckBox):
    """A group of a lens. Checked it is shown; a click hides it or shows it again.

    It is a check box to assistive technology, and painted as a row of a legend: a hidden one is struck through.

    Signals:
        wanted(group, Wish): what a person wants of the group.
    """

    wanted = Signal(object, object)

    def __init__(self, theme: Theme, group: Group, words: RowWords, sign: Sign, sign_width: int) -> None:
        super().__init__()
        self._about = group
        self._theme, self._words, self._sign, self._sign_width = theme, words, sign, sign_width
        self._number = ""
        self._by_keys = False
        self._font: QFont = theme.sans(theme.px(12.5))
        self._plain = prose(theme, words.text, 13, leading=1.28)
        metrics = QFontMetricsF(theme.sans(theme.px(13)))
        self._longest = max(metrics.horizontalAdvance(word) for word in words.text.split()) + 1
        struck = QFont(theme.sans(theme.px(13)))
        struck.setStrikeOut(True)
        self._faint = TextBlock([Run(words.text, struck, theme.colour("muted"))], leading=1.28)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(words.tip)
        grow_down(self)

    @property
    def words(self) -> str:
        """What it means and how much of it is shown, in one line."""
        return self.accessibleName()

    def tell(self, shown: bool, number: int, total: int) -> None:
        """Say whether the group is shown, and how many of it are."""
        self.setChecked(shown)
        self._number = str(total) if number == total else f"{number} of {total}"
        self.setAccessibleName(f"{self._words.text}, {total}")
        self.setAccessibleDescription(
            f"{number} shown of {total} {self._words.things}. Space hides or shows them, Ctrl+Space shows only these."
        )
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state to the workspace, which says what is hidden."""

    def hitButton(self, position: QPoint) -> bool:
        """All of the row can be clicked."""
        return self.rect().contains(position)

    def _beside(self, width: float) -> float:
        """How much room the words have with the number beside them."""
        number = QFontMetricsF(self._font).horizontalAdvance(self._number)
        return width - self._sign_width - _GAP - number - 4 - _EDGE

    def _is_stacked(self, width: float) -> bool:
        """Whether the number stands below the words, since beside it a word would be torn apart."""
        return self._beside(width) < self._longest

    def _text_width(self, width: float) -> float:
        room = width - self._sign_width - _GAP if self._is_stacked(width) else self._beside(width)
        return max(room, 1.0)

    def _number_height(self, width: float) -> float:
        """What the number adds to the height."""
        return QFontMetricsF(self._font).height() if self._is_stacked(width) else 0.0

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its content is at this width."""
        least = self._theme.px(24)
        high = self._plain.height(self._text_width(width)) + self._number_height(width)
        return max(int(high + self._theme.px(6) + 0.999), least)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(160, self.heightForWidth(160))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(60, self._theme.px(24))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click switches the row; with Ctrl it shows only this one. The second of a double click does so too."""
        inside = self.isDown() and self.rect().contains(event.position().toPoint())
        self.setDown(False)
        if event.button() == Qt.MouseButton.LeftButton and inside:
            only = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.wanted.emit(self._about, Wish.ONLY if only else Wish.SWITCH)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show only this one; the first click has switched it, which no longer matters."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(self._about, Wish.ONLY_AFTER_ALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter switch it; with Ctrl they show only this one; arrows go to the next row."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            only = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.wanted.emit(self._about, Wish.ONLY if only else Wish.SWITCH)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space has done its work when it was pressed."""
        if event.key() == Qt.Key.Key_Space:
            event.accept()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note whether the keyboard brought the focus: only then is a ring shown."""
        self._by_keys = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            width, shown = self._text_width(self.width()), self.isChecked()
            block = self._plain if shown else self._faint
            below = self._number_height(self.width())
            top = (self.height() - block.height(width) - below) / 2
            painter.setOpacity(1.0 if shown else 0.35)
            self._sign(painter, QRectF(0, 0, self._sign_width, self.height()))
            painter.setOpacity(1.0)
            block.paint(painter, self._sign_width + _GAP, top, width)
            painter.setFont(self._font)
            painter.setPen(self._theme.colour("muted"))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            at = QRectF(self.rect()).adjusted(0, 0, -_EDGE, 0)
            if below:
                at = at.adjusted(0, self.height() - below - top, 0, -top)
            painter.drawText(at, flags, self._number)
            if not shown:
                self._strike_sign(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        around = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(around, 5, 5)
        if self.hasFocus() and self._by_keys:
            painter.setPen(QPen(self._theme.colour("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    def _strike_sign(self, painter: QPainter) -> None:
        """The words of what is hidden are struck through, and so is its sign: it is seen without any colour."""
        painter.setPen(QPen(self._theme.colour("muted"), 1.3))
        y = round(self.height() / 2)
        painter.drawLine(QPoint(0, y), QPoint(self._sign_width, y))


class FoldButton(ElidedButton):
    """The heading of a section that can be folded."""

    def __init__(self, text: str, unfolded: bool, theme: Theme, lens: Lens) -> None:
        super().__init__()
        self.lens = lens
        self.setProperty("look", "fold")
        self.setText(f"{'▾' if unfolded else '▸'}  {text.upper()}")
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{'Unfolded' if unfolded else 'Folded'}. Press Space to change that.")
        font = QFont(theme.sans(theme.px(11), QFont.Weight.Bold))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        self.setFont(font)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
