"""Commands about following what is linked: back and forth, how far the light reaches, the path from here to there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class FollowCommands:
    """Goes back and forth."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._history = window.workspace.history

    def back(self) -> None:
        """Go to where one was before."""
        self._history.back()

    def forward(self) -> None:
        """Go again to where one came back from."""
        self._history.forward()
