"""Links that lie on each other are led beside each other."""

from itertools import combinations

from evmap.layout.geometry import around, overlap, path_hits, rounded
from evmap.layout.routing.bench import Bench
from evmap.layout.routing.parting import part_lines
from evmap.layout.routing.routes import Path
from evmap.model import Rect
from tests.layout.making import link

SIZE = (40.0, 16.0)
BOXES: dict[str, Rect] = {
    "c0": (-20, -20, 40, 40),
    "c1": (580, -20, 40, 40),
    "c2": (580, 22, 40, 40),
    "c3": (280, 60, 40, 40),
}
LINKS = [link(0, 0, 1), link(1, 0, 2)]


def parted(routes: dict[str, Path], boxes: dict[str, Rect]) -> tuple[dict[str, Path], dict[str, Rect]]:
    phrases = {"l0": around((200, 0), *SIZE), "l1": around((420, 22), *SIZE)}
    part_lines(boxes, LINKS, routes, phrases, {"l0": [SIZE], "l1": [SIZE]})
    return routes, phrases


def lie_on_each_other(routes: dict[str, Path], boxes: dict[str, Rect]) -> bool:
    bench = Bench(boxes, routes, dict.fromkeys(routes, (0.0, 900.0, 1.0, 1.0)))
    return any(bench.on_top(name, bench.paths[name]) for name in routes)


def test_two_links_that_leave_a_hub_side_by_side_are_parted() -> None:
    together: dict[str, Path] = {"l0": ((20, 0), (580, 0)), "l1": ((20, 1), (580, 36))}
    assert lie_on_each_other(together, BOXES)
    routes, phrases = parted(together, BOXES)
    assert not lie_on_each_other(routes, BOXES)
    for name, other in combinations(routes, 2):
        assert not path_hits(rounded(routes[name]), phrases[other])
        assert not path_hits(rounded(routes[other]), phrases[name])
    assert not any(overlap(rect, box) for rect in phrases.values() for box in BOXES.values())
    assert not any(path_hits(rounded(route), BOXES["c3"]) for route in routes.values())


def test_links_that_are_well_apart_stay_as_they_are() -> None:
    apart: dict[str, Path] = {"l0": ((20, -10), (580, -10)), "l1": ((20, 10), (580, 42))}
    routes, _ = parted(dict(apart), BOXES)
    assert routes == apart


def test_a_detour_moves_its_corners_off_another_line() -> None:
    shared: dict[str, Path] = {"l0": ((20, 0), (580, 0)), "l1": ((20, 0), (150, 1), (450, 1), (580, 40))}
    routes, _ = parted(shared, BOXES)
    assert not lie_on_each_other(routes, BOXES)


def test_walls_leave_things_as_they_are() -> None:
    walls: dict[str, Rect] = {"c4": (60, -70, 500, 60), "c5": (60, 45, 500, 60)}
    routes, _ = parted({"l0": ((20, 0), (580, 0)), "l1": ((20, 1), (580, 36))}, {**BOXES, **walls})
    assert not any(path_hits(rounded(route), wall) for route in routes.values() for wall in walls.values())
