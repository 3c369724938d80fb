"""Gives a talk: makes its windows, puts each on its screen, hands out what the talk does not do alone, and ends it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.audience import AudienceWindow
from evmap.ui.presenter.presenter_window import PresenterWindow
from evmap.ui.presenter.screens import Screens
from evmap.ui.settings import Settings
from evmap.ui.theme import load_theme
from evmap.workspace import Workspace
from evmap.workspace.talk import Position, Talk, TalkChange

CLASS_THEME, TEACHER_THEME = "projector", "dark"
_LONGEST_MS = 800
"""No move takes longer in front of a class."""


class Presenting(QObject):
    """One talk with its windows.

    Args:
        talk: what is given.
        workspace: the map that is presented; a workspace of its own, so that what one explored stays as it was.
        settings: where the class's screen and the size of the notes are kept.
        home: the window that the talk was started from; its screen is the teacher's.

    Signals:
        ended: the talk is over; carries where it was left.
    """

    ended = Signal(object)

    def __init__(self, talk: Talk, workspace: Workspace, settings: Settings, home: QWidget) -> None:
        super().__init__(home)
        self.talk = talk
        self._workspace = workspace
        self._home = home
        self._settings = settings
        self.screens = Screens(settings, home.screen().name(), self)
        self.ahead = DrawnAhead(workspace.step_drawings, self)
        height = self.screens.for_class.geometry().height()
        self.audience = AudienceWindow(talk, workspace, CLASS_THEME, height, self.ahead)
        self.audience.view.canvas.set_reduced_motion(settings.reduced_motion)
        self.presenter = PresenterWindow(
            talk, workspace, self.audience, self.screens, settings, load_theme(TEACHER_THEME), self.ahead
        )
        for window in (self.audience, self.presenter):
            window.wanted.connect(self._wanted)
        self.screens.changed.connect(self.place)
        talk.changed.connect(self._on_talk)
        self._over = False

    def start(self, *, full_screen: bool = True) -> None:
        """Show the windows; on a screen of its own each fills it."""
        self._full = full_screen
        self.audience.start()
        self.presenter.start()
        self.place()
        self._draw_ahead()

    def place(self) -> None:
        """Put each window on its screen; with one screen there is only that of the class."""
        if self._over:
            return
        teacher = self.screens.for_teacher
        self._put(self.audience, self.screens.for_class.name())
        self.audience.set_alone(teacher is None)
        if teacher is not None:
            self._put(self.presenter, teacher.name())
            self.presenter.activateWindow()
        else:
            self.presenter.hide()
            self.audience.activateWindow()

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
        self.ended.emit(self.talk.state.at)

    def _put(self, window: QWidget, screen: str) -> None:
        wanted = next((each for each in self.screens.all if each.name() == screen), None)
        if wanted is None:
            return
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
        """The step that is shown first, then those after it, then those before."""
        room, at = self.audience.view.room(), self.talk.state.at.step
        count = len(self.talk.tour.steps)
        order = [*range(at, count), *range(at)]
        views = (self.talk.scene_at(Position(step)).view(room) for step in order)
        self.ahead.want(*(view for view in views if view is not None))

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
        TalkKeySheet(theme, window).open()

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE and self.talk.state.ended:
            QTimer.singleShot(0, self, self.stop)  # the window is still in its own key
