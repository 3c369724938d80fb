"""Straight links are bent to pass beside phrases."""

from evmap.layout.geometry import around, overlap, path_hits, rounded
from evmap.layout.routing.bending import bend_clear
from evmap.layout.routing.routes import Path
from evmap.model import Link, Rect
from tests.layout.making import link

SIZE = (60.0, 16.0)
BOXES: dict[str, Rect] = {"c0": (-20, -20, 40, 40), "c1": (580, -20, 40, 40), "c2": (280, 60, 40, 40)}
LINKS: list[Link] = [link(0, 0, 1), link(1, 1, 2)]


def bent(boxes: dict[str, Rect], phrase: Rect) -> tuple[dict[str, Path], dict[str, Rect]]:
    """What becomes of a level link when another's phrase stands on it."""
    routes: dict[str, Path] = {"l0": ((20, 0), (580, 0)), "l1": ((580, 15), (320, 70))}
    phrases = {"l0": around((150, 0), *SIZE), "l1": phrase}
    bend_clear(boxes, LINKS, routes, phrases, {"l0": [SIZE], "l1": [SIZE]})
    return routes, phrases


def test_a_link_under_a_phrase_gives_way() -> None:
    routes, phrases = bent(BOXES, around((400, 5), *SIZE))
    assert len(routes["l0"]) == 3
    path = rounded(routes["l0"])
    assert not path_hits(path, phrases["l1"])
    assert path_hits(path, phrases["l0"])
    assert not any(overlap(phrases["l0"], box) for box in BOXES.values())


def test_a_link_beside_all_phrases_stays_straight() -> None:
    routes, _ = bent(BOXES, around((400, 50), *SIZE))
    assert len(routes["l0"]) == 2


def test_a_link_stays_straight_where_boxes_leave_no_room() -> None:
    walls: dict[str, Rect] = {"c3": (100, -80, 400, 72), "c4": (100, 14, 400, 40)}
    routes, _ = bent({**BOXES, **walls}, around((300, 2), *SIZE))
    assert len(routes["l0"]) == 2
