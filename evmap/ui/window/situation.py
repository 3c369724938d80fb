"""What makes sense in a window now, and what is on, in the words of the action table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evmap.ui.actions.spec import When
from evmap.workspace import Topic, View

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow

_VIEW_ACTIONS = {
    View.BIG_PICTURE: "view.big",
    View.ATLAS: "view.atlas",
    View.AROUND: "view.around",
    View.LANES: "view.lanes",
    View.OUTLINE: "view.outline",
}


def situation(window: MainWindow) -> set[When]:
    """Which commands make sense now."""
    facts = _in_sight(window) | _chosen(window) | _places(window) | _steps(window)
    holding = {when for when, holds in facts.items() if holds}
    return holding | (window.late.situation() if window.late else set())


def ticks(window: MainWindow) -> set[str]:
    """The commands whose matter is on."""
    workspace, settings, stage = window.workspace, window.settings, window.stage
    switches = {
        "view.legend": settings.legend,
        "view.details": settings.details,
        "view.minimap": settings.minimap,
        "view.motion": settings.reduced_motion,
        "view.full": window.isFullScreen(),
        "read.beside": stage.is_reading and stage.shows_map,
        "go.care": workspace.topic is Topic.CARE,
        "go.gaps": workspace.topic is Topic.GAPS,
    }
    on = {each for each, is_on in switches.items() if is_on}
    on |= {f"theme.{window.theme.name}", _VIEW_ACTIONS[workspace.viewing.view]}
    return on | (window.late.ticks() if window.late else set())


def _in_sight(window: MainWindow) -> dict[When, bool]:
    """What is seen: the map, the outline, an article."""
    workspace, stage = window.workspace, window.stage
    reading, outlined = workspace.reading is not None, workspace.viewing.view is View.OUTLINE
    on_map = not reading or stage.shows_map
    return {
        When.ALWAYS: True,
        When.READING: reading,
        When.ON_MAP: on_map,
        When.ON_CANVAS: on_map and not outlined,
        When.ON_OUTLINE: on_map and outlined,
        When.ROOM_BESIDE: reading and stage.can_choose,
        When.FILTERED: workspace.asking.filtering,
        When.HITS: window.late is not None and window.late.find.has_hits,
    }


def _chosen(window: MainWindow) -> dict[When, bool]:
    """What is chosen, where, and the path that is looked at."""
    workspace, chosen, path = window.workspace, window.workspace.selection, window.workspace.following.looked_at
    on_map = workspace.reading is None or window.stage.shows_map
    return {
        When.SELECTION: bool(chosen) and on_map,
        When.CHOSEN: bool(chosen),
        When.CHOSEN_ON_CANVAS: bool(chosen) and on_map and workspace.viewing.view is not View.OUTLINE,
        When.CONCEPT: chosen.only_concept is not None and on_map,
        When.MENTIONED: chosen.only_concept is not None,
        When.HIDDEN: any(map(workspace.asking.hides, (*chosen.concepts, *chosen.links))),
        When.TO_FIND_PATH: on_map and not chosen.links and len(chosen.concepts) in (1, 2),
        When.ON_PATH: path is not None,
        When.SEVERAL_PATHS: path is not None and len(path.paths) > 1,
    }


def _places(window: MainWindow) -> dict[When, bool]:
    """What can be done with the places of the Atlas."""
    workspace, arrangement = window.workspace, window.workspace.arrangement
    may_arrange = workspace.can_arrange
    return {
        When.ON_ATLAS: may_arrange and not window.arranging.busy,
        When.CHOSEN_ON_ATLAS: may_arrange and bool(workspace.selection.concepts),
        When.CAN_UNDO: may_arrange and arrangement.can_undo,
        When.CAN_REDO: may_arrange and arrangement.can_redo,
        When.MOVED: may_arrange and workspace.has_own_places and not arrangement.is_shipped,
    }


def _steps(window: MainWindow) -> dict[When, bool]:
    """Where one can go back to, and whether Escape would take a step back."""
    workspace = window.workspace
    to_leave = (
        window.late is not None and window.late.find.is_open,
        workspace.reading is not None,
        bool(workspace.selection),
        workspace.viewing.view is View.AROUND,
        workspace.topic is not Topic.SELECTION,
        window.telling.notices,
        workspace.asking.filtering,
        window.arranging.busy,
        window.draws_on_paper,
    )
    return {
        When.CAN_GO_BACK: bool(workspace.history.earlier),
        When.CAN_GO_FORWARD: bool(workspace.history.later),
        When.STEP_BACK: any(to_leave),
    }
