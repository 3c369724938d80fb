"""The window: header, legend, map or reader, details and status line, held together by the workspace's changes.

What it hands on lies in :mod:`evmap.ui.window`; what a person can ask of it in :mod:`evmap.ui.commands`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from evmap.ui.arranging import Arranging
from evmap.ui.bridge import Bridge
from evmap.ui.settings import Settings, to_bytes
from evmap.ui.slowly import Slowly
from evmap.ui.theme import Theme
from evmap.ui.window.header import Header
from evmap.ui.window.sides import Sides
from evmap.ui.window.stage import Stage
from evmap.ui.window.status import StatusLine
from evmap.ui.words.plain import window_title
from evmap.workspace import Change, Workspace

if TYPE_CHECKING:  # most of it made after the first paint
    from evmap.ui.actions.action_set import ActionSet
    from evmap.ui.commands import Commands
    from evmap.ui.finding.find_bar import FindBar
    from evmap.ui.hints import Hints
    from evmap.ui.messages.notice import NoticeBar
    from evmap.ui.panels.details.panel import DetailPanel
    from evmap.ui.panels.legend.panel import LegendPanel
    from evmap.ui.presenter.podium import Podium
    from evmap.ui.window.areas import Areas
    from evmap.ui.window.late_parts import LateParts
    from evmap.ui.window.telling import Telling


class MainWindow(QMainWindow):
    """One map in one window. What can be asked of it lies in its commands, see :mod:`evmap.ui.commands`.

    Before the map is first painted there are only the canvas, a header without menus and empty shelves: what stands on
    them, and all commands with their keys, are imported and made right after, by :meth:`fill`. They would be a third
    of the time to the first picture.

    Attributes:
        arranging: what it does with the places of the Atlas.
        hints: the hints of the first start, while there are any.
        late: what it holds from its first paint on.

    Signals:
        map_opened: another map was opened and wants a window; carries its workspace.
    """

    map_opened = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self._theme = theme
        self.arranging = Arranging(workspace, settings.folder, self)
        self.arranging.told.connect(self.tell)
        self.arranging.working.connect(self._on_working)
        self.hints: Hints | None = None
        self.late: LateParts | None = None
        self.setWindowTitle(f"{window_title(workspace.map.title)} – EV Map")
        self.setMinimumSize(760, 480)
        self._build()
        self._restore()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)
        self.stage.map_shown.connect(self.refresh)
        self.canvas.camera_changed.connect(self._on_camera)
        self.canvas.concept_activated.connect(self.show_passages)
        self.canvas.link_activated.connect(self.show_passages)
        self.canvas.menu_wanted.connect(self._show_context)
        self.canvas.links_offered.connect(self._offer_links)
        self._filling = Slowly(self)
        self.canvas.first_painted.connect(self._fill_slowly)
        self.refresh()

    @cached_property
    def actions_by_table(self) -> ActionSet:
        """The commands of the table as actions: made after the first paint, as nobody can press a key before."""
        from evmap.ui.actions.action_set import ActionSet

        made = ActionSet(self, lambda: self.commands)
        made.use_letter_keys(self.settings.letter_keys)
        self.header.equip(made)
        self.stage.place_wanted.connect(made.by_id["read.beside"].trigger)
        self._refresh(made)
        return made

    @cached_property
    def areas(self) -> Areas:
        """The parts of the window that F6 goes through."""
        from evmap.ui.window.areas import Areas

        return Areas(self, (self.stage.views, self.stage.side, self.right, self.left, self.header, self.status))

    @cached_property
    def commands(self) -> Commands:
        """What the action table calls, made when it first does."""
        from evmap.ui.commands import Commands

        return Commands(self)

    @cached_property
    def podium(self) -> Podium:
        """Where talks are given from, made for the first one."""
        from evmap.ui.presenter.podium import Podium

        return Podium(self.workspace, self.settings, self)

    @cached_property
    def telling(self) -> Telling:
        """What it tells by itself."""
        from evmap.ui.window.telling import Telling

        return Telling(self)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def notice(self) -> NoticeBar | None:
        """The bar for notices, once there was one."""
        return self.telling.notice

    @property
    def legend(self) -> LegendPanel:
        """The panel at the left."""
        return self._filled.legend

    @property
    def details(self) -> DetailPanel:
        """The panel at the right."""
        return self._filled.details

    @property
    def find_bar(self) -> FindBar:
        """The field in the header with its list."""
        return self._filled.find

    @property
    def _filled(self) -> LateParts:
        self.fill()
        assert self.late
        return self.late

    def fill(self) -> None:
        """Make at once what waited for the first paint: legend, details, icons, and what needs the articles."""
        if self.late:
            return
        if not self._filling.busy:
            self._fill_slowly()
        self._filling.finish()

    def _fill_slowly(self) -> None:
        """Make it in pieces, while the window answers."""
        from evmap.ui.window.late_parts import late_parts

        if not self.late:
            self._filling.begin(late_parts(self), self._take_late_parts)

    def _take_late_parts(self, late: LateParts) -> None:
        self.late = late
        self.take_habits()
        self.refresh()
        for complaint in (self.settings.complaint, self.arranging.complaint):
            if complaint:
                self.tell(complaint)
        self.arranging.improve()
        self._hint()
        self._filling.begin(late.look_ahead(self.workspace))

    def _hint(self) -> None:
        """Show the hints that were not seen yet, if there are any."""
        from evmap.ui.hints import HINTS, Hints

        if self.hints is not None:
            self.hints.follow()
        elif self.settings.hints_seen < len(HINTS):
            self.hints = Hints(self)

    def tell(self, text: str) -> None:
        """Show a notice above the map."""
        self.telling.tell(text)
        self.refresh()

    def hold_above(self, bar: QWidget) -> None:
        """Give a bar its place below the header, where F6 comes by."""
        self._rows.insertWidget(1, bar)
        self.areas.add(bar)

    def show_passages(self) -> None:
        """Go to the passages of what is selected; Enter or a double click on the map does so too."""
        if self.right.isHidden():
            self.show_details(True)
        self.details.take_focus()

    def show_details(self, shown: bool) -> None:
        """Show or hide the panel at the right."""
        self.settings.details = shown
        self.splitter.show_panels(self.width(), first=self.right)
        self.refresh()

    def show_legend(self, shown: bool) -> None:
        """Show or hide the panel at the left."""
        self.settings.legend = shown
        self.splitter.show_panels(self.width(), first=self.left)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme, with the whole app."""
        self._theme = theme
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app)
        for part in (self.header, self.stage, self.status, self.telling, self.late):
            if part:
                part.set_theme(theme)
        self.header.dress()
        self.splitter.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Enable the commands that make sense now, and tick what is on."""
        self.header.view_button.tell(self.workspace.viewing.view)
        self.header.view_button.setEnabled(self.stage.shows_map)
        self.status.tell_in_sight(self.stage.shows_map)
        if self.late:
            self.late.follow.refresh()
        if "actions_by_table" in vars(self):
            self._refresh(self.actions_by_table)

    def _refresh(self, actions: ActionSet) -> None:
        from evmap.ui.window.situation import situation, ticks

        actions.name("edit.undo", self.arranging.undo_text)
        actions.name("edit.redo", self.arranging.redo_text)
        if self.late:
            self.late.tours.name()
        actions.refresh(situation(self), ticks(self))

    # How the window is made and kept.

    def _build(self) -> None:
        workspace, theme = self.workspace, self._theme
        self.header = Header(workspace.map, theme)
        self.stage = Stage(workspace, theme)
        self.canvas = self.stage.canvas
        self.status = StatusLine(workspace, theme)
        self.splitter = Sides(self.stage, self.settings, theme)
        self.left, self.right = self.splitter.left, self.splitter.right
        middle = QWidget()
        self._rows = QVBoxLayout(middle)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for row in (self.header, self.splitter, self.status):
            self._rows.addWidget(row)
        self._rows.setStretchFactor(self.splitter, 1)
        self.setCentralWidget(middle)
        self.canvas.setFocus()

    def _restore(self) -> None:
        settings = self.settings
        if not (settings.geometry and self.restoreGeometry(settings.geometry)):
            self._first_size()
        self.splitter.show_panels(self.width())
        self.canvas.set_minimap_visible(settings.minimap)
        self.stage.set_place(settings.reader_place)
        self.canvas.set_reduced_motion(settings.reduced_motion)
        self.workspace.asking.begin(settings.lens, fades=settings.filters_fade)

    def take_habits(self) -> None:
        """Take from the settings how the person's hand and eye want the window."""
        from evmap.ui.canvas.hand.wheel import WheelHabit

        settings = self.settings
        self.canvas.set_reduced_motion(settings.reduced_motion)
        self.canvas.set_wheel(WheelHabit(settings.wheel == "scroll", settings.wheel_reversed))
        self.actions_by_table.use_letter_keys(settings.letter_keys)
        if self.late:
            self._hint()

    def _first_size(self) -> None:
        """As large as a laptop's screen allows, at most as the pictures that the window was designed on."""
        room = self.screen().availableGeometry()
        self.resize(min(1600, int(room.width() * 0.94)), min(1000, int(room.height() * 0.92)))

    def _on_working(self, text: str) -> None:
        """A layout has begun or is over."""
        self.telling.show_work(text)
        self.refresh()

    def _on_changed(self, change: Change) -> None:
        if change is Change.READING:
            self._on_reading()
        elif change is Change.VIEW:
            self._on_view()
        if change is not Change.HOVER:
            self.refresh()

    def _on_view(self) -> None:
        """The map, or the outline in its place."""
        new = self.stage.show_view()
        if new is not None:
            new.menu_wanted.connect(self._show_context)
            new.left.connect(self._leave_outline)

    def _leave_outline(self) -> None:
        self.commands.views.leave_outline()

    def _on_reading(self) -> None:
        reading = self.workspace.reading
        if reading is None:
            self.stage.show_map()
            return
        from evmap.ui.panels.reader.panel import can_read

        faults = can_read(self.workspace, reading)
        if faults:
            self.tell(f"The article cannot be opened. {faults}")
            self.workspace.return_to_map()
        else:
            self.stage.show_reader()

    def _show_context(self, item: str, at: QPoint) -> None:
        from evmap.ui.window.menus import show_context

        show_context(self, item, at)

    def _offer_links(self, links: tuple[str, ...], toggle: bool, at: QPoint) -> None:
        from evmap.ui.window.menus import offer_links

        offer_links(self, links, at, toggle=toggle)

    def _on_camera(self) -> None:
        if self.stage.shows_map:  # where the reader is in its place, the map is of no size
            self.status.tell_zoom(self.canvas.camera.scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The side buttons of a mouse go back and forward, wherever the pointer is."""
        history, button = self.workspace.history, event.button()
        if button == Qt.MouseButton.BackButton:
            history.back()
        elif button == Qt.MouseButton.ForwardButton:
            history.forward()
        else:
            super().mousePressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the window as one reads it; see :mod:`evmap.ui.window.tab_order`."""
        if QApplication.styleHints().tabFocusBehavior() is not Qt.TabFocusBehavior.TabFocusAllControls:
            return super().focusNextPrevChild(forward)  # this system wants Tab to stop at fields only
        from evmap.ui.window import tab_order

        notice = (self.notice,) if self.notice else ()
        middle = (self.left, self.stage.views, self.stage.side, self.right)
        areas = (self.header, *notice, *middle, self.status)
        return tab_order.step(self, areas, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width among the panels, now that it is known."""
        super().showEvent(event)
        if not event.spontaneous():
            self.splitter.begin(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panels give way, or come back."""
        super().resizeEvent(event)
        self.splitter.show_panels(self.width())

    @property
    def draws_on_paper(self) -> bool:
        """Whether a picture or a hand-out is being drawn."""
        return "commands" in vars(self) and self.commands.files.is_drawing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place, size and where all was put; a talk ends with its window. Tours not kept hold it back once."""
        if self.late and not self.late.tours.keeping.close():
            event.ignore()
            return
        if "podium" in vars(self):
            self.podium.stop()
        self.arranging.close()
        if self.draws_on_paper:
            self.commands.files.office.cancel()
        self.settings.geometry = to_bytes(self.saveGeometry())
        self.settings.widths = self.splitter.widths
        self.settings.flush()
        super().closeEvent(event)
