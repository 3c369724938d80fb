"""What a list of results shows, row by row: headings, hits, words to try, a note. No Qt."""

from enum import StrEnum

from msgspec import Struct

from evmap.graph.search.hits import Found, HitKind

HEADINGS = {HitKind.CONCEPT: "Concepts", HitKind.LINK: "Links", HitKind.PASSAGE: "Passages"}

HINT = "Type a name, a linking phrase or words of the articles."
KEYS_HINT = "Enter: next hit · Shift+Enter: the one before · Up, Down: look through the list · Esc: close"


class RowKind(StrEnum):
    """What a row is."""

    HEADING = "heading"
    HIT = "hit"
    WORD = "word"  # a word to try instead
    NOTE = "note"

    @property
    def can_be_chosen(self) -> bool:
        """Whether keys and mouse stop at such a row."""
        return self in (RowKind.HIT, RowKind.WORD)


class Row(Struct, frozen=True):
    """One row: its words, and for a hit its number."""

    kind: RowKind
    text: str
    at: int = -1


def rows_of(found: Found, asked: str, *, share: float) -> list[Row]:
    """The rows that answer what was asked; ``share`` tells how much is known of the map by now."""
    if not asked.strip() or (share >= 1 and found.is_empty):
        return [Row(RowKind.NOTE, HINT), Row(RowKind.NOTE, KEYS_HINT)]
    if share < 1:
        return [Row(RowKind.NOTE, f"Reading the map and its articles: {round(share * 100)} %")]
    if not found:
        return _nothing(found)
    rows: list[Row] = []
    at = 0
    for group in found.groups:
        shown, all_of_them = len(group.numbers), f"{group.total:,}"
        count = all_of_them if shown == group.total else f"the first {shown} of {all_of_them}"
        rows.append(Row(RowKind.HEADING, f"{HEADINGS[group.kind]}  {count}"))
        rows += [Row(RowKind.HIT, "", number) for number in range(at, at + shown)]
        at += shown
    return rows


def _nothing(found: Found) -> list[Row]:
    asked = " ".join(found.asked.split())
    shown = asked if len(asked) <= 60 else asked[:60] + "…"
    note = Row(RowKind.NOTE, f"Neither the map nor its articles have “{shown}”.")
    if not found.nearest:
        return [note, Row(RowKind.NOTE, "No word is like it. Try fewer letters or another word.")]
    words = [Row(RowKind.WORD, word) for word in found.nearest]
    return [note, Row(RowKind.HEADING, "Words that they have"), *words]
