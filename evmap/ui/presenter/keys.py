"""The keys of a talk as one table, which both windows, the key sheet and the tests read."""

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from evmap.ui.actions.spec import is_letter_key
from evmap.workspace.talk import Blank, Talk, Tool


class TalkKey(Struct, frozen=True):
    """What some keys do in a talk.

    Attributes:
        id: its name.
        words: what it does, for the key sheet and the buttons.
        keys: the keys.
        run: what is done to the talk; nothing where the windows themselves do it.
    """

    id: str
    words: str
    keys: tuple[str, ...]
    run: Callable[[Talk], None] | None = None

    def keys_in_use(self, *, letters: bool) -> tuple[str, ...]:
        """Its keys. Where single-letter keys are off, they want Alt; but for the full stop, which clickers send."""
        return self.keys if letters else tuple(dict.fromkeys(map(_with_alt, self.keys)))


def _with_alt(key: str) -> str:
    return f"Alt+{key}" if is_letter_key(key) and key != "." else key


TALK_KEYS: tuple[TalkKey, ...] = (
    TalkKey("next", "Next", ("Right", "Down", "PgDown", "Space", "N"), Talk.forward),
    TalkKey("enter", "Go to the number typed, or next", ("Return", "Enter"), Talk.enter),
    TalkKey("back", "Back", ("Left", "Up", "PgUp", "Backspace", "P"), Talk.backward),
    TalkKey("first", "First step", ("Home",), Talk.first),
    TalkKey("last", "Last step", ("End",), Talk.last),
    TalkKey("reveal", "Show all of this step", ("V",), Talk.reveal),
    TalkKey("steps", "All steps", ("G",), Talk.toggle_overview),
    TalkKey("black", "Black", ("B", "."), lambda talk: talk.toggle_blank(Blank.BLACK)),
    TalkKey("white", "White", ("W", ","), lambda talk: talk.toggle_blank(Blank.WHITE)),
    TalkKey("freeze", "Freeze", ("F",), Talk.toggle_freeze),
    TalkKey("pointer", "Pointer", ("L",), lambda talk: talk.take_tool(Tool.POINTER)),
    TalkKey("spotlight", "Spotlight", ("K",), lambda talk: talk.take_tool(Tool.SPOTLIGHT)),
    TalkKey("draw", "Draw", ("D",), lambda talk: talk.take_tool(Tool.PEN)),
    TalkKey("erase", "Erase", ("E",), lambda talk: talk.take_tool(Tool.ERASER)),
    TalkKey("clear", "Clear the drawing", ("C",), Talk.clear_ink),
    TalkKey("keep", "Keep the drawing", ("Shift+D",), Talk.toggle_keep_ink),
    TalkKey("zoom", "Zoom into a region", ("Z",), lambda talk: talk.take_tool(Tool.ZOOM)),
    TalkKey("whole", "Whole map", ("O",), Talk.toggle_whole),
    TalkKey("peek", "Whole map while held", ("Tab",)),
    TalkKey("return", "Return to the step left", ("R",), Talk.back_to_path),
    TalkKey("notes", "Notes on the only screen", ("T",), Talk.toggle_notes),
    TalkKey("find", "Find", ("Ctrl+F", "/")),
    TalkKey("swap", "Swap screens", ("S",)),
    TalkKey("larger", "Larger notes", ("+", "Ctrl++")),
    TalkKey("smaller", "Smaller notes", ("-", "Ctrl+-")),
    TalkKey("sheet", "Keys", ("F1", "?")),
    TalkKey("full", "Full screen", ("F11",)),
    TalkKey("present", "Resume what hides or interrupts the step", ("F5", "Shift+F5"), Talk.present),
    TalkKey("escape", "One thing less; asks before it ends", ("Esc",), Talk.escape),
)


def _codes(keys: tuple[str, ...]) -> list[int]:
    return [QKeySequence.fromString(key)[0].toCombined() for key in keys]  # type: ignore[index]  # it is: the stubs lack it


_BY_CODE: Mapping[bool, Mapping[int, TalkKey]] = {
    letters: {code: key for key in TALK_KEYS for code in _codes(key.keys_in_use(letters=letters))}
    for letters in (True, False)
}


def key_of(event: QKeyEvent, *, letters: bool = True) -> TalkKey | None:
    """What a key means in a talk, or nothing; ``letters``: whether single-letter keys are on."""
    modifiers, by_code = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, _BY_CODE[letters]
    found = by_code.get(QKeyCombination(modifiers, Qt.Key(event.key())).toCombined())
    if found is None and modifiers & Qt.KeyboardModifier.ShiftModifier:  # "?" and "/" need Shift on some keyboards
        plain = modifiers & ~Qt.KeyboardModifier.ShiftModifier
        found = by_code.get(QKeyCombination(plain, Qt.Key(event.key())).toCombined())
    return found


def digit_of(event: QKeyEvent) -> str:
    """The digit that a key types, or nothing."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    return text if not held and len(text) == 1 and text in "0123456789" else ""


def shown(key: TalkKey, *, letters: bool = True) -> str:
    """Its first key, as this system names it."""
    return QKeySequence(key.keys_in_use(letters=letters)[0]).toString(QKeySequence.SequenceFormat.NativeText)


def talk_key(name: str) -> TalkKey:
    """A row of the table by its name; one that is not there raises ``KeyError``."""
    for key in TALK_KEYS:
        if key.id == name:
            return key
    raise KeyError(name)
