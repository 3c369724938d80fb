"""What a map is: immutable typed values. This room knows no other room and does no work."""

from evmap.model.concept_map import Concept, ConceptMap, Link, Source, Step, Tension, Tour
from evmap.model.places import BigPicture, LinkPlace, Places, Point, Rect
from evmap.model.quotes import JOINER, Marks, Quote, Span
from evmap.model.words import Certainty, Flag, Kind, Nature, Origin, Predict, Stage

__all__ = [
    "JOINER",
    "BigPicture",
    "Certainty",
    "Concept",
    "ConceptMap",
    "Flag",
    "Kind",
    "Link",
    "LinkPlace",
    "Marks",
    "Nature",
    "Origin",
    "Places",
    "Point",
    "Predict",
    "Quote",
    "Rect",
    "Source",
    "Span",
    "Stage",
    "Step",
    "Tension",
    "Tour",
]
