"""Starts the desktop app: reads the map, and only if it is good makes the window."""

import gc
import sys
from pathlib import Path


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
        print(faults, file=sys.stderr)
        return 1
    from evmap.ui.session import Session

    return Session(sys.argv[:1]).run(workspace)
