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
    HITS = "hits"  # something was found
    STEP_BACK = "step back"  # there is something to close or to clear


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
