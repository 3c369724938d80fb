"""What is seen at this moment: a sharp picture at rest, a moved one under the hand, a scaled or blended one in flight.

A change knows its end: the end's sharp picture is painted first, then every moment between is two copies. That is
sharp at both ends, costs the same for any size of map, fades levels into each other, and can be sought. The end is
painted in pieces, between events before anything moves and a few with each frame in flight, so that no frame waits.
"""

from __future__ import annotations

from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter

from evmap.layout.pieces import Pieces, whole
from evmap.ui.canvas.geometry.camera import Camera, Flight, Size
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.painting.pictures import Passage, Picture, draw, opaque

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

    from evmap.ui.canvas.painting.morph import Morph

FLY_MS, ZOOM_MS, BLEND_MS = 280, 150, 130
_SETTLE_MS = 110
_WAITING, _FLYING = 0.005, 0.003
"""Seconds for painting the end: before events have their turn, if a change waits for it; and of a frame in flight."""


class Photographer(Protocol):
    """Where the eye gets its pictures from."""

    def take(self, camera: Camera, level: Level, *, moving: bool, exact: bool = False) -> Picture:
        """A sharp picture, which may reach beyond the view if it need not be exact; moving, it may owe some."""

    @property
    def owing(self) -> bool:
        """Whether something that is seen is still missing since the map was moved."""

    def develop(self, camera: Camera, level: Level) -> Pieces[Picture]:
        """A sharp picture at rest, painted in pieces."""

    @property
    def preparing(self) -> bool:
        """Whether a change is being prepared that is still to begin."""

    def hurry(self) -> None:
        """Have at once what is still being prepared."""

    def view_size(self) -> Size:
        """How large the view is."""

    def view_ratio(self) -> float:
        """Device pixels to a pixel."""

    def paper(self) -> QColor:
        """What lies under everything."""

    def level_for(self, scale: float, now: Level | None) -> Level:
        """How much is told at a scale."""

    def place_phrases_anew(self) -> bool:
        """The view moved: phrases may stand better elsewhere. Whether there are any."""


