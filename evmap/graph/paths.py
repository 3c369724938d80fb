"""Ways from one concept to another along the links: the shortest, the next few, or what is missing for one.

Of ways of the same length the surer one comes first, and of equally sure ones the better tested one. A comparison is no
step of a way: what a thing is like leads nowhere. Ways are searched by Yen's method with Lawler's shortcut, each search
guided by what is left to go at least; that needs no library and stays quick on large maps.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush

from msgspec import Struct

from evmap.graph.index import MapIndex
from evmap.graph.stages import Rung, rung
from evmap.graph.sureness import Sureness, sureness
from evmap.model import Link, Quote

MOST_PATHS = 6
_HOP, _DOUBT = 1 << 32, 1 << 12
_LONGER = 4
"""A way so many links longer than the shortest is still one of the next few."""
_DOUBTS = {sure: number for number, sure in enumerate(Sureness)}
_RUNGS = {each: number for number, each in enumerate(Rung)}
_AGAINST, _COMPARED = 1 << 42, 1 << 52
"""What a hop costs that no path may have, when the way with the fewest of them is looked for."""


class Hop(Struct, frozen=True, gc=False):
    """One link of a way. It is read against its arrow where ``start`` is the link's object."""

    link: str
    start: str
    end: str
    against: bool = False


