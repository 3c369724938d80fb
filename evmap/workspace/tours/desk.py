"""The desk at which tours are made: every change has a name and can be undone exactly.

Tours that came with the map are never changed: one changes a copy.
"""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from evmap.model import Step, Tour
from evmap.workspace.undo import Undoable

_MOST_STEPS = 200
_FIELDS = {
    "build": "how links come",
    "predict": "what is kept back",
    "quote": "sentence",
    "lens": "colours",
    "seconds": "planned time",
}
"""What people call the fields of a step."""

Tours = tuple[Tour, ...]


class TourDesk(Undoable[Tours]):
    """One's own tours, with undo and redo.

    Args:
        shipped: the tours that came with the map.
        own: the tours that were kept.
        changed: called after the own tours are others than before.

    Attributes:
        shipped: the tours that came with the map.
    """

    def __init__(self, shipped: Tours, own: Iterable[Tour], changed: Callable[[], None]) -> None:
        super().__init__((), changed)
        self.shipped = shipped
        self._put(own)

    def restore(self, own: Iterable[Tour]) -> None:
        """Put the tours that were kept before those that were made meanwhile; this is no change to be undone."""
        made = self._state
        self._begin_with(())
        self._put((*own, *made))
        self._changed()

    def _put(self, tours: Iterable[Tour]) -> None:
        for tour in tours:
            self._begin_with((*self._state, replace(tour, id=self._free_id(tour.id))))

    @property
    def own(self) -> Tours:
        """One's own tours, in the order in which they were made."""
        return self._state

    @property
    def all(self) -> Tours:
        """The tours that came with the map, then one's own."""
        return (*self.shipped, *self._state)

    def tour(self, tour_id: str) -> Tour:
        """A tour by its id; one that is not there raises ``KeyError``."""
        for tour in self.all:
            if tour.id == tour_id:
                return tour
        raise KeyError(tour_id)

    def is_own(self, tour_id: str) -> bool:
        """Whether a tour can be changed."""
        return any(tour.id == tour_id for tour in self._state)

    # Tours.

    def new_tour(self, title: str, question: str = "") -> str:
        """Begin a tour; returns its id."""
        return self._add(Tour("", title.strip() or "My tour", question.strip(), ()), f"New tour “{_short(title)}”")

    def copy_tour(self, tour_id: str) -> str:
        """Make a copy of any tour, to be changed; returns its id."""
        tour = self.tour(tour_id)
        return self._add(replace(tour, title=f"{tour.title} (copy)"), f"Copy tour “{_short(tour.title)}”")

    def take_in(self, tour: Tour) -> str:
        """Add a tour that came from a file; returns its id, which is another where that is taken."""
        return self._add(tour, f"Import tour “{_short(tour.title)}”", tour.id)

    def remove_tour(self, tour_id: str) -> None:
        """Take an own tour away."""
        gone = self._mine(tour_id)
        rest = tuple(tour for tour in self._state if tour is not gone)
        self._do(f"Delete tour “{_short(gone.title)}”", rest)

    def rename(self, tour_id: str, title: str) -> None:
        """Give an own tour another title; an empty one is not taken."""
        if title.strip():
            self._change(tour_id, "Rename tour", f"{tour_id}:title", title=title)

    def ask(self, tour_id: str, question: str) -> None:
        """Give an own tour another focus question."""
        self._change(tour_id, "Change focus question", f"{tour_id}:question", question=question)

    # Steps.

    def add_step(self, tour_id: str, step: Step, at: int | None = None) -> None:
        """Put a step into an own tour, before the one that is at ``at`` now, or at the end."""
        steps = list(self._mine(tour_id).steps)
        if len(steps) >= _MOST_STEPS:
            raise ValueError(f"a tour has at most {_MOST_STEPS} steps")
        steps.insert(len(steps) if at is None else at, step)
        self._change(tour_id, f"Add step “{_short(step.title)}”", steps=tuple(steps))

    def change_step(self, tour_id: str, at: int, **changes: object) -> None:
        """Change fields of a step; letters typed into one field are one step of the history."""
        steps = list(self._mine(tour_id).steps)
        steps[at] = replace(steps[at], **changes)
        field = next(iter(changes))
        text = f"Change {_FIELDS.get(field, field)} of “{_short(steps[at].title)}”"
        typing = f"{tour_id}:{at}:{field}" if field in ("title", "notes") else ""
        self._change(tour_id, text, typing, steps=tuple(steps))

    def plan_as_given(self, tour_id: str, seconds: Iterable[float]) -> None:
        """Take the times of a rehearsal as the planned times; a step that was passed over keeps its own."""
        steps = self._mine(tour_id).steps
        timed = [
            replace(step, seconds=round(spent)) if spent >= 1 else step
            for step, spent in zip(steps, seconds, strict=True)
        ]
        self._change(tour_id, "Take the rehearsed times", steps=tuple(timed))

    def move_step(self, tour_id: str, at: int, to: int) -> None:
        """Let a step stand at another place."""
        steps = list(self._mine(tour_id).steps)
        step = steps.pop(at)
        steps.insert(min(max(to, 0), len(steps)), step)
        self._change(tour_id, f"Move step “{_short(step.title)}”", steps=tuple(steps))

    def duplicate_step(self, tour_id: str, at: int) -> None:
        """Put a copy of a step behind it."""
        steps = self._mine(tour_id).steps
        text = f"Duplicate step “{_short(steps[at].title)}”"
        self._change(tour_id, text, steps=(*steps[: at + 1], steps[at], *steps[at + 1 :]))

    def remove_step(self, tour_id: str, at: int) -> None:
        """Take a step away."""
        steps = self._mine(tour_id).steps
        self._change(tour_id, f"Delete step “{_short(steps[at].title)}”", steps=(*steps[:at], *steps[at + 1 :]))

    def _mine(self, tour_id: str) -> Tour:
        for tour in self._state:
            if tour.id == tour_id:
                return tour
        raise KeyError(f"no own tour is called {tour_id!r}")

    def _add(self, tour: Tour, text: str, wish: str = "") -> str:
        made = replace(tour, id=self._free_id(wish or _slug(tour.title)))
        self._do(text, (*self._state, made))
        return made.id

    def _change(self, tour_id: str, text: str, typing: str = "", **changes: object) -> None:
        before = self._mine(tour_id)
        after = replace(before, **changes)
        if after != before:
            self._do(text, tuple(after if tour is before else tour for tour in self._state), typing)

    def _free_id(self, wish: str) -> str:
        taken = {tour.id for tour in self.all}
        name = _slug(wish)
        number = 2
        free = name
        while free in taken:
            free, number = f"{name}-{number}", number + 1
        return free


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:48] or "tour"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
