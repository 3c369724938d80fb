"""The canvas: an own widget that shows the map, follows the hand and tells the workspace what was chosen.

What is seen (sight), how views change (changes), what the hand can do (reach), when it does it (hand) and how it hears
of Qt's events (handed) live in their own modules; here they meet, and what others ask of a canvas is asked here.
"""

import logging
import weakref
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from evmap.model import Places, Point, Rect
from evmap.ui.bridge import Bridge
from evmap.ui.canvas.geometry.camera import Camera, Size
from evmap.ui.canvas.hand.handed import HandedWidget
from evmap.ui.canvas.sight import Sight
from evmap.ui.canvas.stage import Shot
from evmap.ui.canvas.tips import description
from evmap.ui.theme import Theme
from evmap.ui.words.views import view_words
from evmap.workspace import Change, Seen, Viewing, Workspace

if TYPE_CHECKING:
    from evmap.ui.canvas.assist import Assist
    from evmap.ui.canvas.hand.wheel import WheelHabit

_log = logging.getLogger(__name__)

_STEP = 1.25
_SEEN_BY_ASSISTANTS = (Change.SELECTION, Change.VIEW, Change.FILTERS, Change.PLACES, Change.ARRIVED)


class _Watch:
    """Tells the history what a canvas sees, as long as there is that canvas."""

    def __init__(self, sight: Sight) -> None:
        self._sight = weakref.ref(sight)

    def __call__(self) -> Seen | None:
        sight = self._sight()
        return None if sight is None else sight.seen()


