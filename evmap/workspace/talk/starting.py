"""How a talk begins: which tour is given and at which step, on a workspace of its own, and where each was left."""

from evmap.model import Tour
from evmap.workspace.state import Workspace
from evmap.workspace.talk.automatic import AUTOMATIC, automatic_tour
from evmap.workspace.talk.state import Position
from evmap.workspace.talk.talk import Talk


class LeftTalks:
    """Where each talk of this session was left, to go on there; one that was given to its end begins anew."""

    def __init__(self) -> None:
        self._left: dict[tuple[str, str], Position] = {}

    def note(self, talk: Talk) -> None:
        """A talk was left where it is now."""
        self._left.pop(_name(talk.tour), None)
        if talk.can_go_on:
            self._left[_name(talk.tour)] = talk.place

    def of(self, tour: Tour) -> Position | None:
        """Where a tour was left, or nothing."""
        return self._left.get(_name(tour))


def _name(tour: Tour) -> tuple[str, str]:
    """Talks that were made from the map share an id, and are told apart by what they are about."""
    return tour.id, tour.title if tour.id == AUTOMATIC else ""


def tour_to_give(workspace: Workspace, chosen: Tour | None) -> Tour:
    """The tour that was chosen, or a talk made from the map where none was or where it has no steps yet."""
    if chosen is not None and chosen.steps:
        return chosen
    return automatic_tour(workspace.map, workspace.index)


def talk_from_here(workspace: Workspace, chosen: Tour | None) -> tuple[Tour, Position]:
    """What is given from the selection.

    A chosen tour begins at its first step that shows something of what is selected. If no step of it does, or no tour
    is chosen, a talk about the selection is made; with nothing selected the chosen tour begins at its first step.
    """
    selected = {*workspace.selection.concepts, *workspace.selection.links}
    if not selected:
        return tour_to_give(workspace, chosen), Position()
    if chosen is not None:
        for number, step in enumerate(chosen.steps):
            if selected & {*step.focus, *step.links}:
                return chosen, Position(number)
    about = (*workspace.selection.concepts, *workspace.selection.links)
    return automatic_tour(workspace.map, workspace.index, about), Position()


def workspace_for_talk(workspace: Workspace) -> Workspace:
    """Another workspace on the same map as it stands now, so that what one explored stays as it was."""
    return Workspace(
        workspace.map,
        workspace.places,
        workspace.folder,
        every_sentence_placed=workspace.every_sentence_placed,
        has_own_places=workspace.has_own_places,
        big_picture=workspace.big_picture,
    )
