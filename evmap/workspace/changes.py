"""How the workspace tells others that something changed: one typed signal carrying one small value."""

from collections.abc import Callable
from enum import StrEnum
from typing import Generic, TypeVar

Payload = TypeVar("Payload")


class Change(StrEnum):
    """What changed. The new state is read from the workspace."""

    SELECTION = "selection"
    HOVER = "hover"
    READING = "reading"
    VIEW = "view"
    PLACES = "places"
    SPOTLIGHT = "spotlight"  # something else is lit, though the same is chosen
    PATH = "path"  # another path is looked at, or one waits for its other end
    ARRIVED = "arrived"  # back at a place of the history; what else changed was told before
    TOPIC = "topic"
    LENS = "lens"
    FILTERS = "filters"
    FIND = "find"
    TOURS = "tours"  # the tours, the one that is chosen, or its step that is shown


class Signal(Generic[Payload]):
    """Calls its listeners in the order in which they were connected."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Payload], None]] = []

    def connect(self, listener: Callable[[Payload], None]) -> None:
        """Call ``listener`` at every emit from now on."""
        self._listeners.append(listener)

    def disconnect(self, listener: Callable[[Payload], None]) -> None:
        """Stop calling ``listener``; one that is not connected is fine."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def emit(self, payload: Payload) -> None:
        """Tell every listener. One that connects or disconnects meanwhile takes effect at the next emit."""
        for listener in tuple(self._listeners):
            listener(payload)
