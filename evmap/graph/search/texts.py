"""Texts of one sort, and for every word which of them hold it: an inverted index in plain dictionaries.

Not SQLite's: its words cannot be made alike as ours are (singular and plural, accents, dashes), and 20,000 passages are
asked in a few milliseconds this way too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from evmap.graph.search.words import Word

Tiers = Sequence[Collection[str]]
"""The keys that a typed word may stand for, the surest first; no key is in two tiers."""
_READING = 50
"""Going through one text takes as long as so many places of a list."""


class Texts:
    """A sort of texts that can be found, numbered in the order in which they were added.

    Attributes:
        keyed: for each text its keys with a space before and after each, to look for words that follow each other.
    """

    def __init__(self) -> None:
        self.keyed: list[str] = []
        self._holding: dict[str, list[int]] = {}

    def add(self, words: Sequence[Word]) -> int:
        """Take in a text by its words; its number."""
        number = len(self.keyed)
        keys = [word.key for word in words]
        for key in set(keys):
            self._holding.setdefault(key, []).append(number)
        self.keyed.append(joined(keys))
        return number

    def ranked(self, tiers: Tiers) -> dict[int, int]:
        """The texts that hold a key of any tier, each with the first of its tiers."""
        found: dict[int, int] = {}
        for tier in range(len(tiers) - 1, -1, -1):  # the better ones come later and have the last word
            for key in tiers[tier]:
                found.update(dict.fromkeys(self._holding.get(key, ()), tier))
        return found

    def holding_all(self, words: Sequence[Tiers]) -> dict[int, int]:
        """The texts that hold every word, each with the worst of its tiers; the rarest word is looked for first."""
        first, *others = sorted(words, key=self._places)
        found = self.ranked(first)
        for tiers in others:
            few = len(found) * _READING < self._places(tiers)
            found = all_of([found, self._read(tiers, found) if few else self.ranked(tiers)])
        return found

    def _places(self, tiers: Tiers) -> int:
        """How many places the lists of a word's keys have."""
        return sum(len(self._holding.get(key, ())) for tier in tiers for key in tier)

    def _read(self, tiers: Tiers, numbers: Iterable[int]) -> dict[int, int]:
        """As :meth:`ranked`, but only some texts, whose keys are gone through."""
        tier_of = {key: tier for tier in range(len(tiers) - 1, -1, -1) for key in tiers[tier]}
        found = {}
        for number in numbers:
            tier = min((tier_of[key] for key in self.keyed[number].split() if key in tier_of), default=None)
            if tier is not None:
                found[number] = tier
        return found

    def follow(self, numbers: Iterable[int], phrase: str) -> set[int]:
        """Those of the texts that hold the keys of a phrase one after the other; the last may go on."""
        return {number for number in numbers if phrase in self.keyed[number]}


def joined(keys: Iterable[str]) -> str:
    """Keys as one string in which each stands between spaces."""
    return f" {' '.join(keys)} "


def all_of(ranked: Sequence[Mapping[int, int]]) -> dict[int, int]:
    """The texts that hold every word, each with the worst of its tiers."""
    if len(ranked) == 1:
        return dict(ranked[0])
    few, *others = sorted(ranked, key=len)
    return {
        number: max(tier, *(other[number] for other in others))
        for number, tier in few.items()
        if all(number in other for other in others)
    }
