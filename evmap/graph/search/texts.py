"""Texts of one sort, and for every word which of them hold it: an inverted index in plain dictionaries.

Not SQLite's: its words cannot be made alike as ours are (singular and plural, accents, dashes), and 20,000 passages are
asked in a few milliseconds this way too.
"""

from collections.abc import Iterable, Mapping, Sequence

from evmap.graph.search.words import Word


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

    def ranked(self, tiers: Sequence[Iterable[str]]) -> dict[int, int]:
        """The texts that hold a key of any tier, each with the first of its tiers."""
        found: dict[int, int] = {}
        for tier in range(len(tiers) - 1, -1, -1):  # the better ones come later and have the last word
            for key in tiers[tier]:
                found.update(dict.fromkeys(self._holding.get(key, ()), tier))
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
