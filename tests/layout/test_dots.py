"""The dots below a box of the big picture."""

import pytest

from evmap.layout.dots import dots_below, dots_height
from evmap.layout.geometry import overlap

BOX = (100.0, 50.0, 120.0, 40.0)


@pytest.mark.parametrize("count", [1, 2, 11, 13, 26, 27, 38, 200])
def test_dots_stand_below_the_box_in_the_room_kept_for_them(count: int) -> None:
    row = dots_below(BOX, count)
    assert len(row.rects) + row.more == count
    room = (BOX[0], BOX[1] + BOX[3], BOX[2], dots_height(BOX[2], count) + 0.01)
    for x, y, w, h in row.rects:
        assert room[0] <= x
        assert x + w <= room[0] + room[2]
        assert room[1] <= y
        assert y + h <= room[1] + room[3]


@pytest.mark.parametrize("count", [2, 26, 38])
def test_no_two_touch_nor_the_number(count: int) -> None:
    row = dots_below(BOX, count)
    things = [*row.rects, *([row.more_rect] if row.more else [])]
    assert not any(overlap(a, b) for i, a in enumerate(things) for b in things[:i])


def test_what_finds_no_room_is_counted() -> None:
    assert dots_below(BOX, 12).more == 0
    assert dots_below(BOX, 100).more > 70


def test_nothing_behind_needs_no_room() -> None:
    assert dots_height(120.0, 0) == 0.0
    assert dots_below(BOX, 0).rects == ()
