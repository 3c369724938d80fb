"""Thousands of links are led round boxes at once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evmap.layout.geometry import leave, path_hits, rounded
from evmap.layout.measure import faults_of_large
from evmap.layout.pipeline import lay_out
from evmap.layout.routing.routes import Path
from evmap.layout.routing.weaving import lead_round
from evmap.model import Point, Rect
from tests.layout.making import link, make_map

ENDS: dict[str, Rect] = {"c0": (-50, -20, 100, 40), "c1": (1950, -20, 100, 40)}
STRAIGHT: Path = ((50, 0), (1950, 0))


def led(boxes: dict[str, Rect], path: Path = STRAIGHT) -> dict[str, Path]:
    return lead_round(boxes, [link(0, 0, 1)], {"l0": path}, {"l0": 0})


def test_a_link_goes_round_a_box() -> None:
    boxes = {**ENDS, "c2": (900.0, -30.0, 120.0, 50.0)}
    path = led(boxes)["l0"]
    assert not path_hits(rounded(path), boxes["c2"])
    assert path[0][0] == 50 or abs(path[0][1]) == 20  # it still begins at the border of its concept
    assert len(path) <= 4


def test_a_link_that_is_clear_is_left_alone() -> None:
    assert led({**ENDS, "c2": (900.0, 60.0, 120.0, 50.0)}) == {}


def test_a_link_finds_through_a_narrow_gap() -> None:
    wall = {f"c{2 + i}": (900.0, -400.0 + 70.0 * i, 120.0, 56.0) for i in range(12)}
    path = led({**ENDS, **wall})["l0"]
    assert not any(path_hits(rounded(path), box) for box in wall.values())


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.tuples(st.integers(1, 10), st.integers(-4, 3)), max_size=40))
def test_no_box_of_any_field_is_touched(cells: set[Point]) -> None:
    field = {f"b{i}": (x * 160.0, y * 80.0, 110.0, 56.0) for i, (x, y) in enumerate(sorted(cells))}
    boxes = {**ENDS, **field}
    path = led(boxes).get("l0", (leave(ENDS["c0"], (2000, 0)), leave(ENDS["c1"], (0, 0))))
    assert not any(path_hits(rounded(path), box) for box in field.values())


def test_a_large_map_has_no_links_under_boxes() -> None:
    web = make_map(420, [(i, (i - 1) // 3) for i in range(1, 420)] + [(i, (i * 7) % 400) for i in range(1, 120)])
    assert faults_of_large(web, lay_out(web)) == (0, 0)