class Eye(QObject):
    """Holds the camera and the change under way.

    Signals:
        stirred: something is to be painted.
        camera_changed: the camera is another than before.
    """

    stirred = Signal()
    camera_changed = Signal()

    def __init__(self, photographer: Photographer, parent: QObject) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        self.level = Level.FAR
        self._from = photographer
        self._camera = Camera()
        self._held = False
        self._loose: Picture | None = None
        self._passage: Passage | None = None
        self._shown: Picture | None = None
        self._t = 0.0
        self._work: Pieces[Passage] | None = None
        self._changing = False
        self._ms = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.let_go)

    @cached_property
    def _clock(self) -> QVariantAnimation:
        """What moves the change under way; made for the first."""
        from PySide6.QtCore import QVariantAnimation

        clock = QVariantAnimation(self)
        clock.setStartValue(0.0)
        clock.setEndValue(1.0)
        clock.valueChanged.connect(self._tick)
        clock.finished.connect(self._land)
        return clock

    @property
    def camera(self) -> Camera:
        """The camera of this moment."""
        return self._passage.flight.at(self._t) if self._passage else self._camera

    @property
    def target(self) -> Camera:
        """Where the camera will be at rest."""
        return self._camera

    @property
    def still(self) -> bool:
        """Whether nothing moves, fades or is scaled."""
        return self._passage is None and self._loose is None

    @property
    def at_rest(self) -> bool:
        """Whether it is still, and will be until something else happens."""
        return self.still and not self._from.preparing

    def jump(self, camera: Camera) -> None:
        """Be somewhere else at once."""
        self._stop()
        self._loose = self._shown = None
        self._set(camera)

    def go(self, camera: Camera, ms: int, *, gentle: bool = True, start: Picture | None = None) -> None:
        """Fly there, or blend into a changed picture when it is the same place; ``start`` is what was seen before."""
        if self.reduced_motion or ms <= 0:
            self.jump(camera)
            return
        asked, before = start is None, self.camera
        start = start or self.now()
        self._stop()
        self._loose = None
        self.level = self._from.level_for(camera.scale, self.level)
        passage = self._passage = Passage(start, Flight(before, camera, gentle))
        self._set(camera)
        self._set_off(passage, self._ending(passage), ms)
        if asked:
            self._answer()

    def change(self, start: Picture, camera: Camera, morph: Pieces[Morph], ms: int) -> None:
        """Change into another scene, which the photographer shows already; a hand may interrupt it at any moment.

        Args:
            start: what was seen before.
            camera: what sees the other scene.
            morph: makes the change, in pieces.
            ms: how long it lasts once it is made.
        """
        if self.reduced_motion or ms <= 0:
            self.jump(camera)
            return
        before = self.camera
        self._stop()
        self._loose = self._shown = None
        self.level = self._from.level_for(camera.scale, None)
        passage = self._passage = Passage(start, Flight(before, before))
        self._changing = True
        self._set(camera)
        self._set_off(passage, morph, ms)

    @property
    def changing(self) -> bool:
        """Whether a change into another scene is under way, or about to begin."""
        return self._changing

    @property
    def morph(self) -> Morph | None:
        """The change into another scene that is under way."""
        if self._passage is None:
            return None
        from evmap.ui.canvas.painting.morph import Morph

        return self._passage if isinstance(self._passage, Morph) else None

    @property
    def moment(self) -> float:
        """How far the change under way has come."""
        return self._t

    def hold(self, camera: Camera) -> None:
        """Follow the hand: at the same scale the sharp picture moves, else it is scaled until the hand rests."""
        if camera.scale == self._camera.scale and self._loose is None:
            self._stop()
            self._held, self._shown = True, None
        else:
            self._loose = self.now()
            self._stop()
        self._set(camera, keep_level=self._loose is not None)

    def hold_briefly(self, camera: Camera) -> None:
        """Follow a hand that does not say when it lets go, such as a touchpad."""
        self.hold(camera)
        self._settle.start()

    def let_go(self) -> None:
        """The hand rests: show what was scaled sharply, and place lit phrases for the new view."""
        self._settle.stop()
        was_loose, self._held = self._loose is not None, False
        start = self.now()
        if self._from.place_phrases_anew() or was_loose or self._from.owing:
            self._blend_from(start)

    def refresh(self, ms: int = BLEND_MS, camera: Camera | None = None) -> None:
        """What there is to see has changed: blend into it."""
        self.go(camera or self._camera, ms)

    def seek(self, t: float) -> None:
        """Show a moment of the change under way and stay there; 1 ends it."""
        self._from.hurry()
        self._clock.stop()
        self._later.stop()
        if self._work is not None:
            self._passage, self._work = whole(self._work), None
        if self._passage is not None:
            self._t = t
            if t >= 1.0:
                self._stop()
            self.camera_changed.emit()
            self.stirred.emit()

    def now(self) -> Picture:
        """What is seen at this moment as one picture."""
        size, ratio = self._from.view_size(), self._from.view_ratio()
        if self.still:
            if self._shown is None or self._shown.size != size:
                self._shown = self._from.take(self._camera, self.level, moving=self._held, exact=True)
            return self._shown
        camera = self.camera
        pixmap = opaque(size, ratio)
        with QPainter(pixmap) as painter:
            self.paint(painter)
        return Picture(pixmap, camera, size, ratio, camera.to_screen((0.0, 0.0), size))

    def paint(self, painter: QPainter) -> None:
        """Paint this moment."""
        size = self._from.view_size()
        if self._passage is not None:
            self._passage.paint(painter, self._t, size, self._from.paper())
        elif self._loose is not None:
            painter.fillRect(QRectF(0, 0, *size), self._from.paper())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            draw(painter, self._loose, self._loose.rect_in(self._camera, size))
        else:
            picture = self._from.take(self._camera, self.level, moving=self._held)
            self._shown = picture
            painter.drawPixmap(picture.corner_in(self._camera, size), picture.pixmap)

    def _blend_from(self, start: Picture) -> None:
        self._loose = None
        self.level = self._from.level_for(self._camera.scale, self.level)
        if self.reduced_motion:
            self.stirred.emit()
            return
        passage = self._passage = Passage(start, Flight(self._camera, self._camera))
        self._set_off(passage, self._ending(passage), BLEND_MS)
        self._answer()

    def _set_off(self, passage: Passage, work: Pieces[Passage], ms: int) -> None:
        """Begin a passage whose end is still to be painted; one that waits for its end begins when that is there."""
        self._work, self._t, self._ms = work, 0.0, ms
        self._clock.setDuration(ms)
        if passage.waits:
            self._later.start()
        else:
            self._clock.start()

    def _answer(self) -> None:
        """Paint some of the end at once, where the hand waits for it and there was nothing else to do before."""
        if self._passage is not None and self._passage.waits:
            self._work_on(_WAITING)

    def _ending(self, passage: Passage) -> Pieces[Passage]:
        """Paint where a passage leads."""
        end = yield from self._from.develop(self._camera, self.level)
        yield from passage.prepare(end)
        passage.arrive_at(end, self._t)
        return passage

    def _work_on(self, seconds: float) -> None:
        """Go on painting the end for a while."""
        late = perf_counter() + seconds
        while self._work is not None:
            try:
                next(self._work)
            except StopIteration as end:
                self._work, self._passage = None, end.value
            if perf_counter() > late:
                break

    def _go_on(self) -> None:
        """Go on with what has to be there before anything moves; or with the end of a flight that is over already."""
        self._work_on(_WAITING)
        if self._work is not None:
            self._later.start()
        elif self._passage is not None and self._passage.waits:
            self._clock.start()
        else:
            self._blend_from(self.now())

    def _set(self, camera: Camera, *, keep_level: bool = False) -> None:
        moved, self._camera = camera != self._camera, camera
        if not keep_level:
            self.level = self._from.level_for(camera.scale, self.level)
        if moved:
            self.camera_changed.emit()
        self.stirred.emit()

    def _stop(self) -> None:
        self._passage = self._work = None
        self._changing = False
        self._later.stop()
        if "_clock" in vars(self):
            self._clock.stop()

    def _tick(self, _value: float) -> None:
        now = self._clock.currentTime()
        if self._passage is None or now == 0:
            return
        if self._work is not None:
            self._work_on(_FLYING)
        self._t = min(now / self._ms, 1.0)
        self.camera_changed.emit()
        self.stirred.emit()

    def _land(self) -> None:
        if self._work is not None:
            self._later.start()
            return
        if self._passage is not None:
            self._shown, self._passage = self._passage.end, None
        self._changing = False
        self.camera_changed.emit()
        self.stirred.emit()
