"""Maps made up for tests: any number of concepts round hubs, at places that are good enough to look at."""

import math
import random

from evmap.layout.boxes import concept_box, phrase_box
from evmap.layout.geometry import Walk, around, centre, leave
from evmap.layout.quick import quick_places
from evmap.model import (
    Certainty,
    Concept,
    ConceptMap,
    Kind,
    Link,
    LinkPlace,
    Nature,
    Origin,
    Places,
    Point,
    Quote,
    Rect,
    Stage,
)

_FIRST = [
    "immune",
    "cancer",
    "tumor",
    "vesicle",
    "exosome",
    "cell",
    "tissue",
    "body",
    "lab",
    "healthy",
    "harmful",
    "toxic",
    "self",
    "foreign",
    "early",
    "targeted",
]
_SECOND = [
    "cells",
    "response",
    "proteins",
    "cargo",
    "therapy",
    "studies",
    "signals",
    "vesicles",
    "death",
    "delivery",
    "of the nervous system",
    "membrane",
    "side effects",
    "tolerance",
    "messages in the blood",
]
_PHRASES = [
    "carry",
    "release",
    "can trigger",
    "may help to",
    "are like",
    "are not",
    "contribute to",
    "could one day become",
    "include",
    "protect",
]


def made_map(concepts: int, seed: int = 1) -> tuple[ConceptMap, Places]:
    """A map with 1.6 links to a concept, some hubs, every kind and every sureness."""
    rng = random.Random(seed)
    names = _names(concepts, rng)
    kinds = [rng.choice(list(Kind)) for _ in names]
    pairs = _pairs(concepts, rng)
    degrees = [0] * concepts
    for a, b in pairs:
        degrees[a] += 1
        degrees[b] += 1
    made = [
        Concept(f"c{i}", name, kinds[i], (), f"About {name}.", Origin.SOURCE, (quote(),))
        for i, name in enumerate(names)
    ]
    links = [_link(k, a, b, rng) for k, (a, b) in enumerate(pairs)]
    concept_map = ConceptMap("Made", "Does it show?", (), tuple(made), tuple(links), (), ())
    if concepts <= 300:
        return concept_map, quick_places(concept_map)
    rects = _spiral(made, degrees)
    places = {link.id: _route(rects[link.subject], rects[link.object], link.phrase) for link in links}
    return concept_map, Places(rects, places)


def quote(certainty: Certainty = Certainty.STATED, nature: Nature = Nature.CLAIM) -> Quote:
    """A quote of a source that does not exist."""
    return Quote("s", ((0, 5),), "Words", certainty, nature, False, Stage.GENERAL)


def _names(count: int, rng: random.Random) -> list[str]:
    names: dict[str, None] = {}
    while len(names) < count:
        name = f"{rng.choice(_FIRST)} {rng.choice(_SECOND)}" if rng.random() < 0.85 else rng.choice(_SECOND)
        names[name if name not in names else f"{name} {len(names)}"] = None
    return list(names)


def _pairs(count: int, rng: random.Random) -> list[tuple[int, int]]:
    pairs: dict[tuple[int, int], None] = {}
    ends = [0]
    for i in range(1, count):
        other = rng.choice(ends) if rng.random() < 0.75 else rng.randrange(i)
        pairs[(i, other) if rng.random() < 0.5 else (other, i)] = None
        ends += [i, other, other]
    while len(pairs) < min(int(count * 1.6), count * (count - 1) // 2):
        a, b = rng.choice(ends), rng.randrange(count)
        if a != b and (b, a) not in pairs:
            pairs[(a, b)] = None
    return list(pairs)


def _link(number: int, a: int, b: int, rng: random.Random) -> Link:
    chance = rng.random()
    certainty = Certainty.STATED if chance < 0.6 else Certainty.HEDGED
    nature = Nature.ANALOGY if chance > 0.87 else Nature.CLAIM
    background = chance > 0.97
    origin = Origin.BACKGROUND if background else Origin.SOURCE
    quotes = () if background else (quote(certainty, nature),)
    return Link(f"l{number}", f"c{a}", rng.choice(_PHRASES), f"c{b}", origin, "", quotes)


def _spiral(concepts: list[Concept], degrees: list[int]) -> dict[str, Rect]:
    """Places on a wide spiral: enough to time the drawing of a large map."""
    wide = 150.0 * math.sqrt(len(concepts))
    rects = {}
    for i, (concept, degree) in enumerate(zip(concepts, degrees, strict=True)):
        out, turn = math.sqrt(i / len(concepts)) * wide, i * 2.4
        box = concept_box(concept.name, concept.kind, degree)
        rects[concept.id] = around((out * math.cos(turn), out * math.sin(turn) * 0.6), box.w, box.h)
    return rects


def _route(start: Rect, end: Rect, phrase: str) -> LinkPlace:
    points: tuple[Point, ...] = (leave(start, centre(end)), leave(end, centre(start)))
    box = phrase_box(phrase, 1)
    return LinkPlace(points, around(Walk(points).at(0.5), box.w, box.h))
