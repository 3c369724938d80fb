"""The title in the map's corner: what the view shows, and a small button that leads on or back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evmap.ui.canvas.map_button import MapButton
from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.theme import Theme

_OFF_EDGE = 12


class TitleChip(QWidget):
    """A line of text and a button, over the top left corner of the map.

    Signals:
        pressed: the button was pressed.
    """

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("title-chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel("", "ink", theme, 15, 700)
        self._button = MapButton()
        self._button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._button)
        self._width = parent.width()
        self.move(_OFF_EDGE, _OFF_EDGE)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """What it says."""
        return self._title.text()

    def tell(self, title: str, button: str, hint: str) -> None:
        """Say what the view shows; without a title there is nothing to see."""
        self._title.setText(title)
        self._button.say(button, button, hint)
        self.setVisible(bool(title))
        self.fit_into(self._width)

    def fit_into(self, width: int) -> None:
        """Be no wider than the map."""
        self._width = width
        self.setMaximumWidth(max(width - 2 * _OFF_EDGE, 80))
        self.adjustSize()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        self._title.set_theme(theme)
        self._button.setFont(theme.sans(theme.px(14), 600))
        self.fit_into(self._width)
