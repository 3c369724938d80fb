"""What is said of a path in words: its title, what is weakest on it, and what is missing where there is none."""

from evmap.graph.index import MapIndex
from evmap.graph.paths import Gap, Path, lowest_stage, weakest
from evmap.graph.stages import Rung
from evmap.graph.sureness import Sureness, sureness
from evmap.model import Stage
from evmap.ui.words.names import STAGES, Chip, Tone, count
from evmap.workspace import PathSearch

_WEAKEST = {
    Sureness.STATED: "Every link is stated",
    Sureness.HEDGED: "Weakest link: hedged",
    Sureness.OPEN: "Weakest link: an open question",
    Sureness.BACKGROUND: "Weakest link: not in the sources",
}


def title(index: MapIndex, search: PathSearch) -> str:
    """From where to where."""
    return f"From {index.concepts[search.start].name} to {index.concepts[search.end].name}"


def which(search: PathSearch) -> str:
    """Which path of how many, and how long it is."""
    if search.path is None:
        return "No path"
    number = f"Path {search.at + 1} of {len(search.paths)}" if len(search.paths) > 1 else "The only path"
    return f"{number}, {count(len(search.path.hops), 'link')}"


def against(path: Path) -> str:
    """How many links are read against their arrows; empty if none is."""
    turned, links = sum(hop.against for hop in path.hops), len(path.hops)
    if not turned:
        return ""
    if turned == links:
        return "Its link is read against its arrow." if links == 1 else "All its links are read against their arrows."
    return f"{turned} of {links} links {'is' if turned == 1 else 'are'} read against the arrow."


def chips(index: MapIndex, path: Path) -> tuple[Chip, ...]:
    """The weakest certainty and the lowest stage on a path."""
    sure = weakest(index, path)
    told = [Chip(_WEAKEST[sure], Tone.PLAIN if sure is Sureness.STATED else Tone.HEDGE)]
    stage = lowest_stage(index, path)
    if stage is not None:
        words = STAGES[Stage(stage.value)]
        tone = Tone.HEDGE if stage in (Rung.HUMANS_NOT_YET, Rung.OPINION) else Tone.PLAIN
        told.append(Chip(f"Least tested: {words[:1].lower()}{words[1:]}", tone))
    return tuple(told)


def gap_words(index: MapIndex, search: PathSearch, gap: Gap) -> tuple[str, str]:
    """Why there is no path, and what is missing for one."""
    near, far = index.concepts[gap.near].name, index.concepts[gap.far].name
    start, end = index.concepts[search.start].name, index.concepts[search.end].name
    if gap.link is None:
        why = f"Nothing on this map joins {start} and {end}."
        if (gap.near, gap.far) == (search.start, search.end):
            return why, "No article speaks of both sides."
        return why, f"The two sides come nearest in the text at {near} and {far}. A link between these is missing."
    if sureness(index.links[gap.link]) is Sureness.COMPARISON:
        why = f"No link that is more than a comparison leads from {start} to {end}."
        return why, f"Only this joins {near} and {far}. What a thing is like is no step of a path."
    why = f"No path follows the arrows from {start} to {end}."
    return why, f"The nearest gap lies between {near} and {far}: the arrow points the other way."
