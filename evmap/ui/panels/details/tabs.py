"""The jump bar of a long page: names its sections, stays in sight while the page scrolls, shows where one is."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from evmap.ui.parts.page import Section
from evmap.ui.parts.pieces import BOLD
from evmap.ui.theme import Theme

HEIGHT = 40
_BETWEEN = 6


def jump_room(theme: Theme) -> QWidget:
    """An empty place on a page, as high as the bar that will stand there."""
    room = QWidget()
    room.setFixedHeight(theme.px(HEIGHT))
    return room


class Tab(QAbstractButton):
    """One section's name and count; underlined while one reads that section."""

    def __init__(self, section: Section, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.section = section
        self._theme = theme
        self._font = theme.sans(theme.px(14), BOLD)
        self._number = str(section.count)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{section.title}, {section.count}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _text_width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(self.section.title)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        number = QFontMetricsF(self._font).horizontalAdvance(self._number)
        return QSize(int(self._text_width() + number + 19), self._theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme, box = self._theme, QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setFont(self._font)
            lit = self.isChecked() or self.underMouse()
            painter.setPen(theme.colour("ink" if lit else "muted"))
            painter.drawText(box.adjusted(2, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, self.section.title)
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.sans(theme.px(14)))
            at = self._text_width() + 9
            painter.drawText(box.adjusted(at, 0, 0, -4), Qt.AlignmentFlag.AlignVCenter, self._number)
            if self.isChecked():
                painter.fillRect(QRectF(0, box.height() - 3.5, box.width() - 8, 3), theme.colour("accent"))
            if self.hasFocus():
                painter.setPen(QPen(theme.colour("focus"), 2))
                painter.drawRoundedRect(box.adjusted(-2, 3, -9, -5).adjusted(3, 0, 0, 0), 5, 5)


class JumpBar(QWidget):
    """The tabs in a row, or in several where one is too narrow, on an opaque ground with a rule below.

    Attributes:
        room: where it belongs on the page, over which it stands.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, sections: Sequence[Section], room: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.room = room
        self._theme = theme
        self.tabs = [Tab(section, theme, self) for section in sections]
        for tab in self.tabs:
            tab.clicked.connect(self._on_clicked)

    def height_at(self, width: int) -> int:
        """How high it is at a width."""
        return self._boxes(width)[-1].bottom() + 1 if self.tabs else 0

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        x = y = 0
        for tab in self.tabs:
            size = tab.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + size.height()
            boxes.append(QRect(x, y, min(size.width(), width), size.height()))
            x += size.width() + _BETWEEN
        return boxes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tabs into rows."""
        super().resizeEvent(event)
        for tab, box in zip(self.tabs, self._boxes(self.width()), strict=True):
            tab.setGeometry(box)

    def show_at(self, index: int) -> None:
        """Underline the section that is being read."""
        self.tabs[index].setChecked(True)

    def _on_clicked(self) -> None:
        self.chosen.emit(next(at for at, tab in enumerate(self.tabs) if tab.isChecked()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("panel"))
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.colour("faint"))
