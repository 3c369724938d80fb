"""Paths of links between boxes."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from evmap.layout.geometry import overlap, path_hits, rounded
from evmap.layout.routing.routes import route_links
from evmap.model import Rect
from tests.layout.making import link

BOX = (100.0, 40.0)


def box(x: float, y: float) -> Rect:
    return (x, y, *BOX)


def test_a_free_link_is_straight_from_border_to_border() -> None:
    paths = route_links({"c0": box(0, 0), "c1": box(300, 0)}, [link(0, 0, 1)])
    assert paths == {"l0": ((100.0, 20.0), (300.0, 20.0))}


def test_a_link_keeps_its_direction() -> None:
    paths = route_links({"c0": box(0, 0), "c1": box(300, 0)}, [link(0, 1, 0)])
    assert paths["l0"] == ((300.0, 20.0), (100.0, 20.0))


def test_a_link_goes_round_a_box_in_its_way() -> None:
    boxes = {"c0": box(0, 0), "c1": box(600, 0), "c2": box(300, 0)}
    path = route_links(boxes, [link(0, 0, 1)])["l0"]
    assert len(path) > 2
    assert not path_hits(rounded(path), boxes["c2"])
    assert sum(math.dist(path[i], path[i + 1]) for i in range(len(path) - 1)) < 560


def test_without_detours_it_stays_straight() -> None:
    boxes = {"c0": box(0, 0), "c1": box(600, 0), "c2": box(300, 0)}
    assert len(route_links(boxes, [link(0, 0, 1)], detours=False)["l0"]) == 2


def test_links_between_the_same_two_are_fanned_apart() -> None:
    boxes = {"c0": box(0, 0), "c1": box(500, 0)}
    links = [link(0, 0, 1), link(1, 1, 0), link(2, 0, 1)]
    paths = route_links(boxes, links, {"l0": (60, 17), "l1": (60, 17), "l2": (60, 17)})
    heights = sorted(path[len(path) // 2][1] for path in paths.values())
    assert min(heights[1] - heights[0], heights[2] - heights[1]) >= 12
    assert paths["l1"][0][0] > paths["l1"][-1][0]


def test_two_links_in_one_direction_do_not_lie_on_each_other() -> None:
    # The nearer box lets the farther link pass, but only just: both leave the hub in nearly one direction.
    boxes = {"c0": box(0, 0), "c1": (300, 14, 40, 10), "c2": (900, 5, 40, 10)}
    paths = route_links(boxes, [link(0, 0, 1), link(1, 0, 2)])
    assert len(paths["l1"]) > 2
    assert not path_hits(rounded(paths["l1"]), boxes["c1"])


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 14)), min_size=2, max_size=24, unique=True))
def test_boxes_on_streets_are_never_run_over(cells: list[tuple[int, int]]) -> None:
    boxes = {f"c{i}": box(150.0 * column, 80.0 * row) for i, (column, row) in enumerate(cells)}
    links = [link(i, i, (i * 7 + 3) % len(cells)) for i in range(len(cells)) if i != (i * 7 + 3) % len(cells)]
    for one in links:
        path = rounded(route_links(boxes, links)[one.id])
        foreign = [rect for name, rect in boxes.items() if name not in (one.subject, one.object)]
        assert not any(path_hits(path, rect) for rect in foreign)
        assert all(overlap((*path[end], 0, 0), boxes[name], 0.01) for end, name in ((0, one.subject), (-1, one.object)))
