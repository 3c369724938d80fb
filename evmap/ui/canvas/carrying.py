"""Concepts in the hand: the map without them is painted once, then only they and their links are, frame by frame."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from evmap.graph.index import MapIndex
from evmap.layout.boxes import PhraseBox, phrase_box
from evmap.layout.geometry import Walk, around, grown, rounded
from evmap.layout.moving import quick_routes, shifted
from evmap.layout.pieces import Pieces
from evmap.model import Places, Point, Rect
from evmap.ui.canvas.geometry.boxes import Lines, RectGrid, moved
from evmap.ui.canvas.geometry.camera import Camera
from evmap.ui.canvas.geometry.lit import Lit, light, lighted, lit_by
from evmap.ui.canvas.geometry.names import NamePlace
from evmap.ui.canvas.geometry.plan import Plan
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.base import BasePainter
from evmap.ui.canvas.painting.highlight import HighlightPainter
from evmap.ui.canvas.painting.pictures import Layer, Picture, developed, new_picture
from evmap.ui.canvas.stage import Shot, Stage

_SHARES = (0.5, 0.38, 0.62)
_ONE_LINE = 96.0


class _Rest(Plan):
    """A plan in which some concepts and links are not there."""

    def __init__(self, plan: Plan, concepts: frozenset[int], links: frozenset[int]) -> None:
        vars(self).update(vars(plan))
        self._gone, self._loose = concepts, links

    @property
    def names(self) -> dict[int, NamePlace]:
        """Names beside icons that are there."""
        return {number: place for number, place in super().names.items() if number not in self._gone}

    def concepts_in(self, rect: Rect) -> list[int]:
        """What is there of a plan's concepts."""
        return [number for number in super().concepts_in(rect) if number not in self._gone]

    def links_in(self, rect: Rect) -> list[int]:
        """What is there of a plan's links."""
        return [number for number in super().links_in(rect) if number not in self._loose]


class _Moved(Plan):
    """A plan in which some concepts stand elsewhere, with their links led along anew."""

    def __init__(self, plan: Plan, scene: Scene, concepts: Sequence[int], dx: float, dy: float) -> None:
        vars(self).update(vars(plan))
        self.scene = scene
        rects = list(plan.rects)
        for number in concepts:
            rects[number] = moved(rects[number], dx, dy)
        self.rects = rects
        self._routes = {}


