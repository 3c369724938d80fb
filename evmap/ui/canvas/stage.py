"""Makes sharp pictures of one scene in one theme, fast: it remembers plans, sprites and the last pictures."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QPainter, QPixmap

from evmap.layout.pieces import Pieces, whole
from evmap.model import Rect
from evmap.ui.canvas.geometry.camera import Camera, Size
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan, planned
from evmap.ui.canvas.geometry.scene import Scene
from evmap.ui.canvas.painting.base import BasePainter
from evmap.ui.canvas.painting.inks import Inks
from evmap.ui.canvas.painting.pictures import Picture, developed
from evmap.ui.canvas.painting.sprites import Sprites
from evmap.ui.canvas.painting.wide import WidePicture
from evmap.ui.theme import Theme
from evmap.workspace import Spotlight

if TYPE_CHECKING:  # when a map opens, nothing is lit, and nothing lies behind it
    from evmap.ui.canvas.geometry.lit import Lit
    from evmap.ui.canvas.painting.backdrop import Backdrop

_AHEAD, _OWED, _LEAP, _MOST = 0.001, 0.004, 0.012, 0.5
"""Seconds of a frame under the hand for what is not seen yet, for what is, and for so large a share of the view."""

_PLANS_KEPT, _LARGE, _FEW_KEPT = 16, 2000, 3
"""So many plans are kept, and of maps with so many concepts only a few."""


class Shot(Struct, frozen=True):
    """Everything that a picture depends on besides the scene and the theme."""

    camera: Camera
    level: Level
    size: Size
    ratio: float
    spotlight: Spotlight = Spotlight()

    @property
    def lit(self) -> bool:
        """Whether anything is lit and the rest fades."""
        return bool(self.spotlight)


class Stage:
    """One scene in one theme, perhaps before a backdrop. A changed scene or theme is a new stage."""

    def __init__(self, scene: Scene, theme: Theme, backdrop: Backdrop | None = None) -> None:
        self.scene = scene
        self.backdrop = backdrop
        self._behind = Stage(backdrop.scene, theme) if backdrop else None
        self._theme = theme
        self._ratio = 1.0
        self.inks = Inks(theme, self._ratio)
        self._sprites = Sprites(self.inks, self._ratio)
        self._painters: dict[tuple[float, Level], BasePainter] = {}
        self._base: tuple[Level, WidePicture] | None = None
        self._faded: tuple[Picture, QPixmap | None] | None = None
        self._lit: tuple[tuple[object, ...], Lit, WidePicture] | None = None

    def dress(self, scene: Scene) -> None:
        """Show the same scene in other colours, or with other parts of it filtered; where things stand is kept."""
        self.scene = scene
        self._base = self._faded = self._lit = None
        for painter in self._painters.values():
            painter.dress(scene)

    def plan(self, scale: float, level: Level) -> Plan:
        """What stands where at a scale and level."""
        return self._painter(scale, level, self._ratio).plan

    def picture(self, shot: Shot, *, moving: bool = False, exact: bool = False) -> Picture:
        """The picture of a shot; it may reach beyond that, if it need not be exact. It is only changed by moving.

        While the hand moves the map, the last pictures are moved along, not all of what comes into view need be
        painted yet, and lit phrases keep their places; otherwise they are placed anew where the view has room.
        """
        if not shot.lit:
            self._lit = None
        kept = self._moved_along(shot) if moving else self._kept(shot)
        if kept is None:
            return whole(self.develop(shot))
        return kept.exact() if exact else kept.picture

    def develop(self, shot: Shot) -> Pieces[Picture]:
        """Make the sharp picture of a shot in pieces; after the last, it is at hand."""
        painter = yield from self.prepare(shot)
        base = yield from self._base_picture(shot, painter)
        if shot.lit:
            return (yield from self._lit_picture(shot, painter, base)).exact()
        self._lit = None
        return base.exact()

    @property
    def owing(self) -> bool:
        """Whether something that is seen of the moved pictures is still to be painted."""
        return self._base is not None and (self._base[1].owing or (self._lit is not None and self._lit[2].owing))

    def go_on(self) -> Pieces[None]:
        """Paint what is missing of the moved pictures, and what may come into view next."""
        while self._paint_some():
            yield

    def _paint_some(self) -> bool:
        """Paint one piece; whether there was any. What is lit lies over what is not."""
        if self._base is None:
            return False
        base, lit = self._base[1], self._lit[2] if self._lit is not None else None
        if lit is not None and (not base.owing or lit.owing) and lit.paint_some(base.done):
            return True
        return base.paint_some()

    def paint_pointed(self, painter: QPainter, shot: Shot, item: str) -> None:
        """Light the neighbourhood of what is pointed at, over a picture of the shot."""
        from evmap.ui.canvas.geometry.lit import neighbourhood, point
        from evmap.ui.canvas.painting.highlight import HighlightPainter

        base = self._painter(shot.camera.scale, shot.level, shot.ratio)
        view = _view(shot)
        lit = point(base.plan, neighbourhood(self.scene, (item,), (item,)), view)
        numbers = self.scene.concept_numbers
        chosen = {numbers[concept] for concept in shot.spotlight.focus if concept in numbers}
        painter.save()
        painter.translate(-view[0], -view[1])
        HighlightPainter(base).point_at(painter, lit, view, chosen)
        painter.restore()

    def told_rect(self, link: int) -> Rect | None:
        """Where a lit link's phrase stands in the last picture, if it found room."""
        lit = self._lit[1] if self._lit is not None else None
        found = (lit.phrases.get(link) or lit.told.get(link)) if lit is not None else None
        return found[0] if found else None

    def painter(self, shot: Shot) -> BasePainter:
        """What paints a shot at rest."""
        return whole(self.prepare(shot))

    def prepare(self, shot: Shot) -> Pieces[BasePainter]:
        """The same, made in pieces."""
        return self._painter_pieces(shot.camera.scale, shot.level, shot.ratio)

    def without(self, shot: Shot, concepts: Container[int]) -> Pieces[Picture]:
        """Paint a shot at rest in which some concepts are missing, in pieces."""
        painter = yield from self.prepare(shot)
        layers = partial(painter.layers, without=concepts)
        return (yield from developed(shot.camera, shot.size, shot.ratio, self.inks.paper, layers))

    def _painter(self, scale: float, level: Level, ratio: float) -> BasePainter:
        return whole(self._painter_pieces(scale, level, ratio))

    def _painter_pieces(self, scale: float, level: Level, ratio: float) -> Pieces[BasePainter]:
        if ratio != self._ratio:
            self._ratio, self.inks = ratio, Inks(self._theme, ratio)
            self._sprites = Sprites(self.inks, ratio)
            self._painters.clear()
        key = (scale, level)
        painter = self._painters.pop(key, None)
        if painter is None:
            inks, sprites = self.inks, self._sprites
            plan = yield from planned(self.scene, scale, level, self._theme.scale)
            painter = BasePainter(plan, inks, sprites)
            if self.backdrop is not None and self._behind is not None:
                from evmap.ui.canvas.painting.backdrop import Behind

                at = self.backdrop.scale(scale), self.backdrop.level(scale, self._theme.scale)
                behind = yield from self._behind._painter_pieces(*at, ratio)
                painter.lie_on(Behind(self.backdrop, behind))
        self._painters[key] = painter
        if len(self._painters) > (_PLANS_KEPT if len(self.scene.concepts) < _LARGE else _FEW_KEPT):
            self._painters.pop(next(iter(self._painters)))
        return painter

    def _moved_along(self, shot: Shot) -> WidePicture | None:
        """Move the last pictures to a shot of the same scale and paint some of what is missing, if that can be."""
        found = self._alike(shot)
        if found is None or self._base is None:
            return None
        self._faded = None
        for each in (self._base[1], found):
            each.follow(shot.camera)
        seconds = _AHEAD if not self.owing else _OWED if self._base[1].missing < _MOST else _LEAP
        late = perf_counter() + seconds
        while perf_counter() < late and not self._base[1].preparing and self._paint_some():
            pass
        return found

    def _kept(self, shot: Shot) -> WidePicture | None:
        """The last picture, if it is exactly that of a shot."""
        found = self._alike(shot)
        serves = found is not None and found.serves(shot.camera, shot.size, shot.ratio)
        return found if serves and not self.owing else None

    def _alike(self, shot: Shot) -> WidePicture | None:
        """The last picture, if it shows the same as a shot, or need only be moved to."""
        if self._base is None or self._base[0] is not shot.level:
            return None
        base = self._base[1]
        if not base.is_like(shot.camera, shot.size, shot.ratio):
            return None
        if not shot.lit:
            return base
        return self._lit[2] if self._lit is not None and self._lit[0] == _light_key(shot) else None

    def _base_picture(self, shot: Shot, painter: BasePainter) -> Pieces[WidePicture]:
        if self._base is not None and self._base[0] is shot.level:
            base = self._base[1]
            if base.serves(shot.camera, shot.size, shot.ratio):
                yield from base.complete()
                return base
            # Most of what a step aside shows was seen before; unless it takes longer to find what comes into view.
            beside = self.scene.whereabouts.is_quick and base.is_like(shot.camera, shot.size, shot.ratio)
            moved = base.moved_to(shot.camera) if beside else None
            if moved is not None:
                self._base, self._faded = (shot.level, moved), None
                yield
                yield from moved.complete()
                return moved
            if base.picture.camera.scale != shot.camera.scale:
                self._base = None  # it can be moved along at its own scale only, and is several megabytes
        self._faded = None
        yield from painter.prepare(_view(shot))
        yield
        picture = yield from developed(shot.camera, shot.size, shot.ratio, self.inks.paper, painter.layers)
        base = WidePicture(picture, painter)
        self._base = (shot.level, base)
        return base

    def _lit_picture(self, shot: Shot, painter: BasePainter, base: WidePicture) -> Pieces[WidePicture]:
        key = _light_key(shot)
        if self._lit is not None and self._lit[0] == key:
            picture = self._lit[2]
            if picture.serves(shot.camera, shot.size, shot.ratio):
                yield from picture.complete()
                return picture
        else:
            self._lit = None  # of no more use, and several megabytes
        from evmap.ui.canvas.geometry.lit import lighted, lit_by
        from evmap.ui.canvas.painting.highlight import LitParts

        lit = yield from lighted(painter.plan, lit_by(self.scene, shot.spotlight), _view(shot))
        parts = LitParts(painter, base, lit)
        ground = self._faded_map(base.exact(), parts.fade)
        yield
        made = yield from developed(shot.camera, shot.size, shot.ratio, self.inks.paper, parts.lit_layers, ground)
        self._lit = (key, lit, WidePicture(made, parts))
        return self._lit[2]

    def _faded_map(self, base: Picture, fade: Callable[[QPainter, Rect], None]) -> QPixmap:
        """A copy of the map at rest below a veil, to paint on.

        Whatever is lit, it is the same: it is kept from the second time on, but for maps that take much memory.
        """
        kept = self._faded[1] if self._faded is not None and self._faded[0] is base else None
        if kept is not None:
            return kept.copy()
        faded = base.pixmap.copy()
        with QPainter(faded) as painter:
            fade(painter, (0.0, 0.0, *base.size))
        again = self._faded is not None and self._faded[0] is base and len(self.scene.concepts) < _LARGE
        self._faded = (base, faded if again else None)
        return faded.copy() if again else faded

    def relit(self, shot: Shot) -> bool:
        """Forget the light of a shot that was moved, so that its phrases are placed anew; whether there was any."""
        if self._lit is None or not shot.lit:
            return False
        self._lit = None
        return True

    def has(self, items: Iterable[str]) -> bool:
        """Whether all these concepts and links are in the scene."""
        return all(item in self.scene.concept_numbers or item in self.scene.link_numbers for item in items)

    def has_any(self, items: Iterable[str]) -> bool:
        """Whether at least one of these concepts and links is in the scene."""
        return any(item in self.scene.concept_numbers or item in self.scene.link_numbers for item in items)

    def bounds_of(self, items: tuple[str, ...]) -> list[Rect]:
        """The boxes on the map of concepts, and of the two ends of links; unknown ids are left out."""
        numbers: list[int] = []
        for item in items:
            if item in self.scene.concept_numbers:
                numbers.append(self.scene.concept_numbers[item])
            elif item in self.scene.link_numbers:
                link = self.scene.links[self.scene.link_numbers[item]]
                numbers += [link.subject, link.object]
        return [self.scene.concepts[i].rect for i in numbers]


def _view(shot: Shot) -> Rect:
    """What a shot shows, in screen pixels from the map's origin."""
    x, y = shot.camera.origin(shot.size, shot.ratio)
    return (-x, -y, *shot.size)


def _light_key(shot: Shot) -> tuple[object, ...]:
    """All that the light of a shot depends on but where the camera is."""
    return (shot.spotlight, shot.camera.scale, shot.level, shot.size, shot.ratio)
