"""The glass over the class's map: pointer, spotlight, drawing and zoom frame, at the same points in both windows."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from evmap.model import Point
from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme
from evmap.workspace.talk import Stroke, Talk, Tool

_POINTER, _SPOT, _PEN, _ERASER = 1 / 60, 1 / 6, 1 / 240, 1 / 36
"""Shares of the height: radius of the pointer and of the light, width of the pen, reach of the eraser."""

_LEAST_FRAME = 24
_CURSORS = {
    Tool.POINTER: Qt.CursorShape.BlankCursor,
    Tool.SPOTLIGHT: Qt.CursorShape.BlankCursor,
    Tool.PEN: Qt.CursorShape.CrossCursor,
    Tool.ERASER: Qt.CursorShape.PointingHandCursor,
    Tool.ZOOM: Qt.CursorShape.CrossCursor,
}


class Glass(QWidget):
    """Paints a talk's tools over a canvas, and is what the hand touches while it holds one."""

    def __init__(self, talk: Talk, canvas: Canvas, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._talk = talk
        self._canvas = canvas
        self._frame_from: QPointF | None = None
        self._frame_to: QPointF | None = None
        accent, shade = theme.colour("hedge"), QColor(0, 0, 0, 170)
        self._ink, self._accent, self._shade = theme.colour("hedge"), accent, QBrush(shade)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.follow()

    def follow(self) -> None:
        """Take the tool that the talk says; without one the hand reaches through to the map."""
        tool = self._talk.state.tool
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, tool is Tool.HAND)
        self.setCursor(_CURSORS.get(tool, Qt.CursorShape.ArrowCursor))
        if tool is not Tool.ZOOM:
            self._frame_from = self._frame_to = None
        self.update()

    def to_map(self, at: QPointF) -> Point:
        """A point of the glass on the map."""
        return self._canvas.camera.to_map((at.x(), at.y()), self._canvas.view_size())

    def to_screen(self, at: Point) -> QPointF:
        """A point of the map on the glass."""
        return QPointF(*self._canvas.camera.to_screen(at, self._canvas.view_size()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the tool down."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        at, tool = event.position(), self._talk.state.tool
        if tool is Tool.PEN:
            self._talk.pen_down(self.to_map(at))
        elif tool is Tool.ERASER:
            self._erase(at)
        elif tool is Tool.ZOOM:
            self._frame_from = self._frame_to = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the tool."""
        at, tool = event.position(), self._talk.state.tool
        pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if tool in (Tool.POINTER, Tool.SPOTLIGHT):
            self._talk.point_at(self.to_map(at))
        elif tool is Tool.PEN and pressed:
            self._talk.pen_to(self.to_map(at))
        elif tool is Tool.ERASER and pressed:
            self._erase(at)
        elif tool is Tool.ZOOM and self._frame_from is not None:
            self._frame_to = at
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the tool; a frame that is large enough is zoomed into."""
        if self._talk.state.tool is Tool.ZOOM and self._frame_from is not None:
            frame = QRectF(self._frame_from, event.position()).normalized()
            self._frame_from = self._frame_to = None
            self.update()
            if frame.width() >= _LEAST_FRAME and frame.height() >= _LEAST_FRAME:
                x, y = self.to_map(frame.topLeft())
                right, bottom = self.to_map(frame.bottomRight())
                self._talk.zoom_into((x, y, right - x, bottom - y))

    def _erase(self, at: QPointF) -> None:
        self._talk.erase(self.to_map(at), self.height() * _ERASER / self._canvas.camera.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint drawing, light, pointer and frame."""
        state, aim = self._talk.state, self._talk.aim
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ink(painter, self._talk.ink.strokes(state.at.step))
            if state.tool is Tool.SPOTLIGHT:
                self._paint_spot(painter, self.to_screen(aim) if aim else QPointF(self.rect().center()))
            elif state.tool is Tool.POINTER and aim:
                self._paint_pointer(painter, self.to_screen(aim))
            if self._frame_from is not None and self._frame_to is not None:
                painter.setPen(QPen(self._accent, 2, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(self._frame_from, self._frame_to).normalized())

    def _paint_ink(self, painter: QPainter, strokes: tuple[Stroke, ...]) -> None:
        pen = QPen(self._ink, max(self.height() * _PEN, 2.5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in strokes:
            points = [self.to_screen(point) for point in stroke.points]
            if len(points) == 1:
                painter.drawPoint(points[0])
            else:
                painter.drawPolyline(QPolygonF(points))

    def _paint_spot(self, painter: QPainter, at: QPointF) -> None:
        radius = self.height() * _SPOT
        dark = QPainterPath()
        dark.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addEllipse(at, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(dark.subtracted(hole), self._shade)

    def _paint_pointer(self, painter: QPainter, at: QPointF) -> None:
        radius = max(self.height() * _POINTER, 8.0)
        glow = QRadialGradient(at, radius * 1.8)
        clear = QColor(self._accent)
        clear.setAlpha(0)
        glow.setColorAt(0.0, self._accent)
        glow.setColorAt(0.45, self._accent)
        glow.setColorAt(1.0, clear)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(at, radius * 1.8, radius * 1.8)
