"""The view around one concept: its neighbours on a rounded frame, kinds together, every phrase readable."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from evmap.layout.around.frame import Ring, Size
from evmap.layout.around.links import bows, fans
from evmap.layout.around.phrases import SpokePhrases, spoke_sizes
from evmap.layout.boxes import PHRASE_PX, concept_box
from evmap.layout.geometry import around as rect_around
from evmap.layout.geometry import bounds, centre
from evmap.layout.pieces import Pieces, whole
from evmap.layout.routing.routes import Path
from evmap.model import Concept, ConceptMap, Kind, Link, LinkPlace, Places, Rect

_ASPECT = 1.8
_SMALL_SCREEN = 760.0 * 566.0
"""So many pixels are left for this view in a window on a small screen, with its panels open; themes differ a little."""
_READABLE, _LARGEST = 11.7, 1.35
"""The size of phrases wanted there, in pixels, and how much larger than usual they are written for that at most."""
_FEW_AREA, _MOST_AREA, _MANY = 160_000.0, 400_000.0, 34
"""The area of the first frame for a few spokes and for many."""
_SPACIOUS, _CROWDED, _SLIMMER = 26, 34, (10.0, 7.0)
"""Boxes are slimmer the more neighbours there are: from so many on, and by so much when there are so many."""
_LIKED, _LIKED_BY_MANY = 0.52, 0.74
"""How far out phrases stand, as a share of the way, on a few spokes and on many."""
_LIKED_BY_TURNS = (0.8, 0.45)
_TRIES, _MOST_TRIES = 8, 40
_LARGER, _MUCH_LARGER = 1.025, 1.1
"""How much larger each frame is than the one before, and when all these tries left phrases on each other."""
_ASIDE = (0.0, 0.4, -0.4)  # frames are tried with the ring turned a little, this way and that
_UNCLEAR = 3.0  # a phrase on another link is as bad as so many times its share of the whole
_CLASH = 1e6  # no view is so small that phrases on each other or links under boxes would be better


class AroundView(Struct, frozen=True):
    """One concept in the middle of its neighbours.

    Attributes:
        concept: the concept in the middle.
        places: boxes, and the routes and phrases of the links shown.
        spokes: the links of the concept, all phrases readable.
        among: links between neighbours, to be drawn faintly and without phrases.
        phrase_size: how much larger than usual phrases are written, beside the names.
    """

    concept: str
    places: Places
    spokes: tuple[str, ...]
    among: tuple[str, ...]
    phrase_size: float = 1.0


def around(concept_map: ConceptMap, atlas: Places, concept_id: str, aspect: float = _ASPECT) -> AroundView:
    """The view around a concept; neighbours stand in the direction in which the Atlas has them, kind by kind.

    Args:
        concept_map: the map.
        atlas: where everything stands.
        concept_id: the concept in the middle.
        aspect: width over height of the room that there is on the screen.
    """
    return whole(standing_around(concept_map, atlas, concept_id, aspect))


def standing_around(concept_map: ConceptMap, atlas: Places, concept_id: str, aspect: float) -> Pieces[AroundView]:
    """Do what :func:`around` does, in pieces."""
    spokes = [link for link in concept_map.links if concept_id in (link.subject, link.object)]
    ends = [link.object if link.subject == concept_id else link.subject for link in spokes]
    concepts = {concept.id: concept for concept in concept_map.concepts}
    ring = _order([concepts[name] for name in dict.fromkeys(ends)], atlas, concept_id)
    degree = Counter(end for link in concept_map.links for end in (link.subject, link.object))
    slim = min(1.0, max(0.0, (len(ring) - _SPACIOUS) / (_CROWDED - _SPACIOUS)))
    sizes = {name: _size(concepts[name], degree[name], slim) for name in ring}
    middle = _size(concepts[concept_id], degree[concept_id], 0.0)
    if not ring:
        return AroundView(concept_id, Places({concept_id: rect_around((0.0, 0.0), *middle)}, {}), (), ())
    yield
    standing = Ring(sizes, [_angle(atlas, concept_id, name) for name in ring], middle)
    best = yield from _best(standing, concept_id, spokes, ends, aspect)
    yield
    among = [link for link in concept_map.links if link.subject in sizes and link.object in sizes]
    places = {link: LinkPlace(path, best.phrases.rects[link]) for link, path in best.paths.items()}
    for link, path in bows(best.boxes, among, best.boxes[concept_id]).items():
        # Their phrases are told where there is room, when they are lit.
        places[link] = LinkPlace(path, (*path[len(path) // 2], 0.0, 0.0))
    shown, faint = (tuple(link.id for link in links) for links in (spokes, among))
    return AroundView(concept_id, Places(best.boxes, places), shown, faint, best.phrase_size)


class _Try(Struct, frozen=True):
    """The view on one frame, and how hard it is to read: its extent on a screen, and more where phrases are unclear."""

    boxes: dict[str, Rect]
    paths: dict[str, Path]
    phrases: SpokePhrases
    phrase_size: float
    ill: float


def _best(ring: Ring, middle: str, spokes: Sequence[Link], ends: Sequence[str], aspect: float) -> Pieces[_Try]:
    """The view on the smallest frame on which all can be read, or the best on frames that are not much larger."""
    share = min(1.0, len(spokes) / _MANY)
    area = _FEW_AREA + (_MOST_AREA - _FEW_AREA) * share
    frame = math.sqrt(area * aspect), math.sqrt(area / aspect)
    liked = _liked(spokes, ends, _LIKED + (_LIKED_BY_MANY - _LIKED) * share)
    best: _Try | None = None
    tries = 0
    while best is None or tries < (_MOST_TRIES if best.ill >= _CLASH else _TRIES):
        phrase_size = _phrase_size(frame, ring, aspect)
        phrases = {link.id: spoke_sizes(link.phrase, phrase_size) for link in spokes}
        around_it = ring.boxes(frame, _by_end(phrases, ends), _ASIDE[tries % len(_ASIDE)])
        yield
        if around_it is not None:
            boxes = {middle: ring.middle, **around_it}
            paths, under = fans(boxes, spokes, middle, phrases)
            yield
            placed = SpokePhrases(paths, phrases, list(boxes.values()), liked)
            yield from placed.place()
            extent = _extent([*boxes.values(), *placed.rects.values()], aspect)
            ill = extent * (1.0 + _UNCLEAR * placed.unclear / len(spokes)) + _CLASH * (under + placed.clashes)
            if best is None or ill < best.ill:
                best = _Try(boxes, paths, placed, phrase_size, ill)
            if not under and not placed.clashes and not placed.unclear:
                break
            tries += 1
            yield
        larger = _LARGER if tries < _TRIES else _MUCH_LARGER
        frame = frame[0] * larger, frame[1] * larger
    return best


def _liked(spokes: Sequence[Link], ends: Sequence[str], alone: float) -> dict[str, float]:
    """How far out each phrase would stand: those of one neighbour's links by turns further out and further in."""
    links: dict[str, list[str]] = {}
    for link, end in zip(spokes, ends, strict=True):
        links.setdefault(end, []).append(link.id)
    out = (_LIKED_BY_TURNS[0], _LIKED_BY_TURNS[1])
    return {
        link: alone if len(mine) == 1 else out[rank % 2] for mine in links.values() for rank, link in enumerate(mine)
    }


