"""Opening another map and exporting this one: the dialogs, and what is said when it cannot be done."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from evmap.ui.file_asking import FileAsking
from evmap.ui.messages.report import ReportDialog
from evmap.workspace import Workspace


class MapFiles(FileAsking):
    """Asks for the files of maps."""

    def __init__(self, window: QWidget, workspace: Workspace, folder: str, tell: Callable[[str], None]) -> None:
        super().__init__(window, workspace, folder, tell)
        self._opened: Callable[[Workspace], None] | None = None

    def ask_to_open(self, opened: Callable[[Workspace], None]) -> QFileDialog:
        """Ask for a map; ``opened`` gets it when it could be read."""
        self._opened = opened
        return self._ask_to_open("Open map", "Maps (map.toml *.json);;All files (*)", self.open_file)

    def ask_to_export(self) -> QFileDialog:
        """Ask where to write the map to."""
        return self._ask_to_save("Export map as JSON", "JSON (*.json)", "map.json", self.export_to)

    def open_file(self, name: str) -> None:
        """Open a map's ``map.toml`` or exported file; say in words why if it cannot be done."""
        from evmap.storage.faults import MapFaults
        from evmap.workspace.opening import open_workspace

        path = self._path(name)
        try:
            workspace = open_workspace(path)
        except MapFaults as faults:
            words = f"{path.name} could not be opened. This map stays open. Below is what is wrong, line by line."
            ReportDialog("The map cannot be opened", words, str(faults), self._window).open()
            return
        if self._opened:
            self._opened(workspace)

    def export_to(self, name: str) -> None:
        """Write the map to a file; say how it went."""
        from evmap.exchange.map_json import to_json

        self._write(self._path(name), to_json(self._workspace.map, self._workspace.places), "The map")
