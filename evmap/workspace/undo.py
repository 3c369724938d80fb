"""What was done, to be taken back and done again: named steps, each with the state before and after it.

States are immutable and share what they have in common, so a step costs little and going back restores each exactly.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

_MOST_STEPS = 200

State = TypeVar("State")


class _Step(Struct, Generic[State], frozen=True):
    text: str
    before: State
    after: State
    joins: str = ""  # what follows under the same word joins the step, such as further letters that are typed


class Undoable(Generic[State]):
    """A state that is changed in named steps, which can be taken back and done again.

    Args:
        state: the state to begin with.
        changed: called after another state is taken on.
    """

    def __init__(self, state: State, changed: Callable[[], None]) -> None:
        self._state = state
        self._changed = changed
        self._done: list[_Step[State]] = []
        self._undone: list[_Step[State]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._undone)

    @property
    def undo_text(self) -> str:
        """What undoing takes back, such as "Move exosomes"; empty if there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redoing does again; empty if there is nothing."""
        return self._undone[-1].text if self._undone else ""

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._show(step.before)

    def redo(self) -> None:
        """Take the step again that was taken back last, if there is one."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._show(step.after)

    def end_joining(self) -> None:
        """What is done from now on is a step of its own, though it goes on with the last."""
        if self._done:
            self._done[-1] = replace(self._done[-1], joins="")

    def _do(self, text: str, after: State, joins: str = "") -> bool:
        """Take on a state as a step; whether it differs from the present one.

        Args:
            text: what the step is called in the menu.
            after: the state to take on.
            joins: steps one after the other that join under the same word are undone together; "" joins nothing.
        """
        if after == self._state:
            return False
        last = self._done[-1] if self._done and not self._undone else None
        if last is not None and joins and last.joins == joins:
            self._done[-1] = replace(last, text=text, after=after)
        else:
            self._done = [*self._done, _Step(text, self._state, after, joins)][-_MOST_STEPS:]
        self._undone.clear()
        self._show(after)
        return True

    def _begin_with(self, state: State) -> None:
        """Take on a state that is no step; there is nothing to take back then. Nobody is told."""
        self._state = state
        self._done.clear()
        self._undone.clear()

    def _show(self, state: State) -> None:
        self._state = state
        self._changed()
