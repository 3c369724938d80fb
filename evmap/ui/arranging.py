"""What the window does with the places of the Atlas: undo and redo, laying out anew, keeping them between starts."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evmap.model import Places
from evmap.ui.bridge import Bridge
from evmap.workspace import Change, Workspace

if TYPE_CHECKING:
    from evmap.ui.laying_out import LayingOut

_KEEP_MS = 1500
_LONGEST = 48


class Arranging(QObject):
    """Carries out the commands about places for one window.

    Attributes:
        complaint: what to tell about the kept places, empty if they are fine.

    Signals:
        told(str): something is to be told.
        working(str): a layout has begun, with what it is called; empty: it is over.
    """

    told = Signal(str)
    working = Signal(str)

    def __init__(self, workspace: Workspace, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.complaint = ""
        self._workspace = workspace
        self._kept = folder / "places"
        self._asked_for = False
        self._began_with: Places | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_KEEP_MS)
        self._later.timeout.connect(self.keep)
        self._restore()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    @cached_property
    def run(self) -> "LayingOut":
        """What lays out, made when it is first asked for: no start waits for it."""
        from evmap.ui.laying_out import LayingOut

        run = LayingOut(self)
        run.found.connect(self._on_found)
        run.failed.connect(self._on_failed)
        run.ended.connect(self._on_ended)
        return run

    @property
    def busy(self) -> bool:
        """Whether a layout is under way."""
        return "run" in vars(self) and self.run.running

    @property
    def busy_by_wish(self) -> bool:
        """Whether one is under way that a person asked for."""
        return self.busy and self._asked_for

    @property
    def undo_text(self) -> str:
        """The menu's words for undoing."""
        return named("&Undo", self._workspace.arrangement.undo_text)

    @property
    def redo_text(self) -> str:
        """The menu's words for redoing."""
        return named("&Redo", self._workspace.arrangement.redo_text)

    def nudge(self, dx: float, dy: float) -> None:
        """Push the chosen concepts by map pixels."""
        chosen = self._workspace.selection.concepts
        if chosen and self._workspace.can_arrange:
            self._workspace.arrangement.move(chosen, dx, dy, nudge=True)

    def improve(self) -> None:
        """Search better places for a map that came without any and was never arranged."""
        if not self._workspace.has_own_places and self._workspace.arrangement.is_shipped:
            self._start("Finding better places", asked_for=False)

    def lay_out(self) -> None:
        """Search new places for everything; they come as one step that can be undone."""
        self._start("Laying the map out anew", asked_for=True)

    def cancel(self) -> None:
        """End the layout under way; everything stays where it is."""
        if self.busy:
            self.run.cancel()

    def close(self) -> None:
        """The window goes: end the layout, and keep the places now."""
        self.cancel()
        self.keep()

    def keep(self) -> None:
        """Write the places. A file that cannot be written is no reason to disturb anyone: the next start has others."""
        from evmap.workspace.kept_places import keep

        self._later.stop()
        arrangement = self._workspace.arrangement
        try:
            keep(self._file(), self._workspace.map.title, arrangement.shipped, arrangement.places)
        except OSError:
            return

    def _file(self) -> Path:
        from evmap.workspace.kept_places import file_for

        return file_for(self._kept, self._workspace.folder, self._workspace.map.title)

    def _start(self, text: str, *, asked_for: bool) -> None:
        if self.run.running:
            self._asked_for = self._asked_for or asked_for
            return
        self._asked_for = asked_for
        self._began_with = self._workspace.places
        self.run.start(self._workspace.map)
        if self.run.running:  # one that cannot even begin has told so already
            self.working.emit(text)

    def _on_found(self, places: Places) -> None:
        if not self._asked_for and self._workspace.places != self._began_with:
            self.told.emit(
                "You moved something, so the better places that were found are not taken. Lay out anew does."
            )
            return
        self._workspace.arrangement.take(places, "Lay out anew")

    def _on_failed(self, why: str) -> None:
        self.told.emit(f"The map could not be laid out anew, so everything stays where it is. {why}")

    def _on_ended(self) -> None:
        self.working.emit("")

    def _restore(self) -> None:
        arrangement = self._workspace.arrangement
        if not arrangement.is_shipped:
            return  # this work goes on in a new window
        if not self._kept.exists():
            return  # of no map; what reads it is not loaded then, as the first paint waits for this
        from evmap.workspace.kept_places import DamagedPlacesError, read_kept

        try:
            kept = read_kept(self._file(), self._workspace.map, arrangement.shipped)
        except DamagedPlacesError as problem:
            self.complaint = str(problem)
            return
        if kept is not None:
            arrangement.restore(kept)

    def _on_changed(self, change: Change) -> None:
        if change is Change.PLACES:
            self._later.start()


def named(command: str, what: str) -> str:
    """A menu's words for a command that takes something back or makes it again."""
    from evmap.ui.words.plain import showable

    short = what if len(what) <= _LONGEST else what[: _LONGEST - 1].rstrip() + "…"
    return f"{command}: {showable(short).replace('&', '&&')}" if what else command
