"""The desk at which tours are made: named changes, undone exactly; tours that came with the map are never changed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evmap.model import Predict, Step, Tour
from evmap.workspace.tours import TourDesk

STEP = Step("The load", ("cells",), (), None, "Ask first.")
SHIPPED = (Tour("mail", "The mail of the body", "Who writes to whom?", (STEP,)),)


def fresh() -> TourDesk:
    return TourDesk(SHIPPED, (), lambda: None)


def started() -> tuple[TourDesk, str]:
    desk = fresh()
    mine = desk.new_tour("My tour", "What is it?")
    for title in ("one", "two", "three"):
        desk.add_step(mine, Step(title, (), (), None, ""))
    return desk, mine


def titles(desk: TourDesk, tour: str) -> list[str]:
    return [step.title for step in desk.tour(tour).steps]


def test_a_new_tour_stands_after_those_of_the_map_and_is_ones_own() -> None:
    desk, mine = started()
    assert [tour.title for tour in desk.all] == ["The mail of the body", "My tour"]
    assert desk.is_own(mine)
    assert not desk.is_own("mail")


def test_steps_are_moved_duplicated_and_deleted() -> None:
    desk, mine = started()
    desk.move_step(mine, 0, 2)
    assert titles(desk, mine) == ["two", "three", "one"]
    desk.duplicate_step(mine, 1)
    assert titles(desk, mine) == ["two", "three", "three", "one"]
    desk.remove_step(mine, 0)
    assert titles(desk, mine) == ["three", "three", "one"]
    desk.add_step(mine, STEP, at=1)
    assert titles(desk, mine) == ["three", "The load", "three", "one"]


def test_every_change_says_what_undoing_it_takes_back() -> None:
    desk, mine = started()
    assert desk.undo_text == "Add step “three”"
    desk.change_step(mine, 2, predict=Predict.PHRASES)
    assert desk.undo_text == "Change what is kept back of “three”"
    desk.undo()
    assert (desk.undo_text, desk.redo_text) == ("Add step “three”", "Change what is kept back of “three”")


def test_typing_is_undone_as_a_whole_until_one_types_elsewhere() -> None:
    desk, mine = started()
    for notes in ("A", "As", "Ask"):
        desk.change_step(mine, 0, notes=notes)
    desk.change_step(mine, 1, notes="B")
    desk.undo()
    assert [step.notes for step in desk.tour(mine).steps] == ["Ask", "", ""]
    desk.undo()
    assert [step.notes for step in desk.tour(mine).steps] == ["", "", ""]


def test_typing_that_was_ended_is_a_change_of_its_own() -> None:
    desk, mine = started()
    desk.change_step(mine, 0, notes="A")
    desk.end_joining()
    desk.change_step(mine, 0, notes="AB")
    desk.undo()
    assert desk.tour(mine).steps[0].notes == "A"


def test_a_change_that_changes_nothing_is_no_step_of_the_history() -> None:
    desk, mine = started()
    desk.rename(mine, "My tour")
    desk.rename(mine, "  ")
    desk.move_step(mine, 1, 1)
    assert desk.undo_text == "Add step “three”"


def test_rehearsed_times_become_the_plan_but_not_of_what_was_passed_over() -> None:
    desk, mine = started()
    desk.change_step(mine, 1, seconds=40)
    desk.plan_as_given(mine, (61.4, 0.2, 9.6))
    assert [step.seconds for step in desk.tour(mine).steps] == [61, 40, 10]


def test_a_copy_of_a_tour_can_be_changed_and_the_tour_stays() -> None:
    desk = fresh()
    copy = desk.copy_tour("mail")
    desk.rename(copy, "Mine")
    assert desk.tour("mail") == SHIPPED[0]
    assert desk.tour(copy).steps == SHIPPED[0].steps
    with pytest.raises(KeyError):
        desk.rename("mail", "No")


def test_an_imported_tour_gets_an_id_of_its_own_that_is_safe_as_a_files_name() -> None:
    desk = fresh()
    ids = [desk.take_in(Tour(wish, "T", "?", (STEP,))) for wish in ("mail", "../../etc/passwd", "", "ÄÖ")]
    assert ids == ["mail-2", "etc-passwd", "t", "tour"]


def test_too_many_steps_are_refused() -> None:
    desk, mine = started()
    for _ in range(197):
        desk.add_step(mine, STEP)
    with pytest.raises(ValueError, match="at most 200 steps"):
        desk.add_step(mine, STEP)


Edit = Callable[[TourDesk, int], object]


def _first(desk: TourDesk) -> str | None:
    return desk.own[0].id if desk.own else None


def _on_step(edit: Callable[[TourDesk, str, int], None]) -> Edit:
    def done(desk: TourDesk, number: int) -> None:
        mine = _first(desk)
        if mine and (steps := desk.tour(mine).steps):
            edit(desk, mine, number % len(steps))

    return done


EDITS: tuple[Edit, ...] = (
    lambda desk, number: desk.new_tour(f"Tour {number}"),
    lambda desk, number: desk.copy_tour("mail"),
    lambda desk, number: desk.remove_tour(desk.own[-1].id) if desk.own else None,
    lambda desk, number: desk.ask(desk.own[-1].id, f"{number}?") if desk.own else None,
    lambda desk, number: desk.add_step(desk.own[0].id, STEP) if desk.own else None,
    _on_step(lambda desk, mine, at: desk.move_step(mine, at, 0)),
    _on_step(lambda desk, mine, at: desk.duplicate_step(mine, at)),
    _on_step(lambda desk, mine, at: desk.remove_step(mine, at)),
    _on_step(lambda desk, mine, at: desk.change_step(mine, at, notes=f"{at}")),
    _on_step(lambda desk, mine, at: desk.change_step(mine, at, seconds=at)),
)


@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 9)), max_size=25))
def test_undoing_everything_restores_the_beginning_and_redoing_the_end(edits: list[tuple[Edit, int]]) -> None:
    desk = fresh()
    for edit, number in edits:
        edit(desk, number)
        assert len({tour.id for tour in desk.all}) == len(desk.all)
    end = desk.own
    while desk.undo_text:
        desk.undo()
    assert desk.own == ()
    while desk.redo_text:
        desk.redo()
    assert desk.own == end
