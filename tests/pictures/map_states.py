"""States of the map: its views, what is lit, lenses, filters, and the sizes of type."""

from functools import partial

from PySide6.QtCore import Qt

from evmap.graph.stages import Rung
from evmap.model import Kind
from evmap.ui.main_window import MainWindow
from evmap.workspace import Lens, View
from evmap.workspace.filters import Filters
from tests.pictures.reaching import State, atlas, first_look, hub, largest_hub, marked_link, text_large


def _around(window: MainWindow, rank: int = 0) -> None:
    """Around the largest hub, or the one of another rank."""
    index = window.workspace.index
    window.workspace.select_concept(sorted(index.concepts, key=index.degree, reverse=True)[rank])
    window.commands.views.go_around()


def _hub_near(window: MainWindow) -> None:
    hub(window)
    window.commands.views.fit_selection()


def _hover(window: MainWindow) -> None:
    window.workspace.point_at(largest_hub(window.workspace))


def _small(window: MainWindow) -> None:
    index = window.workspace.index
    window.workspace.select_concept(next(key for key in index.concepts if index.degree(key) == 2))


def _link(window: MainWindow) -> None:
    window.workspace.select_link(marked_link(window.workspace).id)


def _tension(window: MainWindow) -> None:
    index = window.workspace.index
    window.workspace.select_link(next(link.id for link in index.links.values() if index.tensions_of(link)))


def _lanes(window: MainWindow) -> None:
    window.commands.views.show_lanes()


def _lanes_vesicle(window: MainWindow) -> None:
    _lanes(window)
    hub(window)


def _lanes_near(window: MainWindow) -> None:
    _lanes_vesicle(window)
    window.commands.views.zoom_to_actual()


def _actual_size(window: MainWindow) -> None:
    window.commands.views.zoom_to_actual()


def _text_large_hub(window: MainWindow) -> None:
    text_large(window)
    hub(window)


def _text_large_atlas(window: MainWindow) -> None:
    text_large(window)
    atlas(window)


def _text_small(window: MainWindow) -> None:
    window.commands.looks.change_text_size(80)
    hub(window)


def _depth(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.select_concept("exosomes")
    window.commands.follow.reach(2)


def _path(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.following.find("t-cells", "cancer-cells")
    window.workspace.following.turn(4)


def _path_waiting(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.select_concept("t-cells")
    window.commands.follow.path()


def _path_gap(window: MainWindow) -> None:
    window.workspace.following.find("cancer-cells", "t-cells", directed=True)


def _focus(window: MainWindow) -> None:
    atlas(window)
    window.header.menu_button.setFocus()
    window.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    hub(window)


def _chooser(window: MainWindow) -> None:
    atlas(window)
    index = window.workspace.index
    links = index.links_of(largest_hub(window.workspace))[:4]
    middle = window.canvas.mapToGlobal(window.canvas.rect().center())
    window.canvas.links_offered.emit(tuple(link.id for link in links), False, middle)


def _lens(lens: Lens, view: View, window: MainWindow) -> None:
    window.workspace.show_view(view)
    window.canvas.fit_map()
    window.workspace.asking.look_through(lens)


def _lens_hub(window: MainWindow) -> None:
    _lens(Lens.STAGE, View.ATLAS, window)
    _hub_near(window)


_WELL_TESTED = Filters().toggled(Lens.KIND, Kind.ANALOGY.value).at_least(Rung.STUDY)


def _filters(window: MainWindow) -> None:
    window.workspace.show_view(View.ATLAS)
    window.canvas.fit_map()
    window.workspace.asking.filter(_WELL_TESTED)


def _filters_faded(window: MainWindow) -> None:
    window.workspace.asking.fade(True)
    _filters(window)


def _filters_big(window: MainWindow) -> None:
    window.workspace.asking.filter(_WELL_TESTED)


def _filters_many(window: MainWindow) -> None:
    kinds = [kind.value for kind in Kind][:6]
    window.workspace.asking.filter(Filters().hiding(Lens.KIND, kinds).toggled(Lens.SOURCE, "cancer"))


def _filters_hidden(window: MainWindow) -> None:
    _filters(window)
    concepts = window.workspace.index.concepts.values()
    window.workspace.select_concept(next(each.id for each in concepts if each.kind is Kind.ANALOGY))


def _hint_large(window: MainWindow) -> None:
    text_large(window)


def _hint_atlas(window: MainWindow) -> None:
    atlas(window)


MAP_STATES = (
    State("first-look", first_look),
    State("atlas", atlas),
    State("around", _around),
    State("around-second", partial(_around, rank=1)),
    State("around-third", partial(_around, rank=2)),
    State("hub", hub),
    State("hub-near", _hub_near),
    State("hover", _hover),
    State("small", _small),
    State("link", _link),
    State("tension", _tension),
    State("depth", _depth),
    State("path", _path),
    State("path-waiting", _path_waiting),
    State("path-gap", _path_gap),
    State("actual-size", _actual_size),
    State("text-225", text_large),
    State("text-225-hub", _text_large_hub),
    State("text-225-atlas", _text_large_atlas),
    State("text-80", _text_small),
    State("hint", first_look),
    State("hint-atlas", _hint_atlas),
    State("hint-225", _hint_large),
    State("focus", _focus),
    State("chooser", _chooser),
    State("lanes", _lanes),
    State("lanes-vesicle", _lanes_vesicle),
    State("lanes-near", _lanes_near),
    *(State(f"lens-{lens.value}", partial(_lens, lens, View.ATLAS)) for lens in Lens if lens is not Lens.KIND),
    *(
        State(f"lens-{lens.value}-big", partial(_lens, lens, View.BIG_PICTURE))
        for lens in Lens
        if lens is not Lens.KIND
    ),
    State("lens-stage-hub", _lens_hub),
    State("lens-stage-lanes", partial(_lens, Lens.STAGE, View.LANES)),
    State("filters", _filters),
    State("filters-faded", _filters_faded),
    State("filters-big", _filters_big),
    State("filters-many", _filters_many),
    State("filters-hidden", _filters_hidden),
)
