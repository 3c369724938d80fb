"""Every command of the table is carried out in a real window on the shipped map, in every situation that enables it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from evmap.ui.actions.spec import When
from evmap.ui.actions.table import ACTIONS
from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.workspace import Lens, View
from evmap.workspace.opening import open_workspace
from tests.ui.conftest import Shown


def _concept(window: MainWindow) -> None:
    window.workspace.show_view(View.ATLAS)
    window.workspace.select_concept("exosomes")


def _link(window: MainWindow) -> None:
    window.workspace.select_link(next(iter(window.workspace.index.links)))


def _reading(window: MainWindow) -> None:
    _concept(window)
    window.workspace.read_quote(next(iter(window.workspace.index.links.values())).quotes[0])


def _moved_and_undone(window: MainWindow) -> None:
    _concept(window)
    window.workspace.arrangement.move(("exosomes",), 40.0, 0.0)
    window.workspace.arrangement.move(("exosomes",), 40.0, 0.0)
    window.workspace.arrangement.undo()


def _found(window: MainWindow) -> None:
    window.commands.finding.find()
    window.find_bar.field.setText("exosomes")
    window.find_bar.field.textEdited.emit("exosomes")
    while not window.workspace.finding.prepare(1.0):
        pass
    window.find_bar.step(1)
    window.find_bar.step(1)


def _gone_back(window: MainWindow) -> None:
    for concept in ("lupus", "exosomes", "cancer"):
        window.workspace.select_concept(concept)
    window.commands.follow.back()


def _outline(window: MainWindow) -> None:
    window.workspace.show_view(View.OUTLINE)


def _path(window: MainWindow) -> None:
    window.workspace.show_view(View.ATLAS)
    window.workspace.select(("lupus", "cancer"))
    window.commands.follow.path()


def _filtered(window: MainWindow) -> None:
    asking = window.workspace.asking
    window.workspace.select_concept("lupus")
    asking.filter(asking.filters.hiding(Lens.KIND, {"disease"}))


def _tour(window: MainWindow) -> None:
    window.workspace.show_view(View.ATLAS)
    window.workspace.select_concept("lupus")
    window.commands.tours.add_view()
    window.workspace.touring.show_step(0)


def _nothing(_window: MainWindow) -> None:
    pass


SITUATIONS: dict[str, Callable[[MainWindow], None]] = {
    "nothing": _nothing,
    "concept": _concept,
    "link": _link,
    "reading": _reading,
    "moved": _moved_and_undone,
    "found": _found,
    "back": _gone_back,
    "outline": _outline,
    "path": _path,
    "filtered": _filtered,
    "tour": _tour,
}

_ran: set[str] = set()

WINDOWS = ("MainWindow", "AudienceWindow", "PresenterWindow", "Palette", "QMenu", "QTipLabel", "QFileDialog")
"""What may stand on the screen as a window of its own, besides dialogs."""


class _Strays(QObject):
    """Notes every widget that is shown as a window and is none: one that has no parent yet flashes on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        name = type(watched).__name__
        if shown and not isinstance(watched, QDialog | QMenu) and name not in WINDOWS:
            self.names.append(name)
        return False


@pytest.fixture
def strays() -> Iterator[list[str]]:
    app, watching = QApplication.instance(), _Strays()
    assert app is not None
    app.installEventFilter(watching)
    yield watching.names
    app.removeEventFilter(watching)


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup:
        popup.close()


def _tidy(window: MainWindow) -> None:
    """Close what a command opened, as a person would with Esc."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.close()
    window.arranging.cancel()
    window.podium.stop()
    QApplication.processEvents()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_enabled_command_runs_without_a_fault(
    situation: str,
    light: Theme,
    settings: Settings,
    show: Shown,
    strays: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MainWindow, "close", lambda _window: True)  # leaving ends the walk
    window = MainWindow(open_workspace(), light, settings)
    show(window, 1366, 768)
    window.fill()
    ready = False
    for spec in ACTIONS:
        if spec.when is When.ALWAYS and situation != "nothing":
            continue  # it asks for no situation
        if not ready:
            SITUATIONS[situation](window)
            window.refresh()
        action = window.actions_by_table.by_id[spec.id]
        ready = not action.isEnabled()
        if not ready:
            QTimer.singleShot(0, _close_popup)  # a menu runs until it is closed
            places = len(window.workspace.history.earlier)
            action.trigger()
            QApplication.processEvents()
            _ran.add(spec.id)
            assert len(window.workspace.history.earlier) <= places + 1, f"{spec.id} takes several Backs"
            assert window.isVisible(), spec.id
            assert not strays, spec.id
            _tidy(window)
    monkeypatch.undo()


def test_the_walk_met_every_command() -> None:
    """Runs after the others of this module: no command is enabled in none of the situations."""
    if len(_ran) == 0:
        pytest.skip("only part of this module was run")
    assert {spec.id for spec in ACTIONS} - _ran == set()
