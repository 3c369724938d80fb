"""Makes the change between two views: which concepts move from where to where, and what fades around them."""

from collections.abc import Mapping

from evmap.layout.geometry import centre, overlap
from evmap.layout.pieces import Pieces, parts
from evmap.model import Rect
from evmap.ui.canvas.geometry.boxes import moved, scaled
from evmap.ui.canvas.painting.base import BasePainter
from evmap.ui.canvas.painting.morph import Morph, Surroundings, Threads
from evmap.ui.canvas.painting.movers import Mover, Movers
from evmap.ui.canvas.painting.page import Portrait
from evmap.ui.canvas.painting.pictures import Picture
from evmap.ui.canvas.stage import Shot, Stage

UNFOLD_MS = 420

_POINT = 4.0
_SOME = 24
"""So many concepts are made to move at a time; some have to be painted for it."""

_SOME_LINKS = 1000
"""So many links are looked at at a time."""


class Side:
    """One end of the change: a view as a camera sees it."""

    def __init__(self, stage: Stage, shot: Shot) -> None:
        self.stage, self.shot, self.scene = stage, shot, stage.scene
        self._painter: BasePainter | None = None
        self._origin = shot.camera.origin(shot.size, shot.ratio)
        self._hidden = {
            other: _dot_of(row.dots.rects, row.dots.more_rect, place)
            for row in self.scene.dots.values()
            for place, other in enumerate(row.behind)
        }

    def prepare(self) -> Pieces[None]:
        """Find out what stands where; to be done first."""
        self._painter = yield from self.stage.prepare(self.shot)

    @property
    def painter(self) -> BasePainter:
        """What paints the view at rest."""
        assert self._painter is not None
        return self._painter

    def rect(self, concept: str) -> Rect | None:
        """Where a concept stands on the screen, or the dot that stands for it."""
        number = self.scene.concept_numbers.get(concept)
        if number is not None:
            return moved(self.painter.plan.rects[number], *self._origin)
        dot = self._hidden.get(concept)
        return None if dot is None else moved(scaled(dot, self.shot.camera.scale), *self._origin)

    def is_icon(self, concept: str) -> bool:
        """Whether a concept is an icon there."""
        number = self.scene.concept_numbers.get(concept)
        return number is not None and self.painter.plan.is_icon(number)

    def look(self, concept: str) -> Portrait | None:
        """The picture of a concept there; nothing for one that is only a dot."""
        number = self.scene.concept_numbers.get(concept)
        if number is None:
            return None
        edge = self.painter.sprites.icon_edge if self.painter.plan.is_icon(number) else 0
        return Portrait(self.painter.concepts.picture_of(number), edge)

    def without(self, concepts: Mapping[str, object]) -> Pieces[Picture]:
        """The view without some concepts."""
        numbers = self.scene.concept_numbers
        return self.stage.without(self.shot, {numbers[each] for each in concepts if each in numbers})


def morphed(start: Picture, before: Side, after: Side, under_way: Mapping[str, Rect] | None) -> Pieces[Morph]:
    """Make the change from one view to another.

    Args:
        start: what is seen now.
        before: the view that is left.
        after: the view that is to be seen.
        under_way: where concepts are just now, if a change was still under way.
    """
    yield from before.prepare()
    yield from after.prepare()
    there = yield from _movers(before, after, under_way)
    end = yield from after.stage.develop(after.shot)
    gone = None if under_way is not None else (yield from before.without(there)).pixmap
    here = (yield from after.without(there)).pixmap
    movers = Movers(there)
    yield from movers.prepare()
    threads = yield from _threads(before, after, movers.numbers)
    return Morph(start, end, movers, threads, Surroundings(gone, here))


def _threads(before: Side, after: Side, numbers: Mapping[str, int]) -> Pieces[Threads]:
    """The lines between movers that are seen at both ends."""
    known, many = before.scene.link_numbers, len(numbers)
    movers = [numbers.get(concept.id) for concept in after.scene.concepts]
    places: list[int] = []
    for some in parts(after.scene.links, _SOME_LINKS):
        yield
        for link in some:
            a, b = movers[link.subject], movers[link.object]
            if a is not None and b is not None and link.id in known:
                places += (a, many + a, b, many + b)
    yield
    return Threads(places, after.stage.inks.line_pen)


def _movers(before: Side, after: Side, under_way: Mapping[str, Rect] | None) -> Pieces[dict[str, Mover]]:
    """What moves: all that is seen at one of the ends at least."""
    view = (0.0, 0.0, *after.shot.size)
    movers: dict[str, Mover] = {}
    for i, concept in enumerate(dict.fromkeys((*before.scene.concept_numbers, *after.scene.concept_numbers))):
        if i % _SOME == _SOME - 1:
            yield
        begin = (under_way or {}).get(concept) or before.rect(concept)
        end = after.rect(concept)
        if begin is not None and end is not None and (overlap(begin, view) or overlap(end, view)):
            look = after.look(concept)
            same = before.is_icon(concept) and after.is_icon(concept)
            movers[concept] = Mover(begin, end, look if same else before.look(concept), look)
    return movers


def _dot_of(dots: tuple[Rect, ...], more: Rect, place: int) -> Rect:
    """The dot at a place of a row; all that have none share the place of their number."""
    if place < len(dots):
        return dots[place]
    x, y = centre(more)
    return (x - _POINT / 2, y - _POINT / 2, _POINT, _POINT)
