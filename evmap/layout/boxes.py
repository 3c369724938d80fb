"""How large concept boxes and phrase boxes are and how their text is wrapped. Layout and canvas both draw on this."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

from evmap.layout.metrics import text_width
from evmap.model import Kind

HUB_DEGREE = 10
"""From this many links on, a concept is a hub: larger type, a larger box, more room for the star of its links."""

NAME_FACE, HUB_FACE, PHRASE_FACE = "sans-semibold", "sans-bold", "sans-semibold-italic"
NAME_PX, HUB_PX, PHRASE_PX = 15.0, 17.0, 12.0

MOST_PHRASE_LINES = 3
"""Phrases stand on two lines at most, and on so many around a concept with many links."""

_LINE = 1.24  # from baseline to baseline, in font sizes
_NAME_PAD = (13.0, 9.0)
_HUB_GROWTH = 1.15  # on top of type that is 13 % larger: 30 % in all
_PHRASE_PAD = (4.0, 1.0)
_ONE_LINE = 106.0  # a name up to this width stays on one line
_SLENDER = 3.4  # long names are wrapped towards boxes this many times as wide as high
_WIDEST = 360.0
_LONGEST_WORD = 260.0

# Extra width and height that a kind's outline takes away from its text: the points of a hexagon, round ends,
# cut and folded corners, a second membrane, a bar.
_SHAPE_ROOM: dict[Kind, tuple[float, float]] = {
    Kind.CELL: (8, 0),
    Kind.VESICLE: (12, 6),
    Kind.CARGO: (20, 0),
    Kind.DISEASE: (8, 0),
    Kind.THERAPY: (10, 0),
    Kind.EVIDENCE: (10, 0),
}


class TextBox(Struct, frozen=True):
    """A box at 100 %: its size, its text in lines, and the type they are set in."""

    w: float
    h: float
    lines: tuple[str, ...]
    px: float
    face: str
    line_height: float


class ConceptBox(TextBox, frozen=True):
    """The box of a concept, with its name."""


class PhraseBox(TextBox, frozen=True):
    """The box of a linking phrase."""


def is_hub(degree: int) -> bool:
    """Whether a concept with this many links is drawn as a hub."""
    return degree >= HUB_DEGREE


def shape_room(kind: Kind) -> tuple[float, float]:
    """The width and height of a box that its outline takes away from its name."""
    return _SHAPE_ROOM.get(kind, (0, 0))


@lru_cache(maxsize=8192)
def concept_box(name: str, kind: Kind, degree: int) -> ConceptBox:
    """The box of a concept.

    Args:
        name: the concept's name; white space of any kind is where a line may end.
        kind: its kind, whose outline may need room of its own.
        degree: how many links it has; hubs are larger.
    """
    hub = is_hub(degree)
    face, px = (HUB_FACE, HUB_PX) if hub else (NAME_FACE, NAME_PX)
    lines, width = _wrap(name, lambda text: text_width(text, face, px), _ONE_LINE * px / NAME_PX, px * _LINE)
    grown = _HUB_GROWTH if hub else 1.0
    shape_w, shape_h = shape_room(kind)
    w = (width + 2 * _NAME_PAD[0]) * grown + shape_w
    h = (len(lines) * px * _LINE + 2 * _NAME_PAD[1]) * grown + shape_h
    return ConceptBox(float(math.ceil(w)), float(math.ceil(h)), lines, px, face, px * _LINE)


@lru_cache(maxsize=32768)
def phrase_box(phrase: str, lines: int = 1) -> PhraseBox:
    """The box of a linking phrase, set on at most so many lines.

    A phrase of one word stays on one line, and a phrase that is much too long takes more lines than asked.
    """
    face, px = PHRASE_FACE, PHRASE_PX

    def measure(text: str) -> float:
        return text_width(text, face, px)

    words = _words(phrase, measure)
    wanted = max(lines, math.ceil(measure(" ".join(words)) / (_LONGEST_WORD * 1.2)))
    wrapped, width = _balanced(words, measure, min(wanted, len(words)))
    pitch = px * _LINE
    w, h = width + 2 * _PHRASE_PAD[0], len(wrapped) * pitch + 2 * _PHRASE_PAD[1]
    return PhraseBox(float(math.ceil(w)), float(math.ceil(h)), wrapped, px, face, pitch)


def lines_for(phrase: str, height: float) -> tuple[str, ...]:
    """A phrase in as many lines as a place of that height was made for."""
    boxes = (phrase_box(phrase, lines) for lines in range(1, MOST_PHRASE_LINES))
    fitting = (box for box in boxes if height < box.h + box.line_height / 2)
    return (next(fitting, None) or phrase_box(phrase, MOST_PHRASE_LINES)).lines


def phrase_sizes(phrase: str) -> tuple[tuple[float, float], ...]:
    """The sizes that a phrase may take, one line first."""
    one, two = phrase_box(phrase, 1), phrase_box(phrase, 2)
    return ((one.w, one.h), (two.w, two.h)) if len(two.lines) > len(one.lines) else ((one.w, one.h),)


def _wrap(text: str, measure: Callable[[str], float], one_line: float, pitch: float) -> tuple[tuple[str, ...], float]:
    """A text on as few lines as its length deserves, balanced."""
    words = _words(text, measure)
    whole = measure(" ".join(words))
    if whole <= one_line:
        return (" ".join(words),), whole
    widest = max(one_line, min(_WIDEST, math.sqrt(whole * pitch * _SLENDER)))
    for count in range(2, len(words) + 1):
        lines, width = _balanced(words, measure, count)
        if width <= widest:
            return lines, width
    return _balanced(words, measure, len(words))


def _words(text: str, measure: Callable[[str], float]) -> list[str]:
    """The words of a text; one that is wider than any box may be is cut."""
    words: list[str] = []
    for whole in text.split() or [""]:
        word = whole
        while measure(word) > _LONGEST_WORD and len(word) > 1:
            cut = max(1, int(len(word) * _LONGEST_WORD / measure(word)))
            words.append(word[:cut])
            word = word[cut:]
        words.append(word)
    return words


def _balanced(words: Sequence[str], measure: Callable[[str], float], count: int) -> tuple[tuple[str, ...], float]:
    """The words on at most ``count`` lines so that the widest line is as narrow as can be."""
    if count == 1:
        line = " ".join(words)
        return (line,), measure(line)
    widths = [measure(word) for word in words]
    space = measure(" ")
    low, high = max(widths), sum(widths) + space * (len(widths) - 1) + 0.01
    while high - low > 0.5:
        middle = (low + high) / 2
        if len(_greedy(widths, space, middle)) <= count:
            high = middle
        else:
            low = middle
    lines = tuple(" ".join(words[a:b]) for a, b in _greedy(widths, space, high))
    return lines, max(measure(line) for line in lines)


def _greedy(widths: Sequence[float], space: float, limit: float) -> list[tuple[int, int]]:
    """Ranges of words that fill lines no wider than ``limit``, first come first served."""
    lines: list[tuple[int, int]] = []
    start, used = 0, widths[0]
    for i in range(1, len(widths)):
        if used + space + widths[i] > limit:
            lines.append((start, i))
            start, used = i, widths[i]
        else:
            used += space + widths[i]
    return [*lines, (start, len(widths))]
