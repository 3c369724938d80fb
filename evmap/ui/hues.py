"""The colour and the mark of each group under each lens. Marks are drawn by ``evmap.ui.canvas.painting.marks``."""

from collections.abc import Mapping

from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness
from evmap.graph.voices import NONE, SEVERAL
from evmap.workspace import Lens
from evmap.workspace.lenses import Sorted

_SOURCES_WITH_A_COLOUR = 4

_SURENESS_MARKS = {
    Sureness.STATED: "full",
    Sureness.HEDGED: "half",
    Sureness.OPEN: "empty",
    Sureness.COMPARISON: "like",
    Sureness.BACKGROUND: "nowhere",
}

_RUNG_MARKS = {
    Rung.LAB_AND_ANIMALS: "B",  # both
    Rung.ANIMALS: "A",
    Rung.LAB: "L",
    Rung.STUDY: "S",
    Rung.GENERAL: "G",
    Rung.HUMANS_NOT_YET: "H",
    Rung.OPINION: "O",
    Rung.BACKGROUND: "nowhere",
}


def hues(found: Sorted) -> Mapping[str, str]:
    """The role of the colour of each group of a lens."""
    if found.lens is Lens.KIND:
        return {group: f"kind.{group}" for group in found.groups}
    if found.lens is Lens.CERTAINTY:
        named = {group: f"sure.{group}" for group in found.groups}
        return named | {Sureness.BACKGROUND.value: "background"}
    if found.lens is Lens.STAGE:
        named = {group: f"stage.{group.replace(' ', '-')}" for group in found.groups}
        return named | {Rung.BACKGROUND.value: "background"}
    numbers = {group: at for at, group in enumerate(found.groups, 1)}
    named = {group: f"source.{at}" if at <= _SOURCES_WITH_A_COLOUR else "source.more" for group, at in numbers.items()}
    return named | {SEVERAL: "source.several", NONE: "background"}


def marks(found: Sorted) -> Mapping[str, str]:
    """The mark of each group; kinds are told by shape and icon, and need none."""
    if found.lens is Lens.KIND:
        return dict.fromkeys(found.groups, "")
    if found.lens is Lens.CERTAINTY:
        return {each.value: mark for each, mark in _SURENESS_MARKS.items()}
    if found.lens is Lens.STAGE:
        return {each.value: mark for each, mark in _RUNG_MARKS.items()}
    numbered = {group: str(at) if at < 100 else "…" for at, group in enumerate(found.groups, 1)}
    return numbered | {SEVERAL: "+", NONE: "nowhere"}
