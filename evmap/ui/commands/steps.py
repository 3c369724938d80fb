"""Commands that lead from one thing to the next: to the passages, back, to another area, to the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.workspace import Reach, Topic

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class StepCommands:
    """Goes on and back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._workspace = window.workspace

    def show_passages(self) -> None:
        """Go to the passages of what is selected."""
        self._window.show_passages()

    def return_to_map(self) -> None:
        """Close the reader."""
        self._workspace.return_to_map()

    def step_back(self) -> None:
        """One step down: find, reader, Around, a topic, filters, selection. Popups and dialogs close themselves."""
        arranging = self._window.arranging
        if self._window.find_bar.is_open:
            self._window.find_bar.close()
        elif arranging.busy_by_wish:
            arranging.cancel()
        elif self._window.commands.files.is_drawing:
            self._window.commands.files.office.cancel()
        elif self._workspace.reading:
            self._workspace.return_to_map()
        elif self._workspace.following.give_up() or self._leave_path() or self._workspace.leave_view():
            pass
        elif self._workspace.topic is not Topic.SELECTION:
            self._workspace.show_topic(Topic.SELECTION)
        elif self._workspace.asking.filtering:
            self._workspace.asking.clear()
        elif self._workspace.selection.concepts and self._workspace.following.reach != Reach():
            self._workspace.following.follow(steps=1, way="both")
        elif self._workspace.selection:
            self._workspace.clear_selection()
        elif arranging.busy:
            arranging.cancel()
        elif self._window.notice:
            self._window.notice.dismiss()

    def _leave_path(self) -> bool:
        """No longer look at a path; whether one did. Its ends stay selected."""
        was_there = self._workspace.topic is Topic.PATH
        if was_there:
            self._workspace.show_topic(Topic.SELECTION)
        return was_there

    def next_area(self) -> None:
        """Put the focus on the next part of the window."""
        self._window.areas.step(1)

    def previous_area(self) -> None:
        """Put the focus on the part before."""
        self._window.areas.step(-1)

    def show_menu(self) -> None:
        """Open the menu."""
        self._window.header.open_menu()

    def show_keys(self) -> None:
        """Show the key sheet."""
        from evmap.ui.actions.key_sheet import KeySheet

        KeySheet(self._window.theme, self._window, letters=self._window.settings.letter_keys).open()

    def show_about(self) -> None:
        """Say what this is."""
        from evmap.ui.messages.about import AboutDialog

        AboutDialog(self._window.theme, self._window).open()
