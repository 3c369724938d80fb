"""Six concepts in two rows, made by hand: every sureness of a link, one detour, places that are easy to reckon with."""

from evmap.layout.boxes import concept_box
from evmap.layout.geometry import around
from evmap.model import (
    Certainty,
    Concept,
    ConceptMap,
    Kind,
    Link,
    Nature,
    Origin,
    Places,
    Point,
    Quote,
    Rect,
)
from tests.made_maps import link_place, quote

NAMES = {
    "exosomes": ("exosomes", Kind.VESICLE, (0.0, 0.0)),
    "cells": ("body cells", Kind.CELL, (400.0, 0.0)),
    "cancer": ("cancer", Kind.DISEASE, (800.0, 0.0)),
    "therapy": ("exosome therapy", Kind.THERAPY, (0.0, 300.0)),
    "drones": ("stealth drones", Kind.ANALOGY, (400.0, 300.0)),
    "vesicles": ("<b>extracellular</b> vesicles", Kind.VESICLE, (800.0, 300.0)),
}
LINKS: dict[str, tuple[str, str, str, tuple[Quote, ...]]] = {
    "stated": ("cells", "release", "exosomes", (quote(),)),
    "hedged": ("exosomes", "could lead to", "therapy", (quote(Certainty.HEDGED),)),
    "open": ("therapy", "might one day treat", "cancer", (quote(Certainty.OPEN),)),
    "like": ("exosomes", "are like", "drones", (quote(nature=Nature.ANALOGY),)),
    "background": ("exosomes", "are a kind of", "vesicles", ()),
    "detour": ("cells", "turn into", "vesicles", (quote(),)),
}
VIA: dict[str, tuple[Point, ...]] = {"detour": ((600.0, -120.0), (700.0, 100.0))}


def hand_made() -> tuple[ConceptMap, Places]:
    """The map and its places."""
    concepts = tuple(
        Concept(key, name, kind, (), "", Origin.SOURCE, (quote(),)) for key, (name, kind, _) in NAMES.items()
    )
    links = tuple(
        Link(key, a, phrase, b, Origin.SOURCE if quotes else Origin.BACKGROUND, "", quotes)
        for key, (a, phrase, b, quotes) in LINKS.items()
    )
    degrees = {key: sum(key in (a, b) for a, _, b, _ in LINKS.values()) for key in NAMES}
    boxes = {key: _box(name, kind, degrees[key], at) for key, (name, kind, at) in NAMES.items()}
    places = {key: link_place(boxes[a], boxes[b], phrase, VIA.get(key, ())) for key, (a, phrase, b, _) in LINKS.items()}
    return ConceptMap("Made by hand", "Where is what?", (), concepts, links, (), ()), Places(boxes, places)


def _box(name: str, kind: Kind, degree: int, at: Point) -> Rect:
    box = concept_box(name, kind, degree)
    return around(at, box.w, box.h)
