"""Where one has been: concepts, links, passages, pages, views, lenses and filters, and what was seen of each. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from evmap.workspace.views import Viewing

if TYPE_CHECKING:
    from evmap.workspace.asking import Asked
    from evmap.workspace.following import PathSearch, Reach
    from evmap.workspace.selection import Reading, Selection, Topic

MOST_PLACES = 200


class Seen(Struct, frozen=True):
    """What a camera saw: its middle on the map and its scale; ``whole``: all of the view, at any size of the window."""

    scale: float
    x: float
    y: float
    whole: bool = False


class TourPlace(Struct, frozen=True):
    """The tour that was chosen, and the step of it that was shown."""

    tour: str | None
    step: int | None


class Place(Struct, frozen=True):
    """Everything that coming back restores.

    Attributes:
        viewing: the view.
        before: the views that Around was entered from.
        selection: what was chosen.
        topic: what the details spoke of.
        search: the path that was asked for.
        reading: the passage that was open.
        reach: how far the light reached.
        asked: the lens and the filters.
        tour: what the details showed of tours, if they did.
        seen: what the camera saw when one left; ``None`` if nothing was watching.
        scrolled: how far down one was in the details, in pixels.
    """

    viewing: Viewing
    before: tuple[Viewing, ...]
    selection: Selection
    topic: Topic
    search: PathSearch | None
    reading: Reading | None
    reach: Reach
    asked: Asked
    tour: TourPlace | None = None
    seen: Seen | None = None
    scrolled: int = 0

    def is_same_as(self, other: Place) -> bool:
        """Whether one has not gone anywhere: to move the camera or the page is no step."""
        return replace(self, seen=other.seen, scrolled=other.scrolled, before=other.before) == other


class History:
    """The places before this one and after it.

    Attributes:
        arriving: the place that one is coming back to, while the workspace tells of it.
    """

    def __init__(self, here: Callable[[], Place], go_to: Callable[[Place], None]) -> None:
        self._here, self._go_to = here, go_to
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._before: Place | None = None
        self.arriving: Place | None = None

    @property
    def earlier(self) -> tuple[Place, ...]:
        """The places one came from, the last one first; also while a step is being told."""
        left = self._left()
        return tuple(reversed(self._back if left is None else [*self._back, left]))

    @property
    def later(self) -> tuple[Place, ...]:
        """The places one came back from, the next one first."""
        return tuple(reversed(self._forward)) if self._left() is None else ()

    @contextmanager
    def step(self, *, again: bool = False) -> Iterator[None]:
        """All that changes within is one step, if it leads anywhere; the way forward is then forgotten.

        Args:
            again: whether it still belongs to the last step, as the second click of a double click does.
        """
        if self._before is not None or self.arriving is not None:
            yield
            return
        self._before = self._back.pop() if again and self._back else self._here()
        try:
            yield
        finally:
            left, self._before = self._left(), None
            if left is not None:
                self._back = [*self._back, left][-MOST_PLACES:]
                self._forward = []

    def back(self, places: int = 1) -> bool:
        """Go so many places back; whether there are as many."""
        return self._travel(self._back, self._forward, places)

    def forward(self, places: int = 1) -> bool:
        """Go so many places forward again; whether there are as many."""
        return self._travel(self._forward, self._back, places)

    def _left(self) -> Place | None:
        """The place that a step under way has left, if it has."""
        before = self._before
        return None if before is None or self._here().is_same_as(before) else before

    def _travel(self, source: list[Place], target: list[Place], places: int) -> bool:
        if not 1 <= places <= len(source) or self._before is not None or self.arriving is not None:
            return False
        passing = self._here()
        for _ in range(places):
            target.append(passing)
            passing = source.pop()
        self.arriving = passing
        try:
            self._go_to(passing)
        finally:
            self.arriving = None
        return True
