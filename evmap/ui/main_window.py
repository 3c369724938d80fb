"""The window: header, legend, map or reader, details and status line, held together by the workspace's changes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from evmap.ui.arranging import Arranging
from evmap.ui.bridge import Bridge
from evmap.ui.panels.header import Header
from evmap.ui.panels.plain import window_title
from evmap.ui.panels.sides import Sides
from evmap.ui.panels.stage import Stage
from evmap.ui.panels.status import StatusLine
from evmap.ui.settings import Settings, to_bytes
from evmap.ui.theme import Theme
from evmap.workspace import Change, Topic, View, Workspace

if TYPE_CHECKING:  # most of it made after the first paint
    from evmap.ui.actions.action_set import ActionSet
    from evmap.ui.actions.spec import When
    from evmap.ui.commands import Commands
    from evmap.ui.finding.find_bar import FindBar
    from evmap.ui.hints import Hints
    from evmap.ui.messages.notice import NoticeBar
    from evmap.ui.panels.areas import Areas
    from evmap.ui.panels.asking_parts import AskingParts
    from evmap.ui.panels.detail import DetailPanel
    from evmap.ui.panels.follow_parts import FollowParts
    from evmap.ui.panels.legend import LegendPanel
    from evmap.ui.panels.work import WorkBar
    from evmap.ui.presenter.podium import Podium
    from evmap.ui.tours.parts import TourParts

_VIEW_ACTIONS = {
    View.BIG_PICTURE: "view.big",
    View.ATLAS: "view.atlas",
    View.AROUND: "view.around",
    View.LANES: "view.lanes",
    View.OUTLINE: "view.outline",
}


class MainWindow(QMainWindow):
    """One map in one window. What can be asked of it lies in its commands, see :mod:`evmap.ui.commands`.

    Before the map is first painted there are only the canvas, a header without menus and empty shelves: what stands on
    them, and all commands with their keys, are imported and made right after, by :meth:`fill`. They would be a third
    of the time to the first picture.

    Attributes:
        notice: the bar for notices, once there was one.
        hints: the hints of the first start, while there are any.
        arranging: what it does with the places of the Atlas.
        work: how far a layout is, once there was one.
        tours: what it holds for tours, after the first paint.

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
        self.notice: NoticeBar | None = None
        self.hints: Hints | None = None
        self.work: WorkBar | None = None
        self._legend: LegendPanel | None = None
        self._details: DetailPanel | None = None
        self._find: FindBar | None = None
        self.setWindowTitle(f"{window_title(workspace.map.title)} – EV Map")
        self.setMinimumSize(760, 480)
        self._build()
        self._restore()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)
        self.canvas.camera_changed.connect(self._on_camera)
        self.canvas.concept_activated.connect(self.show_passages)
        self.canvas.link_activated.connect(self.show_passages)
        self.canvas.menu_wanted.connect(self._show_context)
        self.canvas.links_offered.connect(self._offer_links)
        self.canvas.first_painted.connect(self.fill)
        self._follow: FollowParts | None = None
        self._asking: AskingParts | None = None
        self.tours: TourParts | None = None
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
        from evmap.ui.panels.areas import Areas

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

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def legend(self) -> LegendPanel:
        """The panel at the left."""
        self.fill()
        assert self._legend
        return self._legend

    @property
    def details(self) -> DetailPanel:
        """The panel at the right."""
        self.fill()
        assert self._details
        return self._details

    @property
    def find_bar(self) -> FindBar:
        """The field in the header with its list."""
        self.fill()
        assert self._find
        return self._find

    def fill(self) -> None:
        """Make what waited for the first paint: legend, details, icons, and what needs the articles."""
        if self._details:
            return
        from evmap.ui.finding.find_bar import FindBar
        from evmap.ui.panels.asking_parts import AskingParts
        from evmap.ui.panels.detail import DetailPanel
        from evmap.ui.panels.follow_parts import FollowParts
        from evmap.ui.panels.legend import LegendPanel
        from evmap.ui.tours.parts import TourParts

        self.take_habits()
        self._asking = AskingParts(self.workspace, self.canvas, self.settings, self._theme)
        self._legend = LegendPanel(self.workspace, self._theme)
        self._details = DetailPanel(self.workspace, self._theme)
        self.left.hold(self._legend)
        self.right.hold(self._details)
        self._details.room_wanted.connect(self.splitter.make_room)
        self._details.fill()
        self._follow = FollowParts(self.workspace, self.actions_by_table, self._theme, self.header, self.status)
        self._find = FindBar(self, self.actions_by_table.by_id["edit.find"].spec.keys[0])
        self.header.find_room.hold(self._find.field)
        self.header.dress()
        self.status.tell_counts("every sentence placed" if self.workspace.every_sentence_placed else "")
        for complaint in (self.settings.complaint, self.arranging.complaint):
            if complaint:
                self.tell(complaint)
        self.tours = TourParts(self)
        self.arranging.improve()
        self._hint()

    def _hint(self) -> None:
        """Show the hints that were not seen yet, if there are any."""
        from evmap.ui.hints import HINTS, Hints

        if self.hints is not None:
            self.hints.follow()
        elif self.settings.hints_seen < len(HINTS):
            self.hints = Hints(self)

    def tell(self, text: str) -> None:
        """Show a notice above the map."""
        if self.notice is None:
            from evmap.ui.messages.notice import NoticeBar

            self.notice = NoticeBar(self._theme)
            self.notice.closed.connect(self.refresh)
            self._rows.insertWidget(1, self.notice)
            self.areas.add(self.notice)
        self.notice.tell(text)
        self.refresh()

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
        for part in (
            self.header,
            self.notice,
            self._legend,
            self.stage,
            self._details,
            self.status,
            self.work,
            self._follow,
            self._find,
            self._asking,
        ):
            if part:
                part.set_theme(theme)
        self.header.dress()
        self.splitter.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Enable the commands that make sense now, and tick what is on."""
        self.header.view_button.tell(self.workspace.viewing.view)
        self.header.view_button.setEnabled(self.stage.shows_map)
        if self._follow:
            self._follow.refresh()
        if "actions_by_table" in vars(self):
            self._refresh(self.actions_by_table)

    def _refresh(self, actions: ActionSet) -> None:
        actions.name("edit.undo", self.arranging.undo_text)
        actions.name("edit.redo", self.arranging.redo_text)
        if self.tours:
            self.tours.name()
        switches = {
            "view.legend": self.settings.legend,
            "view.details": self.settings.details,
            "view.minimap": self.settings.minimap,
            "view.motion": self.settings.reduced_motion,
            "view.full": self.isFullScreen(),
            "read.beside": self.stage.is_reading and self.stage.shows_map,
            "go.care": self.workspace.topic is Topic.CARE,
            "go.gaps": self.workspace.topic is Topic.GAPS,
        }
        on = {each for each, is_on in switches.items() if is_on}
        on |= {f"theme.{self._theme.name}", _VIEW_ACTIONS[self.workspace.viewing.view]}
        actions.refresh(self._situation(), on | self._parts_ticks())

    def _parts_ticks(self) -> set[str]:
        """What the parts that were made after the first paint tick."""
        return set().union(*(part.ticks() for part in (self._follow, self._asking, self.tours) if part))

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
        from evmap.ui.canvas.wheel import WheelHabit

        settings = self.settings
        self.canvas.set_reduced_motion(settings.reduced_motion)
        self.canvas.set_wheel(WheelHabit(settings.wheel == "scroll", settings.wheel_reversed))
        self.actions_by_table.use_letter_keys(settings.letter_keys)
        if self._details:
            self._hint()

    def _first_size(self) -> None:
        """As large as a laptop's screen allows, at most as the pictures that the window was designed on."""
        room = self.screen().availableGeometry()
        self.resize(min(1600, int(room.width() * 0.94)), min(1000, int(room.height() * 0.92)))

    def _on_working(self, text: str) -> None:
        """A layout has begun or is over."""
        if text:
            if self.work is None:
                from evmap.ui.panels.work import WorkBar

                self.work = WorkBar(self._theme)
                self.work.cancelled.connect(self.arranging.cancel)
                self.arranging.run.progressed.connect(self.work.tell)
                self.status.hold(self.work)
            self.work.begin(text)
        elif self.work:
            self.work.hide()
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
        from evmap.ui.panels.reader import can_read

        faults = can_read(self.workspace, reading)
        if faults:
            self.tell(f"The article cannot be opened. {faults}")
            self.workspace.return_to_map()
        else:
            self.stage.show_reader()

    def _show_context(self, item: str, at: QPoint) -> None:
        """What can be done with what was clicked, which is then what is selected."""
        from PySide6.QtWidgets import QMenu

        from evmap.ui.actions.table import CONTEXT, ONLY_ON_CANVAS

        index, outlined = self.workspace.index, self.workspace.viewing.view is View.OUTLINE
        nothing = "row" if outlined else "paper"
        what = "concept" if item in index.concepts else "link" if item in index.links else nothing
        chosen = self.workspace.selection
        if item and item not in (*chosen.concepts, *chosen.links):
            self.workspace.select(*(((item,), ()) if what == "concept" else ((), (item,))))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = [each for each in CONTEXT[what] if not (outlined and each in ONLY_ON_CANVAS)]
        self.actions_by_table.fill_with(menu, offered, self._theme)
        menu.popup(at)

    def _offer_links(self, links: tuple[str, ...], toggle: bool, at: QPoint) -> None:
        """Let the person choose among links that lie on each other; beside the pointer, so that no entry is hit yet."""
        from evmap.ui.panels.link_menu import LinkMenu

        LinkMenu(self.workspace, links, self._theme, self, toggle=toggle).popup(at + QPoint(6, 6))

    def _on_camera(self) -> None:
        self.status.tell_zoom(self.canvas.camera.scale)

    def _situation(self) -> set[When]:
        """Which commands make sense now."""
        from evmap.ui.actions.spec import When

        workspace, arrangement = self.workspace, self.workspace.arrangement
        reading, chosen, may_arrange = workspace.reading is not None, workspace.selection, workspace.can_arrange
        on_map, outlined = not reading or self.stage.shows_map, workspace.viewing.view is View.OUTLINE
        around, aside = workspace.viewing.view is View.AROUND, workspace.topic is not Topic.SELECTION
        noticed = self.notice is not None and self.notice.isVisible()
        finding = self._find is not None and self._find.is_open
        path = workspace.following.looked_at
        holds = {
            When.ALWAYS: True,
            When.READING: reading,
            When.ON_MAP: on_map,
            When.ON_CANVAS: on_map and not outlined,
            When.ON_OUTLINE: on_map and outlined,
            When.CHOSEN_ON_CANVAS: bool(chosen) and on_map and not outlined,
            When.SELECTION: bool(chosen) and on_map,
            When.CHOSEN: bool(chosen),
            When.CONCEPT: chosen.only_concept is not None and on_map,
            When.MENTIONED: chosen.only_concept is not None,
            When.ROOM_BESIDE: reading and self.stage.can_choose,
            When.TO_FIND_PATH: on_map and not chosen.links and len(chosen.concepts) in (1, 2),
            When.ON_PATH: path is not None,
            When.SEVERAL_PATHS: path is not None and len(path.paths) > 1,
            When.CAN_GO_BACK: bool(workspace.history.earlier),
            When.CAN_GO_FORWARD: bool(workspace.history.later),
            When.FILTERED: workspace.asking.filtering,
            When.HIDDEN: any(map(workspace.asking.hides, (*chosen.concepts, *chosen.links))),
            When.HITS: self._find is not None and self._find.has_hits,
            When.STEP_BACK: finding
            or reading
            or bool(chosen)
            or around
            or aside
            or noticed
            or workspace.asking.filtering
            or self.arranging.busy
            or self._draws_on_paper,
            When.ON_ATLAS: may_arrange and not self.arranging.busy,
            When.CHOSEN_ON_ATLAS: may_arrange and bool(chosen.concepts),
            When.CAN_UNDO: may_arrange and arrangement.can_undo,
            When.CAN_REDO: may_arrange and arrangement.can_redo,
            When.MOVED: may_arrange and workspace.has_own_places and not arrangement.is_shipped,
        }
        return {when for when, holding in holds.items() if holding} | (self.tours.situation() if self.tours else set())

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
        """Tab goes through the window as one reads it; see :mod:`evmap.ui.panels.tab_order`."""
        if QApplication.styleHints().tabFocusBehavior() is not Qt.TabFocusBehavior.TabFocusAllControls:
            return super().focusNextPrevChild(forward)  # this system wants Tab to stop at fields only
        from evmap.ui.panels import tab_order

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
    def _draws_on_paper(self) -> bool:
        return "commands" in vars(self) and self.commands.files.is_drawing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place, size and where all was put; a talk ends with its window. Tours not kept hold it back once."""
        if self.tours and not self.tours.keeping.close():
            event.ignore()
            return
        if "podium" in vars(self):
            self.podium.stop()
        self.arranging.close()
        if self._draws_on_paper:
            self.commands.files.office.cancel()
        self.settings.geometry = to_bytes(self.saveGeometry())
        self.settings.widths = self.splitter.widths
        self.settings.flush()
        super().closeEvent(event)
