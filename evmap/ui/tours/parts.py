"""What the window holds for tours: their place in the legend, what keeps them, and whose changes Undo takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.ui.actions.spec import When
from evmap.ui.arranging import named
from evmap.ui.bridge import Bridge
from evmap.ui.tours.keeping import TourKeeping
from evmap.workspace import Change, Topic

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow
    from evmap.ui.panels.legend.panel import LegendPanel
    from evmap.ui.presenter.podium import Podium
    from evmap.workspace.talk import Talk


class TourParts:
    """These parts of one window, made after its first paint.

    Attributes:
        keeping: reads and writes one's own tours.
    """

    def __init__(self, window: MainWindow, legend: LegendPanel) -> None:
        self._window, self._workspace = window, window.workspace
        self._touring = window.workspace.touring
        self._own = self._touring.desk.own
        self._tours_last = False
        self._listens = self._rehearsing = False
        self._seen: object = None
        self.keeping = TourKeeping(window.workspace, window.settings, window)
        self.keeping.told.connect(window.tell)
        self._bridge = Bridge(window.workspace, window)
        self._bridge.changed.connect(self._on_changed)
        legend.tours.wanted.connect(self._on_wanted)
        self.keeping.read()

    @property
    def undoes(self) -> bool:
        """Whether Undo takes back a change of a tour: of the one in sight, else if that was changed last."""
        return bool(self._touring.desk.undo_text) and self._comes_first(self._workspace.arrangement.can_undo)

    @property
    def redoes(self) -> bool:
        """Whether Redo makes a change of a tour again."""
        return bool(self._touring.desk.redo_text) and self._comes_first(self._workspace.arrangement.can_redo)

    def situation(self) -> set[When]:
        """What holds about tours."""
        tour, own = self._touring.tour, self._touring.own
        holds = {
            When.TOUR: tour is not None,
            When.TOUR_STEP: self._touring.shown_step is not None,
            When.OWN_STEPS: own is not None and bool(own.steps),
            When.OWN_TOUR: own is not None,
            When.OWN_STEP: own is not None and self._touring.step is not None,
            When.CAN_UNDO: self.undoes,
            When.CAN_REDO: self.redoes,
        }
        return {when for when, holding in holds.items() if holding}

    def ticks(self) -> set[str]:
        """The command that says whether the details speak of tours."""
        return {"tour.show"} if self._workspace.topic is Topic.TOUR else set()

    def name(self) -> None:
        """Let Undo and Redo say what they would do now, where that is a tour's matter."""
        actions, desk = self._window.actions_by_table, self._touring.desk
        if self.undoes:
            actions.name("edit.undo", named("&Undo", desk.undo_text))
        if self.redoes:
            actions.name("edit.redo", named("&Redo", desk.redo_text))

    def rehearses(self, podium: Podium) -> None:
        """The next talk is a rehearsal: what time it takes at each step is offered as the plan."""
        if not self._listens:
            podium.left.connect(self._on_left)
            self._listens = True
        self._rehearsing = True

    def _on_left(self, talk: Talk) -> None:
        if self._rehearsing:
            self._rehearsing = False
            seconds = [talk.clock.at_step(step) for step in range(len(talk.tour.steps))]
            self._touring.note_rehearsal(talk.tour.id, seconds)
            self._workspace.show_topic(Topic.TOUR)  # where the times are offered

    def _comes_first(self, places_can: bool) -> bool:
        in_sight = self._workspace.topic is Topic.TOUR
        return in_sight or self._tours_last or not (places_can and self._workspace.can_arrange)

    def _on_changed(self, change: Change) -> None:
        before = self._tours_last
        if change is Change.PLACES:
            self._tours_last = False
        elif change is Change.TOURS and self._touring.desk.own != self._own:
            self._own, self._tours_last = self._touring.desk.own, True
        if self._tours_last is not before:
            self._window.refresh()  # which heard of the change before this part did
        if change is Change.TOURS:
            self._look()

    def _look(self) -> None:
        """See what a step shows as large as it fits, when another step is shown."""
        step = self._touring.shown_step if self._workspace.topic is Topic.TOUR else None
        shows = (step.focus, step.links) if step is not None else None
        if shows == self._seen:
            return
        self._seen = shows
        if step is not None and self._window.stage.shows_map and not self._workspace.history.arriving:
            if self._workspace.selection:
                self._window.commands.views.fit_selection()
            else:
                self._window.commands.views.fit_map()

    def _on_wanted(self, tour_id: str) -> None:
        commands = self._window.commands.tours
        if tour_id:
            commands.choose(tour_id)
        else:
            commands.begin()
