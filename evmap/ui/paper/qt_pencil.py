"""Draws a picture with Qt: onto the pages of a PDF, where text stays text, or into the pixels of an image."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from evmap.model import Point, Rect
from evmap.ui.paper.type import Type
from evmap.ui.theme.icons import draw_icon


class QtPencil:
    """A pencil over a painter, which is left as it was found.

    Attributes:
        letters: all that were written.
    """

    def __init__(self, painter: QPainter) -> None:
        self.letters: set[str] = set()
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    @contextmanager
    def group(self, name: str, title: str = "") -> Iterator[None]:  # noqa: ARG002  (paper and pixels have no groups)
        """Draw what belongs together."""
        yield

    @contextmanager
    def moved(self, dx: float, dy: float, scale: float = 1.0) -> Iterator[None]:
        """Draw elsewhere, in another size."""
        with self._kept():
            self._painter.translate(dx, dy)
            self._painter.scale(scale, scale)
            yield

    @contextmanager
    def clipped(self, rect: Rect) -> Iterator[None]:
        """Draw in a rectangle only."""
        with self._kept():
            self._painter.setClipRect(QRectF(*rect), Qt.ClipOperation.IntersectClip)
            yield

    @contextmanager
    def faded(self, share: float) -> Iterator[None]:
        """Draw faintly."""
        with self._kept():
            self._painter.setOpacity(self._painter.opacity() * share)
            yield

    def fill(self, rect: Rect, colour: QColor) -> None:
        """Fill a rectangle."""
        self._painter.fillRect(QRectF(*rect), colour)

    def draw(self, path: QPainterPath, pen: QPen | None = None, fill: QColor | None = None) -> None:
        """Draw and fill a path."""
        self._painter.setPen(_in_pixels(pen) if pen is not None else Qt.PenStyle.NoPen)
        if fill is None:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            self._painter.setBrush(fill)
        self._painter.drawPath(path)

    def write(self, at: Point, text: str, face: Type, colour: QColor, side: int = 1) -> None:
        """Write a line of text."""
        if not text.strip():
            return
        self.letters.update(text)
        with self._kept():
            self._painter.setFont(face.font)
            self._painter.setPen(colour)
            self._painter.translate(at[0] - face.width(text) * (0.5 - side / 2), at[1])
            self._painter.scale(face.scale, face.scale)
            self._painter.drawText(QPointF(0, 0), text)

    def icon(self, name: str, colour: QColor, rect: Rect) -> None:
        """Draw an icon as vectors."""
        with self._kept():
            draw_icon(self._painter, name, colour, QRectF(*rect))

    @contextmanager
    def _kept(self) -> Iterator[None]:
        self._painter.save()
        try:
            yield
        finally:
            self._painter.restore()


def _in_pixels(pen: QPen) -> QPen:
    """The same pen, as wide as the picture's pixels are and not the device's."""
    if not pen.isCosmetic():
        return pen
    pen = QPen(pen)
    pen.setCosmetic(False)
    return pen
