"""Finds text that a person cannot read whole: cut off by its own widget, or by what the widget stands in."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from evmap.ui.panels.legend.rows import LegendRow
from evmap.ui.parts.blocks import BlockButton, BlockLabel
from evmap.ui.parts.elided import ElidedLabel
from evmap.ui.parts.elided_button import ElidedButton
from evmap.ui.window.history_menu import Trail


def clipped(root: QWidget) -> list[str]:
    """What is wrong with each visible label, button and field below ``root``."""
    return [fault for widget in root.findChildren(QWidget) if widget.isVisible() for fault in _faults(widget, root)]


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        name = f"{type(widget).__name__} “{widget.accessibleName() or widget.objectName()}”"
        is_inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        if not is_inner and widget.sizeHint().height() > widget.height() + 1:
            yield f"{name} is {widget.height()} high, its text {widget.sizeHint().height()}"
        if not _within(widget, root):
            yield f"{name} is cut off by what it stands in"
    if not isinstance(widget, QLabel | QAbstractButton) or not _says(widget):
        return
    name = f"{type(widget).__name__} “{_says(widget)[:40]}”"
    if isinstance(widget, BlockLabel | BlockButton | LegendRow):
        wanted = widget.heightForWidth(widget.width())
        if wanted > widget.height() + 1:
            yield f"{name} is {widget.height()} high, its text {wanted}"
    elif isinstance(widget, Trail | ElidedButton):
        shortened = widget.sizeHint().width() > widget.width() and not widget.toolTip()
        if widget.sizeHint().height() > widget.height() + 1 or shortened:
            yield f"{name} is too low, or is shortened and does not tell the rest"
    elif isinstance(widget, ElidedLabel):
        if widget.fontMetrics().horizontalAdvance(widget.text()) > widget.width() and not widget.toolTip():
            yield f"{name} is shortened and does not tell the rest"
        if widget.fontMetrics().height() > widget.height() + 1:
            yield f"{name} is too low"
    elif isinstance(widget, QLabel) and widget.wordWrap():
        if widget.heightForWidth(widget.width()) > widget.height() + 1:
            yield f"{name} is {widget.height()} high, its text {widget.heightForWidth(widget.width())}"
    elif (hint := widget.sizeHint()).width() > widget.width() + 1 or hint.height() > widget.height() + 1:
        yield f"{name} is {widget.width()} × {widget.height()}, its text {hint.width()} × {hint.height()}"
    if not _within(widget, root):
        yield f"{name} is cut off by what it stands in"


def _says(widget: QLabel | QAbstractButton) -> str:
    text = widget.text() or (widget.accessibleName() if isinstance(widget, BlockButton) else "")
    bare = isinstance(widget, QToolButton) and not widget.icon().isNull()
    return "" if bare and not text else text


def _within(widget: QWidget, root: QWidget) -> bool:
    """Whether a widget lies in all it stands in; what a scroll area can bring into sight need not, that way."""
    box, at = widget.rect(), widget
    while at is not root and (parent := at.parentWidget()) is not None:
        box = QRect(at.mapToParent(box.topLeft()), box.size())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
            may = area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            scrolls_sideways = isinstance(area, QScrollArea) and may and area.horizontalScrollBar().maximum() > 0
            return scrolls_sideways or (box.left() >= -1 and box.right() <= parent.width())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(box):
            return False
        at = parent
    return True
