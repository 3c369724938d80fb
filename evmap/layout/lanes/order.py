"""Which concepts stand in which column of the lanes, and in which order, so that few links cross.

The order is found by barycentre sweeps (Sugiyama, Tagawa, Toda 1981): column by column, each concept moves to the mean
height of what it is linked with; the best of all orders seen is kept. Links over several columns count in every
gutter that they run through, as the straight lines they nearly are.
"""

from bisect import bisect_right, insort
from collections.abc import Sequence

from evmap.layout.pieces import Pieces, whole

Pair = tuple[int, int]

_SWEEPS, _FEW_SWEEPS, _PATIENCE = 24, 12, 6
_COUNTED = 700
"""With more links than this, crossings take too long to count."""


def fill_columns(lanes: Sequence[Sequence[int]], rows: int, pairs: Sequence[Pair]) -> list[list[int]]:
    """Spread each lane over as many columns as it needs; what is linked to the left stands left.

    Args:
        lanes: the concepts of each lane, by number.
        rows: so many concepts stand in one column at most.
        pairs: subject and object of every link.
    """
    lane_of = {number: at for at, lane in enumerate(lanes) for number in lane}
    pull: dict[int, list[int]] = {number: [] for number in lane_of}
    for a, b in pairs:
        if lane_of[a] != lane_of[b]:
            pull[a].append(lane_of[b])
            pull[b].append(lane_of[a])
    columns = []
    for at, lane in enumerate(lanes):
        count = -(-len(lane) // rows)
        ordered = list(lane) if count == 1 else sorted(lane, key=lambda number: _mean(pull[number], at))
        size, more = divmod(len(lane), count)
        start = 0
        for column in range(count):
            end = start + size + (column < more)
            columns.append(ordered[start:end])
            start = end
    return columns


def order_columns(columns: Sequence[Sequence[int]], pairs: Sequence[Pair]) -> list[list[int]]:
    """The same columns, each in an order in which few links cross."""
    return whole(ordered_columns(columns, pairs))


def ordered_columns(columns: Sequence[Sequence[int]], pairs: Sequence[Pair]) -> Pieces[list[list[int]]]:
    """Do what :func:`order_columns` does, in pieces; of many links not the crossings but the lengths are reckoned."""
    at = {number: place for place, column in enumerate(columns) for number in column}
    sides = _Sides(at, pairs)
    few = len(pairs) <= _COUNTED
    cost = count_crossings if few else _total_length
    now = [list(column) for column in columns]
    best, least, idle = now, cost(now, pairs), 0
    for sweep in range(_SWEEPS if few else _FEW_SWEEPS):
        now = yield from sides.swept(now, sweep)
        reached = cost(now, pairs)
        yield
        idle += 1
        if reached < least:
            best, least, idle = now, reached, 0
        if idle >= _PATIENCE or not least:
            break
    return best


def count_crossings(columns: Sequence[Sequence[int]], pairs: Sequence[Pair]) -> int:
    """How often links cross if every column is spread evenly over the height and links run straight."""
    spot = _spots(columns)
    at = {number: place for place, column in enumerate(columns) for number in column}
    gutters: list[list[tuple[float, float]]] = [[] for _ in columns]
    for pair in pairs:
        a, b = sorted(pair, key=at.__getitem__)
        span = at[b] - at[a]
        for step in range(span):
            gutters[at[a] + step].append(_heights(spot[a], spot[b], step, span))
    return sum(map(_inversions, gutters))


class _Sides:
    """What each concept is linked with in columns to its left and to its right."""

    def __init__(self, at: dict[int, int], pairs: Sequence[Pair]) -> None:
        self._left: dict[int, list[int]] = {number: [] for number in at}
        self._right: dict[int, list[int]] = {number: [] for number in at}
        for pair in pairs:
            a, b = sorted(pair, key=at.__getitem__)
            if at[a] != at[b]:
                self._right[a].append(b)
                self._left[b].append(a)

    def swept(self, columns: Sequence[Sequence[int]], sweep: int) -> Pieces[list[list[int]]]:
        """The columns after one sweep: rightwards, leftwards, and at every third time with both sides at once."""
        spot = _spots(columns)
        ordered = [list(column) for column in columns]
        backwards = sweep % 2 == 1
        for place in reversed(range(len(ordered))) if backwards else range(len(ordered)):
            column = ordered[place]
            keys = {number: self._pull(number, sweep, spot) for number in column}
            column.sort(key=keys.__getitem__)
            spot.update(_column_spots(column))
            yield
        return ordered

    def _pull(self, number: int, sweep: int, spot: dict[int, float]) -> float:
        left, right = self._left[number], self._right[number]
        wanted = left + right if sweep % 3 == 2 else right if sweep % 2 else left
        return _mean([spot[other] for other in wanted or left + right], spot[number])


def _total_length(columns: Sequence[Sequence[int]], pairs: Sequence[Pair]) -> float:
    """How far all links go up or down together: the shorter they are, the fewer cross."""
    spot = _spots(columns)
    return sum(abs(spot[a] - spot[b]) for a, b in pairs)


def _spots(columns: Sequence[Sequence[int]]) -> dict[int, float]:
    """How far down each concept stands, as a share of the height."""
    spots: dict[int, float] = {}
    for column in columns:
        spots.update(_column_spots(column))
    return spots


def _column_spots(column: Sequence[int]) -> dict[int, float]:
    return {number: (row + 0.5) / len(column) for row, number in enumerate(column)}


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _heights(start: float, end: float, step: int, span: int) -> tuple[float, float]:
    return start + (end - start) * step / span, start + (end - start) * (step + 1) / span


def _inversions(lines: list[tuple[float, float]]) -> int:
    """How many pairs of lines cross in one gutter; lines that meet at an end do not."""
    lines.sort()
    crossings = 0
    passed: list[float] = []
    waiting: list[float] = []
    height = None
    for left, right in lines:
        if left != height:
            for each in waiting:
                insort(passed, each)
            waiting, height = [], left
        crossings += len(passed) - bisect_right(passed, right)
        waiting.append(right)
    return crossings
