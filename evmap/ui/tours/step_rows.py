"""The steps of a tour as a list: a click shows one on the map; one's own are dragged, or moved with Alt and arrows."""

from msgspec import Struct
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from evmap.model import Tour
from evmap.ui.parts.pieces import SEMIBOLD, prose
from evmap.ui.parts.text_block import TextBlock
from evmap.ui.theme import Theme

_ROWS_IN_SIGHT = 8
Index = QModelIndex | QPersistentModelIndex


class StepWords(Struct, frozen=True):
    """What the row of one step says."""

    number: int
    title: str
    info: str
    is_whole: bool = True


class _Painter(QStyledItemDelegate):
    """Number, title and a line of what the step holds."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: dict[StepWords, tuple[TextBlock, TextBlock]] = {}
        self._number = theme.sans(theme.px(12.5), SEMIBOLD)
        self._left, self._edge = theme.px(30), theme.px(6)
        self._ring = QPen(theme.colour("focus"), 2.0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words are at the width of the list."""
        rows = self.parent()
        width = rows.viewport().width() if isinstance(rows, QListWidget) else 200
        words = _words(index)
        title, info = self._of(words)
        room = self._room(width)
        height = title.height(room) + (info.height(room) + 1 if words.info else 0)
        return QSize(width, int(height + 2 * self._edge + 0.999))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        words, theme = _words(index), self._theme
        title, info = self._of(words)
        box = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("accent.soft" if chosen else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if chosen:
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(box.x(), box.y() + 4, 3, box.height() - 8), 1.5, 1.5)
        painter.setFont(self._number)
        painter.setPen(theme.colour("accent" if chosen else "muted"))
        line = title.height(1e6)
        number = QRectF(box.x(), box.y() + self._edge, self._left - self._edge, line)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(words.number))
        room = self._room(box.width())
        title.paint(painter, box.x() + self._left, box.y() + self._edge, room)
        if words.info:
            info.paint(painter, box.x() + self._left, box.y() + self._edge + title.height(room) + 1, room)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(self._ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()

    def _room(self, width: float) -> float:
        return max(width - self._left - self._edge, 1.0)

    def _of(self, words: StepWords) -> tuple[TextBlock, TextBlock]:
        if words not in self._blocks:
            if len(self._blocks) > 400:
                self._blocks.clear()
            role = "muted" if words.is_whole else "care"
            title = prose(self._theme, words.title, 14, leading=1.28)
            self._blocks[words] = (title, prose(self._theme, words.info, 12, role, leading=1.28))
        return self._blocks[words]


class StepRows(QListWidget):
    """The steps of one tour.

    Signals:
        shown(int): a step is to be shown, counted from 0.
        given(int): the tour is to be presented from a step.
        moved(int, int): a step is to stand at another place.
        doubled(int): a copy of a step is wanted.
        removed(int): a step is to go.
    """

    shown = Signal(int)
    given = Signal(int)
    moved = Signal(int, int)
    doubled = Signal(int)
    removed = Signal(int)

    def __init__(self, theme: Theme, *, own: bool) -> None:
        super().__init__()
        self._own, self._theme = own, theme
        self._dragged = -1
        self.setObjectName("tour-steps")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Steps")
        keys = "Enter presents from here"
        if own:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            keys = "Alt+Up and Alt+Down move a step, Ctrl+D duplicates it, Delete removes it, Enter presents from here"
        self.setAccessibleDescription(keys)
        self.setToolTip(f"Click: show it on the map. Double click: present from here.{_DRAG if own else ''}")
        self.currentRowChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_clicked)
        self.itemDoubleClicked.connect(self._on_double)

    def tell(self, words: tuple[StepWords, ...], at: int | None) -> None:
        """Say what the steps are, and which is shown."""
        self.blockSignals(True)
        while self.count() > len(words):
            self.takeItem(self.count() - 1)
        while self.count() < len(words):
            item = QListWidgetItem()
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            self.addItem(item)
        for row, each in enumerate(words):
            item = self.item(row)
            if item.data(Qt.ItemDataRole.UserRole) != each:
                item.setData(Qt.ItemDataRole.UserRole, each)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Step {each.number}: {each.title}. {each.info}")
        if at is None:
            self.clearSelection()
            self.setCurrentRow(-1)
        elif at != self.currentRow():
            self.setCurrentRow(at)
        self.blockSignals(False)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Keys that move and remove steps are for the list while it has the focus, not for the map."""
        overrides = event.type() == QEvent.Type.ShortcutOverride and self._own
        if overrides and isinstance(event, QKeyEvent) and self._wish(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, duplicate, remove, present."""
        row, wish = self.currentRow(), self._wish(event)
        if row >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit(row)
        elif self._own and row >= 0 and wish is not None:
            if isinstance(wish, int):
                if 0 <= row + wish < self.count():
                    self.moved.emit(row, row + wish)
            else:
                (self.doubled if wish == "double" else self.removed).emit(row)
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the step under the hand along."""
        self._dragged = self.currentRow()
        super().startDrag(actions)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the step down: the tour changes, and the list follows it."""
        self.drop_at(event.position().toPoint(), self._dragged)
        event.setDropAction(Qt.DropAction.CopyAction)  # else the view takes its own row away
        event.accept()
        self._dragged = -1

    def drop_at(self, point: QPoint, row: int) -> None:
        """Let a step stand where it is put down."""
        under = self.indexAt(point)
        to = self.count() if not under.isValid() else under.row()
        if under.isValid() and point.y() > self.visualRect(under).center().y():
            to += 1
        to -= 1 if to > row else 0
        if row >= 0 and to != row:
            self.moved.emit(row, to)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: words wrap to the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    @staticmethod
    def _wish(event: QKeyEvent) -> int | str | None:
        """What a key asks: a move by so many rows, "double" or "remove"."""
        held, key = event.modifiers(), event.key()
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return -1 if key == Qt.Key.Key_Up else 1
        if held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            return "double"
        return "remove" if key == Qt.Key.Key_Delete else None

    def _fit(self) -> None:
        """As high as its steps, up to a few; then it scrolls."""
        rows = [self.sizeHintForRow(row) for row in range(self.count())]
        most = sum(rows[:_ROWS_IN_SIGHT]) + (rows[_ROWS_IN_SIGHT] // 2 if len(rows) > _ROWS_IN_SIGHT else 0)
        self.setFixedHeight(max(most, 1) + 2)

    def _on_current(self, row: int) -> None:
        if row >= 0:
            self.shown.emit(row)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.shown.emit(self.row(item))

    def _on_double(self, item: QListWidgetItem) -> None:
        self.given.emit(self.row(item))


_DRAG = " Drag: put it elsewhere."


def words_of(tour: Tour, infos: tuple[tuple[str, bool], ...]) -> tuple[StepWords, ...]:
    """The words of all rows of a tour; of each step what it holds, and whether all of that is on the map."""
    both = zip(tour.steps, infos, strict=True)
    return tuple(StepWords(at, step.title or "Untitled step", *info) for at, (step, info) in enumerate(both, 1))


def _words(index: Index) -> StepWords:
    words = index.data(Qt.ItemDataRole.UserRole)
    return words if isinstance(words, StepWords) else StepWords(0, "", "")
