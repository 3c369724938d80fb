"""What lets panels wait for the map's first paint: an empty place for each."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Shelf(QWidget):
    """Keeps the room for one panel."""

    def hold(self, panel: QWidget) -> None:
        """Put the panel here; it fills the shelf."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
