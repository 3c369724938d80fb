"""What the window holds for lenses and filters: the chips over the map, and what the settings remember of them."""

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.model import Kind
from evmap.ui.bridge import Bridge
from evmap.ui.canvas import Canvas
from evmap.ui.panels.legend.filter_bar import FilterBar
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Change, Lens, Workspace
from evmap.workspace.filters import Filters


class AskingParts:
    """These parts of one window, made after its first paint. The chips are made when first something is filtered."""

    def __init__(self, workspace: Workspace, canvas: Canvas, settings: Settings, theme: Theme) -> None:
        self._workspace, self._canvas, self._settings, self._theme = workspace, canvas, settings, theme
        self.bar: FilterBar | None = None
        self._bridge = Bridge(workspace, canvas)
        self._bridge.changed.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        self._theme = theme
        if self.bar is not None:
            self.bar.set_theme(theme)

    def ticks(self) -> set[str]:
        """The commands that say which lens is in use and what is filtered."""
        asking = self._workspace.asking
        filters = asking.filters
        on = {f"lens.{asking.lens.value}"}
        facts = {
            "lens.fade": asking.fades,
            "lens.animals": filters.stage == Filters().at_least(Rung.ANIMALS).stage,
            "lens.lab": filters.stage == Filters().at_least(Rung.LAB).stage,
            "lens.stated": filters.certainty == stated_only(self._workspace).certainty,
            "lens.analogies": Kind.ANALOGY.value in filters.kind,
        }
        return on | {name for name, is_on in facts.items() if is_on}

    def _on_changed(self, change: Change) -> None:
        asking = self._workspace.asking
        if change is Change.LENS:
            self._settings.lens = asking.lens
        elif change is Change.FILTERS:
            self._settings.filters_fade = asking.fades
            if self.bar is None and asking.filtering:
                self.bar = FilterBar(self._workspace, self._canvas, self._theme)


def stated_only(workspace: Workspace) -> Filters:
    """Nothing but what the sources state."""
    present = workspace.asking.sorted_by(Lens.CERTAINTY).present
    return Filters().hiding(Lens.CERTAINTY, set(present) - {Sureness.STATED.value})
