"""What a few typed words find: everything that holds all of them, the closest first, and near misses where they help.

A word may be finished or not, in singular or plural. Concepts come in the order a person expects: the very name, the
very alias ("vesicles" are extracellular vesicles), names that begin so, names that hold the words; well linked concepts
first among equals. A link is found by its phrase, or by words of both its ends; not by one end's name alone, which
would list all links of a concept below it.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from evmap.graph.search.hits import Found, Group, HitKind
from evmap.graph.search.index import SearchIndex, Wording
from evmap.graph.search.texts import Tiers, all_of, joined
from evmap.graph.search.words import Word

MOST = 200
"""So many hits of a kind are listed and walked through; one who wants the 201st types another word."""
_NEAREST = 5
_LONG_ENOUGH = 6
"""From so many letters on, a whole name may hold a typing error although its words are words too."""
_MANY_LETTERS = 400
"""What is typed or pasted beyond this is not looked at."""

_SAME, _BEGUN, _HOLDING, _NEAR = range(4)


class _Rank(IntEnum):
    NAME = 0
    ALIAS = 1
    NAME_BEGINS = 2
    ALIAS_BEGINS = 3
    IN_NAME = 4
    IN_ALIAS = 5
    HOLDING = 6
    NEAR = 7


def ask(index: SearchIndex, asked: str) -> Found:
    """Look for what was typed. Any text may be asked; it never fails."""
    text = asked[:_MANY_LETTERS]
    words = index.reader.words(text)
    if not words:
        return Found(asked)
    unfinished = text[-1:].isalnum()
    tiers = [_tiers(index, word, unfinished=unfinished and at == len(words) - 1) for at, word in enumerate(words)]
    groups = _groups(index, words, tiers)
    if not groups:
        tiers = [[*each, index.lexicon.near(word)] for word, each in zip(words, tiers, strict=True)]
        groups = _groups(index, words, tiers)
    keys = frozenset(key for each in tiers for tier in each for key in tier)
    return Found(asked, False, groups, keys, () if groups else _nearest(index, words))


def _tiers(index: SearchIndex, word: Word, *, unfinished: bool) -> list[set[str]]:
    """The keys that a word may mean, the surest first; a word that nothing holds may be one with a typing error."""
    lexicon = index.lexicon
    same = {word.key} if lexicon.knows(word) else set()
    begun = lexicon.begun(word, unfinished=unfinished) - same
    strict = [same, begun, lexicon.holding(word) - same - begun]
    return strict if any(strict) else [*strict, lexicon.near(word)]


def _groups(index: SearchIndex, words: Sequence[Word], tiers: Sequence[Tiers]) -> tuple[Group, ...]:
    wordings = [index.wording_texts.ranked(each) for each in tiers]
    phrase = joined(word.key for word in words)[:-1]
    found = (
        (HitKind.CONCEPT, _concepts(index, words, all_of(wordings))),
        (HitKind.LINK, _links(index, tiers, wordings, phrase)),
        (HitKind.PASSAGE, _passages(index, tiers, phrase)),
    )
    return tuple(Group(kind, tuple(numbers[:MOST]), len(numbers)) for kind, numbers in found if numbers)


# Concepts.


def _concepts(index: SearchIndex, words: Sequence[Word], holding: Mapping[int, int]) -> list[int]:
    """The best wording of each concept that has all the words, then of those whose name is nearly what was typed."""
    typed = " ".join(word.plain for word in words)
    keyed = joined(word.key for word in words)
    best: dict[str, tuple[int, int]] = {}
    for number in sorted(holding):
        wording = index.wordings[number]
        rank = _rank(wording, index.wording_texts.keyed[number], holding[number], typed, keyed)
        best[wording.concept] = min(best.get(wording.concept, (rank, number)), (rank, number))
    for number in _nearly(index, typed):
        wording = index.wordings[number]
        best.setdefault(wording.concept, (_Rank.NEAR, number))
    order = sorted(best.values(), key=lambda each: (each[0], -_degree(index, each[1]), each[1]))
    return [number for _, number in order]


def _rank(wording: Wording, words: str, tier: int, typed: str, keyed: str) -> int:
    if wording.plain == typed or words == keyed:
        return _Rank.NAME if wording.is_name else _Rank.ALIAS
    if tier < _HOLDING and (wording.plain.startswith(typed) or words.startswith(keyed)):
        return _Rank.NAME_BEGINS if wording.is_name else _Rank.ALIAS_BEGINS
    if tier < _HOLDING:
        return _Rank.IN_NAME if wording.is_name else _Rank.IN_ALIAS
    return _Rank.HOLDING if tier == _HOLDING else _Rank.NEAR


def _degree(index: SearchIndex, wording: int) -> int:
    return index.map.degree(index.wordings[wording].concept)


def _nearly(index: SearchIndex, typed: str) -> Iterable[int]:
    """The wordings that are what was typed but for one letter, whose every word may yet be a word."""
    if len(typed) < _LONG_ENOUGH:
        return []
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    return [number for _, _, number in extract(typed, index.plains, scorer=OSA.distance, score_cutoff=1, limit=None)]


# Links and passages.


def _links(index: SearchIndex, tiers: Sequence[Tiers], wordings: Sequence[Mapping[int, int]], phrase: str) -> list[int]:
    ranked = index.sentence_texts.holding_all(tiers)
    in_phrase = [index.phrase_texts.ranked(each) for each in tiers]

    def one_end_has_all(number: int) -> bool:
        link = index.links[number]
        ends = (index.names[link.subject], index.names[link.object])
        return any(all(end in words for words in wordings) for end in ends)

    wanted = {
        number: tier
        for number, tier in ranked.items()
        if any(number in each for each in in_phrase) or not one_end_has_all(number)
    }
    told = index.phrase_texts.follow(wanted, phrase)
    run = index.sentence_texts.follow(wanted, phrase)
    return sorted(wanted, key=lambda number: (number not in told, wanted[number], number not in run, number))


def _passages(index: SearchIndex, tiers: Sequence[Tiers], phrase: str) -> list[int]:
    """In the order of the articles; those before the others in which the words follow each other."""
    ranked = index.passage_texts.holding_all(tiers)
    run = index.passage_texts.follow(ranked, phrase)
    return sorted(ranked, key=lambda number: (number not in run, ranked[number], number))


def _nearest(index: SearchIndex, words: Sequence[Word]) -> tuple[str, ...]:
    """Words that exist: those of the typed ones that do, and for each other some that are like it."""
    known = [index.lexicon.shown(word) for word in words if index.lexicon.knows(word)]
    unknown = [word for word in words if not index.lexicon.knows(word)]
    share = max(_NEAREST // max(len(unknown), 1), 1)
    near = [each for word in unknown for each in index.lexicon.nearest(word, share)]
    return tuple(dict.fromkeys((*known, *near)))[:_NEAREST]
