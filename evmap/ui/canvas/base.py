"""Paints the map at rest: paper, links, concepts, phrases and names, in this order, for any part of the screen."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from evmap.graph.sureness import Sureness
from evmap.layout.boxes import PHRASE_PX
from evmap.layout.dots import MORE_PX
from evmap.layout.geometry import grown, overlap
from evmap.model import Point, Rect
from evmap.ui.canvas.batches import draw_lines, packed_line
from evmap.ui.canvas.boxes import Lines, scaled
from evmap.ui.canvas.crowd import Crowd
from evmap.ui.canvas.far import LANDMARK_PX
from evmap.ui.canvas.heads import HEADS, Head, Heads
from evmap.ui.canvas.inks import PLAIN, Inks, LinePens
from evmap.ui.canvas.levels import Level
from evmap.ui.canvas.names import DENSE_PX, NamePlace
from evmap.ui.canvas.pictures import Layer
from evmap.ui.canvas.plan import Plan
from evmap.ui.canvas.routes import arrowhead, point_before, shortened
from evmap.ui.canvas.scene import Scene
from evmap.ui.canvas.shapes import outline
from evmap.ui.canvas.sprites import Look, Sprites

_LIT_REACH = 8.0
"""So far from its middle a lit line or its arrowhead may paint."""

_SOME_BOXES, _SOME_LINES, _SOME_THREADS, _SOME_TEXTS = 8, 300, 4000, 24
"""So much is painted at a time, where the painting goes on between frames."""

_BEFORE_LANE = 8.0

_NOBODY: frozenset[int] = frozenset()

_SPILL = 4.0
"""So far beyond its paper a text may reach."""


class Line:
    """One link's line and arrowhead as Qt wants them: straight ones, packed, apart from bent ones.

    What is not in the sources ends in an open head that its line runs into.
    """

    __slots__ = ("bent", "head", "open_head", "straight")

    def __init__(self, plan: Plan, number: int, size: str, heads: Heads) -> None:
        self.straight: bytes | None = None
        self.bent: QPolygonF | None = None
        self.head: Head | None = None
        self.open_head: QPolygonF | None = None
        route = plan.route(number)
        if len(route) < 2:
            return
        length, half = HEADS[size]
        if plan.scene.links[number].sureness is Sureness.BACKGROUND:
            self.open_head = _polygon(arrowhead(route, length, half))
        else:
            self.head = heads.head(point_before(route, length), route[-1], size)
            route = shortened(route, 0, length * 0.7) or route
        if len(route) == 2:
            self.straight = packed_line(*route[0], *route[1])
        else:
            self.bent = _polygon(route)


class Writing(Struct, frozen=True, gc=False):
    """Lines of text ready to be drawn on their piece of paper."""

    paper: QRectF
    lines: tuple[tuple[QPointF, str], ...]


class BasePainter:
    """Paints one plan in one theme. All coordinates are screen pixels from the map's origin.

    Attributes:
        plan: what stands where.
        inks: the pens, brushes and fonts.
        phrase_font: the type of phrases at rest.
        phrase_metrics: its measures.
        ground: the layers below everything; paper, if nothing else is put there.
    """

    def __init__(self, plan: Plan, inks: Inks, sprites: Sprites) -> None:
        self.plan = plan
        self.inks = inks
        self.sprites = sprites
        self._lines: dict[tuple[int, str], Line] = {}
        self._rings: dict[int, QPainterPath] = {}
        self._crowd = Crowd(plan, sprites)
        self._phrases: dict[int, Writing] = {}
        self._names: dict[int, Writing] = {}
        self.phrase_font = inks.theme.sans(PHRASE_PX * plan.scale, QFont.Weight.DemiBold, italic=True)
        self.phrase_metrics = QFontMetricsF(self.phrase_font)
        self._name_metrics = QFontMetricsF(inks.name_font)
        self._dense_metrics = QFontMetricsF(inks.dense_font)
        self.ground: Callable[[Rect], Iterator[Layer]] = self._paper

    def dress(self, scene: Scene) -> None:
        """Paint the same scene in other colours, or with other parts of it filtered."""
        self.plan.dress(scene)
        self._names.clear()
        self._crowd.dress()

    def line(self, number: int, size: str) -> Line:
        """A link's line with an arrowhead of a size."""
        key = (number, size)
        if key not in self._lines:
            self._lines[key] = Line(self.plan, number, size, self.sprites.heads)
        return self._lines[key]

    def paint(self, painter: QPainter, region: Rect, without: Container[int] = _NOBODY) -> None:
        """Paint everything in a region, but for some concepts; what is filtered and pale lies below a veil."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers(region, without):
            layer(painter)

    def layers(self, region: Rect, without: Container[int] = _NOBODY) -> Iterator[Layer]:
        """Everything in a region, but for some concepts, in layers that are quickly painted, from below."""
        yield from self.ground(region)
        links = self.plan.links_in(region)
        concepts = self.plan.concepts_in(region)
        if without is not _NOBODY:
            concepts = [number for number in concepts if number not in without]
        pale = self.plan.scene.pale
        if pale:
            faded = [k for k in links if k in pale.links], [i for i in concepts if i in pale.concepts]
            yield from self._part_layers(region, *faded)
            yield partial(self._paint_veil, region=region)
            links = [k for k in links if k not in pale.links]
            concepts = [i for i in concepts if i not in pale.concepts]
        yield from self._part_layers(region, links, concepts)

    def _part_layers(self, region: Rect, links: Sequence[int], concepts: Sequence[int]) -> Iterator[Layer]:
        yield from self._link_layers(links)
        if self.plan.far is not None:
            yield partial(self._crowd.draw_icons, concepts=concepts)
        for some in parts(self._boxes_of(concepts), _SOME_BOXES):
            yield partial(self._paint_boxes, concepts=some)
        yield from self._text_layers(region, links, concepts)

    def _boxes_of(self, concepts: Sequence[int]) -> Sequence[int]:
        """Those of some concepts that are boxes."""
        if self.plan.far is None:
            return concepts
        if isinstance(concepts, range):
            return sorted(self.plan.far.landmarks)
        return [number for number in concepts if not self.plan.is_icon(number)]

    def _paper(self, region: Rect) -> Iterator[Layer]:
        yield partial(self._paint_paper, region=region)

    def _paint_paper(self, painter: QPainter, region: Rect) -> None:
        painter.fillRect(QRectF(*region), self.inks.paper)
        if self.plan.scene.lanes:
            self._paint_lanes(painter, region)

    def _paint_veil(self, painter: QPainter, region: Rect) -> None:
        painter.fillRect(QRectF(*region), self.inks.veil)

    def _paint_boxes(self, painter: QPainter, concepts: Iterable[int]) -> None:
        for number in concepts:
            self.paint_concept(painter, number)
            self.paint_dots(painter, number)

    def _paint_lanes(self, painter: QPainter, region: Rect) -> None:
        """A fine rule before each lane, as between the columns of a table."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.inks.lane_pen)
        for lane in self.plan.scene.lanes[1:]:
            x = round(lane.left * self.plan.scale - _BEFORE_LANE) + 0.5
            painter.drawLine(QPointF(x, region[1]), QPointF(x, region[1] + region[3]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint_texts_crossed(self, painter: QPainter, region: Rect, lines: Lines) -> None:
        """Paint again what is written outside boxes in a region, above lines that were painted through it."""
        plan = self.plan
        # Only what is crossed: to write everything again would be most of the time that pointing at something takes.
        names = [i for i, place in plan.names.items() if lines.hits(grown(place.rect, _LIT_REACH))]
        links = plan.links_in(region) if plan.level is Level.PHRASES else []
        if not plan.scene.told:
            links = [k for k in links if lines.hits(grown(plan.phrase_rect(k), _LIT_REACH))]
        for layer in self._text_layers(region, links, names):
            layer(painter)

    def _text_layers(self, region: Rect, links: Sequence[int], concepts: Sequence[int]) -> Iterator[Layer]:
        if self.plan.level is Level.PHRASES:
            for some in parts(links, _SOME_TEXTS):
                yield partial(self._paint_phrases, region=region, links=some)
            if self.plan.scene.told:
                yield partial(self._paint_heads, links=links)
                yield partial(self.paint_marks, links=[k for k in links if not self.plan.scene.links[k].faint])
        if self.plan.names:
            for some in parts(concepts, _SOME_TEXTS):
                yield partial(self._paint_names, concepts=some)

    def paint_concept(self, painter: QPainter, number: int, look: Look | None = None) -> None:
        """Paint one concept as this level shows it."""
        concept, rect = self.plan.scene.concepts[number], self.plan.rects[number]
        if self.plan.is_icon(number):
            self.sprites.draw_icon(painter, concept, rect, look or Look.REST)
        else:
            self.sprites.draw_box(painter, concept, rect, self._type_scale(number), look or self._look(number))

    def picture_of(self, number: int) -> QPixmap:
        """One concept as this level shows it at rest, with some room around it."""
        concept, rect = self.plan.scene.concepts[number], self.plan.rects[number]
        if self.plan.is_icon(number):
            return self.sprites.icon(concept, rect[2], Look.REST)
        return self.sprites.box(concept, rect, self._type_scale(number), self._look(number))

    def _look(self, number: int) -> Look:
        """How a box is painted at rest: landmarks filled."""
        return Look.SOLID if self.plan.is_landmark(number) or number in self.plan.scene.filled else Look.REST

    def paint_dots(self, painter: QPainter, number: int) -> None:
        """Paint the dots below a box: the concepts behind it."""
        row = self.plan.scene.dots.get(number)
        if row is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        scene = self.plan.scene
        for rect, hue, other in zip(row.dots.rects, row.hues, row.behind, strict=False):
            if other in row.away and scene.gone:
                continue
            solid = self.inks.hue(hue).solid
            painter.setBrush(self.inks.faded(solid) if other in row.away else solid)
            painter.drawEllipse(QRectF(*scaled(rect, self.plan.scale)))
        if row.dots.more:
            painter.setPen(self.inks.muted)
            painter.setFont(self.inks.theme.sans(max(MORE_PX * self.plan.scale, 9.0), QFont.Weight.DemiBold))
            place = QRectF(*scaled(row.dots.more_rect, self.plan.scale))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, f"+{row.dots.more}")

    def _type_scale(self, number: int) -> float:
        return type_scale_of(self.plan, number)

    def paint_ring(self, painter: QPainter, number: int) -> None:
        """Paint a halo round one concept."""
        concept = self.plan.scene.concepts[number]
        if self.plan.is_icon(number):
            self.sprites.draw_ring(painter, concept, self.plan.rects[number])
            return
        ring = self._rings.get(number)
        if ring is None:
            ring = self._rings[number] = self._ring(number)
        painter.setPen(self.inks.hue(concept.hue).halo_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(ring)

    def _ring(self, number: int) -> QPainterPath:
        rect = QRectF(*self.plan.rects[number]).adjusted(-3.5, -3.5, 3.5, 3.5)
        return outline(self.plan.scene.concepts[number].kind, rect)

    def _link_layers(self, links: Sequence[int]) -> Iterator[Layer]:
        """Lines at rest, then what joins two landmarks, in colour, above them."""
        if self.plan.scene.told:
            yield partial(self._paint_story, links=links)
            return
        far = self.plan.level is Level.FAR
        pens, size = (self.inks.far_pens, "far") if far else (self.inks.rest_pens, "rest")
        if self.plan.crowded:
            for hue, mine in self._by_thread(links).items():
                for some in parts(mine, _SOME_THREADS):
                    yield partial(self._paint_threads, links=some, hue=hue)
            links = tuple(self._bones().intersection(links))
        bones: list[int] = []
        by_pen: dict[tuple[str, Sureness], list[int]] = {}
        tinted = self.plan.scene.tinted
        for number in links:
            link = self.plan.scene.links[number]
            if far and self.plan.is_landmark(link.subject) and self.plan.is_landmark(link.object):
                bones.append(number)
            else:
                hue = link.hue if tinted or link.sureness is Sureness.BACKGROUND else PLAIN
                by_pen.setdefault((hue, link.sureness), []).append(number)
        for key, numbers in by_pen.items():
            for some in parts(numbers, _SOME_LINES):
                yield partial(self.paint_lines, links=some, pen=pens[key], size=size)
        if not far:
            yield partial(self.paint_marks, links=links)
        if bones:
            yield partial(self._paint_bones, links=bones)

    def _paint_bones(self, painter: QPainter, links: Iterable[int]) -> None:
        for number in links:
            link = self.plan.scene.links[number]
            pen = self.inks.bone_pens[(link.hue, link.sureness)]
            self.paint_lines(painter, (number,), pen, "rest")

    def _by_thread(self, links: Sequence[int]) -> dict[str, Sequence[int]]:
        """Links by the colour of their threads: one, but through a lens."""
        if not self.plan.scene.tinted:
            return {PLAIN: links}
        hues: dict[str, list[int]] = {}
        for number in links:
            hues.setdefault(self.plan.scene.links[number].hue, []).append(number)
        return dict(hues)

    def _paint_threads(self, painter: QPainter, links: Sequence[int], hue: str) -> None:
        painter.setPen(self.inks.far_pens[(hue, Sureness.STATED)])
        self._crowd.draw_threads(painter, links)

    def _bones(self) -> set[int]:
        """The links between landmarks."""
        scene, is_landmark = self.plan.scene, self.plan.is_landmark
        own = (k for concept in scene.landmarks for k in scene.touching[concept])
        return {k for k in own if is_landmark(scene.links[k].subject) and is_landmark(scene.links[k].object)}

    @property
    def _story_pens(self) -> LinePens:
        return self.inks.step_pens if self.plan.scene.lines == "step" else self.inks.story_pens

    def _paint_story(self, painter: QPainter, links: Iterable[int]) -> None:
        """Every link in the colour of its subject, above the faint ones."""
        told = self.plan.scene.links
        faint: list[int] = []
        clear: dict[tuple[str, Sureness], list[int]] = {}
        for number in links:
            link = told[number]
            if link.faint:
                faint.append(number)
            else:
                clear.setdefault((link.hue, link.sureness), []).append(number)
        self._paint_hints(painter, faint)
        for key, numbers in clear.items():
            self.paint_lines(painter, numbers, self._story_pens[key], self.plan.scene.lines)

    def _paint_heads(self, painter: QPainter, links: Iterable[int]) -> None:
        """Arrowheads above the phrases of short lines: each shows which way it points."""
        heads: dict[str, list[Head]] = {}
        for number in links:
            link, head = self.plan.scene.links[number], self.line(number, self.plan.scene.lines).head
            if head is not None and not link.faint:
                heads.setdefault(link.hue, []).append(head)
        for hue, mine in heads.items():
            colour = self._story_pens[(hue, Sureness.STATED)].color()
            self.sprites.heads.draw(painter, mine, colour, self.plan.scene.lines)

    def _paint_hints(self, painter: QPainter, links: Iterable[int]) -> None:
        """Lines without arrowheads, to be seen at the edge of the eye."""
        painter.setPen(self.inks.hint_pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_ways(painter, [self.line(number, "far") for number in links])

    def paint_lines(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str) -> None:
        """Paint links with one pen."""
        lines = [self.line(number, size) for number in links]
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_ways(painter, lines)
        open_heads = [line.open_head for line in lines if line.open_head is not None]
        if open_heads:
            painter.setPen(self.inks.plain(pen))
            for head in open_heads:
                painter.drawPolyline(head)
        heads = [line.head for line in lines if line.head is not None]
        self.sprites.heads.draw(painter, heads, pen.color(), size)

    def paint_marks(self, painter: QPainter, links: Iterable[int]) -> None:
        """Paint what a lens marks lines with, near where they begin; on short lines there is no room for it."""
        if not self.plan.scene.tinted:
            return
        from evmap.ui.canvas.marks import mark_place

        places: dict[tuple[str, str], list[Point]] = {}
        for number in links:
            link, at = self.plan.scene.links[number], mark_place(self.plan.route(number))
            if at is not None and not self._in_phrase(number, at):
                places.setdefault((link.hue, link.mark), []).append(at)
        for (hue, mark), middles in places.items():
            self.sprites.marks.draw(painter, hue, mark, middles)

    def _in_phrase(self, number: int, point: Point) -> bool:
        """Whether a badge here would stand on the words of its line."""
        x, y, w, h = self.plan.phrase_rect(number)
        told = self.plan.level is Level.PHRASES and w > 0
        return told and x - 2 < point[0] < x + w + 2 and y - 2 < point[1] < y + h + 2

    def _paint_ways(self, painter: QPainter, lines: Iterable[Line]) -> None:
        """Paint lines without their heads; all straight ones go in one call."""
        draw_lines(painter, [line.straight for line in lines if line.straight is not None])
        for line in lines:
            if line.bent is not None:
                painter.drawPolyline(line.bent)

    def _paint_phrases(self, painter: QPainter, region: Rect, links: Iterable[int]) -> None:
        painter.setFont(self.phrase_font)
        painter.setPen(self.inks.muted)
        for number in links:
            link = self.plan.scene.links[number]
            if link.phrase_rect[2] <= 0 or link.faint:
                continue
            rect = self.plan.phrase_rect(number)
            if not overlap(rect, region, _SPILL):
                continue
            writing = self._phrases.get(number)
            if writing is None:
                writing = self._phrases[number] = _written(rect, link.phrase_lines, self.phrase_metrics)
            self._write(painter, writing)

    def paint_text(self, painter: QPainter, rect: Rect, lines: tuple[str, ...], metrics: QFontMetricsF) -> None:
        """Paint lines of text in the middle of a piece of paper, which interrupts the lines below it."""
        self._write(painter, _written(rect, lines, metrics))

    def _write(self, painter: QPainter, writing: Writing) -> None:
        painter.fillRect(writing.paper, self.inks.paper)
        for at, line in writing.lines:
            painter.drawText(at, line)

    def _paint_names(self, painter: QPainter, concepts: Iterable[int]) -> None:
        painter.setPen(self.inks.ink)
        for number in concepts:
            place = self.plan.names.get(number)
            if place is None:
                continue
            dense = place.px == DENSE_PX * self.plan.type_scale
            writing = self._names.get(number)
            if writing is None:
                writing = _named(place, self._dense_metrics if dense else self._name_metrics)
                self._names[number] = writing
            painter.setFont(self.inks.dense_font if dense else self.inks.name_font)
            self._write(painter, writing)

    def paint_name(self, painter: QPainter, place: NamePlace, metrics: QFontMetricsF) -> None:
        """Paint a name beside its icon, on paper, its lines set towards the icon."""
        painter.setPen(self.inks.ink)
        self._write(painter, _named(place, metrics))


def type_scale_of(plan: Plan, number: int) -> float:
    """The scale of the name in a concept's box: landmarks keep a readable size."""
    if plan.is_landmark(number):
        px = plan.far.px if plan.far else LANDMARK_PX
        return px * plan.type_scale / plan.scene.concepts[number].box.px
    return plan.scale


def parts(numbers: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The same numbers, so many at a time."""
    return (numbers[i : i + size] for i in range(0, len(numbers), size))


def _written(rect: Rect, lines: tuple[str, ...], metrics: QFontMetricsF) -> Writing:
    """Lines of text in the middle of a rectangle."""
    return Writing(QRectF(*rect), _lines_in(rect, lines, metrics, 0))


def _named(place: NamePlace, metrics: QFontMetricsF) -> Writing:
    """A name beside its icon."""
    x, y, w, h = place.rect
    return Writing(QRectF(x - 1, y, w + 2, h), _lines_in(place.rect, place.lines, metrics, place.side))


def _lines_in(rect: Rect, lines: tuple[str, ...], metrics: QFontMetricsF, side: int) -> tuple[tuple[QPointF, str], ...]:
    """Where each line of a text begins in a rectangle."""
    x, y, w, h = rect
    pitch = h / len(lines)
    down = (pitch + metrics.ascent() - metrics.descent()) / 2
    share = 0.5 - side / 2
    return tuple(
        (QPointF(x + (w - metrics.horizontalAdvance(line)) * share, y + i * pitch + down), line)
        for i, line in enumerate(lines)
    )


def _polygon(points: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
