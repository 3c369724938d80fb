"""A small button over the map, which keeps its picture: the map below it is painted anew with every frame of a gesture.

By a style sheet Qt takes as long to draw three of them as to copy the whole map.
"""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton


class MapButton(QPushButton):
    """Takes no focus, as keys do the same."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)  # asked for with a parent too, Qt's icons would come first
        self._picture: QPixmap | None = None
        self.setObjectName("map-button")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def say(self, text: str, name: str, hint: str) -> None:
        """What is read on it, what a screen reader says, and what its tip tells."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(hint)
        self._take_picture()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture; draw what a pointer is over or presses, or what came to another screen."""
        picture = self._picture
        if picture is None or picture.devicePixelRatio() != self.devicePixelRatioF() or self._in_hand:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, picture)

    def changeEvent(self, event: QEvent) -> None:
        """It looks different now."""
        super().changeEvent(event)
        self._take_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It is larger or smaller."""
        super().resizeEvent(event)
        self._take_picture()

    def showEvent(self, event: QShowEvent) -> None:
        """It is seen."""
        super().showEvent(event)
        self._take_picture()

    @property
    def _in_hand(self) -> bool:
        return self.underMouse() or self.isDown()

    def _take_picture(self) -> None:
        """Let Qt draw it once, as it looks at rest."""
        self._picture = None
        if not self.isVisible() or self._in_hand:
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        self.render(picture, QPoint(), QRegion(), self.RenderFlag.DrawChildren)
        self._picture = picture
