"""The clock of a talk: elapsed, step by step, paused, and early or late."""

import pytest

from evmap.workspace.talk import Clock, Pace
from tests.workspace.talk.made_talks import HandClock, tour


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
def clock(hand: HandClock) -> Clock:
    made = Clock(tour(), hand)
    made.start()
    return made


def test_each_step_has_its_own_time(clock: Clock, hand: HandClock) -> None:
    hand.time += 20
    clock.go_to(2)
    hand.time += 5
    clock.go_to(0)
    hand.time += 1
    assert [clock.at_step(step) for step in range(3)] == pytest.approx([21, 0, 5])
    assert clock.elapsed == pytest.approx(26)


def test_a_pause_does_not_count(clock: Clock, hand: HandClock) -> None:
    hand.time += 20
    clock.pause()
    hand.time += 100
    clock.go_to(1)
    assert not clock.running
    clock.start()
    hand.time += 2
    assert clock.elapsed == pytest.approx(22)


def test_a_clock_that_is_set_back_never_runs_backwards(clock: Clock, hand: HandClock) -> None:
    hand.time -= 50
    assert clock.elapsed == 0


def test_a_restart_begins_from_nothing(clock: Clock, hand: HandClock) -> None:
    hand.time += 20
    clock.restart()
    hand.time += 3
    assert clock.elapsed == pytest.approx(3)


def test_the_plan_takes_what_is_said_and_the_usual_for_the_rest(clock: Clock) -> None:
    assert clock.planned == 4 * 90 + 60


@pytest.mark.parametrize(
    ("step", "seconds", "pace"),
    [(0, 0, Pace.ON_TIME), (0, 100, Pace.ON_TIME), (0, 140, Pace.LATE), (3, 60, Pace.EARLY), (3, 240, Pace.ON_TIME)],
)
def test_pace_compares_with_where_the_plan_would_be(
    clock: Clock, hand: HandClock, step: int, seconds: int, pace: Pace
) -> None:
    clock.go_to(step)
    hand.time += seconds
    assert clock.pace() is pace
