"""What a person can ask of a window, in groups. The action table calls it; it is loaded at the first command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.ui.commands.asking import AskingCommands
from evmap.ui.commands.files import FileCommands
from evmap.ui.commands.finding import FindingCommands
from evmap.ui.commands.follow import FollowCommands
from evmap.ui.commands.looks import LookCommands
from evmap.ui.commands.places import PlaceCommands
from evmap.ui.commands.reading import ReadingCommands
from evmap.ui.commands.steps import StepCommands
from evmap.ui.commands.talks import TalkCommands
from evmap.ui.commands.topics import TopicCommands
from evmap.ui.commands.tours import TourCommands
from evmap.ui.commands.undoing import UndoCommands
from evmap.ui.commands.views import ViewCommands

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow

__all__ = ["Commands"]


class Commands:
    """The commands of one window.

    Attributes:
        asking: lenses and filters.
        files: opening, exporting, leaving.
        follow: back and forth, how far the light reaches, paths.
        finding: the field in the header and the hits.
        places: pushing and laying out.
        views: what is seen of the map.
        looks: the theme, and which parts of the window are shown.
        reading: from mention to mention, and where the article stands.
        steps: to the passages, back, and from area to area; menu, keys and about.
        talks: presenting.
        topics: what the details show besides the selection, and what can be copied.
        tours: choosing and making tours.
        undoing: taking back what was done last.
    """

    def __init__(self, window: MainWindow) -> None:
        self.asking: AskingCommands = AskingCommands(window)
        self.files: FileCommands = FileCommands(window)
        self.follow: FollowCommands = FollowCommands(window)
        self.finding: FindingCommands = FindingCommands(window)
        self.places: PlaceCommands = PlaceCommands(window)
        self.views: ViewCommands = ViewCommands(window)
        self.looks: LookCommands = LookCommands(window)
        self.reading: ReadingCommands = ReadingCommands(window)
        self.steps: StepCommands = StepCommands(window)
        self.talks: TalkCommands = TalkCommands(window)
        self.topics: TopicCommands = TopicCommands(window)
        self.tours: TourCommands = TourCommands(window)
        self.undoing: UndoCommands = UndoCommands(window)
