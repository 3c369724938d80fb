"""Draws the steps of a talk ahead, in a thread: what is asked for first, then the others, one after the other."""

from collections import deque
from contextlib import suppress
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal

from evmap.workspace import StepView
from evmap.workspace.talk.drawings import StepDrawings


class _OverError(Exception):
    """The talk is over, and with it the work for it."""


class DrawnAhead(QObject):
    """A worker that lays out steps while the talk is given. Nobody waits for it.

    Signals:
        ready: one more step is drawn.
        renewed: the first step of other drawings is there; carries these drawings, which are in use from now on.
    """

    ready = Signal()
    renewed = Signal(object)

    def __init__(self, drawings: StepDrawings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawings = drawings
        self._new: StepDrawings | None = None
        self._wanted: deque[StepView] = deque()
        self._change = Condition()
        self._over = False
        Thread(target=self._work, name="steps drawn ahead", daemon=True).start()

    def has(self, step: StepView) -> bool:
        """Whether a step is drawn."""
        return self._drawings.has(step)

    def want(self, *steps: StepView) -> None:
        """Draw these next, in this order, before what was wanted earlier."""
        with self._change:
            drawings = self._new or self._drawings
            self._wanted.extendleft(step for step in reversed(steps) if not drawings.has(step))
            self._change.notify()

    def renew(self, drawings: StepDrawings, *steps: StepView) -> None:
        """Draw these steps in other drawings, which take the place of the present ones when the first is there."""
        with self._change:
            self._new = drawings
            self._wanted = deque(steps)
            self._change.notify()

    def stop(self) -> None:
        """Draw no more; what is just being drawn is left where it is."""
        with self._change:
            self._over = True
            self._wanted.clear()
            self._change.notify()

    def _work(self) -> None:
        with suppress(_OverError):
            while True:
                self._draw_next()

    def _draw_next(self) -> None:
        with self._change:
            while not self._wanted and not self._over:
                self._change.wait()
            self._tick()
            step, drawings = self._wanted.popleft(), self._new or self._drawings
        if not drawings.has(step):
            drawings.of(step, self._tick)
            self._tell(drawings)

    def _tick(self) -> None:
        if self._over:
            raise _OverError

    def _tell(self, drawings: StepDrawings) -> None:
        with self._change:  # not while it ends: who listens may be gone then
            if self._over:
                return
            if drawings is self._new:
                self._drawings, self._new = drawings, None
                self.renewed.emit(drawings)
            self.ready.emit()
