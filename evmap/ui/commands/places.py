"""Commands about where concepts stand in the Atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class PlaceCommands:
    """Pushes, lays out."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._arrangement = window.workspace.arrangement

    def nudge(self, dx: float, dy: float) -> None:
        """Push the selected concepts by some screen pixels."""
        scale = self._window.canvas.camera.scale
        self._window.arranging.nudge(dx / scale, dy / scale)

    def lay_out_anew(self) -> None:
        """Search new places for everything; the status line shows how far it is."""
        self._window.arranging.lay_out()

    def back_to_shipped_places(self) -> None:
        """Put everything back to where the map puts it."""
        self._arrangement.back_to_shipped()
