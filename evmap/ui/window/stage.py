"""The middle of the window: the map, and the reader beside it where there is room, else in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from evmap.ui.canvas import Canvas
from evmap.ui.settings import ReaderPlace
from evmap.ui.theme import Theme
from evmap.ui.window.shelf import Shelf
from evmap.workspace import Seen, Viewing, Workspace

if TYPE_CHECKING:
    from evmap.ui.outline.panel import OutlinePanel
    from evmap.ui.panels.reader.panel import ReaderPanel

_WIDE = 1100
"""From this width on, both have room: the map more than half, the reader a line of text."""
_LEAST = 700
"""Below it there is no choice."""
_READER_SHARE = 0.45


class Stage(QSplitter):
    """The map and the reader. The reader is made when the first article is opened.

    The map keeps its camera when the reader comes and goes; as long as nobody moved it meanwhile, it is seen again
    exactly as it was left.

    Attributes:
        canvas: the map.
        views: what can stand in the map's place: the canvas, and views that draw no map.
        side: the reader's place, which is hidden while nothing is read.
        reader: the reader, once there is one.
        outline: the outline, once there is one.

    Signals:
        place_wanted(): the reader's button asks for its other place.
        map_shown(): the map has come into sight, or gone out of it.
    """

    place_wanted = Signal()
    map_shown = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._workspace = workspace
        self._theme = theme
        self._came_from: QWidget | None = None
        self._left: tuple[Seen, Viewing, Seen] | None = (
            None  # before the reader came, and in which view; and right after
        )
        self._place = ReaderPlace.BY_WIDTH
        self._sizes: list[int] = []
        self.canvas = Canvas(workspace, theme)
        self.reader: ReaderPanel | None = None
        self.outline: OutlinePanel | None = None
        self.views, self.side = QStackedWidget(), Shelf()
        self.views.addWidget(self.canvas)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for part in (self.views, self.side):
            self.addWidget(part)
        self.side.hide()
        self.splitterMoved.connect(self._on_moved)

    @property
    def is_reading(self) -> bool:
        """Whether the reader is shown."""
        return not self.side.isHidden()

    @property
    def shows_map(self) -> bool:
        """Whether the map is in sight, alone or with the reader beside it."""
        return not self.views.isHidden()

    @property
    def at_work(self) -> QWidget:
        """Where the keyboard belongs when nothing else has it: the article that is open, else the map."""
        return self.reader if self.reader and self.is_reading else self.views.currentWidget() or self.canvas

    @property
    def can_choose(self) -> bool:
        """Whether there is room for the reader beside the map."""
        return self.width() >= self._theme.px(_LEAST)

    def set_place(self, place: ReaderPlace) -> None:
        """Where the reader is to stand from now on."""
        self._place = place
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Draw map and reader in another theme."""
        self._theme = theme
        self.canvas.set_theme(theme)
        for part in (self.reader, self.outline):
            if part:
                part.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a map with nothing selected begins at its best linked concept."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.canvas.hasFocus() and not self._workspace.selection:
            for concept in self._workspace.index.landmarks(1):
                self._workspace.select_concept(concept.id)
        else:
            super().keyPressEvent(event)

    def show_view(self) -> OutlinePanel | None:
        """Show the map or, in its place, the outline; the outline, if it was made for this."""
        from evmap.workspace import View

        new = None
        if self._workspace.viewing.view is not View.OUTLINE:
            self._show_in_place(self.canvas)
            return None
        if self.outline is None:
            from evmap.ui.outline.panel import OutlinePanel

            self.outline = new = OutlinePanel(self._workspace, self._theme)
            self.views.addWidget(new)
        self.outline.begin()
        self._show_in_place(self.outline)
        return new

    def _show_in_place(self, view: QWidget) -> None:
        """Put a view in the map's place; the keyboard goes there if it was in the view before."""
        before = self.views.currentWidget()
        if before is view:
            return
        focus = self.window().focusWidget()
        had_focus = focus in (None, before) or bool(before and before.isAncestorOf(focus))
        self.views.setCurrentWidget(view)
        if had_focus:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_reader(self) -> None:
        """Show the reader, with the keyboard's focus in the article."""
        from evmap.ui.panels.reader.panel import ReaderPanel

        if not self.is_reading:
            self._came_from = self.window().focusWidget()
        if self.reader is None:
            self.reader = ReaderPanel(self._workspace, self._theme)
            self.reader.setMinimumWidth(300)
            self.reader.beside.clicked.connect(self.place_wanted)
            self.side.hold(self.reader)
        self._open()
        focus = QApplication.focusWidget()
        if focus is None or not self.reader.isAncestorOf(focus):  # a button of its bar can be pressed again and again
            self.reader.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_map(self) -> None:
        """Close the reader, and put the focus where it was: on the quote that was clicked, or on the map."""
        from shiboken6 import isValid

        if not self.is_reading:
            return
        self.side.hide()
        self._show_views(True)
        self.setSizes([self.width(), 0])  # at once, so that a map seen whole is whole again before it is looked at
        self._restore()
        back = self._came_from
        self._came_from = None
        if back is None or not isValid(back) or not back.isVisible():
            back = self.at_work
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.is_reading:
            return
        before, viewing = self.canvas.seen, self._workspace.viewing
        self._show_views(self._is_beside())  # first: a map that gives way keeps its size, and so what it shows
        self.side.show()
        self._arrange()
        if self.shows_map:
            chosen = self._workspace.selection
            self.canvas.show_ids((*chosen.concepts, *chosen.links))  # the narrower view may have lost it
        self._left = (before, viewing, self.canvas.seen)

    def _restore(self) -> None:
        if self._left and self._left[1:] == (self._workspace.viewing, self.canvas.seen):
            self.canvas.see_again(self._left[0])
        self._left = None

    def _arrange(self) -> None:
        """Let the map stand beside the reader, or give way to it."""
        beside = self._is_beside()
        if self.is_reading:
            self._show_views(beside)
        if self.is_reading and beside:
            self.setSizes(
                self._sizes or [round(self.width() * (1 - _READER_SHARE)), round(self.width() * _READER_SHARE)]
            )
        if self.reader:
            self.reader.tell_place(beside=beside, can_choose=self.can_choose)

    def _show_views(self, shown: bool) -> None:
        if shown != self.shows_map:
            self.views.setVisible(shown)
            self.map_shown.emit()

    def _is_beside(self) -> bool:
        if self._place is ReaderPlace.BY_WIDTH:
            return self.width() >= self._theme.px(_WIDE)
        return self._place is ReaderPlace.BESIDE and self.can_choose

    def _on_moved(self) -> None:
        self._sizes = self.sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reader the place that there is room for."""
        super().resizeEvent(event)
        if self.is_reading:
            self._arrange()
