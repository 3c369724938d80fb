"""Commands about files: another map, an export, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.actions.files import MapFiles
    from evmap.ui.main_window import MainWindow


class FileCommands:
    """Opens, exports, leaves."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_map(self) -> None:
        """Ask for a map and open it in its own window."""
        self._files().ask_to_open(self._window.map_opened.emit)

    def export_map(self) -> None:
        """Ask for a file and write the map to it."""
        self._files().ask_to_export()

    def leave(self) -> None:
        """Close the window."""
        self._window.close()

    def _files(self) -> MapFiles:
        from evmap.ui.actions.files import MapFiles

        window = self._window
        return MapFiles(window, window.workspace, window.settings.last_folder, window.tell)
