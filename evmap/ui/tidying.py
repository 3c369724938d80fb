"""Looks for rubbish while nothing moves: a whole search takes longer than a frame, and Python begins one when it likes.

The small searches, of what was made last, stay Python's own matter; they take less than two milliseconds.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 2000
_WORTHWHILE, _OVERDUE = 12, 600
"""After so many middle searches a whole one is made when all is quiet, and after so many in any case."""
_NEVER = 1_000_000


class Tidying(QObject):
    """Makes whole searches from its beginning on.

    Args:
        is_quiet: tells whether nothing moves that would stop for a moment.
        parent: what it lives as long as.
    """

    def __init__(self, is_quiet: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_quiet = is_quiet
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on Python makes no whole search by itself."""
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        self._timer.start()

    def look(self) -> None:
        """Make a whole search if it is worthwhile and nothing moves."""
        waiting = gc.get_count()[2]
        if gc.isenabled() and (waiting >= _OVERDUE or (waiting >= _WORTHWHILE and self._is_quiet())):
            gc.collect()
