"""A map as QGraphicsView's own items with device caches: what one would write first, to compare the canvas with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsLineItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
)

from evmap.model import ConceptMap, Places
from tests.benchmarks.frames import SIZE


@dataclass(frozen=True, slots=True)
class _Line:
    item: QGraphicsLineItem
    subject: int
    end: int


class GraphicsView:
    """The same boxes, names and lines as items. Each method makes one change and paints its frame."""

    def __init__(self, concept_map: ConceptMap, places: Places) -> None:
        self._scene = QGraphicsScene()
        self._boxes: list[QGraphicsRectItem] = []
        numbers = {concept.id: i for i, concept in enumerate(concept_map.concepts)}
        for concept in concept_map.concepts:
            x, y, w, h = places.concepts[concept.id]
            box = QGraphicsRectItem(QRectF(0, 0, w, h))
            box.setPos(x, y)
            box.setPen(QPen(QColor("#2f6fb0"), 1.5))
            box.setBrush(QBrush(QColor("#e3eef8")))
            QGraphicsSimpleTextItem(concept.name, box).setPos(8, 8)
            box.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            self._scene.addItem(box)
            self._boxes.append(box)
        pen = QPen(QColor("#9aa0a8"), 1.0)
        pen.setCosmetic(True)
        self._lines = [
            _Line(self._scene.addLine(QLineF(), pen), numbers[link.subject], numbers[link.object])
            for link in concept_map.links
        ]
        for line in self._lines:
            line.item.setZValue(-1)
        self._route()
        self._view = QGraphicsView(self._scene)
        self._view.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._view.resize(*SIZE)
        self._view.show()
        self._view.fitInView(self._scene.itemsBoundingRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self._view.viewport().repaint()
        self._turn = 0

    def redraw(self) -> None:
        """A whole frame."""
        self._view.viewport().repaint()

    def dim(self) -> None:
        """Another pair is chosen: all else fades."""
        chosen = self._lines[self._turn % len(self._lines)]
        self._turn += 1
        for i, box in enumerate(self._boxes):
            box.setOpacity(1.0 if i in (chosen.subject, chosen.end) else 0.3)
        for line in self._lines:
            line.item.setOpacity(1.0 if line is chosen else 0.3)
        self._view.viewport().repaint()

    def move(self) -> None:
        """Everything moves a little."""
        self._turn += 1
        step = 3.0 if self._turn % 2 else -3.0
        for box in self._boxes:
            box.moveBy(step, step)
        self._route()
        self._view.viewport().repaint()

    def close(self) -> None:
        """Leave nothing behind."""
        self._view.close()

    def _route(self) -> None:
        middles: Sequence[QRectF] = [box.sceneBoundingRect() for box in self._boxes]
        for line in self._lines:
            line.item.setLine(QLineF(middles[line.subject].center(), middles[line.end].center()))
