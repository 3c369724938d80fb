"""What the command line asks of Qt: a window of a map that could be read, or a picture of it without a window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.workspace import Workspace
    from evmap.workspace.paper import Order


def run(path: Path | None = None) -> int:
    """Open the map at ``path`` (the shipped one for ``None``) in a window until it is closed.

    Returns:
        The exit status: 0 when the window was closed, 1 when the map cannot be read; its faults are then on stderr.
    """
    gc.disable()  # nearly all that the start makes, stays; the window turns it on again after its first paint
    from evmap.storage.faults import MapFaults
    from evmap.workspace.opening import open_workspace

    try:
        workspace = open_workspace(path)
    except MapFaults as faults:
        gc.enable()  # there will be no window
        print(faults, file=sys.stderr)
        return 1
    from evmap.ui.session import Session

    return Session(sys.argv[:1]).run(workspace)


def draw(workspace: Workspace, order: Order) -> bytes:
    """The bytes of a picture or a hand-out; needs no display.

    Raises:
        PaperError: it cannot be made as ordered; says why in words for people.
    """
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from evmap.ui.paper.drawing import draw_without_window

    return draw_without_window(workspace, order)
