"""What a person is doing with a map: what is selected, lit, pointed at, read, and where one has been. No Qt."""

from evmap.workspace.arranging import Arrangement
from evmap.workspace.asking import Asking
from evmap.workspace.changes import Change, Signal
from evmap.workspace.following import Following, PathSearch, Reach
from evmap.workspace.history import History, Place, Seen
from evmap.workspace.lenses import Lens
from evmap.workspace.selection import Reading, Selection, Topic
from evmap.workspace.spotlight import Spotlight
from evmap.workspace.state import Workspace
from evmap.workspace.views import StepView, View, Viewing

__all__ = [
    "Arrangement",
    "Asking",
    "Change",
    "Following",
    "History",
    "Lens",
    "PathSearch",
    "Place",
    "Reach",
    "Reading",
    "Seen",
    "Selection",
    "Signal",
    "Spotlight",
    "StepView",
    "Topic",
    "View",
    "Viewing",
    "Workspace",
]
