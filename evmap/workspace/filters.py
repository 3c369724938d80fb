"""Filters: which groups of which lens are not to be seen, which concepts and links that hides, what traces it leaves.

A concept is hidden by its kind and by its source. A link is hidden by its certainty, its stage and its source, and
wherever one of its ends is hidden. A concept all of whose links are hidden stays: it is still on the map.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from evmap.graph.index import MapIndex
from evmap.graph.stages import Rung, below
from evmap.workspace.lenses import Lens, Sorted

Sort = Callable[[Lens], Sorted]

HIDES_CONCEPTS = (Lens.KIND, Lens.SOURCE)
HIDES_LINKS = (Lens.CERTAINTY, Lens.STAGE, Lens.SOURCE)
"""Which lenses' groups a concept, and which a link, is hidden by of its own."""


class Filters(Struct, frozen=True):
    """The groups that are hidden, lens by lens. Filters are sets, so their order never matters."""

    kind: frozenset[str] = frozenset()
    certainty: frozenset[str] = frozenset()
    stage: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.kind or self.certainty or self.stage or self.source)

    def of(self, lens: Lens) -> frozenset[str]:
        """The hidden groups of one lens."""
        hidden: frozenset[str] = getattr(self, lens.value)
        return hidden

    def hiding(self, lens: Lens, groups: Iterable[str]) -> "Filters":
        """Hide exactly these groups of a lens."""
        return replace(self, **{lens.value: frozenset(map(str, groups))})

    def toggled(self, lens: Lens, group: str) -> "Filters":
        """Hide a group that is shown, or show one that is hidden."""
        return self.hiding(lens, self.of(lens) ^ {group})

    def showing(self, lens: Lens, groups: Iterable[str]) -> "Filters":
        """No longer hide these groups of a lens."""
        return self.hiding(lens, self.of(lens) - set(groups))

    def only(self, lens: Lens, group: str, groups: Iterable[str]) -> "Filters":
        """Hide all groups of a lens but one; if that is so already, hide none of them."""
        others = frozenset(groups) - {group}
        return self.hiding(lens, () if self.of(lens) == others else others)

    def at_least(self, least: Rung) -> "Filters":
        """Hide what is less tested; if that is so already, nothing for its stage."""
        lower = below(least)
        return self.hiding(Lens.STAGE, () if self.stage == lower else lower)


class Hidden(Struct, frozen=True):
    """The ids of the concepts and links that filters hide."""

    concepts: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.concepts or self.links)

    def __contains__(self, item: str) -> bool:
        return item in self.concepts or item in self.links


class Trace(Struct, frozen=True):
    """What one chip stands for: some hidden groups of one lens, and how much they hide by themselves.

    Attributes:
        lens: the lens of the groups.
        groups: the hidden groups, in the order of the legend.
        only: the one group of the lens that is left, if the chip is about that.
        least: the least stage that is left, if the chip is about that.
        concepts: how many concepts the groups hide.
        links: how many links they hide, those of hidden concepts among them.
    """

    lens: Lens
    groups: tuple[str, ...]
    only: str | None
    least: Rung | None
    concepts: int
    links: int


def hidden_by(filters: Filters, index: MapIndex, sort: Sort) -> Hidden:
    """What filters hide of a map."""
    concepts: set[str] = set()
    links: set[str] = set()
    for lens in HIDES_CONCEPTS:
        if filters.of(lens):
            concepts |= _among(sort(lens).concepts.items(), filters.of(lens))
    for lens in HIDES_LINKS:
        if filters.of(lens):
            links |= _among(sort(lens).links.items(), filters.of(lens))
    links |= {link.id for concept in concepts for link in index.links_of(concept)}
    return Hidden(frozenset(concepts), frozenset(links))


def traces(filters: Filters, index: MapIndex, sort: Sort) -> tuple[Trace, ...]:
    """A trace of all that is hidden; every hidden group is in exactly one of them."""
    return tuple(
        trace for lens in Lens if filters.of(lens) for trace in _traces_of(lens, filters.of(lens), index, sort)
    )


def reasons(filters: Filters, item: str, index: MapIndex, sort: Sort) -> tuple[tuple[Lens, str], ...]:
    """The groups by which a concept or link is hidden, its ends' groups among them; none if it is not hidden."""
    if item in index.concepts:
        found = [(lens, sort(lens).concepts[item]) for lens in HIDES_CONCEPTS]
    else:
        link = index.links[item]
        found = [(lens, sort(lens).links[item]) for lens in HIDES_LINKS]
        found += [(lens, sort(lens).concepts[end]) for end in (link.subject, link.object) for lens in HIDES_CONCEPTS]
    return tuple(dict.fromkeys((lens, group) for lens, group in found if group in filters.of(lens)))


def _traces_of(lens: Lens, hidden: frozenset[str], index: MapIndex, sort: Sort) -> Iterable[Trace]:
    present = sort(lens).present
    left = [group for group in present if group not in hidden]
    least = next((stage for stage in Rung if below(stage) == hidden), None) if lens is Lens.STAGE else None
    groups = tuple(group for group in sort(lens).groups if group in hidden)
    groups += tuple(sorted(hidden - set(groups)))
    only = left[0] if len(left) == 1 and len(present) > 2 else None
    parts = (groups,) if least is not None or only is not None else tuple((group,) for group in groups)
    for part in parts:
        gone = hidden_by(Filters().hiding(lens, part), index, sort)
        yield Trace(lens, part, None if least else only, least, len(gone.concepts), len(gone.links))


def _among(items: Iterable[tuple[str, str]], groups: frozenset[str]) -> set[str]:
    return {item for item, group in items if group in groups}
