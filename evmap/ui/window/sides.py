"""The legend, the middle and the details side by side: how wide each is, and which gives way where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.window.shelf import Shelf

_LEGEND, _NARROW_LEGEND, _DETAILS = 200, 178, 344
"""How wide the panels are at the first start, the legend narrower in a small window; the map has all the rest."""
_LEAST_LEGEND, _LEAST_MIDDLE, _LEAST_DETAILS = 120, 320, 200
"""The least widths, of the panels at the usual text size. Where they do not fit side by side, a panel gives way."""
_SHARE_OF_THE_MAP, _SHARE_WHILE_LENT = 0.45, 0.3
"""Panels that grow with their type leave the map this share of the window, as far as their least widths allow; while
the details are wider for something that needs it, the smaller one."""


class Sides(QSplitter):
    """A panel's place at the left and at the right of the middle.

    Attributes:
        left: where the legend comes to stand.
        right: where the details come to stand.
    """

    def __init__(self, middle: QWidget, settings: Settings, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._theme = theme
        self._usual: tuple[float, float] | None = None
        self._lent = 0
        self.left, self.right = Shelf(), Shelf()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        middle.setMinimumWidth(_LEAST_MIDDLE)
        for part in (self.left, middle, self.right):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)
        self._take_sizes()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's sizes: larger type wants wider panels."""
        before, self._theme = self._theme, theme
        if theme.scale == before.scale:
            return
        self.make_room(0)
        if self._usual is None:
            legend, _, details = self.sizes()
            self._usual = (legend / before.scale, details / before.scale)
        self._take_sizes()
        self.show_panels(self.window().width())
        self._share(*(side * theme.scale for side in self._usual))

    def show_panels(self, width: int, first: QWidget | None = None) -> None:
        """Show the panels that are wanted, as far as they fit beside the map: the details, or the first, before all."""
        room = width - _LEAST_MIDDLE
        wanted = {self.right: self._settings.details, self.left: self._settings.legend}
        for panel in sorted(wanted, key=lambda each: each is not first):
            fits = panel.minimumWidth() <= room
            panel.setVisible(wanted[panel] and fits)
            room -= panel.minimumWidth() if wanted[panel] and fits else 0

    def begin(self, width: int) -> None:
        """Be as wide as the panels were left; at the first start narrow."""
        self.show_panels(width)
        px, widths = self._theme.px, self._settings.widths
        if len(widths) != 3:
            legend = min(px(_LEGEND), max(width // 6, px(_NARROW_LEGEND)))
            details = min(px(_DETAILS), width * 3 // 10)
            widths = (legend, width - legend - details, details)
        self.setSizes(list(widths))

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each part is, when nothing is lent to the details."""
        legend, middle, details = self.sizes()
        return (legend, middle + self._lent, details - self._lent)

    def make_room(self, width: int) -> None:
        """Let the details be at least so wide, at the cost of the map; 0 gives back what it lent.

        Where the map would have too little left, the details stay as they are.
        """
        self.setSizes(list(self.widths))
        self._lent = 0
        legend, middle, details = self.sizes()
        taken = max(width - details, 0)
        if not self.right.isHidden() and middle - taken >= sum(self.sizes()) * _SHARE_WHILE_LENT:
            self._lent = taken
            self.setSizes([legend, middle - taken, details + taken])

    def _share(self, legend: float, details: float) -> None:
        """Give the panels these widths, or less where the map would have too little."""
        whole = sum(self.sizes())
        held = min(whole * (1 - _SHARE_OF_THE_MAP) / max(legend + details, 1.0), 1.0)
        sides = (round(legend * held), round(details * held))
        self.setSizes([sides[0], whole - sum(sides), sides[1]])

    def _take_sizes(self) -> None:
        self.left.setMinimumWidth(self._theme.px(_LEAST_LEGEND))
        self.right.setMinimumWidth(self._theme.px(_LEAST_DETAILS))

    def _on_moved(self) -> None:
        self._usual, self._lent = None, 0  # from now on these widths are what is wanted
