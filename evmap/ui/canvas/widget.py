"""The canvas: an own widget that shows the map, follows the hand and tells the workspace what was chosen.

Geometry (scene, plan), pictures (stage, eye) and gestures (hand) live in their own modules; here they meet.
"""

import logging
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from evmap.model import Places, Point, Rect
from evmap.ui.bridge import Bridge
from evmap.ui.canvas import framing
from evmap.ui.canvas.boxes import moved, union
from evmap.ui.canvas.camera import Camera, Size
from evmap.ui.canvas.corner import Corners
from evmap.ui.canvas.eye import BLEND_MS, FLY_MS, ZOOM_MS, Eye
from evmap.ui.canvas.hand import Hand
from evmap.ui.canvas.hit import concepts_touching, item_at
from evmap.ui.canvas.levels import Level
from evmap.ui.canvas.pictures import Picture
from evmap.ui.canvas.scene import build_scene
from evmap.ui.canvas.stage import Shot, Stage
from evmap.ui.canvas.tips import description, tip_for
from evmap.ui.canvas.walking import end_towards, neighbour_towards
from evmap.ui.theme import Theme
from evmap.workspace import Change, Workspace

_log = logging.getLogger(__name__)

_STEP = 1.25
_KEY_PAN = 80.0


class Canvas(QWidget):
    """Shows the map of a workspace.

    Attributes:
        eye: the camera and the change under way; tests seek in it.

    Signals:
        camera_changed: another part of the map is seen, or at another scale.
        concept_activated(str): a concept was double-clicked or Enter was pressed on it.
        link_activated(str): the same for a link.
    """

    camera_changed = Signal()
    concept_activated = Signal(str)
    link_activated = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._stage = Stage(build_scene(workspace.map, workspace.places), theme)
        self._band: Rect | None = None
        self._fitted = True
        self._keyboard_focus = False
        self._hand = Hand(self)
        self.eye = Eye(self, self)
        self._make_corners()
        self.eye.stirred.connect(self.update)
        self.eye.camera_changed.connect(self._camera_moved)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self.setAccessibleName("Concept map")
        self._describe()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._workspace_changed)

    def _make_corners(self) -> None:
        self._corners = Corners(self)
        self._corners.buttons.nearer.clicked.connect(self.zoom_in)
        self._corners.buttons.farther.clicked.connect(self.zoom_out)
        self._corners.buttons.whole.clicked.connect(self._fit_clicked)
        self._corners.minimap.set_scene(self._stage.scene, self._theme)
        self._corners.minimap.asked_for.connect(self._centre_on)

    # What others ask of the canvas.

    @property
    def camera(self) -> Camera:
        """What is seen at this moment."""
        return self.eye.camera

    def fit_map(self, animated: bool = True) -> None:
        """Show the whole map."""
        self._fitted = True
        self.eye.go(self._whole(), FLY_MS if animated and self.isVisible() else 0)

    def fit_selection(self) -> None:
        """Show what is chosen with its neighbourhood, or the whole map if nothing is."""
        bounds = framing.selection_bounds(self._stage.scene, self._workspace.selection)
        if bounds is None:
            self.fit_map()
        else:
            self._fly(framing.fit_part(bounds, self.view_size()))

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_to(self.eye.target.scale * _STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_to(self.eye.target.scale / _STEP)

    def zoom_to(self, scale: float) -> None:
        """Another scale, about the middle of the view."""
        w, h = self.view_size()
        self._zoom(scale, (w / 2, h / 2))

    def show_ids(self, ids: Iterable[str]) -> None:
        """Bring concepts and links into view, moving only as far as needed."""
        bounds = union(self._stage.bounds_of(tuple(ids)))
        if bounds is not None:
            camera = framing.into_view(self.eye.target, bounds, self.view_size())
            if camera != self.eye.target:
                self._fly(camera)

    def set_places(self, places: Places, animated: bool = True) -> None:
        """Show the map with everything at other places."""
        self._restage(Stage(build_scene(self._workspace.map, places), self._theme), animated)

    def set_theme(self, theme: Theme) -> None:
        """Show the map in other colours."""
        self._theme = theme
        self._restage(Stage(self._stage.scene, theme), True)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether every change is to be at once."""
        self.eye.reduced_motion = reduced

    def set_minimap_visible(self, visible: bool) -> None:
        """Whether the small map in the corner is shown."""
        self._corners.minimap_wanted = visible
        self._show_minimap()

    # What the hand asks of the canvas.

    def item_at(self, point: Point) -> str | None:
        """The concept or link at a point of the screen."""
        scale = self.eye.target.scale
        x, y = self.camera.to_map(point, self.view_size())
        return item_at(self._stage.plan(scale, self.eye.level), (x * scale, y * scale))

    def hold(self, camera: Camera) -> None:
        """Show this at once, as the hand moves."""
        self._fitted = False
        self.eye.hold(framing.limited(camera, self._stage.scene, self.view_size()))

    def let_go(self) -> None:
        """The hand no longer moves the map."""
        self.eye.let_go()

    def choose(self, item: str | None, *, toggle: bool) -> None:
        """Choose what was clicked, or nothing; or add it to what is chosen, or take it out."""
        if item is None:
            if not toggle:
                self._workspace.clear_selection()
        elif toggle:
            self._workspace.toggle(item)
        elif item in self._workspace.index.links:
            self._workspace.select_link(item)
        else:
            self._workspace.select_concept(item)

    def choose_within(self, rect: Rect, *, toggle: bool) -> None:
        """Choose the concepts in a rectangle of the screen; Shift drew it, so they join what is chosen."""
        x, y = self.camera.origin(self.view_size(), self.view_ratio())
        plan = self._stage.plan(self.eye.target.scale, self.eye.level)
        inside = [self._stage.scene.concepts[i].id for i in concepts_touching(plan, moved(rect, -x, -y))]
        before = self._workspace.selection
        kept = before.concepts if toggle else ()
        self._workspace.select((*kept, *inside), before.links if toggle else ())

    def show_band(self, rect: Rect | None) -> None:
        """Show the rectangle being drawn, or none."""
        self._band = rect
        self.update()

    def zoom_by(self, factor: float, point: Point, *, fine: bool) -> None:
        """Zoom with a point of the screen kept in place."""
        if fine:
            self._fitted = False
            scale = framing.limited_scale(self.eye.target.scale * factor, self._stage.scene, self.view_size())
            self.eye.hold_briefly(self.eye.target.scaled_at(scale, point, self.view_size()))
        else:
            self._zoom(self.eye.target.scale * factor, point)

    def pan_by(self, dx: float, dy: float, *, fine: bool) -> None:
        """Move the map by screen pixels."""
        camera = framing.limited(self.eye.target.panned(dx, dy), self._stage.scene, self.view_size())
        self._fitted = False
        if fine:
            self.eye.hold_briefly(camera)
        else:
            self.eye.go(camera, ZOOM_MS, gentle=False)

    def point_at(self, item: str | None) -> None:
        """Say what is under the pointer."""
        self._workspace.point_at(item)

    def activate(self, item: str) -> None:
        """Open a concept or link."""
        if item in self._workspace.index.links:
            self.link_activated.emit(item)
        else:
            self.concept_activated.emit(item)

    def walk(self, direction: Point) -> None:
        """Go to the neighbour in a direction, or pan if nothing is chosen."""
        selection, scene = self._workspace.selection, self._stage.scene
        following: str | None = None
        if selection.only_link is not None:
            following = end_towards(scene, selection.only_link, direction)
        elif selection.concepts:
            following = neighbour_towards(scene, selection.concepts[-1], direction)
        if following is not None:
            self._workspace.select_concept(following)
        elif not selection:
            self.pan_by(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN, fine=False)

    def chosen_item(self) -> str | None:
        """The concept or link that is chosen, if exactly one is."""
        selection = self._workspace.selection
        return selection.only_concept or selection.only_link

    # What the eye asks of the canvas.

    def take(self, camera: Camera, level: Level, *, moving: bool) -> Picture:
        """A sharp picture of the map with what is chosen lit."""
        return self._stage.picture(self._shot(camera, level), moving=moving)

    def view_size(self) -> Size:
        """How large the view is."""
        return (float(self.width()), float(self.height()))

    def view_ratio(self) -> float:
        """Device pixels to a pixel."""
        return float(self.devicePixelRatioF())

    def paper(self) -> QColor:
        """What lies under everything."""
        return self._stage.inks.paper

    def place_phrases_anew(self) -> bool:
        """The view moved: phrases may stand better elsewhere. Whether there are any."""
        return self._stage.relit(self._shot(self.eye.target, self.eye.level))

    def _workspace_changed(self, change: Change) -> None:
        """Light what was chosen or is pointed at."""
        if change is Change.HOVER:
            self.update()
        elif change is Change.SELECTION:
            self._describe()
            selection = self._workspace.selection
            bounds = union(self._stage.bounds_of((*selection.concepts, *selection.links)))
            camera = self.eye.target
            seen = framing.eased_in(camera, self._stage.scene, selection, self.view_size())
            if bounds is not None and seen == camera:
                seen = framing.into_view(camera, bounds, self.view_size())
            self._fitted = self._fitted and seen == camera
            self.eye.go(seen, 0 if not self.isVisible() else BLEND_MS if seen == camera else FLY_MS)

    def _shot(self, camera: Camera, level: Level) -> Shot:
        selection = self._workspace.selection
        return Shot(camera, level, self.view_size(), self.view_ratio(), selection.concepts, selection.links)

    def _whole(self) -> Camera:
        corner = self._corners.minimap_rect() if self._corners.minimap_wanted else None
        return framing.fit_whole(self._stage.scene, self.view_size(), corner)

    def _fly(self, camera: Camera) -> None:
        self._fitted = False
        self.eye.go(camera, FLY_MS if self.isVisible() else 0)

    def _zoom(self, scale: float, point: Point) -> None:
        scale = framing.limited_scale(scale, self._stage.scene, self.view_size())
        if scale != self.eye.target.scale:
            self._fitted = False
            camera = self.eye.target.scaled_at(scale, point, self.view_size())
            self.eye.go(camera, ZOOM_MS if self.isVisible() else 0, gentle=False)

    def _restage(self, stage: Stage, animated: bool) -> None:
        start = self.eye.now() if animated and self.isVisible() else None
        self._stage = stage
        self._corners.minimap.set_scene(stage.scene, self._theme)
        camera = self._whole() if self._fitted else self.eye.target
        self.eye.go(camera, 0 if start is None else BLEND_MS, start=start)

    def _fit_clicked(self) -> None:
        self.fit_map()

    def _centre_on(self, point: QPointF) -> None:
        self.hold(Camera(self.eye.target.scale, point.x(), point.y()))
        self.eye.hold_briefly(self.eye.target)

    def _camera_moved(self) -> None:
        self._corners.minimap.set_view(self.camera.visible(self.view_size()))
        self._show_minimap()
        self.camera_changed.emit()

    def _show_minimap(self) -> None:
        """A minimap that hides some of a map which is seen whole anyway steps aside."""
        place = self._corners.minimap_rect()
        self._corners.show_minimap(framing.covers(self._stage.scene, self.eye.target, self.view_size(), place))

    def _describe(self) -> None:
        self.setAccessibleDescription(description(self._workspace.index, self._workspace.selection))

    # What Qt asks of the canvas.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint this moment; a fault is logged and leaves paper."""
        with QPainter(self) as painter:
            try:
                self.eye.paint(painter)
                self._paint_tools(painter)
            except Exception:
                _log.exception("The map could not be painted")
                painter.fillRect(self.rect(), self._stage.inks.paper)

    def _paint_tools(self, painter: QPainter) -> None:
        hovered = self._workspace.hovered
        if hovered is not None and self.eye.at_rest and not self._hand.busy:
            self._stage.paint_pointed(painter, self._shot(self.eye.target, self.eye.level), hovered)
        if self._band is not None:
            painter.setPen(self._stage.inks.band_pen)
            painter.setBrush(self._stage.inks.band)
            painter.drawRect(QRectF(*self._band))
        if self._keyboard_focus:
            painter.setPen(self._stage.inks.focus_pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def event(self, event: QEvent) -> bool:
        """Pinches, tooltips, and Escape while a gesture is under way, before any shortcut takes it."""
        kind = event.type()
        if kind == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent) and self._hand.pinch(event):
            return True
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        escaping = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._hand.busy
        if kind == QEvent.Type.ShortcutOverride and escaping:
            event.accept()
            return True
        if kind == QEvent.Type.DevicePixelRatioChange:
            self.update()
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        point = event.pos()
        item = self.item_at((float(point.x()), float(point.y())))
        if item is None or self.eye.level is Level.PHRASES:
            QToolTip.hideText()
        else:
            near = QRect(point.x() - 8, point.y() - 8, 16, 16)
            QToolTip.showText(event.globalPos(), tip_for(self._workspace.index, item), self, near)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture; buttons that mean nothing here go on to the window."""
        event.setAccepted(self._hand.press(event))
        self.setCursor(self._hand.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or point at what is here."""
        self._hand.move(event)
        self.setCursor(self._hand.cursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish it."""
        self._hand.release(event)
        self.setCursor(self._hand.cursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is here, or zoom in."""
        event.setAccepted(self._hand.double_click(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or pan."""
        self._hand.wheel(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, or give up a gesture; other keys go on to the window."""
        if not self._hand.key(event):
            super().keyPressEvent(event)
        self.setCursor(self._hand.cursor)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let Space go."""
        if not self._hand.key_up(event):
            super().keyReleaseEvent(event)
        self.setCursor(self._hand.cursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer left: nothing is pointed at."""
        self._hand.leave()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring when the keyboard brought the focus."""
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._keyboard_focus = event.reason() in by_key
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up what needs the keyboard."""
        self._keyboard_focus = False
        self._hand.cancel()
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole map whole, or the middle in the middle."""
        self._corners.place(self.width(), self.height())
        self.eye.jump(self._whole() if self._fitted else self.eye.target)
        self._camera_moved()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Open on the whole map."""
        if self._fitted:
            self.eye.jump(self._whole())
        super().showEvent(event)
