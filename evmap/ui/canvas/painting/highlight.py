"""Paints what is lit: over the faded map for a selection, straight over the map for what is pointed at."""

from collections.abc import Container, Iterable, Iterator
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from evmap.graph.sureness import Sureness
from evmap.layout.geometry import grown, overlap
from evmap.layout.pieces import parts
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import Lines
from evmap.ui.canvas.geometry.lit import Lit
from evmap.ui.canvas.painting.base import LIT_REACH, BasePainter
from evmap.ui.canvas.painting.pictures import Layer
from evmap.ui.canvas.painting.sprites import Look
from evmap.ui.canvas.painting.wide import WidePicture

_CELL = 96.0
_SOME_LINES, _SOME_BOXES = 12, 8

GHOST = 0.5
"""How strong something filtered is that is chosen or pointed at all the same, from a panel or by finding it."""


class HighlightPainter:
    """Paints lit concepts and links of one plan, in screen pixels from the map's origin."""

    def __init__(self, base: BasePainter) -> None:
        self._base = base
        self._inks = base.inks
        self._filtered = base.plan.scene.filtered
        self._phrase_metrics = QFontMetricsF(base.inks.phrase_font)
        self._name_metrics = QFontMetricsF(base.inks.lit_font)

    def fade(self, painter: QPainter, region: Rect) -> None:
        """Let the map fade."""
        # Asked to fill a rectangle, PySide6 would first make all gradients that Qt knows.
        painter.setBackground(self._inks.veil_brush)
        painter.eraseRect(QRectF(*grown(region, 1.0)))

    def paint(self, painter: QPainter, lit: Lit) -> None:
        """Paint lit lines on the faded map, then their phrases on paper, then lit concepts and names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for layer in self.layers(lit):
            layer(painter)

    def within(self, lit: Lit, region: Rect) -> Lit:
        """What of it may be seen in a region."""
        plan, near = self._base.plan, grown(region, LIT_REACH)
        links = frozenset(plan.links_near(near))
        # Dots hang far below the boxes of the big picture, which has few.
        concepts = frozenset(lit.concepts if plan.scene.dots else plan.concepts_near(near))
        return replace(
            lit,
            focus=tuple(i for i in lit.focus if i in concepts),
            concepts=tuple(i for i in lit.concepts if i in concepts),
            links=tuple(k for k in lit.links if k in links),
            names={i: place for i, place in lit.names.items() if overlap(place.rect, near)},
            phrases={k: place for k, place in lit.phrases.items() if overlap(place[0], near)},
            told={k: place for k, place in lit.told.items() if overlap(place[0], near)},
        )

    def layers(self, lit: Lit) -> Iterator[Layer]:
        """The same in layers that are quickly painted."""
        yield partial(self._take_away, erased=lit.erased)
        for some in parts(lit.links, _SOME_LINES):
            yield partial(self._paint_links, links=some)
        yield partial(self._base.links.paint_marks, links=lit.links)
        yield partial(self._paint_phrases, lit=lit)
        focus = set(lit.focus)
        for some in parts([number for number in lit.concepts if number not in focus], _SOME_BOXES):
            yield partial(self._paint_neighbours, concepts=some)
        for some in parts(lit.focus, _SOME_BOXES):
            yield partial(self._paint_chosen, concepts=some)
        yield partial(self._paint_names, lit=lit)

    def _take_away(self, painter: QPainter, erased: Iterable[Rect]) -> None:
        """Take away what is written at rest where lit text will stand; veiled paper is paper."""
        painter.setBackground(self._inks.paper_brush)
        for x, y, w, h in erased:
            painter.eraseRect(QRectF(x - 1, y, w + 2, h))

    def _paint_neighbours(self, painter: QPainter, concepts: Iterable[int]) -> None:
        for number in concepts:
            painter.setOpacity(GHOST if number in self._filtered.concepts else 1.0)
            usual = self._base.plan.is_icon(number) or self._base.plan.scene.told
            self._base.concepts.paint(painter, number, None if usual else Look.REST)
            self._base.concepts.paint_dots(painter, number)
        painter.setOpacity(1.0)

    def _paint_chosen(self, painter: QPainter, concepts: Iterable[int]) -> None:
        for number in concepts:
            painter.setOpacity(GHOST if number in self._filtered.concepts else 1.0)
            self._base.concepts.paint(painter, number, Look.CHOSEN)
            self._base.concepts.paint_dots(painter, number)
        painter.setOpacity(1.0)

    def point_at(self, painter: QPainter, lit: Lit, region: Rect, chosen: Container[int]) -> None:
        """Paint the neighbourhood of what is pointed at over the picture; its lines pass below what is written.

        What is chosen goes on looking so.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_links(painter, lit.links)
        self._base.links.paint_marks(painter, lit.links)
        lines = Lines(_CELL)
        for number in lit.links:
            lines.add(self._base.plan.route(number))
        self._base.paint_texts_crossed(painter, region, lines)
        self._paint_phrases(painter, lit)
        for number in lit.concepts:
            painter.setOpacity(GHOST if number in self._filtered.concepts else 1.0)
            self._base.concepts.paint(painter, number, Look.CHOSEN if number in chosen else None)
        painter.setOpacity(1.0)
        for number in lit.focus or lit.concepts:
            self._base.concepts.paint_ring(painter, number)
        self._paint_names(painter, lit)

    def _paint_phrases(self, painter: QPainter, lit: Lit) -> None:
        painter.setPen(self._inks.ink)
        painter.setFont(self._base.texts.font)
        for rect, box in lit.told.values():
            self._base.texts.paint_text(painter, rect, box.lines, self._base.texts.metrics)
        painter.setFont(self._inks.phrase_font)
        for rect, box in lit.phrases.values():
            self._base.texts.paint_text(painter, rect, box.lines, self._phrase_metrics)

    def _paint_names(self, painter: QPainter, lit: Lit) -> None:
        painter.setFont(self._inks.lit_font)
        for place in lit.names.values():
            self._base.texts.paint_name(painter, place, self._name_metrics)

    def _paint_links(self, painter: QPainter, links: Iterable[int]) -> None:
        """Lines of one look together: Qt is called once for all of them."""
        alike: dict[tuple[str, Sureness, bool], list[int]] = {}
        for number in links:
            link = self._base.plan.scene.links[number]
            alike.setdefault((link.hue, link.sureness, number in self._filtered.links), []).append(number)
        for (hue, sureness, filtered), mine in alike.items():
            painter.setOpacity(GHOST if filtered else 1.0)
            self._base.links.paint(painter, mine, self._inks.lit_pens[(hue, sureness)], "lit")
        painter.setOpacity(1.0)


class LitParts:
    """Paints parts of the lit map: the map at rest, faded, and what is lit above it."""

    def __init__(self, base: BasePainter, below: WidePicture, lit: Lit) -> None:
        self.prepare = base.prepare
        self._highlight = HighlightPainter(base)
        self.fade = self._highlight.fade
        self._below = below
        self._lit = lit

    def stand_in(self, painter: QPainter, region: Rect) -> None:
        """The map at rest, as far as that is painted."""
        self._paint_faded(painter, region)

    def layers(self, region: Rect) -> Iterator[Layer]:
        """All of a part in layers, of as little as is seen there."""
        yield partial(self._paint_faded, region=region)
        yield from self._highlight.layers(self._highlight.within(self._lit, region))

    def lit_layers(self, _region: Rect) -> Iterator[Layer]:
        """What is lit, in layers for a picture that is faded already."""
        yield from self._highlight.layers(self._lit)

    def _paint_faded(self, painter: QPainter, region: Rect) -> None:
        below = self._below.picture
        painter.drawPixmap(QPointF(-below.origin[0], -below.origin[1]), below.pixmap)
        self.fade(painter, region)
