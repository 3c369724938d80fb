"""A list of rows that is led from a field beside it: the field keeps the keyboard, the list shows where one is."""

from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from evmap.ui.parts.blocks import Block
from evmap.ui.theme import Theme

_EDGE, _ABOVE = 12, 6
_AT_ONCE = 24
"""So many rows are measured before the first picture, more than fit on a screen; others when one comes near them."""

Index = QModelIndex | QPersistentModelIndex


class Showable(Protocol):
    """Knows how to show rows of one sort."""

    def block(self, row: int) -> Block:
        """What a row looks like."""

    def words(self, row: int) -> str:
        """What a screen reader says of a row."""

    def can_be_chosen(self, row: int) -> bool:
        """Whether keys and mouse stop at it."""


class _Model(QAbstractListModel):
    """The rows; what they look like is made when it is asked for, and kept until there are others.

    The view gets to know of them little by little, as it measures every row it knows.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: Showable | None = None
        self._all = 0
        self._known = 0
        self._blocks: dict[int, Block] = {}

    def show(self, shown: Showable, count: int) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._shown, self._all = shown, count
        self._known = min(count, _AT_ONCE)
        self._blocks.clear()
        self.endResetModel()

    def block(self, row: int) -> Block:
        """What a row looks like."""
        if row not in self._blocks:
            assert self._shown
            self._blocks[row] = self._shown.block(row)
        return self._blocks[row]

    def all_rows(self) -> range:
        """The rows, also those that the view does not know yet."""
        return range(self._all)

    def can_be_chosen(self, row: int) -> bool:
        """Whether keys and mouse stop at a row."""
        return row in self.all_rows() and self._shown is not None and self._shown.can_be_chosen(row)

    def words(self, row: int) -> str:
        """What a row says."""
        return self._shown.words(row) if self._shown else ""

    def know(self, row: int) -> None:
        """Let the view know of all rows up to one."""
        if self._known <= row < self._all:
            last = min(row + _AT_ONCE, self._all)
            self.beginInsertRows(QModelIndex(), self._known, last - 1)
            self._known = last
            self.endInsertRows()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many rows the view knows."""
        return self._known

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there are more."""
        return self._known < self._all

    def fetchMore(self, _parent: Index) -> None:
        """The view came to the end of those it knows."""
        self.know(self._known)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, for screen readers and tests."""
        asked = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.words(index.row()) if asked and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and notes are only read."""
        can = self.can_be_chosen(index.row())
        return Qt.ItemFlag.ItemIsEnabled | (Qt.ItemFlag.ItemIsSelectable if can else Qt.ItemFlag.NoItemFlags)


class _RowPainter(QStyledItemDelegate):
    """Draws a row on its ground: plain, under the pointer, or the current one."""

    def __init__(self, model: _Model, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self.width = 400

    def height(self, row: int) -> int:
        """How high a row is."""
        return int(self._model.block(row).height(self.width - 2 * _EDGE) + 2 * _ABOVE + 0.999)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as what it shows."""
        return QSize(self.width, self.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and row."""
        box = QRectF(option.rect)
        state = option.state
        chosen = index.flags() & Qt.ItemFlag.ItemIsSelectable
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen and state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self.theme.colour("accent"), 1.4))
            painter.setBrush(self.theme.colour("accent.soft"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)
        elif chosen and state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.colour("hover"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)
        block = self._model.block(index.row())
        block.paint(painter, box.x() + _EDGE, box.y() + _ABOVE, box.width() - 2 * _EDGE)
        painter.restore()


class RowList(QListView):
    """Rows below each other, one of which may be the current one.

    Signals:
        chosen(int): a row that can be chosen was clicked.
    """

    chosen = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Model(self)
        self._painter = _RowPainter(self._rows, theme, self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme; the rows are to be shown anew."""
        self._painter.theme = theme

    def show_rows(self, shown: Showable, count: int) -> None:
        """Show other rows, from the top, none of them current."""
        self._rows.show(shown, count)
        self.scrollToTop()

    @property
    def current(self) -> int:
        """The current row, -1 for none."""
        return self.currentIndex().row()

    def set_current(self, row: int) -> None:
        """Make a row the current one, and see to it that it is in sight."""
        self._rows.know(row)
        index = self._rows.index(row) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)
        if row == self._first():
            self.scrollToTop()  # with the heading above it
        elif index.isValid():
            self.scrollTo(index)

    def row_from(self, row: int, by: int) -> int:
        """The row that can be chosen so many such rows away, as far as there are any; from -1 the first or last."""
        choices = [each for each in self._rows.all_rows() if self._rows.can_be_chosen(each)]
        if not choices:
            return -1
        if row not in choices:
            return choices[0] if by > 0 else choices[-1]
        return choices[min(max(choices.index(row) + by, 0), len(choices) - 1)]

    def text_of(self, row: int) -> str:
        """What a row says."""
        return self._rows.words(row)

    @property
    def texts(self) -> list[str]:
        """What all the rows say."""
        return [self.text_of(row) for row in self._rows.all_rows()]

    def height_at(self, width: int, most: int) -> int:
        """How high the list wants to be at a width, at most so high."""
        self._painter.width = width - 2
        high = 8
        for row in range(self._rows.rowCount()):
            high += self._painter.height(row)
            if high >= most:
                self._painter.width -= self.verticalScrollBar().sizeHint().width()
                return most
        return high

    def _first(self) -> int:
        return next(filter(self._rows.can_be_chosen, self._rows.all_rows()), -1)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._rows.can_be_chosen(index.row()):
            self.chosen.emit(index.row())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rows that are only read take no click, and nothing takes the focus from the field."""
        if self._rows.can_be_chosen(self.indexAt(event.position().toPoint()).row()):
            super().mousePressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """A hand over what can be clicked."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            over = self._rows.can_be_chosen(self.indexAt(event.position().toPoint()).row())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)
