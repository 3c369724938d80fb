"""Commands about finding: the field in the header, the hits, and the palette of all commands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.finding.palette import Palette
    from evmap.ui.main_window import MainWindow


class FindingCommands:
    """Opens what one finds things with, and walks through the hits."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def find(self) -> None:
        """Look for a concept, a link or a passage."""
        self._window.find_bar.open()

    def choose_command(self) -> None:
        """Show all commands in one list."""
        self._palette.open()

    @cached_property
    def _palette(self) -> Palette:
        from evmap.ui.finding.palette import Palette

        return Palette(self._window)

    def next_hit(self) -> None:
        """Go to the next hit."""
        self._window.find_bar.step(1)

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._window.find_bar.step(-1)
