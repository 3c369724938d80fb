"""Paints concepts: boxes, icons, the dots below a box and the halo round one, as their level shows them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPixmap

from evmap.layout.dots import MORE_PX
from evmap.ui.canvas.geometry.boxes import scaled
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.screen_sizes import LANDMARK_PX
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.painting.shapes import outline
from evmap.ui.canvas.painting.sprites import Look, Sprites


class ConceptPainter:
    """Paints the concepts of one plan in one theme."""

    def __init__(self, plan: Plan, inks: Inks, sprites: Sprites) -> None:
        self._plan = plan
        self._inks = inks
        self._sprites = sprites
        self._rings: dict[int, QPainterPath] = {}

    def boxes_of(self, concepts: Sequence[int]) -> Sequence[int]:
        """Those of some concepts that are boxes."""
        if self._plan.far is None:
            return concepts
        return sorted(self._plan.far.landmarks.intersection(concepts))

    def paint_boxes(self, painter: QPainter, concepts: Iterable[int]) -> None:
        """Paint boxes at rest, with their dots."""
        for number in concepts:
            self.paint(painter, number)
            self.paint_dots(painter, number)

    def paint(self, painter: QPainter, number: int, look: Look | None = None) -> None:
        """Paint one concept as this level shows it."""
        plan = self._plan
        concept, rect = plan.scene.concepts[number], plan.rects[number]
        if plan.is_icon(number):
            self._sprites.draw_icon(painter, concept, rect, look or Look.REST)
        else:
            self._sprites.draw_box(painter, concept, rect, type_scale_of(plan, number), look or self._look(number))

    def paint_dots(self, painter: QPainter, number: int) -> None:
        """Paint the dots below a box: the concepts behind it."""
        row = self._plan.scene.dots.get(number)
        if row is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        scene = self._plan.scene
        for rect, hue, other in zip(row.dots.rects, row.hues, row.behind, strict=False):
            if other in row.away and scene.gone:
                continue
            solid = self._inks.hue(hue).solid
            painter.setBrush(self._inks.faded(solid) if other in row.away else solid)
            painter.drawEllipse(QRectF(*scaled(rect, self._plan.scale)))
        if row.dots.more:
            painter.setPen(self._inks.muted)
            painter.setFont(self._inks.theme.sans(max(MORE_PX * self._plan.scale, 9.0), QFont.Weight.DemiBold))
            place = QRectF(*scaled(row.dots.more_rect, self._plan.scale))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, f"+{row.dots.more}")

    def paint_ring(self, painter: QPainter, number: int) -> None:
        """Paint a halo round one concept."""
        concept = self._plan.scene.concepts[number]
        if self._plan.is_icon(number):
            self._sprites.draw_ring(painter, concept, self._plan.rects[number])
            return
        ring = self._rings.get(number)
        if ring is None:
            ring = self._rings[number] = self._ring(number)
        painter.setPen(self._inks.hue(concept.hue).halo_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(ring)

    def picture_of(self, number: int) -> QPixmap:
        """One concept as this level shows it at rest, with some room around it."""
        concept, rect = self._plan.scene.concepts[number], self._plan.rects[number]
        if self._plan.is_icon(number):
            return self._sprites.icon(concept, rect[2], Look.REST)
        return self._sprites.box(concept, rect, type_scale_of(self._plan, number), self._look(number))

    def _look(self, number: int) -> Look:
        """How a box is painted at rest: landmarks filled."""
        return Look.SOLID if self._plan.is_landmark(number) or number in self._plan.scene.filled else Look.REST

    def _ring(self, number: int) -> QPainterPath:
        rect = QRectF(*self._plan.rects[number]).adjusted(-3.5, -3.5, 3.5, 3.5)
        return outline(self._plan.scene.concepts[number].kind, rect)


def type_scale_of(plan: Plan, number: int) -> float:
    """The scale of the name in a concept's box: landmarks keep a readable size."""
    if plan.is_landmark(number):
        px = plan.far.px if plan.far else LANDMARK_PX
        return px * plan.type_scale / plan.scene.concepts[number].box.px
    return plan.scale
