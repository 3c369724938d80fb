"""What a person is doing with a map: what is selected, pointed at, read, and the way back. No Qt."""

from evmap.workspace.changes import Change, Signal
from evmap.workspace.state import Coverage, Reading, Selection, Workspace

__all__ = ["Change", "Coverage", "Reading", "Selection", "Signal", "Workspace"]
