"""Small buttons side by side that wrap to the next row."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from evmap.ui.parts.blocks import grow_down


class Flow(QWidget):
    """A row of widgets of their own natural size that wraps."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QWidget] = []
        grow_down(self)

    def add(self, part: QWidget) -> None:
        """Put a widget at the end."""
        part.setParent(self)
        self._parts.append(part)

    def natural_width(self) -> int:
        """How wide it is when nothing wraps."""
        sizes = [_natural(part).width() for part in self._parts]
        return sum(sizes) + self._gap * max(len(sizes) - 1, 0)

    def _boxes(self, width: int) -> list[QRect]:
        boxes: list[QRect] = []
        x = y = row = 0
        for part in self._parts:
            size = _natural(part)
            if x and x + size.width() > width:
                x, y, row = 0, y + row + self._gap, 0
            wide, high = min(size.width(), max(width, 1)), size.height()
            if wide < size.width() and part.hasHeightForWidth():
                high = max(part.heightForWidth(wide), high)
            boxes.append(QRect(x, y, wide, high))
            x += wide + self._gap
            row = max(row, high)
        return boxes

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its content is at this width."""
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(40, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        for part, box in zip(self._parts, self._boxes(self.width()), strict=True):
            part.setGeometry(box)


def _natural(part: QWidget) -> QSize:
    """How large a part wants to be; the style sheet's type counts, also before it was first shown."""
    part.ensurePolished()
    return part.sizeHint()
