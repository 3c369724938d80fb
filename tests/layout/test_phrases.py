"""Places of phrases on the whole map and of a selection."""

import math

from evmap.layout.geometry import overlap, segment_hits
from evmap.layout.phrases import place_phrases, place_selected_phrases
from evmap.model import Point, Rect

SIZE = (60.0, 16.0)


def fan(rays: int, length: float = 400.0) -> dict[str, tuple[Point, Point]]:
    """The links of a hub, all round."""
    turns = {f"l{i}": math.tau * i / rays for i in range(rays)}
    return {
        name: ((60 * math.cos(turn), 60 * math.sin(turn)), (length * math.cos(turn), length * math.sin(turn)))
        for name, turn in turns.items()
    }


def test_a_phrase_alone_stands_in_the_middle() -> None:
    placed = place_phrases({"l": ((0, 0), (200, 0))}, {"l": [SIZE]}, [])
    assert placed["l"] == (70, -8, *SIZE)


def test_a_phrase_keeps_off_a_box() -> None:
    box: Rect = (60, -40, 60, 38)
    placed = place_phrases({"l": ((0, 0), (200, 0))}, {"l": [SIZE]}, [box])
    assert not overlap(placed["l"], box)


def test_a_phrase_keeps_off_another_link() -> None:
    routes: dict[str, tuple[Point, Point]] = {"l": ((0, 0), (300, 0)), "m": ((150, -100), (150, 100))}
    placed = place_phrases(routes, {"l": [SIZE], "m": [SIZE]}, [])
    assert not segment_hits(*routes["m"], placed["l"])
    assert not segment_hits(*routes["l"], placed["m"])


def test_two_lines_are_taken_where_one_has_no_room() -> None:
    boxes: list[Rect] = [(-100, -50, 100, 100), (110, -50, 100, 100)]
    placed = place_phrases({"l": ((0, 0), (110, 0))}, {"l": [(140, 16), (75, 31)]}, boxes)
    assert placed["l"][2:] == (75, 31)


def test_crossing_phrases_give_way_to_each_other() -> None:
    routes = fan(24)
    placed = list(place_phrases(routes, {name: [SIZE] for name in routes}, []).values())
    assert not any(overlap(a, b) for i, a in enumerate(placed) for b in placed[:i])


def test_selected_phrases_stand_on_nothing_and_on_their_link() -> None:
    routes = fan(30)
    boxes: list[Rect] = [(-50, -25, 100, 50), (150, 100, 90, 40), (-300, -60, 90, 40)]
    placed = place_selected_phrases(routes, dict.fromkeys(routes, SIZE), boxes)
    rects = [rect for rect in placed.values() if rect is not None]
    assert len(rects) >= 28
    assert not any(overlap(a, b) for i, a in enumerate(rects) for b in [*rects[:i], *boxes])
    for name, rect in placed.items():
        assert rect is None or segment_hits(*routes[name], rect)


def test_selected_phrases_keep_off_other_boxes_where_they_can() -> None:
    avoided: Rect = (80, -20, 40, 40)
    placed = place_selected_phrases({"l": ((0, 0), (200, 0))}, {"l": SIZE}, [], [avoided])
    assert placed["l"] is not None
    assert not overlap(placed["l"], avoided)
    everywhere: Rect = (-500, -500, 1000, 1000)
    assert place_selected_phrases({"l": ((0, 0), (200, 0))}, {"l": SIZE}, [], [everywhere])["l"] is not None


def test_no_room_is_said() -> None:
    assert place_selected_phrases({"l": ((0, 0), (50, 0))}, {"l": SIZE}, [(-10, -10, 70, 20)]) == {"l": None}


def test_a_phrase_makes_room_for_a_late_one() -> None:
    # Both fit on the right half only; the longer path may also go further out.
    routes: dict[str, tuple[Point, Point]] = {"a": ((0, 0), (140, 0)), "b": ((0, 4), (1000, 4))}
    placed = place_selected_phrases(routes, dict.fromkeys(routes, SIZE), [(-10, -30, 70, 60)])
    assert None not in placed.values()


def test_no_links_need_no_places() -> None:
    assert place_phrases({}, {}, []) == {}
    assert place_selected_phrases({}, {}, []) == {}
