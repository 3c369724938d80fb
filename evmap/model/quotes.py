"""A quote: spans of one source, shown word for word, with how sure that sentence is."""

from msgspec import Struct

from evmap.model.words import Certainty, Flag, Nature, Stage

Span = tuple[int, int]
"""Half-open range ``[start, end)`` of code points in the unchanged text of a source."""

JOINER = " […] "
"""Stands between two spans of one quote where text was left out."""


class Marks(Struct, frozen=True):
    """Where a quote names its link's subject, carries its linking phrase and names its object, as spans of the source.

    A sentence may name its subject with "they" or not at all; what it does not name is ``None``.
    """

    subject: Span | None = None
    phrase: Span | None = None
    object: Span | None = None


class Quote(Struct, frozen=True, gc=False):
    """One or more spans of one source. ``text`` is exactly those spans, joined by :data:`JOINER`."""

    source: str
    spans: tuple[Span, ...]
    text: str
    certainty: Certainty
    nature: Nature
    negated: bool
    stage: Stage
    cues: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    marks: Marks | None = None
