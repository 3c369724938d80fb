"""What the class sees of a talk: map, sentence and tools. It follows the talk and decides nothing."""

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from evmap.ui.canvas import Canvas
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.caption import LEAST_SHARE, Caption
from evmap.ui.presenter.glass import Glass
from evmap.ui.presenter.saying import saying
from evmap.ui.theme import Theme, load_theme
from evmap.workspace import Change, View, Workspace
from evmap.workspace.talk import Talk, TalkChange, TalkState

_MARGINS = (32.0, 28.0)
"""What the canvas keeps free on both sides of a step."""

_NAME_PX = 12.5
"""Type of names that do not zoom, at 100 %: it is scaled up to what the last row reads."""

_SIZES = (360, 480, 600, 720, 800, 900, 1080, 1200, 1440, 1600, 2160)
"""Heights of screens that the type is made for; between them the smaller one holds."""


def class_theme(name: str, height: int) -> Theme:
    """A theme whose names are read from the last row of a screen."""
    near = max((size for size in _SIZES if size <= height), default=_SIZES[0])
    plain = load_theme(name)
    return load_theme(name, max(near * LEAST_SHARE / _NAME_PX / plain.scale, 0.8))


class ClassView(QWidget):
    """Map, sentence and tools of one talk.

    Signals:
        stirred: something that the class sees has changed; mirrors paint it anew.
        settled: the step is shown and nothing moves.
    """

    stirred = Signal()
    settled = Signal()

    def __init__(
        self,
        talk: Talk,
        workspace: Workspace,
        theme_name: str,
        height: int,
        ahead: DrawnAhead,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._talk = talk
        self._ahead = ahead
        self._ahead.ready.connect(self._drawn)
        self._workspace = workspace
        theme = class_theme(theme_name, height)
        self.theme = theme
        self.canvas = Canvas(workspace, theme, self)
        self.canvas.strip()
        self.caption = Caption(theme, self)
        self.glass = Glass(talk, self.canvas, theme, self)
        self.back = QPushButton(self)
        self.back.clicked.connect(talk.back_to_path)
        self.back.setObjectName("map-button")
        self.back.hide()
        self._shown: tuple[object, ...] = ()
        self._following = False
        self._rest = QTimer(self)
        self._rest.setInterval(40)
        self._rest.timeout.connect(self._ask_whether_settled)
        self.canvas.camera_changed.connect(self._moved)
        self.canvas.eye.stirred.connect(self.stirred)

    def start(self) -> None:
        """Show the talk as it is, and follow it from now on."""
        self._talk.changed.connect(self._on_talk)
        self._workspace.changed.connect(self._on_map)
        self._follow()

    def stop(self) -> None:
        """Follow no longer."""
        self._talk.changed.disconnect(self._on_talk)
        self._workspace.changed.disconnect(self._on_map)
        self._rest.stop()

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves."""
        return self.canvas.eye.at_rest

    def room(self) -> tuple[float, float]:
        """What a step has on the screen, when its sentence is below it."""
        band = round(self.height() * 0.27)
        return (max(self.width() - _MARGINS[0], 200.0), max(self.height() - band - _MARGINS[1], 150.0))

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE:
            self._follow()
        else:
            self.glass.update()
            self.stirred.emit()

    def _on_map(self, change: Change) -> None:
        """Something was chosen on the map: the talk is left, its place is kept."""
        if change is Change.SELECTION and not self._following:
            if self._workspace.selection and self._talk.state.on_path:
                self._talk.leave_path()
            self._say()
        if change is Change.HOVER:
            self.stirred.emit()

    def _follow(self) -> None:
        state = self._talk.state
        self._following = True
        self._say()
        self._show(state)
        self._following = False
        self.glass.follow()
        number = state.at.step + 1
        self.back.setText(f"Return to step {number} (R)")
        self.back.setAccessibleName(self.back.text())
        self.back.adjustSize()
        self.back.setVisible(not state.on_path or state.region is not None)
        self._rest.start()
        self.stirred.emit()

    def _show(self, state: TalkState) -> None:
        """Let the map show the step, the whole of it, a part, or what is explored."""
        workspace, wanted = self._workspace, (state.at, state.away, state.whole, state.region, self.size())
        if wanted == self._shown:
            return
        before, self._shown = self._shown, wanted
        if state.away and not state.whole:
            if workspace.viewing.view is View.STEP:
                workspace.show_view(View.ATLAS)
            return
        if not state.away:
            workspace.clear_selection()
        view = None if state.whole else self._talk.scene.view(self.room())
        if view is not None and not self._ahead.has(view):
            self._shown = before
            self._ahead.want(view)
            return
        if view is None:
            workspace.show_view(View.ATLAS)
            self.canvas.fit_map()
        else:
            workspace.show_step(view)
        if state.region is not None:
            self.canvas.show_region(state.region)
        elif before and before[3] is not None:
            self.canvas.fit_map()

    def _drawn(self) -> None:
        """A drawing that was waited for may be there."""
        if self._shown[:1] != (self._talk.state.at,) and self.isVisible():
            self._follow()

    def _say(self) -> None:
        said = saying(self._talk, self._workspace)
        self.caption.tell(said)
        self._place()

    def _place(self) -> None:
        wide, high = self.width(), self.height()
        self.caption.resize(wide, self.caption.height())
        self.caption.set_screen(high)
        band = self.caption.band(self.caption.saying, high)
        self.caption.setVisible(band > 0)
        self.caption.setGeometry(0, high - band, wide, band)
        above = QRect(0, 0, wide, high - band)
        self.canvas.setGeometry(above)
        self.glass.setGeometry(above)
        self.back.move(QPoint(round(high * 0.02), round(high * 0.02)))

    def _moved(self) -> None:
        self.glass.update()
        self.stirred.emit()

    def _ask_whether_settled(self) -> None:
        if self.at_rest:
            self._rest.stop()
            self.stirred.emit()
            self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, and the step for its new room."""
        super().resizeEvent(event)
        self._place()
        if self._shown:
            self._follow()
