"""Pictures of boxes and icons, painted once per scale and look, then only copied."""

import math
from array import array
from collections.abc import Iterable
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from evmap.layout.boxes import shape_room
from evmap.layout.metrics import text_width
from evmap.model import Kind, Point, Rect
from evmap.ui.canvas.geometry.scene import SceneConcept
from evmap.ui.canvas.painting.batches import COPY, packed_copy
from evmap.ui.canvas.painting.heads import Heads
from evmap.ui.canvas.painting.inks import Inks, KindInk
from evmap.ui.canvas.painting.shapes import bar, fold, inner_ring, outline, text_shift

if TYPE_CHECKING:
    from evmap.ui.canvas.painting.marks import LineMarks

_PAD = 8.0
_SPILL = 2.0
BADGE, LARGEST_BADGE = 12.0, 20.0
"""How wide a lens's mark is at a box, in screen pixels."""
_BADGE_SHARE = 0.4
_SMALLEST_TYPE = 11.0
PLAIN_DOT, SMALLEST_MARK = 13.0, 8.0
"""Smaller icons are dots without a kind's glyph; down to the other size, a dot is itself the mark of a lens."""
_MOST_PIXELS = 4_000_000
"""About 16 MB of pictures of boxes, or as much more as the screen's pixels are finer; then the oldest give way."""


def badge_at(w: float, h: float, larger: float) -> tuple[Point, float]:
    """The middle and the width of a lens's mark at a box of a size on the screen, so much larger than usual.

    It stands near the upper right corner, on the edge: the corners of most shapes are rounded. At a low box it is
    small, so that it leaves the end of the name free.
    """
    side = min(BADGE * larger, LARGEST_BADGE, max(BADGE, h * _BADGE_SHARE))
    return (w - side / 2, side / 2 - 6.0), side


class Look(Enum):
    """How a concept is painted."""

    REST = "rest"  # soft ground, coloured outline
    SOLID = "solid"  # filled, for landmarks
    CHOSEN = "chosen"  # filled, with a halo


