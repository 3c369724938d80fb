"""What a search finds: hits in the order in which one walks through them, and the words to try when there are none."""

from enum import StrEnum

from msgspec import Struct

from evmap.model import Span


class HitKind(StrEnum):
    """What was found. The order is the order of the groups."""

    CONCEPT = "concept"
    LINK = "link"
    PASSAGE = "passage"


class Hit(Struct, frozen=True):
    """One thing that was found.

    Attributes:
        kind: what it is.
        id: the concept's or link's id; for a passage its source's.
        text: the concept's name, the link as a sentence, or the words of the passage, unchanged.
        marks: where the words stand in ``text`` that were looked for.
        alias: the other wording by which a concept was found, "" if it was its name.
        alias_marks: where the words stand in ``alias``.
        place: the passage's span in its source.
        paragraph: the passage's paragraph, from 1; 0 for a heading.
    """

    kind: HitKind
    id: str
    text: str
    marks: tuple[Span, ...] = ()
    alias: str = ""
    alias_marks: tuple[Span, ...] = ()
    place: Span = (0, 0)
    paragraph: int = 0


class Group(Struct, frozen=True):
    """The hits of one kind: so many as one walks through, the best first, and how many there are in all."""

    kind: HitKind
    numbers: tuple[int, ...]
    total: int


class Found(Struct, frozen=True):
    """The answer to one question. The hits themselves are made one by one, see :meth:`SearchIndex.hit`.

    Attributes:
        asked: what was typed.
        is_empty: whether that held no word at all.
        groups: the groups that hold something, in their order.
        keys: the keys of the words that count as found, to mark them.
        nearest: when nothing was found, the words that come nearest.
    """

    asked: str = ""
    is_empty: bool = True
    groups: tuple[Group, ...] = ()
    keys: frozenset[str] = frozenset()
    nearest: tuple[str, ...] = ()

    def __len__(self) -> int:
        """How many hits one walks through."""
        return sum(len(group.numbers) for group in self.groups)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.groups)

    def at(self, index: int) -> tuple[HitKind, int]:
        """Kind and number of a hit, counted from 0 over all groups."""
        for group in self.groups:
            if index < len(group.numbers):
                return group.kind, group.numbers[index]
            index -= len(group.numbers)
        raise IndexError(index)
