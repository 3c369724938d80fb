"""Which commands answer what was typed into the palette, and in which order. No Qt."""

from collections.abc import Sequence

from msgspec import Struct

from evmap.graph.search.words import Word, WordReader
from evmap.model import Span

_TOO_FAR, _AROUND = 4, 5


class Offer(Struct, frozen=True):
    """One command of the palette.

    Attributes:
        id: its id.
        text: its words.
        menu: the menu that it is in.
        keys: its keys as this system names them.
        why_not: why it cannot be used now, "" if it can.
        is_on: whether it is a switch that is on.
    """

    id: str
    text: str
    menu: str
    keys: str = ""
    why_not: str = ""
    is_on: bool = False


class Choice(Struct, frozen=True):
    """An offer that answers, and where its words stand that do."""

    offer: Offer
    marks: tuple[Span, ...] = ()


def choose(offers: Sequence[Offer], typed: str, recent: Sequence[str]) -> list[Choice]:
    """The offers that have every typed word: what can be used first, the closest first, then those used last.

    A word may be begun, stand inside another, hold a typing error, or be of the menu or the keys.
    """
    reader = WordReader()
    asked = reader.words(typed)
    ages = {action_id: age for age, action_id in enumerate(recent)}
    ranked = []
    for at, offer in enumerate(offers):
        answer = _answer(offer, asked, reader)
        if answer is not None:
            rank, marks = answer
            order = (bool(offer.why_not), rank, ages.get(offer.id, len(ages)), at)
            ranked.append((order, Choice(offer, marks)))
    return [choice for _, choice in sorted(ranked, key=lambda each: each[0])]


def _answer(offer: Offer, asked: Sequence[Word], reader: WordReader) -> tuple[int, tuple[Span, ...]] | None:
    words = reader.words(offer.text)
    around = f"{offer.menu} {offer.keys}".casefold()
    rank, marks = 0, []
    for each in asked:
        distance, mark = min(((_distance(each, word), word.span) for word in words), default=(_TOO_FAR, (0, 0)))
        if distance < _TOO_FAR:
            rank = max(rank, distance)
            marks.append(mark)
        elif each.plain in around:
            rank = _AROUND
        else:
            return None
    return rank, tuple(sorted(set(marks)))


def _distance(asked: Word, word: Word) -> int:
    """How far a typed word is from one of a command: the same, begun, inside, a typing error; or too far."""
    if asked.key == word.key:
        return 0
    if word.plain.startswith(asked.plain):
        return 1
    if len(asked.plain) > 2 and asked.plain in word.plain:
        return 2
    if len(asked.plain) > 3:
        from rapidfuzz.distance import OSA

        near = min(OSA.distance(asked.plain, word.plain), OSA.distance(asked.plain, word.plain[: len(asked.plain)]))
        return 3 if near <= 1 else _TOO_FAR
    return _TOO_FAR
