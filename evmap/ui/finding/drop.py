"""A frame that drops down over the window: it holds a list of rows, as wide and high as there is room for."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evmap.ui.finding.row_list import RowList, Showable
from evmap.ui.theme import Theme

_WIDE = 640
_EDGE = 12
_GAP = 4
_LEAST_LIST = 60


class Drop(QFrame):
    """A part of the window, not a window of its own: the keyboard's focus stays in the field that leads the list.

    Attributes:
        rows: the list.
    """

    def __init__(self, name: str, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("look", "popup")
        self.setAccessibleName(name)
        self.rows = RowList(name, theme, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 4, 1, 4)
        self._column.setSpacing(0)
        self._column.addWidget(self.rows)
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme; the rows are to be shown anew."""
        self._theme = theme
        self.rows.set_theme(theme)

    def put_above(self, widget: QWidget) -> None:
        """Put something over the list, such as the field that leads it."""
        self._column.insertWidget(0, widget)

    def show_rows(self, shown: Showable, count: int) -> None:
        """Show other rows."""
        self.rows.show_rows(shown, count)

    def drop_at(self, middle: int, top: int) -> None:
        """Show it below a height of the window, around a middle, as far as the window has the room."""
        window = self._window
        wide = min(self._theme.px(_WIDE), window.width() - 2 * _EDGE)
        most = window.height() - top - 4 * _EDGE
        above = sum(
            item.sizeHint().height()
            for item in (self._column.itemAt(at) for at in range(self._column.count() - 1))
            if item
        )
        high = self.rows.height_at(wide - 2, max(most - above - 10, _LEAST_LIST)) + above + 10
        left = min(max(middle - wide // 2, _EDGE), window.width() - wide - _EDGE)
        self.setGeometry(left, top + _GAP, wide, high)
        self.show()
        self.raise_()

    def drop_under(self, widget: QWidget) -> None:
        """Show it below a widget of the window."""
        corner = widget.mapTo(self._window, QPoint(0, 0))
        self.drop_at(corner.x() + widget.width() // 2, corner.y() + widget.height())
