"""The middle of the window: the map or, in its place, the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from evmap.ui.canvas import Canvas
from evmap.ui.theme import Theme
from evmap.workspace import Workspace

if TYPE_CHECKING:
    from evmap.ui.panels.reader import ReaderPanel


class Stage(QStackedWidget):
    """Map or reader. The reader is made when the first article is opened; the map stays as it is under it.

    Attributes:
        canvas: the map.
        reader: the reader, once there is one.
    """

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._came_from: QWidget | None = None
        self.canvas = Canvas(workspace, theme)
        self.reader: ReaderPanel | None = None
        self.addWidget(self.canvas)

    def set_theme(self, theme: Theme) -> None:
        """Draw map and reader in another theme."""
        self._theme = theme
        self.canvas.set_theme(theme)
        if self.reader:
            self.reader.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a map with nothing selected begins at its best linked concept."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.canvas.hasFocus() and not self._workspace.selection:
            for concept in self._workspace.index.landmarks(1):
                self._workspace.select_concept(concept.id)
        else:
            super().keyPressEvent(event)

    def show_reader(self) -> None:
        """Put the reader in the map's place, with the keyboard's focus in the article."""
        from evmap.ui.panels.reader import ReaderPanel

        if self.currentWidget() is self.canvas:
            self._came_from = self.window().focusWidget()
        if self.reader is None:
            self.reader = ReaderPanel(self._workspace, self._theme)
            self.addWidget(self.reader)
        self.setCurrentWidget(self.reader)
        self.reader.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_map(self) -> None:
        """Put the map back, and the focus where it was: the quote that was clicked, or the map."""
        from shiboken6 import isValid

        self.setCurrentWidget(self.canvas)
        back = self._came_from
        self._came_from = None
        if back is None or not isValid(back) or not back.isVisible():
            back = self.canvas
        back.setFocus(Qt.FocusReason.OtherFocusReason)
