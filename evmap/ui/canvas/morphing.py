"""Makes the change between two views: which concepts move from where to where, and what fades around them."""

from collections.abc import Mapping

from PySide6.QtGui import QPainter

from evmap.layout.geometry import centre, overlap
from evmap.model import Rect
from evmap.ui.canvas.boxes import moved, scaled
from evmap.ui.canvas.morph import Draw, Morph, Mover, Surroundings
from evmap.ui.canvas.pictures import Picture
from evmap.ui.canvas.stage import Shot, Stage

UNFOLD_MS = 420

_POINT = 4.0


class Side:
    """One end of the change: a view as a camera sees it."""

    def __init__(self, stage: Stage, shot: Shot) -> None:
        self.stage, self.shot, self.scene = stage, shot, stage.scene
        self._painter = stage.painter(shot)
        self._origin = shot.camera.origin(shot.size, shot.ratio)
        self._hidden = {
            other: _dot_of(row.dots.rects, row.dots.more_rect, place)
            for row in self.scene.dots.values()
            for place, other in enumerate(row.behind)
        }

    def rect(self, concept: str) -> Rect | None:
        """Where a concept stands on the screen, or the dot that stands for it."""
        number = self.scene.concept_numbers.get(concept)
        if number is not None:
            return moved(self._painter.plan.rects[number], *self._origin)
        dot = self._hidden.get(concept)
        return None if dot is None else moved(scaled(dot, self.shot.camera.scale), *self._origin)

    def draw(self, concept: str) -> Draw | None:
        """What paints a concept there; nothing for one that is only a dot."""
        number = self.scene.concept_numbers.get(concept)
        if number is None:
            return None
        x, y = self._origin

        def paint(painter: QPainter) -> None:
            painter.translate(x, y)
            self._painter.paint_concept(painter, number)

        return paint

    def without(self, concepts: Mapping[str, object]) -> Picture:
        """The view without some concepts."""
        numbers = self.scene.concept_numbers
        return self.stage.without(self.shot, {numbers[each] for each in concepts if each in numbers})


def make_morph(start: Picture, before: Side, after: Side, under_way: Mapping[str, Rect] | None) -> Morph:
    """The change from one view to another.

    Args:
        start: what is seen now.
        before: the view that is left.
        after: the view that is to be seen.
        under_way: where concepts are just now, if a change was still under way.
    """
    view = (0.0, 0.0, *after.shot.size)
    movers: dict[str, Mover] = {}
    for concept in dict.fromkeys((*before.scene.concept_numbers, *after.scene.concept_numbers)):
        begin = (under_way or {}).get(concept) or before.rect(concept)
        end = after.rect(concept)
        if begin is not None and end is not None and (overlap(begin, view) or overlap(end, view)):
            movers[concept] = Mover(begin, end, before.draw(concept), after.draw(concept))
    # What comes out of a dot comes from below the box that it belonged to.
    movers = dict(
        sorted(movers.items(), key=lambda item: item[1].draw_start is not None and item[1].draw_end is not None)
    )
    ends = {link.id: (link.subject, link.object) for link in before.scene.links}
    names = [concept.id for concept in before.scene.concepts]
    pairs = [(names[a], names[b]) for a, b in (ends[k] for k in after.scene.link_numbers if k in ends)]

    def surroundings() -> Surroundings:
        gone = None if under_way is not None else before.without(movers).pixmap
        return Surroundings(gone, after.without(movers).pixmap)

    lines = [(a, b) for a, b in pairs if a in movers and b in movers]
    return Morph(start, after.shot.camera, movers, lines, after.stage.inks.line_pen, surroundings)


def _dot_of(dots: tuple[Rect, ...], more: Rect, place: int) -> Rect:
    """The dot at a place of a row; all that have none share the place of their number."""
    if place < len(dots):
        return dots[place]
    x, y = centre(more)
    return (x - _POINT / 2, y - _POINT / 2, _POINT, _POINT)
