"""The ways to lay the map out that a person switches between, and the way back from one concept's surroundings."""

from enum import StrEnum

from msgspec import Struct


class View(StrEnum):
    """A way to lay the map out."""

    BIG_PICTURE = "big picture"
    ATLAS = "atlas"
    AROUND = "around"
    LANES = "lanes"
    OUTLINE = "outline"
    STEP = "step"  # what a step of a talk shows, large, before the faded Atlas


class StepView(Struct, frozen=True):
    """What a step of a talk shows at one stage, and all that it is laid out for, so that its stages stand alike.

    Attributes:
        frame: the concepts of all stages.
        links: the links of all stages.
        focus: the concept that it is about, if it is shown.
        concepts: the concepts that are shown.
        shown: the links that are shown.
        room: width and height in screen pixels that all of it is to fill.
        masked: the concepts whose names, and links whose phrases, are shown as "?".
    """

    frame: tuple[str, ...]
    links: tuple[str, ...]
    focus: str | None
    concepts: frozenset[str]
    shown: frozenset[str]
    room: tuple[float, float]
    masked: frozenset[str] = frozenset()


class Viewing(Struct, frozen=True):
    """A view; Around also knows round which concept, and a step what it shows."""

    view: View
    centre: str | None = None
    step: StepView | None = None


class Views:
    """The view that is shown, and those that Around was entered from.

    Attributes:
        now: the view that is shown.
    """

    def __init__(self, first: Viewing) -> None:
        self.now = first
        self._before: list[Viewing] = []

    def show(self, viewing: Viewing) -> bool:
        """Show a view; whether that is another one. Going Around is remembered, step by step."""
        if viewing == self.now:
            return False
        if viewing.view is View.AROUND:
            # Around something that one came through already is a way back, not a longer way.
            if viewing in self._before:
                del self._before[self._before.index(viewing) :]
            else:
                self._before.append(self.now)
        else:
            self._before.clear()
        self.now = viewing
        return True

    @property
    def before(self) -> tuple[Viewing, ...]:
        """The views that Around was entered from, the first one first."""
        return tuple(self._before)

    def restore(self, now: Viewing, before: tuple[Viewing, ...]) -> None:
        """Be where one was."""
        self.now, self._before = now, list(before)

    def back(self) -> bool:
        """From Around to where one came from; whether there was a way."""
        if not self._before:
            return False
        self.now = self._before.pop()
        return True
