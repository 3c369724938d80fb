"""A short piece of line as the map draws it, for legend and link rows: how sure the source is, at a glance."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from evmap.graph.sureness import Sureness
from evmap.ui.theme import Theme

_WIDTH = 1.8
_DASHES: dict[Sureness, list[float]] = {
    Sureness.HEDGED: [7.0, 4.5],
    Sureness.OPEN: [7.0, 4.5],
    Sureness.COMPARISON: [1.6, 3.6],
}
"""In pixels, as on the map."""
_HEAD = 6.0


def dashes_of(sure: Sureness) -> list[float]:
    """The dashes and gaps of a line, in pixels; none for one that is solid."""
    return _DASHES.get(sure, [])


def draw_line_sample(
    painter: QPainter, box: QRectF, sure: Sureness, theme: Theme, colour: QColor | None = None
) -> None:
    """Draw the sample across the middle of ``box``, with the arrow head that the map's line has."""
    ink = colour or theme.colour("background" if sure is Sureness.BACKGROUND else "ink")
    y = box.center().y()
    tip = QPointF(box.right(), y)
    pen = QPen(ink, _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if sure in _DASHES:
        pen.setDashPattern([length / _WIDTH for length in _DASHES[sure]])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    is_open = sure is Sureness.BACKGROUND
    painter.drawLine(QPointF(box.left(), y), tip if is_open else tip - QPointF(_HEAD - 1, 0))
    _draw_head(painter, tip, ink, is_open)


def _draw_head(painter: QPainter, tip: QPointF, ink: QColor, is_open: bool) -> None:
    wings = [tip + QPointF(-_HEAD, -_HEAD * 0.55), tip, tip + QPointF(-_HEAD, _HEAD * 0.55)]
    painter.setPen(QPen(ink, 1.6) if is_open else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_open else ink)
    if is_open:
        painter.drawPolyline(QPolygonF(wings))
    else:
        painter.drawPolygon(QPolygonF(wings))
