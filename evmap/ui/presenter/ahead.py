"""Has the steps of a talk drawn ahead, in a process of its own: what is asked for first, then the others, in turn."""

from collections import deque

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from evmap.layout.step_asking import STEP, Ground, StepPlaces, Wanted, line_of
from evmap.ui.child import Child
from evmap.workspace import StepView
from evmap.workspace.talk.drawings import StepDrawings

WORKER: tuple[str, ...] = ("-m", "evmap.layout.step_worker")


class DrawnAhead(Child):
    """Has steps drawn while the talk is given. Nobody waits for it.

    One step is asked for at a time, so that what is wanted in a hurry comes next. Without the process, steps are drawn
    here: a talk that stands still for a moment is better than one that has no pictures.

    Signals:
        ready: one more step is drawn.
        renewed: the first step of other drawings is there; carries these drawings, which are in use from now on.
    """

    ready = Signal()
    renewed = Signal(object)

    def __init__(self, drawings: StepDrawings, parent: QObject) -> None:
        super().__init__(STEP, "Drawing steps ahead", parent)
        self._drawings = drawings
        self._new: StepDrawings | None = None
        self._wanted: deque[StepView] = deque()
        self._asked: tuple[StepDrawings, StepView] | None = None
        self._here = QTimer(self)
        self._here.setSingleShot(True)
        self._here.timeout.connect(self._draw_here)
        self.failed.connect(self._do_without)
        self.begin(WORKER, line_of(Ground(drawings.map, drawings.atlas)), stays=True)

    def has(self, step: StepView) -> bool:
        """Whether a step is drawn."""
        return self._drawings.has(step)

    def want(self, *steps: StepView) -> None:
        """Draw these next, in this order, before what was wanted earlier."""
        self._wanted.extendleft(reversed(steps))
        self._ask()

    def renew(self, drawings: StepDrawings, *steps: StepView) -> None:
        """Draw these steps in other drawings, which take the place of the present ones when the first is there."""
        self._new, self._wanted = drawings, deque(steps)
        self.send(line_of(Ground(drawings.map, drawings.atlas)))
        self._ask()

    def stop(self) -> None:
        """Draw no more; what is just being drawn is left where it is."""
        self._wanted.clear()
        self._asked = None
        self._here.stop()
        self.cancel()

    def heard(self, answer: bytes) -> None:
        """Take a drawing, and ask for the next."""
        asked, self._asked = self._asked, None
        if asked is not None:
            drawings, step = asked
            drawings.take(step, msgspec.json.decode(answer[len(STEP) :], type=StepPlaces))
            self._tell_of(drawings)
        self._ask()

    def _ask(self) -> None:
        if self._asked is not None:
            return
        drawings = self._new or self._drawings
        while self._wanted:
            step = self._wanted.popleft()
            if not drawings.has(step):
                self._asked = drawings, step
                self.send(line_of(Wanted(step.frame, step.links, step.room)))
                if not self.running:
                    self._here.start()
                return

    def _tell_of(self, drawings: StepDrawings) -> None:
        if drawings is self._new:
            self._drawings, self._new = drawings, None
            self.renewed.emit(drawings)
        if drawings is self._drawings:
            self.ready.emit()

    def _do_without(self) -> None:
        """There is no process, or no longer."""
        if self._asked is not None:
            self._here.start()

    def _draw_here(self) -> None:
        if self._asked is not None:
            drawings, step = self._asked
            self._asked = None
            drawings.of(step)
            self._tell_of(drawings)
        self._ask()
