"""The article that is read, by its title, as a button that offers the others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from evmap.ui.words.plain import showable, tip
from evmap.workspace import Workspace

_LEAST_LINES = 7
"""A title needs at least so many times the height of its letters to say which article it is."""


class SourceButton(QToolButton):
    """Says which article this is, as far as there is room, and opens another one from its beginning."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = ""
        self._room = 0
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_chosen)
        for source in workspace.map.sources:
            action = QAction(showable(source.title).replace("&", "&&"), self._menu)
            action.setData(source.id)
            action.setCheckable(True)
            self._menu.addAction(action)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def tell(self, source_id: str) -> None:
        """Show the title of the article that is read."""
        source = self._workspace.index.sources[source_id]
        self._title = source.title
        ours = " The file has no headline: this title is our description." if source.untitled else ""
        self.setToolTip(tip(f"{source.title}.{ours} Press for the other articles."))
        self.setAccessibleName(f"Article: {source.title}")
        for action in self._menu.actions():
            action.setChecked(action.data() == source_id)
        self.give(self._room)

    def give(self, room: int) -> None:
        """Take so much width at most; with hardly any it goes."""
        self._room = room
        self.setVisible(room >= self.fontMetrics().height() * _LEAST_LINES)
        shown = self.fontMetrics().elidedText(showable(self._title), Qt.TextElideMode.ElideRight, room - 44)
        self.setText(shown.replace("&", "&&"))

    def _on_chosen(self, action: QAction) -> None:
        self._workspace.read(str(action.data()), ())
