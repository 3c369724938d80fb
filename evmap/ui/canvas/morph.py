"""The change from one view of the map to another: concepts that are in both move, the others fade.

Every moment is a function of ``t``, so that any can be asked for. At both ends stands the sharp picture itself.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from evmap.layout.geometry import overlap
from evmap.model import Rect
from evmap.ui.canvas.camera import Camera, Flight, Size
from evmap.ui.canvas.pictures import Passage, Picture

Draw = Callable[[QPainter], None]
"""Paints a concept where it stands at rest, in screen pixels."""


class Mover(Struct, frozen=True):
    """A concept on its way: where it stood and stands on the screen, and how it is drawn there.

    What has no look of its own on one side, such as a dot, is drawn as on the other, as small as it was.
    """

    start: Rect
    end: Rect
    draw_start: Draw | None
    draw_end: Draw | None

    def at(self, done: float) -> Rect:
        """Where it is when so much of the way is done."""
        a, b = self.start, self.end
        return (
            a[0] + (b[0] - a[0]) * done,
            a[1] + (b[1] - a[1]) * done,
            a[2] + (b[2] - a[2]) * done,
            a[3] + (b[3] - a[3]) * done,
        )


class Surroundings(Struct):
    """What does not move: the two views without the moving concepts; the one before may be unknown."""

    start: QPixmap | None
    end: QPixmap


class Morph(Passage):
    """A passage between two scenes.

    Args:
        start: what was seen before.
        camera: the camera of the scene that is shown at the end.
        movers: the concepts that move, by id.
        lines: pairs of ids between which a line is seen at both ends.
        pen: how such a line is drawn on the way.
        surroundings: paints what does not move; asked for after the first moment was shown.
    """

    def __init__(
        self,
        start: Picture,
        camera: Camera,
        movers: Mapping[str, Mover],
        lines: Sequence[tuple[str, str]],
        pen: QPen,
        surroundings: Callable[[], Surroundings],
    ) -> None:
        super().__init__(start, Flight(camera, camera))
        self._movers = movers
        self._lines = lines
        self._pen = pen
        self._make = surroundings
        self._around: Surroundings | None = None

    @property
    def zooms(self) -> bool:
        """The end is painted after the first moment was shown."""
        return True

    def arrive_at(self, end: Picture) -> None:
        """The sharp picture of the end."""
        self.end = end
        self._around = self._make()

    def rects(self, t: float) -> dict[str, Rect]:
        """Where every moving concept is at a moment, on the screen."""
        done = self.flight.progress(t)
        return {name: mover.at(done) for name, mover in self._movers.items()}

    def paint(self, painter: QPainter, t: float, size: Size, paper: QColor) -> None:
        """Paint the moment ``t``."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.end is None or self._around is None or t <= 0.0:
            painter.drawPixmap(QPointF(0, 0), self._start.pixmap)
            return
        done = self.flight.progress(t)
        painter.fillRect(QRectF(0, 0, *size), paper)
        if self._around.start is not None:
            _blend(painter, self._around.start, 1.0 - ramp(t, 0.05, 0.35))
        _blend(painter, self._around.end, ramp(t, 0.5, 0.95))
        self._paint_lines(painter, done, ramp(t, 0.05, 0.3) * (1.0 - ramp(t, 0.75, 1.0)))
        self._paint_movers(painter, done, (0.0, 0.0, *size))
        _blend(painter, self._start.pixmap, 1.0 - ramp(t, 0.0, 0.14))
        _blend(painter, self.end.pixmap, ramp(t, 0.86, 1.0))

    def _paint_lines(self, painter: QPainter, done: float, weight: float) -> None:
        middles = {
            name: QPointF(x + w / 2, y + h / 2)
            for name, (x, y, w, h) in ((n, m.at(done)) for n, m in self._movers.items())
        }
        painter.setOpacity(weight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawLines([QLineF(middles[a], middles[b]) for a, b in self._lines])
        painter.setOpacity(1.0)

    def _paint_movers(self, painter: QPainter, done: float, view: Rect) -> None:
        for mover in self._movers.values():
            here = mover.at(done)
            if not overlap(here, view):
                continue
            before, after = mover.draw_start, mover.draw_end
            if before is not None:
                weight = 1.0 if after is None else 1.0 - ramp(done, 0.55, 0.9)
                if after is None:
                    weight = 1.0 - ramp(done, 0.7, 1.0)
                _draw_at(painter, before, mover.start, here, weight)
            if after is not None:
                weight = ramp(done, 0.15, 0.6) if before is not None else ramp(done, 0.08, 0.5)
                _draw_at(painter, after, mover.end, here, weight)
        painter.setOpacity(1.0)


def ramp(t: float, low: float, high: float) -> float:
    """From 0 to 1 between two moments, softly."""
    share = min(max((t - low) / (high - low), 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


def _blend(painter: QPainter, pixmap: QPixmap, weight: float) -> None:
    if weight > 0.0:
        painter.setOpacity(weight)
        painter.drawPixmap(QPointF(0, 0), pixmap)
        painter.setOpacity(1.0)


def _draw_at(painter: QPainter, draw: Draw, rest: Rect, here: Rect, weight: float) -> None:
    """Draw a concept that stands in one rectangle at rest in another."""
    if weight <= 0.0 or rest[2] <= 0 or rest[3] <= 0:
        return
    painter.save()
    painter.setOpacity(weight)
    painter.translate(here[0] + here[2] / 2, here[1] + here[3] / 2)
    scale = min(here[2] / rest[2], here[3] / rest[3])
    painter.scale(scale, scale)
    painter.translate(-rest[0] - rest[2] / 2, -rest[1] - rest[3] / 2)
    draw(painter)
    painter.restore()
