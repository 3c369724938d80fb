"""What the first painted map costs, from the start of the process, beside two windows without a map.

The bare window is the empty window that the aim was set by. It paints nothing of its own, and so asks PySide6 for none
of the enums of Qt's namespace and wakes no fonts. The window with a word paints one line of text, as every program
does in its first picture. Times are the process's own (Python, imports and all), which a busy machine blurs less.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.timing import Row, interleaved, own_time_until_told, row

AIM = 1.4

TELL = 'import time; print("painted", time.process_time(), flush=True)'
"""How a program says that it is painted, and what it has taken."""

BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    told = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.told:
            self.told = True
            import time; print("painted", time.process_time(), flush=True)
            QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = Window()
window.resize(1600, 1000)
window.show()
app.exec()
"""

WINDOW_WITH_A_WORD = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class Middle(QWidget):
    told = False
    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor("white"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Concept map")
        if not self.told:
            self.told = True
            import time; print("painted", time.process_time(), flush=True)
            QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Middle())
window.resize(1600, 1000)
window.show()
app.exec()
"""

REAL_APP = """
import gc, sys
gc.disable()  # as app.run does first of all; here the canvas is imported before it, to watch its first paint
sys.modules["typing_extensions"] = None  # only our tests bring it, and msgspec would import it where it is
from evmap.ui.canvas import Canvas
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

paint = Canvas.paintEvent
def paint_and_tell(canvas, event):
    paint(canvas, event)
    Canvas.paintEvent = paint
    import time; print("painted", time.process_time(), flush=True)
    QTimer.singleShot(0, QApplication.quit)
Canvas.paintEvent = paint_and_tell

from evmap import app
sys.exit(app.run(None))
"""


def rows(runs: int) -> Iterator[Row]:
    """The start against either floor."""
    with TemporaryDirectory() as home:
        programs = {"bare": BARE_WINDOW, "word": WINDOW_WITH_A_WORD, "map": REAL_APP}
        sides = {name: own_time_until_told(program, Path(home)) for name, program in programs.items()}
        times = interleaved(sides, runs)
    yield row("a window with a word, against a bare window", times["word"], times["bare"])
    yield row("the whole window with the map, against a bare window", times["map"], times["bare"], f"{AIM}")
    yield row("the same, against a window with a word", times["map"], times["word"], f"{AIM}")
