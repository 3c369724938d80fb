"""All states in which the window is pictured."""

from tests.pictures.map_states import MAP_STATES
from tests.pictures.panel_states import PANEL_STATES
from tests.pictures.tour_states import TOUR_STATES

STATES = (*MAP_STATES, *PANEL_STATES, *TOUR_STATES)
