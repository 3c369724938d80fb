"""The drawings of a talk's steps for the room that the class sees, each made once; a worker may make them ahead."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from evmap.model import ConceptMap, Places
from evmap.workspace.views import StepView

if TYPE_CHECKING:
    from evmap.layout.step import StepPlaces


class StepDrawings:
    """Lays out steps. Safe to be asked by two threads: the one that comes second waits."""

    def __init__(self, concept_map: ConceptMap, atlas: Places) -> None:
        self._map = concept_map
        self._atlas = atlas
        self._made: dict[tuple[object, ...], StepPlaces] = {}
        self._lock = Lock()

    def has(self, step: StepView) -> bool:
        """Whether a drawing is made already."""
        return _key(step) in self._made

    def of(self, step: StepView, tick: Callable[[], None] | None = None) -> StepPlaces:
        """The drawing of a step, made now if it was not made before: that takes a quarter of a second.

        Args:
            step: what is drawn.
            tick: called often while this works; may raise to cancel, then nothing is kept.
        """
        from evmap.layout.anneal import go_on
        from evmap.layout.step import step_places

        with self._lock:
            if _key(step) not in self._made:
                drawing = step_places(self._map, self._atlas, step.frame, step.links, step.room, tick or go_on)
                self._made[_key(step)] = drawing
            return self._made[_key(step)]


def _key(step: StepView) -> tuple[object, ...]:
    """All that a drawing depends on: not what is shown of it at a stage."""
    return step.frame, step.links, step.room
