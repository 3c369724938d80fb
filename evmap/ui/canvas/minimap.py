"""The small map in the corner: where the view is on the whole, and a way to move it."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from evmap.layout.pieces import Pieces, parts, whole
from evmap.model import Rect
from evmap.ui.canvas.geometry.camera import Camera, fit
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.inks import brush_of
from evmap.ui.slowly import Slowly
from evmap.ui.theme import Theme

WIDTH, HEIGHT = 172, 104
_EDGE = 9.0
_SOME, _MANY, _CROWD = 100, 300, 2000
"""So many boxes are drawn at a time; more than so many are drawn between events."""


class Minimap(QWidget):
    """Shows the whole map as coloured boxes and the view as a frame.

    Signals:
        asked_for(QPointF): the map point that is to be the middle of the view.
    """

    asked_for = Signal(QPointF)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAccessibleName("Minimap")
        self.setAccessibleDescription("The whole map; the frame is what you see. Click or drag to move there.")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._scene: Scene | None = None
        self._camera = Camera()
        self._view: Rect = (0, 0, 1, 1)
        self._picture: QPixmap | None = None
        self._drawn_of: Scene | None = None

    def set_scene(self, scene: Scene, theme: Theme) -> None:
        """Show another scene, or the same in other colours."""
        self._scene = scene
        self._camera = fit(scene.bounds, (WIDTH, HEIGHT), (_EDGE, _EDGE, _EDGE, _EDGE), smallest=0.0)
        self._paper = theme.colour("panel")
        self._frame = QPen(theme.colour("accent"), 1.5)
        soft = QColor(theme.colour("accent"))
        soft.setAlphaF(0.10)
        self._soft = brush_of(soft)
        self._border = QPen(theme.colour("faint"), 1.0)
        self._theme = theme
        self._drawn_of = None
        if "_slowly" in vars(self):
            self._slowly.drop()
        self.update()

    def set_view(self, view: Rect) -> None:
        """Show which part of the map is seen."""
        if view != self._view:
            self._view = view
            self.update()

    def _on_map(self, rect: Rect) -> QRectF:
        x, y = self._camera.to_screen((rect[0], rect[1]), (WIDTH, HEIGHT))
        return QRectF(x, y, rect[2] * self._camera.scale, rect[3] * self._camera.scale)

    @cached_property
    def _slowly(self) -> Slowly:
        """What draws a large map; made when there is one."""
        return Slowly(self)

    def _drawn(self) -> QPixmap:
        """The small map; of a large one, what was drawn last, until all is drawn anew."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture, self._drawn_of = self._empty(ratio), None
        if self._scene is not None and self._drawn_of is not self._scene:
            self._drawn_of = self._scene
            drawing = self._drawing(self._scene, self._empty(ratio))
            if len(self._scene.concepts) > _MANY:
                self._slowly.begin(drawing, self._show)
            else:
                self._picture = whole(drawing)
        return self._picture

    def _show(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def _empty(self, ratio: float) -> QPixmap:
        picture = QPixmap(QSize(WIDTH, HEIGHT) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._border)
            painter.setBrush(self._paper)
            painter.drawRoundedRect(QRectF(0.5, 0.5, WIDTH - 1, HEIGHT - 1), 8, 8)
        return picture

    def _drawing(self, scene: Scene, picture: QPixmap) -> Pieces[QPixmap]:
        """Draw all boxes, some at a time."""
        away = scene.filtered.concepts
        # Few boxes are drawn larger than they are, to be seen; many would leave no paper between them.
        more = 0.6 if len(scene.concepts) < _CROWD else 0.2
        for some in parts(range(len(scene.concepts)), _SOME):
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                for concept in (scene.concepts[number] for number in some if number not in away):
                    painter.setBrush(self._theme.colour(concept.hue))
                    box = self._on_map(concept.rect)
                    painter.drawRoundedRect(box.adjusted(-more / 2, -more, more / 2, more), 1.0, 1.0)
            yield
        return picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Copy the small map and draw the frame."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._drawn())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            inner = QRectF(2, 2, WIDTH - 4, HEIGHT - 4)
            frame = self._on_map(self._view)
            if self._scene is not None and not frame.contains(self._on_map(self._scene.bounds)):
                frame = frame.intersected(inner)
                painter.fillRect(frame, self._soft)
                painter.setPen(self._frame)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(frame, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the view here."""
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the view along."""
        if event.buttons() & Qt.MouseButton.LeftButton or event.button() == Qt.MouseButton.LeftButton:
            point = event.position()
            x, y = self._camera.to_map((point.x(), point.y()), (WIDTH, HEIGHT))
            self.asked_for.emit(QPointF(x, y))
