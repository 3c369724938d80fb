"""What later views need and the start does without: brought in a thread, once the map is seen.

Python collects garbage in whichever thread it happens to be, and would delete widgets in that one. So there is no
thread without this file, and no collecting while it works; from then on Python looks for rubbish as usual, but never
among all that the start has made to stay.
"""

import gc
import sys
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

_SOON_MS = 250  # the panels are filled and painted by then
_LOOK_MS = 40


def _bring() -> None:
    with suppress(ImportError):  # who needs it meets the fault, and can say what it is needed for
        import numpy  # noqa: F401


class Arrival(QObject):
    """Brings it, once.

    Signals:
        over: all is there, and garbage is collected again.
    """

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = Thread(target=_bring, name="arrival", daemon=True)
        self._look = QTimer(self)
        self._look.timeout.connect(self._see)

    def begin(self) -> None:
        """Begin soon; until all is there, no garbage is collected."""
        if "numpy" in sys.modules:
            self._end()
        else:
            gc.disable()
            QTimer.singleShot(_SOON_MS, self, self._start)

    def _start(self) -> None:
        self._thread.start()
        self._look.start(_LOOK_MS)

    def _see(self) -> None:
        if not self._thread.is_alive():
            self._look.stop()
            self._end()

    def _end(self) -> None:
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        self.over.emit()
