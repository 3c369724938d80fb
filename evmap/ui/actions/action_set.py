"""The table's commands as Qt actions of one window: shortcuts from the start, menus when they are first opened."""

from collections.abc import Collection

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from evmap.ui.actions.spec import ActionSpec, Commands, When
from evmap.ui.actions.table import ACTIONS, MENUS
from evmap.ui.theme import Theme


class WindowAction(QAction):
    """One command of a window. It calls the window through the table's ``run``."""

    def __init__(self, spec: ActionSpec, commands: Commands, parent: QWidget) -> None:
        super().__init__(spec.text, parent)
        self.spec = spec
        self._commands = commands
        self.setObjectName(spec.id)
        self.setShortcuts([QKeySequence(key) for key in spec.keys])
        self.setCheckable(spec.checkable)
        self.triggered.connect(self._run)

    def _run(self) -> None:
        self.spec.run(self._commands)


class ActionSet:
    """All the actions of one window, by id."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        self._window = window
        self.by_id = {spec.id: WindowAction(spec, commands, window) for spec in ACTIONS}
        window.addActions(list(self.by_id.values()))

    def refresh(self, holding: Collection[When], checked: Collection[str]) -> None:
        """Enable what makes sense now, and tick what is on."""
        for action in self.by_id.values():
            action.setEnabled(action.spec.when in holding)
            if action.isCheckable():
                action.setChecked(action.spec.id in checked)

    def fill_menu(self, menu: QMenu, theme: Theme) -> None:
        """Put all menus into one, fresh: icons follow the theme."""
        menu.clear()
        for title, ids in MENUS:
            part = menu.addMenu(title)
            for action_id in ids:
                if action_id == "-":
                    part.addSeparator()
                else:
                    part.addAction(self._dressed(action_id, theme))

    def _dressed(self, action_id: str, theme: Theme) -> QAction:
        action = self.by_id[action_id]
        if action.spec.icon:
            action.setIcon(theme.icon(action.spec.icon, "ink", 18))
        return action
