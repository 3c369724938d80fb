"""Finds names in a text word by word: the work behind :func:`evmap.reading.mentions.find_mentions`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import normalize

from msgspec import Struct

from evmap.model import Span
from evmap.reading.blocks import blocks_in, is_wrapped
from evmap.reading.plurals import singular
from evmap.reading.texts import fold

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_UNSEEN = "\u00ad\u200c\u200d\u2060"
WORD = rf"[^\W_]++(?:[{_MARKS}{_UNSEEN}]++[^\W_]*+)*+"
"""The pattern of one word: letters and digits of any script with their combining marks."""
_TOKEN = re.compile(rf"({WORD}(?:'{WORD})*+)|\S")
DROP_UNSEEN = dict.fromkeys(map(ord, _UNSEEN))
"""Takes out, by ``str.translate``, what shows as nothing inside a word."""
_HYPHENS = frozenset("-‐‑‒–−﹣－")
"""Dashes that join two words; an em dash parts them."""


class _Token(Struct, gc=False):
    key: str
    word: str
    start: int
    end: int


class _Node(Struct):
    """What may follow the words so far, and which concepts have exactly these words as a name."""

    after: "dict[str, _Node]"
    named: dict[tuple[str, ...], str]


class _Candidate(Struct, gc=False):
    concept: str
    first: int
    last: int


def matches(text: str, body: Sequence[Span], reader: "NameReader") -> Iterator[tuple[str, int, int]]:
    """Concept, start and end of each mention, in the order of the text."""
    wrapped = is_wrapped(text)
    folded = fold(text)
    for start, end in body:
        for block in blocks_in(text, start, end, wrapped):
            for tokens in reader.known_stretches(text, folded, block.start, block.end):
                chosen = _without_overlaps(list(_candidates(tokens, reader.root)), tokens)
                for found in chosen:
                    yield found.concept, tokens[found.first].start, tokens[found.last].end


class NameReader:
    """Knows all names as a tree of words, and breaks names and texts into tokens alike."""

    def __init__(self) -> None:
        self.root = _Node({}, {})
        self._keys: dict[str, str] = {}
        self._known: set[str] = set()

    def learn(self, concept: str, wordings: Iterable[str]) -> None:
        """Know the wordings of one more concept."""
        for wording in wordings:
            self._learn(concept, wording)

    def known_stretches(self, text: str, folded: str, start: int, end: int) -> Iterator[list[_Token]]:
        """The tokens of a block in stretches that hold nothing but words and signs of names."""
        stretch: list[_Token] = []
        for token in self._tokens(text, folded, start, end):
            if token.key in self._known:
                stretch.append(token)
            elif stretch:
                yield stretch
                stretch = []
        if stretch:
            yield stretch

    def _learn(self, concept: str, wording: str) -> None:
        tokens = list(self._tokens(wording, fold(wording), 0, len(wording)))
        node = self.root
        for token in tokens:
            self._known.add(token.key)
            node = node.after.setdefault(token.key, _Node({}, {}))
        if tokens:
            node.named.setdefault(tuple(token.word for token in tokens), concept)

    def _tokens(self, text: str, folded: str, start: int, end: int) -> Iterator[_Token]:
        """The words and signs of a stretch; hyphens that only join words are left out."""
        for match in _TOKEN.finditer(folded, start, end):
            word = match.group()
            first, last = match.span()
            if match.group(1) is None:
                if word == "-" and text[first] in _HYPHENS and _joins(folded, first, start, end):
                    continue
            elif word.endswith("'s"):
                word, last = word[:-2], last - 2
            yield _Token(self._key(word), word, first, last)

    def _key(self, word: str) -> str:
        key = self._keys.get(word)
        if key is None:
            plain = word if word.isascii() else normalize("NFC", word.translate(DROP_UNSEEN))
            key = self._keys[word] = singular(plain)
        return key


def _joins(folded: str, at: int, start: int, end: int) -> bool:
    """Whether the hyphen stands between two words without a space."""
    return start < at < end - 1 and not folded[at - 1].isspace() and folded[at + 1].isalnum()


def _candidates(tokens: Sequence[_Token], root: _Node) -> Iterator[_Candidate]:
    """All that could be a mention: every name at every word."""
    for first in range(len(tokens)):
        node = root
        for last in range(first, len(tokens)):
            following = node.after.get(tokens[last].key)
            if following is None:
                break
            node = following
            if node.named:
                yield _Candidate(_owner(node, tokens, first, last), first, last)


def _owner(node: _Node, tokens: Sequence[_Token], first: int, last: int) -> str:
    """The concept that has a wording: by its exact words, else the first given."""
    if len(node.named) > 1:
        exact = node.named.get(tuple(token.word for token in tokens[first : last + 1]))
        if exact is not None:
            return exact
    return next(iter(node.named.values()))


def _without_overlaps(candidates: Sequence[_Candidate], tokens: Sequence[_Token]) -> list[_Candidate]:
    """The longest candidates first, those on the left first among equals, back in the order of the text."""
    by_length: dict[tuple[int, int], list[_Candidate]] = {}
    for found in candidates:
        letters = sum(len(tokens[i].word) for i in range(found.first, found.last + 1))
        by_length.setdefault((found.last - found.first, letters), []).append(found)
    taken: list[_Candidate | None] = [None] * len(tokens)
    for length in sorted(by_length, reverse=True):
        for found in by_length[length]:
            if all(taken[i] is None for i in range(found.first, found.last + 1)):
                taken[found.first : found.last + 1] = [found] * (found.last + 1 - found.first)
    return [found for i, found in enumerate(taken) if found is not None and found.first == i]
