"""The change from one view of the map to another: concepts that are in both move, the others fade.

Every moment is a function of ``t``, so that any can be asked for. At both ends stands the sharp picture itself. What
moves is copied in crowds: all copies of one picture, and all lines, are one call of Qt.
"""

from array import array
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from evmap.layout.geometry import centre
from evmap.layout.pieces import Pieces
from evmap.model import Rect
from evmap.ui.canvas.batches import COPY, draw_copied, draw_lined, packed_copy
from evmap.ui.canvas.camera import Flight, Size
from evmap.ui.canvas.pictures import Passage, Picture

_AS_GOOD_AS_ONE = 0.15
"""A picture that were to be scaled by no more is copied as it is, which is sharper and five times as fast."""

_SOME = 500
"""So many movers are made ready at a time."""

_MOST_SMOOTH = 400
"""So many moving lines are drawn with smooth edges; of more, no eye follows one."""


class Mover(Struct, frozen=True):
    """A concept on its way: where it stood and stands on the screen, and its pictures there.

    What has no look of its own on one side, such as a dot, is drawn as on the other, as small as it was.
    """

    start: Rect
    end: Rect
    before: QPixmap | None
    after: QPixmap | None


class Surroundings(Struct):
    """What does not move: the two views without the moving concepts; the one before may be unknown."""

    start: QPixmap | None
    end: QPixmap


class Morph(Passage):
    """A passage between two scenes.

    Args:
        start: what was seen before.
        end: the sharp picture of the other scene.
        movers: the concepts that move, by id.
        moving: the same, made to be drawn.
        lines: pairs of ids between which a line is seen at both ends.
        pen: how such a line is drawn on the way.
        around: what does not move.
    """

    def __init__(
        self,
        start: Picture,
        end: Picture,
        movers: Mapping[str, Mover],
        moving: "Moving",
        lines: Sequence[tuple[str, str]],
        pen: QPen,
        around: Surroundings,
    ) -> None:
        super().__init__(start, Flight(end.camera, end.camera))
        self.end = end
        self._movers = movers
        self._around = around
        self._pen = QPen(pen)
        self._ink = pen.color()
        self._way, self._crowds = moving.way, moving.crowds
        numbers = {name: i for i, name in enumerate(movers)}
        self._subjects = [numbers[a] for a, _ in lines]
        self._ends = [numbers[b] for _, b in lines]
        self._lined = array("d", bytes(32 * len(lines)))

    @property
    def zooms(self) -> bool:
        """Nothing is scaled."""
        return False

    def rects(self, t: float) -> dict[str, Rect]:
        """Where every moving concept is at a moment, on the screen."""
        done = self.flight.progress(t)
        return {name: _between(mover.start, mover.end, done) for name, mover in self._movers.items()}

    def paint(self, painter: QPainter, t: float, size: Size, paper: QColor) -> None:
        """Paint the moment ``t``."""
        if t <= 0.0 or self.end is None:
            painter.drawPixmap(QPointF(0, 0), self._start.pixmap)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(0, 0, int(size[0]) + 1, int(size[1]) + 1, paper)
        if self._around.start is not None:
            _blend(painter, self._around.start, 1.0 - ramp(t, 0.05, 0.35))
        _blend(painter, self._around.end, ramp(t, 0.5, 0.95))
        done = self.flight.progress(t)
        xs, ys = self._way.at(done)
        self._paint_lines(painter, xs, ys, ramp(t, 0.05, 0.3) * (1.0 - ramp(t, 0.75, 1.0)), paper)
        for crowd in self._crowds:
            crowd.paint(painter, xs, ys, done)
        painter.setOpacity(1.0)
        _blend(painter, self._start.pixmap, 1.0 - ramp(t, 0.0, 0.14))
        _blend(painter, self.end.pixmap, ramp(t, 0.86, 1.0))

    def _paint_lines(
        self, painter: QPainter, xs: Sequence[float], ys: Sequence[float], weight: float, paper: QColor
    ) -> None:
        if weight <= 0.0 or not self._lined:
            return
        # Lines fade by their colour: those that let through what is below them take Qt five times as long.
        self._pen.setColor(_mixed(paper, self._ink, weight))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._subjects) <= _MOST_SMOOTH)
        painter.setPen(self._pen)
        for place, values, numbers in (
            (0, xs, self._subjects),
            (1, ys, self._subjects),
            (2, xs, self._ends),
            (3, ys, self._ends),
        ):
            self._lined[place::4] = array("d", [values[i] for i in numbers])
        draw_lined(painter, self._lined)


