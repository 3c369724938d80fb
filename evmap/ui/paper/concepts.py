"""Draws concepts as the canvas does, but as vectors: boxes with names, icons, the marks of a lens, the dots below."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen, QTransform

from evmap.layout.dots import MORE_PX
from evmap.model import Kind, Point, Rect
from evmap.ui.canvas.geometry.boxes import scaled
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import SceneConcept
from evmap.ui.canvas.painting.concepts import type_scale_of
from evmap.ui.canvas.painting.inks import Inks, KindInk
from evmap.ui.canvas.painting.marks import LETTER, SHAPES, badge
from evmap.ui.canvas.painting.shapes import bar, fold, inner_ring, outline, text_shift
from evmap.ui.canvas.painting.sprites import PLAIN_DOT, SMALLEST_MARK, Look, badge_at, ink_of, larger_type
from evmap.ui.paper.pencil import Pencil, circle, set_in
from evmap.ui.paper.type import BOLD, SEMIBOLD, Type
from evmap.ui.theme import Theme

_GLYPH = 0.66


class ConceptDrawing:
    """Draws the concepts of one plan with one set of inks."""

    def __init__(self, plan: Plan, inks: Inks, pencil: Pencil) -> None:
        self._plan = plan
        self._inks = inks
        self._pencil = pencil

    def draw(self, number: int, look: Look | None = None) -> None:
        """Draw one concept as the plan's level shows it, with the dots below it."""
        concept, rect = self._plan.scene.concepts[number], self._plan.rects[number]
        if self._plan.is_icon(number):
            self._icon(concept, rect, look or Look.REST)
        else:
            self._box(concept, rect, type_scale_of(self._plan, number), look or self._look(number))
        self._dots(number)

    def _look(self, number: int) -> Look:
        filled = self._plan.is_landmark(number) or number in self._plan.scene.filled
        return Look.SOLID if filled else Look.REST

    def _box(self, concept: SceneConcept, rect: Rect, scale: float, look: Look) -> None:
        ink, solid, pencil = ink_of(concept, self._inks), look is not Look.REST, self._pencil
        size = QRectF(0, 0, rect[2] / scale, rect[3] / scale)
        place = QTransform.fromTranslate(rect[0], rect[1]).scale(scale, scale)

        def placed(path: QPainterPath) -> QPainterPath:
            return place.map(path)

        if look is Look.CHOSEN:
            margin = 4.5 / scale
            halo = outline(concept.kind, size.adjusted(-margin, -margin, margin, margin))
            pencil.draw(placed(halo), ink.halo_pen)
        edge = ink.bold_pen if concept.hub else ink.pen
        pencil.draw(placed(outline(concept.kind, size)), edge, (ink.solid if solid else ink.soft).color())
        if not solid:
            for path, pen in _within(concept.kind, size, ink):
                pencil.draw(placed(path), pen)
        self._name(concept, rect, scale, solid=solid)
        if concept.mark:
            (x, y), side = badge_at(rect[2], rect[3], max(scale, self._inks.theme.scale))
            self.mark((rect[0] + x, rect[1] + y), side, concept.hue, concept.mark)

    def _name(self, concept: SceneConcept, rect: Rect, scale: float, *, solid: bool) -> None:
        box = concept.box
        face = Type(box.px, BOLD if concept.hub else SEMIBOLD)
        widest = max(face.width(line) for line in box.lines)
        larger = scale * larger_type(concept, widest, scale / self._inks.theme.scale)
        high = box.line_height * len(box.lines) * larger
        shift = text_shift(concept.kind) * scale
        place = (rect[0] + shift, rect[1] + (rect[3] - high) / 2, rect[2], high)
        ink = self._inks.on_kind if solid else self._inks.ink
        self.write(place, box.lines, Type(box.px * larger, face.weight), ink)

    def _icon(self, concept: SceneConcept, rect: Rect, look: Look) -> None:
        ink, solid, size = ink_of(concept, self._inks), look is not Look.REST, rect[2]
        disc = QRectF(*rect).adjusted(0.75, 0.75, -0.75, -0.75)
        pencil = self._pencil
        if look is Look.CHOSEN:
            pencil.draw(_round(disc.adjusted(-4, -4, 4, 4)), ink.halo_pen)
        if size < PLAIN_DOT:
            pencil.draw(_round(disc), QPen(ink.colour, 1.0), ink.solid.color())
            if concept.mark and size >= SMALLEST_MARK:
                self.mark((rect[0] + size / 2, rect[1] + size / 2), size, concept.hue, concept.mark)
            return
        pencil.draw(_round(disc), ink.pen, (ink.solid if solid else ink.soft).color())
        self._glyph(concept, rect, solid=solid)
        if concept.mark:
            side = max(size * 0.46, 8.0)
            self.mark((rect[0] + size - side * 0.4, rect[1] + side * 0.4), side, concept.hue, concept.mark)

    def _glyph(self, concept: SceneConcept, rect: Rect, *, solid: bool) -> None:
        x, y, size, _ = rect
        if concept.kind is Kind.VESICLE:
            # The icon is a circle in a circle already: its second membrane is all that is missing.
            inner = QRectF(*rect).adjusted(size * 0.25, size * 0.25, -size * 0.25, -size * 0.25)
            self._pencil.draw(_round(inner), self._inks.ring_pen(concept.hue, solid=solid))
            return
        side = size * _GLYPH
        colour = self._inks.theme.colour("on-kind" if solid else concept.hue)
        self._pencil.icon(f"kind-{concept.kind}", colour, (x + (size - side) / 2, y + (size - side) / 2, side, side))

    def mark(self, middle: Point, side: float, hue: str, mark: str) -> None:
        """Draw what a lens marks something with."""
        draw_mark(self._pencil, self._inks.theme, middle, side, hue, mark)

    def _dots(self, number: int) -> None:
        row = self._plan.scene.dots.get(number)
        if row is None:
            return
        scale = self._plan.scale
        for rect, hue, other in zip(row.dots.rects, row.hues, row.behind, strict=False):
            away = other in row.away
            if not (away and self._plan.scene.gone):
                solid = self._inks.hue(hue).solid
                colour = (self._inks.faded(solid) if away else solid).color()
                self._pencil.draw(circle(scaled(rect, scale)), None, colour)
        if row.dots.more:
            face = Type(max(MORE_PX * scale, 9.0), SEMIBOLD)
            self.write(scaled(row.dots.more_rect, scale), (f"+{row.dots.more}",), face, self._inks.muted)

    def write(self, rect: Rect, lines: Sequence[str], face: Type, colour: QColor, side: int = 0) -> None:
        """Write lines of text into a rectangle."""
        write(self._pencil, rect, lines, face, colour, side)


