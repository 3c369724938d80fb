"""Pictures of the map at a camera: kept sharp while panning, scaled while the camera flies, blended when it lands."""

import math
from collections.abc import Callable, Iterable, Iterator
from time import perf_counter

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from evmap.layout.pieces import Pieces
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.camera import Camera, Flight, Size

Paint = Callable[[QPainter, Rect], None]
"""Paints a region given in screen pixels from the map's origin; the painter is moved there and clipped."""

Layer = Callable[[QPainter], None]
"""Paints a part of what there is to paint, with a painter of its own, above the layers before it."""

_A_PIECE = 0.001
"""Seconds of painting with one painter, which takes longer to begin than many a layer to paint."""

_SOFT_SHARE = 1 / 6
"""So much of a picture's shorter side fades at each edge."""

_ZOOMS = 1.02
"""A change of scale by less is as good as none."""


class Picture(Struct):
    """The map as painted for one camera; ``origin`` is where the map's (0, 0) stands in it."""

    pixmap: QPixmap
    camera: Camera
    size: Size
    ratio: float
    origin: Point

    def rect_in(self, camera: Camera, size: Size) -> QRectF:
        """Where this picture lies in a view by another camera."""
        k = camera.scale / self.camera.scale
        x, y = camera.to_screen((0.0, 0.0), size)
        return QRectF(x - self.origin[0] * k, y - self.origin[1] * k, self.size[0] * k, self.size[1] * k)

    def corner_in(self, camera: Camera, size: Size) -> QPointF:
        """Where its corner lies in a view of the same scale, on whole pixels."""
        x, y = camera.origin(size, self.ratio)
        return QPointF(x - self.origin[0], y - self.origin[1])


def new_picture(camera: Camera, size: Size, ratio: float, paper: QColor, paint: Paint) -> Picture:
    """Paint a whole picture."""
    picture = _blank(camera, size, ratio, paper)
    region = (-picture.origin[0], -picture.origin[1], *size)
    with QPainter(picture.pixmap) as painter:
        enter(painter, picture.origin, region)
        paint(painter, region)
    return picture


def developed(
    camera: Camera,
    size: Size,
    ratio: float,
    paper: QColor,
    layers: Callable[[Rect], Iterable[Layer]],
    ground: QPixmap | None = None,
) -> Pieces[Picture]:
    """Paint a whole picture, layer by layer, upon what is there already of its place, if anything is."""
    if ground is None:
        # On whole pixels the first layer covers everything.
        picture = _blank(camera, size, ratio, None if ratio.is_integer() else paper)
    else:
        picture = Picture(ground, camera, size, ratio, camera.origin(size, ratio))
    region = (-picture.origin[0], -picture.origin[1], *size)
    waiting = iter(layers(region))
    layer = next(waiting, None)
    while layer is not None:
        with QPainter(picture.pixmap) as painter:
            enter(painter, picture.origin, region)
            layer = paint_layers(painter, layer, waiting)
        yield
    return picture


def paint_layers(painter: QPainter, layer: Layer | None, waiting: Iterator[Layer]) -> Layer | None:
    """Paint a layer and more of those that wait, as many as make a piece; the one with which to go on, if any."""
    late = perf_counter() + _A_PIECE
    while layer is not None and perf_counter() < late:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        layer(painter)
        layer = next(waiting, None)
    return layer


def _blank(camera: Camera, size: Size, ratio: float, paper: QColor | None) -> Picture:
    """Nothing but paper, or not even that."""
    pixmap = QPixmap(math.ceil(size[0] * ratio), math.ceil(size[1] * ratio))
    pixmap.setDevicePixelRatio(ratio)
    if paper is not None:
        pixmap.fill(paper)
    return Picture(pixmap, camera, size, ratio, camera.origin(size, ratio))


def enter(painter: QPainter, origin: Point, region: Rect) -> None:
    """Paint into a picture, from the map's origin, and only into a region."""
    painter.translate(QPointF(*origin))
    painter.setClipRect(QRectF(*region))


