"""The change from one view of the map to another: concepts that are in both move, the others fade.

Every moment is a function of ``t``, so that any can be asked for. At both ends stands the sharp picture itself.
"""

from array import array
from collections.abc import Callable, Sequence
from operator import itemgetter
from struct import Struct as Packing

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from evmap.model import Rect
from evmap.ui.canvas.geometry.camera import Flight, Size
from evmap.ui.canvas.painting.batches import draw_lined
from evmap.ui.canvas.painting.movers import Middles, Movers, ramp
from evmap.ui.canvas.painting.pictures import Passage, Picture

_MOST_SMOOTH = 400
"""So many moving lines are drawn with smooth edges; of more, no eye follows one."""

_SMOOTH = 1.0
"""The width in the screen's own pixels up to which Qt draws a smooth line in half the time."""


class Surroundings(Struct):
    """What does not move: the two views without the moving concepts; the one before may be unknown."""

    start: QPixmap | None
    end: QPixmap


class Morph(Passage):
    """A passage between two scenes.

    Args:
        start: what was seen before.
        end: the sharp picture of the other scene.
        movers: the concepts that move.
        threads: the lines between them.
        around: what does not move.
    """

    def __init__(self, start: Picture, end: Picture, movers: Movers, threads: "Threads", around: Surroundings) -> None:
        super().__init__(start, Flight(end.camera, end.camera))
        self.end = end
        self._movers = movers
        self._threads = threads
        self._around = around

    @property
    def zooms(self) -> bool:
        """Nothing is scaled."""
        return False

    def rects(self, t: float) -> dict[str, Rect]:
        """Where every moving concept is at a moment, on the screen."""
        return self._movers.rects(self.flight.progress(t))

    def paint(self, painter: QPainter, t: float, size: Size, paper: QColor) -> None:
        """Paint the moment ``t``."""
        if t <= 0.0 or self.end is None:
            painter.drawPixmap(QPointF(0, 0), self._start.pixmap)
            return
        self._paint_around(painter, t, size, paper)
        done = self.flight.progress(t)
        middles = self._movers.middles(done)
        self._threads.paint(painter, middles, ramp(t, 0.1, 0.3) * (1.0 - ramp(t, 0.7, 0.9)), paper)
        self._movers.paint(painter, middles, done)
        _blend(painter, self._start.pixmap, 1.0 - ramp(t, 0.0, 0.12))
        _blend(painter, self.end.pixmap, ramp(t, 0.88, 1.0))

    def _paint_around(self, painter: QPainter, t: float, size: Size, paper: QColor) -> None:
        """What does not move. To blend the whole view takes long: never more than two pictures at a moment."""
        before, after = self._around.start, self._around.end
        gone, come = 1.0 - ramp(t, 0.12, 0.35), ramp(t, 0.5, 0.88)
        if come < 1.0 and (before is None or gone < 1.0):
            painter.fillRect(0, 0, int(size[0]) + 1, int(size[1]) + 1, paper)
        if before is not None:
            _blend(painter, before, gone)
        _blend(painter, after, come)


class Threads:
    """The lines between what moves, all drawn in one call.

    Args:
        places: four for each line: where its numbers are among the middles of all movers, all across and then all down.
        pen: how lines are drawn; a little finer, where so few are drawn that their edges are smooth.
    """

    def __init__(self, places: Sequence[int], pen: QPen) -> None:
        self._smooth = len(places) <= 4 * _MOST_SMOOTH
        self._pen = QPen(pen)
        self._ink = pen.color()
        if self._smooth:
            self._pen.setWidthF(min(pen.widthF(), _SMOOTH))
        # One call for all: what Python does with each of very many takes as long as to draw it.
        self._numbers: Callable[[list[float]], tuple[float, ...]] | None = itemgetter(*places) if places else None
        self._pack = Packing(f"{len(places)}d").pack_into
        self._lined = array("d", bytes(8 * len(places)))

    def paint(self, painter: QPainter, middles: Middles, weight: float, paper: QColor) -> None:
        """Paint them where the movers are."""
        if weight <= 0.0 or self._numbers is None:
            return
        # Lines fade by their colour: those that let through what is below them take Qt five times as long.
        self._pen.setColor(_mixed(paper, self._ink, weight))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._smooth)
        painter.setPen(self._pen)
        self._pack(self._lined, 0, *self._numbers(middles[0] + middles[1]))
        draw_lined(painter, self._lined)


def _mixed(below: QColor, above: QColor, weight: float) -> QColor:
    """What is seen of a colour over another."""
    share = above.alphaF() * weight
    return QColor.fromRgbF(
        below.redF() + (above.redF() - below.redF()) * share,
        below.greenF() + (above.greenF() - below.greenF()) * share,
        below.blueF() + (above.blueF() - below.blueF()) * share,
    )


def _blend(painter: QPainter, pixmap: QPixmap, weight: float) -> None:
    if weight > 0.0:
        painter.setOpacity(weight)
        painter.drawPixmap(QPointF(0, 0), pixmap)
        painter.setOpacity(1.0)
