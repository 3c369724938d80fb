"""Opens the real window without a screen, brings it into a state, waits until it rests, and takes its picture."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from evmap.ui.main_window import MainWindow
from evmap.ui.settings import Settings
from evmap.ui.theme import THEME_NAMES, load_theme
from evmap.workspace import Workspace
from tests.pictures.reaching import State
from tests.pictures.states import STATES
from tests.pictures.theme_sheet import ThemeSheet

SIZES = ((1366, 768), (1600, 1000), (1920, 1080))
THOROUGH = ("light", "dark")
MAIN = (
    "first-look",
    "atlas",
    "around",
    "around-second",
    "around-third",
    "hub",
    "link",
    "tension",
    "reader",
    "reader-hub",
    "reader-beside",
    "care",
    "care-open",
    "ladder",
    "ladder-link",
    "gaps",
    "lanes",
    "lanes-vesicle",
    "lanes-near",
    "find",
    "find-nothing",
    "palette",
    "keys",
    "depth",
    "path",
    "outline",
    "outline-closed",
    "outline-open",
    "lens-certainty",
    "lens-stage",
    "lens-source",
    "lens-certainty-big",
    "lens-stage-big",
    "lens-source-big",
    "filters",
    "filters-faded",
    "filters-hidden",
    "tours",
    "tour-shipped",
    "tour-shipped-step",
    "tour-new",
    "tour-own",
    "tour-form",
    "tour-form-low",
    "export-picture",
    "handout",
)
"""The states that are pictured in every size; the others in one."""
BRIEF = (
    "first-look",
    "atlas",
    "around",
    "around-second",
    "around-third",
    "hub",
    "reader",
    "lanes",
    "lanes-vesicle",
    "outline-closed",
    "outline-open",
    "find",
    "palette",
    "lens-certainty",
    "lens-stage",
    "lens-source",
    "lens-certainty-big",
    "lens-stage-big",
    "lens-source-big",
    "filters",
    "filters-faded",
)
"""The states that are also pictured in the themes for projectors and for high contrast."""
_PATIENCE = 4.0
_PAUSE = 0.15


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture to take."""

    state: State
    theme: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return f"{self.state.name}.{self.theme}.{self.width}x{self.height}"


def pictures() -> Iterator[Picture]:
    """Every picture of the window, theme by theme."""
    for theme, (width, height), state in product(THEME_NAMES, SIZES, STATES):
        asked = MAIN if theme in THOROUGH else BRIEF
        if state.name in asked or (theme in THOROUGH and width == 1600):
            yield Picture(state, theme, width, height)


def shoot(picture: Picture, workspace: Workspace, settings: Path) -> QImage:
    """Open a window on the map, bring it into the picture's state, and take the picture."""
    app = running_app()
    theme = load_theme(picture.theme)
    theme.apply(app)
    settings.parent.mkdir(parents=True, exist_ok=True)
    kept = Settings(settings)
    kept.reduced_motion = True
    kept.hints_seen = 0 if picture.state.name.startswith("hint") else 99
    kept.theme = picture.theme
    window = MainWindow(workspace, theme, kept)
    window.resize(picture.width, picture.height)
    window.show()
    window.fill()
    app.processEvents()
    window.commands.views.fit_map()
    picture.state.reach(window)
    window.canvas.hurry()
    image = when_at_rest(window)
    window.close()
    window.deleteLater()
    return image


def shoot_sheet(theme_name: str) -> QImage:
    """The theme sheet of one theme."""
    theme = load_theme(theme_name)
    theme.apply(running_app())
    sheet = ThemeSheet(theme)
    sheet.show()
    image = when_at_rest(sheet)
    sheet.close()
    return image


def when_at_rest(widget: QWidget) -> QImage:
    """The widget's picture, as soon as two in a row are equal: the canvas sharpens a moment after its first frame."""
    started = time.monotonic()
    before = QImage()
    while time.monotonic() - started < _PATIENCE:
        until = time.monotonic() + _PAUSE
        while time.monotonic() < until:
            QApplication.processEvents()
        image = with_its_dialogs(widget)
        if image == before:
            return image
        before = image
    return before


def with_its_dialogs(widget: QWidget) -> QImage:
    """The widget, and over it the dialogs and menus that it has open, where they would stand."""
    pixmap = widget.grab()
    over = [each for each in widget.findChildren(QWidget) if each.isWindow() and each.isVisible()]
    with QPainter(pixmap) as painter:
        for each in over:
            spare = widget.rect().center() - each.rect().center()
            at = widget.mapFromGlobal(each.pos()) if isinstance(each, QMenu) else spare
            painter.drawPixmap(at, each.grab())
            painter.drawRect(each.rect().translated(at))
    return pixmap.toImage()


def running_app() -> QApplication:
    """The application, made if there is none yet."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["evmap"])
