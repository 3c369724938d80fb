"""The theme that the settings ask for: the chosen one or the system's, with the chosen text size."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from evmap.ui.theme.theme import Theme, load_theme


def chosen_theme(name: str, text_size: int) -> Theme:
    """The theme of a name, or the one that suits the system where the name is empty.

    Args:
        name: one of ``THEME_NAMES``, or nothing.
        text_size: in per cent.
    """
    return load_theme(name or system_theme(), text_size / 100)


def system_theme() -> str:
    """The name of the theme that the system asks for: dark or light, or all the contrast there is."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # since Qt 6.10
    if accessibility is not None and accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return "high-contrast"
    return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
