"""Draws the steps of a talk ahead, in a thread: what is asked for first, then the others, one after the other."""

from collections import deque
from threading import Condition, Thread

from PySide6.QtCore import QObject, Signal

from evmap.workspace import StepView
from evmap.workspace.talk.drawings import StepDrawings


class DrawnAhead(QObject):
    """A worker that lays out steps while the talk is given.

    Signals:
        ready: one more step is drawn.
    """

    ready = Signal()

    def __init__(self, drawings: StepDrawings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawings = drawings
        self._wanted: deque[StepView] = deque()
        self._change = Condition()
        self._over = False
        self._thread = Thread(target=self._work, name="steps drawn ahead", daemon=True)
        self._thread.start()

    def has(self, step: StepView) -> bool:
        """Whether a step is drawn."""
        return self._drawings.has(step)

    def want(self, *steps: StepView) -> None:
        """Draw these next, in this order, before what was wanted earlier."""
        with self._change:
            self._wanted.extendleft(step for step in reversed(steps) if not self._drawings.has(step))
            self._change.notify()

    def stop(self) -> None:
        """Draw no more; the step that is being drawn is waited for."""
        with self._change:
            self._over = True
            self._wanted.clear()
            self._change.notify()
        self._thread.join()

    def _work(self) -> None:
        while True:
            with self._change:
                while not self._wanted and not self._over:
                    self._change.wait()
                if self._over:
                    return
                step = self._wanted.popleft()
            if not self._drawings.has(step):
                self._drawings.of(step)
                self.ready.emit()
