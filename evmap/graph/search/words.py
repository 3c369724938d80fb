"""Words as the search compares them: folded, without accents, in the singular, each with its place in the text."""

import re
from unicodedata import combining, normalize

from msgspec import Struct

from evmap.model import Span
from evmap.reading.matching import DROP_UNSEEN, WORD
from evmap.reading.plurals import singular
from evmap.reading.texts import fold

_WORDS = re.compile(rf"{WORD}(?:'{WORD})*+")


class Word(Struct, frozen=True, gc=False):
    """One word of a text.

    Attributes:
        plain: the word folded, without accents and apostrophes.
        key: its singular: two words with one key are the same word to the search.
        start: its first code point in the text.
        end: the code point after its last.
    """

    plain: str
    key: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return (self.start, self.end)


class WordReader:
    """Breaks texts into words and remembers each word's forms, as the same words come again and again."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[str, str]] = {}

    def words(self, text: str) -> list[Word]:
        """The words of a text in its order; quotes, dashes and signs only part them. Takes linear time."""
        found = []
        for match in _WORDS.finditer(fold(text)):
            word, (start, end) = match.group(), match.span()
            if word.endswith("'s"):
                word, end = word[:-2], end - 2
            forms = self._forms.get(word)
            if forms is None:
                plain = plain_word(word)
                forms = self._forms[word] = (plain, singular(plain))
            if forms[0]:
                found.append(Word(*forms, start, end))
        return found


def plain_word(word: str) -> str:
    """A folded word as one types it without thinking: no accents, no apostrophes, ligatures as their letters."""
    bare = word.replace("'", "")
    if bare.isascii():
        return bare
    parts = normalize("NFKD", bare.translate(DROP_UNSEEN))
    return "".join(char for char in parts if not combining(char)).casefold()
