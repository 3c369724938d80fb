"""The drawing after some concepts were moved by hand: only what the move touches is routed and placed anew.

Finishing the whole map again takes a second and lets phrases far away jump. Here everything that has nothing to do
with the move stays as it is, to the pixel. Plain Python: a concept is put down and its links are right at once.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from evmap.layout.boxes import phrase_box
from evmap.layout.free_spot import settle
from evmap.layout.geometry import Grid, centre, grown, overlap, path_hits, segment_hits
from evmap.layout.phrases import placed_phrases
from evmap.layout.pieces import Pieces, whole
from evmap.layout.routing.routes import CLEARANCE, Path, route_links, routed_links
from evmap.model import Link, LinkPlace, Places, Point, Rect

_STEPS, _MANY, _FEW_STEPS = 19, 40, 11
"""Places tried for each phrase; fewer when a hub with many links is moved."""

_GAP = 2.0
_PASSED = 20.0  # a detour that passed a box's old place this near may have been led round it


def shifted(places: Places, concepts: Iterable[str], dx: float, dy: float) -> dict[str, Rect]:
    """Where some concepts stand when they are moved; those without a place are left out."""
    boxes = {name: places.concepts[name] for name in concepts if name in places.concepts}
    return {name: (round(x + dx, 1), round(y + dy, 1), w, h) for name, (x, y, w, h) in boxes.items()}


def quick_routes(places: Places, wishes: Mapping[str, Rect], links: Iterable[Link]) -> dict[str, Path]:
    """The paths of links while their concepts are in the hand: straight or bowed, and it may be under a box."""
    boxes = {**places.concepts, **wishes}
    return route_links(boxes, _drawable(links, boxes), detours=False)


def move_boxes(links: Collection[Link], before: Places, wishes: Mapping[str, Rect]) -> Places:
    """The finished drawing with some concepts moved; one that is put on another is pushed to the nearest free place.

    Args:
        links: all links of the map.
        before: the drawing so far.
        wishes: where some of its concepts are to stand.
    """
    return whole(moved_boxes(links, before, wishes))


def moved_boxes(links: Collection[Link], before: Places, wishes: Mapping[str, Rect]) -> Pieces[Places]:
    """Do what :func:`move_boxes` does, in pieces."""
    settled = settle(before.concepts, wishes)
    moved = {name: rect for name, rect in settled.items() if rect != before.concepts[name]}
    if not moved:
        return before
    boxes = {**before.concepts, **moved}
    drawable = _drawable(links, boxes)
    again = _to_route(drawable, before, moved)
    sizes = {link.id: _phrase_sizes(link) for link in drawable}
    yield
    paths = yield from routed_links(boxes, again, {link.id: sizes[link.id][-1] for link in again})
    yield
    rest = {link.id: before.links[link.id] for link in drawable if link.id not in paths}
    found = _disturbed(rest, moved.values(), paths.values())
    disturbed = {link: place.points for link, place in rest.items() if link in found}
    fixed = {link: place for link, place in rest.items() if link not in disturbed}
    yield
    phrases = yield from placed_phrases(
        {**paths, **disturbed},
        sizes,
        [*boxes.values(), *(place.phrase for place in fixed.values() if place.phrase[2] > 0)],
        _STEPS if len(paths) < _MANY else _FEW_STEPS,
        lines=[place.points for place in fixed.values()],
    )
    changed = {link: LinkPlace(_rounded(path), phrases[link]) for link, path in (*paths.items(), *disturbed.items())}
    return Places(boxes, {**before.links, **changed})


def _drawable(links: Iterable[Link], boxes: Mapping[str, Rect]) -> list[Link]:
    return [link for link in links if link.subject != link.object and link.subject in boxes and link.object in boxes]


def _to_route(links: Iterable[Link], before: Places, moved: Mapping[str, Rect]) -> list[Link]:
    """Links of what moved, those that it now stands on, those that went round its old place, and their twins."""
    new = [grown(rect, CLEARANCE) for rect in moved.values()]
    old = [grown(before.concepts[name], _PASSED) for name in moved]
    drawn = list(links)
    pairs = {_ends(link) for link in drawn if _is_touched(link, before, moved, new, old)}
    return [link for link in drawn if _ends(link) in pairs]


def _is_touched(
    link: Link, before: Places, moved: Mapping[str, Rect], new: Iterable[Rect], old: Iterable[Rect]
) -> bool:
    if link.subject in moved or link.object in moved or link.id not in before.links:
        return True
    path = before.links[link.id].points
    if any(path_hits(path, rect) for rect in new):
        return True
    straight = (centre(before.concepts[link.subject]), centre(before.concepts[link.object]))
    return len(path) > 2 and any(path_hits(straight, rect) for rect in old)


def _ends(link: Link) -> frozenset[str]:
    return frozenset((link.subject, link.object))


def _disturbed(places: Mapping[str, LinkPlace], boxes: Iterable[Rect], paths: Iterable[Path]) -> set[str]:
    """The links whose phrases stay on their line, but are now stood on or crossed."""
    phrases: Grid[str] = Grid()
    for link, place in places.items():
        if place.phrase[2] > 0:
            phrases.add_rect(link, place.phrase)
    found: set[str] = set()
    for box in boxes:
        near = phrases.near(grown(box, _GAP))
        found.update(link for link in near if overlap(places[link].phrase, box, _GAP))
    for path in paths:
        for a, b in pairwise(path):
            found.update(link for link in phrases.beside(a, b) - found if segment_hits(a, b, places[link].phrase))
    return found


def _phrase_sizes(link: Link) -> tuple[tuple[float, float], ...]:
    """The sizes that a phrase may take, one line first. Its twin among the arrays would bring numpy with it."""
    one, two = phrase_box(link.phrase, 1), phrase_box(link.phrase, 2)
    return ((one.w, one.h), (two.w, two.h)) if len(two.lines) > len(one.lines) else ((one.w, one.h),)


def _rounded(path: Path) -> tuple[Point, ...]:
    return tuple((round(x, 1), round(y, 1)) for x, y in path)
