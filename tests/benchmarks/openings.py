"""``python -m tests.benchmarks.openings TIMES``: opens and closes the shipped map, and tells what is left behind."""

import gc
import os
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme, load_theme
from evmap.workspace.opening import open_workspace

_WARM = 100
"""The first openings fill caches; growth is counted after them."""


class Growth(msgspec.Struct, frozen=True):
    """What so many openings left behind: memory in MB, references to ``None``, and the widgets still alive."""

    times: int
    memory: float
    nones: int
    widgets: int


def main() -> None:
    """Open and close, and print the growth as JSON."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["evmap"])
    theme = load_theme("light")
    theme.apply(app)
    for _ in range(_WARM):
        _open_and_close(theme)
    memory, nones = _now()
    times = int(sys.argv[1])
    for _ in range(times):
        _open_and_close(theme)
    after, nones_after = _now()
    growth = Growth(times, after - memory, nones_after - nones, len(QApplication.allWidgets()))
    print(msgspec.json.encode(growth).decode(), flush=True)


def _open_and_close(theme: Theme) -> None:
    workspace = open_workspace(None)
    canvas = Canvas(workspace, theme)
    canvas.resize(1400, 900)
    canvas.show()
    canvas.repaint()
    workspace.select_concept(workspace.map.concepts[0].id)
    canvas.close()
    canvas.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def _now() -> tuple[float, int]:
    """Memory in use, in MB, and references to ``None``."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20, sys.getrefcount(None)


if __name__ == "__main__":
    main()
