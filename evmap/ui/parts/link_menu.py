"""The small chooser where links lie on each other: their sentences, each with its line, the one nearest first."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from evmap.graph.sureness import sureness
from evmap.model import Link
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.theme import Theme
from evmap.ui.words.plain import showable
from evmap.workspace import Workspace

_LINE = 26
_MOST = 80
"""A longer sentence is shortened in the middle: its two ends are what tells it from the others."""
_AROUND = 80
"""What of the menu is beside its words and their line."""


class LinkMenu(QMenu):
    """One entry for each link. The entry that is pointed at, by mouse or keys, lights its link on the map."""

    def __init__(
        self, workspace: Workspace, links: Sequence[str], theme: Theme, parent: QWidget, *, toggle: bool = False
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._toggle = toggle
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{len(links)} links lie here")
        self.setStyleSheet(f"QMenu {{ icon-size: {theme.px(_LINE)}px; }}")
        for key in links:
            self.addAction(self._entry(workspace.index.links[key], theme))
        self.hovered.connect(self._light)
        self.triggered.connect(self._choose)
        self.aboutToHide.connect(self._fade)

    def popup(self, pos: QPoint, at: QAction | None = None) -> None:
        """Open with the nearest link lit: after the map below was told that the pointer left it."""
        super().popup(pos, at)
        self.setActiveAction(self.actions()[0])

    def _entry(self, link: Link, theme: Theme) -> QAction:
        sentence = showable(self._workspace.index.sentence(link))
        room = min(theme.px(6 * _MOST), self.screen().availableGeometry().width() - theme.px(_LINE) - _AROUND)
        words = self.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room)
        entry = QAction(_sample(link, theme, self.devicePixelRatioF()), words.replace("&", "&&"), self)
        entry.setData(link.id)
        entry.setToolTip(sentence)
        return entry

    def _light(self, entry: QAction) -> None:
        self._workspace.point_at(entry.data())

    def _choose(self, entry: QAction) -> None:
        if self._toggle:
            self._workspace.toggle(entry.data())
        else:
            self._workspace.select_link(entry.data())

    def _fade(self) -> None:
        self._workspace.point_at(None)


def _sample(link: Link, theme: Theme, ratio: float) -> QIcon:
    side = theme.px(_LINE)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_line_sample(painter, QRectF(1, 0, side - 2, side), sureness(link), theme)
    return QIcon(picture)
