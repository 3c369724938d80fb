"""Commands about tours: choosing and making them, sending and getting them, rehearsing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.workspace import Topic

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow
    from evmap.ui.tours.files import TourFiles


class TourCommands:
    """Makes tours from what is seen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace
        self._touring = window.workspace.touring

    def show(self) -> None:
        """Let the details show the chosen tour, or all of them; or what is selected again."""
        was_shown = self._window.settings.details and self._workspace.topic is Topic.TOUR
        self._workspace.show_topic(Topic.SELECTION if was_shown else Topic.TOUR)
        self._show_details()

    def choose(self, tour_id: str) -> None:
        """Choose a tour and show its page."""
        self._workspace.choose_tour(tour_id)
        self._show_details()

    def begin(self) -> None:
        """Begin a tour of one's own; its title is to be typed."""
        self._touring.begin()
        self._show_details()
        self._window.details.focus_on("tour-title")

    def copy(self) -> None:
        """Make a copy of the chosen tour, to be changed."""
        self._touring.copy()
        self._show_details()

    def remove(self) -> None:
        """Delete the chosen tour of one's own; Undo brings it back."""
        own = self._touring.own
        if own is not None:
            self._touring.remove()
            self._window.status.say(f"“{own.title}” is deleted. Ctrl+Z brings it back")

    def add_view(self) -> None:
        """Add what is lit as a step of one's own tour."""
        try:
            tour = self._touring.add_view()
        except ValueError as problem:
            self._window.tell(f"No step was added, because {problem}. Begin another tour for what comes next.")
            return
        added = tour.steps[-1]
        self._window.status.say(f"Step {len(tour.steps)} of “{tour.title}”: {added.title}. Alt+6 shows the tour")

    def update_step(self) -> None:
        """Let the shown step show what is lit now."""
        self._touring.update_step()
        step = self._touring.shown_step
        if step is not None:
            self._window.status.say(f"“{step.title}” now shows what you see")

    def present(self) -> None:
        """Give the chosen tour from the step that is shown."""
        from evmap.workspace.talk import Position

        tour, at = self._touring.tour, self._touring.step
        if tour is not None and at is not None:
            self._window.podium.give(tour, Position(at))

    def rehearse(self) -> None:
        """Give one's own tour from its beginning, and offer the times afterwards as the plan."""
        from evmap.workspace.talk import Position

        own, podium = self._touring.own, self._window.podium
        if own is None or podium.presenting is not None:
            return
        if self._window.late is not None:
            self._window.late.tours.rehearses(podium)
        podium.give(own, Position())

    def import_tour(self) -> None:
        """Ask for the file of a tour and take it in."""
        self._files().ask_to_import()

    def export_tour(self) -> None:
        """Ask for a file and write the chosen tour to it."""
        self._files().ask_to_export()

    def _files(self) -> TourFiles:
        from evmap.ui.tours.files import TourFiles

        window = self._window
        return TourFiles(window, window.workspace, window.settings.last_folder, window.tell)

    def _show_details(self) -> None:
        window = self._window
        if window.right.isHidden():
            window.show_details(True)
        window.refresh()
