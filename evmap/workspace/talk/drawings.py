"""The drawings of a talk's steps for the room that the class sees, each made once; others may make them ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.model import ConceptMap, Places
from evmap.workspace.views import StepView

if TYPE_CHECKING:
    from evmap.layout.step_asking import StepPlaces


class StepDrawings:
    """Lays out steps.

    Attributes:
        map: what they are steps of.
        atlas: where its Atlas has what.
    """

    def __init__(self, concept_map: ConceptMap, atlas: Places) -> None:
        self.map = concept_map
        self.atlas = atlas
        self._made: dict[tuple[object, ...], StepPlaces] = {}

    def has(self, step: StepView) -> bool:
        """Whether a drawing is made already."""
        return _key(step) in self._made

    def take(self, step: StepView, drawing: StepPlaces) -> None:
        """Keep a drawing that was made elsewhere."""
        self._made[_key(step)] = drawing

    def of(self, step: StepView) -> StepPlaces:
        """The drawing of a step, made now if it was not made before: that takes a quarter of a second."""
        if not self.has(step):
            from evmap.layout.step import step_places

            self.take(step, step_places(self.map, self.atlas, step.frame, step.links, step.room))
        return self._made[_key(step)]


def _key(step: StepView) -> tuple[object, ...]:
    """All that a drawing depends on: not what is shown of it at a stage."""
    return step.frame, step.links, step.room
