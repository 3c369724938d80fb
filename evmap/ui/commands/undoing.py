"""Undo and redo: of the tour that is in sight, of the places in the Atlas, or of what was changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class UndoCommands:
    """Takes back, makes again."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace

    def undo(self) -> None:
        """Take back what the menu names."""
        tours = self._window.late.tours if self._window.late else None
        if tours is not None and tours.undoes:
            self._workspace.touring.undo()
        else:
            self._workspace.arrangement.undo()

    def redo(self) -> None:
        """Make again what the menu names."""
        tours = self._window.late.tours if self._window.late else None
        if tours is not None and tours.redoes:
            self._workspace.touring.redo()
        else:
            self._workspace.arrangement.redo()
