"""What is pointed at in the details lights up on the map, by the pointer or by the keyboard's focus."""

from collections.abc import Callable, Iterable

from evmap.model import Quote
from evmap.ui.parts.blocks import BlockButton
from evmap.workspace import Spotlight, Workspace


def touched_by(workspace: Workspace, quotes: Iterable[Quote]) -> Spotlight:
    """What these passages are quoted for, and nothing else of the same concepts."""
    concepts: dict[str, None] = {}
    links: dict[str, None] = {}
    for quote in quotes:
        found = workspace.quoting.touched(quote.source, quote.spans)
        concepts.update(dict.fromkeys(found[0]))
        links.update(dict.fromkeys(found[1]))
    return Spotlight(concepts=tuple(concepts), links=tuple(links))


def light_when_pointed(button: BlockButton, workspace: Workspace, light: Callable[[], Spotlight]) -> None:
    """Let a button light something on the map for as long as one points at it, in the place of what is chosen."""

    def look(is_pointed: bool) -> None:
        if is_pointed:
            workspace.glance_at(light() or None)
        elif workspace.glance == light():  # else something else is looked at by now
            workspace.glance_at(None)

    button.pointed.connect(look)


def point_when_pointed(button: BlockButton, workspace: Workspace, item: str) -> None:
    """Let a button stand for a concept or link of the map: pointing at one points at the other."""

    def point(is_pointed: bool) -> None:
        if is_pointed or workspace.hovered == item:
            workspace.point_at(item if is_pointed else None)

    button.pointed.connect(point)