class Canvas(HandedWidget):
    """Shows the map of a workspace.

    Signals:
        first_painted: the map has just been painted for the first time; the picture is on the screen.
        camera_changed: another part of the map is seen, or at another scale.
    """

    first_painted = Signal()
    camera_changed = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._painted = False
        self._connect()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 240)
        self.setAccessibleName("Concept map")
        self._describe()

    def _connect(self) -> None:
        self.eye.stirred.connect(self.update)
        self.eye.camera_changed.connect(self._camera_moved)
        corners = self._sight.corners
        corners.buttons.nearer.clicked.connect(self.zoom_in)
        corners.buttons.farther.clicked.connect(self.zoom_out)
        corners.buttons.whole.clicked.connect(self._fit_clicked)
        corners.minimap.asked_for.connect(self._centre_on)
        corners.chip.pressed.connect(self._chip_pressed)
        self._workspace.watch = _Watch(self._sight)
        self._bridge = Bridge(self._workspace, self)
        self._bridge.changed.connect(self._workspace_changed)

    # What others ask of the canvas.

    @property
    def viewing(self) -> Viewing:
        """The view that is drawn; it stays while the outline is shown."""
        return self._sight.viewing

    def hurry(self) -> None:
        """Have at once what is still being prepared, such as the lanes of a large map."""
        self._sight.hurry()

    @property
    def painting_ahead(self) -> bool:
        """Whether something is still to be painted since the map was moved, in view or near it."""
        return self._sight.moving_on.busy

    @property
    def camera(self) -> Camera:
        """What is seen at this moment."""
        return self.eye.camera

    @property
    def shot(self) -> Shot:
        """What the canvas shows at the end of the change under way, and what is lit there."""
        return self._sight.shot_at_rest()

    @property
    def laid_out_for(self) -> float:
        """Width over height that the view was laid out for; 0 where that does not matter."""
        return self._sight.stage.scene.aspect

    @property
    def seen(self) -> Seen:
        """What is seen at the end of the change under way, to come back to."""
        return self._sight.seen()

    def see_again(self, seen: Seen) -> None:
        """Be where that was seen."""
        self._sight.see_again(seen)

    def view_size(self) -> Size:
        """How large the view is."""
        return self._sight.view_size()

    def room_at_top(self) -> int:
        """How far from the top the map's title and the heads of its lanes reach; 0 if there are none."""
        return self._sight.corners.room_at_top()

    def fit_map(self, animated: bool = True) -> None:
        """Show the whole map."""
        self._sight.fit_map(animated=animated)

    def fit_selection(self) -> None:
        """Show what is chosen with its neighbourhood, or the whole map if nothing is."""
        self._sight.fit_chosen()

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_to(self.eye.target.scale * _STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_to(self.eye.target.scale / _STEP)

    def zoom_to(self, scale: float) -> None:
        """Another scale, about the middle of the view."""
        w, h = self.view_size()
        self._changes.zoom(scale, (w / 2, h / 2))

    def zoom_by(self, factor: float, point: Point, *, fine: bool) -> None:
        """Zoom with a point of the screen kept in place; ``fine`` follows two fingers."""
        self._reach.zoom_by(factor, point, fine=fine)

    def pan_by(self, dx: float, dy: float, *, fine: bool) -> None:
        """Move the map by screen pixels; ``fine`` follows two fingers."""
        self._reach.pan_by(dx, dy, fine=fine)

    def go_around(self, concept: str) -> None:
        """Show the surroundings of a concept, which is then the chosen one."""
        self._changes.go_around(concept)

    def show_region(self, region: Rect) -> None:
        """Show a part of the map as large as it fits, given in map pixels."""
        self._sight.show_region(region)

    def show_ids(self, ids: Iterable[str]) -> None:
        """Bring concepts and links into view, moving only as far as needed."""
        self._sight.show_ids(ids)

    def show_chosen(self) -> None:
        """Bring what is chosen into view as when it was just chosen, in the Atlas if this view does not have it."""
        self._changes.follow_chosen()

    def free_spot(self, width: int, height: int) -> QPoint | None:
        """Where something of this size hides no concept, if there is such a place."""
        from evmap.ui.canvas.free_spot import free_spot

        spot = free_spot(self._sight, width, height)
        return None if spot is None else QPoint(round(spot[0]), round(spot[1]))

    def set_places(self, places: Places, animated: bool = True) -> None:
        """Show the map with everything at other places."""
        self._changes.follow_places(places, animated=animated)

    def set_theme(self, theme: Theme) -> None:
        """Show the map in other colours."""
        self._sight.set_theme(theme)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether every change is to be at once."""
        self.eye.reduced_motion = reduced

    def set_wheel(self, habit: "WheelHabit") -> None:
        """What the wheel is to do."""
        self._hand.wheel_habit = habit

    def strip(self) -> None:
        """Let nothing lie over the map, and take no keys: a class sees nothing but the map."""
        self._sight.corners.strip()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_minimap_visible(self, visible: bool) -> None:
        """Whether the small map in the corner is shown."""
        self._sight.corners.minimap_wanted = visible
        self._sight.make_room()

    # What follows changes.

    def _workspace_changed(self, change: Change) -> None:
        """Show what the workspace shows, lit what is chosen or pointed at."""
        if change is Change.HOVER:
            self.update()
            return
        self._reach.settle()
        if change is Change.VIEW:
            self._hand.cancel()
            self._changes.follow_view()
            self._describe()
            self._camera_moved()
        elif change in (Change.LENS, Change.FILTERS):
            self._hand.cancel()
            self._sight.dress()
            self._describe()
        elif change is Change.PLACES:
            self._hand.cancel()
            self.set_places(self._workspace.places)
        elif change is Change.SELECTION:
            self._describe()
            self._changes.follow_chosen()
        elif change in (Change.SPOTLIGHT, Change.TOPIC):
            self._changes.follow_light()
        elif change is Change.PATH:
            self._sight.tell_view()
            self._changes.follow_path()
        elif change is Change.ARRIVED:
            self._sight.tell_view()
            self._changes.follow_history()
        if change in _SEEN_BY_ASSISTANTS and self._is_assisted():
            self._assist.follow()

    def _is_assisted(self) -> bool:
        """Whether assistive technology listens; to know that takes long, so no start asks before the map is painted."""
        if not self._painted:
            return False
        from PySide6.QtGui import QAccessible

        return QAccessible.isActive()

    @cached_property
    def _assist(self) -> "Assist":
        """What assistive technology meets, made when there first is any."""
        from evmap.ui.canvas.assist import Assist

        made = Assist(self, self._sight)
        made.chosen.connect(self._assist_chose)
        return made

    def _assist_chose(self, item: str) -> None:
        self._reach.choose(item, toggle=False)

    def _camera_moved(self) -> None:
        if self._in_use:
            self._reach.settle()
            carrying = self._reach.carrying
            if carrying is not None and self.eye.target != carrying.camera:
                self._hand.cancel()
        self._sight.show_in_minimap()
        if self._is_assisted():
            self._assist.follow_later()
        self.camera_changed.emit()

    def _fit_clicked(self) -> None:
        self.fit_map()

    def _chip_pressed(self) -> None:
        if not self._workspace.following.give_up():
            self._changes.leave()

    def _centre_on(self, point: QPointF) -> None:
        self._sight.centre_on(point.x(), point.y())

    def _describe(self) -> None:
        workspace = self._workspace
        # Not asked of what is hidden itself, which no start imports.
        hidden = workspace.asking.hidden if workspace.asking.filtering else None
        amount = (len(hidden.concepts), len(hidden.links)) if hidden else (0, 0)
        view = view_words(workspace.index, workspace.viewing)
        self.setAccessibleDescription(description(workspace.index, view, workspace.selection, amount))

    # What Qt asks of the canvas.

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint this moment; a fault is logged and leaves paper."""
        with QPainter(self) as painter:
            try:
                carrying = self._reach.carrying if self._in_use else None
                (carrying or self.eye).paint(painter)
                if self._in_use or self._keyboard_focus or self._workspace.hovered is not None:
                    from evmap.ui.canvas.tools import paint_tools

                    paint_tools(painter, self._sight, self._reach, self._hand, focused=self._keyboard_focus)
            except Exception:
                _log.exception("The map could not be painted")
                painter.fillRect(self.rect(), self._sight.paper())
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """Look after the hand from now on, and tell assistive technology what came before there was anything to see."""
        self.installEventFilter(self)
        self._sight.look_ahead()
        if self._is_assisted():
            self._assist.follow()
            if self.hasFocus():
                self._assist.focus_came()
        self.first_painted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell assistive technology too that the focus came."""
        super().focusInEvent(event)
        if self._is_assisted():
            self._assist.focus_came()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole map whole, or the middle in the middle."""
        if self._in_use:
            self._hand.cancel()
        self._sight.resized()
        self._camera_moved()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Open on the whole map."""
        if self._sight.fitted:
            self.eye.jump(self._sight.whole())
        super().showEvent(event)