class _Way:
    """The middles of all movers at a moment."""

    def __init__(self, movers: Sequence[Mover]) -> None:
        starts, ends = [centre(mover.start) for mover in movers], [centre(mover.end) for mover in movers]
        self._xs = [(a[0], b[0] - a[0]) for a, b in zip(starts, ends, strict=True)]
        self._ys = [(a[1], b[1] - a[1]) for a, b in zip(starts, ends, strict=True)]

    def at(self, done: float) -> tuple[list[float], list[float]]:
        """When so much of the way is done."""
        return [a + d * done for a, d in self._xs], [a + d * done for a, d in self._ys]


class _Crowd:
    """Movers that are copies of one picture, which is seen from one share of the way to another."""

    def __init__(self, pixmap: QPixmap, fade: "_Fade") -> None:
        self._pixmap, self.fade = pixmap, fade
        self._numbers: list[int] = []
        self._scales: list[tuple[float, float]] = []
        self._copies = array("d")
        wide, high, ratio = pixmap.width(), pixmap.height(), pixmap.devicePixelRatio()
        self._ratio = ratio
        self._copy = packed_copy(0, 0, 0, 0, wide, high, ratio)

    def add(self, number: int, start: float, end: float) -> None:
        """One more, drawn so many times as large as its picture at the start and at the end."""
        self._numbers.append(number)
        self._scales.append((start, end - start))
        self._copies.frombytes(self._copy)

    def paint(self, painter: QPainter, xs: Sequence[float], ys: Sequence[float], done: float) -> None:
        """Paint all of them when so much of the way is done."""
        weight = self.fade.weight(done)
        if weight <= 0.0:
            return
        copies = self._copies
        copies[0::COPY] = array("d", [xs[i] for i in self._numbers])
        copies[1::COPY] = array("d", [ys[i] for i in self._numbers])
        copies[6::COPY] = copies[7::COPY] = array("d", [(a + d * done) / self._ratio for a, d in self._scales])
        painter.setOpacity(weight)
        draw_copied(painter, copies, self._pixmap)


class _Fade(Struct, frozen=True):
    """When a picture comes or goes, as shares of the way."""

    coming: tuple[float, float] | None = None
    going: tuple[float, float] | None = None

    def weight(self, done: float) -> float:
        """How much of it is seen."""
        come = ramp(done, *self.coming) if self.coming else 1.0
        gone = ramp(done, *self.going) if self.going else 0.0
        return come * (1.0 - gone)


_GOES = _Fade(going=(0.7, 1.0))
_COMES = _Fade(coming=(0.08, 0.5))
_CHANGES_FROM = _Fade(going=(0.55, 0.9))
_CHANGES_TO = _Fade(coming=(0.15, 0.6))
_STAYS = _Fade()
_ORDER = (_GOES, _COMES, _CHANGES_FROM, _CHANGES_TO, _STAYS)
"""From below: what comes out of a dot comes from below the box that it belonged to."""


class Moving(Struct, frozen=True):
    """All movers as they are drawn: by their pictures and by how these come and go, and the way of each."""

    crowds: list[_Crowd]
    way: _Way


def set_in_motion(movers: Sequence[Mover]) -> Pieces[Moving]:
    """Make movers ready to be drawn, in pieces."""
    crowds: dict[tuple[int, _Fade], _Crowd] = {}

    def join(number: int, pixmap: QPixmap, fade: _Fade, rest: Rect) -> None:
        key = (pixmap.cacheKey(), fade)
        crowd = crowds.get(key)
        if crowd is None:
            crowd = crowds[key] = _Crowd(pixmap, fade)
        crowd.add(number, _times(movers[number].start, rest), _times(movers[number].end, rest))

    for i, (start, end, before, after) in enumerate((m.start, m.end, m.before, m.after) for m in movers):
        if i % _SOME == 0:
            yield
        if before is not None and after is not None and before.cacheKey() == after.cacheKey():
            join(i, after, _STAYS, end)
            continue
        if before is not None:
            join(i, before, _GOES if after is None else _CHANGES_FROM, start)
        if after is not None:
            join(i, after, _COMES if before is None else _CHANGES_TO, end)
    yield
    return Moving(sorted(crowds.values(), key=lambda crowd: _ORDER.index(crowd.fade)), _Way(movers))


def _times(rect: Rect, rest: Rect) -> float:
    """How many times as large a thing is, that fills one rectangle at rest, in another."""
    times = min(rect[2] / rest[2], rect[3] / rest[3]) if rest[2] > 0 and rest[3] > 0 else 0.0
    return 1.0 if abs(times - 1.0) < _AS_GOOD_AS_ONE else times


def _between(a: Rect, b: Rect, done: float) -> Rect:
    return (
        a[0] + (b[0] - a[0]) * done,
        a[1] + (b[1] - a[1]) * done,
        a[2] + (b[2] - a[2]) * done,
        a[3] + (b[3] - a[3]) * done,
    )


def ramp(t: float, low: float, high: float) -> float:
    """From 0 to 1 between two moments, softly."""
    share = min(max((t - low) / (high - low), 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


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
