"""Every gesture on the shipped map, frame by frame, in each view: what it takes at its median, and at its worst."""

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from evmap.model import Point
from evmap.ui.theme import load_theme
from evmap.workspace import View
from evmap.workspace.opening import open_workspace
from tests.benchmarks.frames import SIZE, Blit, Gestures
from tests.benchmarks.timing import Row, row, spent

_AIM = "8 ms, worst 16"
_LEFT, _MIDDLE, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.NoButton
_PLAIN, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
_SEEN: dict[str, tuple[View, float | None]] = {
    "big picture": (View.BIG_PICTURE, None),
    "Atlas": (View.ATLAS, None),
    "Atlas near": (View.ATLAS, 0.9),
    "lanes": (View.LANES, None),
}


def rows(runs: int) -> Iterator[Row]:
    """The table: each gesture in each view, then each change of the view."""
    app = QApplication.instance() or QApplication(["evmap"])
    assert isinstance(app, QApplication)
    load_theme("light").apply(app)
    floor = Blit()
    floor.show()
    hand = _Hand(runs)
    for seen, (view, scale) in _SEEN.items():
        for name, frames in hand.gestures(view, scale):
            yield row(f"{name}, {seen}", frames, [spent(floor.repaint) for _ in range(10)], _AIM)
    for name, frames in hand.changes():
        yield row(name, frames, [spent(floor.repaint) for _ in range(10)], _AIM)
    hand.canvas.close()
    floor.close()


_Frames = list[float]


