"""The window: header, legend, map or reader, details and status line, held together by the workspace's changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from evmap.ui.actions.action_set import ActionSet
from evmap.ui.actions.spec import When
from evmap.ui.bridge import Bridge
from evmap.ui.panels.areas import Areas
from evmap.ui.panels.header import Header
from evmap.ui.panels.shelf import FirstPaint, Shelf
from evmap.ui.panels.stage import Stage
from evmap.ui.panels.status import StatusLine
from evmap.ui.settings import Settings, to_bytes
from evmap.ui.theme import THEME_NAMES, Theme, load_theme
from evmap.workspace import Change, Workspace

if TYPE_CHECKING:
    from evmap.ui.actions.files import MapFiles
    from evmap.ui.messages.notice import NoticeBar
    from evmap.ui.panels.detail import DetailPanel
    from evmap.ui.panels.legend import LegendPanel

_LEGEND, _DETAILS = 200, 344
"""How wide the panels are at the first start; the map has all the rest."""


class MainWindow(QMainWindow):
    """One map in one window. It carries out the commands of the action table.

    Before the map is first painted there are only the canvas and empty shelves: what stands on them is imported and
    made right after, by :meth:`fill`. It would be a quarter of the time to the first picture.

    Attributes:
        notice: the bar for notices, once there was one.

    Signals:
        map_opened: another map was opened and wants a window; carries its workspace.
    """

    map_opened = Signal(object)

    def __init__(self, workspace: Workspace, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.workspace = workspace
        self.settings = settings
        self._theme = theme
        self.notice: NoticeBar | None = None
        self._legend: LegendPanel | None = None
        self._details: DetailPanel | None = None
        self.setWindowTitle(f"{workspace.map.title} – EV Map")
        self.setMinimumSize(720, 480)
        self.actions_by_table = ActionSet(self, self)
        self._build()
        self._restore()
        self._bridge = Bridge(workspace, self)
        self._bridge.changed.connect(self._on_changed)
        self.canvas.camera_changed.connect(self._on_camera)
        self.canvas.concept_activated.connect(self._on_activated)
        self.canvas.link_activated.connect(self._on_activated)
        self._first_paint = FirstPaint(self.canvas)
        self._first_paint.painted.connect(self.fill)
        self._refresh()

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

    def fill(self) -> None:
        """Make what waited for the first paint: legend, details, icons, and what needs the articles."""
        if self._details:
            return
        from evmap.ui.panels.detail import DetailPanel
        from evmap.ui.panels.legend import LegendPanel

        self._legend = LegendPanel(self.workspace, self._theme)
        self._details = DetailPanel(self.workspace, self._theme)
        self.left.hold(self._legend)
        self.right.hold(self._details)
        self._details.fill()
        self.header.dress()
        self.status.tell_counts("every sentence placed" if self.workspace.every_sentence_placed else "")
        if self.settings.complaint:
            self.tell(self.settings.complaint)

    def tell(self, text: str) -> None:
        """Show a notice above the map."""
        if self.notice is None:
            from evmap.ui.messages.notice import NoticeBar

            self.notice = NoticeBar(self._theme)
            self.notice.closed.connect(self._refresh)
            self._rows.insertWidget(1, self.notice)
        self.notice.tell(text)
        self._refresh()

    # What the action table calls.

    def open_map(self) -> None:
        """Ask for a map and open it in its own window."""
        self._files().ask_to_open(self.map_opened.emit)

    def export_map(self) -> None:
        """Ask for a file and write the map to it."""
        self._files().ask_to_export()

    def leave(self) -> None:
        """Close the window."""
        self.close()

    def zoom_in(self) -> None:
        """See the map larger."""
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        """See more of the map."""
        self.canvas.zoom_out()

    def zoom_to_actual(self) -> None:
        """See the map at 100 %."""
        self.canvas.zoom_to(1.0)

    def fit_map(self) -> None:
        """See the whole map."""
        self.canvas.fit_map()

    def fit_selection(self) -> None:
        """See what is selected as large as it fits."""
        self.canvas.fit_selection()

    def change_theme(self, name: str) -> None:
        """Take another theme and remember it."""
        self._theme = load_theme(name)
        self.settings.theme = name
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._theme.apply(app)
        for part in (self.header, self.notice, self._legend, self.stage, self._details, self.status):
            if part:
                part.set_theme(self._theme)
        self.header.dress()
        self._refresh()

    def next_theme(self) -> None:
        """Take the theme after this one."""
        self.change_theme(THEME_NAMES[(THEME_NAMES.index(self._theme.name) + 1) % len(THEME_NAMES)])

    def toggle_legend(self) -> None:
        """Show or hide the panel at the left."""
        self.settings.legend = not self.settings.legend
        self.left.setVisible(self.settings.legend)
        self._refresh()

    def toggle_details(self) -> None:
        """Show or hide the panel at the right."""
        self.settings.details = not self.settings.details
        self.right.setVisible(self.settings.details)
        self._refresh()

    def toggle_minimap(self) -> None:
        """Show or hide the small map in the corner."""
        self.settings.minimap = not self.settings.minimap
        self.canvas.set_minimap_visible(self.settings.minimap)
        self._refresh()

    def toggle_motion(self) -> None:
        """Turn moving pictures on or off."""
        self.settings.reduced_motion = not self.settings.reduced_motion
        self.canvas.set_reduced_motion(self.settings.reduced_motion)
        self._refresh()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._refresh()

    def return_to_map(self) -> None:
        """Close the reader."""
        self.workspace.return_to_map()

    def step_back(self) -> None:
        """One step down the ladder: the notice, the reader, then the selection. Popups and dialogs close themselves."""
        if self.workspace.reading:
            self.workspace.return_to_map()
        elif self.workspace.selection:
            self.workspace.clear_selection()
        elif self.notice:
            self.notice.dismiss()

    def next_area(self) -> None:
        """Put the focus on the next part of the window."""
        self._areas.step(1)

    def previous_area(self) -> None:
        """Put the focus on the part before."""
        self._areas.step(-1)

    def show_menu(self) -> None:
        """Open the menu."""
        self.header.open_menu()

    def show_keys(self) -> None:
        """Show the key sheet."""
        from evmap.ui.actions.key_sheet import KeySheet

        KeySheet(self._theme, self).open()

    def show_about(self) -> None:
        """Say what this is."""
        from evmap.ui.messages.about import AboutDialog

        AboutDialog(self._theme, self).open()

    # How the window is made and kept.

    def _build(self) -> None:
        workspace, theme = self.workspace, self._theme
        self.header = Header(workspace.map, self.actions_by_table, theme)
        self.stage = Stage(workspace, theme)
        self.canvas = self.stage.canvas
        self.status = StatusLine(workspace, theme)
        self.left, self.right = Shelf(), Shelf()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for part, least in ((self.left, 170), (self.stage, 300), (self.right, 280)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        middle = QWidget()
        self._rows = QVBoxLayout(middle)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        for row in (self.header, self.splitter, self.status):
            self._rows.addWidget(row)
        self._rows.setStretchFactor(self.splitter, 1)
        self.setCentralWidget(middle)
        self._areas = Areas(self, (self.stage, self.right, self.left, self.header))
        self.canvas.setFocus()

    def _restore(self) -> None:
        settings = self.settings
        if not (settings.geometry and self.restoreGeometry(QByteArray(settings.geometry))):
            self._first_size()
        self.left.setVisible(settings.legend)
        self.right.setVisible(settings.details)
        self.canvas.set_reduced_motion(settings.reduced_motion)
        self.canvas.set_minimap_visible(settings.minimap)

    def _share_width(self) -> None:
        """The panels as wide as they were left; at the first start narrow, so that the map has the room."""
        widths = self.settings.widths
        if len(widths) != 3:
            legend, details = min(_LEGEND, self.width() // 6), min(_DETAILS, self.width() * 3 // 10)
            widths = (legend, self.width() - legend - details, details)
        self.splitter.setSizes(list(widths))

    def _first_size(self) -> None:
        """As large as a laptop's screen allows, at most as the pictures that the window was designed on."""
        room = self.screen().availableGeometry()
        self.resize(min(1600, int(room.width() * 0.94)), min(1000, int(room.height() * 0.92)))

    def _files(self) -> MapFiles:
        from evmap.ui.actions.files import MapFiles

        return MapFiles(self, self.workspace, self.settings.last_folder, self.tell)

    def _on_changed(self, change: Change) -> None:
        if change is Change.READING:
            self._on_reading()
        if change is not Change.HOVER:
            self._refresh()

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

    def _on_activated(self) -> None:
        """Enter or a double click on the map: on to the passages."""
        if not self.settings.details:
            self.toggle_details()
        self.details.take_focus()

    def _on_camera(self) -> None:
        self.status.tell_zoom(self.canvas.camera.scale)

    def _refresh(self) -> None:
        reading, chosen = self.workspace.reading is not None, bool(self.workspace.selection)
        holding = {When.ALWAYS}
        holding |= {When.READING} if reading else {When.ON_MAP}
        if chosen and not reading:
            holding.add(When.SELECTION)
        if reading or chosen or (self.notice and self.notice.isVisible()):
            holding.add(When.STEP_BACK)
        on = {f"theme.{self._theme.name}"}
        on |= {"view.legend"} if self.settings.legend else set()
        on |= {"view.details"} if self.settings.details else set()
        on |= {"view.minimap"} if self.settings.minimap else set()
        on |= {"view.motion"} if self.settings.reduced_motion else set()
        on |= {"view.full"} if self.isFullScreen() else set()
        self.actions_by_table.refresh(holding, on)

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width among the panels, now that it is known."""
        super().showEvent(event)
        if not event.spontaneous():
            self._share_width()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and size for the next start."""
        self.settings.geometry = to_bytes(self.saveGeometry())
        self.settings.widths = tuple(self.splitter.sizes())
        self.settings.flush()
        super().closeEvent(event)
