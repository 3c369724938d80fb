"""Draws the icons in resources/icons: SVG in, a pixmap of one colour out; QtSvg is imported when the first is drawn."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from evmap import data


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
