"""How good a layout is, in figures: overlaps, crossings, clean phrases, size of type, angles, stress.

Only what can be seen is measured: paths end at the borders of their boxes, their corners are rounded.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np
from msgspec import Struct

from evmap.layout.boxes import NAME_PX
from evmap.layout.geometry import CORNER_RADIUS, Grid, bounds, overlap, rounded, segment_hits
from evmap.layout.problem import Array, Floats
from evmap.layout.searching.stress import hop_distances
from evmap.model import ConceptMap, Places, Point, Rect

SCREEN = (1600.0, 900.0)
"""The screen that the whole map is fitted to for ``fit_font``."""

_ON_TOP = 2.5  # paths nearer than this lie on each other
_ON_TOP_LENGTH = 12.0


class Conflict(StrEnum):
    """What a phrase stands on."""

    BOX = "box"
    PHRASE = "phrase"
    LINK = "link"


class Figures(Struct, frozen=True):
    """The measures of one layout.

    Attributes:
        node_overlaps: pairs of boxes that overlap.
        node_gap_min: smallest distance between two boxes, in px.
        edge_node_hits: pairs of link and foreign box where the link runs through the box.
        crossings: crossing points between visible paths.
        labels_clean: share of phrases that touch no box, no other phrase and no other link.
        label_label: pairs of phrases that overlap.
        label_node: pairs of phrase and box that overlap.
        fit_font: height in px of a 15 px name when the whole map is fitted to the screen.
        aspect: width over height of the whole.
        edge_mean: mean visible length of a link, in px.
        turn_mean: mean turning of a link, in degrees.
        collinear_pairs: pairs of paths on top of each other for more than 12 px.
        angular_res_mean: mean over concepts of their smallest angle over (360 / degree).
        cross_angle_mean: mean angle at which links cross, in degrees.
        stress_aniso: stress against distances along links with the best scale for each axis.
    """

    node_overlaps: int
    node_gap_min: float
    edge_node_hits: int
    crossings: int
    labels_clean: float
    label_label: int
    label_node: int
    fit_font: float
    aspect: float
    edge_mean: float
    turn_mean: float
    collinear_pairs: int
    angular_res_mean: float
    cross_angle_mean: float
    stress_aniso: float


def measure(concept_map: ConceptMap, places: Places) -> Figures:
    """Measure places that fit a map."""
    paths = {link: rounded(place.points, CORNER_RADIUS) for link, place in places.links.items()}
    boxes = list(places.concepts.values())
    overlaps, gap = _box_figures(boxes)
    angles = _crossing_angles(paths)
    clean, label_label, label_node = _phrase_figures(places)
    whole = _whole(places, paths)
    count = max(1, len(paths))
    return Figures(
        node_overlaps=overlaps,
        node_gap_min=gap,
        edge_node_hits=_hits(concept_map, places, paths),
        crossings=len(angles),
        labels_clean=clean,
        label_label=label_label,
        label_node=label_node,
        fit_font=NAME_PX * min(SCREEN[0] / max(whole[2], 1.0), SCREEN[1] / max(whole[3], 1.0)),
        aspect=whole[2] / max(whole[3], 1.0),
        edge_mean=sum(_length(path) for path in paths.values()) / count,
        turn_mean=sum(_turning(place.points) for place in places.links.values()) / count,
        collinear_pairs=_collinear(paths),
        angular_res_mean=_angular_resolution(concept_map, paths),
        cross_angle_mean=float(np.mean(angles)) if len(angles) else 90.0,
        stress_aniso=_stress(concept_map, places),
    )


def faults_of_large(concept_map: ConceptMap, places: Places) -> tuple[int, int]:
    """Overlapping pairs of boxes, and pairs of link and foreign box where one runs through the other.

    These two stay quick on maps of thousands of links, where all figures would take minutes.
    """
    paths = {link: rounded(place.points, CORNER_RADIUS) for link, place in places.links.items()}
    return _box_figures(list(places.concepts.values()))[0], _hits(concept_map, places, paths)


def _whole(places: Places, paths: Mapping[str, Sequence[Point]]) -> Rect:
    points = [(x, y, 0.0, 0.0) for path in paths.values() for x, y in path]
    return bounds([*places.concepts.values(), *(place.phrase for place in places.links.values()), *points])


def _box_figures(boxes: Sequence[Rect]) -> tuple[int, float]:
    """Overlapping pairs and the smallest gap."""
    if len(boxes) < 2:
        return 0, math.inf
    rects = np.array(boxes)
    low, high = rects[:, :2], rects[:, :2] + rects[:, 2:]
    overlaps, smallest = 0, math.inf
    for i in range(len(rects) - 1):
        apart = np.maximum(low[i + 1 :] - high[i], low[i] - high[i + 1 :])
        overlaps += int((apart < -1e-6).all(axis=1).sum())
        smallest = min(smallest, float(np.hypot(*np.maximum(apart, 0.0).T).min()))
    return overlaps, smallest


def _segments(paths: Mapping[str, Sequence[Point]]) -> tuple[Floats, Array]:
    """All pieces of all paths as rows (x1, y1, x2, y2), and the number of the path of each."""
    rows = [(*path[i], *path[i + 1]) for path in paths.values() for i in range(len(path) - 1)]
    owners = [number for number, path in enumerate(paths.values()) for _ in range(len(path) - 1)]
    return np.array(rows, dtype=float).reshape(-1, 4), np.array(owners, dtype=np.int64)


def _crossing_angles(paths: Mapping[str, Sequence[Point]]) -> list[float]:
    """The angle in degrees of every crossing of two different paths."""
    segments, owners = _segments(paths)
    angles: list[float] = []
    for i in range(len(segments) - 1):
        a, rest = segments[i], segments[i + 1 :]
        ray, rays = a[2:] - a[:2], rest[:, 2:] - rest[:, :2]
        cross = ray[0] * rays[:, 1] - ray[1] * rays[:, 0]
        to = rest[:, :2] - a[:2]
        with np.errstate(divide="ignore", invalid="ignore"):
            along = (to[:, 0] * rays[:, 1] - to[:, 1] * rays[:, 0]) / cross
            other = (to[:, 0] * ray[1] - to[:, 1] * ray[0]) / cross
        met = (along > 0) & (along < 1) & (other > 0) & (other < 1) & (owners[i + 1 :] != owners[i])
        dots = np.abs(rays[met] @ ray)
        angles.extend(np.degrees(np.arctan2(np.abs(cross[met]), dots)).tolist())
    return angles


def _hits(concept_map: ConceptMap, places: Places, paths: Mapping[str, Sequence[Point]]) -> int:
    """Pairs of a link and a foreign box that it runs through."""
    grid: Grid[str] = Grid()
    for name, rect in places.concepts.items():
        grid.add_rect(name, rect)
    hits = 0
    for link in concept_map.links:
        path = paths[link.id]
        under = {
            name
            for i in range(len(path) - 1)
            for name in grid.beside(path[i], path[i + 1])
            if name not in (link.subject, link.object) and segment_hits(path[i], path[i + 1], places.concepts[name])
        }
        hits += len(under)
    return hits


def phrase_conflicts(places: Places) -> list[tuple[str, Conflict, str]]:
    """What each phrase touches that it should not: (its link, what it touches, the id of that)."""
    boxes: Grid[str] = Grid()
    texts: Grid[str] = Grid()
    lines: Grid[tuple[str, Point, Point]] = Grid()
    for name, rect in places.concepts.items():
        boxes.add_rect(name, rect)
    for link, place in places.links.items():
        texts.add_rect(link, place.phrase)
        path = rounded(place.points, CORNER_RADIUS)
        for i in range(len(path) - 1):
            lines.add_segment((link, path[i], path[i + 1]), path[i], path[i + 1])
    found: list[tuple[str, Conflict, str]] = []
    for link, place in places.links.items():
        rect = place.phrase
        on_boxes = (name for name in boxes.near(rect) if overlap(rect, places.concepts[name]))
        on_texts = (other for other in texts.near(rect) if other != link and overlap(rect, places.links[other].phrase))
        on_lines = {owner for owner, a, b in lines.near(rect) if owner != link and segment_hits(a, b, rect)}
        found += [(link, Conflict.BOX, name) for name in sorted(on_boxes)]
        found += [(link, Conflict.PHRASE, other) for other in sorted(on_texts)]
        found += [(link, Conflict.LINK, other) for other in sorted(on_lines)]
    return found


def _phrase_figures(places: Places) -> tuple[float, int, int]:
    """The share of clean phrases, pairs of phrases that overlap, and pairs of phrase and box that do."""
    conflicts = phrase_conflicts(places)
    unclean = {link for link, _, _ in conflicts}
    counts = Counter(what for _, what, _ in conflicts)
    clean = 1.0 - len(unclean) / max(1, len(places.links))
    return clean, counts[Conflict.PHRASE] // 2, counts[Conflict.BOX]


def _length(path: Sequence[Point]) -> float:
    return sum(math.dist(path[i], path[i + 1]) for i in range(len(path) - 1))


def _turning(path: Sequence[Point]) -> float:
    """The sum of a path's turns in degrees."""
    headings = [math.atan2(path[i + 1][1] - path[i][1], path[i + 1][0] - path[i][0]) for i in range(len(path) - 1)]
    turns = (math.remainder(headings[i + 1] - headings[i], math.tau) for i in range(len(headings) - 1))
    return sum(abs(math.degrees(turn)) for turn in turns)


