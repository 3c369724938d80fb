"""Strokes on the map: drawn, erased, cleared, kept."""

from evmap.workspace.talk import Ink, Stroke


def drawn() -> Ink:
    ink = Ink()
    ink.begin(0, (0.0, 0.0))
    ink.go_on(0, (10.0, 0.0))
    ink.begin(0, (0.0, 50.0))
    return ink


def test_a_stroke_follows_the_pen_and_not_its_trembling() -> None:
    ink = drawn()
    assert not ink.go_on(0, (0.5, 50.5))
    assert ink.strokes(0) == (Stroke(((0.0, 0.0), (10.0, 0.0))), Stroke(((0.0, 50.0),)))


def test_a_pen_that_is_not_down_leaves_no_trace() -> None:
    assert not Ink().go_on(0, (1.0, 1.0))


def test_the_eraser_takes_what_it_touches_also_between_two_points() -> None:
    ink = drawn()
    assert not ink.erase(0, (5.0, 9.0), 4.0)
    assert ink.erase(0, (5.0, 3.0), 4.0)
    assert ink.strokes(0) == (Stroke(((0.0, 50.0),)),)
    assert ink.erase(0, (0.0, 52.0), 4.0)
    assert ink.strokes(0) == ()


def test_clearing_and_leaving_touch_one_step() -> None:
    ink = drawn()
    ink.begin(1, (0.0, 0.0))
    assert ink.clear(1)
    assert not ink.clear(1)
    assert len(ink.strokes(0)) == 2
    ink.leave(0)
    assert ink.strokes(0) == ()


def test_what_is_kept_stays() -> None:
    ink = drawn()
    ink.keep(0)
    ink.begin(0, (7.0, 7.0))
    ink.leave(0)
    assert len(ink.strokes(0)) == 2
