"""The order of Tab through the window: as one reads it, wherever its parts stand now and whenever they were made.

Header, notice, legend, map or outline (with the chips and hints on it), reader, details, status line; then again from
the header. Within each of them, part in part, line by line: downwards, and on a line from left to right.

Qt keeps an order of its own, which Python must not ask for: to PySide6, what ``nextInFocusChain`` and ``focusProxy``
give belongs to the widget that was asked. Two widgets of Qt's, such as a tree's header and its viewport, so come to own
each other, are garbage to Python, and are deleted under the tree: the process ends at its next layout.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QWidget

from evmap.ui.panels.details.tabs import JumpBar
from evmap.ui.window.areas import holds, takes_focus


def step(window: QWidget, areas: Sequence[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next or the previous part; whether there is one.

    Args:
        window: whose parts are meant.
        areas: the areas of the window in the order of reading; what is in none of them comes last.
        forward: whether the next one is meant.
    """
    parts = in_order(window, areas)
    if not parts:
        return False
    focus = QApplication.focusWidget()
    here = parts.index(focus) if focus in parts else -1 if forward else 0
    target = parts[(here + (1 if forward else -1)) % len(parts)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def in_order(window: QWidget, areas: Sequence[QWidget]) -> list[QWidget]:
    """All parts that Tab stops at."""
    bars = window.findChildren(JumpBar)

    def area(part: QWidget) -> int:
        return next((at for at, each in enumerate(areas) if holds(each, part)), len(areas))

    return sorted(_stops(window, bars), key=area)


def _stops(widget: QWidget, bars: Sequence[JumpBar]) -> Iterator[QWidget]:
    """A widget, if Tab stops at it, and what it does in it. A jump bar is read where the page keeps room for it."""
    if takes_focus(widget):
        yield widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return  # what is in them is Qt's own
    yield from (tab for bar in bars if bar.room is widget for tab in bar.tabs if takes_focus(tab))
    inside = (each for each in widget.children() if isinstance(each, QWidget) and not isinstance(each, JumpBar))
    for each in _as_read(each for each in inside if each.isVisible() and not each.isWindow()):
        yield from _stops(each, bars)


def _as_read(parts: Iterable[QWidget]) -> Iterator[QWidget]:
    """Line by line: what begins above the middle of a line's first part is on that line."""
    lines: list[list[QWidget]] = []
    for part in sorted(parts, key=QWidget.y):
        if lines and part.y() < lines[-1][0].geometry().center().y():
            lines[-1].append(part)
        else:
            lines.append([part])
    for line in lines:
        yield from sorted(line, key=QWidget.x)


def _bring_into_view(part: QWidget) -> None:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(part)
        parent = parent.parentWidget()
