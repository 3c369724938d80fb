"""Does one long thing in pieces between frames, while what was there before can still be used."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from evmap.layout.pieces import Pieces, Result, whole

_A_TURN = 0.005
"""Seconds of work before events have their turn: with the last piece and a frame's painting within half a frame."""


_LOOK_MS = 50
"""So often it looks whether it has to give way still."""


class Slowly(QObject):
    """Does the last thing that it was given; what it had not finished before is dropped.

    Args:
        parent: the owner.
        gives_way: whether something is going on that it should not keep from its frames.
    """

    def __init__(self, parent: QObject, gives_way: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._gives_way = gives_way
        self._pieces: Pieces[None] | None = None
        self._ready = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return self._pieces is not None

    def begin(self, pieces: Pieces[Result], then: Callable[[Result], None] | None = None) -> None:
        """Do this from now on, and then something with its result."""
        self._pieces = self._followed(pieces, then)
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left at once."""
        pieces, self._pieces = self._pieces, None
        if pieces is not None:
            self._timer.stop()
            whole(pieces)

    def drop(self) -> None:
        """Forget what is left."""
        self._pieces = None
        self._timer.stop()

    def _go_on(self) -> None:
        if self._gives_way is not None:
            waits = self._gives_way()
            self._timer.setInterval(_LOOK_MS if waits else 0)
            if waits:
                return
        late, self._ready = perf_counter() + _A_TURN, False
        while self._pieces is not None and not self._ready and perf_counter() < late:
            # Out of reach while it runs: what a piece brings about may ask for all to be finished.
            pieces, self._pieces = self._pieces, None
            try:
                next(pieces)
                if not self.busy:
                    self._pieces = pieces
            except StopIteration:
                break
        if self._pieces is None:
            self._timer.stop()

    def _followed(self, pieces: Pieces[Result], then: Callable[[Result], None] | None) -> Pieces[None]:
        """The pieces, and after them a turn for what is done with their result."""
        made = yield from pieces
        if then is None:
            return
        self._ready = True
        yield
        then(made)
