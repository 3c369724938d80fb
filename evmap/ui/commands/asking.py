"""Commands that ask how sure it is: lenses and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.model import Kind
from evmap.workspace import Lens

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow


class AskingCommands:
    """Looks through lenses, filters, and shows everything again."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._asking = window.workspace.asking

    def look_through(self, lens: str) -> None:
        """See the map through a lens."""
        self._asking.look_through(Lens(lens))

    def next_lens(self) -> None:
        """See the map through the lens after this one."""
        lenses = list(Lens)
        self._asking.look_through(lenses[(lenses.index(self._asking.lens) + 1) % len(lenses)])

    def at_least(self, rung: str) -> None:
        """Hide the links whose claims are less tested, or show them again."""
        self._asking.filter(self._asking.filters.at_least(Rung(rung)))

    def only_stated(self) -> None:
        """Hide the links that the sources do not simply state, or show them again."""
        present = self._asking.sorted_by(Lens.CERTAINTY).present
        self._asking.filter(self._asking.filters.only(Lens.CERTAINTY, Sureness.STATED.value, present))

    def switch_analogies(self) -> None:
        """Hide analogies, or show them again."""
        self._asking.filter(self._asking.filters.toggled(Lens.KIND, Kind.ANALOGY.value))

    def switch_fading(self) -> None:
        """Let what is filtered fade, or else vanish."""
        self._asking.fade(not self._asking.fades)

    def clear(self) -> None:
        """Take all filters away."""
        self._asking.clear()
        self._window.refresh()

    def show_selected(self) -> None:
        """Take away the filters that hide what is selected."""
        chosen = self._window.workspace.selection
        self._asking.show(*chosen.concepts, *chosen.links)
