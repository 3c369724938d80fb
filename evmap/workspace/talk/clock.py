"""The clock of a talk: elapsed time, time at each step, and how that compares with the plan."""

from collections.abc import Callable
from enum import StrEnum

from evmap.model import Tour

USUAL_SECONDS = 90
"""What a step is planned to take when nobody said."""

_SLACK = 0.1
"""This share of the planned time, and at least ten seconds, is neither early nor late."""


class Pace(StrEnum):
    """How a talk is doing."""

    EARLY = "early"
    ON_TIME = "on time"
    LATE = "late"


class Clock:
    """Counts the seconds of a talk, also step by step, and can stand still.

    Attributes:
        spent: seconds spent at each step so far, without the present stay.
    """

    def __init__(self, tour: Tour, now: Callable[[], float]) -> None:
        self._planned = [step.seconds or USUAL_SECONDS for step in tour.steps]
        self._now = now
        self._step = 0
        self._since: float | None = None
        self.spent = [0.0] * len(tour.steps)

    @property
    def running(self) -> bool:
        """Whether it counts at this moment."""
        return self._since is not None

    @property
    def elapsed(self) -> float:
        """Seconds of the talk so far, without pauses."""
        return sum(self.spent) + self._stay()

    @property
    def planned(self) -> int:
        """Seconds that the whole talk is planned to take."""
        return sum(self._planned)

    def at_step(self, step: int) -> float:
        """Seconds spent at a step so far."""
        return self.spent[step] + (self._stay() if step == self._step else 0.0)

    def start(self) -> None:
        """Begin to count, or go on."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Stand still."""
        self.spent[self._step] += self._stay()
        self._since = None

    def go_to(self, step: int) -> None:
        """Another step is being given."""
        was_running = self.running
        self.pause()
        self._step = step
        if was_running:
            self.start()

    def restart(self) -> None:
        """Begin again from nothing, running if it was."""
        self.spent = [0.0] * len(self.spent)
        if self.running:
            self._since = self._now()

    def pace(self) -> Pace:
        """Early or late, by where the plan says the talk should be: within the step that is being given is on time."""
        begins = sum(self._planned[: self._step])
        ends = begins + self._planned[self._step]
        slack = max(10.0, self.planned * _SLACK)
        if self.elapsed > ends + slack:
            return Pace.LATE
        return Pace.EARLY if self.elapsed < begins - slack else Pace.ON_TIME

    def _stay(self) -> float:
        return 0.0 if self._since is None else max(self._now() - self._since, 0.0)
