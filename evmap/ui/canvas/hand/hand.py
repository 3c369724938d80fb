"""Turns Qt's mouse, wheel and key events into gestures and moves of one canvas."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from evmap.model import Point
from evmap.ui.canvas.hand.gestures import Gesture, Pan, Press, Surface
from evmap.ui.canvas.hand.wheel import USUAL, read_wheel

_ARROWS: dict[int, Point] = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_CURSORS = {
    "arrow": Qt.CursorShape.ArrowCursor,
    "closed hand": Qt.CursorShape.ClosedHandCursor,
    "cross": Qt.CursorShape.CrossCursor,
}
_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Table(Surface, Protocol):
    """What the hand works on: a surface for gestures, and moves that are no gestures."""

    def zoom_by(self, factor: float, point: Point, *, fine: bool) -> None:
        """Zoom with a point of the screen kept in place."""

    def pan_by(self, dx: float, dy: float, *, fine: bool) -> None:
        """Move the map by screen pixels."""

    def found_at(self, point: Point) -> str | None:
        """The concept or link at a point of the screen, as far as it is known without waiting."""

    def point_at(self, item: str | None) -> None:
        """Say what is under the pointer."""

    def activate(self, item: str) -> None:
        """Open a concept or link."""

    def go_around(self, concept: str) -> None:
        """Show the surroundings of a concept."""

    def is_concept(self, item: str) -> bool:
        """Whether an item is a concept and no link."""

    def walk(self, direction: Point) -> None:
        """Go to the neighbour in a direction, or pan if nothing is chosen."""

    def chosen_item(self) -> str | None:
        """The concept or link that is chosen, if exactly one is."""


class Hand:
    """The hand over one canvas: the gesture under way, Space held down, the cursor that fits.

    Attributes:
        cursor: the cursor to show now.
        wheel_habit: what the wheel is to do.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._gesture: Gesture | None = None
        self._pressed: str | None = None
        self._space = False
        self.cursor = Qt.CursorShape.ArrowCursor
        self.wheel_habit = USUAL

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> bool:
        """A button went down; whether it means anything here."""
        point, button = _at(event.position()), event.button()
        if self._gesture is not None:
            return True
        self._pressed = self._table.item_at(point)
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._begin(Pan(self._table, point))
        elif button == Qt.MouseButton.LeftButton:
            modifiers = event.modifiers()
            adding = bool(modifiers & _ADDING)
            self._begin(
                Press(self._table, point, toggle=adding, box=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))
            )
        else:
            return False
        return True

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved: go on with the gesture, or light what is under the pointer."""
        point = _at(event.position())
        if self._gesture is None:
            item = self._table.found_at(point)
            self._table.point_at(item)
            self._rest_cursor(item)
            return
        following = self._gesture.move(point)
        if following is not self._gesture:
            self._table.point_at(None)
        self._begin(following)

    def release(self, event: QMouseEvent) -> None:
        """A button came up: finish the gesture."""
        if self._gesture is not None and not event.buttons():
            gesture, self._gesture = self._gesture, None
            gesture.finish(_at(event.position()))
            self._rest_cursor(self._table.item_at(_at(event.position())))

    def double_click(self, event: QMouseEvent) -> bool:
        """Go around a concept, open a link, or zoom in on paper; whether the button means anything here.

        What was under the first click counts: the map may have moved since, to bring that into view.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        self._gesture = None
        point = _at(event.position())
        item = self._pressed or self._table.item_at(point)
        if item is not None and self._table.is_concept(item):
            self._table.go_around(item)
        elif item is not None:
            self._table.activate(item)
        else:
            self._table.zoom_by(2.0, point, fine=False)
        return True

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom or pan; a wheel turned during a gesture does nothing."""
        if self._gesture is None:
            turn = read_wheel(event, self.wheel_habit)
            if turn.factor != 1.0:
                self._table.zoom_by(turn.factor, _at(event.position()), fine=turn.fine)
            elif turn.dx or turn.dy:
                self._table.pan_by(turn.dx, turn.dy, fine=turn.fine)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Two fingers drawn apart; whether that is what happened."""
        kind = event.gestureType()
        if kind == Qt.NativeGestureType.ZoomNativeGesture:
            self._table.zoom_by(max(1.0 + event.value(), 0.1), _at(event.position()), fine=True)
            return True
        return kind in (Qt.NativeGestureType.BeginNativeGesture, Qt.NativeGestureType.EndNativeGesture)

    def key(self, event: QKeyEvent) -> bool:
        """A key went down; whether it means anything here."""
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self._gesture is not None:
            self.cancel()
        elif key == Qt.Key.Key_Space and plain:
            self._space = True
            if self._gesture is None:
                self.cursor = Qt.CursorShape.OpenHandCursor
        elif key in _ARROWS and plain:
            self._table.walk(_ARROWS[key])
        elif key in _ENTER and plain and (item := self._table.chosen_item()) is not None:
            self._table.activate(item)
        else:
            return False
        return True

    def key_up(self, event: QKeyEvent) -> bool:
        """A key came up; whether it means anything here."""
        if event.key() != Qt.Key.Key_Space:
            return False
        if not event.isAutoRepeat():
            self._space = False
            self._rest_cursor(None)
        return True

    def cancel(self) -> None:
        """Give up the gesture under way; everything is as before it."""
        if self._gesture is not None:
            gesture, self._gesture = self._gesture, None
            gesture.cancel()
        self._rest_cursor(None)

    def leave(self) -> None:
        """The pointer or the keyboard went elsewhere."""
        self._space = False
        if self._gesture is None:
            self._table.point_at(None)
            self._rest_cursor(None)

    def _begin(self, gesture: Gesture | None) -> None:
        self._gesture = gesture
        if gesture is not None:
            self.cursor = _CURSORS[gesture.cursor]

    def _rest_cursor(self, item: str | None) -> None:
        if self._gesture is None:
            on_item = Qt.CursorShape.PointingHandCursor if item is not None else Qt.CursorShape.ArrowCursor
            self.cursor = Qt.CursorShape.OpenHandCursor if self._space else on_item


def _at(point: QPointF) -> Point:
    return (point.x(), point.y())
