"""Where a talk is and what the class sees, as one immutable value; what is not in it, no window may know."""

from enum import StrEnum

from msgspec import Struct

from evmap.model import Rect


class Position(Struct, frozen=True, order=True):
    """A step and its stage, both counted from 0."""

    step: int = 0
    stage: int = 0


class Blank(StrEnum):
    """What hides the map from the class."""

    NOTHING = "nothing"
    BLACK = "black"
    WHITE = "white"


class Tool(StrEnum):
    """What the hand does on the map."""

    HAND = "hand"  # as when exploring
    POINTER = "pointer"
    SPOTLIGHT = "spotlight"
    PEN = "pen"
    ERASER = "eraser"
    ZOOM = "zoom"


class Asking(StrEnum):
    """What the teacher is asked."""

    NOTHING = "nothing"
    RESUME = "resume"  # this tour was left on the way: go on there, or start again
    LEAVE = "leave"  # resume or leave


class TalkState(Struct, frozen=True):
    """A moment of a talk.

    Attributes:
        at: the step and stage of the path, also while one is away from it.
        away: whether one has left the path to explore the map.
        whole: whether the whole map is shown for a while.
        blank: what hides the map from the class.
        frozen: whether the class keeps the picture that it has.
        tool: what the hand does.
        region: the part of the map that is zoomed into, in map pixels.
        asking: what the teacher is asked.
        overview: whether all steps are shown to choose one.
        typed: the digits of a step's number typed so far.
        jumped_from: where the last jump began, to return there.
        notes: whether the notes are shown on the only screen.
        ended: whether the talk is over.
    """

    at: Position = Position()
    away: bool = False
    whole: bool = False
    blank: Blank = Blank.NOTHING
    frozen: bool = False
    tool: Tool = Tool.HAND
    region: Rect | None = None
    asking: Asking = Asking.NOTHING
    overview: bool = False
    typed: str = ""
    jumped_from: Position | None = None
    notes: bool = False
    ended: bool = False

    @property
    def on_path(self) -> bool:
        """Whether the step itself is shown."""
        return not self.away and not self.whole
