"""The village of six concepts with a big picture of three, each with others behind it."""

from pathlib import Path

from evmap.layout.geometry import centre, leave
from evmap.model import BigPicture, LinkPlace, Places, Point, Rect
from evmap.workspace import Workspace
from tests.ui.canvas.hand_made import hand_made

KEYS: dict[str, Point] = {"exosomes": (0.0, 0.0), "cells": (360.0, 40.0), "therapy": (40.0, 260.0)}


def pictured() -> Workspace:
    concept_map, places = hand_made()
    boxes = {key: (x, y, *places.concepts[key][2:]) for key, (x, y) in KEYS.items()}
    links = {
        "stated": _place(boxes["cells"], boxes["exosomes"]),
        "hedged": _place(boxes["exosomes"], boxes["therapy"]),
    }
    behind = {"exosomes": ("drones", "vesicles"), "cells": (), "therapy": ("cancer",)}
    return Workspace(concept_map, places, Path(), big_picture=BigPicture(Places(boxes, links), behind))


def _place(start: Rect, end: Rect) -> LinkPlace:
    points = (leave(start, centre(end)), leave(end, centre(start)))
    x, y = (sum(p[axis] for p in points) / 2 for axis in (0, 1))
    return LinkPlace(points, (x - 30, y - 8, 60.0, 16.0))
