"""What the hand can do on the canvas: find, choose, carry, hold, zoom, walk. Gestures decide when; this does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from evmap.layout.pieces import Pieces
from evmap.model import Point, Rect
from evmap.ui.canvas.changes import ViewChanges
from evmap.ui.canvas.geometry.boxes import moved
from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.geometry.hit import concept_at, concepts_touching, dots_at, item_at, links_at
from evmap.ui.canvas.hand.walking import end_towards, neighbour_towards
from evmap.ui.canvas.sight import Sight
from evmap.workspace import View

if TYPE_CHECKING:
    from evmap.ui.canvas.carrying import Carrying

_KEY_PAN = 80.0


class Reach(QObject):
    """The table that a hand works on, see :class:`evmap.ui.canvas.hand.hand.Table`.

    Attributes:
        band: the rectangle that is being drawn on the screen.
        carrying: what is in the hand, or was just put down.

    Signals:
        stirred: something is to be painted.
        concept_activated(str): a concept is to be opened.
        link_activated(str): a link is.
        links_offered(tuple, bool, QPointF): one of these links is to be chosen; or, if so, added to what is chosen.
    """

    stirred = Signal()
    concept_activated = Signal(str)
    link_activated = Signal(str)
    links_offered = Signal(tuple, bool, QPointF)

    def __init__(self, sight: Sight, changes: ViewChanges, parent: QObject) -> None:
        super().__init__(parent)
        self._sight = sight
        self._changes = changes
        self._workspace = sight.workspace
        self.band: Rect | None = None
        self.carrying: Carrying | None = None
        self._put = False
        self._stayed_fitted = False

    # Finding.

    @property
    def camera(self) -> Camera:
        """What is seen at this moment."""
        return self._sight.eye.camera

    def item_at(self, point: Point) -> str | None:
        """The concept or link at a point of the screen."""
        return item_at(self._sight.plan(), self._sight.on_plan(point))

    def found_at(self, point: Point) -> str | None:
        """The same, as far as it is known without waiting: where all stands is noted soon after a map is first seen."""
        return self.item_at(point) if self._sight.stage.scene.whereabouts.is_quick else None

    def is_concept(self, item: str) -> bool:
        """Whether an item is a concept and no link."""
        return item in self._workspace.index.concepts

    def chosen_item(self) -> str | None:
        """The concept or link that is chosen, if exactly one is."""
        selection = self._workspace.selection
        return selection.only_concept or selection.only_link

    def point_at(self, item: str | None) -> None:
        """Say what is under the pointer."""
        self._workspace.point_at(item)

    # Choosing and opening.

    def choose(self, item: str | None, *, toggle: bool) -> None:
        """Choose what was clicked, or nothing; or add it to what is chosen, or take it out."""
        if item is None:
            if not toggle:
                self._workspace.clear_selection()
        elif toggle:
            self._workspace.toggle(item)
        elif self._completes_path(item):
            pass
        elif self._leads_around(item):
            self.go_around(item)
        elif item in self._workspace.index.links:
            self._workspace.select_link(item)
        else:
            self._workspace.select_concept(item)

    def _completes_path(self, item: str) -> bool:
        """Whether a path waits for its other end, and this is it."""
        return self.is_concept(item) and self._workspace.following.complete(item)

    def _leads_around(self, item: str) -> bool:
        """Whether this is a neighbour in the view around another concept: one step leads around it."""
        viewing = self._workspace.viewing
        return viewing.view is View.AROUND and self.is_concept(item) and item != viewing.centre

    def offer_links(self, point: Point, *, toggle: bool) -> bool:
        """Let the person choose among links that lie on each other here, if there are several."""
        plan, at = self._sight.plan(), self._sight.on_plan(point)
        links = links_at(plan, at) if concept_at(plan, at) is None else []
        if len(links) > 1:
            self.links_offered.emit(tuple(plan.scene.links[number].id for number in links), toggle, QPointF(*point))
        return len(links) > 1

    def choose_within(self, rect: Rect, *, toggle: bool) -> None:
        """Choose the concepts in a rectangle of the screen; Shift drew it, so they join what is chosen."""
        x, y = self.camera.origin(self._sight.view_size(), self._sight.view_ratio())
        touched = concepts_touching(self._sight.plan(), moved(rect, -x, -y))
        inside = [self._sight.stage.scene.concepts[i].id for i in touched]
        before = self._workspace.selection
        kept = before.concepts if toggle else ()
        self._workspace.select((*kept, *inside), before.links if toggle else ())

    def show_band(self, rect: Rect | None) -> None:
        """Show the rectangle being drawn, or none."""
        self.band = rect
        self.stirred.emit()

    def activate(self, item: str) -> None:
        """Open a concept or link; around a concept, its neighbours lead on."""
        if self._leads_around(item):
            self.go_around(item)
        elif item in self._workspace.index.links:
            self.link_activated.emit(item)
        else:
            self.concept_activated.emit(item)

    def hint(self, item: str) -> str:
        """What a click on a thing does, where that is not plain."""
        if not self._leads_around(item):
            return ""
        return f"Click to go around {self._workspace.index.concepts[item].name}; Ctrl+click only selects it"

    def go_around(self, concept: str) -> None:
        """Show the surroundings of a concept, which is then the chosen one."""
        self._changes.go_around(concept)

    def unfold_at(self, point: Point) -> bool:
        """Unfold what stands behind the dots here, if there are any."""
        number = dots_at(self._sight.plan(), self._sight.on_plan(point))
        if number is None:
            return False
        w, h = self._sight.view_size()
        self._changes.unfold(self._sight.stage.scene.concepts[number].id, (w / 2, h / 2))
        return True

    # Carrying.

    def take_up(self, item: str) -> bool:
        """Take a concept into the hand, with the others that are chosen if it is; whether it can be moved."""
        sight, workspace = self._sight, self._workspace
        in_atlas = sight.viewing.view is View.ATLAS and workspace.can_arrange
        if not in_atlas or item not in workspace.places.concepts:
            return False
        sight.hurry()
        if not sight.eye.still:
            sight.eye.jump(sight.eye.target)
        chosen = workspace.selection.concepts
        concepts = chosen if item in chosen else (item,)
        from evmap.ui.canvas.carrying import Carrying  # it brings the routing of links, which no start waits for

        self.carrying = Carrying(sight.stage, sight.shot_at_rest(), workspace.index, workspace.places, concepts)
        sight.slowly.begin(self.carrying.prepare(), self._taken_up)
        if sight.eye.reduced_motion or not sight.visible:
            sight.hurry()
        return True

    def _taken_up(self, _prepared: None) -> None:
        self.stirred.emit()

    def carry(self, dx: float, dy: float) -> None:
        """Show what is in the hand so many screen pixels from where it stood."""
        if self.carrying is not None:
            scale = self.carrying.camera.scale
            self.carrying.move_to(dx / scale, dy / scale)
            self.stirred.emit()

    def put_down(self) -> None:
        """Leave what is in the hand where it is. The view stays, also where the map has become larger."""
        sight, carrying = self._sight, self.carrying
        if carrying is None:
            return
        sight.hurry()
        sight.dropped = carrying.picture()
        self._stayed_fitted, sight.fitted = sight.fitted, False
        self._put = True
        sight.slowly.begin(self._putting_down(carrying), self._came_to_rest)
        if sight.eye.reduced_motion or not sight.visible:
            sight.hurry()

    def settle(self) -> None:
        """Whatever comes next finds what was put down at its place, with its links."""
        if self._put:
            self._sight.hurry()

    def _putting_down(self, carrying: "Carrying") -> Pieces[bool]:
        moved = yield from self._workspace.arrangement.moving(carrying.concepts, *carrying.by)
        if moved:
            yield from self._changes.following_places(self._workspace.places)
        return moved

    def _came_to_rest(self, moved: bool) -> None:
        """The links of what was put down are led along anew, and the map shows it."""
        sight = self._sight
        self._put, self.carrying = False, None
        if not moved:
            sight.restage(sight.stage)
        sight.dropped = None
        sight.fitted = self._stayed_fitted and sight.whole() == sight.eye.target

    def put_back(self) -> None:
        """Leave what is in the hand where it stood."""
        self.settle()
        if self.carrying is not None:
            self._sight.slowly.drop()
        self.carrying = None
        self.stirred.emit()

    # Moving the map.

    def hold(self, camera: Camera) -> None:
        """Show this at once, as the hand moves."""
        self._sight.hold(camera)

    def let_go(self) -> None:
        """The hand no longer moves the map."""
        self._sight.eye.let_go()

    def zoom_by(self, factor: float, point: Point, *, fine: bool) -> None:
        """Zoom with a point of the screen kept in place."""
        self._changes.zoom(self._sight.eye.target.scale * factor, point, fine=fine)

    def pan_by(self, dx: float, dy: float, *, fine: bool) -> None:
        """Move the map by screen pixels."""
        self._sight.pan(dx, dy, fine=fine)

    def walk(self, direction: Point) -> None:
        """Go to the neighbour in a direction, or pan if nothing is chosen."""
        selection, scene = self._workspace.selection, self._sight.stage.scene
        following: str | None = None
        if selection.only_link is not None:
            following = end_towards(scene, selection.only_link, direction)
        elif selection.concepts:
            following = neighbour_towards(scene, selection.concepts[-1], direction)
        if following is not None:
            self._workspace.select_concept(following)
        elif not selection:
            self.pan_by(-direction[0] * _KEY_PAN, -direction[1] * _KEY_PAN, fine=False)
