"""Opening another map and exporting this one: the dialogs, and what is said when it cannot be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from evmap.ui.messages.report import ReportDialog
from evmap.workspace import Workspace


class MapFiles(QObject):
    """Asks for files with dialogs that do not block, and tells the outcome.

    Attributes:
        folder: where the dialogs begin.
    """

    def __init__(self, window: QWidget, workspace: Workspace, folder: str, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tell = tell
        self._opened: Callable[[Workspace], None] | None = None
        self.folder = folder

    def ask_to_open(self, opened: Callable[[Workspace], None]) -> QFileDialog:
        """Ask for a map; ``opened`` gets it when it could be read."""
        self._opened = opened
        dialog = QFileDialog(self._window, "Open map", self.folder, "Maps (map.toml *.json);;All files (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        return self._show(dialog)

    def ask_to_export(self) -> QFileDialog:
        """Ask where to write the map to."""
        dialog = QFileDialog(self._window, "Export map as JSON", self.folder, "JSON (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("map.json")
        dialog.fileSelected.connect(self.export_to)
        return self._show(dialog)

    def open_file(self, name: str) -> None:
        """Open a map's ``map.toml`` or exported file; say in words why if it cannot be done."""
        from evmap.storage.faults import MapFaults
        from evmap.workspace.opening import open_workspace

        path = Path(name)
        self.folder = str(path.parent)
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
        from evmap.storage.atomic import write_atomically

        path = Path(name)
        self.folder = str(path.parent)
        try:
            write_atomically(path, to_json(self._workspace.map, self._workspace.places))
        except OSError as error:
            self._tell(f"The map could not be written to {path}: {error.strerror or error}. Choose another place.")
            return
        self._tell(f"The map is now in {path}.")

    def _show(self, dialog: QFileDialog) -> QFileDialog:
        dialog.setParent(self._window, dialog.windowFlags())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
