"""The states in which the window is pictured: what a person would have done to get there."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from evmap.graph.stages import Rung
from evmap.model import Kind, Link, Predict, Stage
from evmap.storage.tour_files import encode_tour
from evmap.ui.actions.key_sheet import KeySheet
from evmap.ui.main_window import MainWindow
from evmap.ui.panels.fold import FoldHeader
from evmap.ui.tours.fields import PlannedTime
from evmap.workspace import Lens, View, Workspace
from evmap.workspace.filters import Filters


@dataclass(frozen=True, slots=True)
class State:
    """One state: the name of its pictures, and how to bring a freshly opened window into it."""

    name: str
    reach: Callable[[MainWindow], None]


def _first_look(window: MainWindow) -> None:
    """Nothing was done yet."""


def _atlas(window: MainWindow) -> None:
    window.commands.views.show_atlas()


def _around(window: MainWindow, rank: int = 0) -> None:
    """Around the largest hub, or the one of another rank."""
    index = window.workspace.index
    window.workspace.select_concept(sorted(index.concepts, key=index.degree, reverse=True)[rank])
    window.commands.views.go_around()


def _hub(window: MainWindow) -> None:
    window.workspace.select_concept(_largest_hub(window.workspace))


def _hub_near(window: MainWindow) -> None:
    _hub(window)
    window.commands.views.fit_selection()


def _hover(window: MainWindow) -> None:
    window.workspace.point_at(_largest_hub(window.workspace))


def _small(window: MainWindow) -> None:
    index = window.workspace.index
    window.workspace.select_concept(next(key for key in index.concepts if index.degree(key) == 2))


def _link(window: MainWindow) -> None:
    window.workspace.select_link(_marked_link(window.workspace).id)


def _tension(window: MainWindow) -> None:
    index = window.workspace.index
    window.workspace.select_link(next(link.id for link in index.links.values() if index.tensions_of(link)))


def _reader(window: MainWindow) -> None:
    link = _marked_link(window.workspace)
    window.workspace.select_link(link.id)
    window.workspace.read_quote(link.quotes[0])


def _lanes(window: MainWindow) -> None:
    window.commands.views.show_lanes()


def _lanes_vesicle(window: MainWindow) -> None:
    _lanes(window)
    _hub(window)


def _lanes_near(window: MainWindow) -> None:
    _lanes_vesicle(window)
    window.commands.views.zoom_to_actual()


def _reader_hub(window: MainWindow) -> None:
    """A concept's mentions, from one to the next, on the Atlas."""
    window.commands.views.show_atlas()
    _hub(window)
    for _ in range(3):
        window.commands.reading.next_mention()


def _reader_beside(window: MainWindow) -> None:
    """Asked for where the window alone would not decide for it; a sentence is pointed at by keys."""
    window.commands.views.show_atlas()
    window.commands.reading.read_articles()
    window.commands.reading.read_articles()
    if not window.stage.shows_map:
        window.commands.reading.switch_place()
    assert window.stage.reader
    for _ in range(16):
        QTest.keyClick(window.stage.reader.view, Qt.Key.Key_Down)


def _care(window: MainWindow) -> None:
    window.commands.topics.show_care()


def _care_open(window: MainWindow) -> None:
    _care(window)
    folds = window.details.findChildren(FoldHeader)
    folds[3].click()


def _ladder(window: MainWindow) -> None:
    _hub(window)
    window.details.findChildren(FoldHeader)[0].click()


def _ladder_link(window: MainWindow) -> None:
    index = window.workspace.index
    tested = (link for link in index.links.values() if any(each.stage is Stage.ANIMALS for each in link.quotes))
    window.workspace.select_link(next(tested).id)


def _gaps(window: MainWindow) -> None:
    window.commands.topics.show_gaps()


def _outline(window: MainWindow) -> None:
    window.commands.views.show_outline()


def _outline_closed(window: MainWindow) -> None:
    _outline(window)
    window.commands.views.close_rows()


def _outline_open(window: MainWindow) -> None:
    _outline(window)
    _hub(window)
    panel = window.stage.outline
    assert panel
    panel.tree.expandRecursively(panel.tree.currentIndex(), 1)


def _outline_filtered(window: MainWindow) -> None:
    _outline(window)
    panel = window.stage.outline
    assert panel
    panel.filter.setText("tumor")


