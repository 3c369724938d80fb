"""A picture that reaches beyond the view: where a hand moves the map, what comes into view was painted before.

All of it is painted in pieces, what is seen first. Until a part is painted, something quick stands there.
"""

from collections.abc import Iterable
from typing import Protocol, cast

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPixmap, QRegion

from evmap.layout.pieces import Pieces
from evmap.model import Rect
from evmap.ui.canvas.geometry.camera import Camera, Size
from evmap.ui.canvas.painting.pictures import Layer, Picture, enter, paint_layers

_AHEAD, _BEHIND, _NEAR = 192, 64, 32
"""So many pixels are painted ahead of the hand, and kept behind it; it goes on when no more than so many are left."""

_LONGEST = 1024
"""A part is at most so long and wide."""

_FARTHER = 24
"""So many times the hand's last move lies where it is taken to be going."""


class Parts(Protocol):
    """What paints parts of the map, given in screen pixels from its origin."""

    def prepare(self, region: Rect) -> Pieces[None]:
        """Do in pieces what has to be done before a part is painted."""

    def stand_in(self, painter: QPainter, region: Rect) -> None:
        """Paint something quick where a part is still to be painted."""

    def layers(self, region: Rect) -> Iterable[Layer]:
        """All of a part in layers."""


class WidePicture:
    """Follows the camera at one scale. It only becomes larger than the view when that is first moved.

    Rectangles in here are in the device's pixels from the map's origin, and stay when the picture moves.

    Attributes:
        picture: as much as there is of it.
        done: where it is painted.
        preparing: whether something has to be done that takes long, before it goes on being painted.
    """

    def __init__(self, picture: Picture, parts: Parts) -> None:
        self.picture = picture
        self._parts = parts
        self._size = picture.size
        self._sheet = self._seen = _place(picture)
        self._goal = self._seen.center()
        self._moves, self._reaches = False, 0.0
        self.done = QRegion(self._seen)
        self._work: tuple[QRect, Pieces[None]] | None = None
        self.preparing = False

    def is_like(self, camera: Camera, size: Size, ratio: float) -> bool:
        """Whether moving it may be enough to show what this camera sees."""
        return (self._size, self.picture.ratio, self.picture.camera.scale) == (size, ratio, camera.scale)

    def serves(self, camera: Camera, size: Size, ratio: float) -> bool:
        """Whether it is exactly what this camera sees, or will be when it is painted."""
        return self.is_like(camera, size, ratio) and self._seen == self._seen_by(camera)

    @property
    def owing(self) -> bool:
        """Whether something that is seen is still to be painted."""
        return not (QRegion(self._seen) - self.done).isEmpty()

    @property
    def missing(self) -> float:
        """How much of what is seen is still to be painted, as a share."""
        left = sum(part.width() * part.height() for part in _rects(QRegion(self._seen) - self.done))
        return left / (self._seen.width() * self._seen.height())

    def exact(self) -> Picture:
        """What is seen of it and no more, from now on; to reach beyond the view takes much memory."""
        if self._reaches:
            self.picture = self._cut_out()
            self._sheet, self._moves, self._reaches = self._seen, False, 0.0
            self.done &= QRegion(self._seen)
        return self.picture

    def _cut_out(self) -> Picture:
        """A copy of what is seen of it."""
        ratio, seen = self.picture.ratio, self._seen
        pixmap = self.picture.pixmap.copy(QRect(seen.topLeft() - self._sheet.topLeft(), seen.size()))
        origin = (-seen.x() / ratio, -seen.y() / ratio)
        return Picture(pixmap, self.picture.camera, self._size, ratio, origin)

    def moved_to(self, camera: Camera) -> "WidePicture | None":
        """Another one, of what a camera of the same scale sees, if most of that is seen here too; this one stays."""
        seen = self._seen_by(camera)
        both = seen & self._seen
        if 2 * both.width() < seen.width() or 2 * both.height() < seen.height():
            return None
        other = WidePicture(self._cut_out(), self._parts)
        other.done &= self.done
        other.follow(camera)
        other._moves = False  # no hand moves it, so nothing is painted ahead
        return other

    def follow(self, camera: Camera) -> None:
        """See what a camera of the same scale sees; what is not painted is still to come."""
        seen = self._seen_by(camera)
        if seen == self._seen:
            return
        self._goal = seen.center() + (seen.center() - self._seen.center()) * _FARTHER
        self._seen, self._moves = seen, True
        self.picture.camera = camera
        self._move()

    def complete(self) -> Pieces[None]:
        """Paint what is seen, in pieces."""
        while self.owing:
            self.paint_some()
            yield

    def paint_some(self, within: QRegion | None = None) -> bool:
        """Paint one piece; whether there was any."""
        if self._work is not None and not self._work[0].intersects(self._sheet):
            self._work, self.preparing = None, False
        if self._work is None:
            part = self._next(within)
            if part is None:
                return self._widen()
            self._work = (part, self._painting(part))
        part, pieces = self._work
        try:
            next(pieces)
        except StopIteration:
            self._work = None
            self.done += part & self._sheet
        return True

    def _seen_by(self, camera: Camera) -> QRect:
        ratio = self.picture.ratio
        x, y = camera.origin(self._size, ratio)
        return QRect(QPoint(-round(x * ratio), -round(y * ratio)), self._seen.size())

    def _widen(self) -> bool:
        """Reach beyond the view from now on, where a hand moves it; whether it did not before."""
        if self._reaches or not self._moves:
            return False
        self._reaches = self.picture.ratio
        more = round((_AHEAD + _BEHIND) / 2 * self._reaches)
        before, self._sheet = self._sheet, self._seen.adjusted(-more, -more, more, more)
        wide = QPixmap(self._sheet.size())
        wide.setDevicePixelRatio(self.picture.ratio)
        with QPainter(wide) as painter:
            painter.drawPixmap(QPointF(more, more) / self.picture.ratio, self.picture.pixmap)
        self.picture = replace(
            self.picture, pixmap=wide, size=(wide.width() / self._reaches, wide.height() / self._reaches)
        )
        self._stand_in_beside(before)
        return True

    def _move(self) -> None:
        """Go on from here if the view comes near an edge: what is painted moves, and the rest is still to come."""
        before, seen = self._sheet, self._seen
        x = self._start(before.x(), before.width(), seen.x(), seen.width())
        y = self._start(before.y(), before.height(), seen.y(), seen.height())
        self._sheet = QRect(QPoint(x, y), before.size())
        if self._sheet != before:
            by = before.topLeft() - self._sheet.topLeft()
            self.picture.pixmap.scroll(by.x(), by.y(), self.picture.pixmap.rect())
            self._stand_in_beside(before)

    def _start(self, start: int, length: int, seen: int, seen_length: int) -> int:
        """Where the picture begins, across or down."""
        near = _NEAR * self._reaches
        if seen - start < near:
            return seen - round(_AHEAD * self._reaches)
        if start + length - seen - seen_length < near:
            return seen - round(_BEHIND * self._reaches)
        return start

    def _stand_in_beside(self, before: QRect) -> None:
        """The picture lies elsewhere than before."""
        ratio = self.picture.ratio
        self.picture.origin = (-self._sheet.x() / ratio, -self._sheet.y() / ratio)
        self.done &= QRegion(self._sheet)
        for part in _rects(QRegion(self._sheet) - QRegion(before)):
            with QPainter(self.picture.pixmap) as painter:
                self._parts.stand_in(painter, self._enter(painter, part))

    def _next(self, within: QRegion | None) -> QRect | None:
        """The next part to paint: of what is seen, else of what is near where the hand is going."""
        missing = QRegion(self._seen) - self.done
        if missing.isEmpty():
            missing = QRegion(self._sheet) - self.done
        if within is not None:
            missing &= within
        short = (part for whole in _rects(missing) for part in _shortened(whole))
        return min(short, key=lambda part: (part.center() - self._goal).manhattanLength(), default=None)

    def _painting(self, part: QRect) -> Pieces[None]:
        """Paint a part. The picture may be moved meanwhile."""
        self.preparing = True
        yield from self._parts.prepare(self._region(part))
        self.preparing = False
        layers = iter(self._parts.layers(self._region(part)))
        layer = next(layers, None)
        while layer is not None:
            with QPainter(self.picture.pixmap) as painter:
                self._enter(painter, part)
                layer = paint_layers(painter, layer, layers)
            yield

    def _enter(self, painter: QPainter, part: QRect) -> Rect:
        region = self._region(part)
        enter(painter, self.picture.origin, region)
        return region

    def _region(self, part: QRect) -> Rect:
        ratio = self.picture.ratio
        return (part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio)


def _place(picture: Picture) -> QRect:
    """Where a picture lies."""
    x, y = picture.origin
    return QRect(QPoint(-round(x * picture.ratio), -round(y * picture.ratio)), picture.pixmap.size())


def _rects(region: QRegion) -> Iterable[QRect]:
    return cast("Iterable[QRect]", region)  # PySide6 does not say that one can go through it


def _shortened(part: QRect) -> list[QRect]:
    """The same in parts that are not too large."""
    return [
        QRect(x, y, _LONGEST, _LONGEST) & part
        for x in range(part.x(), part.x() + part.width(), _LONGEST)
        for y in range(part.y(), part.y() + part.height(), _LONGEST)
    ]
