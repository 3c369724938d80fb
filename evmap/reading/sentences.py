"""Where the sentences of a block begin and end."""

import re

from evmap.model import Span
from evmap.reading.texts import word_set

_STOP = re.compile(r"([.!?…。！？｡]+)([\"'”’»›)\]}]*(?: ?\[[0-9]{1,3}\])*)(\s*)")
_OPENERS = re.compile(r"[\"'“‘„«‹(\[{¿¡*_–—-]{0,5}\s?")
_WORD = re.compile(r"[^\W_]{1,24}")
_LAST_TOKEN = re.compile(r"[^\W_][\w.]*$")
_DOTTED = re.compile(r"(?:[a-z]{1,2}\.)+[a-z]{1,3}")
_REPORTED = re.compile(
    r"(?:[^\W_][\w.'’-]{0,24}\s){1,4}?(?:asks|asked|says|said|adds|added|explains|explained|writes|wrote|wonders|"
    r"wondered|replies|replied|notes|noted)\b"
)
_CJK_STOPS = "。！？｡"
_LOOK_BACK = 24

_TITLES_AND_POINTERS = word_set(
    "dr mr mrs ms mx prof st fig figs eq eqs e.g i.e eg ie cf vs viz approx ca resp suppl ext sen gov rev hon capt lt "
    "mt"
)
"""After these a sentence always goes on."""
_BEFORE_A_NUMBER = word_set(
    "no nos vol vols p pp ch sec ref refs art tab jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""After these a sentence goes on if a number follows."""
_EITHER = word_set("etc al inc ltd co corp jr sr dept univ est max min avg sp spp")
"""After these, as after initials, a sentence ends if the next word is one that sentences begin with."""
_STARTERS = word_set(
    "the a an this that these those it its they their we our you your he she his her i in on at for from with as if "
    "when while where why how what who which there here but and or so yet however although though because since after "
    "before by to not no now one many most some all both each every another such other then thus therefore moreover "
    "furthermore additionally meanwhile finally also only even just once until unlike despite during over under "
    "through researchers scientists"
)


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of the block ``[start, end)``, in order, without the white space between them.

    A full stop ends no sentence after an abbreviation or an initial; a question or exclamation mark and an ellipsis end
    none if the text goes on in lower case. A block without any stop is one sentence.
    """
    sentences: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and _ends_sentence(text, match, begin, end):
            sentences.append((begin, match.end(2)))
            begin = match.end()
    if begin < end:
        sentences.append((begin, end))
    return sentences


def _ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    stop, closing, space = match.groups()
    if stop[-1] in _CJK_STOPS:
        return True
    if not space:
        return _is_run_together(text, match, begin, end)
    opener = _OPENERS.match(text, match.end(), end)
    after = _WORD.match(text, opener.end() if opener else match.end(), end)
    if after is None:  # a sign or a picture; more stops belong to the same end
        return text[match.end()] not in ".!?…"
    word = after.group()
    if "…" in stop or ".." in stop:
        return not word[0].islower()
    if _goes_on_small(word):
        return False
    if stop != ".":
        return not (closing and _REPORTED.match(text, after.start(), end))
    return not _is_abbreviation(text, match.start(), begin, word, text[after.end() : after.end() + 1])


def _goes_on_small(word: str) -> bool:
    """Whether a word is in lower case, and not one such as mRNA or p53 that begins small everywhere."""
    return word[0].islower() and not any(char.isupper() or char.isdigit() for char in word[1:5])


def _is_abbreviation(text: str, dot: int, begin: int, next_word: str, char_after: str) -> bool:
    """Whether the full stop at ``dot`` belongs to the word before it and leaves the sentence open."""
    token = _LAST_TOKEN.search(text[max(begin, dot - _LOOK_BACK) : dot])
    if token is None:
        return False
    word = token.group().lower()
    if dot - len(word) == begin and len(word) <= 2 and (word.isdigit() or len(word) == 1):
        return True  # the number of a list item or an initial at the very beginning
    if word in _TITLES_AND_POINTERS:
        return True
    if word in _BEFORE_A_NUMBER and next_word[0].isdigit():
        return True
    if word in _EITHER or (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
        return next_word.lower() not in _STARTERS or (len(next_word) == 1 and char_after == ".")
    return False


def _is_run_together(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a sentence ends although no space follows ("…fix them.Share this"), and not a name such as Node.js."""
    before = text[max(begin, match.start() - _LOOK_BACK) : match.start()].rsplit(None, 1)
    after = text[match.end() : min(end, match.end() + _LOOK_BACK)].split(None, 1)
    if not before or not after or text[match.start() - 1].isspace() or text[match.end()].isspace():
        return False
    left, right = before[-1], after[0]
    if any(sign in left + right for sign in "/@=_") or "." in left or "." in right.rstrip("."):
        return False
    if left.lower() in _TITLES_AND_POINTERS:
        return False
    ends_small = len(left) > 2 and left[-2:].isalpha() and left[-2:].islower()
    return ends_small and right[:1].isupper() and right[1:2].islower()
