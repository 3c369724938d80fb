"""What lies far behind a scene, faded: the Atlas behind a step of a talk, so that the class keeps its bearings."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from evmap.layout.geometry import grown
from evmap.layout.pieces import Pieces
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.base import BasePainter
from evmap.ui.canvas.painting.pictures import Layer


class Backdrop(Struct, frozen=True):
    """Another scene and how it lies behind the first.

    Attributes:
        scene: what lies behind.
        share: its scale as a share of the scale of the scene in front.
        centre: its point that lies behind (0, 0).
    """

    scene: Scene
    share: float
    centre: Point

    def scale(self, scale: float) -> float:
        """Its scale when the scene in front has a scale."""
        return scale * self.share

    def level(self, scale: float, type_scale: float) -> Level:
        """How much of it is told: never its phrases."""
        return min(level_at(self.scale(scale), None, type_scale), Level.NAMES)


class Behind:
    """Layers of a backdrop and the mist over it, below a scene in front."""

    def __init__(self, backdrop: Backdrop, behind: BasePainter) -> None:
        scale = behind.plan.scale
        self._behind = behind
        self._shift = backdrop.centre[0] * scale, backdrop.centre[1] * scale

    def prepare(self, region: Rect) -> Pieces[None]:
        """Do in pieces what has to be done before a region of the scene in front is painted."""
        return self._behind.prepare(self._there(region))

    def layers(self, region: Rect) -> Iterator[Layer]:
        """The layers for a region of the scene in front."""
        for layer in self._behind.layers(self._there(region)):
            yield partial(self._shifted, layer)
        yield partial(self._mist, region=region)

    def _there(self, region: Rect) -> Rect:
        return region[0] + self._shift[0], region[1] + self._shift[1], region[2], region[3]

    def _shifted(self, layer: Layer, painter: QPainter) -> None:
        painter.save()
        painter.translate(-self._shift[0], -self._shift[1])
        layer(painter)
        painter.restore()

    def _mist(self, painter: QPainter, region: Rect) -> None:
        painter.fillRect(QRectF(*grown(region, 1.0)), self._behind.inks.mist)
