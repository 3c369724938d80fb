"""The signs of the legend: icons of kinds, pieces of lines, and the marks and colours of the lens in use."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from evmap.graph.sureness import Sureness
from evmap.ui.canvas.painting.marks import draw_badge
from evmap.ui.panels.legend.rows import Sign
from evmap.ui.parts.line_sample import draw_line_sample
from evmap.ui.theme import Theme
from evmap.workspace import Lens

_ICON, _LINE, _BADGE, _APART = 20, 27, 15, 6


def sign_of(theme: Theme, lens: Lens, group: str, hue: str, mark: str, *, in_use: bool) -> tuple[Sign, int]:
    """What stands at the left of a row, and how wide it is; in colour, if the map is seen through its lens."""
    if lens is Lens.KIND:
        return _Icon(theme, f"kind-{group}", hue if in_use else "ink"), theme.px(_ICON)
    if lens is Lens.CERTAINTY:
        wide = _LINE + (_BADGE + _APART if in_use else 0)
        return _Line(theme, Sureness(group), hue if in_use else "", mark), theme.px(wide)
    return _Badge(theme, hue if in_use else "muted", mark), theme.px(_ICON)


class _Icon:
    """The icon of a kind."""

    def __init__(self, theme: Theme, name: str, role: str) -> None:
        self._theme, self._name, self._role = theme, name, role

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        size = self._theme.px(_ICON)
        picture = self._theme.pixmap(self._name, self._role, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(box.left()), round(box.center().y() - size / 2), picture)


class _Line:
    """A piece of line as the map draws it; with a hue in that colour, and the mark before it."""

    def __init__(self, theme: Theme, sure: Sureness, hue: str, mark: str) -> None:
        self._theme, self._sure, self._hue, self._mark = theme, sure, hue, mark

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        theme, y = self._theme, box.center().y()
        line = QRectF(box.right() - theme.px(_LINE), y - 6, theme.px(_LINE), 12)
        draw_line_sample(painter, line, self._sure, theme, theme.colour(self._hue) if self._hue else None)
        if self._hue:
            size = theme.px(_BADGE)
            draw_badge(painter, (box.left() + size / 2 + 1, y), size, self._hue, self._mark, theme)


class _Badge:
    """The mark of a group."""

    def __init__(self, theme: Theme, hue: str, mark: str) -> None:
        self._theme, self._hue, self._mark = theme, hue, mark

    def __call__(self, painter: QPainter, box: QRectF) -> None:
        draw_badge(
            painter, (box.center().x(), box.center().y()), self._theme.px(_BADGE), self._hue, self._mark, self._theme
        )
