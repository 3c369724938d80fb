"""Which blocks are headings: a line on its own that is written like a title."""

from collections.abc import Sequence

from evmap.reading.blocks import RawBlock
from evmap.reading.texts import word_set

_SMALL = word_set(
    "a an and as at but by for from in into nor of off on onto or over per so than the to up upon via vs vs. with "
    "within without yet"
)
_CLOSERS = "\"'”’»›)]*_ "
_LONGEST = 120
_LONGEST_PLAIN = 80
_MOST_WORDS = 20
_MOST_WORDS_PLAIN = 12
_LOST_LIST = 4
"""So many untitled short lines in a row are a list that lost its bullets."""


def mark_headings(text: str, blocks: Sequence[RawBlock]) -> list[bool]:
    """For each block whether it is a heading.

    A heading is one short line that ends without punctuation, or with a question mark if it is in title case: "Are We
    There Yet?" is one, "So, why is this discovery such a big deal?" is a paragraph. Only where an article has no
    heading in title case may a question in sentence case be one. Something must follow it that it can be the head of.
    """
    words = [_heading_words(text, block) for block in blocks]
    titled = [bool(found) and is_title_case(found) for found in words]
    has_titles = any(titled[1:])
    marked = [
        titled[i] or (bool(words[i]) and _is_plain_heading(text, block, words[i], has_titles))
        for i, block in enumerate(blocks)
    ]
    _unmark_numbered_lists(blocks, marked)
    _unmark_lost_lists(marked, titled)
    _unmark_endings(marked)
    return marked


def is_title_case(words: Sequence[str]) -> bool:
    """Whether words are written as in a title: all but the small ones, or nearly all, begin large."""
    large = [word for word in words if word.lower() not in _SMALL]
    if not large or _begins_small(words[0]):
        return False
    return sum(not _begins_small(word) for word in large) >= 0.75 * len(large)


def _begins_small(word: str) -> bool:
    letters = word.lstrip("\"'“‘«([")
    return letters[:1].islower() and not any(char.isupper() for char in letters[1:5])


def _heading_words(text: str, block: RawBlock) -> list[str]:
    """The words of a block that could be a heading by its length and its end, or nothing."""
    if block.lines > 1 or block.end - block.start > _LONGEST or (block.marker and block.marker[-1] not in ".)"):
        return []
    line = text[block.start : block.end]
    last = line.rstrip(_CLOSERS)[-1:]
    if not (last.isalnum() or last in "?+%™®"):
        return []
    words = line.split()
    return words if len(words) <= _MOST_WORDS and any(char.isalpha() for char in line) else []


def _is_plain_heading(text: str, block: RawBlock, words: list[str], has_titles: bool) -> bool:
    """Whether a line in sentence case may be a heading."""
    if block.marker or len(words) > _MOST_WORDS_PLAIN or block.end - block.start > _LONGEST_PLAIN:
        return False
    if _begins_small(words[0]) or words[0].rstrip(",").lower() in ("so", "but", "and"):
        return False
    is_question = text[block.start : block.end].rstrip(_CLOSERS).endswith("?")
    return not (is_question and has_titles)


def _unmark_numbered_lists(blocks: Sequence[RawBlock], marked: list[bool]) -> None:
    """A numbered line is a heading only if its neighbours are not numbered too."""
    numbered = [False, *(bool(block.marker) for block in blocks), False]
    for i, block in enumerate(blocks):
        if block.marker and (numbered[i] or numbered[i + 2]):
            marked[i] = False


def _unmark_lost_lists(marked: list[bool], titled: list[bool]) -> None:
    run = 0
    for i in range(len(marked) + 1):
        if i < len(marked) and marked[i] and not titled[i]:
            run += 1
            continue
        if run >= _LOST_LIST:
            marked[i - run : i] = [False] * run
        run = 0


def _unmark_endings(marked: list[bool]) -> None:
    """What nothing follows heads nothing; a text of titles only keeps its first line."""
    for i in range(len(marked) - 1, -1, -1):
        if not marked[i]:
            return
        marked[i] = False
