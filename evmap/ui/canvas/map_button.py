"""A small button over the map, which keeps its picture: the map below it is painted anew with every frame of a gesture.

By a style sheet Qt takes as long to draw three of them as to copy the whole map.
"""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QPushButton


class MapButton(QPushButton):
    """Takes no focus, as keys do the same."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)  # asked for with a parent too, Qt's icons would come first
        self._picture: QPixmap | None = None
        self._pictured: tuple[object, ...] = ()
        self._to_be_taken = False
        self.setObjectName("map-button")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def say(self, text: str, name: str, hint: str) -> None:
        """What is read on it, what a screen reader says, and what its tip tells."""
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the picture. Qt draws what a pointer is over or presses, and what looks different now."""
        if self._picture is not None and not self._in_hand and self._pictured == self._look():
            with QPainter(self) as painter:
                painter.drawPixmap(0, 0, self._picture)
            return
        super().paintEvent(event)
        if not self._to_be_taken:
            self._to_be_taken = True
            QTimer.singleShot(0, self, self._take_picture)  # later: no first picture of a map waits for it

    @property
    def _in_hand(self) -> bool:
        return self.underMouse() or self.isDown()

    def _look(self) -> tuple[object, ...]:
        """All that its picture depends on. Asked when it is painted: Qt tells of a dozen changes while one is made."""
        size = self.width(), self.height(), self.devicePixelRatioF()
        return (*size, self.text(), self.isEnabled(), self.font().key(), self.palette().cacheKey())

    def _take_picture(self) -> None:
        """Let Qt draw it once more, as it looks at rest, to be kept."""
        if self.isVisible() and not self._in_hand:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            self._picture = None
            self.render(picture, QPoint(), QRegion(), self.RenderFlag.DrawChildren)
            self._picture, self._pictured = picture, self._look()
        self._to_be_taken = False
