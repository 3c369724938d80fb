"""Bytes to text and text to its folded twin: what a quote or a name is compared with, never what is shown."""

_ONE_FOR_ONE = {
    "'": "‘’‚‛′‵‹›`´ʼ＇",
    '"': "“”„‟″‶«»＂",
    "-": "‐‑‒–—―−⸺⸻﹘﹣－",
    "•": "‣◦▪▫●○·∙⁃■□◆◇",
    "…": "‥⋯",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "i": "İ",  # lowers to two code points, so it needs a rule of its own
}
_TYPOGRAPHY = {ord(char): plain for plain, chars in _ONE_FOR_ONE.items() for char in chars if char != "İ"}
_BLANK = frozenset("\ufeff\u200b\u2060")
"""Shows as nothing but is no white space to Python: byte order mark, zero width space, word joiner."""


class UnreadableText(ValueError):  # noqa: N818 - its name says what is wrong
    """The bytes are no text that this program reads; the message says why in one plain sentence."""


class _Folding(dict[int, str]):
    """Fills itself with the code points that are met, so that nothing is built when the room is imported."""

    def __missing__(self, code: int) -> str:
        folded = _fold_one(chr(code))
        self[code] = folded
        return folded


def _fold_one(char: str) -> str:
    char = _TYPOGRAPHY.get(ord(char), char)
    if char == "İ":
        return "i"
    for folded in (char.casefold(), char.lower()):
        if len(folded) == 1:
            return folded
    return char


_FOLDING = _Folding()


def decode(data: bytes) -> str:
    """The text of a file, unchanged: line ends stay as they are and a byte order mark stays the first code point.

    Raises:
        UnreadableText: the bytes are not UTF-8.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableText("the file is UTF-16, not UTF-8; save it again as UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableText(
            f"byte {error.start + 1} (line {line}) is not UTF-8; save the file again as UTF-8"
        ) from None


def fold(text: str) -> str:
    """The text with case, quotes, dashes, ellipses, bullets and spaces made alike, one code point for one.

    Offsets into the result are offsets into the text. What cannot be folded to a single code point stays.
    """
    return text.translate(_FOLDING)


def straighten(text: str) -> str:
    """Like :func:`fold`, but upper and lower case stay apart."""
    return text.translate(_TYPOGRAPHY)


def word_set(words: str) -> frozenset[str]:
    """The words of a space-separated list; long lists read better so than in quotes and commas."""
    return frozenset(words.split())


def is_blank(char: str) -> bool:
    """Whether a character shows as nothing at the edge of a line."""
    return char.isspace() or char in _BLANK


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of ``[start, end)`` without what is blank on either side; empty at ``start`` if all is blank."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end
