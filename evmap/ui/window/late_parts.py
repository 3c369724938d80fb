"""What a window holds from its first paint on: legend, details, the find field, and what follows, asks and tours.

Nobody could use them before, and to import and make them is a third of the time to the first picture. Once it is seen
they come one by one, so that the window answers meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from evmap.workspace import Lens

if TYPE_CHECKING:
    from evmap.layout.pieces import Pieces
    from evmap.ui.actions.spec import When
    from evmap.ui.finding.find_bar import FindBar
    from evmap.ui.main_window import MainWindow
    from evmap.ui.panels.details.panel import DetailPanel
    from evmap.ui.panels.legend.panel import LegendPanel
    from evmap.ui.theme import Theme
    from evmap.ui.tours.parts import TourParts
    from evmap.ui.window.asking_parts import AskingParts
    from evmap.ui.window.follow_parts import FollowParts
    from evmap.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LateParts:
    """These parts of one window, in the places that it kept for them.

    Attributes:
        asking: what it holds for lenses and filters.
        legend: the panel at the left.
        details: the panel at the right.
        follow: what header and status line hold for following links.
        find: the field in the header with its list.
        tours: what it holds for tours.
    """

    asking: AskingParts
    legend: LegendPanel
    details: DetailPanel
    follow: FollowParts
    find: FindBar
    tours: TourParts

    @staticmethod
    def look_ahead(workspace: Workspace) -> Pieces[None]:
        """Find what will be asked for: by the first page of a concept, and by each lens."""
        yield from workspace.articles.prepare()
        for lens in Lens:
            yield from workspace.asking.prepare(lens)

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


def late_parts(window: MainWindow) -> Pieces[LateParts]:
    """Import them and make them, each a piece of its own, as far as they can be told apart."""
    workspace, theme, actions = window.workspace, window.theme, window.actions_by_table
    yield
    from evmap.ui.window.asking_parts import AskingParts

    yield
    asking = AskingParts(workspace, window.canvas, window.settings, theme)
    yield
    from evmap.ui.panels.legend.panel import LegendPanel

    for lens in (Lens.KIND, Lens.CERTAINTY):
        yield from workspace.asking.prepare(lens)
    yield
    legend = LegendPanel(workspace, theme)
    window.left.hold(legend)
    yield
    from evmap.ui.panels.details.panel import DetailPanel

    yield
    details = DetailPanel(workspace, theme)
    window.right.hold(details)
    yield
    from evmap.ui.panels.details import pages  # noqa: F401  (what the details are filled with)
    from evmap.ui.panels.details.care_page import care_words
    from evmap.ui.panels.details.gaps_page import gaps_words

    for words in (care_words, gaps_words):
        yield
        words(workspace)
    yield
    details.room_wanted.connect(window.splitter.make_room)
    details.fill()
    yield
    from evmap.ui.window.follow_parts import FollowParts

    yield
    follow = FollowParts(workspace, actions, theme, window.header, window.status)
    yield
    from evmap.ui.finding import row_list  # noqa: F401  (what the find field needs most time for)

    yield
    from evmap.ui.finding.find_bar import FindBar

    yield
    find = FindBar(window, actions.by_id["edit.find"].spec.keys[0])
    window.header.find_room.hold(find.field)
    window.header.dress()
    yield
    window.status.tell_counts("every sentence placed" if workspace.every_sentence_placed else "")
    yield
    from evmap.ui.tours.parts import TourParts

    yield
    tours = TourParts(window, legend)
    return LateParts(asking, legend, details, follow, find, tours)
