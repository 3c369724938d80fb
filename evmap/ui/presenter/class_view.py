"""What the class sees of a talk: map, sentence and tools. It follows the talk and decides nothing."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QFont, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from evmap.ui.canvas import Canvas
from evmap.ui.parts.link_menu import LinkMenu
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.caption import BAND, LEAST_SHARE, Caption
from evmap.ui.presenter.glass import Glass
from evmap.ui.presenter.lens_key import lens_of
from evmap.ui.presenter.saying import saying
from evmap.ui.theme import Theme, load_theme
from evmap.workspace import Change, Lens, View, Workspace
from evmap.workspace.talk import Talk, TalkChange, TalkState

_MARGINS = (32.0, 28.0)
"""What the canvas keeps free on both sides of a step."""

_NAME_PX = 12.5
"""Type of names that do not zoom, at 100 %: it is scaled up to what the last row reads."""

_BACK = 1 / 42
"""The way back is quiet: its type is so small a part of the screen's height."""

_SIZES = (360, 480, 600, 720, 800, 900, 1080, 1200, 1440, 1600, 2160)
"""Heights of screens that the type is made for; between them the smaller one holds."""


def class_theme(name: str, height: int) -> Theme:
    """A theme whose names are read from the last row of a screen."""
    near = max((size for size in _SIZES if size <= height), default=_SIZES[0])
    plain = load_theme(name)
    return load_theme(name, max(near * LEAST_SHARE / _NAME_PX / plain.scale, 0.8))


def room_of(wide: int, high: int) -> tuple[float, float]:
    """What a step has on a screen of this size, when its sentence is below it, in pixels."""
    return (max(wide - _MARGINS[0], 200.0), max(high - round(high * BAND) - _MARGINS[1], 150.0))


