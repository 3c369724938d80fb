"""From places of concepts to a whole drawing: routes of links and places of phrases."""

from collections.abc import Mapping

from evmap.layout.geometry import centre, grown, path_hits
from evmap.layout.phrases import place_phrases
from evmap.layout.problem import Floats, Problem, phrase_sizes
from evmap.layout.routing.bending import bend_clear
from evmap.layout.routing.parting import part_lines
from evmap.layout.routing.routes import CLEARANCE, Path, route_links
from evmap.layout.routing.weaving import lead_round
from evmap.model import LinkPlace, Places, Rect

_STEPS = 31  # places tried for each phrase
_LARGE_STEPS = 7
_MANY = 600  # from this many links on, fewer places are tried for each phrase


def finish(problem: Problem, positions: Floats, detours: bool = True, bends: bool = True) -> Places:
    """Route all links and place all phrases for concepts that stand at ``positions``."""
    return finish_boxes(problem, problem.rects(positions), detours, bends)


def finish_large(problem: Problem, positions: Floats) -> Places:
    """The same for thousands of links: all are led round boxes together, and fewer places are tried for phrases."""
    boxes, links = problem.rects(positions), problem.links
    sizes = {link.id: phrase_sizes(link) for link in links}
    routes = route_links(boxes, links, {link: options[-1] for link, options in sizes.items()}, detours=False)
    rank = {link.id: int(2 * slot + 8) for link, slot in zip(links, problem.slot, strict=True)}
    routes |= lead_round(boxes, links, routes, rank)
    return _placed(boxes, routes, place_phrases(routes, sizes, list(boxes.values()), _LARGE_STEPS))


def finish_move(problem: Problem, before: Places, concept: str, to: Rect) -> Places:
    """The drawing after one concept moved, for a quick look: no bends, detours kept that have nothing to do with it."""
    boxes = {**before.concepts, concept: to}
    here = before.concepts[concept]
    known: dict[str, Path] = {}
    for link in problem.links:
        path = before.links[link.id].points
        if len(path) > 2 and concept not in (link.subject, link.object):
            straight = (centre(boxes[link.subject]), centre(boxes[link.object]))
            if not path_hits(straight, grown(here, CLEARANCE)) and not path_hits(path, grown(to, CLEARANCE)):
                known[link.id] = path
    return finish_boxes(problem, boxes, bends=False, known=known)


def finish_boxes(
    problem: Problem,
    boxes: Mapping[str, Rect],
    detours: bool = True,
    bends: bool = True,
    known: Mapping[str, Path] | None = None,
) -> Places:
    """Route all links and place all phrases between boxes that stand where they are to stay.

    Args:
        problem: the map.
        boxes: the box of every concept.
        detours: without them links may run under boxes, fewer places are tried for phrases, and all is quicker.
        bends: whether straight links are bent to pass beside phrases; that takes as long as all the rest.
        known: detours that are still good.
    """
    links = problem.links
    sizes = {link.id: phrase_sizes(link) for link in links}
    routes = route_links(boxes, links, {link: options[-1] for link, options in sizes.items()}, detours, known)
    steps = 5 if not detours else _STEPS if len(links) < _MANY else 9
    phrases = place_phrases(routes, sizes, list(boxes.values()), steps)
    if detours and bends and len(links) < _MANY:
        bend_clear(boxes, links, routes, phrases, sizes)
        part_lines(boxes, links, routes, phrases, sizes)
    return _placed(boxes, routes, phrases)


def _placed(boxes: Mapping[str, Rect], routes: Mapping[str, Path], phrases: Mapping[str, Rect]) -> Places:
    placed = {
        link: LinkPlace(tuple((round(x, 1), round(y, 1)) for x, y in path), _rounded(phrases[link]))
        for link, path in routes.items()
    }
    return Places(dict(boxes), placed)


def _rounded(rect: Rect) -> Rect:
    return round(rect[0], 1), round(rect[1], 1), rect[2], rect[3]
