"""Where an article mentions each concept: by its name or another wording of it, longest first.

Words are compared folded, in the singular, and in one Unicode normal form. Any run of spaces, a line end inside a
paragraph, and a hyphen between two words count as one gap ("T-cell" is "T cell"); a mention never reaches from one
block into the next. A possessive ’s may follow a word and is no part of the mention.

Two concepts that share a wording: the one whose wording is exactly what stands there has it ("treatments" before
"treatment"); if both are, the first given has it.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from evmap.model import Span
from evmap.reading.articles import tidy_spans


class Mention(Struct, frozen=True, gc=False):
    """A concept's id and the span of the text that names it."""

    concept: str
    start: int
    end: int


class Names:
    """The names of concepts, to be found in any number of texts; they may be learnt some at a time."""

    def __init__(self) -> None:
        from evmap.reading.matching import NameReader  # the window opens before anyone asks for mentions

        self._reader = NameReader()

    def learn(self, concept: str, wordings: Iterable[str]) -> None:
        """One more concept's name and other wordings."""
        self._reader.learn(concept, wordings)

    def mentions(self, text: str, body: Sequence[Span]) -> tuple[Mention, ...]:
        """Every mention in the body of a text, see :func:`find_mentions`."""
        from evmap.reading.matching import matches

        found = matches(text, tidy_spans(body, len(text)), self._reader)
        return tuple(Mention(concept, start, end) for concept, start, end in found)


def find_mentions(text: str, body: Sequence[Span], names: Mapping[str, Sequence[str]]) -> tuple[Mention, ...]:
    """Every mention of every concept in the body, in the order of the text; no two overlap.

    Where names overlap, the longest (in words, then in letters) is found first. Takes time linear in the text.

    Args:
        text: the unchanged text.
        body: the spans to look in.
        names: for each concept id its name and its other wordings.
    """
    known = Names()
    for concept, wordings in names.items():
        known.learn(concept, wordings)
    return known.mentions(text, body)
