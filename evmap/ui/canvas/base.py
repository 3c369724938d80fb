"""Paints the map at rest: paper, links, concepts, phrases and names, in this order, for any part of the screen."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from evmap.graph.sureness import Sureness
from evmap.layout.boxes import PHRASE_PX
from evmap.model import Rect
from evmap.ui.canvas.far import LANDMARK_PX
from evmap.ui.canvas.inks import Inks
from evmap.ui.canvas.levels import Level
from evmap.ui.canvas.names import DENSE_PX, NamePlace
from evmap.ui.canvas.plan import Plan
from evmap.ui.canvas.routes import arrowhead, shortened
from evmap.ui.canvas.shapes import outline
from evmap.ui.canvas.sprites import Look, Sprites

_HEADS = {"far": (5.5, 2.2), "rest": (8.0, 3.1), "lit": (11.0, 4.4)}
"""Length and half the width of an arrowhead."""


class Line:
    """One link's line and arrowhead as Qt wants them: straight ones apart from bent ones.

    What is not in the sources ends in an open head that its line runs into.
    """

    __slots__ = ("bent", "head", "straight")

    def __init__(self, plan: Plan, number: int, size: str) -> None:
        self.straight: QLineF | None = None
        self.bent: QPolygonF | None = None
        self.head: QPolygonF | None = None
        route = plan.route(number)
        if len(route) < 2:
            return
        length, half = _HEADS[size]
        self.head = _polygon(arrowhead(route, length, half))
        if plan.scene.links[number].sureness is not Sureness.BACKGROUND:
            route = shortened(route, 0, length * 0.7) or route
        if len(route) == 2:
            self.straight = QLineF(*route[0], *route[1])
        else:
            self.bent = _polygon(route)


class BasePainter:
    """Paints one plan in one theme. All coordinates are screen pixels from the map's origin."""

    def __init__(self, plan: Plan, inks: Inks, sprites: Sprites) -> None:
        self.plan = plan
        self.inks = inks
        self.sprites = sprites
        self._lines: dict[tuple[int, str], Line] = {}
        self._rings: dict[int, QPainterPath] = {}
        self._phrase_font = inks.theme.sans(PHRASE_PX * plan.scale, QFont.Weight.DemiBold, italic=True)
        self._phrase_metrics = QFontMetricsF(self._phrase_font)
        self._name_metrics = QFontMetricsF(inks.name_font)
        self._dense_metrics = QFontMetricsF(inks.dense_font)

    def line(self, number: int, size: str) -> Line:
        """A link's line with an arrowhead of a size."""
        key = (number, size)
        if key not in self._lines:
            self._lines[key] = Line(self.plan, number, size)
        return self._lines[key]

    def paint(self, painter: QPainter, region: Rect) -> None:
        """Paint everything in a region."""
        painter.fillRect(QRectF(*region), self.inks.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        links, concepts = self.plan.links_in(region), self.plan.concepts_in(region)
        self._paint_links(painter, links)
        for number in concepts:
            self.paint_concept(painter, number)
        self._paint_texts(painter, links, concepts)

    def paint_texts(self, painter: QPainter, region: Rect) -> None:
        """Paint only what is written outside boxes in a region, above what was painted there."""
        self._paint_texts(painter, self.plan.links_in(region), self.plan.concepts_in(region))

    def _paint_texts(self, painter: QPainter, links: Iterable[int], concepts: Iterable[int]) -> None:
        if self.plan.level is Level.PHRASES:
            self._paint_phrases(painter, links)
        self._paint_names(painter, concepts)

    def paint_concept(self, painter: QPainter, number: int, look: Look | None = None) -> None:
        """Paint one concept as this level shows it."""
        concept, rect = self.plan.scene.concepts[number], self.plan.rects[number]
        if self.plan.is_icon(number):
            self.sprites.draw_icon(painter, concept, rect, look or Look.REST)
        else:
            usual = Look.SOLID if self.plan.is_landmark(number) else Look.REST
            self.sprites.draw_box(painter, concept, rect, self._type_scale(number), look or usual)

    def _type_scale(self, number: int) -> float:
        """The scale of the name in a concept's box: landmarks keep a readable size."""
        if self.plan.is_landmark(number):
            return LANDMARK_PX / self.plan.scene.concepts[number].box.px
        return self.plan.scale

    def paint_ring(self, painter: QPainter, number: int) -> None:
        """Paint a halo round one concept."""
        concept = self.plan.scene.concepts[number]
        ring = self._rings.get(number)
        if ring is None:
            ring = self._rings[number] = self._ring(number)
        painter.setPen(self.inks.kind(concept.kind, concept.background).halo_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(ring)

    def _ring(self, number: int) -> QPainterPath:
        rect = QRectF(*self.plan.rects[number]).adjusted(-3.5, -3.5, 3.5, 3.5)
        if not self.plan.is_icon(number):
            return outline(self.plan.scene.concepts[number].kind, rect)
        circle = QPainterPath()
        circle.addEllipse(rect)
        return circle

    def _paint_links(self, painter: QPainter, links: Iterable[int]) -> None:
        """Lines at rest, then what joins two landmarks, in colour, above them."""
        far = self.plan.level is Level.FAR
        pens, size = (self.inks.far_pens, "far") if far else (self.inks.rest_pens, "rest")
        bones: list[int] = []
        by_sureness: dict[Sureness, list[int]] = {}
        for number in links:
            link = self.plan.scene.links[number]
            if far and self.plan.is_landmark(link.subject) and self.plan.is_landmark(link.object):
                bones.append(number)
            else:
                by_sureness.setdefault(link.sureness, []).append(number)
        for sureness, numbers in by_sureness.items():
            self.paint_lines(painter, numbers, pens[sureness], size, open_head=sureness is Sureness.BACKGROUND)
        for number in bones:
            link = self.plan.scene.links[number]
            pen = self.inks.bone_pens[(link.kind, link.sureness)]
            self.paint_lines(painter, (number,), pen, "rest", open_head=link.sureness is Sureness.BACKGROUND)

    def paint_lines(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str, *, open_head: bool) -> None:
        """Paint links with one pen. Plain straight ones go in one call; a dashed line needs a call of its own."""
        lines = [self.line(number, size) for number in links]
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        straight = [line.straight for line in lines if line.straight is not None]
        if straight:
            painter.drawLines(straight)
        for line in lines:
            if line.bent is not None:
                painter.drawPolyline(line.bent)
        if open_head:
            painter.setPen(self.inks.plain(pen))
            for line in lines:
                if line.head is not None:
                    painter.drawPolyline(line.head)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        for line in lines:
            if line.head is not None:
                painter.drawConvexPolygon(line.head)

    def _paint_phrases(self, painter: QPainter, links: Iterable[int]) -> None:
        painter.setFont(self._phrase_font)
        painter.setPen(self.inks.muted)
        for number in links:
            link = self.plan.scene.links[number]
            if link.phrase_rect[2] > 0:
                rect = self.plan.phrase_rect(number)
                self.paint_text(painter, rect, link.phrase_lines, self._phrase_metrics)

    def paint_text(self, painter: QPainter, rect: Rect, lines: tuple[str, ...], metrics: QFontMetricsF) -> None:
        """Paint lines of text in the middle of a piece of paper, which interrupts the lines below it."""
        painter.fillRect(QRectF(*rect), self.inks.paper)
        pitch = rect[3] / len(lines)
        for i, line in enumerate(lines):
            x = rect[0] + (rect[2] - metrics.horizontalAdvance(line)) / 2
            baseline = rect[1] + i * pitch + (pitch + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(x, baseline), line)

    def _paint_names(self, painter: QPainter, concepts: Iterable[int]) -> None:
        for number in concepts:
            place = self.plan.names.get(number)
            if place is not None:
                dense = place.px == DENSE_PX
                painter.setFont(self.inks.dense_font if dense else self.inks.name_font)
                self.paint_name(painter, place, self._dense_metrics if dense else self._name_metrics)

    def paint_name(self, painter: QPainter, place: NamePlace, metrics: QFontMetricsF) -> None:
        """Paint a name beside its icon, on paper, its lines set towards the icon."""
        x, y, w, h = place.rect
        painter.fillRect(QRectF(x - 1, y, w + 2, h), self.inks.paper)
        painter.setPen(self.inks.ink)
        pitch = h / len(place.lines)
        for i, line in enumerate(place.lines):
            room = w - metrics.horizontalAdvance(line)
            left = x + room * (0.5 - place.side / 2)
            painter.drawText(QPointF(left, y + i * pitch + (pitch + metrics.ascent() - metrics.descent()) / 2), line)


def _polygon(points: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
