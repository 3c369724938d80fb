"""Puts a lens and filters on a scene: other colours and marks, and what is not to be seen. Nothing moves."""

from msgspec.structs import replace

from evmap.ui.canvas.geometry.scene import Part, Scene
from evmap.ui.hues import hues, marks
from evmap.workspace import Asking, Lens
from evmap.workspace.lenses import Sorted


def dressed(plain: Scene, asking: Asking) -> Scene:
    """A scene by kind and without filters, as it is seen through the lens and past the filters."""
    scene = plain if asking.lens is Lens.KIND else tinted(plain, asking.sorted_by(asking.lens))
    return _filtered(scene, asking) if asking.filtering else scene


def tinted(scene: Scene, found: Sorted) -> Scene:
    """A scene by kind in the colours of a lens."""
    if found.lens is Lens.KIND:
        return scene
    hue, mark, concepts, links = hues(found), marks(found), found.concepts, found.links
    return replace(
        scene,
        tinted=True,
        concepts=tuple(
            replace(each, hue=hue[concepts[each.id]], mark=mark[concepts[each.id]]) for each in scene.concepts
        ),
        links=tuple(replace(each, hue=hue[links[each.id]], mark=mark[links[each.id]]) for each in scene.links),
        dots={
            number: replace(row, hues=tuple(hue[concepts[other]] for other in row.behind))
            for number, row in scene.dots.items()
        },
    )


def _filtered(scene: Scene, asking: Asking) -> Scene:
    hidden = asking.hidden
    part = Part(
        frozenset(scene.concept_numbers[each] for each in hidden.concepts if each in scene.concept_numbers),
        frozenset(scene.link_numbers[each] for each in hidden.links if each in scene.link_numbers),
    )
    touching = list(scene.touching)
    for end in {end for k in part.links for end in (scene.links[k].subject, scene.links[k].object)}:
        touching[end] = tuple(k for k in touching[end] if k not in part.links)
    return replace(
        scene,
        touching=tuple(touching),
        dots={
            number: replace(row, away=frozenset(other for other in row.behind if other in hidden.concepts))
            for number, row in scene.dots.items()
        },
        **{"pale" if asking.fades else "gone": part},
    )
