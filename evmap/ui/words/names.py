"""The words the window uses for kinds, certainties, natures and stages. The voice of the app, in one place."""

from collections.abc import Sequence
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

LEFT_OUT = {
    "heading": "a heading",
    "rhetoric": "it speaks to the reader and claims nothing",
    "anecdote": "an anecdote",
    "praise": "praise without a fact",
    "question": "a question that the text answers",
    "transition": "it only leads on to what follows",
    "call": "a call to do something",
}
"""Why the map leaves a passage out, by the word that its author gave as the reason."""

NOT_IN_SOURCES = "Not in the sources"

HIDDEN = "hidden by a filter"

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
        "maybe",
        "possibilities",
        "exploring",
        "looking",
        "will",
        "future",
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
    hedges = _named(quote.cues)
    return f"Hedges it: {hedges}" if hedges else "Hedges it"


def hedge_words(cues: Sequence[str]) -> tuple[str, ...]:
    """The cues that are hedges, each once, as they stand in the text."""
    return tuple(dict.fromkeys(cue for cue in cues if _is_hedge(cue)))


def other_cues(cues: Sequence[str]) -> tuple[str, ...]:
    """The cues that say other things: negations, quantities, comparisons, what something was tested on."""
    return tuple(dict.fromkeys(cue for cue in cues if not _is_hedge(cue)))


def _named(cues: Sequence[str]) -> str:
    """The hedging words themselves, each once: of "could reduce" the "could"; what another of them holds is dropped."""
    bare = [
        " ".join(word for word in cue.lower().split() if word in _HEDGES or word == "to") for cue in hedge_words(cues)
    ]
    once = list(dict.fromkeys(bare))
    return ", ".join(each for each in once if not any(each != other and each in other.split() for other in once))


def _is_hedge(cue: str) -> bool:
    return bool(_HEDGES & set(cue.lower().split()))


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
        found.append(_stage_chip(quote.stage))
    found += [Chip(FLAGS[flag], Tone.CARE) for flag in quote.flags]
    return tuple(found)


def chips_of(judged: Sequence[Quote]) -> tuple[Chip, ...]:
    """What to know about one passage that the map judges more than once: a sentence may state one thing, hedge another.

    Everything is said once. What holds for only some of the judgements says "part"; the least telling stages give way.
    """
    if len(judged) == 1:
        return chips(judged[0])
    claims = [quote for quote in judged if quote.nature is Nature.CLAIM]
    sure = [quote for quote in claims or judged if quote.certainty is Certainty.STATED]
    found = _negation(judged)
    if claims and sure:
        found.append(Chip("States it" if len(sure) == len(claims) else "States part of it"))
    found += _hedge_chips(judged, is_part=bool(claims and sure))
    natures = {quote.nature for quote in judged}
    drawn = " and ".join(words for nature, words in _PICTURES.items() if nature in natures).capitalize()
    if drawn:
        found.append(Chip(f"{drawn}, {'in part' if claims else 'not a mechanism'}", Tone.PICTURE))
    found += [_stage_chip(stage) for stage in _telling_stages(claims)]
    found += [Chip(FLAGS[flag], Tone.CARE) for flag in Flag if any(flag in quote.flags for quote in judged)]
    return tuple(found)


_PICTURES = {Nature.COMPARISON: "comparison", Nature.ANALOGY: "picture"}


def _negation(judged: Sequence[Quote]) -> list[Chip]:
    denied = sum(quote.negated for quote in judged)
    words = "Says that it is not so" if denied == len(judged) else "Says of part that it is not so"
    return [Chip(words, Tone.CARE)] if denied else []


def _hedge_chips(judged: Sequence[Quote], *, is_part: bool) -> list[Chip]:
    found = []
    hedged = [quote for quote in judged if quote.certainty is Certainty.HEDGED]
    if hedged:
        hedges = _named([cue for quote in hedged for cue in quote.cues])
        words = "Hedges part of it" if is_part else "Hedges it"
        found.append(Chip(f"{words}: {hedges}" if hedges else words, Tone.HEDGE))
    if any(quote.certainty is Certainty.OPEN for quote in judged):
        found.append(Chip("Asks or looks ahead in part" if is_part or hedged else "Asks or looks ahead", Tone.HEDGE))
    return found


def _telling_stages(claims: Sequence[Quote]) -> list[Stage]:
    """Each stage once, from the most to the least tested; a general statement says nothing beside a tested one."""
    stages = {quote.stage for quote in claims}
    telling = stages - {Stage.NONE, Stage.GENERAL} or stages - {Stage.NONE} or stages
    return [stage for stage in reversed(Stage) if stage in telling]


def _stage_chip(stage: Stage) -> Chip:
    return Chip(STAGES[stage], Tone.HEDGE if stage is Stage.HUMANS_NOT_YET else Tone.PLAIN)


def count(number: int, one: str, many: str = "") -> str:
    """``1 link``, ``3 links``."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def kind_words(kind: Kind, origin: Origin) -> str:
    """The kind of a concept, and that it is ours where it is."""
    return KIND_ONE[kind] if origin is Origin.SOURCE else f"{KIND_ONE[kind]} · {NOT_IN_SOURCES}"