class Path(Struct, frozen=True):
    """A way on which no concept comes twice."""

    hops: tuple[Hop, ...]

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts on the way, from start to end."""
        return (self.hops[0].start, *(hop.end for hop in self.hops))

    @property
    def links(self) -> tuple[str, ...]:
        """The links on the way, in its order."""
        return tuple(hop.link for hop in self.hops)


class Gap(Struct, frozen=True):
    """What is missing where there is no path: the nearest place at which one would have to jump.

    Attributes:
        near: where one comes to from the start.
        far: where one would have to go on.
        link: what joins them all the same: a link whose arrow points the other way, or a comparison; ``None``: nothing.
    """

    near: str
    far: str
    link: str | None = None


_Step = tuple[str, int, Hop]
"""A concept one comes to, what the hop costs, and the hop."""
_Steps = Callable[[str], Sequence[_Step]]
"""Where one comes to from a concept."""


class Paths:
    """Finds ways on one map. What leads where is noted when it is first asked for."""

    def __init__(self, index: MapIndex) -> None:
        self._index = index
        self._noted: dict[tuple[str, bool, bool, bool], list[_Step]] = {}
        self._prices: dict[tuple[object, ...], tuple[int, bool]] = {}
        self._priced: dict[str, tuple[int, bool]] = {}

    def find(self, start: str, end: str, *, directed: bool, most: int = MOST_PATHS) -> tuple[Path, ...]:
        """The shortest ways, the best first, as far as they are not much longer than the first; none if there is none.

        Args:
            start: a concept; one that is not on the map raises ``KeyError``.
            end: another one.
            directed: whether every link has to be followed as its arrow points.
            most: how many ways at most.
        """
        self._index.concepts[start], self._index.concepts[end]
        if start == end:
            return ()
        left = self._costs_left(start, end, directed)
        if start not in left:
            return ()
        ways = _Ways(partial(self._steps, directed), left, end)
        waiting = [(left[start], 0, ways.best(start, left[start]) or [], 0)]
        found: list[list[_Step]] = []
        made = 0
        while waiting and len(found) < most:
            _, _, steps, since = heappop(waiting)
            found.append(steps)
            for at in range(since, len(steps)):
                known, wanted = sorted(cost for cost, *_ in waiting), most - len(found)
                limit = known[wanted - 1] if 0 < wanted <= len(known) else left[start] + _LONGER * _HOP
                other = _turned_off(ways, found, steps, at, limit)
                if other is not None:
                    made += 1
                    heappush(waiting, (_cost(other), made, other, at))
        return tuple(Path(tuple(hop for _, _, hop in steps)) for steps in found)

    def gap(self, start: str, end: str, *, directed: bool) -> Gap:
        """Where the way is broken that has the fewest faults: hops against an arrow, and, far worse, comparisons."""
        whole = dict.fromkeys(self._index.concepts, 0)
        faulty = _Ways(partial(self._faulty_steps, directed), whole, end).best(start)
        if faulty is None:
            return self._nearest_in_text(start, end, directed)
        for _, cost, hop in faulty:
            if cost >= _AGAINST:
                return Gap(hop.start, hop.end, hop.link)
        raise ValueError("there is a path, and so no gap")

    def _steps(self, directed: bool, concept: str) -> list[_Step]:
        """Where a path may come to from a concept: of several links to the same one by the best."""
        return self._note(concept, directed, False)

    def _faulty_steps(self, directed: bool, concept: str) -> list[_Step]:
        """The same by every link in both directions; those that no path may take at a price."""
        return self._note(concept, directed, True)

    def _note(self, concept: str, directed: bool, faulty: bool, *, back: bool = False) -> list[_Step]:
        """The steps from a concept; ``back``: the same as seen from where a path comes to it."""
        back = back and directed
        known = self._noted.get((concept, directed, faulty, back))
        if known is None:
            best: dict[str, _Step] = {}
            priced = self._priced
            for link in self._index.links_of(concept):
                against = (link.subject != concept) is not back
                doubt, compared = priced.get(link.id) or self._price(link)
                if not faulty and (compared or (directed and against)):
                    continue
                fault = _COMPARED if compared else _AGAINST if directed and against else 0
                end, cost = link.subject if link.object == concept else link.object, _HOP + doubt + fault
                before = best.get(end)
                if before is None or (cost, against) < (before[1], before[2].against):
                    best[end] = (end, cost, Hop(link.id, concept, end, against))
            known = self._noted[(concept, directed, faulty, back)] = list(best.values())
        return known

    def _price(self, link: Link) -> tuple[int, bool]:
        """What decides between ways of the same length, how sure and then how well tested; and if it only compares."""
        # Thousands of links are judged in few ways, and a look-up by these is quicker than judging each link anew.
        judged = (link.origin, tuple([(quote.nature, quote.certainty, quote.stage) for quote in link.quotes]))
        known = self._prices.get(judged)
        if known is None:
            sure = sureness(link)
            known = (_DOUBTS[sure] * _DOUBT + _RUNGS[rung(link)], sure is Sureness.COMPARISON)
            self._prices[judged] = known
        self._priced[link.id] = known
        return known

    def _costs_left(self, start: str, end: str, directed: bool) -> dict[str, int]:
        """What the way from each concept to the end costs at least; without those from which none is short enough."""
        left: dict[str, int] = {}
        waiting, known, most = [(0, end)], {end: 0}, None
        while waiting:
            cost, concept = heappop(waiting)
            if concept in left:
                continue
            if most is not None and cost > most:
                break
            left[concept] = cost
            if concept == start:
                most = cost + _LONGER * _HOP
            for other, more, _ in self._note(concept, directed, False, back=True):
                if other not in left and cost + more < known.get(other, cost + more + 1):
                    known[other] = cost + more
                    heappush(waiting, (cost + more, other))
        return left

    def _reached(self, concept: str, directed: bool, *, back: bool) -> set[str]:
        """All that paths from a concept lead to; ``back``: all from which paths lead there."""
        reached, edge = {concept}, [concept]
        while edge:
            steps = [step for each in edge for step in self._note(each, directed, False, back=back)]
            edge = [other for other in dict.fromkeys(other for other, *_ in steps) if other not in reached]
            reached.update(edge)
        return reached

    def _nearest_in_text(self, start: str, end: str, directed: bool) -> Gap:
        """Between two parts of the map that nothing joins: where the passages of what paths lead to in the one, and of
        what they lead on from in the other, stand nearest to each other.
        """
        sides = [self._reached(start, directed, back=False), self._reached(end, directed, back=True)]
        marks = sorted(
            (quote.source, spans[0], spans[1], side, concept)
            for side, reached in enumerate(sides)
            for concept in reached
            for quote in self._quotes_of(concept)
            for spans in quote.spans
        )
        best: tuple[int, str, str] | None = None
        last: dict[int, tuple[str, int, str]] = {}
        for source, begin, finish, side, concept in marks:
            before = last.get(1 - side)
            if before is not None and before[0] == source:
                pair = (concept, before[2]) if side == 0 else (before[2], concept)
                best = min(best, (begin - before[1], *pair)) if best else (begin - before[1], *pair)
            last[side] = (source, finish, concept)
        return Gap(best[1], best[2]) if best else Gap(start, end)

    def _quotes_of(self, concept: str) -> Iterable[Quote]:
        yield from self._index.concepts[concept].quotes
        for link in self._index.links_of(concept):
            yield from link.quotes


def weakest(index: MapIndex, path: Path) -> Sureness:
    """How sure the sources are of the hop of which they are least sure."""
    return max((sureness(index.links[hop.link]) for hop in path.hops), key=_DOUBTS.__getitem__)


def lowest_stage(index: MapIndex, path: Path) -> Rung | None:
    """What the least tested hop was tested on, of those that a source says; ``None`` if none is."""
    rungs = [each for hop in path.hops if (each := rung(index.links[hop.link])) is not Rung.BACKGROUND]
    return max(rungs, key=_RUNGS.__getitem__) if rungs else None


class _Ways:
    """Searches of one end, guided by what is left to pay from each concept at least."""

    def __init__(self, steps: _Steps, left: Mapping[str, int], end: str) -> None:
        self._steps, self._left, self._end = steps, left, end

    def best(
        self, start: str, limit: int | None = None, away: Iterable[str] = (), taken: Collection[str] = ()
    ) -> list[_Step] | None:
        """The cheapest way from a concept, if there is one.

        Args:
            start: the concept.
            limit: what the way may cost.
            away: concepts to keep off.
            taken: concepts to which the first hop may not lead.
        """
        left, done = self._left, set(away)
        costs, came = {start: 0}, dict[str, _Step]()
        waiting = [(0, start)]
        while waiting:
            _, concept = heappop(waiting)
            if concept == self._end:
                return _traced(came, concept)
            if concept in done:
                continue
            done.add(concept)
            cost = costs[concept]
            for step in self._steps(concept):
                other, more, _ = step
                if other in done or other not in left or (concept == start and other in taken):
                    continue
                whole = cost + more + left[other]
                if (limit is None or whole <= limit) and (other not in costs or cost + more < costs[other]):
                    costs[other], came[other] = cost + more, step
                    heappush(waiting, (whole, other))
        return None


def _turned_off(
    ways: _Ways, found: Sequence[list[_Step]], steps: list[_Step], at: int, limit: int
) -> list[_Step] | None:
    """The best way that shares so many hops with one that was found and then goes another way than all found."""
    root = steps[:at]
    taken = {other[at][0] for other in found if len(other) > at and other[:at] == root}
    away = [hop.start for _, _, hop in root]
    rest = ways.best(steps[at][2].start, limit - _cost(root), away, taken)
    return None if rest is None else root + rest


def _cost(steps: Iterable[_Step]) -> int:
    return sum(cost for _, cost, _ in steps)


def _traced(came: Mapping[str, _Step], end: str) -> list[_Step]:
    steps: list[_Step] = []
    while end in came:
        steps.append(came[end])
        end = came[end][2].start
    return steps[::-1]
