"""A talk over the shipped map with a clock that is set by hand, and steps of every sort."""

from functools import cache

from evmap import data
from evmap.graph.index import MapIndex
from evmap.model import ConceptMap, Predict, Step, Tour
from evmap.storage.opening import open_map
from evmap.workspace.talk import Position, Talk


class HandClock:
    """Tells the time that it was set to."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@cache
def shipped() -> ConceptMap:
    return open_map(data.SHIPPED_MAP).map


@cache
def index() -> MapIndex:
    return MapIndex(shipped())


def tour() -> Tour:
    """Steps of every sort: plain, building, keeping back phrases, building and keeping back ends, the whole map."""
    base = next(each for each in shipped().tours if each.id == "how-t-cell-exosomes-strike")
    plain, *rest = base.steps
    builds = Step("builds", rest[1].focus, rest[1].links, rest[1].quote, "", build=True, seconds=60)
    guess = Step("guess", rest[2].focus, rest[2].links, rest[2].quote, "", predict=Predict.PHRASES)
    both = Step("both", rest[3].focus, rest[3].links, rest[3].quote, "", build=True, predict=Predict.ENDS)
    return Tour("made", "Made", "What is shown?", (plain, builds, guess, both, Step("whole", (), (), None, "")))


def talk(*, resume: Position | None = None, start: Position | None = None, clock: HandClock | None = None) -> Talk:
    return Talk(tour(), index(), start=start, resume=resume, now=clock or HandClock())
