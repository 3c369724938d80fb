"""The button in the header that tells the view and switches to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from evmap.ui.theme import Theme
from evmap.ui.words.views import VIEW_NAMES
from evmap.workspace import View

if TYPE_CHECKING:  # made after the first paint
    from PySide6.QtWidgets import QMenu

    from evmap.ui.actions.action_set import ActionSet

_INTRODUCED = "View: "
_ACTIONS = ("view.big", "view.atlas", "view.around", "view.lanes", "view.outline")


class ViewButton(QToolButton):
    """Says "View: Atlas" and opens a menu of the views, which are the commands of the table.

    Attributes:
        views: the menu, from :meth:`equip` on.
    """

    views: QMenu

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name, self._brief = "", False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("look", "text")
        self.setToolTip(
            "View: Big picture (Home), Atlas (Ctrl+2), Around the selected concept (Ctrl+3), Lanes (Ctrl+4), "
            "Outline (Ctrl+5)"
        )

    def equip(self, actions: ActionSet) -> None:
        """Take the menu and its commands: after the first paint."""
        from PySide6.QtWidgets import QMenu

        self._actions = actions
        self.views = QMenu(self)
        self.views.aboutToShow.connect(self._fill)
        self.setMenu(self.views)

    def tell(self, view: View) -> None:
        """Say which view is shown."""
        self._name = VIEW_NAMES[view]
        self.setAccessibleName(f"View: {self._name}")
        self._say()

    def be_brief(self, brief: bool) -> None:
        """Say the view's name alone, where there is no room for more."""
        if brief != self._brief:
            self._brief = brief
            self._say()

    @property
    def introduction(self) -> int:
        """How much narrower it is when it is brief."""
        return self.fontMetrics().horizontalAdvance(_INTRODUCED)

    @property
    def is_brief(self) -> bool:
        """Whether it says the view's name alone."""
        return self._brief

    def _say(self) -> None:
        self.setText(f"{'' if self._brief else _INTRODUCED}{self._name} ▾")

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        self._theme = theme

    def _fill(self) -> None:
        self.views.clear()
        self._actions.fill_with(self.views, _ACTIONS, self._theme)
