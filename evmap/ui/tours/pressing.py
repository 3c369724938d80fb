"""Small buttons on a tour's page that do what a command of the window does."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from evmap.ui.panels.pieces import SEMIBOLD
from evmap.ui.panels.plain import tip
from evmap.ui.theme import Theme


def small_button(theme: Theme, words: str, hint: str, act: Callable[[], None], look: str = "small") -> QPushButton:
    """A button of a page."""
    button = QPushButton(words)
    button.setProperty("look", look)
    button.setFont(theme.sans(theme.px(13), SEMIBOLD))
    button.setToolTip(tip(hint))
    button.clicked.connect(act)
    return button


def action_button(theme: Theme, words: str, action_id: str, look: str = "small") -> QPushButton:
    """A button that does what a command of its window does; it carries the command's id."""
    button = CommandButton(words, action_id)
    button.setProperty("look", look)
    button.setFont(theme.sans(theme.px(13), SEMIBOLD))
    return button


class CommandButton(QPushButton):
    """Finds its command among those of the window when it is pressed or pointed at."""

    def __init__(self, words: str, action_id: str) -> None:
        super().__init__(words)
        self._id = action_id
        self.setObjectName(f"do-{action_id}")
        self.clicked.connect(self._press)

    def enabled_by(self) -> None:
        """Say its keys."""
        action = action_of(self, self._id)
        if action is not None:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.setToolTip(tip(f"{action.text().replace('&', '')}{f' ({keys})' if keys else ''}"))

    def _press(self) -> None:
        action = action_of(self, self._id)
        if action is not None:
            action.trigger()


def action_of(widget: QWidget, action_id: str) -> QAction | None:
    """A command of the window that a widget is in."""
    return next((each for each in widget.window().actions() if each.objectName() == action_id), None)
