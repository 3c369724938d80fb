"""The tree of the outline: a Qt tree, which screen readers know, with our rows, our arrows and our Enter."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from evmap.ui.outline.model import OutlineModel
from evmap.ui.outline.painting import RowPainter
from evmap.ui.outline.rows import Row, What
from evmap.ui.theme import Theme
from evmap.workspace import Workspace

_INDENT = 26
_ARROW = 4.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineTree(QTreeView):
    """Shows the rows of an outline.

    Signals:
        opened(Row): Enter or a double click on a passage.
        menu_wanted(Row, QPoint): a menu is wanted for a row, or for none, at a point of the screen.
        pointed_at(str): the concept or link under the pointer, or "".
    """

    opened = Signal(object)
    menu_wanted = Signal(object, QPoint)
    pointed_at = Signal(str)

    def __init__(self, workspace: Workspace, model: OutlineModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._painter = RowPainter(workspace, model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setObjectName("outline-tree")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(False)
        self.setAnimated(False)
        self.setViewportMargins(4, 4, 0, 0)
        self.setAccessibleName("Outline")
        self.entered.connect(self._on_entered)
        self.doubleClicked.connect(self._on_double_click)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._arrow = QPen(theme.colour("muted"), 1.8 * theme.text)
        self._arrow.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._arrow.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._half = _ARROW * theme.scale
        self._indent = theme.px(_INDENT)
        self._share_width()
        self._painter.set_theme(theme)
        self._middle = self._painter.first_line() / 2
        self.scheduleDelayedItemsLayout()

    def forget(self) -> None:
        """The rows are others now."""
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """An arrow beside the first line of a row that can be opened; no lines."""
        row = self._rows.row(index)
        if row is None or not row.has_children:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._arrow)
        half, middle = self._half, QPointF(rect.right() - self.indentation() / 2 + 2, rect.top() + self._middle)
        if self.isExpanded(index):
            points = [QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)]
        else:
            points = [QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)]
        painter.drawPolyline(QPolygonF([middle + point for point in points]))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a passage in the reader, and any other row in the tree; Qt does the rest."""
        row = self._rows.row(self.currentIndex())
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and row is not None:
            if row.what is What.PASSAGE:
                self.opened.emit(row)
            elif row.has_children:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row; by key, of the current one, just below it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            index, at = self.indexAt(self.viewport().mapFromGlobal(event.globalPos())), event.globalPos()
        self.menu_wanted.emit(self._rows.row(index), at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse are the window's."""
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self.pointed_at.emit("")
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()
            self.scheduleDelayedItemsLayout()

    def _share_width(self) -> None:
        """Where large type leaves little room, rows are set in less, so that no word has to be torn apart."""
        least = round(2.4 * self._half)
        self.setIndentation(min(self._indent, max(self.viewport().width() // 12, least)))

    def _on_entered(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        self.pointed_at.emit(row.item if row else "")

    def _on_double_click(self, index: QModelIndex) -> None:
        row: Row | None = self._rows.row(index)
        if row is not None and row.what is What.PASSAGE:
            self.opened.emit(row)
