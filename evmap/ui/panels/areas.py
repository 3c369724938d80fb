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

    def step(self, by: int) -> None:
        """Go to the next area (1) or the one before (-1) that can take the focus."""
        focus = QApplication.focusWidget()
        here = next((at for at, area in enumerate(self._areas) if focus and _holds(area, focus)), -1 if by > 0 else 0)
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
        if last is not None and isValid(last) and _takes_focus(last) and _holds(area, last):
            return last
        inside = (area, *area.findChildren(QWidget))
        return next((widget for widget in inside if _takes_focus(widget)), None)


def _holds(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)


def _takes_focus(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and widget.isVisible() and widget.isEnabled()
