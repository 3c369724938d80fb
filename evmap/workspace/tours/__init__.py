"""The tours of a map: those that came with it, one's own, and the desk at which these are made. No Qt."""

from evmap.workspace.tours.desk import TourDesk
from evmap.workspace.tours.keeping import TourFolder
from evmap.workspace.tours.steps import quotes_of_view, step_of_view

__all__ = ["TourDesk", "TourFolder", "quotes_of_view", "step_of_view"]
