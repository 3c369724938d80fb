"""The menus that open where one clicks: what can be done with a thing, and which of several links is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from evmap.ui.actions.table import CONTEXT, ONLY_IN_OUTLINE, ONLY_ON_CANVAS
from evmap.ui.parts.link_menu import LinkMenu
from evmap.workspace import View

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow

_BESIDE_THE_POINTER = QPoint(6, 6)


def show_context(window: MainWindow, item: str, at: QPoint) -> None:
    """What can be done with what was clicked, which is then what is selected; ``at`` is a point of the screen."""
    workspace = window.workspace
    outlined, what = workspace.viewing.view is View.OUTLINE, _what(window, item)
    chosen = workspace.selection
    if item and item not in (*chosen.concepts, *chosen.links):
        workspace.select(*(((item,), ()) if what == "concept" else ((), (item,))))
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    elsewhere = () if not item else ONLY_ON_CANVAS if outlined else ONLY_IN_OUTLINE
    offered = [each for each in CONTEXT[what] if each not in elsewhere]
    window.actions_by_table.fill_with(menu, offered, window.theme)
    menu.popup(at)


def offer_links(window: MainWindow, links: tuple[str, ...], at: QPoint, *, toggle: bool) -> None:
    """Let the person choose among links that lie on each other; beside the pointer, so that no entry is hit yet."""
    LinkMenu(window.workspace, links, window.theme, window, toggle=toggle).popup(at + _BESIDE_THE_POINTER)


def _what(window: MainWindow, item: str) -> str:
    """Which of the menus of the table a thing has."""
    index = window.workspace.index
    if item in index.concepts:
        return "concept"
    if item in index.links:
        return "link"
    return "row" if window.workspace.viewing.view is View.OUTLINE else "paper"
