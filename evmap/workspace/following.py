"""What a person follows on the map: how far the light reaches from what is chosen, and the path from here to there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from evmap.workspace.changes import Change
from evmap.workspace.selection import Topic
from evmap.workspace.spotlight import Spotlight

if TYPE_CHECKING:  # both are questions that no start asks
    from evmap.graph.neighbourhood import Neighbourhood
    from evmap.graph.paths import Gap, Path, Paths
    from evmap.workspace.state import Workspace

MOST_STEPS = 9


class Reach(Struct, frozen=True):
    """How many links the light follows from what is chosen, and in which direction: "both", "out" or "in"."""

    steps: int = 1
    way: str = "both"


class PathSearch(Struct, frozen=True):
    """A question and its answer.

    Attributes:
        start: the concept to start from.
        end: the concept to come to.
        directed: whether links may only be followed as their arrows point.
        paths: the ways there, the best first.
        at: the one that is looked at.
        gap: what is missing, where there is no path.
    """

    start: str
    end: str
    directed: bool
    paths: tuple[Path, ...]
    at: int = 0
    gap: Gap | None = None

    @property
    def path(self) -> Path | None:
        """The path that is looked at."""
        return self.paths[self.at] if self.paths else None


class Following:
    """Reach and path of one workspace.

    Attributes:
        reach: how far the light reaches from what is chosen.
        search: the path that was asked for last; it is lit while the details speak of it.
        start: where the path begins of which the other end is still to be chosen.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reach = Reach()
        self.search: PathSearch | None = None
        self.start: str | None = None
        self._near: tuple[tuple[tuple[str, ...], Reach], Neighbourhood] | None = None
        self._directed = False

    @cached_property
    def _paths(self) -> Paths:
        from evmap.graph.paths import Paths

        return Paths(self._workspace.index)

    # The neighbourhood.

    def follow(self, *, steps: int | None = None, way: str | None = None) -> None:
        """Let the light reach further or less far, or another way; what is not given stays."""
        from evmap.graph.neighbourhood import Way

        wanted = Reach(self.reach.steps if steps is None else steps, Way(self.reach.way if way is None else way))
        if not 1 <= wanted.steps <= MOST_STEPS:
            raise ValueError(f"The light reaches 1 to {MOST_STEPS} steps, not {steps}")
        workspace, chosen = self._workspace, self._workspace.selection
        with workspace.history.step():
            if chosen.alone:
                workspace.select(chosen.concepts, chosen.links, topic=workspace.topic)
            if wanted != self.reach:
                self.reach = wanted
                workspace.relight()

    def neighbourhood(self) -> Neighbourhood:
        """What lies within reach of the chosen concepts."""
        from evmap.graph.neighbourhood import Way, neighbourhood

        key = (self._workspace.selection.concepts, self.reach)
        if self._near is None or self._near[0] != key:
            self._near = (key, neighbourhood(self._workspace.index, key[0], self.reach.steps, Way(self.reach.way)))
        return self._near[1]

    def light(self) -> Spotlight:
        """What is lit: a path while one looks at it, else what is chosen with its neighbourhood."""
        search = self.looked_at
        if search is not None:
            return _path_light(search)
        chosen = self._workspace.selection
        if chosen.alone or not chosen.concepts:
            return Spotlight(concepts=chosen.concepts, links=chosen.links)
        near = tuple(link for link in self.neighbourhood().links if link not in chosen.links)
        return Spotlight(chosen.concepts, (), (*chosen.links, *near), near)

    # The path.

    @property
    def looked_at(self) -> PathSearch | None:
        """The search that the details speak of, if they do."""
        return self.search if self._workspace.topic is Topic.PATH else None

    def begin(self, concept: str) -> None:
        """A path starts here; its other end is still to be chosen."""
        self._workspace.index.concepts[concept]
        self._wait_from(concept)

    def give_up(self) -> bool:
        """No longer wait for the other end; whether one did."""
        was_waiting = self.start is not None
        self._wait_from(None)
        return was_waiting

    def find(self, start: str, end: str, *, directed: bool | None = None) -> None:
        """Look for ways between two concepts, choose both, and speak of what was found.

        Args:
            start: where to start; a concept that is not on the map raises ``KeyError``.
            end: where to come to, another concept.
            directed: whether links are only followed as their arrows point; ``None``: as the last time.
        """
        if start == end:
            raise ValueError("A path needs two different concepts")
        self._directed = self._directed if directed is None else directed
        paths = self._paths.find(start, end, directed=self._directed)
        gap = None if paths else self._paths.gap(start, end, directed=self._directed)
        self._look_at(PathSearch(start, end, self._directed, paths, gap=gap))

    def complete(self, concept: str) -> bool:
        """If a path waits for its other end, this is it; whether that led to a path."""
        if self.start is None or concept == self.start:
            return False
        self.find(self.start, concept)
        return True

    def turn(self, by: int) -> None:
        """Look at another one of the paths that were found, so many further; after the last comes the first."""
        search = self.looked_at
        if search is not None and search.paths:
            self._look_at(replace(search, at=(search.at + by) % len(search.paths)))

    def swap(self) -> None:
        """Look for the way back."""
        if self.looked_at is not None:
            self.find(self.looked_at.end, self.looked_at.start, directed=self.looked_at.directed)

    def respect_arrows(self, directed: bool) -> None:
        """Look for the same ends again, along the arrows only or not."""
        if self.looked_at is not None and directed != self.looked_at.directed:
            self.find(self.looked_at.start, self.looked_at.end, directed=directed)

    def restore(self, reach: Reach, search: PathSearch | None) -> None:
        """Follow what was followed before; the history tells of it. No path waits for its other end then."""
        self.reach, self.start = reach, None
        if search is not None:
            self.search, self._directed = search, search.directed

    def _look_at(self, search: PathSearch) -> None:
        workspace = self._workspace
        with workspace.history.step():
            self.start, self.search = None, search
            workspace.select((search.start, search.end), topic=Topic.PATH)
            workspace.relight(Change.PATH)

    def _wait_from(self, concept: str | None) -> None:
        if concept != self.start:
            self.start = concept
            self._workspace.changed.emit(Change.PATH)


def _path_light(search: PathSearch) -> Spotlight:
    """The path that is looked at; or the gap, with the link that is no step of a path."""
    ends = (search.start, search.end)
    if search.path is not None:
        return Spotlight(ends, search.path.concepts, search.path.links)
    if search.gap is None:
        return Spotlight(ends)
    return Spotlight(ends, (search.gap.near, search.gap.far), (search.gap.link,) if search.gap.link else ())
