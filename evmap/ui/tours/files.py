"""Sending and getting tours as files: the dialogs, and what is said of a file that is no tour of this map."""

from PySide6.QtWidgets import QFileDialog

from evmap.ui.file_asking import FileAsking
from evmap.ui.messages.report import ReportDialog

_KIND = "Tours (*.json);;All files (*)"


class TourFiles(FileAsking):
    """Asks for the files of tours."""

    def ask_to_import(self) -> QFileDialog:
        """Ask for the file of a tour."""
        return self._ask_to_open("Import tour", _KIND, self.import_file)

    def ask_to_export(self) -> QFileDialog:
        """Ask where to write the chosen tour to."""
        name = f"{self._workspace.chosen_tour or 'tour'}.json"
        return self._ask_to_save("Export tour", _KIND, name, self.export_to)

    def import_file(self, name: str) -> None:
        """Take in the tour of a file, and show it; what does not fit this map is told, and the rest works."""
        from evmap.storage.faults import MapFaults
        from evmap.storage.tour_files import check_tour, read_tour

        path = self._path(name)
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
        from evmap.storage.tour_files import encode_tour

        tour = self._workspace.touring.tour
        if tour is not None:
            self._write(self._path(name), encode_tour(tour, self._workspace.map.title), "The tour")
