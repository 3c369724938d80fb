"""A map as arrays: box sizes, who is linked with whom, how far apart, how much room the phrases need."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evmap.layout.boxes import concept_box
from evmap.layout.boxes import phrase_sizes as sizes_of_phrase
from evmap.layout.geometry import ASPECT
from evmap.model import Concept, ConceptMap, Link, Places, Rect

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Array = NDArray[Any]

_LOOSEST, _TIGHTEST = 0.07, 0.125  # the share of the drawing that boxes cover
_CROWD, _PER_LINK = 6, 5.0  # from so many links on, each makes the links of a hub so much longer
_BOX_SHARE = 3.2  # each box needs so many times its own area
_PHRASE_SHARE = 0.57  # each phrase as well, for every link at the busier end of its own: lines fan out from hubs
_QUIET = 8.0  # but no less than with so many links there
_CLOSER = ((180, 240), (0.93, 1.0))
"""With so many links at most, phrases keep clear of each other on so much less paper, and names are larger."""


class SelfLinkError(ValueError):
    """A link starts and ends at the same concept: a sentence needs two."""


@dataclass(frozen=True)
class Problem:
    """What the layout works on.

    Attributes:
        concepts: the ids, in the order of the rows of ``half``.
        half: half the width and height of each box.
        links: the links, in the order of the rows of ``pairs``.
        pairs: the two concepts of each link, in the order of their ids: which way it points does not matter here.
        group: the same number for links that join the same two concepts.
        slot: place of a link among those of its group: 0 alone, -0.5 and 0.5 for two…
        bow: the largest (width, height) of the phrases of the link's group, which says how far its bows are apart.
        phrases: the (width, height) of each link's phrase, on one line and on two.
        lengths: how long each link would like to be, where 1 is the mean of all.
        frame: half the width and height of the drawing that is aimed at.
    """

    concepts: tuple[str, ...]
    half: Floats
    links: tuple[Link, ...]
    pairs: Ints
    group: Ints
    slot: Floats
    bow: Floats
    phrases: Floats
    lengths: Floats
    frame: Floats

    @property
    def size(self) -> int:
        """How many concepts there are."""
        return len(self.concepts)

    def rects(self, positions: Floats) -> dict[str, Rect]:
        """The boxes of all concepts when their middles stand at ``positions``."""
        corners = positions - self.half
        return {
            name: (round(float(x), 1), round(float(y), 1), float(w), float(h))
            for name, (x, y), (w, h) in zip(self.concepts, corners, 2 * self.half, strict=True)
        }

    def positions(self, places: Places) -> Floats:
        """The middles of the boxes in places that fit this map."""
        rects = np.array([places.concepts[name] for name in self.concepts], dtype=float).reshape(-1, 4)
        return rects[:, :2] + rects[:, 2:] / 2


def problem_of(concept_map: ConceptMap, aspect: float = ASPECT) -> Problem:
    """Read a map into arrays, to be drawn about ``aspect`` times as wide as high.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    return make_problem(concept_map.concepts, concept_map.links, aspect)


def make_problem(concepts: tuple[Concept, ...], links: tuple[Link, ...], aspect: float = ASPECT) -> Problem:
    """Read concepts and links into arrays; all ends of the links must be among the concepts.

    Raises:
        SelfLinkError: a link starts and ends at the same concept.
    """
    index = {concept.id: i for i, concept in enumerate(concepts)}
    grouped: dict[tuple[str, str], list[int]] = {}
    for row, link in enumerate(links):
        if link.subject == link.object:
            raise SelfLinkError(f"Link “{link.id}” starts and ends at “{link.subject}”: give it a second concept.")
        a, b = sorted((link.subject, link.object))
        grouped.setdefault((a, b), []).append(row)
    pairs = np.array([[index[end] for end in sorted((link.subject, link.object))] for link in links], dtype=np.int64)
    pairs = pairs.reshape(-1, 2)
    degree = np.bincount(pairs.ravel(), minlength=len(concepts))
    boxes = [concept_box(concept.name, concept.kind, int(degree[i])) for i, concept in enumerate(concepts)]
    half = np.array([(box.w / 2, box.h / 2) for box in boxes], dtype=float).reshape(-1, 2)
    sizes = [phrase_sizes(link) for link in links]
    phrases = np.array([(options[0], options[-1]) for options in sizes], dtype=float).reshape(-1, 2, 2)
    group, slot, bow = np.zeros(len(links), dtype=np.int64), np.zeros(len(links)), np.zeros((len(links), 2))
    for number, rows in enumerate(grouped.values()):
        group[rows] = number
        slot[rows] = np.arange(len(rows)) - (len(rows) - 1) / 2
        bow[rows] = phrases[rows, 1].max(axis=0)
    return Problem(
        concepts=tuple(index),
        half=half,
        links=links,
        pairs=pairs,
        group=group,
        slot=slot,
        bow=bow,
        phrases=phrases,
        lengths=_lengths(half, pairs, degree, phrases),
        frame=_frame(half, pairs, degree, phrases, aspect),
    )


def _lengths(half: Floats, pairs: Ints, degree: Ints, phrases: Floats) -> Floats:
    """Long enough for the two boxes and the phrase; longer at hubs, whose neighbours need a ring to stand on."""
    if not len(pairs):
        return np.zeros(0)
    boxes = half.mean(axis=1)[pairs].sum(axis=1)
    crowd = np.maximum(degree[pairs].max(axis=1) - _CROWD, 0)
    lengths: Floats = boxes + 40.0 + 0.6 * phrases[:, 1, 0] + _PER_LINK * crowd
    mean: Floats = lengths / lengths.mean()
    return mean


def phrase_sizes(link: Link) -> tuple[tuple[float, float], ...]:
    """The sizes that a link's phrase may take, one line first."""
    return sizes_of_phrase(link.phrase)


def _frame(half: Floats, pairs: Ints, degree: Ints, phrases: Floats, aspect: float) -> Floats:
    """Half the size of a drawing with enough room for the boxes and phrases."""
    boxes = float(4 * np.prod(half, axis=1).sum()) if len(half) else 1.0
    text = float(np.prod(phrases[:, 0], axis=1).sum()) if len(phrases) else 0.0
    busy = max(_QUIET, float(degree[pairs].max(axis=1).mean())) if len(pairs) else _QUIET
    area = np.clip(_BOX_SHARE * boxes + _PHRASE_SHARE * busy * text, boxes / _TIGHTEST, boxes / _LOOSEST)
    area *= np.interp(len(pairs), *_CLOSER)
    frame: Floats = np.sqrt(np.array([area * aspect, area / aspect])) / 2
    return frame
