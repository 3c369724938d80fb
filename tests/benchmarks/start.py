"""The start: time to the first painted map against an empty painted window; ``--version`` against an empty Python."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.timing import Row, interleaved, row, until_told, whole_run

EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    told = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            print("painted", flush=True)
            QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
app.exec()
"""

REAL_APP = """
import gc, sys
gc.disable()  # as app.run does first of all; here the canvas is imported before it, to watch its first paint
from evmap.ui.canvas import Canvas
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

paint = Canvas.paintEvent
def paint_and_tell(canvas, event):
    paint(canvas, event)
    Canvas.paintEvent = paint
    print("painted", flush=True)
    QTimer.singleShot(0, QApplication.quit)
Canvas.paintEvent = paint_and_tell

from evmap import app
sys.exit(app.run(None))
"""


def rows(runs: int) -> Iterator[Row]:
    """The table's part on starting."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        painted = interleaved(
            {"empty": until_told(EMPTY_WINDOW, home), "app": until_told(REAL_APP, home)},
            runs,
        )
        yield row("first painted map / empty painted QMainWindow", painted["app"], painted["empty"], "<= 1.4")
    commands = interleaved(
        {
            "python": whole_run("-c", "pass"),
            "version": whole_run("-m", "evmap", "--version"),
            "check": whole_run("-m", "evmap", "check"),
        },
        runs,
    )
    yield row("evmap --version / python -c pass", commands["version"], commands["python"], "<= 3")
    yield row("evmap check / python -c pass", commands["check"], commands["python"])
