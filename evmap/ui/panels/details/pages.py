"""Which page the details show: that of the selection, or that of the topic which was asked for."""

from collections.abc import Callable

from evmap.ui.panels.details.care_page import care_page
from evmap.ui.panels.details.concept_page import concept_page
from evmap.ui.panels.details.gaps_page import gaps_page
from evmap.ui.panels.details.link_page import link_page
from evmap.ui.panels.details.other_pages import empty_page, several_page
from evmap.ui.panels.details.path_page import path_page
from evmap.ui.parts.page import Page
from evmap.ui.theme import Theme
from evmap.ui.tours.page import tour_page
from evmap.workspace import Topic, Workspace


def page_of(workspace: Workspace, theme: Theme) -> Page:
    """Build the page that the workspace asks for now."""
    return _PAGES[workspace.topic](workspace, theme)


def _selection_page(workspace: Workspace, theme: Theme) -> Page:
    chosen = workspace.selection
    if chosen.only_concept:
        return concept_page(workspace, theme, workspace.index.concepts[chosen.only_concept])
    if chosen.only_link:
        return link_page(workspace, theme, workspace.index.links[chosen.only_link])
    return several_page(workspace, theme) if chosen else empty_page(workspace, theme)


_PAGES: dict[Topic, Callable[[Workspace, Theme], Page]] = {
    Topic.SELECTION: _selection_page,
    Topic.PATH: path_page,
    Topic.CARE: care_page,
    Topic.GAPS: gaps_page,
    Topic.TOUR: tour_page,
}
