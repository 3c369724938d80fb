"""What the canvas tells in words: tooltips, always as plain text, and what assistive tools read out."""

import html

from evmap.graph.index import MapIndex
from evmap.workspace import Selection


def tip_for(index: MapIndex, item: str) -> str:
    """The tooltip of a concept or link, in a form that shows any markup literally."""
    if item in index.concepts:
        return plain(index.concepts[item].name)
    return plain(index.sentence(index.links[item]))


def plain(text: str) -> str:
    """A text that Qt, which takes tooltips for rich text, shows letter by letter."""
    return f"<span>{html.escape(text)}</span>"


def description(index: MapIndex, selection: Selection) -> str:
    """How large the map is and what is chosen on it."""
    chosen = [index.concepts[c].name for c in selection.concepts]
    chosen += [index.sentence(index.links[k]) for k in selection.links]
    told = f"Chosen: {'; '.join(chosen)}." if chosen else "Nothing is chosen; arrow keys move the map."
    return f"{len(index.concepts)} concepts, {len(index.links)} links. {told}"
