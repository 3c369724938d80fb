"""Where a quote stands in its article: exactly once, or an error that says what is wrong."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from evmap.model import Span
from evmap.reading.texts import straighten

_SHOWN = 40


class NotFound(LookupError):  # noqa: N818 - its name says what is wrong
    """The wanted text is not in the body.

    Attributes:
        elsewhere: where it stands outside the body, in page furniture, if it does.
    """

    def __init__(self, message: str, elsewhere: Span | None = None) -> None:
        super().__init__(message)
        self.elsewhere = elsewhere


class FoundTwice(LookupError):  # noqa: N818 - its name says what is wrong
    """The wanted text stands more than once in the body.

    Attributes:
        first: the first place.
        second: the second place.
    """

    def __init__(self, message: str, first: Span, second: Span) -> None:
        super().__init__(message)
        self.first = first
        self.second = second


def find_once(text: str, wanted: str, prefix: str = "", within: Sequence[Span] | None = None) -> Span:
    """The one place of ``wanted`` in ``text``.

    It is looked for letter by letter. Only if it is nowhere, straight and curly quotes, dashes, ellipses and spaces
    count as alike; upper and lower case never do, because a quote is word for word.

    Args:
        text: the unchanged text of the article.
        wanted: what to find.
        prefix: the characters right before it, to tell twins apart.
        within: spans of the text, one of which must hold all of ``wanted``; ``None`` is the whole text.

    Raises:
        NotFound: it is not there.
        FoundTwice: it is there more than once.
    """
    if not wanted:
        raise NotFound("the text to find is empty")
    spans = [(0, len(text))] if within is None else within
    found = _places(text, wanted, prefix, spans)
    if not found:
        found = _places_straightened(text, wanted, prefix, spans)
    if len(found) > 1:
        raise FoundTwice("the text stands there more than once; a prefix tells the places apart", *found[:2])
    if not found:
        raise _not_found(text, wanted, prefix)
    return found[0]


def _places(text: str, wanted: str, prefix: str, within: Sequence[Span]) -> list[Span]:
    """The first two places of ``wanted`` behind ``prefix`` that one of the spans holds."""
    places: list[Span] = []
    needle = prefix + wanted
    for start, end in within:
        at = max(0, start - len(prefix))
        while len(places) < 2 and (at := text.find(needle, at, end)) >= 0:
            first = at + len(prefix)
            places.append((first, first + len(wanted)))
            at += 1
    return places


def _places_straightened(text: str, wanted: str, prefix: str, within: Sequence[Span]) -> list[Span]:
    """The same with typography made alike. An ellipsis may be one sign or three dots, so offsets must be led back."""
    plain, wanted, prefix = straighten(text), straighten(wanted), straighten(prefix)
    if "..." not in _with_dots(prefix + wanted):
        return _places(plain, wanted, prefix, within)
    ellipses = [match.start() for match in re.finditer("…", plain)]

    def dotted(offset: int) -> int:
        return offset + 2 * bisect_left(ellipses, offset)

    spans = [(dotted(start), dotted(end)) for start, end in within]
    found = _places(_with_dots(plain), _with_dots(wanted), _with_dots(prefix), spans)
    offsets = range(len(text) + 1)
    return [
        (bisect_right(offsets, start, key=dotted) - 1, bisect_left(offsets, end, key=dotted)) for start, end in found
    ]


def _with_dots(plain: str) -> str:
    return plain.replace("…", "...")


def _not_found(text: str, wanted: str, prefix: str) -> NotFound:
    elsewhere = text.find(wanted)
    if elsewhere >= 0:
        place = (elsewhere, elsewhere + len(wanted))
        if prefix and prefix + wanted not in text:
            return NotFound("the text is there, but never right after that prefix", place)
        return NotFound("the text stands outside the body, in page furniture", place)
    known = _longest_known(text, wanted)
    if known == 0:
        return NotFound("the text is not there, not even its first letter")
    return NotFound(f"the text is not there; it differs after “{wanted[max(0, known - _SHOWN) : known]}”")


def _longest_known(text: str, wanted: str) -> int:
    """How many of the first characters of ``wanted`` stand together somewhere in the text."""
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if wanted[:middle] in text:
            low = middle
        else:
            high = middle - 1
    return low