def _by_end(phrases: Mapping[str, tuple[Size, ...]], ends: Sequence[str]) -> dict[str, list[tuple[Size, ...]]]:
    """The sizes of phrases by the neighbour that their links lead to."""
    by_end: dict[str, list[tuple[Size, ...]]] = {}
    for sizes, end in zip(phrases.values(), ends, strict=True):
        by_end.setdefault(end, []).append(sizes)
    return by_end


def _phrase_size(frame: Size, ring: Ring, aspect: float) -> float:
    """How much larger than usual phrases are written on a frame, so that they are readable on a small screen."""
    wide, high = frame[0] + ring.mean[0], frame[1] + ring.mean[1]
    scale = math.sqrt(_SMALL_SCREEN / aspect) / max(wide / aspect, high)
    return min(max(_READABLE / (PHRASE_PX * scale), 1.0), _LARGEST)


def _extent(rects: Iterable[Rect], aspect: float) -> float:
    """How high a screen of that aspect is on which all can be seen."""
    wanted = bounds(list(rects))
    return max(wanted[2] / aspect, wanted[3])


def _size(concept: Concept, degree: int, slim: float) -> Size:
    box = concept_box(concept.name, concept.kind, degree)
    return box.w - slim * _SLIMMER[0], box.h - slim * _SLIMMER[1]


def _order(neighbours: Sequence[Concept], atlas: Places, concept_id: str) -> list[str]:
    """The neighbours clockwise: kinds by the mean direction of their members, members by their own direction."""
    angles = {concept.id: _angle(atlas, concept_id, concept.id) for concept in neighbours}
    groups: dict[Kind, list[str]] = {}
    for concept in neighbours:
        groups.setdefault(concept.kind, []).append(concept.id)
    means = {kind: _mean([angles[name] for name in names]) for kind, names in groups.items()}
    ring: list[str] = []
    for kind in sorted(groups, key=lambda kind: (means[kind], kind)):
        # Directions are unwound round the mean of the kind, so that none jumps from the end to the beginning.
        middle = means[kind]
        ring += sorted(groups[kind], key=lambda name: (math.remainder(angles[name] - middle, math.tau), name))
    return ring


def _angle(atlas: Places, start: str, end: str) -> float:
    (ax, ay), (bx, by) = centre(atlas.concepts[start]), centre(atlas.concepts[end])
    return math.atan2(by - ay, bx - ax)


def _mean(angles: Sequence[float]) -> float:
    return math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))