class Passage:
    """The change from one picture to another along a flight: both scaled to the moment, the first fading out.

    The picture of the larger scale never fills the view in between; it lies on the other with soft edges.
    """

    def __init__(self, start: Picture, flight: Flight) -> None:
        self.end: Picture | None = None
        self.flight = flight
        self._start = start
        self._soft: QPixmap | None = None
        self._blending = (0.2, 0.65)

    @property
    def zooms(self) -> bool:
        """Whether the scale changes on the way."""
        ratio = self.flight.end.scale / self.flight.start.scale
        return not 1 / _ZOOMS < ratio < _ZOOMS

    @property
    def waits(self) -> bool:
        """Whether it begins only when its end is known; a zoom answers the hand at once."""
        return not self.zooms

    def prepare(self, end: Picture) -> Pieces[None]:
        """Make what is needed besides the picture of the end, in pieces."""
        if self.zooms:
            yield
            self._soft = yield from _soft_edged(end if self.flight.end.scale > self.flight.start.scale else self._start)

    def arrive_at(self, end: Picture, moment: float = 0.0) -> None:
        """The sharp picture of the end, known at a moment; until then, the start is all there is to see."""
        self.end = end
        done = self.flight.progress(moment)
        self._blending = (max(self._blending[0], done), max(self._blending[1], done + (1.0 - done) * 0.6))

    def paint(self, painter: QPainter, t: float, size: Size, paper: QColor) -> None:
        """Paint the moment ``t``."""
        camera, done = self.flight.at(t), self.flight.progress(t)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.end is None:
            painter.fillRect(QRectF(0, 0, *size), paper)
            draw(painter, self._start, self._start.rect_in(camera, size))
        elif self._soft is not None:
            self._paint_zoom(painter, self.end, camera, self._share(done), size, paper)
        else:
            self._paint_pan(painter, self.end, camera, done, size, paper)

    def _share(self, done: float) -> float:
        """How much of the end is seen; blended in the middle only: two texts at once are hard to look at."""
        first, last = self._blending
        t = min(max((done - first) / max(last - first, 1e-6), 0.0), 1.0)
        return t * t * (3 - 2 * t)

    def _paint_zoom(
        self, painter: QPainter, last: Picture, camera: Camera, share: float, size: Size, paper: QColor
    ) -> None:
        """The picture of the smaller scale below, the soft one above it."""
        inwards = self.flight.end.scale > self.flight.start.scale
        below, above = (self._start, last) if inwards else (last, self._start)
        rect = below.rect_in(camera, size)
        if not rect.contains(QRectF(0, 0, *size)):
            painter.fillRect(QRectF(0, 0, *size), paper)
        weight = share if inwards else 1.0 - share
        if weight >= 1.0:
            view = QRectF(0, 0, *size).toAlignedRect()
            painter.setClipRegion(QRegion(view) - QRegion(_core(above.rect_in(camera, size))))
        draw(painter, below, rect)
        painter.setClipping(False)
        if weight > 0.0 and self._soft is not None:
            painter.setOpacity(weight)
            painter.drawPixmap(above.rect_in(camera, size), self._soft, QRectF(self._soft.rect()))
            painter.setOpacity(1.0)

    def _paint_pan(
        self, painter: QPainter, last: Picture, camera: Camera, share: float, size: Size, paper: QColor
    ) -> None:
        """The end where it reaches, the start beside it and fading on it."""
        view = QRectF(0, 0, *size)
        start, end = self._start.rect_in(camera, size), last.rect_in(camera, size)
        if not end.contains(view):
            painter.fillRect(view, paper)
            painter.setClipRegion(QRegion(view.toAlignedRect()) - QRegion(end.toAlignedRect().adjusted(1, 1, -1, -1)))
            draw(painter, self._start, start)
            painter.setClipping(False)
        draw(painter, last, end)
        if share < 1.0:
            painter.setClipRect(end.intersected(view))
            painter.setOpacity(1.0 - share)
            draw(painter, self._start, start)
            painter.setOpacity(1.0)
            painter.setClipping(False)


def _core(rect: QRectF) -> QRect:
    """The part of a picture with soft edges, drawn into a rectangle, that nothing shines through."""
    edge = min(rect.width(), rect.height()) * _SOFT_SHARE + 2.0
    return rect.adjusted(edge, edge, -edge, -edge).toAlignedRect()


def _soft_edged(picture: Picture) -> Pieces[QPixmap]:
    """The same picture, its edges fading to nothing."""
    from PySide6.QtGui import QLinearGradient  # comes with 200 named gradients, which no start should wait for

    soft = QPixmap(picture.pixmap.size())
    soft.fill(Qt.GlobalColor.transparent)
    w, h = soft.width(), soft.height()
    edge = int(min(w, h) * _SOFT_SHARE)
    with QPainter(soft) as painter:
        plain = QPixmap(picture.pixmap)
        plain.setDevicePixelRatio(1.0)
        painter.drawPixmap(0, 0, plain)
    for x, y, wide, high, dx, dy in (
        (0, 0, edge, h, 1, 0),
        (w - edge, 0, edge, h, -1, 0),
        (0, 0, w, edge, 0, 1),
        (0, h - edge, w, edge, 0, -1),
    ):
        yield
        start = QPointF(x if dx >= 0 else x + wide, y if dy >= 0 else y + high)
        fade = QLinearGradient(start, start + QPointF(dx * edge, dy * edge))
        fade.setColorAt(0.0, QColor(0, 0, 0, 0))
        fade.setColorAt(1.0, QColor(0, 0, 0, 255))
        with QPainter(soft) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
            painter.fillRect(x, y, wide, high, fade)
    return soft


def draw(painter: QPainter, picture: Picture, rect: QRectF) -> None:
    """Copy a picture into a rectangle of the view; exactly, where it lies on whole pixels at its own size."""
    if abs(rect.width() - picture.size[0]) < 0.01:
        x, y = (round(v * picture.ratio) / picture.ratio for v in (rect.x(), rect.y()))
        painter.drawPixmap(QPointF(x, y), picture.pixmap)
    else:
        painter.drawPixmap(rect, picture.pixmap, QRectF(picture.pixmap.rect()))


def opaque(size: Size, ratio: float) -> QPixmap:
    """An empty picture for the moment's view, to start a new change from."""
    pixmap = QPixmap(math.ceil(size[0] * ratio), math.ceil(size[1] * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.white)
    return pixmap
