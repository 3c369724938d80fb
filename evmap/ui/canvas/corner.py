"""What lies over the map at its edges: the view's title, the heads of lanes, buttons for the zoom, and the minimap."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from evmap.model import Rect
from evmap.ui.canvas.chip import TitleChip
from evmap.ui.canvas.map_button import MapButton
from evmap.ui.canvas.minimap import HEIGHT, WIDTH, Minimap
from evmap.ui.theme import Theme

if TYPE_CHECKING:
    from evmap.layout.lanes.view import Lane
    from evmap.ui.canvas.lane_heads import LaneHeads

_OFF_EDGE = 12


class ZoomButtons(QWidget):
    """Three small buttons: ``farther``, ``nearer`` and ``whole``. Keys do the same, so Tab passes them by."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.farther = self._button("−", "Zoom out")
        self.nearer = self._button("+", "Zoom in")
        self.whole = self._button("Fit", "Show the whole map")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        for button in (self.farther, self.nearer, self.whole):
            button.setFont(theme.sans(theme.px(14), 600))

    def _button(self, text: str, name: str) -> MapButton:
        button = MapButton()
        button.say(text, name, name)
        self._row.addWidget(button)
        return button


class Corners:
    """The title at the top left, below it the heads of lanes, the buttons and the minimap at the bottom.

    Attributes:
        chip: the title, with its button.
        buttons: the three buttons.
        minimap: the small map.
        minimap_wanted: whether it is to be shown; it steps aside all the same where it would hide some of the map.
        bare: whether nothing at all lies over the map, as in front of a class.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        self._canvas = parent
        self.buttons = ZoomButtons(theme, parent)
        self.minimap = Minimap(parent)
        self.minimap_wanted = True
        self.bare = False
        self.chip = TitleChip(theme, parent)
        self._theme = theme
        self._heads: LaneHeads | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type and colours."""
        self._theme = theme
        self.chip.set_theme(theme)
        self.buttons.set_theme(theme)
        if self._heads is not None:
            self._heads.set_theme(theme)

    def place(self, width: int, height: int) -> None:
        """Stand in the corners of a canvas of this size."""
        self.buttons.adjustSize()
        self.buttons.move(_OFF_EDGE, height - self.buttons.height() - _OFF_EDGE)
        self.minimap.move(width - WIDTH - _OFF_EDGE, height - HEIGHT - _OFF_EDGE)
        self.chip.fit_into(width)
        if self._heads is not None:
            self._heads.resize(width, self._heads.height())

    def strip(self) -> None:
        """Let nothing lie over the map from now on."""
        self.bare, self.minimap_wanted = True, False
        for part in (self.chip, self.buttons, self.minimap):
            part.hide()

    def minimap_rect(self) -> Rect:
        """Where the minimap stands or would stand."""
        return _rect_of(self.minimap)

    def always_there(self) -> list[Rect]:
        """Where stands what never steps aside."""
        return [] if self.bare else [_rect_of(self.buttons), _rect_of(self.chip)]

    def room_at_top(self) -> int:
        """How far down the title and the heads of lanes reach."""
        there = [part for part in (self.chip, self._heads) if part is not None and not part.isHidden()]
        return max((part.geometry().bottom() + 1 for part in there), default=4)

    def heads_height(self) -> float:
        """How high the heads of lanes are, or would be."""
        from evmap.ui.canvas.lane_heads import height_of

        return float(height_of(self._theme))

    def show_heads(self, lanes: "Sequence[Lane]", scale: float, origin: float, opacity: float) -> None:
        """Show the heads of lanes, if there are any; see :meth:`LaneHeads.tell`."""
        if self._heads is None:
            if not lanes:
                return
            from evmap.ui.canvas.lane_heads import LaneHeads  # no start waits for them

            self._heads = LaneHeads(self._theme, self._canvas)
            self._heads.resize(self._canvas.width(), self._heads.height())
            self._heads.stackUnder(self.chip)
        self._heads.setVisible(bool(lanes))
        self._heads.tell(lanes, scale, origin, opacity)

    def standing(self) -> list[Rect]:
        """Where stands what is seen now."""
        parts = (self.buttons, self.minimap, self.chip)
        return [_rect_of(part) for part in parts if not part.isHidden()]

    def raise_all(self) -> None:
        """Stand above all else on the map."""
        for part in (self.buttons, self.minimap, self.chip):
            part.raise_()

    def show_minimap(self, in_the_way: bool) -> None:
        """Show the minimap if it is wanted and hides nothing."""
        self.minimap.setVisible(self.minimap_wanted and not in_the_way)


def _rect_of(part: QWidget) -> Rect:
    place = part.geometry()
    return (float(place.x()), float(place.y()), float(place.width()), float(place.height()))
