"""The walk from mention to mention of the selected concept, through one article and on into the next."""

from __future__ import annotations

from msgspec import Struct

from evmap.workspace.selection import Reading
from evmap.workspace.state import Workspace

Place = tuple[str, int, int]
"""A source, and the span of a mention in it."""


class MentionWalk(Struct, frozen=True):
    """Every mention of one concept in the order of the articles, and where among them one is.

    Attributes:
        concept: its id.
        places: the mentions.
        at: which of them is read now; ``None`` if none is.
    """

    concept: str
    places: tuple[Place, ...]
    at: int | None

    @property
    def told(self) -> str:
        """Where one is, for people: ``3 of 12``, or ``12 mentions``."""
        if self.at is not None:
            return f"{self.at + 1} of {len(self.places)}"
        return "1 mention" if len(self.places) == 1 else f"{len(self.places)} mentions"


def mention_walk(workspace: Workspace) -> MentionWalk | None:
    """The walk of the one concept that is selected, or nothing; an article that cannot be read is passed over."""
    concept = workspace.selection.only_concept
    if concept is None:
        return None
    readable = [source.id for source in workspace.map.sources if workspace.articles.if_readable(source.id)]
    places = tuple(
        (source, mention.start, mention.end)
        for source in readable
        for mention in workspace.articles.mentions(source)
        if mention.concept == concept
    )
    reading = workspace.reading
    here = (reading.source, *reading.spans[0]) if reading and len(reading.spans) == 1 else None
    return MentionWalk(concept, places, places.index(here) if here in places else None)


def read_mention(workspace: Workspace, by: int) -> bool:
    """Read the next mention (1) or the one before (-1), round and round; whether there is any.

    From another passage it is the nearest mention after or before that; with nothing open it is the first or last.
    """
    walk = mention_walk(workspace)
    if walk is None or not walk.places:
        return False
    source, start, end = walk.places[_step(walk, workspace.reading, workspace, by)]
    workspace.read(source, ((start, end),))
    return True


def _step(walk: MentionWalk, reading: Reading | None, workspace: Workspace, by: int) -> int:
    if walk.at is not None:
        return (walk.at + by) % len(walk.places)
    if reading is None:
        return 0 if by > 0 else len(walk.places) - 1
    order = {source.id: at for at, source in enumerate(workspace.map.sources)}
    here = (order[reading.source], reading.spans[0][0] if reading.spans else 0)
    before = sum((order[source], start) < here for source, start, _ in walk.places)
    return (before if by > 0 else before - 1) % len(walk.places)
