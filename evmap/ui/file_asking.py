"""Asking for files with dialogs that do not block, and writing to them safely: shared by all that opens and exports."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from evmap.workspace import Workspace


class FileAsking(QObject):
    """Asks for files of a map, and tells the outcome.

    Args:
        window: what the dialogs belong to.
        workspace: the map.
        folder: where the dialogs begin.
        tell: says in one sentence how it went.

    Attributes:
        folder: where the dialogs begin; the folder of the last file from then on.
    """

    def __init__(self, window: QWidget, workspace: Workspace, folder: str, tell: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tell = tell
        self.folder = folder

    def _ask_to_open(self, title: str, kinds: str, chosen: Callable[[str], None]) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self.folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._show(dialog, chosen)

    def _ask_to_save(self, title: str, kinds: str, name: str, chosen: Callable[[str], None]) -> QFileDialog:
        """Ask where to write to; ``name`` is offered, and its ending is that of a name without one."""
        dialog = QFileDialog(self._window, title, self.folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.selectFile(name)
        return self._show(dialog, chosen)

    def _path(self, name: str) -> Path:
        """The file that was chosen; its folder is where the next dialog begins."""
        path = Path(name)
        self.folder = str(path.parent)
        return path

    def _write(self, path: Path, data: bytes, what: str) -> None:
        """Write ``what``, such as "The map", whole or not at all; say how it went."""
        from evmap.storage.atomic import write_atomically

        try:
            write_atomically(path, data)
        except OSError as error:
            self._tell(f"{what} could not be written to {path}: {error.strerror or error}. Choose another place.")
        else:
            self._tell(f"{what} is now in {path}.")

    def _show(self, dialog: QFileDialog, chosen: Callable[[str], None]) -> QFileDialog:
        dialog.setParent(self._window, dialog.windowFlags())
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog
