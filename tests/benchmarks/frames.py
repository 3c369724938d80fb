"""The canvas, frame by frame: every gesture's frame against a widget that only draws one picture of its size."""

from collections.abc import Callable, Iterator
from itertools import cycle
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from evmap.model import Places
from evmap.ui.canvas import Canvas
from evmap.ui.theme import load_theme
from evmap.workspace import Workspace
from evmap.workspace.opening import open_workspace
from tests.benchmarks.timing import Row, interleaved, row, spent

SIZE = (1400, 900)
_IDLE = 0.03  # ms; a turn of the event loop that does anything takes longer
_FRAME = 0.0166  # s
_PATIENCE = 20.0  # s; then a movement is taken as it is


class Blit(QWidget):
    """The floor: nothing is drawn faster than one ready picture."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*SIZE)
        self._pixmap = QPixmap(*SIZE)
        self._pixmap.fill(Qt.GlobalColor.white)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._pixmap)


class _Paints(QObject):
    """Counts the frames that a widget paints."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Gestures:
    """A canvas under a hand. Each method makes one move and paints its frame."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.canvas = Canvas(workspace, load_theme("light"))
        self._paints = _Paints(self.canvas)
        self.canvas.installEventFilter(self._paints)
        self.canvas.resize(*SIZE)
        self.canvas.set_reduced_motion(True)
        self.canvas.show()
        QApplication.processEvents()
        self._concepts = cycle(workspace.index.concepts)
        # So many that no picture is still on a shelf when its scale or place comes round again.
        self._scales = cycle([0.31 + 0.37 * k % 1.13 for k in range(97)])
        self._links = cycle(workspace.map.links)
        self._at = QPointF(700, 450)
        self._way = 1
        self._asides = cycle([float(k * (-1) ** k) for k in range(1, 42)])
        self._nearer = 1.0
        self._whole = self.canvas.camera.scale

    def hover(self) -> None:
        """Point at another concept."""
        self.workspace.point_at(next(self._concepts))
        self.canvas.repaint()

    def select(self) -> None:
        """Choose another concept: the rest fades, its phrases are placed, the camera moves as far as needed."""
        self.workspace.select_concept(next(self._concepts))
        self.canvas.repaint()

    def redraw(self) -> None:
        """A sharp frame at another scale, everything drawn anew."""
        self.canvas.zoom_to(next(self._scales))
        self.canvas.repaint()

    def redraw_here(self) -> None:
        """A sharp frame at the same scale, some pixels aside: what was prepared for the scale is used again.

        The last picture is not, or all but what comes into view would only be moved.
        """
        self.canvas.pan_by(next(self._asides), 0.0, fine=False)
        self.canvas._sight.stage._base = None
        self.canvas.repaint()

    def redraw_near_fit(self) -> None:
        """A sharp frame a little nearer or farther than the whole map: nothing is prepared for its scale."""
        self._nearer = 1.0 + (self._nearer + 0.013) % 0.2
        self.canvas.zoom_to(self._whole * self._nearer)
        self.canvas.repaint()

    def dim(self) -> None:
        """Choose another pair that is linked: the rest fades. A pair, because then the camera stays."""
        link = next(self._links)
        self.workspace.select((link.subject, link.object))
        self.canvas.repaint()

    def choose(self) -> list[float]:
        """Choose another concept, with the camera's way there; gives the time of each frame."""
        return self.moving(lambda: self.workspace.select_concept(next(self._concepts)))

    def relayout(self, places: Places) -> list[float]:
        """Everything goes to other places; gives the time of each frame."""
        return self.moving(lambda: self.canvas.set_places(places))

    def pan(self) -> None:
        """Drag the paper by twelve pixels, to and fro."""
        self._at += QPointF(12 * self._way, 5 * self._way)
        if not 200 < self._at.x() < 1200:
            self._way = -self._way
        self._mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.MouseButton.MiddleButton)
        self.canvas.repaint()

    def hold(self, *, pressed: bool) -> None:
        """Press or let go of the middle button."""
        kind = QEvent.Type.MouseButtonPress if pressed else QEvent.Type.MouseButtonRelease
        held = Qt.MouseButton.MiddleButton if pressed else Qt.MouseButton.NoButton
        self._mouse(kind, Qt.MouseButton.MiddleButton, held)

    def fly(self) -> list[float]:
        """Fly from a near view to the whole map; gives the time of each frame."""
        self.canvas.zoom_to(1.2)
        self.canvas.repaint()
        return self.moving(self.canvas.fit_map)

    def wheel(self) -> list[float]:
        """One notch of the wheel, in and out in turn by the scale; gives the time of each frame."""
        self._way = -self._way if not 0.4 < self.canvas.camera.scale < 1.6 else self._way
        event = QWheelEvent(
            QPointF(700, 450),
            QPointF(700, 450),
            QPoint(),
            QPoint(0, 120 if self._way > 0 else -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        return self.moving(lambda: QApplication.sendEvent(self.canvas, event))

    def moving(self, begin: Callable[[], object]) -> list[float]:
        """The frames from a beginning until the map rests.

        For each, all work of the event loop up to its painting, but no more than fits into the time of one frame: what
        is prepared before, between the events, keeps neither the hand nor a frame waiting. One turn counts whole.
        """
        self.canvas.set_reduced_motion(False)
        painted, late = self._paints.count, perf_counter() + _PATIENCE
        frames: list[float] = []
        work = spent(begin)
        turns = [(perf_counter(), work)]
        resting = False
        while not resting and perf_counter() < late:
            resting = self.canvas.eye.at_rest
            before = thread_time()
            step = spent(QApplication.processEvents)
            # An idle turn may take long too, when another process has the core; it uses no time of this thread.
            if (thread_time() - before) * 1000 > _IDLE:
                turns.append((perf_counter(), step))
            if self._paints.count != painted:
                since = perf_counter() - _FRAME
                frames.append(max(sum(t for at, t in turns if at >= since), *(t for _, t in turns)))
                turns, painted = [(perf_counter(), 0.0)], self._paints.count
        self.canvas.set_reduced_motion(True)
        return frames or [sum(t for _, t in turns)]

    def _mouse(self, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        event = QMouseEvent(kind, self._at, self._at, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.canvas, event)


def rows(runs: int) -> Iterator[Row]:
    """The table's part on frames."""
    app = QApplication.instance() or QApplication(["evmap"])
    assert isinstance(app, QApplication)
    load_theme("light").apply(app)
    floor = Blit()
    floor.show()
    hand = Gestures(open_workspace(None))
    app.processEvents()

    def measured(name: str, move: Callable[[], None], aim: str) -> Row:
        sides = {
            "floor": lambda: spent(floor.repaint),
            name: lambda: spent(move),
            "between": lambda: spent(app.processEvents),  # the event loop turns between the moves of a hand
        }
        times = interleaved(sides, runs)
        return row(f"{name} / blit of the view", times[name], times["floor"], aim)

    hand.canvas.fit_map()
    yield measured("hover", hand.hover, "<= 4, 8 ms")
    hand.workspace.point_at(None)
    yield measured("full repaint at another scale", hand.redraw, "<= 16 ms")
    hand.canvas.zoom_to(1.0)
    hand.hold(pressed=True)
    yield measured("pan at 100 %", hand.pan, "<= 9, 8 ms")
    hand.hold(pressed=False)
    hand.canvas.fit_map()
    yield measured("select", hand.select, "<= 16 ms")
    hand.workspace.clear_selection()
    for name, journey, aim in (("flight", hand.fly, "<= 8"), ("wheel zoom", hand.wheel, "8 ms")):
        steps: list[float] = []
        blits = []
        for _ in range(max(4, runs // 10)):
            steps += journey()
            blits.append(spent(floor.repaint))
        yield row(f"{name}, a step / blit of the view", steps, blits, aim)
    hand.canvas.close()
    floor.close()
