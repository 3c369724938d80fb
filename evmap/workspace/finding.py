"""Finding: what was typed, what it found, and the hit at which one is; going to a hit selects or opens it."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from evmap.graph.search.asking import ask
from evmap.graph.search.hits import Found, Hit, HitKind
from evmap.graph.search.index import SearchIndex
from evmap.workspace.changes import Change

if TYPE_CHECKING:
    from evmap.workspace.state import Workspace


class Finding:
    """One person's search of one map. Every change of it is told as :attr:`Change.FIND`.

    The index is made by :meth:`prepare`, a little at a time; what is asked before it is whole is answered then.

    Attributes:
        found: the answer to what was asked last.
        current: the hit at which one is, counted from 0; ``None`` if nothing was found.
        visited: whether one went to the current hit, or only stands on it in the list.
        unhid: whether a filter that hid the hit one went to was taken away.
        share: how much of the map and its articles is known, from 0 to 1.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.found = Found()
        self.current: int | None = None
        self.visited = False
        self.unhid = False
        self.share = 0.0
        self._workspace = workspace
        self._index = SearchIndex(workspace.index)
        self._filling: Iterator[float] | None = self._index.fill(workspace.articles.if_readable)
        self._asked = ""

    @property
    def ready(self) -> bool:
        """Whether everything is known and questions are answered at once."""
        return self._filling is None

    @property
    def asked(self) -> str:
        """What was asked last; its answer may still have to wait for :meth:`prepare`."""
        return self._asked

    def prepare(self, seconds: float) -> bool:
        """Get to know more of the map, for about so long; whether everything is known now."""
        end = perf_counter() + seconds
        while self._filling is not None:
            share = next(self._filling, None)
            if share is None:
                self._filling = None
                self.share = 1.0
                self._answer()
                break
            self.share = share
            if perf_counter() >= end:
                break
        return self.ready

    def ask(self, text: str) -> None:
        """Look for something else; the first hit becomes the current one, without going there."""
        if text != self._asked:
            self._asked = text
            self._answer()

    def hit(self, at: int) -> Hit:
        """A hit by its number, from 0."""
        return self._index.hit(self.found, at)

    def point(self, at: int) -> None:
        """Stand on a hit, without going there."""
        if at != self.current and 0 <= at < len(self.found):
            self.current = at
            self.visited = False
            self._workspace.changed.emit(Change.FIND)

    def step(self, by: int, *, map_in_sight: bool = False) -> Hit | None:
        """Go to the hit one stands on, or from one that was visited to the next (1) or the one before (-1).

        After the last comes the first. Nothing happens where nothing was found. See :meth:`go`.
        """
        if self.current is None:
            return None
        if self.visited or by < 0:
            self.current = (self.current + by) % len(self.found)
        return self.go(map_in_sight=map_in_sight)

    def go(self, *, map_in_sight: bool = False) -> Hit | None:
        """Go to the current hit: choose the concept or link, or what the map quotes of the passage.

        A concept is the other end of a path that waits for one. Whatever is gone to is one step of the history.
        One who reads an article goes on reading it for passages; for concepts and links it is closed, unless the map is
        in sight beside it.
        """
        if self.current is None:
            return None
        hit = self.hit(self.current)
        self.visited, self.unhid = True, False
        with self._workspace.history.step():
            if hit.kind is HitKind.PASSAGE:
                self._go_to_passage(hit)
            else:
                if not map_in_sight:
                    self._workspace.return_to_map()
                self._go_to_item(hit)
        self._workspace.changed.emit(Change.FIND)
        return hit

    def _go_to_item(self, hit: Hit) -> None:
        is_concept = hit.kind is HitKind.CONCEPT
        if not (is_concept and self._workspace.following.complete(hit.id)):
            self._choose(*(((hit.id,), ()) if is_concept else ((), (hit.id,))))

    def _go_to_passage(self, hit: Hit) -> None:
        """Choose what quotes the passage. One who reads reads it there, and what nothing quotes is read too."""
        workspace = self._workspace
        concepts, links = workspace.quoting.touched(hit.id, (hit.place,))
        is_quoted = bool(concepts or links)
        if is_quoted:
            self._choose(() if links else concepts, links)
        if workspace.reading or not is_quoted:
            workspace.read(hit.id, (hit.place,))

    def _choose(self, concepts: tuple[str, ...], links: tuple[str, ...]) -> None:
        """Choose what was found. Where filters hide all of it, those that hide the first are taken away."""
        asking, items = self._workspace.asking, (*concepts, *links)
        self.unhid = all(map(asking.hides, items))
        if self.unhid:
            asking.show(items[0])
        self._workspace.select(concepts, links)

    def _answer(self) -> None:
        """Answer what was asked, if enough is known for it."""
        if self.ready:
            self.found = ask(self._index, self._asked)
            self.current = 0 if self.found else None
            self.visited = False
        self._workspace.changed.emit(Change.FIND)
