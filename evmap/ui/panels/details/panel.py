"""The panel at the right: everything about what is selected on the map, or a page about something else."""

from weakref import ref

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from evmap.ui.bridge import Bridge
from evmap.ui.panels.details.tabs import JumpBar
from evmap.ui.parts.blocks import BlockButton
from evmap.ui.parts.fold import Pair
from evmap.ui.parts.page import Page
from evmap.ui.theme import Theme
from evmap.workspace import Change, PathSearch, Selection, Topic, Workspace

_EDGE = 20


class _Watch:
    """Tells the history how far down a panel is scrolled, as long as there is that panel."""

    def __init__(self, panel: "DetailPanel") -> None:
        self._panel = ref(panel)

    def __call__(self) -> int:
        panel = self._panel()
        return panel.verticalScrollBar().value() if panel is not None and isValid(panel) else 0


class DetailPanel(QScrollArea):
    """One page at a time, built when the selection or the topic changes.

    Attributes:
        page: what is shown now; ``None`` until :meth:`fill` is called, which the window does after its first paint.

    Signals:
        room_wanted(int): how wide it wants to be, for two passages beside each other; 0 for no wish.
    """

    room_wanted = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page: Page | None = None
        self._workspace = workspace
        self._theme = theme
        self._bar: JumpBar | None = None
        self._notes: tuple[str, ...] = ()
        self._room = 0
        self._goal = 0
        self._shown: tuple[Topic, Selection | PathSearch | str | None] | None = None
        self.setObjectName("detail")
        self.setAccessibleName("Details")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_goal)
        self.verticalScrollBar().actionTriggered.connect(self._forget_goal)
        workspace.watch_details = _Watch(self)
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)

    def fill(self) -> None:
        """Show the page of the present selection from its top."""
        focus = QApplication.focusWidget()
        was_here = focus is not None and self.isAncestorOf(focus)
        by_keys = isinstance(focus, BlockButton) and focus.is_ringed
        name = focus.objectName() if focus is not None and was_here else ""
        from evmap.ui.panels.details.pages import page_of

        page = page_of(self._workspace, self._theme)
        self._shown, self._notes = self._wanted(), self._hidden_notes()
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        if self._notes:
            from evmap.ui.panels.details.hidden_note import hidden_note

            layout.setSpacing(0)
            layout.addWidget(hidden_note(self._workspace, self._theme, self._notes))
        layout.addWidget(page.widget)
        self._drop_bar()
        before = self.widget()
        if before is not None:
            before.hide()  # so that nothing of it is pointed at any more
        self.setWidget(body)  # deletes the page before
        body.setObjectName("page")
        body.installEventFilter(self)
        self.page = page
        self.setAccessibleDescription(page.title)
        self.verticalScrollBar().setValue(0)
        self._goal = 0
        if page.jump_room and len(page.sections) > 1:
            self._bar = JumpBar(self._theme, page.sections, page.jump_room, self.viewport())
            self._bar.chosen.connect(self.jump_to)
            self._bar.show()
            self._mark(0)
        elif page.jump_room:
            page.jump_room.hide()
        self._place_bar()
        if was_here:  # the button that had the focus is gone with its page
            again = page.widget.findChild(QWidget, name) if name else None
            if isinstance(again, QWidget):  # the same button of the new page
                again.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.take_focus(Qt.FocusReason.TabFocusReason if by_keys else Qt.FocusReason.MouseFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything again in another theme, scrolled to the same place."""
        self._theme = theme
        at = self.verticalScrollBar().value()
        if self.page:
            self.fill()
            self._finish()
            self.verticalScrollBar().setValue(at)

    def jump_to(self, index: int) -> None:
        """Scroll so that a section begins right under the jump bar, and put the focus on its first button."""
        if self.page:
            if index:
                self._finish()
            self.verticalScrollBar().setValue(self._top_of(index))
            self._mark(index)

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Put the keyboard's focus on the page's first passage, or else on the first thing that opens something."""
        from evmap.ui.parts.quotes import QuoteCard

        buttons = self.page.widget.findChildren(BlockButton) if self.page else []
        cards = [each for each in buttons if isinstance(each, QuoteCard)] or buttons
        if cards:
            cards[0].setFocus(reason)

    def focus_on(self, name: str) -> None:
        """Put the focus on the part of the page that has this name, ready to be typed over."""
        part = self.page.widget.findChild(QWidget, name) if self.page else None
        if isinstance(part, QWidget):
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _finish(self) -> None:
        """Have the page whole and laid out, so that its height is known."""
        if self.page:
            self.page.finish()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _on_changed(self, change: Change) -> None:
        if change is Change.ARRIVED:
            self._scroll_again()
            return
        if change is Change.FILTERS:
            outdated = self.page is not None and self._notes != self._hidden_notes()
        else:
            about_it = change in (Change.SELECTION, Change.TOPIC, Change.PATH, Change.TOURS)
            outdated = about_it and self._shown != self._wanted()
        if outdated:
            self.fill()

    def _scroll_again(self) -> None:
        """Be as far down as when one left, as soon as the page is as long: a long one is made in steps."""
        place = self._workspace.history.arriving
        self._goal = place.scrolled if place is not None else 0
        self._scroll_to_goal()

    def _scroll_to_goal(self) -> None:
        bar = self.verticalScrollBar()
        if self._goal and bar.maximum() >= self._goal:
            bar.setValue(self._goal)
            self._goal = 0

    def _forget_goal(self) -> None:
        """Whoever scrolls has a goal of her own."""
        self._goal = 0

    def _hidden_notes(self) -> tuple[str, ...]:
        """Why what is selected is not to be seen, if a filter hides it."""
        if not self._workspace.asking.filtering or self._workspace.topic is not Topic.SELECTION:
            return ()
        from evmap.ui.panels.details.hidden_note import hidden_notes

        return hidden_notes(self._workspace)

    def _wanted(self) -> tuple[Topic, Selection | PathSearch | str | None]:
        """What decides which page is shown: a page about something else stays when its own light changes."""
        topic = self._workspace.topic
        if topic is Topic.PATH:
            return topic, self._workspace.following.search
        if topic is Topic.TOUR:
            return topic, self._workspace.chosen_tour
        return topic, self._workspace.selection if topic is Topic.SELECTION else None

    def _drop_bar(self) -> None:
        if self._bar:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None

    def _top_of(self, index: int) -> int:
        assert self.page
        bar = self._bar.height() if self._bar else 0
        return self._top(self.page.sections[index].start) - bar - 8

    def _top(self, part: QWidget) -> int:
        """Where on the whole page a part of it begins."""
        body = self.widget()
        return part.mapTo(body, part.rect().topLeft()).y() if body else 0

    def _place_bar(self) -> None:
        if not (self._bar and self.page and self.page.jump_room):
            return
        room = self.page.jump_room
        width = self.viewport().width() - 2 * _EDGE + 4
        room.setFixedHeight(self._bar.height_at(width))
        y = self._top(room) - self.verticalScrollBar().value()
        self._bar.setGeometry(_EDGE - 2, max(y, 0), width, room.height())
        self._bar.raise_()

    def _on_scrolled(self, value: int) -> None:
        self._place_bar()
        if self._bar and self.page:
            tops = [self._top_of(index) for index in range(len(self.page.sections))]
            self._mark(max((index for index, top in enumerate(tops) if top <= value + 4), default=0))

    def _mark(self, index: int) -> None:
        if self._bar:
            self._bar.show_at(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page was laid out: put the jump bar in its place, and ask for the room that it needs."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._place_bar()
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._ask_for_room()
        return super().eventFilter(watched, event)

    def _ask_for_room(self) -> None:
        """Two passages that are unfolded want to stand beside each other; where nothing is, the room is given back."""
        pairs = self.page.widget.findChildren(Pair) if self.page else []
        shown = [pair.least for pair in pairs if not pair.isHidden()]
        wanted = max(shown) + 2 * _EDGE + self.verticalScrollBar().sizeHint().width() if shown else 0
        if wanted != self._room:
            self._room = wanted
            self.room_wanted.emit(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._place_bar()
