"""The header row: the app's mark, the map's title and its focus question, and the few buttons of the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from evmap.model import ConceptMap
from evmap.ui.actions.action_set import ActionSet
from evmap.ui.panels.plain import showable, tip
from evmap.ui.panels.view_button import ViewButton
from evmap.ui.theme import Theme

HEIGHT = 52


class ElidedLabel(QLabel):
    """One line of text that ends in an ellipsis where there is no room, with the whole text as its tool tip."""

    def __init__(self, text: str, role: str, theme: Theme, px: int, weight: int) -> None:
        super().__init__(showable(text))
        self._full = showable(text)
        self._role, self._px, self._weight = role, px, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colour and size."""
        self._colour = theme.colour(self._role)
        self.setFont(theme.sans(theme.px(self._px), self._weight))

    def minimumSizeHint(self) -> QSize:
        """The least it can live with."""
        return QSize(40, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The size it would like."""
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 3, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        fits = self.fontMetrics().horizontalAdvance(self._full) <= self.width()
        self.setToolTip("" if fits else tip(self._full))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            painter.setPen(self._colour)
            painter.setFont(self.font())
            text = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)


class Header(QFrame):
    """What this map is, at the left; theme and menu at the right.

    Attributes:
        menu: all the menus in one; filled each time it opens, so that it costs nothing at the start.
    """

    def __init__(
        self, concept_map: ConceptMap, actions: ActionSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._theme = theme
        self.setProperty("look", "bar")
        self.setAccessibleName("Header")
        self._mark = QLabel()
        self._title = ElidedLabel(concept_map.title, "ink", theme, 17, 700)
        self._question = ElidedLabel(concept_map.question, "muted", theme, 14, 400)
        self.theme_button = _button("Next theme")
        self.theme_button.clicked.connect(actions.by_id["theme.next"].trigger)
        self.view_button = ViewButton(actions, theme)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.menu_button = _button("Menu")
        self.menu_button.setMenu(self.menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._mark)
        row.addWidget(self._title)
        row.addWidget(self._question)
        row.addStretch(1)
        row.addWidget(self.view_button)
        row.addWidget(self.theme_button)
        row.addWidget(self.menu_button)
        self.set_theme(theme)

    def dress(self) -> None:
        """Draw the icons: after the first paint, because drawing the first one imports what draws them."""
        theme = self._theme
        self._mark.setPixmap(theme.pixmap("kind-vesicle", "accent", theme.px(28), self.devicePixelRatioF()))
        self.theme_button.setIcon(theme.icon("theme", "ink", 20))
        self.menu_button.setIcon(theme.icon("menu", "ink", 20))

    def open_menu(self) -> None:
        """Open the menu by its button, with its first entry lit."""
        self.menu_button.showMenu()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self.setFixedHeight(theme.px(HEIGHT))
        self._mark.setFixedWidth(theme.px(28))
        self._title.set_theme(theme)
        self.view_button.set_theme(theme)
        self._question.set_theme(theme)
        self.theme_button.setToolTip(f"Theme: {theme.title}. Next theme (Ctrl+T)")
        self.menu_button.setToolTip("Menu (F10)")

    def _fill_menu(self) -> None:
        self._actions.fill_menu(self.menu, self._theme)


def _button(name: str) -> QToolButton:
    button = QToolButton()
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(QSize(20, 20))
    return button
