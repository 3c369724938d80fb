"""Paints links: their lines, arrowheads and marks, at rest, told as a story, or seen from afar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from evmap.graph.sureness import Sureness
from evmap.layout.pieces import parts
from evmap.model import Point
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import arrowhead, point_before, shortened
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.batches import draw_lines, packed_line
from evmap.ui.canvas.painting.crowd import Crowd
from evmap.ui.canvas.painting.heads import HEADS, Head, Heads
from evmap.ui.canvas.painting.inks import PLAIN, Inks, LinePens
from evmap.ui.canvas.painting.pictures import Layer
from evmap.ui.canvas.painting.sprites import Sprites

if TYPE_CHECKING:
    from evmap.ui.canvas.geometry.far import FarView

_UNQUOTED = Sureness.BACKGROUND
"""Taken out of the enum once: it is asked of every link in every picture."""

_SOME_LINES, _SOME_HINTS, _SOME_THREADS = 60, 12, 800
"""So much is painted at a time, where the painting goes on between frames."""


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
        if plan.scene.links[number].sureness is _UNQUOTED:
            self.open_head = _polygon(arrowhead(route, length, half))
        else:
            self.head = heads.head(point_before(route, length), route[-1], size)
            route = shortened(route, 0, length * 0.7) or route
        if len(route) == 2:
            self.straight = packed_line(*route[0], *route[1])
        else:
            self.bent = _polygon(route)


class LinkPainter:
    """Paints the links of one plan in one theme. Seen from afar, a crowd draws those of a very large map."""

    def __init__(self, plan: Plan, inks: Inks, sprites: Sprites, crowd: Crowd) -> None:
        self._plan = plan
        self._inks = inks
        self._sprites = sprites
        self._crowd = crowd
        self._lines: dict[tuple[int, str], Line] = {}
        self._bones_of: tuple[Scene, frozenset[int]] | None = None
        self._far_marks: tuple[FarView | None, dict[int, Point]] | None = None

    def layers(self, links: Sequence[int]) -> Iterator[Layer]:
        """Lines at rest, then what joins two landmarks, in colour, above them."""
        if self._plan.scene.told:
            yield from self._story_layers(links)
            return
        far = self._plan.level is Level.FAR
        pens, size = (self._inks.far_pens, "far") if far else (self._inks.rest_pens, "rest")
        if self._plan.crowded:
            yield from self._crowd.thread_layers()
            for hue, mine in self._by_thread(links).items():
                for some in parts(mine, _SOME_THREADS):
                    yield partial(self._paint_threads, links=some, hue=hue)
            links = tuple(self._bones().intersection(links))
        bones: list[int] = []
        by_pen: dict[tuple[str, Sureness], list[int]] = {}
        told, tinted = self._plan.scene.links, self._plan.scene.tinted
        landmarks = self._plan.far.landmarks if self._plan.far else ()
        for number in links:
            link = told[number]
            if link.subject in landmarks and link.object in landmarks:
                bones.append(number)
            else:
                sure = link.sureness
                hue = link.hue if tinted or sure is _UNQUOTED else PLAIN
                by_pen.setdefault((hue, sure), []).append(number)
        for key, numbers in by_pen.items():
            for some in parts(numbers, _SOME_LINES):
                yield partial(self._paint_straight, links=some, pen=pens[key], size=size)
            bent = [number for number in numbers if self._line(number, size).bent is not None]
            for some in parts(bent, _SOME_LINES):
                yield partial(self._paint_bent, links=some, pen=pens[key], size=size)
            yield partial(self._paint_ends, links=numbers, pen=pens[key], size=size)
        if not far:
            yield partial(self.paint_marks, links=links)
        if bones:
            yield partial(self._paint_bones, links=bones)
            yield partial(self._paint_far_marks, links=bones)

    def paint(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str) -> None:
        """Paint links with one pen: their lines, and their heads above them."""
        lines = self._lines_of(links, size)
        self._draw_straight(painter, lines, pen)
        self._draw_bent(painter, lines, pen)
        self._draw_ends(painter, lines, pen, size)

    def _paint_straight(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str) -> None:
        self._draw_straight(painter, self._lines_of(links, size), pen)

    def _paint_bent(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str) -> None:
        self._draw_bent(painter, self._lines_of(links, size), pen)

    def _paint_ends(self, painter: QPainter, links: Iterable[int], pen: QPen, size: str) -> None:
        self._draw_ends(painter, self._lines_of(links, size), pen, size)

    def _draw_straight(self, painter: QPainter, lines: Iterable[Line], pen: QPen) -> None:
        """Draw straight lines, without their heads, in one call."""
        straight = [line.straight for line in lines if line.straight is not None]
        if straight:
            painter.setPen(pen)
            draw_lines(painter, straight)

    def _draw_bent(self, painter: QPainter, lines: Iterable[Line], pen: QPen) -> None:
        """Draw the others."""
        bent = [line.bent for line in lines if line.bent is not None]
        if bent:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for line in bent:
                painter.drawPolyline(line)

    def _draw_ends(self, painter: QPainter, lines: Iterable[Line], pen: QPen, size: str) -> None:
        """Draw the heads of lines."""
        open_heads = [line.open_head for line in lines if line.open_head is not None]
        if open_heads:
            painter.setPen(self._inks.plain(pen))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for head in open_heads:
                painter.drawPolyline(head)
        self._sprites.heads.draw(painter, [line.head for line in lines if line.head is not None], pen.color(), size)

    def _paint_far_marks(self, painter: QPainter, links: Iterable[int]) -> None:
        """Paint what a lens marks the lines between landmarks with; finer lines show it when they are lit."""
        if not self._plan.scene.tinted:
            return
        from evmap.ui.canvas.geometry.far_marks import far_marks

        if self._far_marks is None or self._far_marks[0] is not self._plan.far:
            self._far_marks = (self._plan.far, far_marks(self._plan, self._bones()))
        self._draw_marks(painter, {number: self._far_marks[1].get(number) for number in links})

    def paint_marks(self, painter: QPainter, links: Iterable[int]) -> None:
        """Paint what a lens marks lines with, near where they begin; on short lines there is no room for it."""
        if not self._plan.scene.tinted:
            return
        from evmap.ui.canvas.painting.marks import mark_place

        places = {number: mark_place(self._plan.route(number)) for number in links}
        self._draw_marks(painter, {k: at for k, at in places.items() if at is not None and not self._in_phrase(k, at)})

    def _draw_marks(self, painter: QPainter, places: Mapping[int, Point | None]) -> None:
        alike: dict[tuple[str, str], list[Point]] = {}
        for number, at in places.items():
            link = self._plan.scene.links[number]
            if at is not None:
                alike.setdefault((link.hue, link.mark), []).append(at)
        for (hue, mark), middles in alike.items():
            self._sprites.marks.draw(painter, hue, mark, middles)

    def paint_heads(self, painter: QPainter, links: Iterable[int]) -> None:
        """Arrowheads above the phrases of short lines: each shows which way it points."""
        heads: dict[str, list[Head]] = {}
        for number in links:
            link, head = self._plan.scene.links[number], self._line(number, self._plan.scene.lines).head
            if head is not None and not link.faint:
                heads.setdefault(link.hue, []).append(head)
        for hue, mine in heads.items():
            colour = self._story_pens[(hue, Sureness.STATED)].color()
            self._sprites.heads.draw(painter, mine, colour, self._plan.scene.lines)

    def _lines_of(self, links: Iterable[int], size: str) -> list[Line]:
        return [self._line(number, size) for number in links]

    def _line(self, number: int, size: str) -> Line:
        """A link's line with an arrowhead of a size."""
        key = (number, size)
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = Line(self._plan, number, size, self._sprites.heads)
        return line

    def _story_layers(self, links: Iterable[int]) -> Iterator[Layer]:
        """Every link in the colour of its subject, above the faint ones."""
        told = self._plan.scene.links
        faint: list[int] = []
        clear: dict[tuple[str, Sureness], list[int]] = {}
        for number in links:
            link = told[number]
            if link.faint:
                faint.append(number)
            else:
                clear.setdefault((link.hue, link.sureness), []).append(number)
        for some in parts(faint, _SOME_HINTS):
            yield partial(self._paint_hints, links=some)
        for key, numbers in clear.items():
            yield partial(self.paint, links=numbers, pen=self._story_pens[key], size=self._plan.scene.lines)

    def _paint_hints(self, painter: QPainter, links: Sequence[int]) -> None:
        """Lines without arrowheads, to be seen at the edge of the eye."""
        self._paint_straight(painter, links, self._inks.hint_pen, "far")
        self._paint_bent(painter, links, self._inks.hint_pen, "far")

    def _paint_bones(self, painter: QPainter, links: Iterable[int]) -> None:
        for number in links:
            link = self._plan.scene.links[number]
            pen = self._inks.bone_pens[(link.hue, link.sureness)]
            self.paint(painter, (number,), pen, "rest")

    def _bones(self) -> frozenset[int]:
        """The links between landmarks, found once for a scene."""
        scene, is_landmark = self._plan.scene, self._plan.is_landmark
        if self._bones_of is None or self._bones_of[0] is not scene:
            own = (k for concept in scene.landmarks for k in scene.touching[concept])
            found = (k for k in own if is_landmark(scene.links[k].subject) and is_landmark(scene.links[k].object))
            self._bones_of = (scene, frozenset(found))
        return self._bones_of[1]

    def _by_thread(self, links: Sequence[int]) -> dict[str, Sequence[int]]:
        """Links by the colour of their threads: one, but through a lens."""
        if not self._plan.scene.tinted:
            return {PLAIN: links}
        hues: dict[str, list[int]] = {}
        for number in links:
            hues.setdefault(self._plan.scene.links[number].hue, []).append(number)
        return dict(hues)

    def _paint_threads(self, painter: QPainter, links: Sequence[int], hue: str) -> None:
        painter.setPen(self._inks.far_pens[(hue, Sureness.STATED)])
        self._crowd.draw_threads(painter, links)

    @property
    def _story_pens(self) -> LinePens:
        return self._inks.step_pens if self._plan.scene.lines == "step" else self._inks.story_pens

    def _in_phrase(self, number: int, point: Point) -> bool:
        """Whether a badge here would stand on the words of its line."""
        x, y, w, h = self._plan.phrase_rect(number)
        told = self._plan.level is Level.PHRASES and w > 0
        return told and x - 2 < point[0] < x + w + 2 and y - 2 < point[1] < y + h + 2


def _polygon(points: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
