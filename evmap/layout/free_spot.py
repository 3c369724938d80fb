"""Where a box that was put on others finds room: as near as may be. Plain Python, so that a hand need not wait."""

from collections.abc import Collection, Mapping

from evmap.layout.geometry import grown, overlap
from evmap.model import Point, Rect

GAP = 8.0
"""A box that is put down keeps at least this far from the others."""

_SLACK = 1e-6  # a box that stands exactly at the gap is free, whatever rounding says


def settle(boxes: Mapping[str, Rect], wishes: Mapping[str, Rect]) -> dict[str, Rect]:
    """Places for some boxes near where they are wished, so that they overlap neither the others nor each other.

    Args:
        boxes: every box on the map; those that are wished elsewhere are in nobody's way.
        wishes: where some of them are to stand.
    """
    taken = [rect for name, rect in boxes.items() if name not in wishes]
    placed: dict[str, Rect] = {}
    # Those that have room where they are wished keep it; only the others are pushed.
    for name, wish in wishes.items():
        if _is_free(wish, [*taken, *placed.values()]):
            placed[name] = wish
    for name, wish in wishes.items():
        if name not in placed:
            placed[name] = nearest_free(wish, [*taken, *placed.values()])
    return {name: placed[name] for name in wishes}


def nearest_free(wish: Rect, others: Collection[Rect]) -> Rect:
    """The free place nearest to a wish: beside one box, or in the corner between two."""
    reach = max(wish[2], wish[3]) + GAP
    while True:
        near = [other for other in others if overlap(grown(wish, reach), other, GAP)]
        for x, y in _corners(wish, near, reach):
            place = (x, y, wish[2], wish[3])
            if _is_free(place, near):
                return place
        if len(near) == len(others):
            return (max(r[0] + r[2] for r in others) + GAP, wish[1], wish[2], wish[3])
        reach *= 2


def _corners(wish: Rect, near: Collection[Rect], reach: float) -> list[Point]:
    """Where a box would just touch others, within reach, the nearest first."""
    xs, ys = {wish[0]}, {wish[1]}
    for x, y, w, h in near:
        xs.update((x - wish[2] - GAP, x + w + GAP))
        ys.update((y - wish[3] - GAP, y + h + GAP))
    columns = [x for x in xs if abs(x - wish[0]) <= reach]
    rows = [y for y in ys if abs(y - wish[1]) <= reach]
    return sorted(((x, y) for x in columns for y in rows), key=lambda p: (p[0] - wish[0]) ** 2 + (p[1] - wish[1]) ** 2)


def _is_free(rect: Rect, others: Collection[Rect]) -> bool:
    return not any(overlap(rect, other, GAP - _SLACK) for other in others)
