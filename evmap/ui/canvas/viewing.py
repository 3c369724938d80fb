"""The scene of each view: the Atlas, the big picture with its dots, one concept's surroundings, and the lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from evmap.layout.dots import dots_below
from evmap.layout.geometry import grown
from evmap.layout.pieces import Pieces, whole
from evmap.model import BigPicture, Concept, Places
from evmap.ui.canvas.geometry.boxes import union
from evmap.ui.canvas.geometry.scene import DotRow, Part, Scene, built_scene, hue_of
from evmap.workspace import StepView, View, Viewing, Workspace

if TYPE_CHECKING:
    from evmap.ui.canvas.painting.backdrop import Backdrop

MASK = "?"
"""What stands where a name or a phrase is kept back."""

_FILLED_SHARE = 4  # one key concept in so many is filled: the best linked
_ASPECTS, _BETWEEN_CORNERS = (1.2, 1.8), 1.09
"""The narrowest and the widest frame that neighbours stand on; what lies over the corners leaves it so much wider."""
_MOST_ROUND = 1500
"""With more links than this, which turn at every column that they pass, the corners of lanes are only cut."""
_LANES, _BELOW_HEADS = (1.0, 2.4), 1.16
"""The narrowest and the widest drawing of the lanes; below their heads the canvas is so much wider for its height."""


def scene_of(workspace: Workspace, viewing: Viewing, aspect: float) -> Scene:
    """What there is to draw in a view; ``aspect`` is width over height of the canvas."""
    return whole(scene_in_pieces(workspace, viewing, aspect))


def scene_in_pieces(workspace: Workspace, viewing: Viewing, aspect: float) -> Pieces[Scene]:
    """Do what :func:`scene_of` does, in pieces."""
    if viewing.view is View.BIG_PICTURE and workspace.big_picture is not None:
        return _big_picture(workspace, workspace.big_picture)
    if viewing.view is View.AROUND and viewing.centre is not None:
        return _around(workspace, viewing.centre, aspect)
    if viewing.view is View.LANES:
        return _lanes(workspace, aspect)
    if viewing.view is View.STEP and viewing.step is not None:
        return _step(workspace, viewing.step)
    return built_scene(workspace.index, workspace.places)


def _big_picture(workspace: Workspace, picture: BigPicture) -> Pieces[Scene]:
    scene = yield from built_scene(workspace.index, picture.places, told=True)
    dots = {
        scene.concept_numbers[key]: _dot_row(workspace, scene, key, behind)
        for key, behind in picture.behind.items()
        if behind and key in scene.concept_numbers
    }
    filled = frozenset(scene.order[: max(len(scene.order) // _FILLED_SHARE, 1)])
    bounds = union([scene.bounds, *(row.bounds for row in dots.values())]) or scene.bounds
    return replace(scene, dots=dots, filled=filled, bounds=bounds)


def _dot_row(workspace: Workspace, scene: Scene, key: str, behind: tuple[str, ...]) -> DotRow:
    concepts = sorted((workspace.index.concepts[other] for other in behind), key=_by_kind)
    dots = dots_below(scene.concepts[scene.concept_numbers[key]].rect, len(concepts))
    rects = [*dots.rects, *([dots.more_rect] if dots.more else [])]
    bounds = grown(union(rects) or dots.more_rect, 2.5)
    return DotRow(tuple(c.id for c in concepts), tuple(hue_of(c.kind, False) for c in concepts), dots, bounds)


def _by_kind(concept: Concept) -> int:
    return list(type(concept.kind)).index(concept.kind)


def _around(workspace: Workspace, centre: str, aspect: float) -> Pieces[Scene]:
    from evmap.layout.around.view import standing_around

    room = min(max(aspect * _BETWEEN_CORNERS, _ASPECTS[0]), _ASPECTS[1])
    view = yield from standing_around(workspace.map, workspace.places, centre, room)
    faint = frozenset(view.among)
    scene = yield from built_scene(workspace.index, view.places, told=True, faint=faint, phrase_size=view.phrase_size)
    return replace(scene, filled=frozenset({scene.concept_numbers[centre]}), aspect=aspect)


def _lanes(workspace: Workspace, aspect: float) -> Pieces[Scene]:
    from evmap.layout.lanes.view import standing_in_lanes

    view = yield from standing_in_lanes(workspace.map, min(max(aspect * _BELOW_HEADS, _LANES[0]), _LANES[1]))
    many = len(workspace.index.links) > _MOST_ROUND
    scene = yield from built_scene(workspace.index, view.places, steps=1 if many else 6)
    return replace(scene, lanes=view.lanes, aspect=aspect)


def backdrop_of(workspace: Workspace, viewing: Viewing, atlas: Scene) -> Backdrop:
    """How the Atlas lies behind a step of a talk."""
    from evmap.ui.canvas.painting.backdrop import Backdrop

    assert viewing.step is not None
    drawing = workspace.step_drawings.of(viewing.step)
    front = frozenset(atlas.concept_numbers[each] for each in viewing.step.frame if each in atlas.concept_numbers)
    theirs = frozenset(link for number in front for link in atlas.touching[number])
    atlas = replace(atlas, gone=Part(atlas.gone.concepts | front, atlas.gone.links | theirs))
    return Backdrop(atlas, drawing.atlas_scale / drawing.scale, drawing.atlas_centre)


def _step(workspace: Workspace, step: StepView) -> Pieces[Scene]:
    """What a step shows at one stage; its bounds are those of all stages, so that the camera stays."""
    drawing = workspace.step_drawings.of(step)
    yield
    complete = yield from built_scene(workspace.index, drawing.places, told=True)
    shown = Places(
        {each: rect for each, rect in drawing.places.concepts.items() if each in step.concepts},
        {each: place for each, place in drawing.places.links.items() if each in step.shown},
    )
    scene = yield from built_scene(workspace.index, shown, told=True)
    filled = frozenset(number for each, number in scene.concept_numbers.items() if each == step.focus)
    return replace(
        scene,
        concepts=tuple(replace(each, name=MASK) if each.id in step.masked else each for each in scene.concepts),
        links=tuple(replace(each, phrase=MASK) if each.id in step.masked else each for each in scene.links),
        bounds=complete.bounds,
        filled=filled,
        largest=drawing.scale,
        lines="step",
    )
