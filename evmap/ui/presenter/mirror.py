"""Shows the teacher what the class sees, smaller; what the hand does on it, it does on the class's map."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from evmap.ui.presenter.class_view import ClassView
from evmap.ui.theme import Theme

_EVERY_MS = 33


class Mirror(QWidget):
    """A live picture of a class view, taken anew at most thirty times a second, and only when something moved."""

    def __init__(self, view: ClassView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._picture: QPixmap | None = None
        self._held: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_EVERY_MS)
        self._later.timeout.connect(self._take)
        view.stirred.connect(self._stirred)
        self.setMouseTracking(True)
        self.setAccessibleName("Now")
        self.setMinimumSize(240, 135)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        view.room_changed.connect(self._fit)

    def frame(self) -> QRectF:
        """Where the picture is, in the middle of the room, with the shape of the class's screen."""
        wide, high = max(self._view.width(), 1), max(self._view.height(), 1)
        scale = min(self.width() / wide, self.height() / high)
        w, h = wide * scale, high * scale
        return QRectF((self.width() - w) / 2, 0, w, h)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no higher than the picture is at this width, so that the tools stand right below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = round(self.width() * self._view.height() / max(self._view.width(), 1))
        self.setMaximumHeight(max(most, self.minimumHeight()))

    def there(self, at: QPointF) -> QPointF:
        """A point of the mirror in the class view."""
        frame = self.frame()
        scale = self._view.width() / max(frame.width(), 1.0)
        return QPointF((at.x() - frame.x()) * scale, (at.y() - frame.y()) * scale)

    def _stirred(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _take(self) -> None:
        self._picture = self._view.grab()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._picture is None:
            self._picture = self._view.grab()
        frame = self.frame()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
            painter.setPen(self._theme.colour("edge"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press there."""
        self._held = self._below(event)
        self._send(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move there."""
        self._send(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release there."""
        self._send(event)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Double-click there."""
        self._send(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the wheel there."""
        at = self.there(event.position())
        canvas = self._view.canvas
        sent = QWheelEvent(
            at,
            canvas.mapToGlobal(at),
            event.pixelDelta(),
            event.angleDelta(),
            event.buttons(),
            event.modifiers(),
            event.phase(),
            event.inverted(),
        )
        QApplication.sendEvent(canvas, sent)

    def leaveEvent(self, event: QEvent) -> None:
        """The hand left: nothing is pointed at there."""
        QApplication.sendEvent(self._view.canvas, QEvent(QEvent.Type.Leave))
        super().leaveEvent(event)

    def _below(self, event: QMouseEvent) -> QWidget:
        """The part of the class view under a point: its button, the glass while a tool is held, or the map."""
        at = self.there(event.position())
        found = self._view.childAt(at.toPoint())
        return found if found is not None else self._view.canvas

    def _send(self, event: QMouseEvent) -> None:
        target = self._held or self._below(event)
        at = target.mapFrom(self._view, self.there(event.position()))
        sent = QMouseEvent(event.type(), at, target.mapToGlobal(at), event.button(), event.buttons(), event.modifiers())
        QApplication.sendEvent(target, sent)
