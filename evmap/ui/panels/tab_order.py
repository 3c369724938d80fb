"""The order of Tab through the window: as one reads it, whenever its parts were made.

Header, notice, legend, map or outline (with the chips and hints on it), reader, details, status line; then again from
the header. Within an area the order is that in which its parts were made, which is that of the eye; header and status
line, whose parts come and go, are read from left to right.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from evmap.ui.panels.areas import holds, takes_focus


def step(window: QWidget, areas: Sequence[QWidget], rows: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next or the previous part; whether there is one.

    Args:
        window: whose parts are meant.
        areas: the areas of the window in the order of reading; what is in none of them comes last.
        rows: those of them that are read from left to right.
        forward: whether the next one is meant.
    """
    parts = in_order(window, areas, rows)
    if not parts:
        return False
    focus = QApplication.focusWidget()
    here = parts.index(focus) if focus in parts else -1 if forward else 0
    target = parts[(here + (1 if forward else -1)) % len(parts)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def in_order(window: QWidget, areas: Sequence[QWidget], rows: Sequence[QWidget]) -> list[QWidget]:
    """All parts that Tab stops at."""

    def place(part: QWidget) -> tuple[int, int]:
        area = next((at for at, each in enumerate(areas) if holds(each, part)), len(areas))
        in_row = area < len(areas) and areas[area] in rows
        return area, part.mapTo(window, QPoint(0, 0)).x() if in_row else 0

    return sorted(_chain(window), key=place)


def _chain(window: QWidget) -> list[QWidget]:
    """What can take the focus by Tab, in the order in which it was made."""
    found: list[QWidget] = []
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        if each.window() is window and each.focusProxy() is None and takes_focus(each):
            found.append(each)
        each = each.nextInFocusChain()
    return found


def _bring_into_view(part: QWidget) -> None:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(part)
        parent = parent.parentWidget()
