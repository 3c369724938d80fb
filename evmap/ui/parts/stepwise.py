"""A long list of widgets that is made in steps: the first few at once, the rest between two frames.

A hub's page has forty cards; made in one go, they would hold up the picture that the click is waiting for.
"""

from collections.abc import Callable, Sequence
from math import inf
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

AT_ONCE = 4
"""More than fit on a screen in most windows."""
_STEP = 0.006
"""Seconds that one step may take, so that it and its layout fit into a frame."""

Maker = Callable[[], QWidget]


class Stepwise(QWidget):
    """Widgets below each other, made when their turn comes."""

    def __init__(self, makers: Sequence[Maker], *, gap: int) -> None:
        super().__init__()
        self._waiting = list(reversed(makers))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(gap)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        for _ in range(min(AT_ONCE, len(makers))):
            self._make_one()
        if self._waiting:
            self._timer.start(0)

    def finish(self) -> None:
        """Make all that are still waiting, now."""
        self._make_until(inf)

    def _step(self) -> None:
        self._make_until(perf_counter() + _STEP)

    def _make_until(self, end: float) -> None:
        self._rows.setEnabled(False)  # one layout for all that are made now, not one for each
        while self._waiting and perf_counter() < end:
            self._make_one()
        self._rows.setEnabled(True)
        self._rows.update()
        self.updateGeometry()
        if not self._waiting:
            self._timer.stop()

    def _make_one(self) -> None:
        made = self._waiting.pop()()
        self._rows.addWidget(made)
        made.show()  # now: a layout takes no notice of what is only about to be shown
