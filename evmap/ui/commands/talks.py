"""Commands that begin a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.workspace.talk.starting import talk_from_here, tour_to_give

if TYPE_CHECKING:
    from evmap.model import Tour
    from evmap.ui.main_window import MainWindow


class TalkCommands:
    """Presents what the window shows."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace

    def start(self) -> None:
        """Give the chosen tour, or a talk made from the map."""
        self._window.podium.give(tour_to_give(self._workspace, self._chosen()))

    def here(self) -> None:
        """Give a talk that begins with what is selected; with nothing selected, as from the start."""
        if not self._workspace.selection:
            self.start()
            return
        self._window.podium.give(*talk_from_here(self._workspace, self._chosen()))

    def _chosen(self) -> Tour | None:
        return self._workspace.touring.tour
