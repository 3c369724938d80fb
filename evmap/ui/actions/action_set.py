"""The table's commands as Qt actions of one window: shortcuts from the start, menus when they are first opened."""

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from evmap.ui.actions.spec import ActionSpec, When
from evmap.ui.actions.table import ACTIONS, MENUS
from evmap.ui.theme import Theme

if TYPE_CHECKING:
    from evmap.ui.commands import Commands


class WindowAction(QAction):
    """One command of a window. It asks for the window's commands when it is first carried out."""

    def __init__(self, spec: ActionSpec, commands: "Callable[[], Commands]", parent: QWidget) -> None:
        super().__init__(spec.text, parent)
        self.spec = spec
        self._commands = commands
        self.setObjectName(spec.id)
        self.setShortcuts([QKeySequence(key) for key in spec.keys])
        self.setCheckable(spec.checkable)
        self.triggered.connect(self._run)

    def _run(self) -> None:
        self.spec.run(self._commands())


class ActionSet:
    """All the actions of one window, by id."""

    def __init__(self, window: QWidget, commands: "Callable[[], Commands]") -> None:
        self._window = window
        self._letters = True
        self.by_id = {spec.id: WindowAction(spec, commands, window) for spec in ACTIONS}
        window.addActions(list(self.by_id.values()))

    def use_letter_keys(self, used: bool) -> None:
        """Switch the keys of one character on or off; all others stay."""
        if used == self._letters:
            return
        self._letters = used
        for action in self.by_id.values():
            action.setShortcuts([QKeySequence(key) for key in action.spec.keys_in_use(letters=used)])

    def refresh(self, holding: Collection[When], checked: Collection[str]) -> None:
        """Enable what makes sense now, and tick what is on."""
        for action in self.by_id.values():
            action.setEnabled(action.spec.when in holding)
            if action.isCheckable():
                action.setChecked(action.spec.id in checked)

    def name(self, action_id: str, text: str) -> None:
        """Let an action say what it would do now."""
        self.by_id[action_id].setText(text)

    def fill_menu(self, menu: QMenu, theme: Theme) -> None:
        """Put all menus into one, fresh: icons follow the theme."""
        menu.clear()
        for title, ids in MENUS:
            part = menu.addMenu(title)
            self.fill_with(part, ids, theme)

    def fill_with(self, menu: QMenu, ids: Iterable[str], theme: Theme) -> None:
        """Put some commands into a menu."""
        for action_id in ids:
            if action_id == "-":
                menu.addSeparator()
            else:
                menu.addAction(self._dressed(action_id, theme))

    def _dressed(self, action_id: str, theme: Theme) -> QAction:
        action = self.by_id[action_id]
        if action.spec.icon:
            action.setIcon(theme.icon(action.spec.icon, "ink", 18))
        return action
