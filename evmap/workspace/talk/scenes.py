"""What a step of a tour shows at each of its stages: links that come one by one, and what is kept back and revealed."""

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.model import Predict, Quote, Step
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.views import StepView


class Scene(Struct, frozen=True):
    """What is to be seen at one stage of a step.

    Attributes:
        spotlight: what is lit; nothing where the whole map is shown.
        masked: the ids of concepts whose names and of links whose phrases are shown as "?".
        quote: the step's sentence, once it is told.
        frame: the concepts of all stages of the step, for which there is to be room, so that building moves nothing.
        links: the links of all its stages.
        lens: how the map is coloured, by the lens's name.
    """

    spotlight: Spotlight
    masked: frozenset[str]
    quote: Quote | None
    frame: tuple[str, ...]
    links: tuple[str, ...]
    lens: str = ""

    def view(self, room: tuple[float, float]) -> StepView | None:
        """How the map shows it in a room of the screen, in pixels; nothing where the whole map is shown."""
        light = self.spotlight
        if not self.frame:
            return None
        concepts = frozenset((*light.focus, *light.concepts))
        focus = light.focus[0] if light.focus else None
        return StepView(self.frame, self.links, focus, concepts, frozenset(light.links), room, self.masked)


def stages(step: Step, index: MapIndex) -> int:
    """How many stages a step has: one, one more for each link that comes alone, one more for what is revealed."""
    links = len(_known(step.links, index.links))
    return 1 + (links if step.build else 0) + (1 if _keeps_back(step, index) else 0)


def scene_of(step: Step, stage: int, index: MapIndex) -> Scene:
    """What a step shows at a stage, counted from 0. Ids that the map no longer has are left out.

    A step that keeps something back reveals it, with its sentence, at its last stage. A step that builds begins with
    its first concept and tells its sentence when all its links are there.
    """
    last = stages(step, index) - 1
    stage = min(max(stage, 0), last)
    focus, links = _known(step.focus, index.concepts), _known(step.links, index.links)
    told = stage == last
    shown = links[:stage] if step.build else links
    ends = tuple(dict.fromkeys(end for link in links for end in _ends(link, index)))
    frame = tuple(dict.fromkeys((*focus, *ends)))
    if step.build and len(shown) < len(links):
        begin = focus[:1] or ends[:1]
        reached = {end for link in shown for end in _ends(link, index)} | set(begin)
        focus = tuple(concept for concept in frame if concept in reached)
    else:
        focus = frame  # a link is never seen without its ends
    masked = frozenset() if told else _masked(step, shown, index)
    return Scene(
        Spotlight(focus[:1], focus[1:], shown),
        masked,
        step.quote if told or not (step.build or _keeps_back(step, index)) else None,
        frame,
        links,
        step.lens,
    )


def _keeps_back(step: Step, index: MapIndex) -> bool:
    return step.predict is not Predict.NOTHING and any(link in index.links for link in step.links)


def _masked(step: Step, links: tuple[str, ...], index: MapIndex) -> frozenset[str]:
    if step.predict is Predict.PHRASES:
        return frozenset(links)
    if step.predict is Predict.ENDS:
        named = set(step.focus[:1])
        return frozenset(index.links[link].object for link in links) - named
    return frozenset()


def _known(ids: tuple[str, ...], known: object) -> tuple[str, ...]:
    assert hasattr(known, "__contains__")
    return tuple(dict.fromkeys(each for each in ids if each in known))


def _ends(link: str, index: MapIndex) -> tuple[str, str]:
    return index.links[link].subject, index.links[link].object
