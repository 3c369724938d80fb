"""How views change: the big picture unfolds, the Atlas folds, one goes around a concept; what is chosen is followed."""

import math
from collections.abc import Callable

from evmap.layout.geometry import centre
from evmap.layout.pieces import Pieces, whole
from evmap.model import Places, Point
from evmap.ui.canvas.eye import BLEND_MS, FLY_MS
from evmap.ui.canvas.geometry import framing
from evmap.ui.canvas.geometry.boxes import union
from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.geometry.hit import concept_nearest
from evmap.ui.canvas.geometry.scene import Scene, built_scene
from evmap.ui.canvas.sight import Sight
from evmap.workspace import Selection, Topic, View, Viewing
from evmap.workspace.history import Place

_FEW = 8
"""Around a concept with so many links at most, the view is made within a frame."""

_NUDGE = 40.0
"""A concept that moves by so many pixels at most is only blended to its new place."""


class ViewChanges:
    """Lets a canvas' sight follow the workspace: its view, its places, and what is chosen.

    Args:
        sight: what is seen.
        chosen: what was chosen when it was first seen.
    """

    def __init__(self, sight: Sight, chosen: Selection) -> None:
        self._sight = sight
        self._unfolding: tuple[str, Point] | None = None
        self._turn = 0.0
        self._quiet = False
        self._chosen = chosen
        self._awaited: Viewing | None = None
        self._late: Place | None = None

    # What others ask for.

    def go_around(self, concept: str) -> None:
        """Show the surroundings of a concept, which is then the chosen one."""
        workspace = self._sight.workspace
        with workspace.history.step():
            self._quiet = True
            workspace.select_concept(concept)
            self._quiet = False
            workspace.show_view(View.AROUND, concept)

    def leave(self) -> None:
        """Go back from Around, or on from the big picture to the Atlas."""
        workspace, seen = self._sight.workspace, self._sight.viewing
        if self.waiting:
            workspace.show_view(seen.view, seen.centre)
        elif seen.view is not View.AROUND or not workspace.leave_view():
            workspace.show_view(View.ATLAS)

    def unfold(self, concept: str, point: Point) -> None:
        """Into the Atlas, with a concept at a point of the screen."""
        self._unfolding = (concept, point)
        self._turn = 1.0
        self._sight.workspace.show_view(View.ATLAS)

    def zoom(self, scale: float, point: Point, *, fine: bool = False) -> None:
        """Another scale, with a point of the screen kept in place; beyond what a view shows, into the other view."""
        if not self._zoom_across(scale, point):
            self._sight.zoom(scale, point, fine=fine)

    def _zoom_across(self, scale: float, point: Point) -> bool:
        """Zoom from one view into another, if this scale is beyond what the first shows; whether it is."""
        sight, view = self._sight, self._sight.viewing.view
        now = sight.eye.target
        turn = scale - now.scale
        if sight.eye.changing and turn * self._turn > 0:
            return True  # the same turn of the wheel that changed the view
        if view is View.BIG_PICTURE and turn > 0 and framing.unfolds(scale, sight.whole(), sight.type_scale):
            scene, size = sight.stage.scene, sight.view_size()
            concept = scene.concepts[concept_nearest(scene, now.to_map(point, size))]
            self.unfold(concept.id, now.to_screen(concept.centre, size))
            return True
        can_fold = view is View.ATLAS and sight.workspace.big_picture is not None
        if can_fold and turn < 0 and framing.folds(scale, sight.whole()):
            self._turn = -1.0
            sight.workspace.show_view(View.BIG_PICTURE)
            return True
        return False

    # What follows the workspace.

    def follow_view(self) -> None:
        """Show the workspace's view: concepts that are in both views move, the others fade."""
        sight, wanted = self._sight, self._sight.workspace.viewing
        self._give_up_waiting()
        if not sight.is_followed or wanted == sight.viewing:
            return  # the outline draws no map; and what was there before it is still there after it
        if sight.visible and not sight.shelf.has(wanted) and self._takes_long(wanted):
            self._wait_for(wanted)
            return
        animated = sight.visible and not sight.eye.reduced_motion
        arrive = self._departure() if animated else sight.eye.jump
        left, sight.viewing = sight.viewing, wanted
        sight.shelf.cameras[left] = (sight.eye.target, sight.fitted)
        sight.set_stage(sight.shelf.stage(sight.viewing, sight.aspect))
        sight.tell_view()
        arrive(self._first_camera(left.view))

    @property
    def waiting(self) -> bool:
        """Whether a view is being made, while the one before it can still be used."""
        return self._awaited is not None

    def _takes_long(self, viewing: Viewing) -> bool:
        """Whether a view takes longer than a frame to be laid out."""
        if viewing.view is View.AROUND and viewing.centre is not None:
            return self._sight.workspace.index.degree(viewing.centre) > _FEW
        in_frames = viewing.view is View.STEP and not self._sight.eye.reduced_motion
        return viewing.view is View.LANES or in_frames

    def _wait_for(self, viewing: Viewing) -> None:
        """Make a view between frames, and show it then."""
        sight = self._sight
        sight.hurry()
        self._awaited, self._late = viewing, sight.workspace.history.arriving
        if viewing.view is View.LANES:
            sight.tell_waiting()
        sight.slowly.begin(sight.shelf.making(viewing, sight.aspect), self._show_made)

    def _show_made(self, _made: None) -> None:
        sight = self._sight
        self.follow_view()
        self._late = None
        if not sight.stage.has(sight.chosen):
            self.follow_chosen()  # something else was chosen meanwhile
        sight.eye.camera_changed.emit()

    def _give_up_waiting(self) -> None:
        if self.waiting:
            self._awaited = None
            self._sight.slowly.drop()
            self._sight.tell_view()

    def follow_places(self, places: Places, *, animated: bool = True) -> None:
        """Show the Atlas with everything at other places; what moves far is seen moving."""
        sight = self._sight
        if self.waiting:
            sight.hurry()  # what is done slowly next would take its place
        if animated and self._moves_far(places):
            sight.slowly.begin(built_scene(sight.workspace.index, places), self._move_to)
            return
        if sight.dropped is None:  # what was put down is shown when its links have been led along anew
            sight.slowly.drop()
            whole(self.following_places(places, animated=animated))

    def following_places(self, places: Places, *, animated: bool = True) -> Pieces[None]:
        """Blend into the Atlas with everything at other places, in pieces."""
        sight = self._sight
        scene = yield from built_scene(sight.workspace.index, places)
        yield
        stage = sight.shelf.set_scene(scene)
        if sight.viewing.view is View.STEP:
            stage = sight.shelf.stage(sight.viewing, sight.aspect)
        yield
        if sight.viewing.view in (View.ATLAS, View.STEP):
            sight.restage(stage, animated=animated)

    def _move_to(self, scene: Scene) -> None:
        """Let everything move to where it stands in another scene of the Atlas."""
        sight = self._sight
        stage = sight.shelf.set_scene(scene)
        if sight.viewing.view is View.ATLAS:
            arrive = self._departure()
            sight.set_stage(stage)
            arrive(sight.camera_kept())
            sight.eye.camera_changed.emit()

    def follow_chosen(self) -> None:
        """Light what was chosen, and bring it into view; what is not in this view is shown in the Atlas."""
        sight = self._sight
        self._chosen = sight.workspace.selection
        if self._quiet or sight.workspace.history.arriving or sight.workspace.topic is Topic.PATH:
            return  # the view, the history or the path has a camera of its own
        camera, scene = sight.eye.target, sight.stage.scene
        if scene.told:
            if sight.stage.has(sight.chosen) or not sight.is_followed or self.waiting:
                sight.eye.go(camera, BLEND_MS if sight.visible else 0)
            else:
                sight.workspace.show_view(View.ATLAS)
            return
        seen = self._bringing_chosen(camera)
        sight.fitted = sight.fitted and seen == camera
        sight.eye.go(seen, 0 if not sight.visible else BLEND_MS if seen == camera else FLY_MS)
        sight.make_room()

    def follow_light(self) -> None:
        """Light what is lit now; nothing moves. Where something else is chosen, that is told next."""
        sight, workspace = self._sight, self._sight.workspace
        if workspace.selection == self._chosen and not workspace.history.arriving:
            sight.eye.go(sight.eye.target, BLEND_MS if sight.visible else 0)
            sight.make_room()

    def follow_path(self) -> None:
        """Light a path and show all of it; in the Atlas, where this view lacks some of it."""
        sight, search = self._sight, self._sight.workspace.following.looked_at
        if search is None or sight.workspace.history.arriving or not sight.is_followed:
            return
        light = sight.workspace.spotlight
        if not sight.stage.has((*light.focus, *light.concepts, *light.links)):
            sight.workspace.show_view(View.ATLAS)
        sight.show_lit()

    def follow_history(self) -> None:
        """Be where one comes back to: its camera, what was lit; a change of the view is on its way there already."""
        sight, place = self._sight, self._sight.workspace.history.arriving
        if place is not None and sight.is_followed and not self.waiting:
            camera = sight.camera_of(place.seen)
            if not sight.eye.changing or sight.eye.target != camera:
                sight.eye.go(camera, FLY_MS if sight.visible else 0)

    def _bringing_chosen(self, camera: Camera) -> Camera:
        """The camera nearest to one that shows what was chosen; lanes that are seen whole stay whole."""
        sight, size = self._sight, self._sight.view_size()
        scene, bounds = sight.stage.scene, union(sight.stage.bounds_of(sight.chosen))
        if scene.lanes:
            heads = sight.corners.heads_height()
            return camera if bounds is None or sight.fitted else framing.into_view(camera, bounds, size, heads)
        seen = framing.eased_in(camera, scene, sight.workspace.selection, size, sight.type_scale)
        return seen if bounds is None or seen != camera else framing.into_view(camera, bounds, size)

    def _departure(self) -> Callable[[Camera], None]:
        """Remember what is seen now; call the answer when another stage is there, with the camera to see that by."""
        from evmap.ui.canvas.morphing import UNFOLD_MS, Side, morphed  # no start waits for it

        sight, eye = self._sight, self._sight.eye
        start = eye.now()
        under_way = eye.morph.rects(eye.moment) if eye.morph else None
        before = Side(sight.stage, sight.shot(eye.camera, eye.level))

        def arrive(camera: Camera) -> None:
            after = Side(sight.stage, sight.shot(camera, sight.level_for(camera.scale, None)))
            eye.change(start, camera, morphed(start, before, after, under_way), UNFOLD_MS)

        return arrive

    def _first_camera(self, left: View) -> Camera:
        """Where a view begins: whole; the Atlas also where one unfolded it, or where one left it to go around."""
        sight = self._sight
        unfolding, self._unfolding = self._unfolding, None
        arriving = sight.workspace.history.arriving or self._late
        if arriving is not None:
            return sight.camera_of(arriving.seen)
        sight.fitted = True
        whole = sight.whole()
        if sight.viewing.view is not View.ATLAS:
            return whole
        size, scene, selection = sight.view_size(), sight.stage.scene, sight.workspace.selection
        if unfolding is not None:
            rect = scene.concepts[scene.concept_numbers[unfolding[0]]].rect
            camera = framing.unfolded_at(rect, unfolding[1], size, whole, sight.type_scale)
        else:
            known = sight.shelf.cameras.get(sight.viewing) if left is View.AROUND else None
            nearer = framing.eased_in(whole, scene, selection, size, sight.type_scale)
            camera = known[0] if known is not None else nearer
            bounds = union(sight.stage.bounds_of(sight.chosen))
            if bounds is not None:
                camera = framing.into_view(camera, bounds, size)
        sight.fitted = camera == whole
        return camera

    def _moves_far(self, places: Places) -> bool:
        """Whether concepts of the Atlas move so far to other places that the eye wants to follow them."""
        sight = self._sight
        if (
            sight.viewing.view is not View.ATLAS
            or sight.dropped is not None
            or sight.eye.reduced_motion
            or not sight.visible
        ):
            return False
        after, near = places.concepts, _NUDGE / sight.eye.target.scale
        moving = (
            math.dist(each.centre, centre(after[each.id])) for each in sight.stage.scene.concepts if each.id in after
        )
        return any(way > near for way in moving)
