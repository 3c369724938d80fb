"""``python -m tests.benchmarks.first_map FILE``: a bare window with the map of a file; says when it is painted.

Says also which heavy modules were loaded by then.
"""

import gc
import sys
from pathlib import Path

HEAVY = ("numpy", "scipy", "networkx", "asyncio", "PySide6.QtQml", "PySide6.QtNetwork", "PySide6.QtOpenGL")


def main() -> None:
    """Open the window, tell, and leave."""
    gc.disable()  # as app.run does first of all
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # see REAL_APP in start.py
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    from evmap.ui.canvas import Canvas
    from evmap.ui.theme import load_theme
    from evmap.workspace import Workspace
    from tests.benchmarks.graphs import read_graph

    class Told(Canvas):
        """Tells that it was painted."""

        told = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.told:
                self.told = True
                print("painted", *(name for name in HEAVY if name in sys.modules), flush=True)
                QTimer.singleShot(0, QApplication.quit)

    app = QApplication(["evmap"])
    theme = load_theme("light")
    theme.apply(app)
    concept_map, places = read_graph(Path(sys.argv[1]))
    window = QMainWindow()
    window.setCentralWidget(Told(Workspace(concept_map, places, Path()), theme))
    window.resize(1400, 900)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
