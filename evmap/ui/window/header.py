"""The header row: the app's mark, the map's title and its focus question, and the few buttons of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from evmap.model import ConceptMap
from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.theme import Theme
from evmap.ui.window.shelf import Shelf
from evmap.ui.window.view_button import ViewButton

if TYPE_CHECKING:  # made after the first paint
    from PySide6.QtWidgets import QMenu

    from evmap.ui.actions.action_set import ActionSet

HEIGHT = 52
_LEAST_TITLE = 90
_FIND_SHARE, _FIND_MOST, _FIND_LEAST = 0.3, 440, 120
"""How much of the header the find field takes, its greatest width, and its least where large type needs the room."""
_LEAST_QUESTION = 90


class Header(QFrame):
    """What this map is, at the left; theme and menu at the right. Its buttons do something from :meth:`equip` on.

    Attributes:
        find_room: where the find field comes to stand after the first paint.
        menu: all the menus in one, from :meth:`equip` on; filled each time it opens.
    """

    menu: QMenu

    def __init__(self, concept_map: ConceptMap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("look", "bar")
        self.setAccessibleName("Header")
        self._mark = QLabel()
        self._title = ElidedLabel(concept_map.title, "ink", theme, 17, 700)
        self._question = ElidedLabel(concept_map.question, "muted", theme, 14, 400)
        self.find_room = Shelf()
        self.theme_button = _button("Next theme")
        self.view_button = ViewButton(theme)
        self.present_button = QPushButton("Present")
        self.present_button.setProperty("look", "primary")
        self.present_button.setAccessibleName("Present")
        self.present_button.setToolTip("Present the chosen tour, or a talk made from the map (F5)")
        self.present_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button = _button("Menu")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        row.addWidget(self._question)
        row.addStretch(1)
        row.addWidget(self.find_room)
        row.addStretch(1)
        row.addWidget(self.view_button)
        row.addWidget(self.present_button)
        row.addWidget(self.theme_button)
        row.addWidget(self.menu_button)
        self.set_theme(theme)

    def equip(self, actions: ActionSet) -> None:
        """Give the buttons their menus and commands: after the first paint, as nobody can press a button before."""
        from PySide6.QtWidgets import QMenu

        self._actions = actions
        self.installEventFilter(self)
        self.theme_button.clicked.connect(actions.by_id["theme.next"].trigger)
        self.present_button.setText(f"Present   {_first_key(actions)}")
        self.present_button.clicked.connect(actions.by_id["present.start"].trigger)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self.menu)
        self.view_button.equip(actions)

    def dress(self) -> None:
        """Draw the icons: after the first paint, because drawing the first one imports what draws them."""
        theme = self._theme
        self._mark.setPixmap(theme.pixmap("kind-vesicle", "accent", theme.px(28), self.devicePixelRatioF()))
        self.theme_button.setIcon(theme.icon("theme", "ink", 20))
        self.menu_button.setIcon(theme.icon("menu", "ink", 20))

    def hold(self, *widgets: QWidget) -> None:
        """Give widgets a place beside the views."""
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        for widget in widgets:
            row.insertWidget(row.indexOf(self.view_button), widget)
        self._share_width()

    def open_menu(self) -> None:
        """Open the menu by its button, with its first entry lit."""
        self.menu_button.showMenu()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._mark.setFixedWidth(theme.px(28))
        for button in (self.theme_button, self.menu_button):
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
        self._title.set_theme(theme)
        self.view_button.set_theme(theme)
        self._question.set_theme(theme)
        self.theme_button.setToolTip(f"Theme: {theme.title}. Next theme (Ctrl+T)")
        self.menu_button.setToolTip("Menu (F10)")
        if self.isVisible():  # else when it is given its size
            self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part wants another width, such as the button that tells the view; its own events, from equip() on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_width()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the find field its share and the title its own; the focus question has what is left, or goes."""
        find = min(int(self.width() * _FIND_SHARE), self._theme.px(_FIND_MOST))
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        items = [row.itemAt(at) for at in range(row.count())]
        parts = [part for item in items if item and (part := item.widget()) and part is not self._question]
        margins, gaps = row.contentsMargins(), row.spacing() * len(parts)
        wanted = sum(part.sizeHint().width() for part in parts if part not in (self.find_room, self._mark))
        rest = self.width() - margins.left() - margins.right() - gaps - wanted - find - self._mark.width()
        # Set once: a width that is given and taken back asks for another layout, and so for this again, without end.
        self.find_room.setFixedWidth(self._find_width(find, rest))
        self._question.setVisible(rest >= self._theme.px(_LEAST_QUESTION))
        self._question.setMaximumWidth(max(rest, 0))

    def _find_width(self, find: int, rest: int) -> int:
        """The find field's width: it gives way after the views' button, where the title would be hardly a word."""
        view, title = self.view_button, self._title.sizeHint().width()
        whole = rest + title - (view.introduction if view.is_brief else 0)  # the title's room if the button said all
        view.be_brief(whole < min(title, self._theme.px(_LEAST_TITLE)))
        short = min(title, self._theme.px(_LEAST_TITLE)) - whole - view.introduction
        return max(find - short, self._theme.px(_FIND_LEAST)) if short > 0 else find

    def _fill_menu(self) -> None:
        self._actions.fill_menu(self.menu, self._theme)


def _first_key(actions: ActionSet) -> str:
    from PySide6.QtGui import QKeySequence

    return actions.by_id["present.start"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
