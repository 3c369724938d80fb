"""The closed vocabularies of a map: kinds, origins, and how sure, of what nature and how tested a quote is."""

from enum import StrEnum


class Kind(StrEnum):
    """What a concept is. The order is the order of the legend."""

    CELL = "cell"
    VESICLE = "vesicle"
    CARGO = "cargo"
    DISEASE = "disease"
    THERAPY = "therapy"
    BODY = "body"
    PROCESS = "process"
    OUTCOME = "outcome"
    EVIDENCE = "evidence"
    ANALOGY = "analogy"


class Origin(StrEnum):
    """Where a concept or link comes from: an article, or our own knowledge (always visibly marked)."""

    SOURCE = "source"
    BACKGROUND = "background"


class Certainty(StrEnum):
    """How sure the quoted sentence is of what it says."""

    STATED = "stated"
    HEDGED = "hedged"  # could, may, potentially, …
    OPEN = "open"  # a question, or the future


class Nature(StrEnum):
    """What the quoted sentence does: claim, compare, or draw a picture."""

    CLAIM = "claim"
    COMPARISON = "comparison"
    ANALOGY = "analogy"


class Stage(StrEnum):
    """What the claim was tested on, as the source says; ordered from the least to the most tested."""

    NONE = "none"  # opinion, picture, anecdote
    HUMANS_NOT_YET = "humans not yet"
    GENERAL = "general"
    STUDY = "study"  # the kind of study is not stated
    LAB = "lab"
    ANIMALS = "animals"
    LAB_AND_ANIMALS = "lab and animals"


class Predict(StrEnum):
    """What a step of a tour keeps back until the class has guessed."""

    NOTHING = "nothing"
    PHRASES = "phrases"  # the linking phrases of the step's links
    ENDS = "ends"  # the concepts that the step's links lead to


class Flag(StrEnum):
    """Wording that a careful reader stops at."""

    EXAGGERATION = "exaggeration"
    UNIVERSAL = "universal"
    OPINION = "opinion"
    FIGURATIVE = "figurative"
