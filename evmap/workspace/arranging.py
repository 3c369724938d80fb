"""Where everything stands in the Atlas, as a person has arranged it: moves, laying out anew, the way back and forth."""

from collections.abc import Callable, Iterable

from evmap.graph.index import MapIndex
from evmap.layout.pieces import Pieces, whole
from evmap.model import Places
from evmap.workspace.undo import Undoable


class Arrangement(Undoable[Places]):
    """The places of one map's Atlas, with undo and redo.

    Attributes:
        shipped: the places that the map came with.
    """

    def __init__(self, index: MapIndex, shipped: Places, changed: Callable[[], None]) -> None:
        super().__init__(shipped, changed)
        self.shipped = shipped
        self._index = index

    @property
    def places(self) -> Places:
        """Where everything stands now."""
        return self._state

    @property
    def is_shipped(self) -> bool:
        """Whether everything stands where the map puts it."""
        return self._state == self.shipped

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
            self._state.concepts[concept]
        links = tuple(self._index.links.values())
        after = yield from moved_boxes(links, self._state, shifted(self._state, ids, dx, dy))
        return self._do(self._move_text(ids), after, " ".join(ids) if nudge else "")

    def take(self, places: Places, text: str) -> bool:
        """Take over a whole drawing as one step; whether it differs from the present one."""
        return self._do(text, places)

    def back_to_shipped(self) -> bool:
        """Put everything back to where the map puts it, as one step; whether anything moved."""
        return self.take(self.shipped, "Back to the shipped places")

    def restore(self, places: Places) -> None:
        """Begin with the places that were kept from the last time. That is no step."""
        self._begin_with(places)

    def _move_text(self, ids: tuple[str, ...]) -> str:
        return f"Move {self._index.concepts[ids[0]].name}" if len(ids) == 1 else f"Move {len(ids)} concepts"
