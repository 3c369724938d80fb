"""Sending and getting tours as files: the dialogs, and what is said of a file that is no tour of this map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from evmap.ui.messages.report import ReportDialog
from evmap.workspace import Workspace

_KIND = "Tours (*.json);;All files (*)"


class TourFiles(QObject):
    """Asks for files with dialogs that do not block, and tells the outcome.

    Attributes:
        folder: where the dialogs begin.
    """

    def __init__(self, window: QWidget, workspace: Workspace, folder: str, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tell = tell
        self.folder = folder

    def ask_to_import(self) -> QFileDialog:
        """Ask for the file of a tour."""
        dialog = QFileDialog(self._window, "Import tour", self.folder, _KIND)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        return self._show(dialog)

    def ask_to_export(self) -> QFileDialog:
        """Ask where to write the chosen tour to."""
        dialog = QFileDialog(self._window, "Export tour", self.folder, _KIND)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(f"{self._workspace.chosen_tour or 'tour'}.json")
        dialog.fileSelected.connect(self.export_to)
        return self._show(dialog)

    def import_file(self, name: str) -> None:
        """Take in the tour of a file, and show it; what does not fit this map is told, and the rest works."""
        from evmap.storage.faults import MapFaults
        from evmap.storage.tour_files import check_tour, read_tour

        path = Path(name)
        try:
            checked = check_tour(read_tour(path), self._workspace.map, self._workspace.folder)
        except MapFaults as faults:
            words = f"{path.name} is not taken in, and your tours are as they were. Below is what is wrong with it."
            ReportDialog("The tour cannot be imported", words, str(faults), self._window).open()
            return
        self._workspace.touring.take_in(checked.tour)
        if checked.problems:
            words = f"“{checked.tour.title}” is among your tours. Some of it does not fit this map and is left out."
            ReportDialog("The tour is imported in part", words, "\n".join(checked.problems), self._window).open()
        else:
            self._tell(f"“{checked.tour.title}” is now among your tours.")

    def export_to(self, name: str) -> None:
        """Write the chosen tour to a file; say how it went."""
        from evmap.storage.atomic import write_atomically
        from evmap.storage.tour_files import encode_tour

        tour, path = self._workspace.touring.tour, Path(name)
        if tour is None:
            return
        try:
            write_atomically(path, encode_tour(tour, self._workspace.map.title))
        except OSError as error:
            self._tell(f"The tour could not be written to {path}: {error.strerror or error}. Choose another place.")
            return
        self._tell(f"The tour is now in {path}.")

    def _show(self, dialog: QFileDialog) -> QFileDialog:
        dialog.setParent(self._window, dialog.windowFlags())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
