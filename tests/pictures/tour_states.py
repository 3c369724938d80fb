"""States of tours and of what is made of them: their page, their form, pictures and hand-outs."""

import tempfile
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from evmap.model import Predict
from evmap.storage.tour_files import encode_tour
from evmap.ui.main_window import MainWindow
from evmap.ui.tours.fields import PlannedTime
from tests.pictures.reaching import State, large, marked_link


def _tours(window: MainWindow) -> None:
    window.commands.tours.show()


def _tour(window: MainWindow) -> None:
    window.commands.tours.choose(window.workspace.tours.shipped[3].id)


def _tour_step(window: MainWindow) -> None:
    _tour(window)
    window.workspace.touring.show_step(3)


def _tour_new(window: MainWindow) -> None:
    window.commands.tours.begin()


def _tour_own(window: MainWindow) -> None:
    """A tour of one's own from four things that were looked at."""
    _tour_new(window)
    workspace, desk = window.workspace, window.workspace.touring.desk
    own = desk.own[0].id
    desk.rename(own, "Vesicles that heal and harm")
    desk.ask(own, "How can the same tiny packages carry help to one part of the body and harm to another?")
    for concept in ("extracellular-vesicles", "exosomes", "autoimmune-diseases"):
        workspace.select_concept(concept)
        window.commands.tours.add_view()
    workspace.select_link(marked_link(workspace).id)
    window.commands.tours.add_view()
    _tours(window)


def _tour_form(window: MainWindow) -> None:
    _tour_own(window)
    touring = window.workspace.touring
    touring.show_step(1)
    own = touring.own
    assert own
    notes = "Ask first what a parcel needs to arrive.\n\nThen read the sentence aloud, and ask who says so."
    touring.desk.change_step(own.id, 1, notes=notes, seconds=90, predict=Predict.PHRASES)


def _tour_form_low(window: MainWindow) -> None:
    """The lower end of the form: notes, and how the step is given."""
    _tour_form(window)
    QApplication.processEvents()
    for field in window.details.findChildren(PlannedTime):
        field.setFocus(Qt.FocusReason.TabFocusReason)
        for area in window.findChildren(QScrollArea):
            if area.isAncestorOf(field):
                area.ensureWidgetVisible(field, 0, 160)


def _tour_rehearsed(window: MainWindow) -> None:
    _tour_own(window)
    own = window.workspace.touring.own
    assert own
    window.workspace.touring.note_rehearsal(own.id, [75.0, 140.0, 52.0, 96.0])


def _tour_fault(window: MainWindow) -> None:
    """A file that is no tour is taken for one."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = Path(folder) / "Lesson 4.json"
        wrong.write_text('{"schema": 1, "map": "Extracellular vesicles", "tour": {"title": 7}}', encoding="utf-8")
        window.commands.tours._files().import_file(str(wrong))


def _tour_in_part(window: MainWindow) -> None:
    """A tour whose map has other concepts is taken in."""
    tour = window.workspace.tours.shipped[3]
    lost = replace(tour.steps[0], focus=("gone-concept",), links=("gone-link",))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Lesson 4.json"
        file.write_bytes(encode_tour(replace(tour, steps=(lost, *tour.steps[1:])), window.workspace.map.title))
        window.commands.tours._files().import_file(str(file))


def _export_picture(window: MainWindow) -> None:
    window.commands.files.export_picture()


def _handout(window: MainWindow) -> None:
    window.commands.files.print_handout()


TOUR_STATES = (
    State("tours", _tours),
    State("tour-shipped", _tour),
    State("tour-shipped-step", _tour_step),
    State("tour-new", _tour_new),
    State("tour-own", _tour_own),
    State("tour-form", _tour_form),
    State("tour-form-low", _tour_form_low),
    State("tour-rehearsed", _tour_rehearsed),
    State("tour-fault", _tour_fault),
    State("tour-in-part", _tour_in_part),
    State("export-picture", _export_picture),
    State("handout", _handout),
    State("tour-own-225", partial(large, _tour_own)),
    State("tour-form-225", partial(large, _tour_form)),
    State("tour-form-low-225", partial(large, _tour_form_low)),
    State("tour-fault-225", partial(large, _tour_fault)),
    State("export-picture-225", partial(large, _export_picture)),
    State("handout-225", partial(large, _handout)),
)
