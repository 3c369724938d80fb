"""What header and status line hold for following links: back and forward, the trail, how far the light reaches."""

from evmap.ui.actions.action_set import ActionSet
from evmap.ui.theme import Theme
from evmap.ui.window.header import Header
from evmap.ui.window.history_menu import HistoryButton, Trail
from evmap.ui.window.reach_bar import ReachBar
from evmap.ui.window.status import StatusLine
from evmap.workspace import Workspace


class FollowParts:
    """These parts of one window, made after its first paint."""

    def __init__(
        self, workspace: Workspace, actions: ActionSet, theme: Theme, header: Header, status: StatusLine
    ) -> None:
        self._workspace, self._actions, self._status = workspace, actions, status
        back, forward = (HistoryButton(workspace, theme, forward=each) for each in (False, True))
        self._trail, self._reach = Trail(workspace, theme), ReachBar(workspace, actions, theme)
        header.hold(back, forward)
        status.lead(self._reach)
        status.hold(self._trail)
        self._parts = (back, forward, self._trail, self._reach)

    def refresh(self) -> None:
        """Say what holds now."""
        for part in self._parts:
            part.refresh()
        self._status.show_counts(not self._reach.speaks)
        self._actions.name("path.find", self._path_text())

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        for part in self._parts:
            part.set_theme(theme)

    def ticks(self) -> set[str]:
        """The commands that say how far the light reaches, and whether a path keeps to the arrows."""
        following = self._workspace.following
        reach, path = following.reach, following.looked_at
        ticks = {f"near.{reach.steps}", f"near.{reach.way}"} if self._workspace.selection.concepts else set()
        return ticks | ({"path.arrows"} if path is not None and path.directed else set())

    def _path_text(self) -> str:
        """What looking for a path would do now."""
        chosen, start = self._workspace.selection.concepts, self._workspace.following.start
        if len(chosen) == 2:
            return "&Path between the two"
        if start is None:
            return "&Path from here…"
        if chosen == (start,):
            return "Give up the &path"
        return f"&Path to here from {self._workspace.index.concepts[start].name.replace('&', '&&')}"