def _actual_size(window: MainWindow) -> None:
    window.commands.views.zoom_to_actual()


def _text_large(window: MainWindow) -> None:
    window.commands.looks.change_text_size(225)


def _text_large_hub(window: MainWindow) -> None:
    _text_large(window)
    _hub(window)


def _text_large_atlas(window: MainWindow) -> None:
    _text_large(window)
    _atlas(window)


def _text_large_reader(window: MainWindow) -> None:
    _text_large(window)
    _reader(window)


def _text_small(window: MainWindow) -> None:
    window.commands.looks.change_text_size(80)
    _hub(window)


def _settings(window: MainWindow) -> None:
    window.commands.looks.show_settings()


def _settings_large(window: MainWindow) -> None:
    _text_large(window)
    _settings(window)


def _keys_large(window: MainWindow) -> None:
    _text_large(window)
    window.commands.steps.show_keys()


def _keys(window: MainWindow) -> None:
    window.commands.steps.show_keys()


def _keys_found(window: MainWindow) -> None:
    window.commands.steps.show_keys()
    for sheet in window.findChildren(KeySheet):
        sheet.field.setText("zoom")


def _find(window: MainWindow) -> None:
    _ask(window, "cell")


def _find_phrase(window: MainWindow) -> None:
    _ask(window, "could reduce")


def _find_nothing(window: MainWindow) -> None:
    _ask(window, "exosomes banana")


def _find_hint(window: MainWindow) -> None:
    _ask(window, "")


def _find_hit(window: MainWindow) -> None:
    """One went to the second hit: the list has folded away, the field tells which it is."""
    _ask(window, "cytotoxin")
    for _ in range(2):
        window.find_bar.step(1)


def _find_large(window: MainWindow) -> None:
    _text_large(window)
    _ask(window, "immune")


def _palette(window: MainWindow) -> None:
    window.commands.finding.choose_command()


def _palette_found(window: MainWindow) -> None:
    window.commands.finding.choose_command()
    QTest.keyClicks(window.focusWidget(), "map")


def _ask(window: MainWindow, text: str) -> None:
    window.activateWindow()
    window.commands.finding.find()
    QTest.keyClicks(window.find_bar.field, text)
    while not window.workspace.finding.prepare(1.0):
        pass


def _history(window: MainWindow) -> None:
    for concept in ("extracellular-vesicles", "exosomes", "t-cells"):
        window.workspace.select_concept(concept)
    window.workspace.history.back()


