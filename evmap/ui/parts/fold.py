"""A line of a list that unfolds what belongs to it, and two cards beside each other where there is room."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from evmap.ui.parts.blocks import Block, BlockButton, Edges, Look
from evmap.ui.theme import Theme

_INDENT = 26
_BESIDE = 520
"""From this width on, two quotes can stand beside each other and still have lines of words."""


class FoldHeader(BlockButton):
    """The line itself, with a sign that turns when it unfolds."""

    def __init__(self, blocks: Sequence[Block], theme: Theme) -> None:
        super().__init__(blocks, theme, look=Look.ROW, gap=2, edges=Edges(theme.px(_INDENT), 7, 8, 7))
        self.setCheckable(True)
        self._pen = QPen(theme.colour("muted"), 1.8)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._middle = QPointF(theme.px(12), theme.px(17))
        self._reach = theme.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        super().paintEvent(event)
        far, near, middle = self._reach, self._reach / 2, self._middle
        if self.isChecked():
            corners = (QPointF(-far, -near), QPointF(0, near), QPointF(far, -near))
        else:
            corners = (QPointF(-near, -far), QPointF(near, 0), QPointF(-near, far))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._pen)
            painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))


class Fold(QWidget):
    """A header and, once it was opened, what its maker made.

    Attributes:
        header: the line that opens and closes it.

    Signals:
        opened(): it was unfolded.
    """

    opened = Signal()

    def __init__(self, theme: Theme, name: str, blocks: Sequence[Block], make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._body: QWidget | None = None
        self.header = FoldHeader(blocks, theme)
        self.header.setAccessibleName(name)
        self.header.toggled.connect(self._on_toggled)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self.header)
        self._tell()

    def _on_toggled(self, opened: bool) -> None:
        if opened and self._body is None:
            self._body = self._make()
            self._rows.addWidget(self._body)
        if self._body:
            self._body.setVisible(opened)
        self._tell()
        if opened:
            self.opened.emit()

    def _tell(self) -> None:
        is_open = self.header.isChecked()
        self.header.setAccessibleDescription("Unfolded. Enter folds it." if is_open else "Folded. Enter unfolds it.")


class Pair(QWidget):
    """Two widgets beside each other, or below each other where there is no room for that.

    Attributes:
        least: how wide it has to be for the first.
    """

    def __init__(self, theme: Theme, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self.least = theme.px(_BESIDE)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        for part in (first, second):
            self._layout.addWidget(part, 1)

    @property
    def is_beside(self) -> bool:
        """Whether the two stand beside each other."""
        return self._layout.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        beside = event.size().width() >= self.least
        ways = QBoxLayout.Direction
        if beside != self.is_beside:
            self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
            self.updateGeometry()
        super().resizeEvent(event)
