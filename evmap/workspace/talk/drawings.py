"""The drawings of a talk's steps for the room that the class sees, each made once; a worker may make them ahead."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from evmap.model import ConceptMap, Places
from evmap.workspace.views import StepView

if TYPE_CHECKING:
    from evmap.layout.step import StepPlaces

Room = tuple[float, float]

_ROOM: Room = (1800.0, 760.0)  # on a 1920 x 1080 projector, above the sentence


class StepDrawings:
    """Lays out steps. Safe to be asked by two threads: the one that comes second waits."""

    def __init__(self, concept_map: ConceptMap, atlas: Places) -> None:
        self._map = concept_map
        self._atlas = atlas
        self._room = _ROOM
        self._made: dict[tuple[tuple[str, ...], tuple[str, ...], Room], StepPlaces] = {}
        self._lock = Lock()

    @property
    def room(self) -> Room:
        """Width and height in pixels that a step has on the screen."""
        return self._room

    def set_room(self, room: Room) -> bool:
        """Lay out for another room from now on; whether it is another one."""
        is_new, self._room = room != self._room, room
        return is_new

    def has(self, step: StepView) -> bool:
        """Whether a drawing is made already."""
        return (step.frame, step.links, self._room) in self._made

    def of(self, step: StepView) -> StepPlaces:
        """The drawing of a step, made now if it was not made before: that takes a quarter of a second."""
        from evmap.layout.step import step_places

        key = (step.frame, step.links, self._room)
        with self._lock:
            if key not in self._made:
                self._made[key] = step_places(self._map, self._atlas, step.frame, step.links, self._room)
            return self._made[key]
