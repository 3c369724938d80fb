"""The words the window uses for kinds, certainties, natures and stages. The voice of the app, in one place."""

from enum import StrEnum

from msgspec import Struct

from evmap.graph.sureness import Sureness
from evmap.model import Certainty, Flag, Kind, Nature, Origin, Quote, Stage

KIND_ONE = {
    Kind.CELL: "Cell",
    Kind.VESICLE: "Vesicle",
    Kind.CARGO: "Cargo",
    Kind.DISEASE: "Disease",
    Kind.THERAPY: "Therapy",
    Kind.BODY: "Body",
    Kind.PROCESS: "Process",
    Kind.OUTCOME: "Outcome",
    Kind.EVIDENCE: "Evidence",
    Kind.ANALOGY: "Analogy",
}

KIND_MANY = {
    **KIND_ONE,
    Kind.CELL: "Cells",
    Kind.VESICLE: "Vesicles",
    Kind.DISEASE: "Diseases",
    Kind.THERAPY: "Therapies",
    Kind.PROCESS: "Processes",
    Kind.OUTCOME: "Outcomes",
    Kind.ANALOGY: "Analogies",
}

SURENESS = {
    Sureness.STATED: "States it",
    Sureness.HEDGED: "Hedges it: could, may",
    Sureness.OPEN: "Open: a question or the future",
    Sureness.COMPARISON: "Draws a comparison or picture",
    Sureness.BACKGROUND: "Not in the sources",
}

LINK_SURENESS = {
    Sureness.STATED: "States it",
    Sureness.HEDGED: "Hedges it",
    Sureness.OPEN: "Open: a question or the future",
    Sureness.COMPARISON: "A comparison or a picture, not a mechanism",
    Sureness.BACKGROUND: "Not in the sources",
}
"""How sure the sources are of one link: the legend's words, where there is room for what they mean."""

STAGES = {
    Stage.GENERAL: "General statement",
    Stage.STUDY: "A study; its kind is not stated",
    Stage.LAB: "In the lab",
    Stage.ANIMALS: "In animals",
    Stage.LAB_AND_ANIMALS: "In the lab and in animals",
    Stage.HUMANS_NOT_YET: "Not yet in humans",
    Stage.NONE: "Opinion or picture",
}

FLAGS = {
    Flag.EXAGGERATION: "Strong words",
    Flag.UNIVERSAL: "Says all or only",
    Flag.OPINION: "An opinion",
    Flag.FIGURATIVE: "A figure of speech",
}

NOT_IN_SOURCES = "Not in the sources"

_HEDGES = frozenset(
    (
        "could",
        "may",
        "might",
        "can",
        "would",
        "should",
        "possibly",
        "perhaps",
        "potentially",
        "potential",
        "likely",
        "possible",
        "appear",
        "appears",
        "seem",
        "seems",
        "suggest",
        "suggests",
        "suggested",
        "believe",
        "think",
        "hope",
        "promising",
        "usually",
        "sometimes",
        "often",
    )
)


class Tone(StrEnum):
    """How a chip looks."""

    PLAIN = "plain"
    HEDGE = "hedge"
    PICTURE = "picture"
    CARE = "care"


class Chip(Struct, frozen=True):
    """A few words about a quote, in a small frame."""

    text: str
    tone: Tone = Tone.PLAIN


def certainty_words(quote: Quote) -> str:
    """How sure the sentence is, with the word that makes it so."""
    if quote.certainty is Certainty.STATED:
        return "States it"
    if quote.certainty is Certainty.OPEN:
        return "Asks or looks ahead"
    hedges = ", ".join(_hedges(quote))
    return f"Hedges it: {hedges}" if hedges else "Hedges it"


def _hedges(quote: Quote) -> tuple[str, ...]:
    """The cues that are hedges, each once. Negations and quantities, which are cues too, explain nothing here."""
    return tuple(dict.fromkeys(cue.lower() for cue in quote.cues if _HEDGES & set(cue.lower().split())))


def chips(quote: Quote) -> tuple[Chip, ...]:
    """Everything a careful reader wants to know about a quote at a glance.

    A picture that is simply drawn is not "stated": its nature says it all, and so it goes without certainty and stage.
    """
    is_claim = quote.nature is Nature.CLAIM
    found: list[Chip] = []
    if quote.negated:
        found.append(Chip("Says that it is not so", Tone.CARE))
    if is_claim or quote.certainty is not Certainty.STATED:
        found.append(Chip(certainty_words(quote), Tone.PLAIN if quote.certainty is Certainty.STATED else Tone.HEDGE))
    if quote.nature is Nature.COMPARISON:
        found.append(Chip("Comparison, not a mechanism", Tone.PICTURE))
    if quote.nature is Nature.ANALOGY:
        found.append(Chip("Picture, not a mechanism", Tone.PICTURE))
    if is_claim or quote.stage is not Stage.NONE:
        found.append(Chip(STAGES[quote.stage], Tone.HEDGE if quote.stage is Stage.HUMANS_NOT_YET else Tone.PLAIN))
    found += [Chip(FLAGS[flag], Tone.CARE) for flag in quote.flags]
    return tuple(found)


def count(number: int, one: str, many: str = "") -> str:
    """``1 link``, ``3 links``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def kind_words(kind: Kind, origin: Origin) -> str:
    """The kind of a concept, and that it is ours where it is."""
    return KIND_ONE[kind] if origin is Origin.SOURCE else f"{KIND_ONE[kind]} · {NOT_IN_SOURCES}"
