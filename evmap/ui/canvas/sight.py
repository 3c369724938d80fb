"""What is seen of the map: the stage of the view, the camera over it, and whether that stays on the whole."""

from collections.abc import Iterable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from evmap.layout.pieces import Pieces
from evmap.model import Point, Rect
from evmap.ui.canvas.corner import Corners
from evmap.ui.canvas.eye import BLEND_MS, FLY_MS, ZOOM_MS, Eye
from evmap.ui.canvas.geometry import framing
from evmap.ui.canvas.geometry.boxes import moved, union
from evmap.ui.canvas.geometry.camera import LARGEST, Camera, Size, fit
from evmap.ui.canvas.geometry.levels import Level, level_at
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.routes import middle_spot
from evmap.ui.canvas.painting.pictures import Picture
from evmap.ui.canvas.shelf import StageShelf
from evmap.ui.canvas.stage import Shot, Stage
from evmap.ui.canvas.tips import path_title, view_title
from evmap.ui.slowly import Slowly
from evmap.ui.theme import Theme
from evmap.workspace import Reach, Seen, Spotlight, Topic, View, Workspace

_WITH_MINIMAP = (View.ATLAS, View.LANES)

_SPOT = 12.0
"""Half as large as the square about the middle of a line."""


class Sight:
    """Moves the camera of one canvas and hands the eye its pictures.

    Attributes:
        workspace: what the map says, and what is chosen.
        viewing: the view that is seen.
        shelf: the stages of the views that one comes back to.
        stage: the one that is seen.
        eye: the camera and the change under way.
        corners: what lies over the map.
        fitted: whether the whole is seen, and is to be seen when the canvas becomes larger or smaller.
        slowly: prepares what takes longer than a frame.
        ahead: notes what will be asked for, when there is nothing else to do.
        moving_on: paints what is missing where the map moves under the hand.
        dropped: what was seen at the end of a drag, while the map changes because of it.
    """

    def __init__(self, canvas: QWidget, workspace: Workspace, theme: Theme) -> None:
        self._canvas = canvas
        self._theme = theme
        self.workspace = workspace
        self.viewing = workspace.viewing
        self.shelf = StageShelf(workspace, theme)
        self.stage = self.shelf.stage(self.viewing, 1.0)
        self.fitted = True
        self.dropped: Picture | None = None
        self.slowly, self.ahead = Slowly(canvas), Slowly(canvas, self._in_motion)
        self.moving_on = Slowly(canvas)
        self._minimap_place: tuple[Camera, Size, Rect, Spotlight] | None = None
        self._minimap_hides = False
        self.eye = Eye(self, canvas)
        self.corners = Corners(canvas, theme)
        self.set_stage(self.stage)
        self.tell_view()

    # What the eye asks.

    def take(self, camera: Camera, level: Level, *, moving: bool, exact: bool = False) -> Picture:
        """A sharp picture of the map with what is chosen lit; where it moves, what is missing comes between events."""
        if moving and not self.moving_on.busy:
            self.moving_on.begin(self._going_on(self.stage))
        return self.stage.picture(self.shot(camera, level), moving=moving, exact=exact)

    def _going_on(self, stage: Stage) -> Pieces[None]:
        """Paint what is missing of a moved picture, and ahead of the hand."""
        yield
        owing = stage.owing
        for _ in stage.go_on():
            if stage is not self.stage:
                return
            if owing:
                self._canvas.update()
            yield
            owing = stage.owing

    @property
    def owing(self) -> bool:
        """Whether something that is seen is still missing since the map was moved."""
        return self.stage.owing

    def develop(self, camera: Camera, level: Level) -> Pieces[Picture]:
        """The same at rest, painted in pieces."""
        return self.stage.develop(self.shot(camera, level))

    @property
    def preparing(self) -> bool:
        """Whether a change is being prepared that is still to begin."""
        return self.slowly.busy

    def hurry(self) -> None:
        """Have at once what is still being prepared."""
        self.slowly.finish()

    def view_size(self) -> Size:
        """How large the view is."""
        return (float(self._canvas.width()), float(self._canvas.height()))

    def view_ratio(self) -> float:
        """Device pixels to a pixel."""
        return float(self._canvas.devicePixelRatioF())

    def paper(self) -> QColor:
        """What lies under everything."""
        return self.stage.inks.paper

    def level_for(self, scale: float, now: Level | None) -> Level:
        """How much is told at a scale: everything, in the big picture and around a concept."""
        return Level.PHRASES if self.stage.scene.told else level_at(scale, now, self.type_scale)

    def place_phrases_anew(self) -> bool:
        """The view moved: phrases may stand better elsewhere. Whether there are any."""
        return self.stage.relit(self.shot_at_rest())

    def _in_motion(self) -> bool:
        """Whether there are frames to be painted, one after another."""
        return not self.eye.still

    # What is where.

    @property
    def visible(self) -> bool:
        """Whether there is anyone to animate for."""
        return self._canvas.isVisible()

    @property
    def type_scale(self) -> float:
        """How much larger than usual what keeps its size on the screen is written."""
        return self._theme.scale

    @property
    def is_followed(self) -> bool:
        """Whether the workspace's view is one for the canvas; in the outline the canvas waits as it was left."""
        return self.workspace.viewing.view is not View.OUTLINE

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self._canvas.width() / max(self._canvas.height(), 1)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The concepts and links that are chosen."""
        selection = self.workspace.selection
        return (*selection.concepts, *selection.links)

    def shot(self, camera: Camera, level: Level) -> Shot:
        """What a picture from this camera shows."""
        return Shot(camera, level, self.view_size(), self.view_ratio(), self._light())

    def _light(self) -> Spotlight:
        """What is lit in this view; a glance at what is not in it changes nothing."""
        glance = self.workspace.glance
        if glance is not None and self.stage.has_any((*glance.concepts, *glance.links, *glance.focus)):
            return glance
        return Spotlight() if self._all_is_lit() else self.workspace.chosen_light

    def _all_is_lit(self) -> bool:
        """Whether there is nothing to see but the chosen concept with what is around it."""
        workspace, centre = self.workspace, self.viewing.centre
        plain = workspace.following.reach == Reach() and workspace.topic is not Topic.PATH
        return centre is not None and workspace.selection.only_concept == centre and plain

    def shot_at_rest(self) -> Shot:
        """What the picture shows in which the change under way will end."""
        return self.shot(self.eye.target, self.eye.level)

    def plan(self) -> Plan:
        """What stands where, at the scale at which the change under way will end."""
        return self.stage.plan(self.eye.target.scale, self.eye.level)

    def on_plan(self, point: Point) -> Point:
        """A point of the screen on the plan."""
        x, y = self.eye.camera.to_map(point, self.view_size())
        return (x * self.eye.target.scale, y * self.eye.target.scale)

    def seen(self) -> Seen:
        """What the camera sees at the end of the change under way, for the history."""
        camera = self.eye.target
        return Seen(camera.scale, camera.x, camera.y, self.fitted)

    def camera_of(self, seen: Seen | None) -> Camera:
        """The camera that sees that again."""
        self.fitted = seen is None or seen.whole
        return self.whole() if seen is None or seen.whole else Camera(seen.scale, seen.x, seen.y)

    def rect_of(self, item: str) -> Rect | None:
        """Where a concept's box or icon, or a link's phrase or the middle of its line, is on the screen at rest."""
        plan, scene = self.plan(), self.stage.scene
        x, y = self.eye.target.origin(self.view_size(), self.view_ratio())
        if item in scene.concept_numbers:
            rect: Rect | None = plan.rects[scene.concept_numbers[item]]
        elif item in scene.link_numbers:
            number = scene.link_numbers[item]
            rect = self.stage.told_rect(number) or middle_spot(plan.route(number), _SPOT)
        else:
            rect = None
        return None if rect is None else moved(rect, x, y)

    def whole(self) -> Camera:
        """The camera that shows all of this view."""
        if self.stage.scene.told:
            return framing.fit_told(self.stage.scene, self.view_size(), self.corners.always_there(), self.type_scale)
        if self.stage.scene.lanes:
            return framing.fit_lanes(self.stage.scene, self.view_size(), self.corners.heads_height(), self.type_scale)
        return framing.fit_whole(self.stage.scene, self.view_size(), self._minimap_corner(), self.type_scale)

    def _minimap_corner(self) -> Rect | None:
        return self.corners.minimap_rect() if self.corners.minimap_wanted else None

    # How the camera moves.

    def fit_map(self, *, animated: bool = True) -> None:
        """Show the whole map."""
        self.fitted = True
        self.eye.go(self.whole(), FLY_MS if animated and self.visible else 0)

    def fit_chosen(self) -> None:
        """Show what is chosen with its neighbourhood, or the whole map if nothing is."""
        if self.workspace.spotlight:
            self.show_lit()
        else:
            self.fit_map()

    def show_lit(self) -> None:
        """Show all that is lit, as large as it fits."""
        scene = self.stage.scene
        boxes = [scene.concepts[number].rect for number in self._lit()]
        if boxes:
            corner, whole = (None, self.whole()) if scene.told else (self._minimap_corner(), None)
            self._fly(framing.fit_part(boxes, self.view_size(), corner, whole))

    def _lit(self) -> tuple[int, ...]:
        if not self.workspace.spotlight:
            return ()
        from evmap.ui.canvas.geometry.lit import lit_by  # nothing is lit when a map opens

        return lit_by(self.stage.scene, self.workspace.spotlight).concepts

    def show_region(self, region: Rect) -> None:
        """Show a part of the map as large as it fits, given in map pixels."""
        nearest = max(LARGEST, 2 * self.whole().scale)
        self._fly(fit(region, self.view_size(), (0, 0, 0, 0), nearest))

    def show_ids(self, ids: Iterable[str]) -> None:
        """Bring concepts and links into view, moving only as far as needed."""
        bounds = union(self.stage.bounds_of(tuple(ids)))
        if bounds is not None:
            camera = framing.into_view(self.eye.target, bounds, self.view_size())
            if camera != self.eye.target:
                self._fly(camera)

    def zoom(self, scale: float, point: Point, *, fine: bool = False) -> None:
        """Another scale, with a point of the screen kept in place; ``fine`` follows two fingers."""
        scale = framing.limited_scale(scale, self.stage.scene, self.view_size(), self.type_scale)
        camera = self.eye.target.scaled_at(scale, point, self.view_size())
        if fine:
            self.fitted = False
            self.eye.hold_briefly(camera)
        elif scale != self.eye.target.scale:
            self.fitted = False
            self.eye.go(camera, ZOOM_MS if self.visible else 0, gentle=False)

    def pan(self, dx: float, dy: float, *, fine: bool) -> None:
        """Move the map by screen pixels; ``fine`` follows two fingers."""
        camera = framing.limited(self.eye.target.panned(dx, dy), self.stage.scene, self.view_size(), self.type_scale)
        self.fitted = False
        if fine:
            self.eye.hold_briefly(camera)
        else:
            self.eye.go(camera, ZOOM_MS, gentle=False)

    def hold(self, camera: Camera) -> None:
        """Show this at once, as the hand moves."""
        self.fitted = False
        self.eye.hold(framing.limited(camera, self.stage.scene, self.view_size(), self.type_scale))

    def centre_on(self, x: float, y: float) -> None:
        """Show a point of the map in the middle, as the minimap asks."""
        self.hold(Camera(self.eye.target.scale, x, y))
        self.eye.hold_briefly(self.eye.target)

    def resized(self) -> None:
        """Keep the whole map whole, or the middle in the middle."""
        self.corners.place(self._canvas.width(), self._canvas.height())
        self.eye.jump(self.camera_kept())

    def see_again(self, seen: Seen) -> None:
        """Be where that was seen, at once."""
        self.eye.jump(self.camera_of(seen))

    def camera_kept(self) -> Camera:
        """The camera as it is, or the whole if that was seen."""
        return self.whole() if self.fitted else self.eye.target

    def _fly(self, camera: Camera) -> None:
        self.fitted = False
        self.eye.go(camera, FLY_MS if self.visible else 0)

    # What there is to see.

    def set_theme(self, theme: Theme) -> None:
        """See the map in other colours."""
        self._theme = theme
        self.corners.set_theme(theme)
        self.corners.place(self._canvas.width(), self._canvas.height())
        self.shelf.set_theme(theme)
        self.restage(self.shelf.stage(self.viewing, self.aspect))

    def dress(self) -> None:
        """Blend into the same map seen through the lens and past the filters."""
        start = self.eye.now() if self.visible else None
        self.set_stage(self.shelf.dress(self.viewing, self.aspect))
        self.eye.go(self.eye.target, 0 if start is None else BLEND_MS, start=start)

    def restage(self, stage: Stage, *, animated: bool = True) -> None:
        """Blend into another stage of the same view."""
        start = self.dropped or (self.eye.now() if animated and self.visible else None)
        self.set_stage(stage)
        self.eye.go(self.camera_kept(), 0 if start is None else BLEND_MS, start=start)

    def set_stage(self, stage: Stage) -> None:
        """See another stage."""
        self.stage = stage
        if self.visible:
            self.look_ahead()
        self._minimap_place = None
        if self.viewing.view in _WITH_MINIMAP:
            self.corners.minimap.set_scene(stage.scene, self._theme)

    def look_ahead(self) -> None:
        """Have at hand what the hand will ask for, while nothing moves."""
        self.ahead.begin(self._looking_ahead())

    def _looking_ahead(self) -> Pieces[None]:
        """What paints the first choice, and where all stands: to note that takes long on a very large map."""
        yield
        from evmap.graph import neighbourhood  # noqa: F401

        yield
        from evmap.ui.canvas.geometry import lit  # noqa: F401

        yield
        from evmap.ui.canvas.painting import highlight  # noqa: F401

        yield from self.stage.scene.whereabouts.prepare_all()

    def tell_waiting(self) -> None:
        """Say in the corner that the lanes are being made."""
        self.corners.chip.tell("Laying out the lanes…", "Cancel", "Stay in this view")

    def tell_view(self) -> None:
        """Say in the corner which view is seen; or that a path waits for its other end."""
        if self.corners.bare:
            return
        start = self.workspace.following.start
        if start is not None:
            words = path_title(self.workspace.index, start)
            self.corners.chip.tell(*words)
            return
        self.corners.chip.tell(*view_title(self.workspace.index, self.viewing, len(self.stage.scene.concepts)))

    def show_in_minimap(self) -> None:
        """Frame in the minimap what is seen; where it would hide some of a map that is seen whole, it steps aside."""
        self.corners.minimap.set_view(self.eye.camera.visible(self.view_size()))
        self._show_heads()
        self.make_room()

    def _show_heads(self) -> None:
        """Keep the heads of the lanes over the lanes; they come and go with them."""
        lanes = self.stage.scene.lanes
        camera = self.eye.target if self.eye.changing else self.eye.camera
        x, _ = camera.origin(self.view_size(), self.view_ratio())
        self.corners.show_heads(lanes, camera.scale, x, self.eye.moment if self.eye.changing else 1.0)

    def make_room(self) -> None:
        """Show the minimap where it hides nothing that matters; views in which all is told have none."""
        if self.viewing.view not in _WITH_MINIMAP:
            self.corners.show_minimap(True)
            return
        # The same until another end is headed for, while a flight asks again with every frame.
        place = (self.eye.target, self.view_size(), self.corners.minimap_rect(), self.workspace.spotlight)
        if place != self._minimap_place:
            self._minimap_place = place
            self._minimap_hides = framing.covers(self.stage.scene, *place[:3], self._lit(), self.type_scale)
        self.corners.show_minimap(self._minimap_hides)
