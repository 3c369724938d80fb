"""States of what stands beside the map: reader, pages, outline, finding, keys and settings."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evmap.model import Stage
from evmap.ui.actions.key_sheet import KeySheet
from evmap.ui.main_window import MainWindow
from evmap.ui.parts.fold import FoldHeader
from tests.pictures.reaching import State, hub, marked_link, text_large


def _reader(window: MainWindow) -> None:
    link = marked_link(window.workspace)
    window.workspace.select_link(link.id)
    window.workspace.read_quote(link.quotes[0])


def _reader_hub(window: MainWindow) -> None:
    """A concept's mentions, from one to the next, on the Atlas."""
    window.commands.views.show_atlas()
    hub(window)
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
    hub(window)
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
    hub(window)
    panel = window.stage.outline
    assert panel
    panel.tree.expandRecursively(panel.tree.currentIndex(), 1)


def _outline_filtered(window: MainWindow) -> None:
    _outline(window)
    panel = window.stage.outline
    assert panel
    panel.filter.setText("tumor")


def _text_large_reader(window: MainWindow) -> None:
    text_large(window)
    _reader(window)


def _settings(window: MainWindow) -> None:
    window.commands.looks.show_settings()


def _settings_large(window: MainWindow) -> None:
    text_large(window)
    _settings(window)


def _keys_large(window: MainWindow) -> None:
    text_large(window)
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
    text_large(window)
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


PANEL_STATES = (
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
    State("text-225-reader", _text_large_reader),
    State("settings", _settings),
    State("settings-225", _settings_large),
    State("keys-225", _keys_large),
    State("outline", _outline),
    State("outline-closed", _outline_closed),
    State("outline-open", _outline_open),
    State("outline-filtered", _outline_filtered),
)
