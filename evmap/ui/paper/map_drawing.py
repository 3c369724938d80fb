"""Draws a plan as the canvas paints it at rest, but as vectors: the same places, lines, names, phrases and marks.

Every concept and every link is drawn once and belongs to a group of its own. What is lit is therefore left out of the
faded map below it, where the canvas would paint over it. A phrase stands above all lines, so it has its own group.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager

from PySide6.QtGui import QColor, QPen

from evmap.graph.sureness import Sureness
from evmap.layout.boxes import PHRASE_PX
from evmap.layout.geometry import overlap
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.far_marks import far_marks
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.lit import Lit
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import arrowhead, bounds_of, point_before, shortened
from evmap.ui.canvas.geometry.scene import SceneLink
from evmap.ui.canvas.geometry.screen_sizes import LIT_PX, ON_LINE
from evmap.ui.canvas.painting.heads import HEADS
from evmap.ui.canvas.painting.highlight import GHOST
from evmap.ui.canvas.painting.inks import PLAIN, Inks
from evmap.ui.canvas.painting.marks import mark_place
from evmap.ui.canvas.painting.sprites import Look
from evmap.ui.paper.concepts import ConceptDrawing
from evmap.ui.paper.pencil import Pencil, shape, way
from evmap.ui.paper.type import NORMAL, SEMIBOLD, Type

_BEFORE_LANE = 8.0
_SPILL = 4.0
_RUNS_INTO = 0.7
"""So much of an arrowhead's length its line stops before the tip."""

Done = Callable[[], None]
"""Called after every concept and every link; may raise to give the drawing up."""


