"""Draws the icons in resources/icons: SVG in, a pixmap of one colour out; QtSvg is imported when the first is drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from evmap import data

_NORMAL, _OFF = QIcon.Mode.Normal, QIcon.State.Off


@lru_cache(maxsize=64)
def svg_of(name: str) -> str:
    """The SVG text of an icon.

    Raises:
        KeyError: There is no icon of this name.
    """
    try:
        return (data.RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    except OSError as error:
        raise KeyError(f"no icon is called {name!r}") from error


def draw_icon(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draw an icon as vectors into ``rect``."""
    from PySide6.QtSvg import QSvgRenderer

    svg = svg_of(name).replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    renderer.render(painter, rect)


def icon_pixmap(name: str, colour: QColor, px: int, dpr: float) -> QPixmap:
    """An icon ``px`` wide on screen, sharp at the device pixel ratio ``dpr``, on a clear ground."""
    side = max(1, round(px * dpr))
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, name, colour, QRectF(0, 0, side, side))
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


class IconEngine(QIconEngine):
    """Draws one of our icons in any size when it is asked for, so that menus never opened cost nothing."""

    def __init__(self, name: str, colour: QColor, dimmed: QColor, px: int) -> None:
        super().__init__()
        self._name, self._colour, self._dimmed, self._px = name, colour, dimmed, px

    def _colour_for(self, mode: QIcon.Mode) -> QColor:
        return self._dimmed if mode is QIcon.Mode.Disabled else self._colour

    def clone(self) -> QIconEngine:
        """Another engine for the same icon (Qt copies icons freely)."""
        return IconEngine(self._name, self._colour, self._dimmed, self._px)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw straight into a widget's painter."""
        draw_icon(painter, self._name, self._colour_for(mode), QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """A pixmap of exactly ``size`` device pixels."""
        return icon_pixmap(self._name, self._colour_for(mode), min(size.width(), size.height()), 1.0)

    def availableSizes(self, _mode: QIcon.Mode = _NORMAL, _state: QIcon.State = _OFF) -> list[QSize]:
        """The sizes offered where Qt must choose one itself (a window's icon)."""
        return [QSize(self._px, self._px), QSize(2 * self._px, 2 * self._px)]
