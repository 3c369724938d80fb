"""What a command is: a line of data that menus, buttons, shortcuts, key sheet and tests all read."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from evmap.ui.commands import Commands


class When(StrEnum):
    """The situations in which a command makes sense. The window says which of them hold."""

    ALWAYS = "always"
    ON_MAP = "on the map"  # the map is in sight, not the reader
    ON_CANVAS = "on the canvas"  # the map is drawn: neither the reader nor the outline has its place
    ON_OUTLINE = "on the outline"  # the outline is in sight
    READING = "reading"
    SELECTION = "selection"  # on the map, with something selected
    CHOSEN = "chosen"  # something is selected, whatever is in sight
    CHOSEN_ON_CANVAS = "chosen on the canvas"  # with something selected
    ON_ATLAS = "on the atlas"  # where concepts have their places
    CHOSEN_ON_ATLAS = "chosen on the atlas"  # with a concept selected
    CAN_UNDO = "can undo"
    CAN_REDO = "can redo"
    MOVED = "moved"  # something stands elsewhere than the map puts it
    MENTIONED = "mentioned"  # one concept is selected and nothing else, whatever is in sight
    ROOM_BESIDE = "room beside"  # something is read, and the map has room beside it
    CONCEPT = "concept"  # on the map, with one concept selected and nothing else
    TO_FIND_PATH = "to find path"  # on the map, with one or two concepts selected and nothing else
    ON_PATH = "on path"  # the details speak of a path, or of what is missing for one
    SEVERAL_PATHS = "several paths"  # were found between the same ends
    CAN_GO_BACK = "can go back"  # in the history
    CAN_GO_FORWARD = "can go forward"
    TOUR = "tour"  # a tour is chosen
    TOUR_STEP = "tour step"  # and a step of it is meant
    OWN_TOUR = "own tour"  # one of one's own
    OWN_STEPS = "own steps"  # and it has some
    OWN_STEP = "own step"  # and one of them is meant
    FILTERED = "filtered"  # something is hidden by a filter
    HIDDEN = "hidden"  # something that is selected is
    HITS = "hits"  # something was found
    STEP_BACK = "step back"  # there is something to close or to clear


NOT_NOW: dict[When, str] = {
    When.ON_MAP: "only on the map",
    When.ON_CANVAS: "only where the map is drawn",
    When.ON_OUTLINE: "only in the outline",
    When.CHOSEN_ON_CANVAS: "select something on the map first",
    When.TO_FIND_PATH: "select one or two concepts first",
    When.ON_PATH: "find a path first",
    When.SEVERAL_PATHS: "only where several paths were found",
    When.READING: "only in an article",
    When.SELECTION: "select something on the map first",
    When.CHOSEN: "select something first",
    When.CONCEPT: "select one concept first",
    When.ON_ATLAS: "only in the Atlas",
    When.CHOSEN_ON_ATLAS: "only in the Atlas, with a concept selected",
    When.CAN_UNDO: "nothing to undo",
    When.CAN_REDO: "nothing to do again",
    When.MOVED: "nothing was moved",
    When.CAN_GO_BACK: "nowhere to go back to",
    When.CAN_GO_FORWARD: "nowhere to go on to",
    When.MENTIONED: "select one concept first",
    When.ROOM_BESIDE: "only in a wide window, while an article is open",
    When.TOUR: "choose a tour first",
    When.TOUR_STEP: "choose a step of a tour first",
    When.OWN_STEPS: "choose a tour of your own that has steps first",
    When.OWN_TOUR: "choose a tour of your own first",
    When.OWN_STEP: "choose a step of your own tour first",
    When.FILTERED: "no filter hides anything",
    When.HIDDEN: "no filter hides what is selected",
    When.HITS: "find something first",
    When.STEP_BACK: "nothing to close",
}
"""Why a command cannot be used now, for the palette; each situation but the first has its words here."""


class ActionSpec(Struct, frozen=True):
    """One command: its id, its words, its keys (the first is shown in menus), and what it does."""

    id: str
    text: str
    keys: tuple[str, ...]
    run: "Callable[[Commands], None]"
    icon: str = ""
    when: When = When.ALWAYS
    checkable: bool = False

    def keys_in_use(self, *, letters: bool) -> tuple[str, ...]:
        """Its keys, without those of one character where these are switched off."""
        return self.keys if letters else tuple(key for key in self.keys if not is_letter_key(key))


def is_letter_key(key: str) -> bool:
    """Whether a key is one character alone: a letter, digit or sign, with Shift at most (WCAG 2.1.4)."""
    *modifiers, last = key.split("+") if key != "+" else ["+"]
    return len(last) == 1 and set(modifiers) <= {"Shift"}
