"""All steps of a talk to choose one: their pictures with number and title, for mouse, keys and screen readers."""

from math import ceil, sqrt

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from evmap.ui.parts.text_block import Run, TextBlock
from evmap.ui.presenter.step_pictures import StepPictures
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable
from evmap.workspace.talk import Talk

_SHARE = 0.88
"""Of its window, at most."""

_MOST_COLUMNS = 6
_PADDING, _GAP, _INSET = 14, 8, 8
_TYPE = 1 / 50
_SPARE = 12
"""With less to spare the list puts a column less side by side."""

Index = QModelIndex | QPersistentModelIndex


class _Cards(QStyledItemDelegate):
    """Paints a step: its picture, and below it number and title."""

    def __init__(self, pictures: StepPictures, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures, self._theme = pictures, theme
        self.size = QSize(200, 150)
        self.font = theme.sans(15)
        self.words_height = 20.0
        self._words: dict[str, TextBlock] = {}

    def take_font(self, font: QFont) -> None:
        """Write in another font."""
        self.font = font
        self._words.clear()

    def words(self, text: str) -> TextBlock:
        """Number and title, to be painted."""
        if text not in self._words:
            self._words[text] = TextBlock([Run(text, self.font, self._theme.colour("ink"))], leading=1.2)
        return self._words[text]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All cards are alike."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one."""
        theme, box, state = self._theme, QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme.colour("accent"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent.soft" if chosen else "hover"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        frame = box.adjusted(_INSET, _INSET, -_INSET, -_INSET - self.words_height)
        picture = self._pictures.of(index.row())
        if picture is None:
            painter.fillRect(frame, theme.colour("card"))
        else:
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
        painter.setPen(theme.colour("edge"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        words = self.words(str(index.data()))
        words.paint(painter, frame.x(), frame.bottom() + QFontMetricsF(self.font).height() * 0.25, frame.width())
        painter.restore()


class Overview(QListWidget):
    """The steps by picture, number and title, the present one chosen.

    Signals:
        chosen(int): go to a step, counted from 0.
        key(QKeyEvent): a key that is not the list's own; the talk's.
    """

    chosen = Signal(int)
    key = Signal(QKeyEvent)

    def __init__(self, talk: Talk, theme: Theme, pictures: StepPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._talk, self._theme, self._pictures = talk, theme, pictures
        self._cards = _Cards(pictures, theme, self)
        self.setItemDelegate(self._cards)
        self.setAccessibleName("All steps")
        panel, edge = (theme.colour(role).name() for role in ("panel", "edge"))
        self.setStyleSheet(
            f"QListWidget {{ background: {panel}; border: 1px solid {edge}; border-radius: 12px;"
            f" padding: {_PADDING}px {_PADDING - _GAP}px {_PADDING - _GAP}px {_PADDING}px; }}"
        )
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, step in enumerate(talk.tour.steps, 1):
            item = QListWidgetItem(showable(f"{number}   {step.title}"))
            item.setToolTip(showable(step.title))
            self.addItem(item)
        self.itemClicked.connect(self._clicked)
        pictures.made.connect(self.viewport().update)
        self.hide()

    def follow(self, *, visible: bool) -> None:
        """Be there or not, with the present step chosen."""
        if visible and not self.isVisible():
            self.place()
            self.setCurrentRow(self._talk.state.at.step)
            self.show()
            self.raise_()
        elif not visible:
            self.hide()

    def place(self) -> None:
        """Stand in the middle of the window, as large as the steps need: few are large, many scroll."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide, high, count = parent.width(), parent.height(), max(self.count(), 1)
        self._cards.take_font(self._theme.sans(max(high * _TYPE, 13.0), QFont.Weight.DemiBold))
        around = 2 * (_PADDING + 1) - _GAP + _SPARE
        least = min(max(ceil(sqrt(count)), 2), _MOST_COLUMNS)
        for columns in range(least, _MOST_COLUMNS + 1):
            card = self._card(int((wide * _SHARE - around) / columns) - _GAP)
            needed = ceil(count / columns) * (card.height() + _GAP) + around
            if needed <= high * _SHARE:
                break
        self._cards.size = card
        self.setGridSize(card + QSize(_GAP, _GAP))
        w, h = columns * (card.width() + _GAP) + around, min(needed, int(high * _SHARE))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if needed > h else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)  # where it may come, the list keeps room for it in any case
        bar = self.verticalScrollBar().sizeHint().width() if needed > h else 0
        self.setGeometry((wide - w - bar) // 2, (high - h) // 2, w + bar, h)

    def _card(self, width: int) -> QSize:
        """How large a card of a width is: a picture of a usual screen, and the title that needs most room."""
        room = width - 2 * _INSET
        cards, line = self._cards, QFontMetricsF(self._cards.font).height()
        titles = (cards.words(self.item(row).text()).height(room) for row in range(self.count()))
        cards.words_height = max(titles, default=line) + line * 0.3
        return QSize(width, round(room * 9 / 16 + 2 * _INSET + cards.words_height))

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keys: arrows choose, Enter goes."""
        super().showEvent(event)
        self._pictures.begin()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """No more pictures are needed."""
        super().hideEvent(event)
        self._pictures.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move among the steps, Enter goes; every other key is the talk's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._talk.state.typed:
            self.chosen.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            super().keyPressEvent(event)
        else:
            self.key.emit(event)

    def _clicked(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self.row(item))
