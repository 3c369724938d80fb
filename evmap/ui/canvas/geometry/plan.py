"""The geometry of one scene at one scale and level: what stands where on the screen, before anything is painted or hit.

Everything is in screen pixels from the map's origin, so that a plan serves every position of the camera at its scale.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from evmap.layout.boxes import PHRASE_PX
from evmap.layout.geometry import centre, grown, overlap
from evmap.layout.pieces import Pieces, whole
from evmap.model import Point, Rect
from evmap.ui.canvas.geometry.boxes import PackedRects, RectGrid, RectsAsAsked, contains, scaled
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.routes import outside, shortened
from evmap.ui.canvas.geometry.scene import Scene

if TYPE_CHECKING:  # a map opens near enough to read
    from evmap.ui.canvas.geometry.far import FarView
    from evmap.ui.canvas.geometry.names import NamePlace

_AT_START, _AT_END = 3.0, 4.0
"""How far a line stays off the box it leaves and, a little more, off the box that its arrow points at."""

_SLACK, _ASIDE = 8.0, 70.0
"""How far beyond its place something may be painted, in pixels, from near and from afar."""

_MANY = 2000
"""The rectangles of so many concepts are packed or only made when asked for, to keep plans in little memory."""

_AT_ONCE = 100
"""So many rectangles are put in their places in one piece."""

_MOST_ARROWS = 4000
"""With more links than this, and dots for concepts, lines are straight and without arrowheads."""


def planned(scene: Scene, scale: float, level: Level, type_scale: float = 1.0) -> Pieces[Plan]:
    """Make a plan in pieces."""
    far = (yield from _far_view(scene, scale, type_scale)) if level is Level.FAR else None
    yield
    return Plan(scene, scale, level, type_scale, far)


class Plan:
    """What stands where at a scale.

    Attributes:
        scene: what is shown.
        scale: screen pixels to a map pixel.
        level: how much of it is told.
        rects: what is drawn of each concept: its box, or its icon or landmark.
        far: the arrangement seen from afar, at that level only.
        type_scale: how much larger than usual what keeps its size on the screen is written.
    """

    def __init__(
        self, scene: Scene, scale: float, level: Level, type_scale: float = 1.0, far: FarView | None = None
    ) -> None:
        self.scene = scene
        self.scale = scale
        self.level = level
        self.type_scale = type_scale
        if far is None and level is Level.FAR:
            far = whole(_far_view(scene, scale, type_scale))
        if far is not None and len(scene.concepts) > _MANY:
            far = replace(far, rects=PackedRects(far.rects))
        self.far = far
        self.rects: Sequence[Rect] = far.rects if far else self._near_rects()
        self._routes: dict[int, tuple[Point, ...]] = {}
        self._grid: RectGrid | None = None
        self._standing: RectGrid | None = None
        self._written: RectGrid | None = None

    def _near_rects(self) -> Sequence[Rect]:
        concepts, scale = self.scene.concepts, self.scale
        if len(concepts) <= _MANY:
            return [scaled(concept.rect, scale) for concept in concepts]
        return RectsAsAsked(len(concepts), lambda number: scaled(concepts[number].rect, scale))

    def dress(self, scene: Scene) -> None:
        """Show the same scene in other colours or with others of it gone. Nothing moves; names may find room."""
        other, self.scene = scene.gone.concepts != self.scene.gone.concepts, scene
        if other:
            self._grid = self._standing = self._written = None
            if self.far is not None:
                self.far = _named(scene, self.scale, self.far, self.type_scale)

    @property
    def names(self) -> dict[int, NamePlace]:
        """Names beside icons; names in boxes are not among them."""
        return self.far.names if self.far else {}

    @property
    def written(self) -> RectGrid:
        """The same by place and number."""
        if self._written is None:
            self._written = RectGrid(96.0)
            for number, place in self.names.items():
                self._written.add(place.rect, number)
        return self._written

    def standing_in(self, view: Rect) -> RectGrid:
        """All boxes and icons in a part of the screen at least, by place and number; of a crowd of dots none."""
        if len(self.rects) > _MANY and not self._is_swarm and not self.names:
            return self._grid_of(self.concepts_in(view))
        if self._standing is None:
            gone = self.scene.gone.concepts
            # Among so many dots, what is written covers some of them wherever it stands.
            those = sorted(self.far.landmarks) if self.far and self._is_swarm else range(len(self.rects))
            self._standing = self._grid_of(i for i in those if i not in gone)
        return self._standing

    @property
    def _is_swarm(self) -> bool:
        """Whether concepts are no more than dots, and a great many."""
        return self.far is not None and self.far.is_dotted and len(self.rects) > _MANY

    def _grid_of(self, concepts: Iterable[int]) -> RectGrid:
        grid = RectGrid(96.0)
        for number in concepts:
            grid.add(self.rects[number], number)
        return grid

    @property
    def crowded(self) -> bool:
        """Whether so many links are seen from so far away that each is no more than a thread."""
        return self.far is not None and self.far.is_dotted and len(self.scene.links) > _MOST_ARROWS

    def is_landmark(self, number: int) -> bool:
        """Whether a concept is a named box although the map is far away."""
        return self.far is not None and number in self.far.landmarks

    def is_icon(self, number: int) -> bool:
        """Whether a concept is an icon."""
        return self.far is not None and number not in self.far.landmarks

    def route(self, number: int) -> tuple[Point, ...]:
        """A link's line as it is seen, from border to border; empty where the two stand too close for a line."""
        if number not in self._routes:
            self._routes[number] = self._far_route(number) if self.far else self._near_route(number)
        return self._routes[number]

    @property
    def phrase_px(self) -> float:
        """The size of the type of phrases at rest."""
        return PHRASE_PX * self.scene.phrase_size * self.scale

    def phrase_rect(self, number: int) -> Rect:
        """Where a link's phrase stands at the nearest level."""
        return scaled(self.scene.phrases.rect(number), self.scale)

    def concepts_in(self, rect: Rect) -> Sequence[int]:
        """The concepts of which something may be drawn in a rectangle, names included; not those that are gone."""
        gone = self.scene.gone.concepts
        near = self.concepts_near(rect)
        return [i for i in near if i not in gone] if gone else near

    def concepts_near(self, rect: Rect) -> Sequence[int]:
        """The same with those that are gone, which are seen all the same when they are chosen."""
        if self.far is None:
            return self.scene.whereabouts.concepts(self._on_map(rect, _SLACK))
        if self._shows_all(rect):
            return range(len(self.rects))
        if self.names:
            return self._drawn().numbers(rect)
        near = grown(rect, _SLACK)
        if len(self.rects) <= _MANY:
            return self.standing_in(rect).numbers(near)
        found = self.scene.whereabouts.concepts(self._of_moved(rect))
        # To look at each of so many takes longer than to draw those at the edge for nothing.
        return found if len(found) > _MANY else [i for i in found if overlap(self.rects[i], near)]

    def _shows_all(self, rect: Rect) -> bool:
        return contains(grown(rect, _ASIDE), scaled(self.scene.bounds, self.scale))

    def links_in(self, rect: Rect) -> Sequence[int]:
        """The links of which something may be drawn in a rectangle; not those that are gone."""
        gone = self.scene.gone.links
        near = self.links_near(rect)
        return [k for k in near if k not in gone] if gone else near

    def links_near(self, rect: Rect) -> Sequence[int]:
        """The same with those that are gone."""
        return self.scene.whereabouts.links(self._of_moved(rect))

    def prepare(self, rect: Rect) -> Pieces[None]:
        """Do in pieces what has to be done before links and concepts in a rectangle are asked for."""
        yield from self.scene.whereabouts.prepare(self._of_moved(rect))
        if self.far is not None and self.names and not self._shows_all(rect):
            yield from self._placed()

    def _of_moved(self, rect: Rect) -> Rect:
        """Where on the map to look for what is drawn in a rectangle; from afar, icons may have moved aside."""
        return self._on_map(rect, _SLACK if self.far is None else _ASIDE)

    def _on_map(self, rect: Rect, more: float) -> Rect:
        return scaled(grown(rect, more), 1 / self.scale)

    def _near_route(self, number: int) -> tuple[Point, ...]:
        k = self.scale
        return shortened([(x * k, y * k) for x, y in self.scene.links[number].points], _AT_START, _AT_END)

    def _far_route(self, number: int) -> tuple[Point, ...]:
        link, k = self.scene.links[number], self.scale
        start, end = self.rects[link.subject], self.rects[link.object]
        points: tuple[Point, ...] = (centre(start), centre(end))
        if len(link.points) > 2:
            points = (points[0], *((x * k, y * k) for x, y in link.points[1:-1]), points[1])
        assert self.far is not None
        if self.scene.lanes:
            return self._list_route(number, points)
        half = self.far.icon / 2
        from_landmark, to_landmark = link.subject in self.far.landmarks, link.object in self.far.landmarks
        points = shortened(points, 0 if from_landmark else half + 2, 0 if to_landmark else half + 2.5)
        if from_landmark:
            points = outside(points, grown(start, _AT_START))
        if to_landmark:
            points = tuple(reversed(outside(tuple(reversed(points)), grown(end, _AT_END))))
        return points

    def _list_route(self, number: int, points: tuple[Point, ...]) -> tuple[Point, ...]:
        """In a list a line begins and ends at the icon or at the name beside it, whichever it comes to first."""
        assert self.far is not None
        link, entries = self.scene.links[number], self.far.entries
        start = entries.get(link.subject, self.rects[link.subject])
        end = entries.get(link.object, self.rects[link.object])
        points = outside(points, grown(start, _AT_START - 1))
        return tuple(reversed(outside(tuple(reversed(points)), grown(end, _AT_END - 2))))

    def _drawn(self) -> RectGrid:
        """Icons, landmarks and names by place, made when first asked for."""
        return whole(self._placed())

    def _placed(self) -> Pieces[RectGrid]:
        """The same, in pieces."""
        if self._grid is None:
            grid = RectGrid(160.0)
            for i, rect in enumerate(self.rects):
                place = self.names.get(i)
                grid.add(grown(rect, _SLACK), i)
                if place is not None:
                    grid.add(grown(place.rect, _SLACK), i)
                if i % _AT_ONCE == _AT_ONCE - 1:
                    yield
            self._grid = grid
        return self._grid


def _far_view(scene: Scene, scale: float, type_scale: float) -> Pieces[FarView]:
    """The map seen from afar: a city or, in lanes, lists."""
    if not scene.lanes:
        from evmap.ui.canvas.geometry.far import seen_from_afar

        return (yield from seen_from_afar(scene, scale, type_scale))
    from evmap.ui.canvas.geometry.far_lanes import see_lanes

    return see_lanes(scene, scale, type_scale)


def _named(scene: Scene, scale: float, far: FarView, type_scale: float) -> FarView:
    """The same arrangement with names for what is not gone."""
    if not scene.lanes:
        from evmap.ui.canvas.geometry.far import named

        return named(scene, scale, far, type_scale)
    from evmap.ui.canvas.geometry.far_lanes import named_in_lists

    return named_in_lists(scene, far, type_scale)
