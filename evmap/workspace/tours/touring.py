"""What a person does with the tours of a map: which one is chosen, which step is shown, what is made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from evmap.model import Quote, Step, Tour
from evmap.workspace.changes import Change
from evmap.workspace.history import TourPlace
from evmap.workspace.lenses import Lens
from evmap.workspace.selection import Topic
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.tours.desk import TourDesk
from evmap.workspace.tours.steps import is_same, quotes_of_view, step_of_view

if TYPE_CHECKING:
    from evmap.workspace.state import Workspace

FIRST_TITLE = "My tour"


class Touring:
    """The tours of one workspace. Everything that changes here is told as ``Change.TOURS``.

    Attributes:
        desk: all tours, and the ways to change one's own.
        chosen: the id of the tour that is chosen, if one is.
        step: the step of it that is shown, counted from 0; ``None`` for none.
        rehearsed: the seconds that a rehearsal of the chosen tour spent at each step, until they are taken or not.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.desk = TourDesk(workspace.map.tours, (), self._on_desk)
        self.chosen: str | None = None
        self.step: int | None = None
        self.rehearsed: tuple[float, ...] = ()

    @property
    def tour(self) -> Tour | None:
        """The chosen tour."""
        return self.desk.tour(self.chosen) if self.chosen is not None else None

    @property
    def own(self) -> Tour | None:
        """The chosen tour, if it is one's own and can be changed."""
        return self.tour if self.chosen is not None and self.desk.is_own(self.chosen) else None

    @property
    def shown_step(self) -> Step | None:
        """The step that is shown."""
        tour = self.tour
        return tour.steps[self.step] if tour is not None and self.step is not None else None

    def choose(self, tour_id: str | None) -> None:
        """Choose a tour and let the details speak of it, or choose none; an id that no tour has raises ``KeyError``."""
        if tour_id is not None:
            self.desk.tour(tour_id)
        with self._workspace.history.step():
            if tour_id != self.chosen:
                self.desk.end_joining()
                self.chosen, self.step, self.rehearsed = tour_id, None, ()
            if tour_id is not None:
                self._workspace.show_topic(Topic.TOUR)
            elif self._workspace.topic is Topic.TOUR:
                self._workspace.show_topic(Topic.SELECTION)
            self._tell()

    def show_step(self, at: int | None) -> None:
        """Let the map show what a step of the chosen tour shows at its end; ``None``: no step is meant any more."""
        self.desk.end_joining()
        with self._workspace.history.step():
            self.step = at
            step = self.shown_step
            if step is not None:
                self._light(step)
            self._tell()

    @property
    def place(self) -> TourPlace:
        """Which tour is chosen and which step of it is shown, to come back to."""
        return TourPlace(self.chosen, self.step)

    def restore(self, place: TourPlace) -> None:
        """Be at a step again, as far as there still is one; the history tells of it."""
        known = {tour.id: tour for tour in self.desk.all}
        tour = known.get(place.tour or "")
        if place.tour != self.chosen:
            self.desk.end_joining()
            self.rehearsed = ()
        self.chosen = tour.id if tour is not None else None
        self.step = place.step if tour is not None and (place.step or 0) < len(tour.steps) else None

    # Making tours.

    def begin(self, title: str = FIRST_TITLE) -> None:
        """Begin a tour with the map's focus question and choose it."""
        self.choose(self.desk.new_tour(title, self._workspace.map.question))

    def copy(self) -> None:
        """Make a copy of the chosen tour and choose it; the same step stays shown."""
        if self.chosen is not None:
            step = self.step
            self.choose(self.desk.copy_tour(self.chosen))
            self.step = step
            self._tell()

    def take_in(self, tour: Tour) -> None:
        """Add a tour that came from a file, and choose it."""
        self.choose(self.desk.take_in(tour))

    def remove(self) -> None:
        """Take the chosen tour away, which must be one's own."""
        if self.own is not None:
            self.desk.remove_tour(self.own.id)

    def add_view(self) -> Tour:
        """Add what is lit as the last step of the chosen tour; of a new one, if none of one's own is chosen.

        Raises:
            ValueError: the tour has as many steps as a tour can have.
        """
        seen = self._seen()
        if self.own is None:
            # Whoever explores goes on exploring: the details stay as they are.
            self.chosen, self.step = self.desk.new_tour(FIRST_TITLE, self._workspace.map.question), None
        own = self.own
        assert own is not None
        self.desk.add_step(own.id, seen)
        self.step = len(own.steps)
        self._tell()
        return self.desk.tour(own.id)

    def update_step(self) -> None:
        """Let the shown step show what is lit now; its words, its notes and what it keeps back stay."""
        own, step = self.own, self.shown_step
        if own is None or step is None or self.step is None:
            return
        seen = self._seen()
        still = step.quote is not None and any(is_same(step.quote, each) for each in self.quotes_of(seen))
        quote = step.quote if still else seen.quote
        self.desk.change_step(own.id, self.step, focus=seen.focus, links=seen.links, quote=quote, lens=seen.lens)

    def move_step(self, at: int, to: int) -> None:
        """Let a step of the chosen tour stand at another place; it stays shown if it was."""
        if self.own is not None and at != to:
            moved = list(range(len(self.own.steps)))
            moved.insert(to, moved.pop(at))
            if self.step is not None:
                self.step = moved.index(self.step)
            self.desk.move_step(self.own.id, at, to)

    def duplicate_step(self, at: int) -> None:
        """Put a copy of a step behind it, and show that."""
        if self.own is not None:
            self.desk.duplicate_step(self.own.id, at)
            self.step = at + 1
            self._tell()

    def remove_step(self, at: int) -> None:
        """Take a step away; the one that takes its place is shown."""
        own = self.own
        if own is not None:
            left = len(own.steps) - 1
            self.step = min(at, left - 1) if left else None
            self.desk.remove_step(own.id, at)
            self.show_step(self.step)

    def note_rehearsal(self, tour_id: str, seconds: Sequence[float]) -> None:
        """Keep the times of a rehearsal until they are taken; those of a tour that is no longer chosen are gone."""
        own = self.own
        if own is not None and own.id == tour_id and len(own.steps) == len(seconds):
            self.rehearsed = tuple(seconds)
            self._tell()

    def take_rehearsal(self, *, taken: bool = True) -> None:
        """Take the times of the rehearsal as the planned ones, or leave them."""
        own, seconds = self.own, self.rehearsed
        self.rehearsed = ()
        if taken and own is not None and len(seconds) == len(own.steps):
            self.desk.plan_as_given(own.id, seconds)
        self._tell()

    def undo(self) -> None:
        """Take the last change of a tour back."""
        self._travel(self.desk.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._travel(self.desk.redo)

    def _travel(self, go: Callable[[], None]) -> None:
        """Undo or redo; a tour that came back is chosen, and a step that is other than before is shown anew."""
        before, step = {tour.id for tour in self.desk.own}, self.shown_step
        go()
        for tour in self.desk.own:
            if tour.id not in before:
                self.choose(tour.id)
        if self._workspace.topic is Topic.TOUR and self.shown_step not in (None, step):
            self.show_step(self.step)

    def quotes_of(self, step: Step) -> tuple[Quote, ...]:
        """Every quote that a step can have: those of what it shows."""
        return quotes_of_view(self.light_of(step), self._workspace.index)

    def light_of(self, step: Step) -> Spotlight:
        """What a step lights when all of it is told. Ids that the map no longer has are left out."""
        from evmap.workspace.talk.scenes import scene_of, stages

        index = self._workspace.index
        return scene_of(step, stages(step, index) - 1, index).spotlight

    def _seen(self) -> Step:
        """What is lit now as a step, without what filters hide of it."""
        workspace = self._workspace
        asking, light, lens = workspace.asking, workspace.spotlight, workspace.asking.lens
        gone = {link for link in light.near if asking.hides(link)}
        light = Spotlight(light.focus, light.concepts, tuple(link for link in light.links if link not in gone))
        return step_of_view(light, workspace.index, "" if lens is Lens.KIND else lens.value)

    def _light(self, step: Step) -> None:
        workspace, light = self._workspace, self.light_of(step)
        workspace.select((*light.focus, *light.concepts), light.links, topic=Topic.TOUR, alone=True)
        workspace.asking.look_through(lens_of(step))

    def _on_desk(self) -> None:
        """Own tours are others than before: what is chosen and shown must still be there."""
        known = {tour.id: tour for tour in self.desk.all}
        if self.chosen is not None and self.chosen not in known:
            self.choose(None)
            return
        steps = len(known[self.chosen].steps) if self.chosen is not None else 0
        if self.step is not None and self.step >= steps:
            self.step = steps - 1 if steps else None
        if len(self.rehearsed) != steps:
            self.rehearsed = ()
        self._tell()

    def _tell(self) -> None:
        self._workspace.changed.emit(Change.TOURS)


def lens_of(step: Step) -> Lens:
    """The lens that a step is seen through; a name that no lens has is none."""
    return Lens(step.lens) if step.lens in set(Lens) else Lens.KIND