class Sprites:
    """The pictures for one theme and one device pixel ratio.

    Attributes:
        heads: the arrowheads.
    """

    def __init__(self, inks: Inks, ratio: float) -> None:
        self._inks = inks
        self._ratio = ratio
        self._boxes: dict[tuple[str, str, float, float, Look], QPixmap] = {}
        self._icons: dict[tuple[Kind, str, str, float, Look, bool], QPixmap] = {}
        self._shapes: dict[tuple[Kind, float, float], _Shape] = {}
        self._widths: dict[str, list[float]] = {}
        self._rings: dict[tuple[str, float], QPixmap] = {}
        self._pixels = 0
        self.heads = Heads(ratio)

    @cached_property
    def marks(self) -> "LineMarks":
        """The marks of a lens on lines, made when a lens is first looked through."""
        from evmap.ui.canvas.painting.marks import LineMarks

        return LineMarks(self._inks.theme, self._ratio)

    def draw_box(self, painter: QPainter, concept: SceneConcept, rect: Rect, scale: float, look: Look) -> None:
        """Paint a concept's box into a rectangle of the screen, its name at a scale."""
        painter.drawPixmap(self._on_pixel(rect[0] - _PAD, rect[1] - _PAD), self.box(concept, rect, scale, look))

    def box(self, concept: SceneConcept, rect: Rect, scale: float, look: Look) -> QPixmap:
        """The picture of a concept's box that fills a rectangle, with some room around it."""
        key = (concept.id, concept.hue, round(rect[2] / scale, 1), round(scale, 4), look)
        sprite = self._boxes.get(key)
        if sprite is None:
            sprite = self._boxes[key] = self._box(concept, (rect[2] / scale, rect[3] / scale), scale, look)
            self._make_room_for(sprite)
        return sprite

    def draw_icon(self, painter: QPainter, concept: SceneConcept, rect: Rect, look: Look) -> None:
        """Paint a concept's icon into a square of the screen."""
        painter.drawPixmap(self._on_pixel(rect[0] - _PAD, rect[1] - _PAD), self.icon(concept, rect[2], look))

    def draw_ring(self, painter: QPainter, concept: SceneConcept, rect: Rect) -> None:
        """Paint the halo round an icon that is pointed at."""
        key = (concept.hue, round(rect[2], 1))
        ring = self._rings.get(key)
        if ring is None:
            ring = self._rings[key] = self._blank(rect[2], rect[2])
            with QPainter(ring) as on_ring:
                on_ring.setRenderHint(QPainter.RenderHint.Antialiasing)
                on_ring.setPen(self._inks.hue(concept.hue).halo_pen)
                on_ring.drawEllipse(QRectF(_PAD, _PAD, rect[2], rect[2]).adjusted(-3.5, -3.5, 3.5, 3.5))
        painter.drawPixmap(self._on_pixel(rect[0] - _PAD, rect[1] - _PAD), ring)

    def packed_icons(self, icons: Iterable[tuple[SceneConcept, Rect]]) -> "list[tuple[QPixmap, array[float]]]":
        """Many icons at rest, of one size, packed by their picture."""
        kinds: dict[tuple[Kind, str, str, bool], list[tuple[SceneConcept, Rect]]] = {}
        for each in icons:
            concept = each[0]
            kinds.setdefault((concept.kind, concept.hue, concept.mark, concept.background), []).append(each)
        ratio = self._ratio
        packed: list[tuple[QPixmap, array[float]]] = []
        for mine in kinds.values():
            sprite = self.icon(mine[0][0], mine[0][1][2], Look.REST)
            edge = self.icon_edge
            wide, high = sprite.width() - 2 * edge, sprite.height() - 2 * edge
            half_wide, half_high = edge + wide / 2, edge + high / 2
            copies = array("d", packed_copy(0.0, 0.0, edge, edge, wide, high, ratio)) * len(mine)
            xs = [(round((rect[0] - _PAD) * ratio) + half_wide) / ratio for _, rect in mine]
            ys = [(round((rect[1] - _PAD) * ratio) + half_high) / ratio for _, rect in mine]
            copies[0::COPY], copies[1::COPY] = array("d", xs), array("d", ys)
            packed.append((sprite, copies))
        return packed

    @property
    def icon_edge(self) -> int:
        """So many pixels at each edge of an icon at rest are empty: it only spills a little over its outline."""
        return int((_PAD - _SPILL) * self._ratio)

    def _make_room_for(self, sprite: QPixmap) -> None:
        self._pixels += sprite.width() * sprite.height()
        while self._pixels > _MOST_PIXELS * self._ratio * self._ratio:
            oldest = self._boxes.pop(next(iter(self._boxes)))
            self._pixels -= oldest.width() * oldest.height()

    def icon(self, concept: SceneConcept, size: float, look: Look) -> QPixmap:
        """The picture of a concept's icon, with some room around it."""
        key = (concept.kind, concept.hue, concept.mark, round(size, 1), look, concept.background)
        sprite = self._icons.get(key)
        if sprite is None:
            sprite = self._icons[key] = self._icon(concept, size, look)
        return sprite

    def _on_pixel(self, x: float, y: float) -> QPointF:
        return QPointF(round(x * self._ratio) / self._ratio, round(y * self._ratio) / self._ratio)

    def _blank(self, w: float, h: float) -> QPixmap:
        wide, high = math.ceil((w + 2 * _PAD) * self._ratio), math.ceil((h + 2 * _PAD) * self._ratio)
        pixmap = QPixmap(wide, high)
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap

    def _box(self, concept: SceneConcept, size: tuple[float, float], scale: float, look: Look) -> QPixmap:
        w, h = size
        pixmap = self._blank(w * scale, h * scale)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_PAD, _PAD)
            painter.scale(scale, scale)
            ink = self._ink(concept)
            if look is Look.CHOSEN:
                margin = 4.5 / scale
                painter.setPen(ink.halo_pen)
                painter.drawPath(outline(concept.kind, QRectF(0, 0, w, h).adjusted(-margin, -margin, margin, margin)))
            _paint_box(painter, self._shape(concept.kind, w, h), concept.hub, ink, solid=look is not Look.REST)
            self._paint_name(painter, concept, size, scale, solid=look is not Look.REST)
            if concept.mark:
                at, side = badge_at(w * scale, h * scale, max(scale, self._inks.theme.scale))
                self._paint_badge(painter, concept, at, side)
        return pixmap

    def _ink(self, concept: SceneConcept) -> KindInk:
        return ink_of(concept, self._inks)

    def _shape(self, kind: Kind, w: float, h: float) -> "_Shape":
        """The lines of a box, which are the same at every scale."""
        key = (kind, w, h)
        if key not in self._shapes:
            rect = QRectF(0, 0, w, h)
            self._shapes[key] = _Shape(outline(kind, rect), inner_ring(kind, rect), bar(kind, rect), fold(kind, rect))
        return self._shapes[key]

    def _paint_name(
        self, painter: QPainter, concept: SceneConcept, size: tuple[float, float], scale: float, *, solid: bool
    ) -> None:
        font, metrics = self._inks.box_font(concept.box.px, concept.hub)
        w, h = size
        widths = self._widths.get(concept.id)
        if widths is None:
            widths = self._widths[concept.id] = [metrics.horizontalAdvance(line) for line in concept.box.lines]
        larger = larger_type(concept, max(widths), scale / self._inks.theme.scale)
        painter.setFont(font)
        painter.setPen(self._inks.on_kind if solid else self._inks.ink)
        painter.translate(w / 2 + text_shift(concept.kind), h / 2)
        painter.scale(larger, larger)
        pitch = concept.box.line_height
        top = -pitch * len(concept.box.lines) / 2
        for i, (line, width) in enumerate(zip(concept.box.lines, widths, strict=True)):
            baseline = top + i * pitch + (pitch + metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(-width / 2, baseline), line)

    def _icon(self, concept: SceneConcept, size: float, look: Look) -> QPixmap:
        ink = self._ink(concept)
        pixmap = self._blank(size, size)
        solid = look is not Look.REST
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(_PAD, _PAD)
            circle = QRectF(0, 0, size, size).adjusted(0.75, 0.75, -0.75, -0.75)
            if look is Look.CHOSEN:
                painter.setPen(ink.halo_pen)
                painter.drawEllipse(circle.adjusted(-4, -4, 4, 4))
            painter.setPen(ink.pen if size >= PLAIN_DOT else ink.fine_pen.color())
            painter.setBrush(ink.solid if solid or size < PLAIN_DOT else ink.soft)
            painter.drawEllipse(circle)
            if size >= PLAIN_DOT:
                self._paint_glyph(painter, concept, size, solid=solid)
                if concept.mark:
                    side = max(size * 0.46, 8.0)
                    self._paint_badge(painter, concept, (size - side * 0.4, side * 0.4), side)
            elif concept.mark and size >= SMALLEST_MARK:
                self._paint_badge(painter, concept, (size / 2, size / 2), size)
        return pixmap

    def _paint_badge(self, painter: QPainter, concept: SceneConcept, middle: Point, side: float) -> None:
        from evmap.ui.canvas.painting.marks import draw_badge

        painter.resetTransform()
        painter.translate(_PAD, _PAD)
        draw_badge(painter, middle, side, concept.hue, concept.mark, self._inks.theme)

    def _paint_glyph(self, painter: QPainter, concept: SceneConcept, size: float, *, solid: bool) -> None:
        if concept.kind is Kind.VESICLE:
            # The icon is a circle in a circle already: its second membrane is all that is missing.
            ring = QRectF(0, 0, size, size).adjusted(*(size * k for k in (0.25, 0.25, -0.25, -0.25)))
            painter.setPen(self._inks.ring_pen(concept.hue, solid=solid))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
            return
        px = round(size * 0.66)
        role = "on-kind" if solid else concept.hue
        glyph = self._inks.theme.pixmap(f"kind-{concept.kind}", role, px, self._ratio)
        painter.drawPixmap(self._on_pixel((size - px) / 2, (size - px) / 2), glyph)


