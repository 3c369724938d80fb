"""A theme in use: colours by role, the bundled fonts, icons in a role's colour, and the window's style sheet."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from evmap import data
from evmap.ui.theme.fonts import SANS, SERIF, load_fonts, make_font
from evmap.ui.theme.palette import palette_of
from evmap.ui.theme.theme_file import ThemeData, read_theme_file

if TYPE_CHECKING:  # icons are drawn after the first paint
    from PySide6.QtGui import QIcon, QPalette, QPixmap

_MARKS = "evmapmarks"  # Qt's name for the folder of the style sheet's few pictures, free of odd characters in its path

THEME_NAMES = ("light", "dark", "projector", "high-contrast")

_NAME = "abcdefghijklmnopqrstuvwxyz-."


class Theme:
    """One of the themes in resources/themes. Colours and fonts are made once and shared: do not change them.

    Attributes:
        scale: how large all that does not zoom is: the theme's own scale times the text size that the user chose.
        text: that text size, 1 for 100 %.
    """

    def __init__(self, said: ThemeData, text: float = 1.0) -> None:
        self.name = said.name
        self.title = said.title
        self.is_dark = said.is_dark
        self.scale = said.scale * text
        self.text = text
        self._colours = {role: QColor(value) for role, value in said.colours.items()}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def colour(self, role: str) -> QColor:
        """The colour of a role.

        Raises:
            KeyError: There is no such role; take the colours when a widget is made, not while it paints.
        """
        return self._colours[role]

    def sans(self, px: float, weight: int = QFont.Weight.Normal, italic: bool = False) -> QFont:
        """Our voice: names, phrases, the window. ``px`` is exact; panels pass ``theme.px(14)``."""
        return make_font(SANS, px, int(weight), italic)

    def serif(self, px: float, weight: int = QFont.Weight.Normal, italic: bool = False) -> QFont:
        """The sources' voice: quotes and articles."""
        return make_font(SERIF, px, int(weight), italic)

    def px(self, size: float) -> int:
        """A size of the window in this theme's scale and the user's text size; the map has its own zoom."""
        return round(size * self.scale)

    def icon(self, name: str, role: str = "ink", px: int = 20) -> QIcon:
        """An icon in a role's colour for buttons and menus; it is drawn when it is first shown, sharp at any size.

        The widget's own icon size decides how large it is; ``px`` only where there is none (a window's icon).
        """
        from PySide6.QtGui import QIcon

        from evmap.ui.theme.icon_engine import IconEngine
        from evmap.ui.theme.icons import svg_of

        svg_of(name)  # an unknown name fails here, not in a paint event
        return QIcon(IconEngine(name, self._colours[role], self._colours["dimmed"], px))

    def pixmap(self, name: str, role: str, px: int, dpr: float = 1.0) -> QPixmap:
        """An icon in a role's colour, ``px`` wide on screen; kept, so that asking again is free."""
        key = (name, role, px, dpr)
        if key not in self._pixmaps:
            from evmap.ui.theme.icons import icon_pixmap

            self._pixmaps[key] = icon_pixmap(name, self._colours[role], px, dpr)
        return self._pixmaps[key]

    def style_sheet(self) -> str:
        """The whole application's style sheet: resources/themes/window.qss with this theme's colours and sizes."""
        QDir.setSearchPaths(_MARKS, [str(data.RESOURCES / "themes" / "marks")])
        first, *rest = _template().split("@")
        return first + "".join(map(self._filled, rest))

    def palette(self) -> QPalette:
        """The same colours for what Qt draws without the style sheet."""
        return palette_of(self.colour)

    def apply(self, app: QApplication) -> None:
        """Give the application this theme: palette, font and style sheet. Its style is the session's matter."""
        load_fonts()
        app.setPalette(self.palette())
        app.setFont(self.sans(self.px(14)))
        app.setStyleSheet(self.style_sheet())

    def _filled(self, piece: str) -> str:
        """A piece of the style sheet that begins with what stood after an "@": px(12), mark(tick), ink or ink/45."""
        rest = piece.lstrip(_NAME)
        name = piece[: len(piece) - len(rest)]
        if name in ("px", "mark"):
            value, _, rest = rest[1:].partition(")")
            if name == "px":
                return f"{self.px(int(value))}px{rest}"
            return f"url({_MARKS}:{'dark' if self.is_dark else 'light'}/{value}.svg){rest}"
        colour = self._colours[name]
        if not rest.startswith("/"):
            return colour.name() + rest
        after = rest[1:].lstrip("0123456789")
        percent = rest[1 : len(rest) - len(after)]
        return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {percent}%){after}"


@lru_cache(maxsize=1)
def _template() -> str:
    text = (data.RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8")
    first, *rest = text.split("/*")
    return first + "".join(piece.partition("*/")[2] for piece in rest)


@lru_cache(maxsize=2 * len(THEME_NAMES))
def load_theme(name: str, text: float = 1.0) -> Theme:
    """The theme of this name, read once.

    Args:
        name: one of ``THEME_NAMES``.
        text: the text size, 1 for 100 %.

    Raises:
        KeyError: No theme has this name.
        BadThemeError: Its file is not right.
    """
    if name not in THEME_NAMES:
        raise KeyError(f"no theme is called {name!r}; there are {', '.join(THEME_NAMES)}")
    return Theme(read_theme_file(data.RESOURCES / "themes" / f"{name}.toml"), text)
