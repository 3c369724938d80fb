"""What the window says of a tour and its steps in a few words."""

from evmap.graph.index import MapIndex
from evmap.model import Predict, Step, Tour
from evmap.ui.tours.fields import clock
from evmap.ui.words.names import certainty_words, count
from evmap.workspace.talk.clock import USUAL_SECONDS

PREDICT = {
    Predict.NOTHING: "Shows everything",
    Predict.PHRASES: "Keeps back the phrases",
    Predict.ENDS: "Keeps back the ends",
}
LENSES = {"": "Kind", "certainty": "Certainty", "stage": "Stage", "source": "Source"}


def gone(step: Step, index: MapIndex) -> tuple[str, ...]:
    """The ids of a step that are not on the map."""
    concepts = (each for each in step.focus if each not in index.concepts)
    return (*concepts, *(each for each in step.links if each not in index.links))


def gone_words(step: Step, index: MapIndex) -> str:
    """That a step shows something which is not on the map; empty if all is there."""
    missing = gone(step, index)
    if not missing:
        return ""
    named = ", ".join(f"“{each}”" for each in missing[:3]) + (" and more" if len(missing) > 3 else "")
    return f"{named} {'is' if len(missing) == 1 else 'are'} not on this map"


def step_info(step: Step, index: MapIndex) -> tuple[str, bool]:
    """What a step holds, and whether all of it is on the map."""
    missing = gone_words(step, index)
    if missing:
        return missing, False
    shows = count(len(step.links), "link") if step.links else count(len(step.focus), "concept")
    parts = [shows if step.links or step.focus else "whole map"]
    if step.build:
        parts.append("link by link")
    if step.predict is not Predict.NOTHING:
        parts.append("predict")
    if step.seconds:
        parts.append(clock(step.seconds))
    return " · ".join(parts), True


def quote_words(step: Step) -> str:
    """How sure the quote of a step is."""
    return certainty_words(step.quote) if step.quote else "No quote"


def planned(tour: Tour) -> int:
    """How many seconds a tour is planned to take."""
    return sum(step.seconds or USUAL_SECONDS for step in tour.steps)


def tour_info(tour: Tour, *, own: bool) -> str:
    """Whose a tour is, how long, and how much."""
    whose = "Your tour" if own else "Tour"
    steps = count(len(tour.steps), "step")
    minutes = f" · about {max(round(planned(tour) / 60), 1)} min" if tour.steps else ""
    return f"{whose} · {steps}{minutes}"
