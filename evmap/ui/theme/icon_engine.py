"""An icon for buttons and menus, drawn in any size when it is first shown. A map needs the drawing, but not this.

The first picture of a map draws the glyphs of kinds, and would wait for the enums of Qt's icons.
"""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from evmap.ui.theme.icons import draw_icon, icon_pixmap

_NORMAL, _OFF = QIcon.Mode.Normal, QIcon.State.Off


class IconEngine(QIconEngine):
    """Draws one of our icons in any size when it is asked for, so that menus never opened cost nothing."""

    def __init__(self, name: str, colour: QColor, dimmed: QColor, px: int) -> None:
        super().__init__()
        self._name, self._colour, self._dimmed, self._px = name, colour, dimmed, px

    def _colour_for(self, mode: QIcon.Mode) -> QColor:
        return self._dimmed if mode is QIcon.Mode.Disabled else self._colour

    def clone(self) -> QIconEngine:
        """Another engine for the same icon (Qt copies icons freely)."""
        return IconEngine(self._name, self._colour, self._dimmed, self._px)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw straight into a widget's painter."""
        draw_icon(painter, self._name, self._colour_for(mode), QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """A pixmap of exactly ``size`` device pixels."""
        return icon_pixmap(self._name, self._colour_for(mode), min(size.width(), size.height()), 1.0)

    def availableSizes(self, _mode: QIcon.Mode = _NORMAL, _state: QIcon.State = _OFF) -> list[QSize]:
        """The sizes offered where Qt must choose one itself (a window's icon)."""
        return [QSize(self._px, self._px), QSize(2 * self._px, 2 * self._px)]
