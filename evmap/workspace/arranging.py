"""Where everything stands in the Atlas, as a person has arranged it: moves, laying out anew, the way back and forth.

A step keeps the drawings before and after it. Drawings are immutable and share their boxes and routes, so a step costs
little, and going back restores each one exactly.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.layout.pieces import Pieces, whole
from evmap.model import Places

_MOST_STEPS = 100


class Step(Struct, frozen=True):
    """One thing that was done.

    Attributes:
        text: what it is called in the menu.
        before: the drawing that was.
        after: the drawing that it led to.
        nudged: the concepts, if it was a small push by a key; pushes that follow join it.
    """

    text: str
    before: Places
    after: Places
    nudged: tuple[str, ...] = ()


class Arrangement:
    """The places of one map's Atlas, with undo and redo.

    Attributes:
        shipped: the places that the map came with.
    """

    def __init__(self, index: MapIndex, shipped: Places, changed: Callable[[], None]) -> None:
        self.shipped = shipped
        self._index = index
        self._places = shipped
        self._changed = changed
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def places(self) -> Places:
        """Where everything stands now."""
        return self._places

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._undone)

    @property
    def undo_text(self) -> str:
        """What undoing takes back, such as "Move exosomes"; empty if there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redoing does again; empty if there is nothing."""
        return self._undone[-1].text if self._undone else ""

    @property
    def is_shipped(self) -> bool:
        """Whether everything stands where the map puts it."""
        return self._places == self.shipped

    def move(self, concepts: Iterable[str], dx: float, dy: float, *, nudge: bool = False) -> bool:
        """Move concepts together; whether any moved. What is put on another box is pushed off it.

        Args:
            concepts: their ids; one that has no place raises ``KeyError``.
            dx: how far to the right, in map pixels.
            dy: how far down.
            nudge: it is one of several small pushes; those of the same concepts are undone together.
        """
        return whole(self.moving(concepts, dx, dy, nudge=nudge))

    def moving(self, concepts: Iterable[str], dx: float, dy: float, *, nudge: bool = False) -> Pieces[bool]:
        """Do what :meth:`move` does, in pieces; nothing else may be arranged before the last."""
        from evmap.layout.moving import moved_boxes, shifted

        ids = tuple(dict.fromkeys(concepts))
        for concept in ids:
            self._places.concepts[concept]
        links = tuple(self._index.links.values())
        after = yield from moved_boxes(links, self._places, shifted(self._places, ids, dx, dy))
        return self._do(Step(self._move_text(ids), self._places, after, ids if nudge else ()))

    def take(self, places: Places, text: str) -> bool:
        """Take over a whole drawing as one step; whether it differs from the present one."""
        return self._do(Step(text, self._places, places))

    def back_to_shipped(self) -> bool:
        """Put everything back to where the map puts it, as one step; whether anything moved."""
        return self.take(self.shipped, "Back to the shipped places")

    def restore(self, places: Places) -> None:
        """Begin with the places that were kept from the last time. That is no step."""
        self._places = places

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._show(step.before)

    def redo(self) -> None:
        """Take the step again that was taken back last, if there is one."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._show(step.after)

    def _do(self, step: Step) -> bool:
        if step.after == step.before:
            return False
        last = self._done[-1] if self._done and not self._undone else None
        if last is not None and step.nudged and last.nudged == step.nudged:
            self._done[-1] = Step(step.text, last.before, step.after, step.nudged)
        else:
            self._done = [*self._done, step][-_MOST_STEPS:]
        self._undone = []
        self._show(step.after)
        return True

    def _show(self, places: Places) -> None:
        self._places = places
        self._changed()

    def _move_text(self, ids: tuple[str, ...]) -> str:
        return f"Move {self._index.concepts[ids[0]].name}" if len(ids) == 1 else f"Move {len(ids)} concepts"
