"""The areas of the window in their order, for F6: each remembers where the focus last was in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Areas(QObject):
    """Cycles the keyboard's focus through the parts of a window that are in sight."""

    def __init__(self, window: QWidget, areas: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._areas = tuple(areas)
        self._last: dict[QWidget, QWidget] = {}

    def add(self, area: QWidget) -> None:
        """Go through one more area, the last."""
        self._areas = (*self._areas, area)

    def step(self, by: int) -> None:
        """Go to the next area (1) or the one before (-1) that can take the focus."""
        focus = QApplication.focusWidget()
        here = next((at for at, area in enumerate(self._areas) if focus and holds(area, focus)), -1 if by > 0 else 0)
        if focus and here >= 0:
            self._last[self._areas[here]] = focus
        for distance in range(1, len(self._areas) + 1):
            area = self._areas[(here + by * distance) % len(self._areas)]
            target = self._target(area) if area.isVisible() else None
            if target:
                target.setFocus(Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason)
                return

    def _target(self, area: QWidget) -> QWidget | None:
        last = self._last.get(area)
        if last is not None and isValid(last) and takes_focus(last) and holds(area, last):
            return last
        inside = (area, *area.findChildren(QWidget))
        return next((widget for widget in inside if takes_focus(widget)), None)


def holds(area: QWidget, widget: QWidget) -> bool:
    """Whether a widget is an area or in it."""
    return area is widget or area.isAncestorOf(widget)


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab can stop at a widget now."""
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isVisible() and widget.isEnabled()
