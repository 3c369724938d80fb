"""Keeps one's own tours: read after the first paint, written soon after each change and when the window closes."""

from PySide6.QtCore import QObject, QTimer, Signal

from evmap.model import Tour
from evmap.ui.bridge import Bridge
from evmap.ui.settings import Settings
from evmap.workspace import Change, Workspace
from evmap.workspace.tours import TourFolder

_KEEP_MS = 1200


class TourKeeping(QObject):
    """Reads and writes the own tours of one window.

    Signals:
        told(str): something is to be told.
    """

    told = Signal(str)

    def __init__(self, workspace: Workspace, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = TourFolder(settings.folder / "tours", workspace.map, workspace.folder)
        self._kept: tuple[Tour, ...] = ()
        self._warned = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self.keep)
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    @property
    def pending(self) -> bool:
        """Whether there is something that is not written yet."""
        return self._workspace.tours.own != self._kept

    def read(self) -> None:
        """Take the tours that were kept; what is wrong with them is told."""
        try:
            kept = self._folder.read()
        except OSError as problem:
            self.told.emit(f"Your tours in {self._folder.path} cannot be read: {_why(problem)}.")
            return
        desk = self._workspace.tours
        if not desk.own:  # else this work goes on in a new window
            self._kept = kept.tours
            desk.restore(kept.tours)
        for wrong in kept.problems:
            self.told.emit(wrong)

    def keep(self) -> bool:
        """Write what changed; whether that went well. What did not is told, and tried again with the next change."""
        self._later.stop()
        own = self._workspace.tours.own
        try:
            self._folder.write(own)
        except OSError as problem:
            self.told.emit(
                f"Your tours could not be kept in {self._folder.path}: {_why(problem)}. What was kept before is whole, "
                "and your changes stay in this window. Make room or allow writing there, then change something; "
                "or export the tour to another place."
            )
            return False
        self._kept = own
        self._warned = False
        return True

    def close(self) -> bool:
        """The window goes: write now. Whether it may go: what cannot be written holds it back once."""
        if not self.pending or self.keep() or self._warned:
            return True
        self._warned = True
        self.told.emit(
            f"Your tours could not be kept in {self._folder.path}. Export them to another place, or close the window "
            "again to leave without the last changes."
        )
        return False

    def _on_changed(self, change: Change) -> None:
        if change is Change.TOURS and self.pending:
            self._later.start()


def _why(problem: OSError) -> str:
    return problem.strerror or str(problem)
