"""What lies over the map in its corners: buttons for nearer, farther and all of it, and the minimap."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from evmap.model import Rect
from evmap.ui.canvas.minimap import HEIGHT, WIDTH, Minimap

_OFF_EDGE = 12


class ZoomButtons(QWidget):
    """Three small buttons: ``farther``, ``nearer`` and ``whole``. Keys do the same, so Tab passes them by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.farther = self._button("−", "Zoom out")
        self.nearer = self._button("+", "Zoom in")
        self.whole = self._button("Fit", "Show the whole map")

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setObjectName("map-button")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._row.addWidget(button)
        return button


class Corners:
    """The buttons at the bottom left and the minimap at the bottom right.

    Attributes:
        buttons: the three buttons.
        minimap: the small map.
        minimap_wanted: whether it is to be shown; it steps aside all the same where it would hide some of the map.
    """

    def __init__(self, parent: QWidget) -> None:
        self.buttons = ZoomButtons(parent)
        self.minimap = Minimap(parent)
        self.minimap_wanted = True

    def place(self, width: int, height: int) -> None:
        """Stand in the corners of a canvas of this size."""
        self.buttons.adjustSize()
        self.buttons.move(_OFF_EDGE, height - self.buttons.height() - _OFF_EDGE)
        self.minimap.move(width - WIDTH - _OFF_EDGE, height - HEIGHT - _OFF_EDGE)

    def minimap_rect(self) -> Rect:
        """Where the minimap stands or would stand."""
        place = self.minimap.geometry()
        return (float(place.x()), float(place.y()), float(place.width()), float(place.height()))

    def show_minimap(self, in_the_way: bool) -> None:
        """Show the minimap if it is wanted and hides nothing."""
        self.minimap.setVisible(self.minimap_wanted and not in_the_way)
