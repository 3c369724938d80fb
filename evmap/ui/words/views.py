"""What the views are called."""

from evmap.graph.index import MapIndex
from evmap.workspace import View, Viewing

VIEW_NAMES = {
    View.BIG_PICTURE: "Big picture",
    View.ATLAS: "Atlas",
    View.AROUND: "Around",
    View.LANES: "Lanes",
    View.OUTLINE: "Outline",
    View.STEP: "Step of a talk",
}


def view_words(index: MapIndex, viewing: Viewing) -> str:
    """What a view is called, with the concept that it is around."""
    name = VIEW_NAMES[viewing.view]
    return name if viewing.centre is None else f"{name} {index.concepts[viewing.centre].name}"
