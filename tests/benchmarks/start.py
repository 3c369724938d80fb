"""The two programs whose starts are compared: each prints a line as soon as its window is painted."""

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
