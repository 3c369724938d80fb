"""Three hints for the first start: one at a time, where they hide nothing, and never again once they were seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from evmap.ui.bridge import Bridge
from evmap.ui.theme import Theme
from evmap.workspace import Change, View

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow

HINTS = (
    "Click a line to read the sentence behind it",
    "Double-click a concept to see all around it",
    "Ctrl+F finds anything: concepts, links, passages",
)
_SETTLE_MS = 200
_WIDTHS = (560, 340, 260)
"""At most so wide, at the usual text size: on one line, or on more where only a narrow place is free."""
_LINE, _LOOK, _FIND = range(3)


class HintCard(QFrame):
    """One hint, a button for the next one, and a cross for no more of them.

    Signals:
        done(): the hint was read.
        unwanted(): no more hints are wanted.
    """

    done = Signal()
    unwanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "popup")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.next = QPushButton("Got it")
        self.next.setProperty("look", "link")
        self.next.clicked.connect(self.done)
        self.close_button = QToolButton()
        self.close_button.setProperty("look", "quiet")
        self.close_button.setAccessibleName("No more hints")
        self.close_button.setToolTip("No more hints")
        self.close_button.clicked.connect(self.unwanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.setSpacing(10)
        for part in (self._text, self.next, self.close_button):
            part.setCursor(Qt.CursorShape.ArrowCursor)
            row.addWidget(part)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def tell(self, text: str) -> None:
        """Say another hint."""
        self._text.setText(text)
        self.setAccessibleName(f"Hint: {text}")

    def fit(self, most: int) -> QSize:
        """Be as small as the text allows, in several lines where one would be wider than this; the size it then has."""
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(0)
        if self.sizeHint().width() > most:
            beside = self.sizeHint().width() - self._text.sizeHint().width()
            self._text.setWordWrap(True)
            self._text.setFixedWidth(max(most - beside, 40))
        else:
            self._text.setFixedWidth(self._text.sizeHint().width())
        self.adjustSize()
        return self.size()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's type."""
        self._text.setFont(theme.sans(theme.px(14)))
        self.close_button.setIcon(theme.icon("close", "ink", 16))
        self.close_button.setIconSize(QSize(theme.px(14), theme.px(14)))

    def event(self, event: QEvent) -> bool:
        """Escape on the card is the card's, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is done with this hint."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class Hints(QObject):
    """Shows the hints that were not seen yet. One is over when it was read, or when the person did what it says."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        self.card = HintCard(window.theme, window.canvas)
        self.card.done.connect(self._on_done)
        self.card.unwanted.connect(self._on_unwanted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.place)
        self._bridge = Bridge(window.workspace, self)
        self._bridge.changed.connect(self._on_changed)
        window.canvas.camera_changed.connect(self._on_camera)
        window.actions_by_table.by_id["edit.find"].triggered.connect(self._on_find)
        self.follow()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to say."""
        return self._settings.hints_seen >= len(HINTS)

    def follow(self) -> None:
        """Say the next hint, in the window's theme; or nothing more."""
        if self.over:
            self._leave()
            return
        self.card.set_theme(self._window.theme)
        self.card.tell(HINTS[self._settings.hints_seen])
        self.place()

    def place(self) -> None:
        """Stand where nothing is hidden, or wait until there is such a place."""
        if self.over:
            return
        for most in _WIDTHS:
            size = self.card.fit(self._window.theme.px(most))
            spot = self._window.canvas.free_spot(size.width(), size.height())
            if spot is not None:
                self.card.move(spot)
                self.card.raise_()
                self.card.show()
                return
        self.card.hide()

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.card.isAncestorOf(focus):
            self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.card.hide()

    def _seen(self, hint: int) -> None:
        """One hint is over, and what came before it."""
        if self._settings.hints_seen == hint:
            self._settings.hints_seen = hint + 1
            self._window.refresh()
            self.follow()

    def _on_done(self) -> None:
        self._seen(self._settings.hints_seen)

    def _on_unwanted(self) -> None:
        self._settings.hints_seen = len(HINTS)
        self.follow()

    def _on_find(self) -> None:
        self._seen(_FIND)

    def _on_camera(self) -> None:
        if not self.over:
            self.card.hide()
            self._later.start()

    def _on_changed(self, change: Change) -> None:
        if change is Change.SELECTION and self._window.workspace.selection.only_link:
            self._seen(_LINE)
        elif change is Change.VIEW and self._window.workspace.viewing.view is View.AROUND:
            self._seen(_LOOK)
