"""Colours by role, fonts, icons and the style sheet: everything that makes the window look as it does."""

from evmap.ui.theme.fonts import load_fonts
from evmap.ui.theme.theme import THEME_NAMES, Theme, load_theme

__all__ = ["THEME_NAMES", "Theme", "load_fonts", "load_theme"]