class Carrying:
    """One drag of one or several concepts.

    Attributes:
        concepts: the ids of what is carried.
        camera: the camera that the drag began with; another one ends it.
        by: how far it was carried, in map pixels.
    """

    def __init__(self, stage: Stage, shot: Shot, index: MapIndex, places: Places, concepts: Sequence[str]) -> None:
        scene = stage.scene
        self.concepts = tuple(concept for concept in concepts if concept in scene.concept_numbers)
        self.camera: Camera = shot.camera
        self.by: Point = (0.0, 0.0)
        self._shot, self._places = shot, places
        self._base = stage.painter(shot)
        self._numbers = tuple(scene.concept_numbers[concept] for concept in self.concepts)
        touching = dict.fromkeys(link for number in self._numbers for link in scene.touching[number])
        self._touching = tuple(touching)
        self._links = [index.links[scene.links[number].id] for number in touching]
        self._origin = shot.camera.origin(shot.size, shot.ratio)
        self._view: Rect = (-self._origin[0], -self._origin[1], *shot.size)
        self._sizes = {number: _phrase_of(scene.links[number].phrase) for number in touching}
        self._names: dict[int, NamePlace] = {}
        plan = _Rest(self._base.plan, frozenset(self._numbers), frozenset(touching))
        self._rest = BasePainter(plan, self._base.inks, self._base.sprites)
        self._before = stage.picture(shot, exact=True)
        self._below: Picture | None = None
        self._around_it = lit_by(stage.scene, shot.spotlight)

    def prepare(self) -> Pieces[None]:
        """Paint the map without what is carried, in pieces; until then it is seen where it stood."""
        lit = yield from lighted(self._base.plan, Lit(self._numbers, self._numbers, ()), self._view)
        self._names = lit.names
        shot = self._shot
        yield from self._rest.plan.prepare(self._view)
        below = yield from developed(shot.camera, shot.size, shot.ratio, self._base.inks.paper, self._layers_below)
        self._below = below

    def move_to(self, dx: float, dy: float) -> None:
        """Carry everything so far from where it stood, in map pixels."""
        self.by = (dx, dy)

    def paint(self, painter: QPainter) -> None:
        """Paint this moment of the drag."""
        painter.drawPixmap(QPointF(0, 0), (self._below or self._before).pixmap)
        if self._below is None:
            return
        base = self._base
        dx, dy = self.by[0] * base.plan.scale, self.by[1] * base.plan.scale
        plan = _Moved(base.plan, self._moved_scene(), self._numbers, dx, dy)
        names = {n: NamePlace(moved(p.rect, dx, dy), p.lines, p.side) for n, p in self._names.items()}
        highlight = HighlightPainter(BasePainter(plan, base.inks, base.sprites))
        painter.save()
        painter.translate(QPointF(*self._origin))
        highlight.paint(painter, Lit((), (), self._touching))
        self._paint_above_lines(painter, plan)
        highlight.paint(painter, Lit(self._numbers, self._numbers, (), names, self._phrases(plan)))
        painter.restore()

    def picture(self) -> Picture:
        """What is seen at this moment."""
        shot = self._shot

        def paint(painter: QPainter, _region: Rect) -> None:
            painter.translate(-self._origin[0], -self._origin[1])
            self.paint(painter)

        return new_picture(shot.camera, shot.size, shot.ratio, self._base.inks.paper, paint)

    def _paint_above_lines(self, painter: QPainter, moved_plan: Plan) -> None:
        """The lines in the hand pass below boxes, icons and names, unless those are faded."""
        if not self._shot.lit:
            for number in self._rest.plan.concepts_in(self._view):
                self._rest.concepts.paint(painter, number)
            lines = Lines(96.0)
            for number in self._touching:
                lines.add(moved_plan.route(number))
            self._rest.paint_texts_crossed(painter, self._view, lines)

    def _layers_below(self, region: Rect) -> Iterator[Layer]:
        """The map without what is carried; what is chosen besides stays lit, and all else faded as it was."""
        yield from self._rest.layers(region)
        if self._shot.lit:
            gone, loose = frozenset(self._numbers), frozenset(self._touching)
            kept = Lit(
                tuple(n for n in self._around_it.focus if n not in gone),
                tuple(n for n in self._around_it.concepts if n not in gone),
                tuple(n for n in self._around_it.links if n not in loose),
            )
            lit, highlight = light(self._rest.plan, kept, self._view), HighlightPainter(self._rest)
            yield partial(highlight.fade, region=grown(region, 1.0))
            yield from highlight.layers(lit)

    def _moved_scene(self) -> Scene:
        """The scene with what is carried at its place of this moment."""
        scene = self._base.plan.scene
        boxes = shifted(self._places, self.concepts, *self.by)
        paths = quick_routes(self._places, boxes, self._links)
        concepts, links = list(scene.concepts), list(scene.links)
        for number in self._numbers:
            concepts[number] = replace(concepts[number], rect=boxes[concepts[number].id])
        for number in self._touching:
            points = rounded(paths[links[number].id]) if links[number].id in paths else links[number].points
            links[number] = replace(links[number], points=points)
        return replace(scene, concepts=tuple(concepts), links=tuple(links))

    def _phrases(self, plan: Plan) -> dict[int, tuple[Rect, PhraseBox]]:
        """Phrases near the middle of their lines, those that find room; the others wait until all is put down."""
        taken = RectGrid(96.0)
        for number in plan.concepts_in(self._view):
            taken.add(plan.rects[number])
        for number in self._numbers:
            taken.add(plan.rects[number])
        found = {}
        for number, box in self._sizes.items():
            route = plan.route(number)
            if len(route) < 2:
                continue
            walk = Walk(route)
            rects = (around(walk.at(share), box.w, box.h) for share in _SHARES)
            rect = next((rect for rect in rects if not taken.hits(rect, 1.0)), None)
            if rect is not None and walk.length > min(box.w, box.h):
                taken.add(rect)
                found[number] = (rect, box)
        return found


def _phrase_of(phrase: str) -> PhraseBox:
    one = phrase_box(phrase, 1)
    return one if one.w <= _ONE_LINE else phrase_box(phrase, 2)