class _Hand(Gestures):
    """A hand over the shipped map that makes each gesture as often as asked."""

    def __init__(self, runs: int) -> None:
        super().__init__(open_workspace(None))
        # As in the app once its map is seen: numpy is there, and rubbish is looked for while nothing moves.
        import numpy  # noqa: F401

        gc.collect()
        gc.freeze()
        gc.disable()
        self._runs = runs
        self._rng = random.Random(5)
        self._ids = list(self.workspace.index.concepts)

    def gestures(self, view: View, scale: float | None) -> Iterator[tuple[str, _Frames]]:
        """Every gesture in a view, seen whole or at a scale."""
        self._settle(view, scale)
        yield "point", self._each(self._points(), self._point)
        self._settle(view, scale)
        shown = [each for each in self._some() if self._place(each) is not None]
        yield "select", self._all(partial(self.workspace.select_concept, each) for each in shown)
        yield "pan with it lit", self._dragged(_MIDDLE)
        self._settle(view, scale)
        yield "pan", self._dragged(_MIDDLE)
        yield "let go", self.moving(partial(self._event, QEvent.Type.MouseButtonRelease, (700, 450), _MIDDLE))
        self._settle(view, scale)
        yield "box", self._boxed()
        if view is not View.BIG_PICTURE:  # there it unfolds the map
            self._settle(view, scale)
            yield "wheel", self._all(partial(self._turn, k) for k in range(self._runs))
        self._settle(view, scale)
        yield "arrows pan", self._all(partial(self._key, key) for key in _ARROWS * 2)
        self.moving(partial(self.workspace.select_concept, shown[0]))
        yield "arrows walk", self._all(partial(self._key, key) for key in _ARROWS * 3)
        if view is View.ATLAS:
            self._settle(view, scale)
            taken, carried, put = self._carried(shown)
            yield from (("pick up", taken), ("carry", carried), ("put down", put))

    def changes(self) -> Iterator[tuple[str, _Frames]]:
        """From view to view, and around every so many concepts."""
        self._settle(View.ATLAS, None)
        there_and_back = (View.BIG_PICTURE, View.ATLAS, View.LANES, View.ATLAS)
        yield "between views", self._all(partial(self.workspace.show_view, view) for view in there_and_back * 2)
        hubs = [concept.id for concept in self.workspace.index.landmarks(self._runs)]
        yield "go around", self._all(partial(self.canvas.go_around, each) for each in (*hubs, *self._some()))
        yield "go back", self._all(self.workspace.history.back for _ in range(8))

    def _settle(self, view: View, scale: float | None) -> None:
        self.workspace.clear_selection()
        if self.workspace.viewing.view is not view:
            self.workspace.show_view(view)
        self.canvas.hurry()
        self.canvas.fit_map(animated=False)
        if scale is not None:
            self.canvas.zoom_to(scale)
        self.canvas.repaint()
        self.moving(gc.collect)

    def _some(self) -> Sequence[str]:
        return self._ids[:: max(len(self._ids) // self._runs, 1)]

    def _place(self, concept: str) -> Point | None:
        """The middle of a concept that is seen and can be taken."""
        rect = self.canvas._sight.rect_of(concept)
        if rect is None:
            return None
        x, y = rect[0] + rect[2] / 2, rect[1] + rect[3] / 2
        inside = 20 < x < SIZE[0] - 90 and 20 < y < SIZE[1] - 50
        return (x, y) if inside and self.canvas._reach.item_at((x, y)) == concept else None

    def _points(self) -> list[Point]:
        anywhere = [(self._rng.uniform(0, SIZE[0]), self._rng.uniform(0, SIZE[1])) for _ in range(self._runs * 4)]
        return anywhere + [at for each in self._some() if (at := self._place(each)) is not None]

    def _each(self, points: Sequence[Point], move: Callable[[Point], None]) -> _Frames:
        return [self._frame(partial(move, point)) for point in points]

    def _all(self, begins: "Iterator[Callable[[], object]] | Sequence[Callable[[], object]]") -> _Frames:
        return [frame for begin in begins for frame in self.moving(begin)]

    def _frame(self, move: Callable[[], None]) -> float:
        """One move and the frame that follows it at once."""
        self.canvas.set_reduced_motion(False)
        taken = spent(move) + spent(self.canvas.repaint)
        self.canvas.set_reduced_motion(True)
        return taken

    def _point(self, at: Point) -> None:
        self._event(QEvent.Type.MouseMove, at)

    def _dragged(self, button: Qt.MouseButton) -> _Frames:
        self._event(QEvent.Type.MouseButtonPress, (700, 450), button, button)
        ways = [k if k < 30 else 60 - k for k in range(60)]
        return self._each([(700.0 + 11 * k, 450.0 + 5 * k) for k in ways], partial(self._drag, button=button))

    def _drag(self, at: Point, button: Qt.MouseButton, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        self._event(QEvent.Type.MouseMove, at, _NONE, button, modifier)

    def _boxed(self) -> _Frames:
        self._event(QEvent.Type.MouseButtonPress, (100, 100), _LEFT, _LEFT, _SHIFT)
        drag = partial(self._drag, button=_LEFT, modifier=_SHIFT)
        frames = self._each([(100.0 + 40 * k, 100.0 + 30 * k) for k in range(20)], drag)
        release = partial(self._event, QEvent.Type.MouseButtonRelease, (860, 670), _LEFT, _NONE, _SHIFT)
        return frames + self.moving(release)

    def _carried(self, concepts: Sequence[str]) -> tuple[_Frames, _Frames, _Frames]:
        taken, carried, put = [], [], []
        for at in filter(None, map(self._place, concepts)):
            x, y = at
            self._event(QEvent.Type.MouseButtonPress, at, _LEFT, _LEFT)
            taken.append(self._frame(partial(self._drag, (x + 9, y + 3), button=_LEFT)))
            self.canvas.hurry()
            carried += self._each([(x + 9 * k, y + 3 * k) for k in range(2, 10)], partial(self._drag, button=_LEFT))
            put += self.moving(partial(self._event, QEvent.Type.MouseButtonRelease, (x + 81, y + 27), _LEFT))
        return taken, carried, put

    def _turn(self, number: int) -> None:
        at, way = QPointF(500 + 20 * number, 450), 120 if (number // 6) % 2 == 0 else -120
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(self.canvas, QWheelEvent(at, at, QPoint(), QPoint(0, way), _NONE, _PLAIN, phase, False))

    def _key(self, key: Qt.Key) -> None:
        QApplication.sendEvent(self.canvas, QKeyEvent(QEvent.Type.KeyPress, key, _PLAIN))

    def _event(
        self,
        kind: QEvent.Type,
        at: Point,
        button: Qt.MouseButton = _NONE,
        held: Qt.MouseButton = _NONE,
        modifier: Qt.KeyboardModifier = _PLAIN,
    ) -> None:
        point = QPointF(*at)
        QApplication.sendEvent(self.canvas, QMouseEvent(kind, point, point, button, held, modifier))
