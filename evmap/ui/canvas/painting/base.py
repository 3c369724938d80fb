"""Paints the map at rest: paper, links, concepts, phrases and names, in this order, for any part of the screen."""

from collections.abc import Container, Iterator, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from evmap.layout.geometry import grown
from evmap.layout.pieces import Pieces, parts
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import Lines
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.concepts import ConceptPainter
from evmap.ui.canvas.painting.crowd import Crowd
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.painting.links import LinkPainter
from evmap.ui.canvas.painting.pictures import Layer
from evmap.ui.canvas.painting.sprites import Sprites
from evmap.ui.canvas.painting.writing import TextPainter

LIT_REACH = 8.0
"""So far from its middle a lit line or its arrowhead may paint."""

_SOME_BOXES, _SOME_TEXTS = 8, 24
"""So much is painted at a time, where the painting goes on between frames."""

_BEFORE_LANE = 8.0

_NOBODY: frozenset[int] = frozenset()


def _nothing(_painter: QPainter) -> None:
    """A layer between two things that take long."""


class Ground(Protocol):
    """What lies below everything."""

    def prepare(self, region: Rect) -> Pieces[None]:
        """Do in pieces what has to be done before a region is painted."""

    def layers(self, region: Rect) -> Iterator[Layer]:
        """All of it in a region, in layers."""


class BasePainter:
    """Paints one plan in one theme. All coordinates are screen pixels from the map's origin.

    Attributes:
        plan: what stands where.
        inks: the pens, brushes and fonts.
        links: what paints links, one by one or in layers.
        concepts: what paints concepts.
        texts: what writes phrases and names.
    """

    def __init__(self, plan: Plan, inks: Inks, sprites: Sprites) -> None:
        self.plan = plan
        self.inks = inks
        self.sprites = sprites
        self._crowd = Crowd(plan, sprites)
        self.links = LinkPainter(plan, inks, sprites, self._crowd)
        self.concepts = ConceptPainter(plan, inks, sprites)
        self.texts = TextPainter(plan, inks)
        self._ground: Ground | None = None

    def lie_on(self, ground: Ground) -> None:
        """Have something else than paper below everything."""
        self._ground = ground

    def dress(self, scene: Scene) -> None:
        """Paint the same scene in other colours, or with other parts of it filtered."""
        self.plan.dress(scene)
        self.texts.dress()
        self._crowd.dress()

    def prepare(self, region: Rect) -> Pieces[None]:
        """Do in pieces what has to be done before a region is painted."""
        yield from self.plan.prepare(region)
        if self._ground is not None:
            yield from self._ground.prepare(region)

    def paint(self, painter: QPainter, region: Rect, without: Container[int] = _NOBODY) -> None:
        """Paint everything in a region, but for some concepts; what is filtered and pale lies below a veil."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers(region, without):
            layer(painter)

    def stand_in(self, painter: QPainter, region: Rect) -> None:
        """Paint paper where a region is still to be painted."""
        painter.fillRect(QRectF(*region), self.inks.paper)

    def layers(self, region: Rect, without: Container[int] = _NOBODY) -> Iterator[Layer]:
        """Everything in a region, but for some concepts, in layers that are quickly painted, from below."""
        yield from self._ground.layers(region) if self._ground is not None else self._paper(region)
        links = self.plan.links_in(region)
        yield _nothing  # to find so many takes as long as many a layer
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

    def paint_texts_crossed(self, painter: QPainter, region: Rect, lines: Lines) -> None:
        """Paint again what is written outside boxes in a region, above lines that were painted through it."""
        plan = self.plan
        # Only what is crossed: to write everything again would be most of the time that pointing at something takes.
        names = [i for i, place in plan.names.items() if lines.hits(grown(place.rect, LIT_REACH))]
        links = plan.links_in(region) if plan.level is Level.PHRASES else []
        if not plan.scene.told:
            links = [k for k in links if lines.hits(grown(plan.phrase_rect(k), LIT_REACH))]
        for layer in self._text_layers(region, links, names):
            layer(painter)

    def _part_layers(self, region: Rect, links: Sequence[int], concepts: Sequence[int]) -> Iterator[Layer]:
        yield from self.links.layers(links)
        if self.plan.far is not None:
            yield from self._crowd.icon_layers(concepts)
        for some in parts(self.concepts.boxes_of(concepts), _SOME_BOXES):
            yield partial(self.concepts.paint_boxes, concepts=some)
        yield from self._text_layers(region, links, concepts)

    def _text_layers(self, region: Rect, links: Sequence[int], concepts: Sequence[int]) -> Iterator[Layer]:
        if self.plan.level is Level.PHRASES:
            for some in parts(links, _SOME_TEXTS):
                yield partial(self.texts.paint_phrases, region=region, links=some)
            if self.plan.scene.told:
                yield partial(self.links.paint_heads, links=links)
                yield partial(self.links.paint_marks, links=[k for k in links if not self.plan.scene.links[k].faint])
        if self.plan.names:
            for some in parts(concepts, _SOME_TEXTS):
                yield partial(self.texts.paint_names, concepts=some)

    def _paper(self, region: Rect) -> Iterator[Layer]:
        yield partial(self._paint_paper, region=region)

    def _paint_paper(self, painter: QPainter, region: Rect) -> None:
        painter.setBackground(self.inks.paper_brush)
        painter.eraseRect(QRectF(*region))
        if self.plan.scene.lanes:
            self._paint_lanes(painter, region)

    def _paint_veil(self, painter: QPainter, region: Rect) -> None:
        painter.fillRect(QRectF(*region), self.inks.veil)

    def _paint_lanes(self, painter: QPainter, region: Rect) -> None:
        """A fine rule before each lane, as between the columns of a table."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self.inks.lane_pen)
        for lane in self.plan.scene.lanes[1:]:
            x = round(lane.left * self.plan.scale - _BEFORE_LANE) + 0.5
            painter.drawLine(QPointF(x, region[1]), QPointF(x, region[1] + region[3]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
