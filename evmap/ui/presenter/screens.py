"""Which screen the class sees and which the teacher: chosen before anything is shown, remembered by name, swapped."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from evmap.ui.settings import Settings


class Screens(QObject):
    """The two screens of a talk.

    Args:
        settings: where the name of the class's screen is kept.
        home: the name of the screen that the teacher works on.
        parent: what it ends with.

    Signals:
        changed: a screen came or went, or they were swapped.
    """

    changed = Signal()

    def __init__(self, settings: Settings, home: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._home = home
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        self._soon = QTimer(self)  # one change of screens tells several times, at first in the middle of it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.changed)
        app.screenAdded.connect(self._came_or_gone)
        app.screenRemoved.connect(self._came_or_gone)
        app.primaryScreenChanged.connect(self._came_or_gone)

    @property
    def all(self) -> Sequence[QScreen]:
        """Every screen that there is."""
        return QGuiApplication.screens()

    @property
    def for_class(self) -> QScreen | None:
        """The remembered one if it is there; else one that the teacher does not work on; else the only one, if any."""
        there = self.all
        remembered = [screen for screen in there if screen.name() == self._settings.class_screen]
        others = [screen for screen in there if screen.name() != self._home]
        return next(iter(remembered or others or there), None)

    @property
    def for_teacher(self) -> QScreen | None:
        """The screen of the presenter window, or nothing where there is one screen only."""
        of_class = self.for_class
        others = [screen for screen in self.all if screen is not of_class]
        mine = [screen for screen in others if screen.name() == self._home]
        return next(iter(mine or others), None)

    def swap(self) -> bool:
        """Let the class see the teacher's screen and the teacher the class's; whether there are two."""
        teacher = self.for_teacher
        if teacher is None:
            return False
        self._settings.class_screen = teacher.name()
        self.changed.emit()
        return True

    def choose(self, name: str) -> None:
        """Let the class see the screen of this name, from now on."""
        self._settings.class_screen = name
        self.changed.emit()

    def _came_or_gone(self, _screen: QScreen) -> None:
        self._soon.start(0)


def described(screen: QScreen) -> str:
    """A screen by its name and size, as people know it."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    name = f"“{screen.name()}”" if screen.name() else "The screen"
    return f"{name}, {size.width()} × {size.height()}"
