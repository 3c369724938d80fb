"""Paints what is written outside boxes: phrases and names, each on a piece of paper of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from evmap.layout.geometry import overlap
from evmap.model import Rect
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.painting.inks import Inks

if TYPE_CHECKING:  # there are names beside icons only seen from afar
    from evmap.ui.canvas.geometry.names import NamePlace

_SPILL = 4.0
"""So far beyond its paper a text may reach."""


class Writing(Struct, frozen=True, gc=False):
    """Lines of text ready to be drawn on their piece of paper."""

    paper: QRectF
    lines: tuple[tuple[QPointF, str], ...]


class TextPainter:
    """Writes the phrases and names of one plan in one theme.

    Attributes:
        font: the type of phrases at rest.
        metrics: its measures.
    """

    def __init__(self, plan: Plan, inks: Inks) -> None:
        self._plan = plan
        self._inks = inks
        self._phrases: dict[int, Writing] = {}
        self._names: dict[int, Writing] = {}
        self.font = inks.theme.sans(plan.phrase_px, QFont.Weight.DemiBold, italic=True)
        self.metrics = QFontMetricsF(self.font)

    def dress(self) -> None:
        """Names may stand elsewhere now."""
        self._names.clear()

    def paint_phrases(self, painter: QPainter, region: Rect, links: Iterable[int]) -> None:
        """Write the phrases of links, as far as they are in a region."""
        painter.setFont(self.font)
        painter.setPen(self._inks.muted)
        for number in links:
            link = self._plan.scene.links[number]
            rect = self._plan.phrase_rect(number)
            if rect[2] <= 0 or link.faint or not overlap(rect, region, _SPILL):
                continue
            writing = self._phrases.get(number)
            if writing is None:
                writing = self._phrases[number] = _written(rect, link.phrase_lines, self.metrics)
            self._write(painter, writing)

    def paint_names(self, painter: QPainter, concepts: Iterable[int]) -> None:
        """Write the names of concepts that are icons with a name beside them."""
        painter.setPen(self._inks.ink)
        for number in concepts:
            place = self._plan.names.get(number)
            if place is None:
                continue
            font, metrics = self._inks.name_font(place.px)
            writing = self._names.get(number)
            if writing is None:
                writing = self._names[number] = _named(place, metrics)
            painter.setFont(font)
            self._write(painter, writing)

    def paint_text(self, painter: QPainter, rect: Rect, lines: tuple[str, ...], metrics: QFontMetricsF) -> None:
        """Paint lines of text in the middle of a piece of paper, which interrupts the lines below it."""
        self._write(painter, _written(rect, lines, metrics))

    def paint_name(self, painter: QPainter, place: NamePlace, metrics: QFontMetricsF) -> None:
        """Paint a name beside its icon, on paper, its lines set towards the icon."""
        painter.setPen(self._inks.ink)
        self._write(painter, _named(place, metrics))

    def _write(self, painter: QPainter, writing: Writing) -> None:
        painter.setBackground(self._inks.paper_brush)
        painter.eraseRect(writing.paper)
        for at, line in writing.lines:
            painter.drawText(at, line)


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
    # What is set towards an icon at its left begins there however wide it is.
    indents = [(w - metrics.horizontalAdvance(line)) * share if share else 0.0 for line in lines]
    return tuple(
        (QPointF(x + indent, y + i * pitch + down), line)
        for i, (line, indent) in enumerate(zip(lines, indents, strict=True))
    )