def _collinear(paths: Mapping[str, Sequence[Point]]) -> int:
    """Pairs of paths that run on top of each other for a while."""
    segments, owners = _segments(paths)
    if not len(segments):
        return 0
    found: set[tuple[int, int]] = set()
    rays = segments[:, 2:] - segments[:, :2]
    sizes = np.hypot(rays[:, 0], rays[:, 1]) + 1e-9
    units = rays / sizes[:, None]
    for i in range(len(segments)):
        # Where do the others run within a narrow strip along this piece? Each clipped to the strip.
        from_start, from_end = segments[:, :2] - segments[i, :2], segments[:, 2:] - segments[i, :2]
        normal = np.array([-units[i, 1], units[i, 0]])
        off_a, off_b = from_start @ normal, from_end @ normal
        on_a, on_b = from_start @ units[i], from_end @ units[i]
        low, high = _strip(off_a, off_b, _ON_TOP)
        first, last = on_a + (on_b - on_a) * low, on_a + (on_b - on_a) * high
        shared = np.minimum(np.maximum(first, last), sizes[i]) - np.maximum(np.minimum(first, last), 0.0)
        parallel = np.abs(units @ units[i]) > 0.9
        for j in np.flatnonzero((shared > _ON_TOP_LENGTH) & (low < high) & parallel & (owners > owners[i])):
            found.add((int(owners[i]), int(owners[j])))
    return len(found)