def ink_of(concept: SceneConcept, inks: Inks) -> KindInk:
    """What a concept is painted with; pictures and what is in no source have dotted outlines."""
    return inks.hue(concept.hue, dotted=concept.background or concept.kind is Kind.ANALOGY)


class _Shape(Struct, frozen=True):
    """The lines of a box: the closed one round it, and those that some kinds have within."""

    outline: QPainterPath
    inner_ring: QPainterPath | None
    bar: QPainterPath | None
    fold: QPainterPath | None


def _paint_box(painter: QPainter, shape: _Shape, hub: bool, ink: KindInk, *, solid: bool) -> None:
    painter.setPen(ink.bold_pen if hub else ink.pen)
    painter.setBrush(ink.solid if solid else ink.soft)
    painter.drawPath(shape.outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if solid:
        return
    for path, pen in ((shape.inner_ring, ink.fine_pen), (shape.bar, ink.bar_pen), (shape.fold, ink.pen)):
        if path is not None:
            painter.setPen(pen)
            painter.drawPath(path)


def larger_type(concept: SceneConcept, width: float, scale: float) -> float:
    """How much larger than its box a name is set, to stay readable where the box has the room."""
    wanted = _SMALLEST_TYPE / (concept.box.px * scale)
    if wanted <= 1:
        return 1.0
    widest = max(width, text_width(max(concept.box.lines, key=len), "sans-semibold", concept.box.px), 1.0)
    outline_w, outline_h = shape_room(concept.kind)
    room_w = (concept.rect[2] - outline_w - 16) / widest
    room_h = (concept.rect[3] - outline_h - 8) / (concept.box.line_height * len(concept.box.lines))
    return max(1.0, min(wanted, room_w, room_h))
