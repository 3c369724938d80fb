"""The window that the class sees: the map and its sentence on the whole screen, and nothing of the app around it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent

from evmap.ui.presenter.ahead import DrawnAhead
from evmap.ui.presenter.class_view import ClassView
from evmap.ui.presenter.cover import Card, Cover
from evmap.ui.presenter.overview import Overview
from evmap.ui.presenter.step_pictures import StepPictures
from evmap.ui.presenter.talk_window import TalkWindow
from evmap.workspace import Workspace
from evmap.workspace.talk import Asking, Blank, Talk, TalkChange, TalkState

_REST_MS = 2000
"""A cursor that rests so long disappears."""


class AudienceWindow(TalkWindow):
    """Shows what the class sees. What only the teacher may see, it shows only where there is one screen.

    Attributes:
        view: the living map with its sentence; mirrors show the same.
        pictures: all steps in small, as they are seen here.
        alone: whether there is no presenter window, so that questions, steps and notes have to be shown here.
    """

    def __init__(self, talk: Talk, workspace: Workspace, theme_name: str, height: int, ahead: DrawnAhead) -> None:
        super().__init__(talk)
        self.setWindowTitle("EV Map – the class")
        self.setAccessibleName("What the class sees")
        self.alone = True
        self.view = ClassView(talk, workspace, theme_name, height, ahead, self)
        self.cover = Cover(self)
        self.card = Card(self.view.theme, self)
        self.notes = Card(self.view.theme, self, low=True)
        self.pictures = StepPictures(talk, workspace, self.view, ahead, self)
        self.steps = Overview(talk, self.view.theme, self.pictures, self)
        self.steps.chosen.connect(talk.go_to)
        self.steps.key.connect(self._pass_on)
        self._still: QPixmap | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._hide_cursor)
        for part in (self, self.view, self.view.canvas, self.view.glass, self.cover):
            part.setMouseTracking(True)
            part.installEventFilter(self)
        self.resize(1280, 720)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def start(self) -> None:
        """Follow the talk."""
        self.view.start()
        self.talk.changed.connect(self._on_talk)
        self.follow()

    def stop(self) -> None:
        """Follow no longer."""
        self.talk.changed.disconnect(self._on_talk)
        self.view.stop()

    @property
    def still(self) -> QPixmap | None:
        """The picture that the class keeps, while it is frozen."""
        return self._still

    def follow(self) -> None:
        """Show what the talk says."""
        state = self.talk.state
        if state.frozen and self._still is None:
            self.view.cut_short()
            self._still = self.view.grab()
        elif not state.frozen:
            self._still = None
        self.cover.show_state(state.blank, self._still)
        self.cover.raise_()
        self._tell_teacher(state)

    def _tell_teacher(self, state: TalkState) -> None:
        here = self.alone
        self.card.tell(*(question(self.talk) if here else ("", "")))
        self.notes.tell(*(("Notes", self.talk.step.notes or "None") if here and state.notes else ("", "")))
        self.steps.follow(visible=here and state.overview and state.blank is Blank.NOTHING)
        if not self.steps.isVisible() and self.isActiveWindow():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_alone(self, alone: bool) -> None:
        """There is no presenter window, or there is one."""
        self.alone = alone
        self.follow()

    def _on_talk(self, change: TalkChange) -> None:
        if change is TalkChange.STATE:
            self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cursor is there while the hand moves, and for a moment after it."""
        if event.type() == QEvent.Type.MouseMove:
            self._resting.start()
            if self.view.cursor().shape() is Qt.CursorShape.BlankCursor:
                for part in (self, self.view, self.cover):
                    part.unsetCursor()
                self.view.canvas.unsetCursor()  # it takes the one that belongs there with this very move
                self.view.glass.follow()
        return super().eventFilter(watched, event)

    def _hide_cursor(self) -> None:
        for part in (self, self.view, self.view.canvas, self.view.glass, self.cover):
            part.setCursor(Qt.CursorShape.BlankCursor)

    def _pass_on(self, event: QKeyEvent) -> None:
        self.keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The map fills the window."""
        super().resizeEvent(event)
        for part in (self.view, self.cover):
            part.setGeometry(self.rect())
        for card in (self.card, self.notes):
            card.place()
        self.steps.place()

    def changeEvent(self, event: QEvent) -> None:
        """Another window took the keys: Tab is let go."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow() and self._peeking:
            self._peeking = False
            if self.talk.state.whole:
                self.talk.toggle_whole()


def question(talk: Talk) -> tuple[str, str]:
    """What the teacher is asked or told at this moment, strong words and the rest."""
    state = talk.state
    if state.asking is Asking.LEAVE:
        return "End the talk?", "R or any key: resume.   Esc: leave."
    if state.asking is Asking.RESUME and talk.resume_at is not None:
        step = talk.resume_at.step
        return f"Go on at step {step + 1}?", f"“{talk.tour.steps[step].title}”.   Space: go on.   Home: from the start."
    if state.typed:
        return f"Step {state.typed}", "Enter: go there.   Esc: stay."
    return "", ""
