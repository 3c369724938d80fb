"""One run of the app: the QApplication, its theme, the settings, and the window of the map that is open."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from evmap import __version__
from evmap.ui.arrival import Arrival
from evmap.ui.canvas import Canvas
from evmap.ui.main_window import MainWindow
from evmap.ui.messages.unexpected import Unexpected
from evmap.ui.settings import Settings
from evmap.ui.theme import Theme
from evmap.ui.theme.choosing import chosen_theme
from evmap.workspace import Workspace

_STYLE = ("-style", "fusion")
"""The style as an argument: to ask Qt for it, or to set one, from Python takes four milliseconds of every start."""


class Session:
    """Holds what must live as long as the app does."""

    def __init__(self, arguments: Sequence[str], settings: Settings | None = None) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication([*arguments, *_STYLE])
        self.app.setApplicationName("evmap")
        self.app.setApplicationDisplayName("EV Map")
        self.app.setApplicationVersion(__version__)
        self.app.setDesktopFileName("evmap")
        self.settings = settings or Settings()
        self.window: MainWindow | None = None
        self._leaving: MainWindow | None = None
        self._arrival = Arrival(self.app)
        self._arrival.over.connect(self._tidy)
        Unexpected(self.app).install()
        self.app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def run(self, workspace: Workspace) -> int:
        """Show the map and stay until its window is closed."""
        self.open_window(workspace)
        return self.app.exec()

    def open_window(self, workspace: Workspace) -> None:
        """Show a map in a new window, in the place of the one before."""
        before, theme = self.window, self._theme()
        if before is None:
            theme.apply(self.app)
        elif not before.close():  # it keeps its place and size, which the new window takes over
            return  # it has told why it stays: something of one's own could not be kept
        self.window = MainWindow(workspace, theme, self.settings)
        self.window.map_opened.connect(self._on_map_opened)
        if before is None:
            self.window.canvas.first_painted.connect(self._arrival.begin)
        self.window.show()
        if before is not None:
            # Held until Qt has deleted it: Python's collector could take it apart while the new one paints.
            self._leaving = before
            before.destroyed.connect(self._on_left)
            before.deleteLater()

    def _theme(self) -> Theme:
        """The theme and text size that were chosen; at the first start the system's light or dark."""
        return chosen_theme(self.settings.theme, self.settings.text_size)

    def _on_system_changed(self) -> None:
        """Follow the system from light to dark, for who chose no theme."""
        if self.window is not None and not self.settings.theme:
            self.window.commands.looks.follow_settings()

    def _tidy(self) -> None:
        """Let rubbish be looked for while nothing moves."""
        from evmap.ui.tidying import Tidying  # no start waits for it

        Tidying(self._is_quiet, self.app).begin()

    def _is_quiet(self) -> bool:
        canvases = (canvas for window in self.app.topLevelWidgets() for canvas in window.findChildren(Canvas))
        return not self.app.mouseButtons() and all(canvas.eye.at_rest for canvas in canvases)

    def _on_left(self) -> None:
        self._leaving = None

    def _on_map_opened(self, workspace: Workspace) -> None:
        QTimer.singleShot(0, lambda: self.open_window(workspace))  # the old window is still in its own signal
