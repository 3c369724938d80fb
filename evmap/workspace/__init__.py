"""What a person is doing with a map: what is selected, pointed at, read, and the way back. No Qt."""

from evmap.workspace.arranging import Arrangement
from evmap.workspace.asking import Asking
from evmap.workspace.changes import Change, Signal
from evmap.workspace.lenses import Lens
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.state import Coverage, Reading, Selection, Topic, Workspace
from evmap.workspace.views import View, Viewing

__all__ = [
    "Arrangement",
    "Asking",
    "Change",
    "Coverage",
    "Lens",
    "Reading",
    "Selection",
    "Signal",
    "Spotlight",
    "Topic",
    "View",
    "Viewing",
    "Workspace",
]
