"""What a picture is drawn with: a few calls that every form of picture can answer. All sizes are pixels."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from PySide6.QtGui import QColor, QPainterPath, QPen

from evmap.model import Point, Rect
from evmap.ui.paper.type import Type


class Pencil(Protocol):
    """Draws from below upwards. What it draws is vectors and text, wherever the form has them."""

    def group(self, name: str, title: str = "") -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs together: a name for machines, a title for people."""

    def moved(self, dx: float, dy: float, scale: float = 1.0) -> AbstractContextManager[None]:
        """What is drawn meanwhile is scaled, then moved."""

    def clipped(self, rect: Rect) -> AbstractContextManager[None]:
        """What is drawn meanwhile is only seen in a rectangle."""

    def faded(self, share: float) -> AbstractContextManager[None]:
        """Of what is drawn meanwhile only a share is seen."""

    def fill(self, rect: Rect, colour: QColor) -> None:
        """Fill a rectangle."""

    def draw(self, path: QPainterPath, pen: QPen | None = None, fill: QColor | None = None) -> None:
        """Draw and fill a path; the width of the pen is in pixels."""

    def write(self, at: Point, text: str, face: Type, colour: QColor, side: int = 1) -> None:
        """Write a line of text whose baseline begins at a point, or has its middle (0) or its end (-1) there."""

    def icon(self, name: str, colour: QColor, rect: Rect) -> None:
        """Draw one of the app's icons."""


def way(points: Iterable[Point]) -> QPainterPath:
    """A path along points."""
    path = QPainterPath()
    for i, point in enumerate(points):
        if i:
            path.lineTo(*point)
        else:
            path.moveTo(*point)
    return path


def shape(points: Iterable[Point]) -> QPainterPath:
    """A closed path along points."""
    path = way(points)
    path.closeSubpath()
    return path


def circle(rect: Rect) -> QPainterPath:
    """The ellipse in a rectangle."""
    path = QPainterPath()
    path.addEllipse(*rect)
    return path


def set_in(rect: Rect, lines: Sequence[str], face: Type, side: int = 0) -> Iterable[tuple[Point, str]]:
    """Where each line of a text stands in a rectangle; ``side``: -1 to the right, 0 in the middle, 1 to the left."""
    x, y, w, h = rect
    pitch = h / max(len(lines), 1)
    for i, line in enumerate(lines):
        yield (x + w * (0.5 - side / 2), face.baseline(y + i * pitch, pitch)), line
