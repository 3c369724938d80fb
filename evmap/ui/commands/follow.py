"""Commands about following what is linked: back and forth, how far the light reaches, the path from here to there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class FollowCommands:
    """Goes back and forth, reaches further, looks for ways."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace
        self._history = window.workspace.history
        self._following = window.workspace.following

    def back(self) -> None:
        """Go to where one was before."""
        self._history.back()

    def forward(self) -> None:
        """Go again to where one came back from."""
        self._history.forward()

    def reach(self, steps: int) -> None:
        """Light what lies within so many links of the selected concepts."""
        if self._has_concept():
            self._following.follow(steps=steps)
        self._window.refresh()  # a number that is on already stays ticked

    def reach_way(self, way: str) -> None:
        """Follow links in both directions, only as the arrows point, or only against them."""
        if self._has_concept():
            self._following.follow(way=way)
        self._window.refresh()

    def path(self) -> None:
        """Find a path between two selected concepts; or from the first to the second that is chosen with this."""
        chosen, start = self._workspace.selection.concepts, self._following.start
        if len(chosen) == 2:
            self._following.find(*chosen)
        elif start is None:
            self._following.begin(chosen[0])
        elif start == chosen[0]:
            self._following.give_up()
        else:
            self._following.find(start, chosen[0])
        self.show_page()

    def turn(self, by: int) -> None:
        """Look at another path between the same ends."""
        self._following.turn(by)
        self.show_page()

    def swap(self) -> None:
        """Find the way back."""
        self._following.swap()
        self.show_page()

    def toggle_arrows(self) -> None:
        """Follow links only as their arrows point, or in both directions."""
        search = self._following.looked_at
        if search is not None:
            self._following.respect_arrows(not search.directed)
        self.show_page()

    def show_page(self) -> None:
        """A path is read in the details, so they are to be seen."""
        window = self._window
        if self._following.looked_at is not None and not window.settings.details:
            window.show_details(True)
        window.refresh()

    def _has_concept(self) -> bool:
        """Whether there is something to be near to; if not, say what to do first."""
        chosen = self._workspace.selection.concepts
        if not chosen:
            self._window.status.say("Select a concept first: 1 to 9 then light what lies so many links around it")
        return bool(chosen)
