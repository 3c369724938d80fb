"""Small buttons on a tour's page that do what a command of the window does."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from evmap.ui.parts.pieces import SEMIBOLD
from evmap.ui.theme import Theme
from evmap.ui.words.plain import tip

_NATIVE = QKeySequence.SequenceFormat.NativeText


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
    button.setProperty("tight", True)
    button.setFont(theme.sans(theme.px(13), SEMIBOLD))
    return button


class CommandButton(QPushButton):
    """Finds its command among those of the window once it is shown there, and can do what that can do."""

    def __init__(self, words: str, action_id: str) -> None:
        super().__init__(words)
        self._id = action_id
        self._action: QAction | None = None
        self.setObjectName(f"do-{action_id}")
        self.clicked.connect(self._press)

    def find_command(self) -> None:
        """Follow the command, now that the button is in its window."""
        if self._action is None:
            self._action = action_of(self, self._id)
            if self._action is not None:
                self._action.changed.connect(self._follow)
                self._follow()

    def _follow(self) -> None:
        """Say its words and keys, and do what it can do now."""
        action = self._action
        if action is not None:
            words, keys = action.text().replace("&", ""), action.shortcut().toString(_NATIVE)
            self.setToolTip(tip(f"{words}{f' ({keys})' if keys else ''}"))
            self.setAccessibleName(words if words.startswith(self.text()) else self.text())
            self.setEnabled(action.isEnabled())

    def _press(self) -> None:
        self.find_command()
        if self._action is not None:
            self._action.trigger()


def action_of(widget: QWidget, action_id: str) -> QAction | None:
    """A command of the window that a widget is in."""
    return next((each for each in widget.window().actions() if each.objectName() == action_id), None)
