"""Has pictures and hand-outs drawn for a window, and puts them in their place when they are whole."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from evmap.storage.atomic import Draft
from evmap.ui.child import Child
from evmap.ui.paper.worker import DRAWN
from evmap.workspace import Workspace
from evmap.workspace.paper import Order, job_for

WORKER: tuple[str, ...] = ("-m", "evmap.ui.paper.worker")


class Press(Child):
    """One order at a time. Whatever happens, the file at the target is the old one or the whole new one.

    Signals:
        done(str): the run is over; carries where the file is.
    """

    done = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(DRAWN, "Drawing", parent)
        self._draft: Draft | None = None
        self._target = ""
        self.failed.connect(self._discard)

    def start(self, workspace: Workspace, order: Order, target: Path) -> None:
        """Begin; an order that is under way goes on."""
        if self.running:
            return
        self._target = str(target)
        try:
            self._draft = Draft(target)
        except (OSError, ValueError) as problem:
            self.failed.emit(unwritable(problem))
            return
        self.begin(WORKER, msgspec.json.encode(job_for(workspace, order, self._draft.path)))

    def cancel(self) -> None:
        """End it and leave nothing behind."""
        super().cancel()
        self._discard()

    def answered(self, _answer: bytes) -> None:
        """Put the file in its place."""
        draft, self._draft = self._draft, None
        if draft is None:
            return
        try:
            draft.commit()
        except OSError as problem:
            draft.discard()
            self.failed.emit(unwritable(problem))
            return
        self.done.emit(self._target)

    def _discard(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None:
            draft.discard()


def unwritable(problem: Exception) -> str:
    """Why a file could not be written, and what to do."""
    reason = (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
    return f"The file could not be written: {reason}. Choose another place."
