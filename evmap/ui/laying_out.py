"""Lays a map out in a process of its own while the window stays as quick as ever; it can be ended at any moment."""

import msgspec
from PySide6.QtCore import QObject, Signal

from evmap.layout.worker import PLACES, request
from evmap.model import ConceptMap, Places
from evmap.ui.child import Child

WORKER: tuple[str, ...] = ("-m", "evmap.layout.worker")


class LayingOut(Child):
    """One run at a time.

    Signals:
        found(object): the run is over; carries the new places.
    """

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(PLACES, "The layout", parent)

    def start(self, concept_map: ConceptMap) -> None:
        """Begin a run; one that is under way goes on."""
        self.begin(WORKER, request(concept_map))

    def answered(self, answer: bytes) -> None:
        """Tell the new places."""
        self.found.emit(msgspec.json.decode(answer, type=Places))
