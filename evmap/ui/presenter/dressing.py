"""Dresses a window of a talk in its own theme, which may be light where the app is dark, or dark where it is light."""

from PySide6.QtWidgets import QWidget

from evmap.ui.theme import Theme

_INK = "QLabel, QAbstractItemView, QCheckBox"
"""What the app's style sheet leaves to the palette, and so to the app's theme."""


def dress(widget: QWidget, theme: Theme) -> None:
    """Let a widget and all in it have a theme's colours."""
    widget.setStyleSheet(f"{theme.style_sheet()}\n{_INK} {{ color: {theme.colour('ink').name()}; }}")
    widget.setPalette(theme.palette())
