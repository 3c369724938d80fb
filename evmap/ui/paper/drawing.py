"""Carries out an order for paper, whichever it is, where there is no window: on the command line and for one."""

from PySide6.QtGui import QGuiApplication

from evmap.ui.paper.telling import Tell, silent
from evmap.workspace import Workspace
from evmap.workspace.paper import Order, PictureOrder


def draw_without_window(workspace: Workspace, order: Order, tell: Tell = silent) -> bytes:
    """Draw it with an application of Qt that is made if there is none.

    Raises:
        PaperError: it cannot be made as ordered.
    """
    app = QGuiApplication.instance() or QGuiApplication(["evmap"])
    try:
        return _drawn(workspace, order, tell)
    finally:
        del app


def _drawn(workspace: Workspace, order: Order, tell: Tell) -> bytes:
    if isinstance(order, PictureOrder):
        from evmap.ui.paper.picture import picture

        return picture(workspace, order, tell)
    from evmap.ui.paper.handout import handout

    return handout(workspace, order, tell)
