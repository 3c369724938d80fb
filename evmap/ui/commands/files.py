"""Commands about files: another map, an export, the end."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.actions.files import MapFiles
    from evmap.ui.main_window import MainWindow
    from evmap.ui.paper.office import Office


class FileCommands:
    """Opens, exports, draws, leaves."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def open_map(self) -> None:
        """Ask for a map and open it in its own window."""
        self._files().ask_to_open(self._window.map_opened.emit)

    def export_map(self) -> None:
        """Ask for a file and write the map to it."""
        self._files().ask_to_export()

    def export_picture(self) -> None:
        """Ask which picture of the map is wanted, and draw it."""
        self.office.ask_for_picture()

    def print_handout(self) -> None:
        """Ask which tour is wanted on paper, and print it."""
        self.office.ask_for_handout()

    @cached_property
    def office(self) -> Office:
        """What draws on paper, made when it is first asked for."""
        from evmap.ui.paper.office import Office

        return Office(self._window)

    @property
    def is_drawing(self) -> bool:
        """Whether something is being drawn on paper."""
        return "office" in vars(self) and self.office.busy

    def leave(self) -> None:
        """Close the window."""
        self._window.close()

    def _files(self) -> MapFiles:
        from evmap.ui.actions.files import MapFiles

        window = self._window
        return MapFiles(window, window.workspace, window.settings.last_folder, window.tell)
