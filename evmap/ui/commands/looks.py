"""Commands about the window's looks: its theme, and which of its parts are shown. The settings remember them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from evmap.ui.settings import TEXT_SIZES
from evmap.ui.theme import THEME_NAMES
from evmap.ui.theme.choosing import chosen_theme

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
        self.follow_settings()

    def follow_settings(self) -> None:
        """Take what the settings say: theme and text size, motion, wheel and keys."""
        theme = chosen_theme(self._settings.theme, self._settings.text_size)
        if theme is not self._window.theme:
            self._window.set_theme(theme)
        self._window.take_habits()
        self._window.workspace.asking.fade(self._settings.filters_fade)
        self._window.refresh()

    def show_settings(self) -> None:
        """Let the person choose."""
        from evmap.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self._window.theme, self._window)
        dialog.changed.connect(self.follow_settings)
        dialog.keys_wanted.connect(self._window.commands.steps.show_keys)
        dialog.open()

    def next_theme(self) -> None:
        """Take the theme after this one."""
        self.change_theme(THEME_NAMES[(THEME_NAMES.index(self._window.theme.name) + 1) % len(THEME_NAMES)])

    def change_text_size(self, percent: int) -> None:
        """Set all type and every size of the window to so many per cent, and remember it."""
        self._settings.text_size = percent
        self.follow_settings()

    def larger_text(self) -> None:
        """The next larger text size, if there is one."""
        now = self._settings.text_size
        self.change_text_size(next((size for size in TEXT_SIZES if size > now), now))

    def smaller_text(self) -> None:
        """The next smaller text size, if there is one."""
        now = self._settings.text_size
        self.change_text_size(next((size for size in reversed(TEXT_SIZES) if size < now), now))

    def usual_text(self) -> None:
        """Text at 100 %."""
        self.change_text_size(100)

    def toggle_legend(self) -> None:
        """Show or hide the panel at the left."""
        self._window.show_legend(self._window.left.isHidden())

    def toggle_details(self) -> None:
        """Show or hide the panel at the right."""
        self._window.show_details(self._window.right.isHidden())

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
