"""Text from articles and maps as plain text: nothing in it is markup, and odd characters break no layout."""

import re

_ENDLESS = r"\S{2000}"
_LONG_WORD = r"\S{24}(?=\S)"
"""Patterns as text: Python compiles them when they are first used, not at every start."""

_STAND_INS = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},  # control characters as their pictures
    **dict.fromkeys((0x0A, 0x0D, 0x2028, 0x2029), 0x20),  # line ends inside a quote are spaces to a reader
    0x7F: 0x2421,
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),  # lone surrogates: Qt drops them, and every offset would shift
    **dict.fromkeys((*range(0xFDD0, 0xFDF0), 0xFFFC, 0xFFFE, 0xFFFF), 0xFFFD),  # Qt's own frame marks
}


def showable(text: str) -> str:
    """The text as a screen can show it, one code point for one. Copying uses the unchanged text."""
    return text.translate(_STAND_INS)


def utf16_length(text: str) -> int:
    """How many of Qt's characters a text has: those beyond the first plane, such as emoji, count twice."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF) if not text.isascii() else len(text)


def has_endless_word(text: str) -> bool:
    """Whether some word is so long that Qt must break it anywhere: looking for its end line by line is quadratic."""
    return re.search(_ENDLESS, text) is not None


def closed(text: str) -> str:
    """Text that ends every change of writing direction it begins, so that it turns nothing that stands after it."""
    isolates = embeddings = 0
    for char in text if not text.isascii() else "":
        isolates += (char in "\u2066\u2067\u2068") - (char == "\u2069" and isolates > 0)
        embeddings += (char in "\u202a\u202b\u202d\u202e") - (char == "\u202c" and embeddings > 0)
    return text + "\u202c" * embeddings + "\u2069" * isolates


def breakable(text: str) -> str:
    """Showable text in which a label can break even endless words, such as paths: it gives them places to."""
    return re.sub(_LONG_WORD, lambda found: found.group() + "\u200b", showable(text))


def tip(text: str) -> str:
    """A tool tip that shows exactly this text. Qt guesses whether a tip is markup, so it gets real markup."""
    shown = breakable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p>{shown}</p>" if shown else ""


def window_title(text: str) -> str:
    """A map's title for a window's frame, where Qt would take ``[*]`` for the sign of unsaved changes."""
    return showable(text).strip().replace("[*]", "[*][*]") or "Untitled map"


def ellipsis_start(text: str, most: int) -> str:
    """The end of a text, cut at a word, with an ellipsis where something is missing."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[-most:]
    return "…\u00a0" + (cut.split(" ", 1)[1] if " " in cut else cut)


def ellipsis_end(text: str, most: int) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where something is missing."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "\u00a0…"