class ClassView(QWidget):
    """Map, sentence and tools of one talk.

    Signals:
        stirred: something that the class sees has changed; mirrors paint it anew.
        settled: the step is shown and nothing moves.
        room_changed: steps have another room; they are to be drawn for it.
    """

    stirred = Signal()
    settled = Signal()
    room_changed = Signal()

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
        self._theme_name = theme_name
        self.canvas = Canvas(workspace, theme, self)
        self.canvas.strip()
        self.caption = Caption(theme, self)
        self.glass = Glass(talk, self.canvas, theme, self)
        self.back = QPushButton(self)
        self.back.clicked.connect(talk.back_to_path)
        self.back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.back.hide()
        self._dress_back()
        self._shown: tuple[object, ...] = ()
        self._following = self._following_talk = False
        self._rest = QTimer(self)
        self._rest.setInterval(40)
        self._rest.timeout.connect(self._ask_whether_settled)
        self.canvas.camera_changed.connect(self._moved)
        self.canvas.links_offered.connect(self._offer_links)
        self.canvas.eye.stirred.connect(self.stirred)

    def start(self) -> None:
        """Show the talk as it is, and follow it from now on."""
        self._talk.changed.connect(self._on_talk)
        self._workspace.changed.connect(self._on_map)
        self._following_talk = True
        self._follow()

    def stop(self) -> None:
        """Follow no longer."""
        self._following_talk = False
        self._talk.changed.disconnect(self._on_talk)
        self._workspace.changed.disconnect(self._on_map)
        self._rest.stop()

    @property
    def at_rest(self) -> bool:
        """Whether nothing moves."""
        return self.canvas.eye.at_rest

    def cut_short(self) -> None:
        """End what still moves at once, because a key is about to act."""
        eye = self.canvas.eye
        if not eye.at_rest:
            self.canvas.hurry()
            eye.jump(eye.target)

    def room(self) -> tuple[float, float]:
        """What a step has on the screen, when its sentence is below it."""
        return room_of(self.width(), self.height())

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE:
            self._follow()
        elif change is TalkChange.RETURN:
            if self._talk.state.on_path and not self.canvas.seen.whole:
                self.canvas.fit_map()
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
        self._tell_way_back()
        self._rest.start()
        self.stirred.emit()

    def _tell_way_back(self) -> None:
        """Offer the way back quietly, as long as something else is seen than the step as it is framed."""
        state = self._talk.state
        self.back.setText(f"Return to step {state.at.step + 1} (R)")
        self.back.setAccessibleName(self.back.text())
        self.back.adjustSize()
        self._place_back()
        self.back.setVisible(not state.on_path or state.region is not None or not self.canvas.seen.whole)

    def _place_back(self) -> None:
        """At the lower left of the map, where maps have the least to hide."""
        off = round(self.height() * 0.02)
        self.back.move(QPoint(off, self.glass.geometry().bottom() - off - self.back.height()))

    def _dress_back(self) -> None:
        """A button of a size that belongs to the screen."""
        theme, px = self.theme, round(max(self.height() * _BACK, 14.0))
        ink, panel, edge, hover = (theme.colour(role).name() for role in ("ink", "panel", "edge", "hover"))
        self.back.setFont(theme.sans(px, QFont.Weight.DemiBold))
        self.back.setStyleSheet(
            f"QPushButton {{ color: {ink}; background: {panel}; border: 1px solid {edge}; border-radius: {px // 2}px;"
            f" padding: {px // 3}px {px * 3 // 4}px; font-size: {px}px; font-weight: 600; }}"
            f" QPushButton:hover {{ background: {hover}; }}"
        )
        self.back.adjustSize()

    def _show(self, state: TalkState) -> None:
        """Let the map show the step, the whole of it, a part, or what is explored."""
        workspace, wanted = self._workspace, (state.at, state.away, state.whole, state.region, self.size())
        if wanted == self._shown:
            return
        before, self._shown = self._shown, wanted
        scene = self._talk.scene
        view = scene.view(self.room()) if state.on_path else None
        if view is not None and not self._ahead.has(view):
            self._shown = before
            self._ahead.want(view)
            return
        if not state.away:
            workspace.clear_selection()
        workspace.asking.look_through(lens_of(scene.lens) if state.on_path else Lens.KIND)  # no colour without its key
        if view is not None:
            workspace.show_step(view)
        elif not state.away or state.whole or workspace.viewing.view is View.STEP:
            self._show_atlas(state)
        if state.region is not None:
            self.canvas.show_region(state.region)
        elif before and before[3] is not None and before[0] == state.at:
            self.canvas.fit_map()

    def _show_atlas(self, state: TalkState) -> None:
        """All of the map, or what was chosen on it."""
        if self._workspace.viewing.view is not View.ATLAS:
            self._workspace.show_view(View.ATLAS)
        if (state.whole or not state.away) and not self.canvas.seen.whole:
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
        self._place_back()

    def _offer_links(self, links: tuple[str, ...], toggle: bool, _at: QPoint) -> None:
        """Let the teacher choose among links that lie on each other, where the pointer is: in either window."""
        LinkMenu(self._workspace, links, self.theme, self, toggle=toggle).popup(QCursor.pos() + QPoint(6, 6))

    def _moved(self) -> None:
        self.glass.update()
        self._tell_way_back()
        self.stirred.emit()

    def _ask_whether_settled(self) -> None:
        if self.at_rest:
            self._rest.stop()
            self.stirred.emit()
            self.settled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, and the step for its new room."""
        super().resizeEvent(event)
        theme = class_theme(self._theme_name, self.height())
        if theme.scale != self.theme.scale:
            self._take_theme(theme)
        self._dress_back()
        self._place()
        if self._following_talk:
            self._follow()
            self.room_changed.emit()

    def _take_theme(self, theme: Theme) -> None:
        """The screen is another: type that its last row reads."""
        self.theme = theme
        self.canvas.set_theme(theme)
        self.caption.set_theme(theme)