def _depth(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.select_concept("exosomes")
    window.commands.follow.reach(2)


def _path(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.following.find("t-cells", "cancer-cells")
    window.workspace.following.turn(4)


def _path_waiting(window: MainWindow) -> None:
    window.commands.views.show_atlas()
    window.workspace.select_concept("t-cells")
    window.commands.follow.path()


def _path_gap(window: MainWindow) -> None:
    window.workspace.following.find("cancer-cells", "t-cells", directed=True)


def _focus(window: MainWindow) -> None:
    _atlas(window)
    window.header.menu_button.setFocus()
    window.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    _hub(window)


def _chooser(window: MainWindow) -> None:
    _atlas(window)
    index = window.workspace.index
    links = index.links_of(_largest_hub(window.workspace))[:4]
    middle = window.canvas.mapToGlobal(window.canvas.rect().center())
    window.canvas.links_offered.emit(tuple(link.id for link in links), False, middle)


def _lens(lens: Lens, view: View, window: MainWindow) -> None:
    window.workspace.show_view(view)
    window.canvas.fit_map()
    window.workspace.asking.look_through(lens)


def _lens_hub(window: MainWindow) -> None:
    _lens(Lens.STAGE, View.ATLAS, window)
    _hub_near(window)


_WELL_TESTED = Filters().toggled(Lens.KIND, Kind.ANALOGY.value).at_least(Rung.STUDY)


def _filters(window: MainWindow) -> None:
    window.workspace.show_view(View.ATLAS)
    window.canvas.fit_map()
    window.workspace.asking.filter(_WELL_TESTED)


def _filters_faded(window: MainWindow) -> None:
    window.workspace.asking.fade(True)
    _filters(window)


def _filters_big(window: MainWindow) -> None:
    window.workspace.asking.filter(_WELL_TESTED)


def _filters_many(window: MainWindow) -> None:
    kinds = [kind.value for kind in Kind][:6]
    window.workspace.asking.filter(Filters().hiding(Lens.KIND, kinds).toggled(Lens.SOURCE, "cancer"))


def _filters_hidden(window: MainWindow) -> None:
    _filters(window)
    concepts = window.workspace.index.concepts.values()
    window.workspace.select_concept(next(each.id for each in concepts if each.kind is Kind.ANALOGY))


def _hint_large(window: MainWindow) -> None:
    _text_large(window)


def _hint_atlas(window: MainWindow) -> None:
    _atlas(window)


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
    workspace.select_link(_marked_link(workspace).id)
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


def _large(reach: Callable[[MainWindow], None], window: MainWindow) -> None:
    _text_large(window)
    reach(window)


STATES = (
    State("first-look", _first_look),
    State("atlas", _atlas),
    State("around", _around),
    State("around-second", partial(_around, rank=1)),
    State("around-third", partial(_around, rank=2)),
    State("hub", _hub),
    State("hub-near", _hub_near),
    State("hover", _hover),
    State("small", _small),
    State("link", _link),
    State("tension", _tension),
    State("reader", _reader),
    State("history", _history),
    State("reader-hub", _reader_hub),
    State("reader-beside", _reader_beside),
    State("care", _care),
    State("care-open", _care_open),
    State("ladder", _ladder),
    State("ladder-link", _ladder_link),
    State("gaps", _gaps),
    State("find", _find),
    State("find-phrase", _find_phrase),
    State("find-nothing", _find_nothing),
    State("find-hint", _find_hint),
    State("find-hit", _find_hit),
    State("find-225", _find_large),
    State("palette", _palette),
    State("palette-found", _palette_found),
    State("keys", _keys),
    State("keys-found", _keys_found),
    State("depth", _depth),
    State("path", _path),
    State("path-waiting", _path_waiting),
    State("path-gap", _path_gap),
    State("actual-size", _actual_size),
    State("text-225", _text_large),
    State("text-225-hub", _text_large_hub),
    State("text-225-atlas", _text_large_atlas),
    State("text-225-reader", _text_large_reader),
    State("text-80", _text_small),
    State("settings", _settings),
    State("hint", _first_look),
    State("hint-atlas", _hint_atlas),
    State("hint-225", _hint_large),
    State("focus", _focus),
    State("chooser", _chooser),
    State("settings-225", _settings_large),
    State("keys-225", _keys_large),
    State("lanes", _lanes),
    State("lanes-vesicle", _lanes_vesicle),
    State("lanes-near", _lanes_near),
    *(State(f"lens-{lens.value}", partial(_lens, lens, View.ATLAS)) for lens in Lens if lens is not Lens.KIND),
    *(
        State(f"lens-{lens.value}-big", partial(_lens, lens, View.BIG_PICTURE))
        for lens in Lens
        if lens is not Lens.KIND
    ),
    State("lens-stage-hub", _lens_hub),
    State("lens-stage-lanes", partial(_lens, Lens.STAGE, View.LANES)),
    State("filters", _filters),
    State("filters-faded", _filters_faded),
    State("filters-big", _filters_big),
    State("filters-many", _filters_many),
    State("filters-hidden", _filters_hidden),
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
    State("tour-own-225", partial(_large, _tour_own)),
    State("tour-form-225", partial(_large, _tour_form)),
    State("tour-form-low-225", partial(_large, _tour_form_low)),
    State("tour-fault-225", partial(_large, _tour_fault)),
    State("export-picture-225", partial(_large, _export_picture)),
    State("handout-225", partial(_large, _handout)),
    State("outline", _outline),
    State("outline-closed", _outline_closed),
    State("outline-open", _outline_open),
    State("outline-filtered", _outline_filtered),
)


def _largest_hub(workspace: Workspace) -> str:
    return max(workspace.index.concepts, key=workspace.index.degree)


def _marked_link(workspace: Workspace) -> Link:
    """A link whose quote names subject, phrase and object, so that all three marks are in the picture."""
    marked = (
        link
        for link in workspace.index.links.values()
        for quote in link.quotes
        if quote.marks and quote.marks.subject and quote.marks.phrase and quote.marks.object
    )
    return next(marked, next(link for link in workspace.index.links.values() if link.quotes))
