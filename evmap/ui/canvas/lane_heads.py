"""The heads of the lanes: a band along the top of the canvas that stays while the map moves below it.

Each head stands over its lane: the kind's icon, its name and how many concepts it holds.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from evmap.layout.lanes.view import Lane
from evmap.model import Kind
from evmap.ui.theme import Theme
from evmap.ui.words.names import KIND_MANY, count

_ABOVE, HEAD = 50, 36
"""Room above the heads, for the view's title."""

ICON, GAP, EDGE = 16, 4, 8
NAME, COUNT = 12.5, 11.5
RULE = 2.0
NARROWEST, LOWEST = 0.62, 0.86
"""A name may be set so much narrower, and with that so much lower."""
APART = 5
_BELOW = 5


class LaneHeads(QWidget):
    """The band. It is told by the canvas where lanes are seen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes: Sequence[Lane] = ()
        self._scale, self._origin = 1.0, 0.0
        self.opacity = 1.0
        self.setAccessibleName("Lanes")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self._name_font = theme.sans(theme.px(NAME), 700)
        self._count_font = theme.sans(theme.px(COUNT))
        self._name_metrics = QFontMetricsF(self._name_font)
        self._count_metrics = QFontMetricsF(self._count_font)
        self._ink, self._muted = theme.colour("ink"), theme.colour("muted")
        self._paper = theme.colour("paper")
        self._rules = {kind: QPen(theme.colour(f"kind.{kind}"), RULE) for kind in Kind}
        self._faint = QPen(theme.colour("faint"), 1.0)
        self._above = theme.px(_ABOVE)
        self.setFixedHeight(height_of(theme))
        self.update()

    def tell(self, lanes: Sequence[Lane], scale: float, origin: float, opacity: float) -> None:
        """Show the lanes of a map.

        Args:
            lanes: from left to right.
            scale: screen pixels to a map pixel.
            origin: where the map's x = 0 is seen.
            opacity: how much of the band there is to see, from 0 to 1; it comes with the lanes.
        """
        told = (lanes, scale, origin, opacity)
        if told != (self._lanes, self._scale, self._origin, self.opacity):
            if lanes is not self._lanes:
                self.setAccessibleDescription(", ".join(_words(lane) for lane in lanes))
            self._lanes, self._scale, self._origin, self.opacity = told
            self.update()

    def heads(self) -> list[tuple[Lane, QRectF]]:
        """Where each lane's head stands in the band."""
        xs = [lane.left * self._scale + self._origin for lane in self._lanes]
        ends = [x - EDGE for x in xs[1:]] + [max(self.width() - 2.0, xs[-1] + 80.0 if xs else 0.0)]
        top, high = float(self._above), float(self.height() - self._above - _BELOW)
        return [
            (lane, QRectF(x, top, min(max(end - x, 1.0), max((lane.right - lane.left) * self._scale, 110.0)), high))
            for lane, x, end in zip(self._lanes, xs, ends, strict=True)
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the band."""
        with QPainter(self) as painter:
            painter.setOpacity(self.opacity)
            painter.fillRect(self.rect(), self._paper)
            painter.setPen(self._faint)
            y = self.height() - 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            for lane, rect in self.heads():
                if rect.right() >= 0 and rect.left() <= self.width():
                    self._paint_head(painter, lane, rect)

    def _paint_head(self, painter: QPainter, lane: Lane, rect: QRectF) -> None:
        theme, icon = self._theme, self._theme.px(ICON)
        painter.setPen(self._rules[lane.kind])
        painter.drawLine(QPointF(rect.left(), rect.bottom() + 1), QPointF(rect.right(), rect.bottom() + 1))
        room = rect.width() + EDGE - APART
        self._paint_name(painter, KIND_MANY[lane.kind], rect, room)
        middle = rect.top() + self._name_metrics.height() + self._count_metrics.height() / 2 + 1
        icon = min(icon, max(int(room) - 2, 8))
        picture = theme.pixmap(f"kind-{lane.kind}", f"kind.{lane.kind}", icon, self.devicePixelRatioF())
        if room >= icon:
            painter.drawPixmap(QPointF(round(rect.left()), round(middle - icon / 2)), picture)
        if icon + GAP + self._count_metrics.horizontalAdvance(str(lane.count)) <= room:
            baseline = middle + (self._count_metrics.ascent() - self._count_metrics.descent()) / 2
            painter.setFont(self._count_font)
            painter.setPen(self._muted)
            painter.drawText(QPointF(rect.left() + icon + GAP, baseline), str(lane.count))

    def _paint_name(self, painter: QPainter, name: str, rect: QRectF, room: float) -> None:
        """A name that has too little room is set narrower; where even that does not help, the icon says it alone."""
        share = room / self._name_metrics.horizontalAdvance(name)
        if share < NARROWEST:
            return
        painter.save()
        painter.translate(rect.left(), rect.top() + self._name_metrics.ascent())
        painter.scale(min(share, 1.0), min(max(share, LOWEST), 1.0))
        painter.setFont(self._name_font)
        painter.setPen(self._ink)
        painter.drawText(QPointF(0, 0), name)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below the band is not meant."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies below the band is not meant."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew."""
        super().resizeEvent(event)
        self.update()


def _words(lane: Lane) -> str:
    return count(lane.count, KIND_MANY[lane.kind].lower(), KIND_MANY[lane.kind].lower())


def height_of(theme: Theme) -> int:
    """How high the band is in a theme."""
    return theme.px(_ABOVE) + theme.px(HEAD) + _BELOW
