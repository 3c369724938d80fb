"""The tables of a map's TOML files as typed rows, just as their authors write them; :mod:`table_reader` fills them.

A row keeps the place it came from, so that whatever is found wrong with it later can be told with file and line.
"""

from enum import StrEnum

from msgspec import Struct, field

from evmap.model import Certainty, Flag, Kind, Nature, Origin, Predict, Stage
from evmap.storage.findings import Where


class Reason(StrEnum):
    """Why a passage carries nothing that a student could be asked about."""

    HEADING = "heading"
    RHETORIC = "rhetoric"
    ANECDOTE = "anecdote"
    PRAISE = "praise"
    QUESTION = "question"
    TRANSITION = "transition"
    CALL = "call"


class Row(Struct, kw_only=True):
    """A table of a TOML file. Its class name, in plain words, is what faults call it."""

    where: Where


class FurnitureRow(Row, kw_only=True):
    """A block of page furniture, from the first character of ``begins`` to the last of ``ends``."""

    what: str
    begins: str
    ends: str = ""


class SourceRow(Row, kw_only=True):
    """An article. Everything that is not furniture is its body."""

    id: str
    title: str
    untitled: bool = False
    file: str
    furniture: list[FurnitureRow] = []


class MapRow(Row, kw_only=True):
    """``map.toml``."""

    title: str
    question: str
    source: list[SourceRow] = []


class QuoteRow(Row, kw_only=True):
    """A quote: its text or spans word for word, and the judgement of it."""

    source: str
    text: str = ""
    spans: list[str] = []
    prefix: str | list[str] = ""
    certainty: Certainty
    nature: Nature = Nature.CLAIM
    stage: Stage
    negated: bool = False
    cues: list[str] = []
    flags: list[Flag] = []
    subject: str = ""
    says: str = ""
    object: str = ""
    reason: str = ""


class ConceptRow(Row, kw_only=True):
    """A concept."""

    id: str
    name: str
    kind: Kind
    aliases: list[str] = []
    summary: str
    origin: Origin = Origin.SOURCE
    quote: list[QuoteRow] = []


class LinkRow(Row, kw_only=True):
    """A link; ``begin`` and ``end`` are written ``from`` and ``to``."""

    id: str
    begin: str = field(name="from")
    phrase: str
    end: str = field(name="to")
    origin: Origin = Origin.SOURCE
    note: str = ""
    quote: list[QuoteRow] = []


class TensionRow(Row, kw_only=True):
    """Two quotes that pull apart."""

    id: str
    question: str
    quote: list[QuoteRow] = []


class StepRow(Row, kw_only=True):
    """A step of a tour."""

    title: str
    focus: list[str] = []
    links: list[str] = []
    notes: str
    build: bool = False
    predict: Predict = Predict.NOTHING
    seconds: int = 0
    quote: list[QuoteRow] = []


class TourRow(Row, kw_only=True):
    """A tour; it has a file of its own."""

    id: str
    title: str
    question: str
    step: list[StepRow] = []


class LeftOutRow(Row, kw_only=True):
    """A passage that the map does not quote, and why."""

    source: str
    text: str
    prefix: str = ""
    reason: Reason
    note: str = ""


class ConceptsFile(Row, kw_only=True):
    """A file in ``concepts/``."""

    concept: list[ConceptRow] = []


class LinksFile(Row, kw_only=True):
    """A file in ``links/``."""

    link: list[LinkRow] = []


class TensionsFile(Row, kw_only=True):
    """``tensions.toml``."""

    tension: list[TensionRow] = []


class LeftOutFile(Row, kw_only=True):
    """``left-out.toml``."""

    left_out: list[LeftOutRow] = []
