"""Every word that can be found, and which of them a typed word may mean: the same, one that goes on, a near miss."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice, takewhile

from evmap.graph.search.words import Word

_INSIDE = 3
"""From so many letters on, a typed word is also looked for in the middle of words."""
_SHORT = 2
"""A whole word of so few letters, such as the T of "T cell", is not taken for the beginning of others."""


class Lexicon:
    """The words of all texts. Each is known by its plain form and stands for its key."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._known: set[str] = set()
        self._sorted: list[str] = []

    def learn(self, words: Iterable[Word], text: str) -> None:
        """Take in the words of a text; how a word is first written is how it is shown."""
        for word in words:
            if word.plain not in self._keys:
                self._keys[word.plain] = word.key
                self._known.add(word.key)
                self._shown[word.plain] = text[word.start : word.end]

    def __len__(self) -> int:
        """How many different words there are."""
        return len(self._keys)

    def knows(self, word: Word) -> bool:
        """Whether the word is there, in singular or plural."""
        return word.key in self._known

    def shown(self, word: Word) -> str:
        """A word as it first stands in a text."""
        return self._shown.get(word.plain, word.plain)

    def begun(self, word: Word, *, unfinished: bool) -> set[str]:
        """The keys of words that begin with a word; ``unfinished`` says that more letters of it may come."""
        if not unfinished and len(word.plain) <= _SHORT and self.knows(word):
            return set()
        if len(self._sorted) < len(self._keys):
            self._sorted = sorted(self._keys)
        first = bisect_left(self._sorted, word.plain)
        starting = takewhile(lambda plain: plain.startswith(word.plain), islice(self._sorted, first, None))
        return {self._keys[plain] for plain in starting}

    def holding(self, word: Word) -> set[str]:
        """The keys of words in the middle of which a word stands."""
        if len(word.plain) < _INSIDE:
            return set()
        return {key for plain, key in self._keys.items() if word.plain in plain}

    def near(self, word: Word) -> set[str]:
        """The keys of words that differ, or begin differently, by a typing error: a letter more, less, other, swapped.

        Words of up to three letters have no near ones, those of eight and more may have two errors.
        """
        typed = word.plain
        errors = allowed_errors(typed)
        whole = _closest(typed, self._keys, errors) if errors else {}
        keys = {self._keys[plain] for plain in whole}
        if errors and min(whole.values(), default=2) > 1:  # no whole word is as near as a beginning may be
            begun = tuple(_closest(typed, {plain[: len(typed)] for plain in self._keys if len(plain) > len(typed)}, 1))
            keys |= {key for plain, key in self._keys.items() if plain.startswith(begun)} if begun else set()
        return keys

    @staticmethod
    def warm() -> None:
        """Import what finds near words, so that the first to need it does not wait."""
        import rapidfuzz.distance
        import rapidfuzz.process  # noqa: F401

    def nearest(self, word: Word, most: int) -> tuple[str, ...]:
        """The words most like a word, as they stand in the texts, the most alike first; each key once."""
        from rapidfuzz.distance import JaroWinkler
        from rapidfuzz.process import extract

        long_enough = [plain for plain in self._keys if len(plain) > _SHORT]
        alike = JaroWinkler.normalized_similarity
        once: dict[str, str] = {}
        for plain, _, _ in extract(word.plain, long_enough, scorer=alike, score_cutoff=0.72, limit=4 * most):
            once.setdefault(self._keys[plain], self._shown[plain])
        return tuple(once.values())[:most]


def _closest(typed: str, plains: Iterable[str], errors: int) -> dict[str, int]:
    """Those of some words that differ in the fewest letters, at most in so many, each with that number."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(typed, list(plains), scorer=OSA.distance, score_cutoff=errors, limit=None)
    fewest = min((score for _, score, _ in found), default=0)
    return {plain: int(score) for plain, score, _ in found if score == fewest}


def allowed_errors(typed: str) -> int:
    """How many typing errors a word of this length may hold and still be known."""
    return 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2
