"""The list of the last places one has been to, as a menu that leads to each of them; and the trail that opens it."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from evmap.ui.theme import Theme
from evmap.ui.words.places import place_words
from evmap.ui.words.plain import tip
from evmap.workspace import Workspace

_MOST_SHOWN = 15
_IN_TRAIL = 2


class HistoryMenu(QMenu):
    """The places before this one, or after it, the nearest first. It is filled when it opens."""

    def __init__(self, workspace: Workspace, parent: QWidget, *, forward: bool = False) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._forward = forward
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        history = self._workspace.history
        places = history.later if self._forward else history.earlier
        for number, place in enumerate(places[:_MOST_SHOWN], 1):
            words = place_words(self._workspace.index, place).replace("&", "&&")
            self.addAction(words).triggered.connect(partial(_go, self._workspace, self._forward, number))
        if not places:
            self.addAction("Nothing yet").setEnabled(False)


def _go(workspace: Workspace, forward: bool, places: int) -> None:
    (workspace.history.forward if forward else workspace.history.back)(places)


class Trail(QToolButton):
    """Says in the status line where Back leads: "Back ‹ exosomes ‹ extracellular vesicles". A press shows the list."""

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("look", "trail")
        self.places = HistoryMenu(workspace, self)
        self.setMenu(self.places)
        self.set_theme(theme)
        self.refresh()

    def minimumSizeHint(self) -> QSize:
        """It gives way where there is no room."""
        return QSize(0, super().minimumSizeHint().height())

    def refresh(self) -> None:
        """Say where Back leads now; with no way back there is nothing to see."""
        earlier = self._workspace.history.earlier[:_IN_TRAIL]
        names = [place_words(self._workspace.index, place) for place in earlier]
        self.setText(" ‹ ".join(("Back", *names)).replace("&", "&&"))
        self.setAccessibleName(f"Back to {', before that '.join(names)}" if names else "Back")
        self.setToolTip(tip(f"{self.accessibleName()} (Alt+Left). A press lists where you have been"))
        self.setVisible(bool(names))

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        self.setFont(theme.sans(theme.px(13)))

    def _shortened(self, text: str, room: int) -> str:
        """As much as there is room for; "Back" is a word, its beginning is none."""
        wide = self.fontMetrics().horizontalAdvance
        if room < wide("Back ‹ …"):
            return "Back" if room >= wide("Back") else "‹"
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it, with an ellipsis where there is no room for all of it."""
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        short = self.sizeHint().width() - self.width()
        if short > 0:
            option.text = self._shortened(option.text, self.fontMetrics().horizontalAdvance(option.text) - short)
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)


class HistoryButton(QToolButton):
    """Back or forward, in the header. A long press or a right click shows the last places."""

    def __init__(self, workspace: Workspace, theme: Theme, *, forward: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._forward = forward
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
        self.places = HistoryMenu(workspace, self, forward=forward)
        self.setMenu(self.places)
        self.setProperty("look", "step")  # no arrow beside the icon
        self.customContextMenuRequested.connect(self._show_places)
        self.clicked.connect(self._go)
        self.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Say where it leads, if it leads anywhere."""
        history = self._workspace.history
        places = history.later if self._forward else history.earlier
        word, key = ("Forward", "Alt+Right") if self._forward else ("Back", "Alt+Left")
        to = f" to {place_words(self._workspace.index, places[0])}" if places else ""
        self.setEnabled(bool(places))
        self.setAccessibleName(f"{word}{to}")
        self.setToolTip(f"{word}{to} ({key}). Hold or right-click for more" if places else f"{word} ({key})")

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in another theme's colour and size."""
        self.setIconSize(QSize(theme.px(20), theme.px(20)))
        self.setIcon(theme.icon("forward" if self._forward else "back", "ink", 20))

    def _go(self) -> None:
        _go(self._workspace, self._forward, 1)

    def _show_places(self, at: QPoint) -> None:
        self.places.popup(self.mapToGlobal(at))
