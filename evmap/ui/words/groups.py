"""The words for lenses, their groups and what filters hide: in the legend, on chips, in the details."""

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.graph.voices import NONE, SEVERAL
from evmap.model import Kind
from evmap.ui.words.names import HIDDEN, KIND_MANY, SURENESS, count
from evmap.workspace import Lens, Workspace
from evmap.workspace.filters import Trace

LENSES = {Lens.KIND: "Kind", Lens.CERTAINTY: "Certainty", Lens.STAGE: "Stage", Lens.SOURCE: "Source"}

HEADINGS = {
    Lens.KIND: "Kinds",
    Lens.CERTAINTY: "How sure is the source?",
    Lens.STAGE: "How tested is it?",
    Lens.SOURCE: "Who says it?",
}

RULES = {
    Lens.KIND: "A concept has one kind. A line has the colour of the concept that it starts from.",
    Lens.CERTAINTY: (
        "A link counts as sure as the surest claim among its quotes, a concept as the surest claim about it. "
        "Comparisons and pictures are never claims."
    ),
    Lens.STAGE: (
        "A link counts as far tested as the most tested claim among its quotes, a concept as the most tested claim "
        "about it."
    ),
    Lens.SOURCE: (
        "A link or a concept belongs to the source of all its quotes; what several say is a group of its own."
    ),
}
"""What puts something into a group, for tooltips."""

EFFECTS = {
    Lens.KIND: "Hiding a kind hides its concepts and their links.",
    Lens.CERTAINTY: "Hiding it hides links; concepts stay, even those without a link left.",
    Lens.STAGE: "Hiding it hides links; concepts stay, even those without a link left.",
    Lens.SOURCE: "Hiding it hides links and concepts.",
}

RUNGS = {
    Rung.LAB_AND_ANIMALS: "In the lab and in animals",
    Rung.ANIMALS: "In animals",
    Rung.LAB: "In the lab",
    Rung.STUDY: "A study; its kind is not stated",
    Rung.GENERAL: "General statement",
    Rung.HUMANS_NOT_YET: "Not yet in humans",
    Rung.OPINION: "Opinion or picture",
    Rung.BACKGROUND: "Not in the sources",
}

_AT_LEAST = {
    Rung.LAB_AND_ANIMALS: "Tested in the lab and in animals",
    Rung.ANIMALS: "At least tested in animals",
    Rung.LAB: "At least tested in the lab",
    Rung.STUDY: "At least a study",
    Rung.GENERAL: "At least a general statement",
    Rung.HUMANS_NOT_YET: "At least a claim",
    Rung.OPINION: "Only what the sources say",
}


def group_words(workspace: Workspace, lens: Lens, group: str) -> str:
    """What a group is called."""
    if lens is Lens.KIND:
        return KIND_MANY[Kind(group)]
    if lens is Lens.CERTAINTY:
        return SURENESS[Sureness(group)]
    if lens is Lens.STAGE:
        return RUNGS[Rung(group)]
    sources = workspace.index.sources
    if group in sources:
        return sources[group].title
    return {SEVERAL: "Both" if len(sources) == 2 else "Several sources", NONE: "Not in the sources"}.get(group, group)


def trace_words(workspace: Workspace, trace: Trace) -> tuple[str, str]:
    """What a chip says: the filter, and how much it hides."""
    if trace.least is not None:
        name = _AT_LEAST.get(trace.least, RUNGS[trace.least])
    elif trace.only is not None:
        name = f"Only: {group_words(workspace, trace.lens, trace.only)}"
    else:
        name = ", ".join(group_words(workspace, trace.lens, group) for group in trace.groups)
    return name, _amount(trace, "faded" if workspace.asking.fades else "hidden")


def _amount(trace: Trace, how: str) -> str:
    """How much is hidden, in few words: of kinds their concepts, of all else links, and concepts if there are any."""
    if trace.lens is Lens.KIND:
        return str(trace.concepts)
    parts = [count(trace.concepts, "concept")] if trace.concepts else []
    return f"{', '.join([*parts, count(trace.links, 'link')])} {how}"


def hidden_words(workspace: Workspace, item: str) -> str:
    """Why a concept or link is not to be seen: "Hidden by a filter: Analogies"; empty if it is."""
    reasons = workspace.asking.reasons(item) if workspace.asking.hides(item) else ()
    if not reasons:
        return ""
    names = dict.fromkeys(group_words(workspace, lens, group) for lens, group in reasons)
    return f"{HIDDEN.capitalize()}: {', '.join(names)}"
