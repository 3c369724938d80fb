"""An article in blocks and passages: headings, paragraphs, bullets and sentences with their places in the text."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from evmap.model import Span


class PassageKind(StrEnum):
    """What a passage is."""

    SENTENCE = "sentence"
    HEADING = "heading"
    BULLET = "bullet"


class BlockKind(StrEnum):
    """What a block is. Furniture is part of the page and not of the article."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    FURNITURE = "furniture"


class Passage(Struct, frozen=True, gc=False):
    """A sentence, a heading or a sentence of a bullet, and where it stands.

    Attributes:
        kind: what it is; every sentence of a bullet is a passage of kind bullet.
        start: its first code point in the unchanged text.
        end: the code point after its last.
        heading: the text of the nearest heading above it, "" if there is none.
        paragraph: which paragraph or bullet of the body it is in, counted from 1; 0 for a heading.
    """

    kind: PassageKind
    start: int
    end: int
    heading: str
    paragraph: int


class Block(Struct, frozen=True, gc=False):
    """One heading, paragraph, bullet or piece of furniture, as it is to be shown.

    Attributes:
        kind: what it is.
        start: the first code point of its words; a bullet's marker stands before it.
        end: the code point after its last.
        number: which paragraph or bullet of the body it is, from 1; 0 for headings and furniture.
        passages: its passages, in order; none for furniture.
        marker: the bullet or number before its words ("•", "2."), or "".
    """

    kind: BlockKind
    start: int
    end: int
    number: int
    passages: tuple[Passage, ...]
    marker: str = ""


class Article(Struct, frozen=True):
    """A whole article file: its unchanged text, what is body, and the text in blocks (furniture too) and passages."""

    text: str
    body: tuple[Span, ...]
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the code point at ``offset``; ``None`` between passages and in furniture."""
        at = bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        return self.passages[at] if at >= 0 and offset < self.passages[at].end else None


def tidy_spans(spans: Sequence[Span], length: int) -> tuple[Span, ...]:
    """The same code points as spans in order, within the text, none empty, none touching another."""
    tidy: list[Span] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in spans):
        if start >= end:
            continue
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], max(tidy[-1][1], end))
        else:
            tidy.append((start, end))
    return tuple(tidy)
