"""Makes maps for tests and benchmarks: of any size, with communities and hubs, the same for the same seed."""

import math
import random
from collections import Counter

from evmap.layout.boxes import concept_box, phrase_box
from evmap.layout.geometry import Walk, around, centre, leave, rounded
from evmap.layout.searching.quick import quick_places
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
    Source,
    Stage,
)

LINKS_PER_CONCEPT = 1.6
_ACROSS = 5
_COMMUNITY = _ACROSS * _ACROSS
_CELL = (262.0, 136.0)
_AT_HOME = 0.85
"""This share of the links stays within a community."""

_WORDS = (
    "exosome vesicle membrane protein signal tumour plasma stem cell immune marker lipid cargo target receptor "
    "pathway delivery therapy tissue blood brain neuron cancer growth repair inflammation biomarker nucleus "
    "microRNA antibody surface fusion release uptake storage purity dose trial response barrier ageing"
)
_PHRASES = (
    "carries|is released by|may reduce|could help treat|binds to|is found in|travels through|is a kind of|"
    "protects|is measured by|does not reach|is taken up by|has been tested on|may be able to deliver|"
    "is made of|causes|slows down|is like|contains|are less likely to trigger"
)
_CERTAINTIES = (Certainty.STATED, Certainty.STATED, Certainty.STATED, Certainty.HEDGED, Certainty.OPEN)


_SENTENCE = (
    "Scientists discover extracellular vesicles—microscopic packages cells release—may hold crucial clues to why our "
    "immune systems attack healthy tissue."
)
SOURCE = Source(
    "s", "The first sentence of a real article", True, "seeds/000_f11ccf6eb2bf0679.txt", ((0, len(_SENTENCE)),)
)
"""What every link of a made map cites, so that each can be selected in a whole window."""


def generated_map(size: int, seed: int = 7) -> ConceptMap:
    """A connected map of so many concepts."""
    rng = random.Random(seed)
    concepts = tuple(_concept(i, rng) for i in range(size))
    links = tuple(_link(i, a, b, rng) for i, (a, b) in enumerate(_pairs(size, rng)))
    return ConceptMap(f"{size} concepts", "", (SOURCE,), concepts, links, (), ())


def generated_places(concept_map: ConceptMap, seed: int = 7) -> Places:
    """Places for it; another seed gives each concept another place.

    They come from a jittered grid, a block for each community: it is the drawing that is measured, not the layout.
    """
    rng = random.Random(seed)
    degrees = Counter(end for link in concept_map.links for end in (link.subject, link.object))
    spots = _spots(len(concept_map.concepts), rng)
    rects: dict[str, Rect] = {}
    for concept, (x, y) in zip(concept_map.concepts, spots, strict=True):
        box = concept_box(concept.name, concept.kind, degrees[concept.id])
        rects[concept.id] = (
            x + rng.random() * max(_CELL[0] - box.w - 8, 0.0),
            y + rng.random() * max(_CELL[1] - box.h - 8, 0.0),
            box.w,
            box.h,
        )
    return Places(rects, {link.id: _between(link, rects) for link in concept_map.links})


def made_map(size: int) -> tuple[ConceptMap, Places]:
    """A map of so many concepts at places that are good enough to look at."""
    concept_map = generated_map(size)
    return concept_map, quick_places(concept_map)


def quote(certainty: Certainty = Certainty.STATED, nature: Nature = Nature.CLAIM) -> Quote:
    """The same words each time, said as surely as is wanted."""
    return Quote(SOURCE.id, SOURCE.body, _SENTENCE, certainty, nature, False, Stage.GENERAL)


def link_place(start: Rect, end: Rect, phrase: str, via: tuple[Point, ...] = ()) -> LinkPlace:
    """A straight line between two boxes, or one that goes by some points, with its phrase in the middle."""
    points = (leave(start, via[0] if via else centre(end)), *via, leave(end, via[-1] if via else centre(start)))
    box = phrase_box(phrase)
    return LinkPlace(points, around(Walk(rounded(points)).at(0.5), box.w, box.h))


def _concept(number: int, rng: random.Random) -> Concept:
    name = " ".join(rng.sample(_WORDS.split(), rng.choice((1, 2, 2, 2, 3)))).capitalize()
    return Concept(f"c{number}", name, rng.choice(list(Kind)), (), "", Origin.SOURCE, ())


def _link(number: int, subject: int, end: int, rng: random.Random) -> Link:
    nature = Nature.ANALOGY if rng.random() < 0.05 else Nature.CLAIM
    quotes = (quote(rng.choice(_CERTAINTIES), nature),)
    return Link(f"k{number}", f"c{subject}", rng.choice(_PHRASES.split("|")), f"c{end}", Origin.SOURCE, "", quotes)


def _pairs(size: int, rng: random.Random) -> list[tuple[int, int]]:
    """Who is linked with whom: everyone with someone earlier, then more, the well linked first."""
    everywhere = [0]
    at_home: list[list[int]] = [[] for _ in range(0, size, _COMMUNITY)]
    at_home[0].append(0)
    pairs: dict[tuple[int, int], None] = {}

    def join(subject: int) -> None:
        home = at_home[subject // _COMMUNITY]
        urn = home if home and rng.random() < _AT_HOME else everywhere
        end = rng.choice(urn)
        if end != subject and (subject, end) not in pairs and (end, subject) not in pairs:
            pairs[subject, end] = None
            for each in (subject, end):
                everywhere.append(each)
                at_home[each // _COMMUNITY].append(each)

    for number in range(1, size):
        join(number)
    while len(pairs) < min(round(size * LINKS_PER_CONCEPT), size * (size - 1) // 2):
        join(rng.randrange(size))
    return list(pairs)


def _spots(size: int, rng: random.Random) -> list[Point]:
    """The corner of each concept's cell: communities in blocks, about as wide as a screen."""
    homes = math.ceil(size / _COMMUNITY)
    across = max(1, round(math.sqrt(homes * 1.5 * _CELL[1] / _CELL[0])))
    blocks = rng.sample(range(homes), homes)
    spots = []
    for home in blocks:
        by, bx = divmod(home, across)
        for cell in rng.sample(range(_COMMUNITY), _COMMUNITY):
            cy, cx = divmod(cell, _ACROSS)
            spots.append(((bx * _ACROSS + cx) * _CELL[0], (by * _ACROSS + cy) * _CELL[1]))
    return spots[:size]


def _between(link: Link, rects: dict[str, Rect]) -> LinkPlace:
    return link_place(rects[link.subject], rects[link.object], link.phrase)