def _strip(start: Floats, end: Floats, limit: float) -> tuple[Floats, Floats]:
    """Between which shares of its way a value that runs from start to end lies within ±limit."""
    run = end - start
    with np.errstate(divide="ignore", invalid="ignore"):
        first, last = (-limit - start) / run, (limit - start) / run
    inside = np.where(np.abs(start) < limit, 0.0, 1.0)
    flat = np.abs(run) < 1e-9
    low = np.where(flat, inside, np.clip(np.minimum(first, last), 0.0, 1.0))
    high = np.where(flat, 1.0 - inside, np.clip(np.maximum(first, last), 0.0, 1.0))
    return low, high


def _angular_resolution(concept_map: ConceptMap, paths: Mapping[str, Sequence[Point]]) -> float:
    """The mean over concepts with two links or more of their smallest angle over the best possible one."""
    headings: dict[str, list[float]] = {}
    for link in concept_map.links:
        path = paths[link.id]
        for concept, (border, beyond) in ((link.subject, path[:2]), (link.object, path[:-3:-1])):
            headings.setdefault(concept, []).append(math.atan2(beyond[1] - border[1], beyond[0] - border[0]))
    shares = []
    for star in headings.values():
        if len(star) > 1:
            star.sort()
            gaps = [(after - before) % math.tau for before, after in zip(star, [*star[1:], star[0]], strict=True)]
            shares.append(min(gaps) * len(star) / math.tau)
    return sum(shares) / len(shares) if shares else 1.0


def _stress(concept_map: ConceptMap, places: Places) -> float:
    """Mean squared error of distances on paper against distances along links, at the best scale of each axis."""
    index = {concept.id: i for i, concept in enumerate(concept_map.concepts)}
    if len(index) < 2:
        return 0.0
    pairs = np.array([(index[link.subject], index[link.object]) for link in concept_map.links], dtype=np.int64)
    hops = hop_distances(len(index), pairs.reshape(-1, 2))
    rects = np.array([places.concepts[name] for name in index])
    middles = rects[:, :2] + rects[:, 2:] / 2
    rows, columns = np.triu_indices(len(index), 1)
    apart, wanted = np.abs(middles[rows] - middles[columns]), hops[rows, columns]
    errors = []
    for ratio in np.geomspace(0.4, 4.0, 60):
        near = np.hypot(apart[:, 0], apart[:, 1] * ratio) / wanted
        scale = near.sum() / max(float((near * near).sum()), 1e-9)
        errors.append(float(((scale * near - 1.0) ** 2).mean()))
    return min(errors)
