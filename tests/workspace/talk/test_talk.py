"""A talk: along the path, off it and back, the ladder, and any commands in any order."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.model import Tour
from evmap.workspace.talk import Asking, Blank, Position, Talk, TalkChange, Tool
from evmap.workspace.talk.starting import LeftTalks
from tests.workspace.talk.made_talks import HandClock, index, talk, tour


def positions(given_talk: Talk) -> list[Position]:
    count = len(given_talk.tour.steps)
    return [Position(step, stage) for step in range(count) for stage in range(given_talk.stages_of(step))]


def test_forward_walks_every_stage_of_every_step_and_stops_at_the_end() -> None:
    now = talk()
    walked = [now.state.at]
    while now.can_go_on:
        now.forward()
        walked.append(now.state.at)
    assert walked == positions(now)
    now.forward()
    assert now.state.at == walked[-1]
    assert not now.state.ended


def test_backward_walks_the_same_way_back() -> None:
    now = talk()
    now.last()
    back = [now.state.at]
    while now.state.at > Position():
        now.backward()
        back.append(now.state.at)
    assert back == positions(now)[::-1]


def test_a_number_and_enter_goes_to_that_step() -> None:
    now = talk()
    now.type_digit("3")
    assert now.state.typed == "3"
    now.enter()
    assert (now.state.at, now.state.typed) == (Position(2), "")


@pytest.mark.parametrize(("typed", "step"), [("0", 0), ("99", 4), ("999", 4)])
def test_a_number_that_is_not_there_goes_to_the_nearest(typed: str, step: int) -> None:
    now = talk()
    for digit in typed:
        now.type_digit(digit)
    now.enter()
    assert now.state.at.step == step


def test_leaving_the_path_keeps_the_place_and_one_command_returns() -> None:
    now = talk()
    now.forward()
    now.forward()
    left = now.state.at
    now.leave_path()
    assert now.state.away
    now.toggle_whole()
    now.back_to_path()
    assert (now.state.at, now.state.on_path) == (left, True)


def test_forward_when_away_only_returns() -> None:
    now = talk()
    left = now.state.at
    now.leave_path()
    now.forward()
    assert (now.state.at, now.state.on_path) == (left, True)
    now.forward()
    assert now.state.at > left


def test_return_after_a_jump_goes_back_to_where_it_began() -> None:
    now = talk()
    now.forward()
    left = now.state.at
    now.go_to(4)
    now.back_to_path()
    assert now.state.at == left
    now.back_to_path()
    assert now.state.at == left


def test_the_whole_map_and_back_is_one_command_each() -> None:
    now = talk()
    now.toggle_whole()
    assert now.state.whole
    now.toggle_whole()
    assert now.state.on_path


def test_the_ladder_takes_one_thing_at_a_time_and_asks_before_it_ends() -> None:
    now = talk()
    now.forward()
    now.toggle_freeze()
    now.leave_path()
    now.toggle_blank(Blank.BLACK)
    now.zoom_into((0, 0, 10, 10))
    now.take_tool(Tool.PEN)
    now.type_digit("1")
    seen = []
    while now.state.asking is Asking.NOTHING:
        now.escape()
        state = now.state
        seen.append((state.typed, state.tool, state.region, state.blank, state.away, state.frozen))
    assert len(seen) == 7  # digits, tool, zoom, blank, the path, frozen, and the question
    assert not now.state.ended
    now.escape()
    assert now.state.ended


@pytest.mark.parametrize("answer", ["forward", "back_to_path", "present", "enter", "backward"])
def test_whatever_is_pressed_but_esc_resumes(answer: str) -> None:
    now = talk()
    now.forward()
    left = now.state.at
    now.escape()
    assert now.state.asking is Asking.LEAVE
    getattr(now, answer)()
    assert (now.state.asking, now.state.at, now.state.ended) == (Asking.NOTHING, left, False)
    assert now.clock.running


def test_a_clicker_that_alternates_f5_and_esc_cannot_lose_the_talk() -> None:
    now = talk()
    for _ in range(3):
        now.forward()
    left = now.state.at
    for _ in range(20):
        now.present()
        now.escape()
    now.present()
    assert (now.state.at, now.state.ended, now.state.on_path) == (left, False, True)


def test_starting_again_offers_to_resume() -> None:
    there = Position(2, 1)
    now = talk(resume=there)
    assert (now.state.asking, now.resume_at) == (Asking.RESUME, there)
    assert not now.clock.running
    now.forward()
    assert (now.state.at, now.state.asking, now.clock.running) == (there, Asking.NOTHING, True)


def test_the_offer_to_resume_can_be_declined() -> None:
    now = talk(resume=Position(2))
    now.first()
    assert (now.state.at, now.state.asking, now.place) == (Position(), Asking.NOTHING, Position())


@pytest.mark.parametrize("presses", [1, 2, 3, 4, 20])
def test_a_clicker_that_starts_a_talk_again_cannot_lose_the_place_where_it_was_left(presses: int) -> None:
    """Its one button sends F5, which starts the talk, and then Esc and F5 by turns."""
    there = Position(2, 1)
    now = talk(resume=there)
    for press in range(presses):
        (now.present if press % 2 else now.escape)()
    assert now.place == there
    assert not now.state.ended
    now.forward()
    assert now.state.at >= there


def test_a_talk_that_ends_on_the_question_keeps_the_place_for_the_next_time() -> None:
    now, left = talk(resume=Position(2, 1)), LeftTalks()
    now.escape()
    now.escape()
    assert now.state.ended
    left.note(now)
    assert left.of(now.tour) == Position(2, 1)


def test_a_place_to_resume_that_the_tour_no_longer_has_is_the_nearest() -> None:
    now = talk(resume=Position(40, 40))
    now.forward()
    assert now.state.at in positions(now)


def test_freezing_is_only_told_and_moves_nothing() -> None:
    now = talk()
    now.toggle_freeze()
    now.forward()
    assert now.state.frozen
    assert now.state.at > Position()


def test_a_tool_is_put_down_by_taking_it_again() -> None:
    now = talk()
    now.take_tool(Tool.SPOTLIGHT)
    now.point_at((3.0, 4.0))
    assert now.aim == (3.0, 4.0)
    now.take_tool(Tool.SPOTLIGHT)
    assert now.state.tool is Tool.HAND
    assert now.aim is None


def test_ink_goes_with_its_step_unless_it_is_kept() -> None:
    now = talk()
    now.pen_down((0, 0))
    now.pen_to((50, 0))
    now.go_to(1)
    now.go_to(0)
    assert now.ink.strokes(0) == ()
    now.pen_down((0, 0))
    now.toggle_keep_ink()
    now.pen_down((9, 9))
    now.go_to(1)
    now.go_to(0)
    assert len(now.ink.strokes(0)) == 2


def test_the_clock_stands_still_while_leaving_is_asked() -> None:
    clock = HandClock()
    now = talk(clock=clock)
    clock.time += 30
    now.escape()
    clock.time += 500
    now.forward()
    clock.time += 10
    assert now.clock.elapsed == pytest.approx(40)


def test_a_tour_without_steps_is_no_talk() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Talk(Tour("empty", "Empty", "?", ()), index())


def test_a_change_is_told_once_and_nothing_where_nothing_changed() -> None:
    now = talk()
    heard: list[TalkChange] = []
    now.changed.connect(heard.append)
    now.backward()
    now.point_at(None)
    assert heard == []
    now.toggle_blank(Blank.WHITE)
    assert heard == [TalkChange.STATE]


Command = Callable[[Talk], None]

COMMANDS: tuple[Command, ...] = (
    Talk.forward,
    Talk.backward,
    Talk.first,
    Talk.last,
    Talk.reveal,
    Talk.enter,
    Talk.leave_path,
    Talk.back_to_path,
    Talk.toggle_whole,
    Talk.toggle_overview,
    Talk.toggle_freeze,
    Talk.toggle_notes,
    Talk.toggle_keep_ink,
    Talk.clear_ink,
    Talk.escape,
    Talk.present,
    *((lambda now, b=blank: now.toggle_blank(b)) for blank in (Blank.BLACK, Blank.WHITE)),
    *((lambda now, t=tool: now.take_tool(t)) for tool in Tool),
    *((lambda now, s=step: now.go_to(s)) for step in (-1, 0, 3, 99)),
    *((lambda now, d=digit: now.type_digit(d)) for digit in "0170"),
    lambda now: now.zoom_into((1.0, 2.0, 3.0, 4.0)),
    lambda now: now.pen_down((1.0, 2.0)),
    lambda now: now.pen_to((8.0, 2.0)),
    lambda now: now.erase((1.0, 2.0), 2.0),
    lambda now: now.point_at((1.0, 2.0)),
)

chains = st.lists(st.sampled_from(COMMANDS), max_size=40)


@given(chains, st.booleans())
def test_any_commands_in_any_order_leave_a_valid_talk(chain: list[Command], resumed: bool) -> None:
    now = talk(resume=Position(3, 1) if resumed else None)
    for command in chain:
        command(now)
        assert now.state.at in positions(now)
        assert now.scene.frame or not now.step.focus
        assert now.clock.elapsed >= 0


@given(chains)
def test_return_always_finds_the_step_that_was_left(chain: list[Command]) -> None:
    now = talk()
    now.forward()
    for command in chain:
        command(now)
    if now.state.ended:
        return
    for _ in range(12):  # the ladder is no longer than this; no Esc is pressed on the question
        now.present()
    left = now.state.at
    now.leave_path()
    now.back_to_path()
    assert (now.state.at, now.state.on_path) == (left, True)


@given(chains)
def test_only_esc_twice_ends_a_talk(chain: list[Command]) -> None:
    now = talk()
    for command in chain:
        asked = now.state.asking is Asking.LEAVE
        before = now.state.ended
        command(now)
        assert now.state.ended == before or (asked and command is Talk.escape)


def test_made_tour_has_every_sort_of_step() -> None:
    assert [talk().stages_of(step) for step in range(len(tour().steps))][0::4] == [1, 1]
