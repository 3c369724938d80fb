"""Commands about the window's looks: its theme, and which of its parts are shown. The settings remember them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from evmap.ui.theme import THEME_NAMES, load_theme

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class LookCommands:
    """Changes the theme; shows and hides parts."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._settings = window.settings

    def change_theme(self, name: str) -> None:
        """Take another theme and remember it."""
        self._settings.theme = name
        self._window.set_theme(load_theme(name))

    def next_theme(self) -> None:
        """Take the theme after this one."""
        self.change_theme(THEME_NAMES[(THEME_NAMES.index(self._window.theme.name) + 1) % len(THEME_NAMES)])

    def toggle_legend(self) -> None:
        """Show or hide the panel at the left."""
        self._settings.legend = not self._settings.legend
        self._window.left.setVisible(self._settings.legend)
        self._window.refresh()

    def toggle_details(self) -> None:
        """Show or hide the panel at the right."""
        self._window.show_details(not self._settings.details)

    def toggle_minimap(self) -> None:
        """Show or hide the small map in the corner."""
        self._settings.minimap = not self._settings.minimap
        self._window.canvas.set_minimap_visible(self._settings.minimap)
        self._window.refresh()

    def toggle_motion(self) -> None:
        """Turn moving pictures on or off."""
        self._settings.reduced_motion = not self._settings.reduced_motion
        self._window.canvas.set_reduced_motion(self._settings.reduced_motion)
        self._window.refresh()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._window.refresh()
