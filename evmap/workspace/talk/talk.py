"""A talk: a tour, where it is, and everything that a teacher can do in it, without any window.

Every command is safe in every state: any keys in any order leave a valid talk. A command that makes no sense at the
moment does nothing. What leaves the path never loses the place; ``back_to_path`` always finds it.
"""

from collections.abc import Callable
from enum import StrEnum
from time import monotonic

from msgspec.structs import replace

from evmap.graph.index import MapIndex
from evmap.model import Point, Rect, Step, Tour
from evmap.workspace.changes import Signal
from evmap.workspace.talk.clock import Clock
from evmap.workspace.talk.ink import Ink
from evmap.workspace.talk.scenes import Scene, scene_of, stages
from evmap.workspace.talk.state import Asking, Blank, Position, TalkState, Tool

_MOST_DIGITS = 3


class TalkChange(StrEnum):
    """What changed. The new state is read from the talk."""

    STATE = "state"
    INK = "ink"
    AIM = "aim"  # where the pointer or the spotlight is
    RETURN = "return"  # the step is to be seen as it is framed, wherever the hand has moved it


class Talk:
    """One tour being given.

    Attributes:
        tour: its steps; there is at least one.
        index: the map that it is about, by id.
        clock: the time.
        ink: what is drawn.
        changed: emits a :class:`TalkChange` after something changed.
    """

    def __init__(
        self,
        tour: Tour,
        index: MapIndex,
        *,
        start: Position | None = None,
        resume: Position | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        if not tour.steps:
            raise ValueError("a talk needs a tour with at least one step")
        self.tour = tour
        self.index = index
        self.clock = Clock(tour, now)
        self.ink = Ink()
        self.changed: Signal[TalkChange] = Signal()
        self._aim: Point | None = None
        self._resume = self._valid(resume) if resume and resume > Position() else None
        asking = Asking.RESUME if self._resume else Asking.NOTHING
        self._state = TalkState(at=self._valid(start or Position()), asking=asking)
        self.clock.go_to(self._state.at.step)
        if asking is Asking.NOTHING:
            self.clock.start()

    @property
    def state(self) -> TalkState:
        """This moment."""
        return self._state

    @property
    def step(self) -> Step:
        """The step that is being given."""
        return self.tour.steps[self._state.at.step]

    @property
    def next_step(self) -> Step | None:
        """The step after it."""
        after = self._state.at.step + 1
        return self.tour.steps[after] if after < len(self.tour.steps) else None

    @property
    def scene(self) -> Scene:
        """What the step shows at its present stage."""
        return self.scene_at(self._state.at)

    @property
    def resume_at(self) -> Position | None:
        """Where one could go on, while that is asked."""
        return self._resume if self._state.asking is Asking.RESUME else None

    @property
    def place(self) -> Position:
        """Where one would go on: also where one was asked whether to, and has not answered."""
        return self._resume or self._state.at

    @property
    def aim(self) -> Point | None:
        """Where pointer or spotlight is, in map pixels."""
        return self._aim

    @property
    def can_go_on(self) -> bool:
        """Whether there is another stage or step."""
        return self._after(self._state.at) is not None

    def scene_at(self, at: Position) -> Scene:
        """What is shown at a step and stage."""
        return scene_of(self.tour.steps[at.step], at.stage, self.index)

    def stages_of(self, step: int) -> int:
        """How many stages a step has."""
        return stages(self.tour.steps[step], self.index)

    # Along the path.

    def forward(self) -> None:
        """On: answer a question with yes, come back to the path, or the next stage or step."""
        if self._answered():
            return
        if not self._state.on_path or self._state.region:
            self.back_to_path()
            return
        after = self._after(self._state.at)
        if after is not None:
            self._go(after)

    def backward(self) -> None:
        """Back: come back to the path, or the stage or step before; a step that one goes back to is whole."""
        if self._answered():
            return
        at = self._state.at
        if not self._state.on_path or self._state.region:
            self.back_to_path()
        elif at.stage > 0:
            self._go(Position(at.step, at.stage - 1))
        elif at.step > 0:
            self._go(Position(at.step - 1, self.stages_of(at.step - 1) - 1))

    def first(self) -> None:
        """To the first step; where one is asked whether to go on, that means to start again."""
        self._resume = None
        self._set(asking=Asking.NOTHING, blank=Blank.NOTHING)
        self.clock.start()
        self._jump(Position())

    def last(self) -> None:
        """To the last step, whole."""
        if not self._answered():
            step = len(self.tour.steps) - 1
            self._jump(Position(step, self.stages_of(step) - 1))

    def go_to(self, step: int) -> None:
        """To a step by its number, counted from 0, at its first stage; one that is not there is the nearest."""
        if self._state.asking is not Asking.NOTHING:
            self._settle()
        self._jump(Position(min(max(step, 0), len(self.tour.steps) - 1)))

    def reveal(self) -> None:
        """Show at once all that the step builds or keeps back."""
        at = self._state.at
        if self._state.on_path and self._state.asking is Asking.NOTHING:
            self._go(Position(at.step, self.stages_of(at.step) - 1))

    def type_digit(self, digit: str) -> None:
        """A digit of a step's number."""
        if len(digit) == 1 and digit in "0123456789":
            self._set(typed=(self._state.typed + digit)[-_MOST_DIGITS:])

    def enter(self) -> None:
        """Go to the step whose number was typed; with no number, on."""
        typed = self._state.typed
        self._set(typed="")
        if typed:
            self.go_to(int(typed) - 1)
        else:
            self.forward()

    # Off the path and back.

    def leave_path(self) -> None:
        """The map is explored; the place is kept."""
        if not self._state.ended:
            self._set(away=True, whole=False, overview=False)

    def back_to_path(self) -> None:
        """Return: to the step that was left, or where the last jump began."""
        state = self._state
        if state.asking is not Asking.NOTHING:
            self._settle()
        elif state.away or state.whole or state.region or state.overview:
            self._set(away=False, whole=False, region=None, overview=False)
        elif state.jumped_from is not None:
            there = state.jumped_from
            self._go(there)
            self._set(jumped_from=None)
        self.changed.emit(TalkChange.RETURN)

    def toggle_whole(self) -> None:
        """Show the whole map for a while, or the step again."""
        self._set(whole=not self._state.whole, overview=False, region=None)

    def toggle_overview(self) -> None:
        """Show all steps to choose one, or no longer."""
        self._set(overview=not self._state.overview, typed="")

    def zoom_into(self, region: Rect | None) -> None:
        """Zoom into a part of the map, or out again with ``None``."""
        self._set(region=region, tool=Tool.HAND if self._state.tool is Tool.ZOOM else self._state.tool)

    # What the class sees.

    def toggle_blank(self, blank: Blank) -> None:
        """Hide the map behind black or white, or show it again."""
        self._set(blank=Blank.NOTHING if self._state.blank is blank else blank)

    def toggle_freeze(self) -> None:
        """Let the class keep its picture while the teacher looks ahead, or follow again."""
        self._set(frozen=not self._state.frozen)

    def toggle_notes(self) -> None:
        """Show the notes on the only screen, or no longer."""
        self._set(notes=not self._state.notes)

    # Tools.

    def take_tool(self, tool: Tool) -> None:
        """Take a tool, or put it down if it is in the hand."""
        self._aim = None
        self._set(tool=Tool.HAND if self._state.tool is tool else tool)

    def point_at(self, at: Point | None) -> None:
        """The pointer or the spotlight is at a point of the map."""
        if at != self._aim:
            self._aim = at
            self.changed.emit(TalkChange.AIM)

    def pen_down(self, at: Point) -> None:
        """Begin a stroke."""
        self.ink.begin(self._state.at.step, at)
        self.changed.emit(TalkChange.INK)

    def pen_to(self, at: Point) -> None:
        """Go on with it."""
        if self.ink.go_on(self._state.at.step, at):
            self.changed.emit(TalkChange.INK)

    def erase(self, at: Point, reach: float) -> None:
        """Take away the strokes near a point of the map."""
        if self.ink.erase(self._state.at.step, at, reach):
            self.changed.emit(TalkChange.INK)

    def clear_ink(self) -> None:
        """Take away all that is drawn on this step."""
        if self.ink.clear(self._state.at.step):
            self.changed.emit(TalkChange.INK)

    def toggle_keep_ink(self) -> None:
        """Keep what is drawn when the step is left, or no longer."""
        self.ink.keeping = not self.ink.keeping
        if self.ink.keeping:
            self.ink.keep(self._state.at.step)
        self.changed.emit(TalkChange.INK)

    # The ladder.

    def escape(self) -> None:
        """One rung down: digits, overview, tool, zoom, blank, whole map, the way back, frozen; then it is asked.

        Only a second Esc on that question ends the talk, so a clicker that alternates F5 and Esc cannot lose it.
        """
        state = self._state
        if state.asking is Asking.LEAVE:
            self.clock.pause()
            self._set(asking=Asking.NOTHING, ended=True)
        elif state.asking is Asking.RESUME:
            self._set(asking=Asking.LEAVE)  # not from the start: the same button of a clicker that asked sends it
        elif state.typed or state.overview:
            self._set(typed="", overview=False)
        elif state.tool is not Tool.HAND:
            self.take_tool(state.tool)
        elif state.region is not None:
            self._set(region=None)
        elif state.blank is not Blank.NOTHING:
            self._set(blank=Blank.NOTHING)
        elif not state.on_path:
            self.back_to_path()
        elif state.frozen:
            self._set(frozen=False)
        else:
            self.clock.pause()
            self._set(asking=Asking.LEAVE)

    def present(self) -> None:
        """The key that starts a talk, during one: whatever hides or interrupts the step ends. It never loses the place.

        A clicker has one button that sends it and Esc by turns.
        """
        if self._answered():
            return
        if self._state.blank is not Blank.NOTHING:
            self._set(blank=Blank.NOTHING)
        elif not self._state.on_path or self._state.overview:
            self.back_to_path()

    # How the state changes.

    def _answered(self) -> bool:
        """Answer an open question with yes, go on; whether there was one. What hides the map is taken away, too."""
        state = self._state
        if state.ended:
            return True
        if state.asking is not Asking.NOTHING:
            self._settle()
            return True
        if state.overview:
            self._set(overview=False)
            return True
        return False

    def _settle(self) -> None:
        """Go on: where one left off, or as it was before leaving was asked."""
        resume, self._resume = self._resume, None
        self._set(asking=Asking.NOTHING)
        self.clock.start()
        if resume is not None:
            self._go(resume)

    def _jump(self, at: Position) -> None:
        here = self._state.at
        self._set(away=False, whole=False, overview=False, region=None, typed="")
        self._go(at)
        if at.step != here.step:
            self._set(jumped_from=here)

    def _go(self, at: Position) -> None:
        before = self._state.at
        if at.step != before.step:
            self.ink.leave(before.step)
            self.clock.go_to(at.step)
            self._aim = None
        self._set(at=at, region=None)

    def _after(self, at: Position) -> Position | None:
        if at.stage + 1 < self.stages_of(at.step):
            return Position(at.step, at.stage + 1)
        return Position(at.step + 1) if at.step + 1 < len(self.tour.steps) else None

    def _valid(self, at: Position) -> Position:
        """The nearest place that this tour has."""
        step = min(max(at.step, 0), len(self.tour.steps) - 1)
        return Position(step, min(max(at.stage, 0), self.stages_of(step) - 1))

    def _set(self, **changes: object) -> None:
        if self._state.ended:
            return
        after = replace(self._state, **changes)
        if after != self._state:
            self._state = after
            self.changed.emit(TalkChange.STATE)