def write(pencil: Pencil, rect: Rect, lines: Sequence[str], face: Type, colour: QColor, side: int = 0) -> None:
    """Write lines of text into a rectangle; ``side``: -1 to the right, 0 in the middle, 1 to the left."""
    for at, line in set_in(rect, lines, face, side):
        pencil.write(at, line, face, colour, side)


def draw_mark(pencil: Pencil, theme: Theme, middle: Point, side: float, hue: str, mark: str) -> None:
    """Draw a badge of a lens."""
    for piece in badge(middle, side, mark):
        colour = theme.colour("paper" if piece.is_paper else hue)
        if piece.stroke:
            pencil.draw(piece.path, QPen(colour, piece.stroke))
        else:
            pencil.draw(piece.path, None, colour)
    if mark not in SHAPES:
        place = (middle[0] - side / 2, middle[1] - side / 2, side, side)
        write(pencil, place, (mark,), Type(side * LETTER, BOLD), theme.colour("on-kind"))


def _within(kind: Kind, size: QRectF, ink: KindInk) -> list[tuple[QPainterPath, QPen]]:
    """What some kinds have within their outline."""
    found = ((inner_ring(kind, size), ink.fine_pen), (bar(kind, size), ink.bar_pen), (fold(kind, size), ink.pen))
    return [(path, pen) for path, pen in found if path is not None]


def _round(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(rect)
    return path
