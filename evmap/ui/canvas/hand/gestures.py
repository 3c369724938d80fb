"""What a hand does with the mouse, one object per gesture. A shaky click is a click: pressed is not yet dragging."""

from typing import Protocol

from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.camera import Camera

SHAKE = 4.0
"""So many pixels a pressed mouse may move and still click."""


class Surface(Protocol):
    """What gestures act on."""

    @property
    def camera(self) -> Camera:
        """What is seen now."""

    def item_at(self, point: Point) -> str | None:
        """The concept or link at a point of the screen."""

    def unfold_at(self, point: Point) -> bool:
        """Unfold what stands behind the dots here, if there are any."""

    def take_up(self, item: str) -> bool:
        """Take a concept into the hand, with the others that are chosen if it is; whether it can be moved."""

    def carry(self, dx: float, dy: float) -> None:
        """Show what is in the hand so many screen pixels from where it stood."""

    def put_down(self) -> None:
        """Leave what is in the hand where it is."""

    def put_back(self) -> None:
        """Leave what is in the hand where it stood."""

    def hold(self, camera: Camera) -> None:
        """Show this at once, as the hand moves."""

    def let_go(self) -> None:
        """The hand no longer moves the map."""

    def offer_links(self, point: Point, *, toggle: bool) -> bool:
        """Let the person choose among links that lie on each other here, if there are several."""

    def choose(self, item: str | None, *, toggle: bool) -> None:
        """Choose what was clicked, or nothing; or add it to what is chosen, or take it out."""

    def choose_within(self, rect: Rect, *, toggle: bool) -> None:
        """Choose the concepts in a rectangle of the screen."""

    def show_band(self, rect: Rect | None) -> None:
        """Show the rectangle being drawn, or none."""


class Gesture:
    """A gesture under way. Each step returns the gesture that goes on, or ``None`` when it is over."""

    cursor: str = "arrow"

    def move(self, _point: Point) -> "Gesture | None":
        """The mouse moved."""
        return self

    def finish(self, _point: Point) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Put everything back as it was before the gesture."""


class Press(Gesture):
    """The button is down and may become a click, a drag of the map or a box."""

    def __init__(self, surface: Surface, point: Point, *, toggle: bool, box: bool) -> None:
        self._surface = surface
        self._start = point
        self._toggle = toggle
        self._box = box

    def move(self, point: Point) -> Gesture:
        """Become a drag once the mouse has clearly moved."""
        if abs(point[0] - self._start[0]) + abs(point[1] - self._start[1]) < SHAKE:
            return self
        if self._box:
            return BoxSelect(self._surface, self._start, toggle=self._toggle).move(point)
        item = self._surface.item_at(self._start)
        if item is not None and self._surface.take_up(item):
            return Carry(self._surface, self._start).move(point)
        return Pan(self._surface, self._start).move(point)

    def finish(self, _point: Point) -> None:
        """A click."""
        if not self._toggle and self._surface.unfold_at(self._start):
            return
        if self._surface.offer_links(self._start, toggle=self._toggle):
            return
        self._surface.choose(self._surface.item_at(self._start), toggle=self._toggle)


class Pan(Gesture):
    """The map is dragged. Its place is always counted from the start, so that no error adds up."""

    cursor = "closed hand"

    def __init__(self, surface: Surface, point: Point) -> None:
        self._surface = surface
        self._start = point
        self._from = surface.camera

    def move(self, point: Point) -> Gesture:
        """Drag the map along."""
        self._surface.hold(self._from.panned(point[0] - self._start[0], point[1] - self._start[1]))
        return self

    def finish(self, _point: Point) -> None:
        """Leave the map here."""
        self._surface.let_go()

    def cancel(self) -> None:
        """Put the map back."""
        self._surface.hold(self._from)
        self._surface.let_go()


class Carry(Gesture):
    """Concepts are dragged over the map."""

    cursor = "closed hand"

    def __init__(self, surface: Surface, point: Point) -> None:
        self._surface = surface
        self._start = point

    def move(self, point: Point) -> Gesture:
        """Carry them along."""
        self._surface.carry(point[0] - self._start[0], point[1] - self._start[1])
        return self

    def finish(self, point: Point) -> None:
        """Put them down here."""
        self.move(point)
        self._surface.put_down()

    def cancel(self) -> None:
        """Put them back."""
        self._surface.put_back()


class BoxSelect(Gesture):
    """A rectangle is drawn round concepts to choose them."""

    cursor = "cross"

    def __init__(self, surface: Surface, point: Point, *, toggle: bool) -> None:
        self._surface = surface
        self._start = point
        self._toggle = toggle

    def _rect(self, point: Point) -> Rect:
        (ax, ay), (bx, by) = self._start, point
        return (min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))

    def move(self, point: Point) -> Gesture:
        """Draw the rectangle to here."""
        self._surface.show_band(self._rect(point))
        return self

    def finish(self, point: Point) -> None:
        """Choose what is in it."""
        self._surface.show_band(None)
        self._surface.choose_within(self._rect(point), toggle=self._toggle)

    def cancel(self) -> None:
        """Choose nothing new."""
        self._surface.show_band(None)
