"""Gives a talk: makes its windows, puts each on its screen, hands out what the talk does not do alone, and ends it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from evmap.model import Places
from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.audience import AudienceWindow
from evmap.ui.presenter.presenter_window import PresenterWindow
from evmap.ui.presenter.screens import Screens
from evmap.ui.settings import Settings
from evmap.ui.theme import load_theme
from evmap.workspace import StepView, Workspace
from evmap.workspace.talk import Position, Talk, TalkChange
from evmap.workspace.talk.drawings import StepDrawings

CLASS_THEME, TEACHER_THEME = "projector", "dark"
_USUAL_HEIGHT = 1080
"""Of the screen that type is made for while there is none."""


class Presenting(QObject):
    """One talk with its windows.

    Args:
        talk: what is given.
        workspace: the map that is presented; a workspace of its own, so that what one explored stays as it was.
        settings: where the class's screen and the size of the notes are kept.
        home: the window that the talk was started from; its screen is the teacher's.

    Signals:
        ended: the talk is over.
    """

    ended = Signal()

    def __init__(self, talk: Talk, workspace: Workspace, settings: Settings, home: QWidget) -> None:
        super().__init__(home)
        self.talk = talk
        self._workspace = workspace
        self._home = home
        self._settings = settings
        self.screens = Screens(settings, home.screen().name() if QGuiApplication.screens() else "", self)
        self.ahead = DrawnAhead(workspace.step_drawings, self)
        of_class = self.screens.for_class
        height = of_class.geometry().height() if of_class else _USUAL_HEIGHT
        self.audience = AudienceWindow(talk, workspace, CLASS_THEME, height, self.ahead)
        self.audience.view.canvas.set_reduced_motion(settings.reduced_motion)
        self.presenter = PresenterWindow(
            talk, workspace, self.audience, self.screens, settings, load_theme(TEACHER_THEME), self.ahead
        )
        for window in (self.audience, self.presenter):
            window.letters = settings.letter_keys
            window.wanted.connect(self._wanted)
            window.keyed.connect(self.audience.view.cut_short)

        self.audience.view.room_changed.connect(self._draw_ahead)
        self.ahead.renewed.connect(self._take_drawings)
        self.screens.changed.connect(self.place)
        talk.changed.connect(self._on_talk)
        self._over = False
        self._full = True
        self._places = workspace.places

    def start(self, *, full_screen: bool = True) -> None:
        """Show the windows; on a screen of its own each fills it."""
        self._full = full_screen
        self.place()  # before the first step is asked for, so that it is drawn for the room that it will have
        self.audience.start()
        self.presenter.start()
        self._draw_ahead()

    def place(self) -> None:
        """Put each window on its screen; with one screen there is only that of the class."""
        if self._over:
            return
        of_class, teacher = self.screens.for_class, self.screens.for_teacher
        if of_class is None:
            return  # no screen at all for now: everything waits where it is
        self._put(self.audience, of_class)
        self.audience.set_alone(teacher is None)
        if teacher is not None:
            self._put(self.presenter, teacher)
        else:
            self.presenter.hide()
        self.to_front()

    def to_front(self) -> None:
        """Bring the windows before all others; the teacher's has the keys."""
        for window in (self.audience, self.presenter):
            if window.isVisible():
                window.raise_()
                window.activateWindow()

    def take_places(self, places: Places) -> None:
        """Follow a map whose Atlas is arranged otherwise, as soon as the step that is shown is drawn for it."""
        self._places, drawings, views = places, StepDrawings(self._workspace.map, places), self._views()
        if views:
            self.ahead.renew(drawings, *views)
        else:
            self._take_drawings(drawings)

    def stop(self) -> None:
        """Close the windows, whatever the talk says."""
        if self._over:
            return
        self._over = True
        self.ahead.stop()
        self.talk.changed.disconnect(self._on_talk)
        self.audience.stop()
        self.presenter.stop()
        for window in (self.audience, self.presenter):
            window.may_close = True
            window.close()
            window.deleteLater()
        self.ended.emit()

    def _put(self, window: QWidget, wanted: QScreen) -> None:
        window.winId()  # a window that was never shown has no handle to be told its screen by
        handle = window.windowHandle()
        if handle.screen() is not wanted:
            handle.setScreen(wanted)
        if self._full:
            window.setGeometry(wanted.geometry())
            window.showFullScreen()
        else:
            window.move(wanted.availableGeometry().topLeft())
            window.show()

    def _draw_ahead(self) -> None:
        self.ahead.want(*self._views())

    def _views(self) -> list[StepView]:
        """The step that is shown first, then those after it, then those before, for the room that the class sees."""
        room, at = self.audience.view.room(), self.talk.state.at.step
        count = len(self.talk.tour.steps)
        order = [*range(at, count), *range(at)]
        views = (self.talk.scene_at(Position(step)).view(room) for step in order)
        return [view for view in views if view is not None]

    def _take_drawings(self, drawings: StepDrawings) -> None:
        self._workspace.take_drawings(drawings, self._places)

    def _wanted(self, what: str) -> None:
        if what == "swap":
            self.screens.swap()
        elif what == "larger":
            self.presenter.notes.grow()
        elif what == "smaller":
            self.presenter.notes.shrink()
        elif what == "full":
            self._full = not self._full
            if not self._full:
                self.audience.showNormal()
            self.place()
        elif what == "find":
            self._find()
        elif what == "sheet":
            self._show_keys()

    def _find(self) -> None:
        from evmap.ui.presenter.talk_find import TalkFind

        at_presenter = self.presenter.isVisible()
        window = self.presenter if at_presenter else self.audience
        theme = self.presenter.theme if at_presenter else self.audience.view.theme
        TalkFind(self._workspace, theme, window).open()

    def _show_keys(self) -> None:
        from evmap.ui.presenter.sheet import TalkKeySheet

        window = self.presenter if self.presenter.isVisible() else self.audience
        theme = self.presenter.theme if window is self.presenter else self.audience.view.theme
        TalkKeySheet(theme, window, letters=window.letters).open()

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE and self.talk.state.ended:
            QTimer.singleShot(0, self, self.stop)  # the window is still in its own key