class MapDrawing:
    """Draws one plan with one set of inks, in pixels from the map's origin.

    Args:
        plan: what stands where.
        inks: the pens and colours.
        pencil: what draws.
        sentence: a link's sentence by its id.
        lit: what is lit, with its names and phrases placed; nothing where all is at rest.
    """

    def __init__(
        self, plan: Plan, inks: Inks, pencil: Pencil, sentence: Callable[[str], str], lit: Lit | None = None
    ) -> None:
        self._plan, self._inks, self._pencil, self._sentence = plan, inks, pencil, sentence
        self._scene = plan.scene
        self._lit = lit or Lit((), (), ())
        self._is_lit = lit is not None
        self._concepts = ConceptDrawing(plan, inks, pencil)
        self._erased = frozenset(self._lit.erased)
        self._bones = self._bones_of()
        self._far_marks = far_marks(plan, self._bones) if plan.scene.tinted else {}

    def pieces(self, region: Rect) -> int:
        """How many concepts and links a drawing of a region has."""
        plan = self._plan
        return len(plan.links_in(region)) + len(plan.concepts_in(region)) + 1

    def draw(self, region: Rect, done: Done) -> None:
        """Draw what is seen in a region, from below upwards."""
        self._pencil.fill(region, self._inks.paper)
        self._lane_rules(region)
        lit_links, lit_concepts = set(self._lit.links), set(self._lit.concepts)
        links = [k for k in self._plan.links_in(region) if k not in lit_links]
        concepts = [i for i in self._plan.concepts_in(region) if i not in lit_concepts]
        pale = self._scene.pale
        if pale:
            faded = [k for k in links if k in pale.links], [i for i in concepts if i in pale.concepts]
            self._part(region, *faded, done)
            self._pencil.fill(region, self._inks.veil)
            links = [k for k in links if k not in pale.links]
            concepts = [i for i in concepts if i not in pale.concepts]
        self._part(region, links, concepts, done)
        if self._is_lit:
            self._pencil.fill(region, self._inks.veil)
            self._draw_lit(done)

    # The map at rest.

    def _part(self, region: Rect, links: Sequence[int], concepts: Sequence[int], done: Done) -> None:
        for number in self._ordered(links):
            self._line_at_rest(number)
            done()
        if self._plan.level is Level.PHRASES:
            told = [k for k in links if self._tells(k, region)]
            for number in told:
                self._phrase_at_rest(number)
            if self._scene.told:
                self._heads_again(links, told)
                for number in links:
                    if not self._scene.links[number].faint:
                        self._mark_of(number)
        for number in concepts:
            self._concept_at_rest(number)
            done()

    def _ordered(self, links: Sequence[int]) -> list[int]:
        """Hinted lines first, then those at rest, then those between landmarks."""
        return sorted(links, key=lambda k: (not self._scene.links[k].faint, k in self._bones))

    def _bones_of(self) -> frozenset[int]:
        """The links between landmarks, seen from afar."""
        if self._plan.far is None or self._scene.told:
            return frozenset()
        is_landmark = self._plan.is_landmark
        return frozenset(
            k for k, link in enumerate(self._scene.links) if is_landmark(link.subject) and is_landmark(link.object)
        )

    def _line_at_rest(self, number: int) -> None:
        link, inks = self._scene.links[number], self._inks
        with self._link(number):
            if link.faint:
                self._line(number, inks.hint_pen, "far", head=False)
            elif self._scene.told:
                self._line(number, self._story_pen(link), self._scene.lines)
            elif number in self._bones:
                self._line(number, inks.bone_pens[(link.hue, link.sureness)], "rest")
                if self._scene.tinted and number in self._far_marks:
                    self._concepts.mark(self._far_marks[number], ON_LINE, link.hue, link.mark)
            elif self._plan.crowded:
                hue = link.hue if self._scene.tinted else PLAIN
                self._thread(link, inks.far_pens[(hue, Sureness.STATED)])
            else:
                far = self._plan.level is Level.FAR
                hue = link.hue if self._scene.tinted or link.sureness is Sureness.BACKGROUND else PLAIN
                pens, size = (inks.far_pens, "far") if far else (inks.rest_pens, "rest")
                self._line(number, pens[(hue, link.sureness)], size)
                if not far:
                    self._mark_of(number)

    def _story_pen(self, link: SceneLink) -> QPen:
        pens = self._inks.step_pens if self._scene.lines == "step" else self._inks.story_pens
        return pens[(link.hue, link.sureness)]

    def _link(self, number: int) -> AbstractContextManager[None]:
        link = self._scene.links[number]
        return self._pencil.group(f"link-{link.id}", self._sentence(link.id))

    def _line(self, number: int, pen: QPen, size: str, *, head: bool = True) -> None:
        """A link's line with its arrowhead; what is not in the sources ends in an open head that its line runs into."""
        route = self._plan.route(number)
        if len(route) < 2:
            return
        length, half = HEADS[size]
        is_open = self._scene.links[number].sureness is Sureness.BACKGROUND
        line = route if is_open else shortened(route, 0, length * _RUNS_INTO) or route
        self._pencil.draw(way(line), pen)
        if is_open:
            self._pencil.draw(way(arrowhead(route, length, half)), self._inks.plain(pen))
        elif head:
            self._head(route, size, pen.color())

    def _head(self, route: Sequence[Point], size: str, colour: QColor) -> None:
        self._pencil.draw(shape(_head(route, size)), None, colour)

    def _thread(self, link: SceneLink, pen: QPen) -> None:
        rects = self._plan.rects
        ends = [rects[link.subject], rects[link.object]]
        self._pencil.draw(way((x + w / 2, y + h / 2) for x, y, w, h in ends), pen)

    def _heads_again(self, links: Iterable[int], told: Collection[int]) -> None:
        """Arrowheads that a phrase stands on are drawn above it too: each shows which way it points."""
        phrases = [self._plan.phrase_rect(k) for k in told]
        size = self._scene.lines
        for number in links:
            link, route = self._scene.links[number], self._plan.route(number)
            if link.faint or len(route) < 2 or link.sureness is Sureness.BACKGROUND:
                continue
            spot = bounds_of(_head(route, size))
            if any(overlap(spot, phrase) for phrase in phrases):
                self._head(route, size, self._story_pen(link).color())

    def _mark_of(self, number: int) -> None:
        """What a lens marks a line with, near where it begins; on short lines there is no room for it."""
        link = self._scene.links[number]
        if not self._scene.tinted:
            return
        at = mark_place(self._plan.route(number))
        if at is not None and not self._in_phrase(number, at):
            self._concepts.mark(at, ON_LINE, link.hue, link.mark)

    def _in_phrase(self, number: int, point: Point) -> bool:
        x, y, w, h = self._plan.phrase_rect(number)
        told = self._plan.level is Level.PHRASES and w > 0
        return told and x - 2 < point[0] < x + w + 2 and y - 2 < point[1] < y + h + 2

    def _tells(self, number: int, region: Rect) -> bool:
        link, rect = self._scene.links[number], self._plan.phrase_rect(number)
        return rect[2] > 0 and not link.faint and overlap(rect, region, _SPILL)

    def _phrase_at_rest(self, number: int) -> None:
        rect = self._plan.phrase_rect(number)
        lines = () if rect in self._erased else self._scene.links[number].phrase_lines
        self._phrase(number, rect, lines, self._plan.phrase_px, self._inks.muted)

    def _phrase(self, number: int, rect: Rect, lines: tuple[str, ...], px: float, colour: QColor) -> None:
        """A phrase on a piece of paper, which interrupts the lines below it."""
        self._pencil.fill(rect, self._inks.paper)
        if lines:
            link = self._scene.links[number]
            with self._pencil.group(f"phrase-{link.id}", self._sentence(link.id)):
                self._concepts.write(rect, lines, Type(px, SEMIBOLD, italic=True), colour)

    def _concept_at_rest(self, number: int) -> None:
        concept, place = self._scene.concepts[number], self._plan.names.get(number)
        with self._pencil.group(f"concept-{concept.id}", concept.name):
            self._concepts.draw(number)
            if place is not None:
                lines = () if place.rect in self._erased else place.lines
                self._name(place.rect, lines, Type(place.px, NORMAL), place.side)

    def _name(self, rect: Rect, lines: tuple[str, ...], face: Type, side: int) -> None:
        x, y, w, h = rect
        self._pencil.fill((x - 1, y, w + 2, h), self._inks.paper)
        self._concepts.write(rect, lines, face, self._inks.ink, side)

    def _lane_rules(self, region: Rect) -> None:
        """A fine rule before each lane, as between the columns of a table."""
        for lane in self._scene.lanes[1:]:
            x = round(lane.left * self._plan.scale - _BEFORE_LANE) + 0.5
            self._pencil.draw(way([(x, region[1]), (x, region[1] + region[3])]), self._inks.lane_pen)

    # What is lit.

    def _draw_lit(self, done: Done) -> None:
        lit, scene, inks = self._lit, self._scene, self._inks
        for number in lit.links:
            link = scene.links[number]
            with self._link(number), self._pencil.faded(GHOST if number in scene.filtered.links else 1.0):
                self._line(number, inks.lit_pens[(link.hue, link.sureness)], "lit")
            done()
        for number in lit.links:
            self._mark_of(number)
        at_rest, lit_px = self._plan.phrase_px, PHRASE_PX * inks.theme.scale
        for told, px in ((lit.told, at_rest), (lit.phrases, lit_px)):
            for number, (rect, box) in told.items():
                self._phrase(number, rect, box.lines, px, inks.ink)
        focus = set(lit.focus)
        for number in (*(i for i in lit.concepts if i not in focus), *lit.focus):
            self._lit_concept(number, is_chosen=number in focus)
            done()

    def _lit_concept(self, number: int, *, is_chosen: bool) -> None:
        concept, place = self._scene.concepts[number], self._lit.names.get(number)
        usual = self._plan.is_icon(number) or self._scene.told
        look = Look.CHOSEN if is_chosen else None if usual else Look.REST
        with self._pencil.group(f"concept-{concept.id}", concept.name):
            with self._pencil.faded(GHOST if number in self._scene.filtered.concepts else 1.0):
                self._concepts.draw(number, look)
            if place is not None:
                face = Type(LIT_PX * self._inks.theme.scale, SEMIBOLD)
                self._name(place.rect, place.lines, face, place.side)


def _head(route: Sequence[Point], size: str) -> tuple[Point, Point, Point]:
    """The corners of a filled arrowhead, turned as the end of its line is."""
    length, half = HEADS[size]
    return arrowhead((point_before(route, length), route[-1]), length, half)
