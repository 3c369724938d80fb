"""Paints what lies over the picture of the map while a hand or the keyboard is at it: light, rectangle, focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from evmap.ui.canvas.hand.hand import Hand
from evmap.ui.canvas.hand.reach import Reach
from evmap.ui.canvas.sight import Sight


def paint_tools(painter: QPainter, sight: Sight, reach: Reach, hand: Hand, *, focused: bool) -> None:
    """Paint the light on what is pointed at, the rectangle being drawn and, if so, where the keyboard's focus is."""
    hovered, stage, free = sight.workspace.hovered, sight.stage, reach.carrying is None
    if hovered is not None and sight.eye.still and not hand.busy and free:
        stage.paint_pointed(painter, sight.shot_at_rest(), hovered)
    if reach.band is not None:
        painter.setPen(stage.inks.band_pen)
        painter.setBrush(stage.inks.band)
        painter.drawRect(QRectF(*reach.band))
    if focused and free:
        _paint_focus(painter, sight, reach.chosen_item())


def _paint_focus(painter: QPainter, sight: Sight, chosen: str | None) -> None:
    """A ring round what the keys are at: the one thing that is chosen and in sight, or the whole map."""
    rect = sight.rect_of(chosen) if chosen is not None and sight.eye.at_rest else None
    whole = QRectF(0, 0, *sight.view_size()).adjusted(1, 1, -1, -1)
    ring = QRectF(*rect).adjusted(-7, -7, 7, 7) if rect is not None else whole
    if not whole.intersects(ring):
        ring = whole
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (sight.stage.inks.focus_ground_pen, sight.stage.inks.focus_pen):  # on any ground, one of the two is seen
        painter.setPen(pen)
        painter.drawRoundedRect(ring, 6, 6)
