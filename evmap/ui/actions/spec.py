"""What a command is: a line of data that menus, buttons, shortcuts, key sheet and tests all read."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class When(StrEnum):
    """The situations in which a command makes sense. The window says which of them hold."""

    ALWAYS = "always"
    ON_MAP = "on the map"  # the map is in sight, not the reader
    READING = "reading"
    SELECTION = "selection"  # on the map, with something selected
    STEP_BACK = "step back"  # there is something to close or to clear


class Commands(Protocol):
    """What the window can do. Actions call it and know nothing else of the window."""

    def open_map(self) -> None:
        """Ask for a map and open it."""

    def export_map(self) -> None:
        """Ask for a file and write the map to it."""

    def leave(self) -> None:
        """Close the window."""

    def zoom_in(self) -> None:
        """See the map larger."""

    def zoom_out(self) -> None:
        """See more of the map."""

    def zoom_to_actual(self) -> None:
        """See the map at 100 %."""

    def fit_map(self) -> None:
        """See the whole map."""

    def fit_selection(self) -> None:
        """See what is selected as large as it fits."""

    def change_theme(self, name: str) -> None:
        """Take another theme and remember it."""

    def next_theme(self) -> None:
        """Take the theme after this one."""

    def toggle_legend(self) -> None:
        """Show or hide the panel at the left."""

    def toggle_details(self) -> None:
        """Show or hide the panel at the right."""

    def toggle_minimap(self) -> None:
        """Show or hide the small map in the corner."""

    def toggle_motion(self) -> None:
        """Turn moving pictures on or off."""

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""

    def return_to_map(self) -> None:
        """Close the reader."""

    def step_back(self) -> None:
        """One step down the ladder: the reader, then the selection."""

    def next_area(self) -> None:
        """Put the focus on the next part of the window."""

    def previous_area(self) -> None:
        """Put the focus on the part before."""

    def show_menu(self) -> None:
        """Open the menu."""

    def show_keys(self) -> None:
        """Show the key sheet."""

    def show_about(self) -> None:
        """Say what this is."""


class ActionSpec(Struct, frozen=True):
    """One command: its id, its words, its keys (the first is shown in menus), and what it does."""

    id: str
    text: str
    keys: tuple[str, ...]
    run: Callable[[Commands], None]
    icon: str = ""
    when: When = When.ALWAYS
    checkable: bool = False
