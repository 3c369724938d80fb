"""Gives one talk at a time from a window: a second start brings the first to the front; each is left with a place."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evmap.model import Tour
from evmap.ui.presenter.presenting import Presenting
from evmap.ui.settings import Settings
from evmap.workspace import Change, Workspace
from evmap.workspace.talk import Position, Talk
from evmap.workspace.talk.starting import workspace_for_talk


class Podium(QObject):
    """The talk of one window, if one is being given.

    Signals:
        left: a talk is over; carries the talk.
    """

    left = Signal(object)

    def __init__(self, workspace: Workspace, settings: Settings, home: QWidget) -> None:
        super().__init__(home)
        self._workspace = workspace
        self._settings = settings
        self._home = home
        self.presenting: Presenting | None = None

    def give(self, tour: Tour, at: Position | None = None) -> None:
        """Begin a talk; while one is being given, bring that to the front instead.

        Args:
            tour: what is given; one that was left on its way asks whether to go on there.
            at: where to begin; then nothing is asked.
        """
        if self.presenting is not None:
            self.presenting.to_front()
            return
        resume = self._workspace.left_talks.of(tour) if at is None else None
        talk = Talk(tour, self._workspace.index, start=at, resume=resume)
        made = self.presenting = Presenting(talk, workspace_for_talk(self._workspace), self._settings, self._home)
        made.ended.connect(self._over)
        self._workspace.changed.connect(self._on_map)
        made.start()

    def stop(self) -> None:
        """End the talk, if there is one; its place is kept."""
        if self.presenting is not None:
            self.presenting.stop()

    def _on_map(self, change: Change) -> None:
        if change is Change.PLACES and self.presenting is not None:
            self.presenting.take_places(self._workspace.places)

    def _over(self) -> None:
        ended, self.presenting = self.presenting, None
        self._workspace.changed.disconnect(self._on_map)
        if ended is not None:
            self._workspace.left_talks.note(ended.talk)
            ended.deleteLater()
            self._home.activateWindow()
            self.left.emit(ended.talk)
