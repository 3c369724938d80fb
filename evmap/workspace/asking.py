"""How sure is it? The lens that the map is seen through, the filters on it, and what they hide."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.layout.pieces import Pieces
from evmap.workspace.changes import Change
from evmap.workspace.lenses import Lens, Sorted, sort_by, sorting

if TYPE_CHECKING:  # no start waits for filters: a map opens without any
    from evmap.workspace.filters import Filters, Hidden, Trace


class Asked(Struct, frozen=True):
    """The lens that the map is seen through, and what is filtered; ``None`` where nothing is."""

    lens: Lens = Lens.KIND
    filters: Filters | None = None


class Asking:
    """The lens and the filters of one map. Another lens and other filters are steps of the history, each of its own.

    Attributes:
        fades: whether what is filtered fades; else it vanishes. A habit of the person's, and no step.
    """

    def __init__(
        self, index: MapIndex, changed: Callable[[Change], None], step: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self.fades = False
        self._index = index
        self._changed = changed
        self._step = step
        self._lens = Lens.KIND
        self._filters: Filters | None = None
        self._hidden: Hidden | None = None
        self._sorted: dict[Lens, Sorted] = {}

    @property
    def lens(self) -> Lens:
        """What colours mean."""
        return self._lens

    @property
    def is_plain(self) -> bool:
        """Whether the map is seen by kind and nothing is filtered, as at the start."""
        return self._lens is Lens.KIND and not self.filtering

    @property
    def filtering(self) -> bool:
        """Whether there are filters."""
        return bool(self._filters)

    @property
    def filters(self) -> Filters:
        """What is not to be seen, by groups."""
        from evmap.workspace.filters import Filters

        return self._filters or Filters()

    @property
    def hidden(self) -> Hidden:
        """What is not to be seen, by ids."""
        from evmap.workspace.filters import Hidden

        return self._hidden or Hidden()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """What the filters hide, one by one, and how much."""
        from evmap.workspace.filters import traces

        return traces(self.filters, self._index, self.sorted_by)

    def sorted_by(self, lens: Lens) -> Sorted:
        """The map sorted by a lens, worked out when first asked for."""
        if lens not in self._sorted:
            self._sorted[lens] = sort_by(lens, self._index)
        return self._sorted[lens]

    def prepare(self, lens: Lens) -> Pieces[None]:
        """Sort the map by a lens, in pieces, before that is asked for."""
        if lens not in self._sorted:
            self._sorted[lens] = yield from sorting(lens, self._index)

    def look_through(self, lens: Lens) -> None:
        """See the map through a lens."""
        if lens is not self._lens:
            with self._step():
                self._lens = lens
                self._changed(Change.LENS)

    def filter(self, filters: Filters) -> None:
        """Hide exactly this."""
        if filters != self.filters:
            with self._step():
                self._hide(filters)
                self._changed(Change.FILTERS)

    def clear(self) -> None:
        """Hide nothing."""
        if self.filtering:
            with self._step():
                self._hide(None)
                self._changed(Change.FILTERS)

    @property
    def now(self) -> Asked:
        """Lens and filters, to come back to."""
        return Asked(self._lens, self._filters or None)

    def restore(self, asked: Asked) -> None:
        """Ask what was asked before; the history tells of it."""
        self._lens = asked.lens
        if asked.filters != self.now.filters:
            self._hide(asked.filters)

    def begin(self, lens: Lens, *, fades: bool) -> None:
        """Ask what one used to ask when the window was left; nothing comes before it."""
        self.fades = fades
        if lens is not self._lens:
            self._lens = lens
            self._changed(Change.LENS)

    def _hide(self, filters: Filters | None) -> None:
        from evmap.workspace.filters import hidden_by

        self._filters = filters or None
        self._hidden = hidden_by(filters, self._index, self.sorted_by) if filters else None

    def fade(self, fades: bool) -> None:
        """Let what is filtered fade, or else vanish."""
        if fades != self.fades:
            self.fades = fades
            self._changed(Change.FILTERS)

    def hides(self, item: str) -> bool:
        """Whether a filter hides a concept or link."""
        return self._hidden is not None and item in self._hidden

    def reasons(self, item: str) -> tuple[tuple[Lens, str], ...]:
        """The groups by which a concept or link is hidden; none if it is not."""
        from evmap.workspace.filters import reasons

        return reasons(self.filters, item, self._index, self.sorted_by)

    def show(self, *items: str) -> None:
        """Take away the filters that hide these concepts and links, and no others."""
        filters = self.filters
        for lens, group in (reason for item in items for reason in self.reasons(item)):
            filters = filters.showing(lens, {group})
        self.filter(filters)
