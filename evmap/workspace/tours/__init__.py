"""The tours of a map: those that came with it, one's own, and the desk at which these are made. No Qt."""

from evmap.workspace.tours.desk import TourDesk
from evmap.workspace.tours.keeping import TourFolder
from evmap.workspace.tours.steps import is_same, quotes_of_view, step_of_view
from evmap.workspace.tours.touring import Touring

__all__ = ["TourDesk", "TourFolder", "Touring", "is_same", "quotes_of_view", "step_of_view"]
