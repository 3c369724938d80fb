"""What a person may have brought the window of a small map into, for tests that look at every part of it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evmap.model import Kind
from evmap.ui.main_window import MainWindow
from evmap.ui.parts.fold import FoldHeader
from evmap.workspace import Lens
from tests.ui.looking import focused

State = Callable[[MainWindow], None]


def nothing(_window: MainWindow) -> None:
    pass


def concept(window: MainWindow) -> None:
    window.workspace.select_concept("vesicles")


def link(window: MainWindow) -> None:
    window.workspace.select_link("therapy-only")


def several(window: MainWindow) -> None:
    window.workspace.select(("vesicles", "therapy", "cancer-cells"), ("therapy-only",))


def reading(window: MainWindow) -> None:
    link(window)
    window.workspace.read_quote(window.workspace.index.links["therapy-only"].quotes[0])


def around(window: MainWindow) -> None:
    concept(window)
    window.commands.views.go_around()


def notice(window: MainWindow) -> None:
    window.tell("The map could not be written to /a/place/that/is/nowhere. Choose another place.")


def care(window: MainWindow) -> None:
    window.commands.topics.show_care()
    window.details.findChildren(FoldHeader)[0].click()


def gaps(window: MainWindow) -> None:
    window.commands.topics.show_gaps()


def path(window: MainWindow) -> None:
    window.workspace.following.find("exosomes", "cancer-cells")


def outline(window: MainWindow) -> None:
    concept(window)
    window.actions_by_table.by_id["view.outline"].trigger()


def filtered(window: MainWindow) -> None:
    asking = window.workspace.asking
    for kind in (Kind.ANALOGY, Kind.CELL, Kind.THERAPY):
        asking.filter(asking.filters.hiding(Lens.KIND, {kind.value}))
    asking.filter(asking.filters.hiding(Lens.SOURCE, {window.workspace.map.sources[1].id}))


def finding(window: MainWindow) -> None:
    window.actions_by_table.by_id["edit.find"].trigger()
    QTest.keyClicks(focused(), "vesic")


def tour(window: MainWindow) -> None:
    """One of one's own, with the form of a step and its sentences open."""
    for each in ("vesicles", "therapy"):
        window.workspace.select_concept(each)
        window.actions_by_table.by_id["tour.add"].trigger()
    window.workspace.touring.show_step(0)
    for header in window.details.findChildren(FoldHeader):
        header.click()


STATES = (
    nothing,
    concept,
    link,
    several,
    reading,
    around,
    notice,
    care,
    gaps,
    path,
    outline,
    filtered,
    finding,
    tour,
)


def settle() -> None:
    """Let what was just made be laid out, and what was replaced go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(4):
        QApplication.processEvents()
