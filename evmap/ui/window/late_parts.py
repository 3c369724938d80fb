"""What a window holds from its first paint on: legend, details, the find field, and what follows, asks and tours.

Nobody could use them before, and to import and make them is a third of the time to the first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.ui.finding.find_bar import FindBar
from evmap.ui.panels.asking_parts import AskingParts
from evmap.ui.panels.detail import DetailPanel
from evmap.ui.panels.follow_parts import FollowParts
from evmap.ui.panels.legend import LegendPanel
from evmap.ui.tours.parts import TourParts

if TYPE_CHECKING:
    from evmap.ui.actions.spec import When
    from evmap.ui.main_window import MainWindow
    from evmap.ui.theme import Theme


class LateParts:
    """These parts of one window, in the places that it kept for them.

    Attributes:
        legend: the panel at the left.
        details: the panel at the right.
        find: the field in the header with its list.
        follow: what header and status line hold for following links.
        asking: what it holds for lenses and filters.
        tours: what it holds for tours.
    """

    def __init__(self, window: MainWindow) -> None:
        workspace, theme, actions = window.workspace, window.theme, window.actions_by_table
        self.asking = AskingParts(workspace, window.canvas, window.settings, theme)
        self.legend = LegendPanel(workspace, theme)
        self.details = DetailPanel(workspace, theme)
        window.left.hold(self.legend)
        window.right.hold(self.details)
        self.details.room_wanted.connect(window.splitter.make_room)
        self.details.fill()
        self.follow = FollowParts(workspace, actions, theme, window.header, window.status)
        self.find = FindBar(window, actions.by_id["edit.find"].spec.keys[0])
        window.header.find_room.hold(self.find.field)
        window.header.dress()
        window.status.tell_counts("every sentence placed" if workspace.every_sentence_placed else "")
        self.tours = TourParts(window, self.legend)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme, with the whole app."""
        for part in (self.legend, self.details, self.follow, self.find, self.asking):
            part.set_theme(theme)

    def ticks(self) -> set[str]:
        """The commands of the table that these parts tick."""
        return self.follow.ticks() | self.asking.ticks() | self.tours.ticks()

    def situation(self) -> set[When]:
        """What they add to what makes sense now."""
        return self.tours.situation()
