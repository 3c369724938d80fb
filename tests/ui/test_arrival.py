"""numpy comes once the map is seen, in a thread beside which no garbage is collected."""

from tests.test_architecture import run

UNTIL_IT_IS_THERE = """
import gc, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QTimer
from evmap.ui.session import Session
from evmap.ui.settings import Settings
from evmap.workspace.opening import open_workspace

gc.disable()
said = []
session = Session(["evmap"], Settings(Path(tempfile.mkdtemp()) / "settings.ini"))
session._arrival.over.connect(session.app.quit)
session.open_window(open_workspace())
session.window.canvas.first_painted.connect(lambda: said.append("numpy" in sys.modules))
QTimer.singleShot(30_000, lambda: session.app.exit(1))
assert session.app.exec() == 0
assert said == [False]
"""


def test_numpy_arrives_after_the_first_paint_and_garbage_is_collected_again() -> None:
    assert run(UNTIL_IT_IS_THERE, "print('numpy' in sys.modules, gc.isenabled())") == {"True"}
