"""What the canvas tells in words: tooltips, always as plain text, and what assistive tools read out."""

from collections.abc import Sequence

from evmap.graph.index import MapIndex
from evmap.model import Point
from evmap.ui.canvas.geometry.levels import Level
from evmap.ui.canvas.geometry.plan import Plan
from evmap.workspace import Selection, View, Viewing

_MOST_NAMED = 40


def tip_at(index: MapIndex, plan: Plan, point: Point) -> str:
    """What is told of a thing at a point of a plan, unless it is written there anyway."""
    from evmap.ui.canvas.geometry.hit import dots_at, item_at

    scene = plan.scene
    dots = dots_at(plan, point)
    if dots is not None:
        return behind_tip(index, scene.dots[dots].behind)
    item = item_at(plan, point)
    if item is None:
        return ""
    if scene.told and item in index.links:
        faint = scene.links[scene.link_numbers[item]].faint
        return tip_for(index, item) if faint else links_tip(index, item)
    return "" if plan.level is Level.PHRASES else tip_for(index, item)


def tip_for(index: MapIndex, item: str) -> str:
    """The tooltip of a concept or link, in a form that shows any markup literally."""
    if item in index.concepts:
        return plain(index.concepts[item].name)
    return plain(index.sentence(index.links[item]))


def behind_tip(index: MapIndex, behind: Sequence[str]) -> str:
    """The tooltip of the dots below a box."""
    names = [index.concepts[other].name for other in behind[:_MOST_NAMED]]
    if len(behind) > _MOST_NAMED:
        names.append(f"and {len(behind) - _MOST_NAMED} more")
    how_many = "1 concept" if len(behind) == 1 else f"{len(behind)} concepts"
    return plain(f"{how_many} behind it: {', '.join(names)}; click to unfold")


def links_tip(index: MapIndex, link: str) -> str:
    """The tooltip of a link that stands for all between the same two concepts; empty if it is the only one."""
    one = index.links[link]
    ends = {one.subject, one.object}
    both = [each for each in index.links_of(one.subject) if {each.subject, each.object} == ends]
    return "" if len(both) < 2 else "<br>".join(plain(index.sentence(each)) for each in both)


def view_title(index: MapIndex, viewing: Viewing, shown: int) -> tuple[str, str, str]:
    """The title of a view, the words on the button beside it, and what that does; the Atlas needs none."""
    if viewing.view is View.BIG_PICTURE:
        title = f"Big picture: {shown} key concepts of {len(index.concepts)}"
        return title, "Whole map", "Show every concept (Ctrl+2)"
    if viewing.view is View.AROUND and viewing.centre is not None:
        return f"Around: {index.concepts[viewing.centre].name}", "Back (Esc)", "Back to where you were"
    if viewing.view is View.LANES:
        return "Lanes: from cells to therapies", "Whole map", "Show every concept at its place (Ctrl+2)"
    return "", "", ""


def path_title(index: MapIndex, start: str) -> tuple[str, str, str]:
    """The same while a path waits for its other end."""
    title = f"Path from {index.concepts[start].name} to …  Click or find the other concept, or choose it and press P"
    return title, "Give up", "Stop looking for a path (Esc)"


def plain(text: str) -> str:
    """A text that Qt, which takes tooltips for rich text, shows letter by letter."""
    from html import escape  # its table of names would be read at every start

    return f"<span>{escape(text)}</span>"


def description(index: MapIndex, view: str, selection: Selection, hidden: tuple[int, int] = (0, 0)) -> str:
    """The view, how large the map is, how many concepts and links of it filters hide, and what is chosen on it."""
    chosen = [index.concepts[c].name for c in selection.concepts]
    chosen += [index.sentence(index.links[k]) for k in selection.links]
    told = f"Chosen: {'; '.join(chosen)}." if chosen else "Nothing is chosen; arrow keys move the map."
    away = f" Filters hide {hidden[0]} concepts and {hidden[1]} links." if any(hidden) else ""
    return f"{view}. {len(index.concepts)} concepts, {len(index.links)} links.{away} {told}"
